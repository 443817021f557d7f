import Diagnostics
import Foundation
import Testing
import Typesetting

@testable import Workshop

@Suite("Languages in files") struct LocaleTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Workshop/Locales").path

  /// A file that nobody listed would be in the program and never be found.
  @Test func everyFileIsListedAndEveryTagHasItsFile() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(names.sorted() == BuiltInLocale.tags.map { "\($0).yml" }.sorted())
    for tag in BuiltInLocale.tags {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(tag).yml"))
      let isSame = BuiltInLocale.bytes(tag) == Array(data)
      #expect(isSame, "\(tag)")
    }
  }

  @Test(arguments: BuiltInLocale.tags)
  func thoseOfTheToolSayAllAndNothingWrong(_ tag: String) throws {
    var found: [Diagnostic] = []
    let language = try #require(Locales().language(tag, reporting: &found))
    #expect(found.isEmpty)
    #expect(language.tag == tag)
    let labels = language.labels
    let words = [
      labels.contents, labels.chapter, labels.page, labels.asOf, labels.colophon, labels.openQuote,
      labels.closeQuote, language.apparatus.figure, language.apparatus.table,
      language.apparatus.figureCaption, language.apparatus.tableCaption, language.apparatus.notes,
      language.apparatus.see, language.apparatus.seeAlso, language.apparatus.code,
    ]
    #expect(words.allSatisfy { !$0.isEmpty })
    #expect(labels.callouts.count == 6)
    #expect(language.dates.months.count == 12)
  }

  @Test(arguments: [
    ("zh", true), ("zh-Hans", true), ("zh-Hans-SG", true), ("zh-CN", true), ("zh-Hant", false),
    ("zh-TW", false), ("ja", true), ("ja-JP", true), ("fa-IR", true), ("he", true), ("oc", false),
    ("", false), ("../fr", false),
  ])
  func tagsAreFound(_ tag: String, _ isKnown: Bool) {
    #expect(Locales().has(tag) == isKnown)
  }

  // MARK: A book's own

  private func book(_ locales: [String: String], sheet: String? = nil) throws -> TemporaryBook {
    var files = ["content/fr/01-un.md": "# Un\n\nBonjour.\n"]
    for (tag, text) in locales { files["content/locales/\(tag).yml"] = text }
    let book = try TemporaryBook(files)
    if let sheet { try book.write(sheet, to: "content/livret.yml") }
    return book
  }

  private func read(_ tag: String, of book: TemporaryBook) throws -> (BookLanguage?, [String]) {
    var found: [Diagnostic] = []
    let language = Locales(of: try BookFolder(book.path)).language(tag, reporting: &found)
    let lines = found.map { finding in
      let place = finding.range.map { "\($0.lowerBound.line):\($0.lowerBound.column) " } ?? ""
      return place + finding.code
    }
    return (language, lines)
  }

  @Test func aBookChangesAWordOfALanguage() throws {
    let book = try book(["fr": "labels: {contents: Table}\n"])
    let (language, found) = try read("fr", of: book)
    #expect(found.isEmpty)
    #expect(language?.labels.contents == "Table")
    #expect(language?.labels.chapter == "Chapitre")
    #expect(try read("fr-BE", of: book).0?.labels.contents == "Table")
    // And what is based on it follows.
    #expect(try read("fr-CH", of: book).0?.labels.contents == "Table")
    #expect(try book.findings() == [])
  }

  @Test func aBookAddsALanguage() throws {
    let book = try book(
      ["oc": "based-on: ca\nlabels: {contents: Ensenhador}\nhyphenation: none\n"],
      sheet: TemporaryBook.sheet.replacing("source: fr", with: "source: oc")
        .replacing("  fr:", with: "  oc:"))
    try book.write("# Un\n\nBonjorn.\n", to: "content/oc/01-un.md")
    let (language, found) = try read("oc", of: book)
    #expect(found.isEmpty)
    #expect(language?.tag == "oc")
    #expect(language?.labels.contents == "Ensenhador")
    #expect(language?.labels.chapter == "Capítol")
    #expect(language?.hyphenation == nil)
    #expect(try book.findings() == [])
    #expect(book.names(in: "output/oc").contains("essai.pdf"))
  }

  @Test(arguments: [
    ("labels: {content: T}", ["1:10 key-unknown"]),
    ("color: red", ["1:1 key-unknown"]),
    ("direction: up", ["1:12 value-unexpected"]),
    ("dates: {months: [a, b]}", ["1:17 locale-months"]),
    ("quotes: {levels: ['«']}", ["1:19 locale-quotes"]),
    ("dates: {pattern: J M A}", ["1:18 locale-dates"]),
    ("dates: {pattern: D M D Y}", ["1:18 locale-dates"]),
    ("spaces: {before: {thin: ';!?'}}", ["1:25 locale-spaces"]),
    ("emphasis: dots", ["1:11 value-unexpected"]),
    ("digits: roman", ["1:9 value-unexpected"]),
    ("lists: [decimals]", ["1:9 locale-lists"]),
    ("hyphenation: {before: 0}", ["1:23 value-unexpected"]),
    ("based-on: xx", ["1:11 locale-base"]),
    ("based-on: fr", ["1:11 locale-base"]),
    ("based-on: fr-CA", ["1:11 locale-base"]),
    ("labels: [", ["2:1 yaml-syntax"]),
  ])
  func slipsAreShownAtTheirPlace(_ text: String, _ expected: [String]) throws {
    let book = try book(["fr": text + "\n"])
    let (language, found) = try read("fr", of: book)
    #expect(language == nil)
    #expect(found == expected)
  }

  /// Nothing is taken from another language unasked.
  @Test func aLanguageOfItsOwnSaysEverything() throws {
    let (language, found) = try read("oc", of: book(["oc": "name: Occitan\n"]))
    #expect(language == nil)
    #expect(found == ["1:1 key-missing", "1:1 key-missing", "1:1 key-missing"])
  }

  @Test func wordsOfAnotherLanguageFollowItsFile() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nLe [mot]{lang=oc}.\n",
      "content/locales/oc.yml": "based-on: xx\n",
    ])
    #expect(try book.findings() == ["locales/oc.yml:1:11 locale-base"])
  }

  /// A family for text and headings, of which some faces are not there.
  @Test func aFaceThatIsNotThereIsSaidOnce() throws {
    let sheet = TemporaryBook.sheet.replacing("Alegreya", with: "Source Code Pro")
      .replacing("Source Sans Pro", with: "Source Code Pro")
    func messages(_ book: TemporaryBook) throws -> [String] {
      try book.build().diagnostics.filter { $0.code == "face-missing" }.map(\.message.english)
    }
    let leaning = try messages(book([:], sheet: sheet))
    #expect(leaning.contains { $0.hasSuffix("italic") })
    #expect(Set(leaning).count == leaning.count)
    // Nobody asks for what a language does not use.
    let upright = try messages(book(["fr": "emphasis: bold\n"], sheet: sheet))
    #expect(upright == leaning.filter { !$0.hasSuffix("italic") })
  }

  @Test func aLanguageSaysWhatEmphasisIs() throws {
    for (tag, face) in [("fr", BookLanguage.EmphasisFace.italic), ("ja", .bold), ("zh", .bold)] {
      var found: [Diagnostic] = []
      #expect(Locales().language(tag, reporting: &found)?.emphasis == face)
    }
  }
}
