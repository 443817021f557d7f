import Diagnostics
import Foundation
import Localization
import Markdown
import Testing
import Typesetting

@testable import Workshop

/// Chapters that were renamed, moved, parted or joined on one side only.
@Suite struct MovedChapterTests {
  private static let names = ["un", "deux", "trois"]

  private static func chapter(_ name: String, in language: String) -> String {
    """
    # Titre \(name) \(language) {#\(name)}

    Une phrase sur \(name), en \(language).

    ## Suite de \(name) en \(language) {#suite-\(name)}

    Le reste de \(name), en \(language) : voir [](#un).

    """
  }

  /// Three chapters in both languages, confirmed.
  private func book() throws -> TemporaryBook {
    var files: [String: String] = [:]
    for language in ["fr", "en"] {
      for (index, name) in Self.names.enumerated() {
        files["content/\(language)/0\(index + 1)-\(name).md"] = Self.chapter(name, in: language)
      }
    }
    let book = try TemporaryBook(files)
    try book.write(
      TemporaryBook.sheet.replacing("type:\n", with: "  en:\n    title: Trial\ntype:\n"),
      to: "content/livret.yml")
    _ = try TranslationWork(in: book.path, places: []).confirm()
    return book
  }

  private func move(_ old: String, _ new: String, in book: TemporaryBook) throws {
    try FileManager.default.moveItem(
      atPath: "\(book.path)/content/\(old)", toPath: "\(book.path)/content/\(new)")
  }

