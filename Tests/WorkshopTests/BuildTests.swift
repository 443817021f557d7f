import Diagnostics
import Foundation
import Geometry
import Imposition
import PDF
import Testing

@testable import Workshop

@Suite struct Building {
  @Test func aSmallBookBecomesPDFsAndAPageThatSaysHowToMakeIt() throws {
    let book = try TemporaryBook()
    let report = try book.build()
    #expect(report.diagnostics.isEmpty)
    #expect(
      book.names(in: "output/fr") == [
        "essai-booklet-a4-instructions.pdf", "essai-booklet-a4.pdf", "essai.pdf",
      ])
    #expect(report.products.allSatisfy { $0.bytes.starts(with: Array("%PDF-".utf8)) })
    #expect(report.pageCount > 0)
    // Four pages to a sheet, the last one as full as it may be.
    #expect(report.sheetCount == (report.pageCount + 3) / 4)
  }

  /// On a screen two pages stand side by side as in the book.
  @Test(arguments: [("left", false), ("right", true)])
  func aBookBoundOnTheRightIsReadFromTheRight(edge: String, isMirrored: Bool) throws {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet + "binding: {bound: \(edge)}\noutputs: [reading]\n",
      to: "content/livret.yml")
    let bytes = try #require(try book.build().products.first?.bytes)
    #expect(try ForeignPDF(bytes).readsRightToLeft == isMirrored)
  }

  @Test func blanksBehindTheEndAreSpokenOf() throws {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet + "binding: {blanks: after-page-99}\n", to: "content/livret.yml")
    #expect(try book.build().diagnostics.map(\.code) == ["blanks-behind-the-end"])
  }

  @Test func theSameBookGivesTheSameBytes() throws {
    let (one, other) = (try TemporaryBook(), try TemporaryBook())
    #expect(try one.build().products.map(\.bytes) == other.build().products.map(\.bytes))
  }

  @Test func onlyWhatIsAskedForIsMade() throws {
    let book = try TemporaryBook()
    _ = try book.build { $0.outputs = [.reading] }
    #expect(book.names(in: "output/fr") == ["essai.pdf"])
    let other = try TemporaryBook()
    _ = try other.build { $0.outputs = [.booklet] }
    #expect(other.sheets == ["essai-booklet-a4.pdf"])
  }

  @Test func eachEdgeHasItsBooklet() throws {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet + "binding: {flip: [short, long]}\noutputs: [booklet]\n",
      to: "content/livret.yml")
    _ = try book.build()
    #expect(book.sheets == ["essai-booklet-a4-long-edge.pdf", "essai-booklet-a4.pdf"])
  }

  /// The names of a book's files whose sheet says that of bindings.
  private func names(binding: String) throws -> [String] {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet + "binding: \(binding)\noutputs: [booklet]\n", to: "content/livret.yml")
    let report = try book.build()
    #expect(report.diagnostics.isEmpty)
    #expect(
      book.names(in: "output/fr").filter { $0.hasSuffix("-instructions.pdf") }.count
        == report.booklets.count)
    return book.sheets
  }

  @Test(arguments: [
    ("{style: quarto, paper: A3}", ["essai-quarto-a3.pdf"]),
    ("{style: zine, paper: A3, scale: fit, flip: long}", ["essai-zine-a3.pdf"]),
    (
      "{printer: 'flip=long,manual'}",
      ["essai-booklet-a4-long-edge-backs.pdf", "essai-booklet-a4-long-edge-fronts.pdf"]
    ),
    (
      "{style: perfect-gathered, cover-paper: A3}",
      ["essai-perfect-gathered-a4-cover-a3.pdf", "essai-perfect-gathered-a4.pdf"]
    ),
    (
      "[saddle, {style: saddle, creep: spine}, {style: cut-stack, paper: 225x320 mm}]",
      ["essai-booklet-a4-2.pdf", "essai-booklet-a4.pdf", "essai-cut-stack-225x320.pdf"]
    ),
  ])
  func filesAreNamedAfterWhatTheyAre(binding: String, expected: [String]) throws {
    #expect(try names(binding: binding) == expected)
  }

  @Test func anOptionGoesBeforeTheSheet() throws {
    let book = try TemporaryBook()
    _ = try book.build { order in
      order.outputs = [.booklet]
      order.binding = BindingWords([.style: "quarto", .paper: "A3"])
    }
    #expect(book.sheets == ["essai-quarto-a3.pdf"])
  }

  @Test func aDummyLiesOnTheSameSheets() throws {
    let book = try TemporaryBook()
    let report = try book.build { order in
      order.outputs = [.booklet]
      order.makesDummies = true
      order.binding = BindingWords([.printer: "flip=short,manual"])
    }
    #expect(report.diagnostics.isEmpty)
    #expect(
      book.sheets == [
        "essai-booklet-a4-backs-dummy.pdf", "essai-booklet-a4-backs.pdf",
        "essai-booklet-a4-fronts-dummy.pdf", "essai-booklet-a4-fronts.pdf",
      ])
  }

  @Test func whoSaysHowABookletIsMadeWantsOne() throws {
    let book = try TemporaryBook()
    try book.write(TemporaryBook.sheet + "outputs: [reading]\n", to: "content/livret.yml")
    _ = try book.build { $0.binding = BindingWords([.style: "cut-stack"]) }
    #expect(book.sheets == ["essai-cut-stack-a4.pdf", "essai.pdf"])
  }

  @Test(
    arguments: [
      ([.nesting: "singly"], ["--nesting binding-word-foreign"]),
      ([.style: "zine", .paper: "A4"], ["--paper paper-too-small"]),
      ([.style: "octavo"], ["--binding paper-too-small"]),
      ([.scale: "150 %"], ["--scale paper-too-small"]),
    ] as [([BindingWords.Key: String], [String])])
  func whatDoesNotGoTogetherWritesNothing(
    words: [BindingWords.Key: String], found: [String]
  ) throws {
    let book = try TemporaryBook()
    let report = try book.build { order in
      order.binding = BindingWords(words)
      order.isStrict = true
    }
    #expect(report.diagnostics.map { "\($0.file) \($0.code)" } == found)
    #expect(report.products.isEmpty)
    #expect(book.names(in: "output").isEmpty)
  }

  /// The margin at the fold is 18 mm, at the fore-edge 17 mm and the half millimetre that A5 leaves.
  @Test func lettersWhereThePrinterPrintsNothingAreSaid() throws {
    let book = try TemporaryBook()
    func found(_ margin: String) throws -> [String] {
      try book.build { $0.binding = BindingWords([.printer: "margin=\(margin)"]) }
        .diagnostics.map { "\($0.file) \($0.severity) \($0.code)" }
    }
    #expect(try book.build().diagnostics.isEmpty)
    #expect(try found("6").isEmpty)
    #expect(try found("17") == ["--printer warning text-unprintable"])
  }

  @Test func aBookletIsToldWhatItIsMadeOf() throws {
    let book = try TemporaryBook()
    let report = try book.build { order in
      order.binding = BindingWords([
        .style: "perfect-gathered", .sheetsPerSignature: "1", .stock: "80 g, 0.1 mm",
        .blanks: "end", .marks: "crop",
      ])
    }
    let booklet = try #require(report.booklets.first)
    #expect(booklet.name == "essai-perfect-gathered-a4")
    #expect(booklet.signatures == Array(repeating: 1, count: report.sheetCount))
    #expect(booklet.facts.blankCount == report.sheetCount * 4 - report.pageCount)
    #expect(booklet.facts.thickness == .millimetres(0.1) * (report.sheetCount * 2))
    #expect(booklet.facts.spineWidth == booklet.facts.thickness)
    #expect(booklet.push == .zero)
  }

  @Test func errorsLeaveTheEarlierFilesAsTheyWere() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\n[](#rien)\n"])
    try book.write("earlier", to: "output/fr/essai.pdf")
    let report = try book.build()
    #expect(report.products.isEmpty)
    #expect(book.text("output/fr/essai.pdf") == "earlier")
    #expect(book.names(in: "output/fr") == ["essai.pdf"])
  }

  @Test func warningsStopOnlyAStrictBuild() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\n[vide]()\n"])
    #expect(try book.build { $0.isStrict = true }.products.isEmpty)
    #expect(try book.build().products.count == 3)
  }

  @Test func sourceDateEpochGoesBeforeTheBooksDate() throws {
    let book = try TemporaryBook()
    let usual = try book.build()
    // The first of June 2026, as the sheet says, and the day after.
    #expect(try book.build { $0.epoch = "1780272000" }.products == usual.products)
    #expect(try book.build { $0.epoch = "1780358400" }.products != usual.products)
    #expect(book.fault { $0.epoch = "hier" } == "SOURCE_DATE_EPOCH epoch-bad")
    #expect(book.fault { $0.epoch = "-1" } == "SOURCE_DATE_EPOCH epoch-bad")
  }

  @Test func findingsComeInTheOrderOfFilesAndPlaces() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\n{{ b }} [](#a)\n\n{{ a }}\n",
      "content/fr/02-deux.md": "# Deux\n\n[](#b)\n",
    ])
    #expect(
      try book.findings() == [
        "fr/01-un.md:3:1 value-undefined", "fr/01-un.md:3:9 link-to-nothing",
        "fr/01-un.md:5:1 value-undefined", "fr/02-deux.md:3:1 link-to-nothing",
      ])
  }
}

