import Foundation
import PDF
import Testing
import Workshop

/// Whole books, from their chapters to what is read aloud from their files.
@Suite(.enabled(if: Inspection.toolsArePresent, "needs poppler's tools and qpdf"))
struct BookAccessTests {
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The reading PDF of a book folder.
  private func read(_ folder: URL) throws -> Anatomy {
    var order = BuildOrder(folder: folder.path)
    order.outputs = [.reading]
    let report = try build(order)
    let bytes = try #require(report.products.first?.bytes, "\(report.diagnostics)")
    #expect(try Inspection(bytes).complaints == "")
    return try Anatomy(bytes)
  }

  /// A book of these chapters in the fonts of this repository, gone when the body is done.
  private func withBook(_ chapters: [String], _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("livret-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = folder.appendingPathComponent("content/fr")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("fonts"),
      withDestinationURL: Self.repository.appendingPathComponent("fonts"))
    let sheet = """
      slug: essai
      source: fr
      date: 2026-06-01
      languages:
        fr:
          title: Essai
      type: {text: Alegreya, headings: Source Sans Pro, mono: Source Code Pro, text-weight: 500,
        mono-weight: 500}
      """
    try Data(sheet.utf8).write(to: folder.appendingPathComponent("content/livret.yml"))
    for (index, text) in chapters.enumerated() {
      try Data(text.utf8).write(to: content.appendingPathComponent("0\(index + 1)-c.md"))
    }
    let drawing = """
      <svg xmlns="http://www.w3.org/2000/svg" width="200" height="150"><rect width="200" height="150"/></svg>
      """
    try Data(drawing.utf8).write(to: content.appendingPathComponent("rue.svg"))
    try body(folder)
  }

  /// Chapters whose words are numbered, in blocks of every kind and of lengths that pages cut.
  private struct NumberedChapters {
    private(set) var chapters: [String] = []
    private var count = 0
    private var noteCount = 0
    private var chance: Chance

    init(seed: UInt64) {
      chance = Chance(seed: seed)
      for _ in 0..<2 { chapters.append(chapter()) }
    }

    private mutating func words(_ number: Int) -> String {
      (0..<number).map { _ in
        count += 1
        return chance.below(9) == 0 ? "**m\(count)**" : "m\(count)"
      }.joined(separator: " ")
    }

    private mutating func chapter() -> String {
      var text = "# \(words(3))\n\n"
      var notes = ""
      for _ in 0..<26 {
        switch chance.below(9) {
        case 0: text += "## \(words(4))\n\n"
        case 1:
          text += (0..<(2 + chance.below(6))).map { "\($0 + 1). \(words(9))\n" }.joined() + "\n"
        case 2: text += "- \(words(5))\n- \(words(30))\n  - \(words(4))\n\n  \(words(3))\n\n"
        case 3:
          text += "| \(words(2)) | \(words(1)) |\n|--|--|\n"
          for _ in 0..<(2 + chance.below(8)) { text += "| \(words(7)) | \(words(6)) |\n" }
          text += "\n"
        case 4: text += "::: letter \(words(3))\n\(words(60))\n\n\(words(40))\n:::\n\n"
        case 5: text += "![la rue](rue.svg \"\(words(4))\")\n\n"
        case 6: text += "> \(words(50))\n\n"
        case 7:
          noteCount += 1
          text += "\(words(70))[^\(noteCount)] \(words(30)).\n\n"
          notes += "[^\(noteCount)]: n\(noteCount) et encore n\(noteCount).\n\n"
        default:
          text += "\(words(20 + chance.below(150))), [m\(count + 1)](https://exemple.org).\n\n"
          count += 1
        }
      }
      return text + notes
    }
  }

  @Test(arguments: 1...5) func readingOrderIsTheManuscripts(_ seed: UInt64) throws {
    try withBook(NumberedChapters(seed: seed).chapters) { folder in
      let anatomy = try read(folder)
      #expect(anatomy.pages.count > 8)
      #expect(StructureWalk(anatomy.facts).findings == [])
      var numbers: [Int] = []
      var notes: [Int] = []
      for element in anatomy.inReadingOrder where !element.isContents {
        for word in element.ownWords.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
          if word.first == "m", let number = Int(word.dropFirst()) { numbers.append(number) }
          if word.first == "n", let number = Int(word.dropFirst()) { notes.append(number) }
        }
      }
      #expect(numbers == Array(1...(numbers.last ?? 1)))
      #expect(notes == notes.sorted() && notes.count % 2 == 0)
    }
  }

  /// The guide itself: what its readers hear is whole.
  @Test func theGuideCanBeReadAloud() throws {
    let anatomy = try read(Self.repository)
    let facts = anatomy.facts
    #expect(StructureWalk(facts).findings == [])
    #expect(anatomy.metadata(of: "pdfuaid:part") == "1")
    #expect(anatomy.readings.allSatisfy { $0.drawings[.unmarked] == nil })
    // Black and white, all of it.
    let inks = Set(
      (anatomy.readings + anatomy.forms.map { ContentReading($0, fonts: [:]) }).flatMap(\.inks))
    #expect(inks.isSubset(of: ["0 g", "0 G", "1 g", "1 G"]), "\(inks)")
    // One list of chapters, and every note once.
    #expect(facts.elements.filter { $0.type == "Note" }.count > 40)
    #expect(facts.headings(ofLevel: 1) > 9)
  }
}

extension AccessFacts {
  fileprivate func headings(ofLevel level: Int) -> Int {
    elements.filter { $0.type == "H\(level)" }.count
  }
}