  /// The chapters that are printed, with their numbers and how many of their blocks are French.
  private func printed(_ book: TemporaryBook) throws -> (chapters: [String], found: [String]) {
    var found: [Diagnostic] = []
    let folder = try BookFolder(book.path)
    let sheet = try #require(try folder.sheet(reporting: &found))
    let english = try #require(
      Book(in: folder, sheet, language: "en", date: nil, reporting: &found))
    let text = english.text(reporting: &found)
    let chapters = zip(text.numbers, text.manuscript.chapters).map { number, chapter in
      let french = chapter.blocks.count { block in
        block.inlines.contains {
          guard case .span(let span) = $0 else { return false }
          return span.attributes.values["lang"] == "fr"
        }
      }
      return "\(number) \(chapter.title)" + (french > 0 ? " (\(french) fr)" : "")
    }
    return (
      chapters,
      found.map { finding in
        let hint = finding.hints[0].english.replacing(book.path + "/content/", with: "")
        return "\(finding.code): \(hint)"
      }
    )
  }

  @Test func whatIsInItsPlaceIsLeftThere() throws {
    let (chapters, found) = try printed(book())
    #expect(chapters == ["1 Titre un en", "2 Titre deux en", "3 Titre trois en"])
    #expect(found == [])
  }

  @Test func aChapterThatMovedKeepsItsTranslation() throws {
    let book = try book()
    try move("fr/02-deux.md", "fr/11-deux.md", in: book)
    let (chapters, found) = try printed(book)
    #expect(chapters == ["1 Titre un en", "3 Titre trois en", "11 Titre deux en"])
    #expect(found == ["chapter-moved: git mv en/02-deux.md en/11-deux.md"])
    let report = try book.build { $0.language = "en" }
    #expect(report.diagnostics.map(\.code) == ["chapter-moved"])
    #expect(!report.products.isEmpty)

    // Done as it says, nothing is left to do.
    try move("en/02-deux.md", "en/11-deux.md", in: book)
    #expect(try printed(book).found == [])
  }

  /// Identifiers say it where nobody has confirmed anything yet.
  @Test func aTranslationWithoutMemoryFollowsToo() throws {
    let book = try book()
    try FileManager.default.removeItem(atPath: "\(book.path)/content/en/en.po")
    try move("fr/02-deux.md", "fr/11-deux.md", in: book)
    let (chapters, found) = try printed(book)
    #expect(chapters == ["1 Titre un en", "3 Titre trois en", "11 Titre deux en"])
    #expect(found == ["chapter-moved: git mv en/02-deux.md en/11-deux.md"])
  }

  @Test func chaptersMakeRoomForANewOne() throws {
    let book = try book()
    try move("fr/03-trois.md", "fr/04-trois.md", in: book)
    try move("fr/02-deux.md", "fr/03-deux.md", in: book)
    try book.write("# Nouveau {#nouveau}\n\nUne phrase.\n", to: "content/fr/02-nouveau.md")
    let (chapters, found) = try printed(book)
    #expect(
      chapters == ["1 Titre un en", "2 Nouveau (2 fr)", "3 Titre deux en", "4 Titre trois en"])
    #expect(
      found == [
        "chapter-moved: git mv en/02-deux.md en/03-deux.md",
        "chapter-moved: git mv en/03-trois.md en/04-trois.md",
      ])
  }

  @Test func aChapterThatWasPartedIsPrintedOnce() throws {
    let book = try book()
    let text = try #require(book.text("content/fr/02-deux.md"))
    let part = try #require(text.range(of: "## Suite"))
    try book.write(String(text[..<part.lowerBound]), to: "content/fr/02-deux.md")
    try move("fr/03-trois.md", "fr/04-trois.md", in: book)
    try book.write(
      "#" + text[part.lowerBound...].dropFirst(2) + "\nUne phrase de plus.\n",
      to: "content/fr/03-suite.md")
    let (chapters, found) = try printed(book)
    // The new sentence stands behind what it follows.
    #expect(chapters == ["1 Titre un en", "2 Titre deux en (1 fr)", "4 Titre trois en"])
    #expect(
      found == [
        "chapter-moved: git mv en/03-trois.md en/04-trois.md",
        "chapter-parted: move what belongs to it into en/03-suite.md",
      ])
    #expect(try !book.build { $0.language = "en" }.products.isEmpty)
  }

  @Test func chaptersThatWereJoinedStandOneAfterTheOther() throws {
    let book = try book()
    let joined = ["un", "deux"].map { Self.chapter($0, in: "fr") }.joined()
      .replacing("# Titre deux", with: "## Titre deux")
    try book.write(joined, to: "content/fr/01-un.md")
    try FileManager.default.removeItem(atPath: "\(book.path)/content/fr/02-deux.md")
    let (chapters, found) = try printed(book)
    #expect(chapters == ["1 Titre un en", "2 Titre deux en", "3 Titre trois en"])
    #expect(found == ["chapter-joined: move its words into en/01-un.md"])
  }

  @Test func aChapterOfThisLanguageAloneKeepsItsPlace() throws {
    let book = try book()
    try book.write("# Only here {#here}\n\nA sentence.\n", to: "content/en/04-here.md")
    try book.write("# Quatre {#quatre}\n\nEncore.\n", to: "content/fr/04-quatre.md")
    let (chapters, found) = try printed(book)
    #expect(chapters.suffix(2) == ["4 Quatre (2 fr)", "5 Only here"])
    #expect(found == [])
  }

  /// A section that went to another chapter is not printed a second time, in the source's language.
  @Test func aSectionThatMovedIsPrintedOnce() throws {
    let book = try book()
    let text = try #require(book.text("content/fr/01-un.md"))
    let part = try #require(text.range(of: "## Suite"))
    try book.write(String(text[..<part.lowerBound]), to: "content/fr/01-un.md")
    try book.write(
      Self.chapter("deux", in: "fr") + text[part.lowerBound...], to: "content/fr/02-deux.md")
    let (chapters, found) = try printed(book)
    #expect(chapters == ["1 Titre un en", "2 Titre deux en", "3 Titre trois en"])
    #expect(found == [])
  }

  @Test func theFileOfAPassageIsTheOneThatIsThere() throws {
    let book = try book()
    try move("fr/02-deux.md", "fr/11-deux.md", in: book)
    let work = try TranslationWork(
      in: book.path, places: [TranslationPlace("\(book.path)/content/en/02-deux.md")])
    #expect(work.diagnostics.isEmpty)
    let translation = try #require(work.translations.first)
    let named = translation.state.passages.filter { work.isNamed($0, in: translation) }
    #expect(named.count == 4)
    #expect(translation.state.count(.fresh) == 12)
  }
}