extension TemporaryBook {
  /// The finished files without the pages that say how to make booklets.
  fileprivate var sheets: [String] {
    names(in: "output/fr").filter { !$0.hasSuffix("-instructions.pdf") }
  }
}

@Suite struct FindingTheBook {
  @Test func withoutAFolderOrABookNothingRuns() throws {
    let book = try TemporaryBook()
    func fault(_ path: String) -> Diagnostic? {
      do {
        _ = try build(BuildOrder(folder: path))
        return nil
      } catch {
        return error.diagnostic
      }
    }
    #expect(fault(book.path + "/nowhere")?.code == "folder-missing")
    #expect(fault(book.path + "/content/livret.yml")?.code == "book-missing")
    let inside = fault(book.path + "/content/fr")
    #expect(inside?.code == "book-missing")
    #expect(inside?.hints.first?.english.hasSuffix("livret build \(book.path)") == true)
  }

  @Test func theSheetMustBeReadable() throws {
    let book = try TemporaryBook()
    try book.write(Array("slug: gu".utf8) + [0xE9], to: "content/livret.yml")
    #expect(book.fault() == "livret.yml:1:9 not-utf-8")
    try book.write([UInt8](repeating: 0x20, count: 1_000_001), to: "content/livret.yml")
    #expect(book.fault() == "livret.yml file-too-large")
  }

  @Test func theFontsMustBeThere() throws {
    let book = try TemporaryBook()
    try FileManager.default.removeItem(atPath: book.path + "/fonts")
    #expect(book.fault() == "fonts fonts-folder-missing")
    let other = try TemporaryBook()
    try other.write(
      TemporaryBook.sheet.replacing("Alegreya", with: "Alegraya"), to: "content/livret.yml")
    let found = try other.build().diagnostics
    #expect(try other.findings() == ["livret.yml:8:9 family-unknown"])
    #expect(found.first?.hints.first?.english == "did you mean Alegreya?")
  }

  @Test func aLanguageThatTheBookLacksIsRefused() throws {
    let book = try TemporaryBook()
    let found = try book.build { $0.language = "en" }.diagnostics
    #expect(found.map(\.code) == ["language-absent"])
  }
}

@Suite struct Chapters {
  @Test(arguments: [
    ([:], ["fr book-empty"]),
    (["notes.txt": "a"], ["fr book-empty"]),
    (["avant.md": "# A\n", "01-un.md": "# Un\n\na\n"], ["fr/avant.md chapter-unnumbered"]),
    (["1.md": "# A\n", "01-un.md": "# Un\n\na\n"], ["fr/1.md chapter-unnumbered"]),
    (["01-un.md": "# Un\n", "1-deux.md": "# Deux\n"], ["fr/1-deux.md chapter-number-twice"]),
    (["01-un.md": ""], ["fr/01-un.md chapter-empty"]),
    (["01-un.md": "---\nshort: a\n---\n"], ["fr/01-un.md chapter-empty"]),
    (["01-un.md": "\n\nBonjour.\n"], ["fr/01-un.md:3:1 chapter-untitled"]),
    (["01-un.md": "## Un\n"], ["fr/01-un.md:1:1 chapter-untitled"]),
    (["01-un.md": "#\n\nBonjour.\n"], ["fr/01-un.md:1:1 chapter-untitled"]),
    (["01-un.md": "Bonjour.\n\n# Un\n"], ["fr/01-un.md:1:1 chapter-untitled"]),
    (["01-un.md": "---\nshor: a\n---\n# Un\n"], ["fr/01-un.md:2:1 key-unknown"]),
    (["01-un.md": "---\ndate: hier\n---\n# Un\n"], ["fr/01-un.md:2:7 value-unexpected"]),
    (["01-un.md": "---\nshort: [\n---\n# Un\n"], ["fr/01-un.md:3:1 yaml-syntax"]),
  ])
  func whatIsNoChapterIsReported(files: [String: String], expected: [String]) throws {
    let book = try TemporaryBook([:])
    for (name, text) in files { try book.write(text, to: "content/fr/\(name)") }
    #expect(try book.findings() == expected)
  }

  @Test func aBookWithoutAFolderOfChaptersIsEmpty() throws {
    let book = try TemporaryBook([:])
    try FileManager.default.removeItem(atPath: book.path + "/content/fr")
    let found = try book.build().diagnostics
    #expect(found.map(\.code) == ["book-empty"])
    #expect(found[0].hints[0].english.hasSuffix("/content/fr/01-name.md"))
  }

  @Test func chaptersFollowTheirNumbers() throws {
    let book = try TemporaryBook([
      "content/fr/10-dix.md": "# Dix\n", "content/fr/9-neuf.md": "# Neuf\n",
      "content/fr/01-un.md": "# Un\n", "content/fr/.02-brouillon.md": "",
    ])
    var found: [Diagnostic] = []
    let files = ChapterFiles(in: try BookFolder(book.path), language: "fr", reporting: &found)
    #expect(files.files.map(\.number) == [1, 9, 10])
    #expect(found.isEmpty)
  }

  @Test func aChapterThatCannotBeReadIsReportedAmongTheOthers() throws {
    let book = try TemporaryBook(["content/fr/02-deux.md": "# Deux\n\n[](#rien)\n"])
    try book.write(Array("# Été\n\nd".utf8) + [0xE9], to: "content/fr/01-un.md")
    try FileManager.default.createDirectory(
      atPath: book.path + "/content/fr/03-trois.md", withIntermediateDirectories: true)
    try book.link("content/fr/04-quatre.md", to: "/etc/hostname")
    #expect(
      try book.findings() == [
        "fr/01-un.md:3:2 not-utf-8", "fr/02-deux.md:3:1 link-to-nothing",
        "fr/03-trois.md file-is-folder", "fr/04-quatre.md file-outside",
      ])
  }
}

@Suite struct BookImages {
  static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h9"/></svg>
    """

  @Test func picturesStandBesideTheChapterOrAmongTheImages() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\n![a](a.svg)\n\n![b](b.svg)\n\n![b](../images/b.svg)\n",
      "content/fr/a.svg": Self.svg, "content/images/b.svg": Self.svg,
    ])
    #expect(try book.findings().isEmpty)
    #expect(try book.build().products.count == 3)
  }

  @Test(arguments: [
    ("![a](c.svg)", "3:1 file-missing"),
    ("mot ![a](c.svg)", "3:5 file-missing"),
    ("![a]()", "3:1 picture-unnamed"),
    ("![a](../../../x.svg)", "3:1 file-missing"),
    ("![a](../../../../../../../../../etc/hostname)", "3:1 file-outside"),
    ("![a](../fr)", "3:1 file-is-folder"),
    ("![a](empty.png)", "3:1 picture-unfit"),
    ("![a](text.png)", "3:1 picture-unfit"),
    ("![a](half.png)", "3:1 picture-unfit"),
    ("![a](script.svg)", "3:1 picture-unfit"),
    ("![a](https://example.org/a.png)", "3:1 picture-remote"),
    ("![a](//example.org/a.png)", "3:1 picture-remote"),
    ("![a](data:image/png;base64,AA)", "3:1 picture-remote"),
  ])
  func aPictureThatCannotBePrintedIsReportedWhereItIsAskedFor(
    text: String, finding: String
  ) throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\n\(text)\n"])
    try book.write("", to: "content/images/empty.png")
    try book.write("un texte", to: "content/images/text.png")
    // A header that promises a hundred pixels, and nothing after it.
    try book.write(
      [0x89] + Array("PNG\r\n\u{1A}\n\0\0\0\rIHDR\0\0\0\u{A}\0\0\0\u{A}\u{8}\0\0\0\0".utf8)
        + [1, 2, 3, 4],
      to: "content/images/half.png")
    try book.write(
      Self.svg.replacing("<path", with: "<script>1</script><path"), to: "content/images/script.svg")
    #expect(try book.findings() == ["fr/01-un.md:\(finding)"])
  }

  @Test func aMissingPictureIsToldTheNearest() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\n![a](plann.svg)\n", "content/images/plan.svg": Self.svg,
    ])
    #expect(
      try book.build().diagnostics.first?.hints.first?.english == "did you mean plan.svg?")
  }

  @Test func theCoversDrawingIsAskedForByTheSheet() throws {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet + "cover: {motif: images/m.svg}\n", to: "content/livret.yml")
    #expect(try book.findings() == ["livret.yml:13:16 file-missing"])
    try book.write(Self.svg, to: "content/images/m.svg")
    #expect(try book.findings().isEmpty)
  }
}
