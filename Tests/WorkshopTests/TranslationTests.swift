import Diagnostics
import Foundation
import Localization
import TestSupport
import Testing

@testable import Workshop

/// A book in two languages, as people work on it: built, looked at, confirmed, exchanged.
@Suite(.enabled(if: toolsArePresent, "needs poppler's tools")) struct TranslationTests {
  private static let sheet = TemporaryBook.sheet.replacing(
    "    title: Essai\n",
    with: """
          title: Essai
        en:
          title: Trial
          colophon: ["Follows {{ translation.source }} of {{ translation.date }}: {{ translation.waiting }}"]

      """)
  private static let french = """
    # Un {#un}

    Bonjour à toi.

    Le délai est de deux mois.

    ## Suite {#suite .critical}

    Appelez le 01 02 03 04 05.

    """
  private static let english = """
    # One {#un}

    Hello to you.

    The time limit is two months.

    ## More {#suite .critical}

    Call 01 02 03 04 05.

    """

  private func book(_ english: String = english, sheet: String = sheet) throws -> TemporaryBook {
    let book = try TemporaryBook([
      "content/fr/01-un.md": Self.french, "content/en/01-un.md": english,
    ])
    try book.write(sheet, to: "content/livret.yml")
    return book
  }

  private func confirm(_ book: TemporaryBook, _ places: String...) throws -> Int {
    try TranslationWork(
      in: book.path,
      places: places.map { place in
        TranslationPlace(place.contains("/") ? "\(book.path)/\(place)" : place)
      }
    ).confirm().confirmed
  }

  private func counts(_ book: TemporaryBook) throws -> String {
    let state = try TranslationWork(in: book.path, places: []).translations[0].state
    return state.passages.map { String($0.freshness.rawValue.prefix(1)) }.joined()
  }

  /// Of the reading PDF, which is there as long as the book is.
  private func words(_ book: TemporaryBook, _ language: String = "en", page: Int) throws -> String {
    try pdftotext(
      "\(book.path)/output/\(language)/essai.pdf", "-f", "\(page)", "-l", "\(page)")
  }

  @Test func whatIsConfirmedIsFreshUntilTheSourceChanges() throws {
    let book = try book()
    #expect(try counts(book) == "uuuuu")
    #expect(try confirm(book, "content/en/01-un.md:3-5") == 2)
    #expect(try counts(book) == "uffuu")
    #expect(try confirm(book, "en") == 3)
    #expect(try counts(book) == "fffff")

    try book.write(
      Self.french.replacing("deux mois", with: "trois mois"), to: "content/fr/01-un.md")
    #expect(try counts(book) == "ffsff")
    let report = try book.build { $0.language = "en" }
    #expect(report.diagnostics.isEmpty)
    // Stale words stay printed, and the colophon says that one passage waits.
    #expect(try words(book, page: 2).contains("Follows Essai of 1 June 2026: 1"))
    #expect(try words(book, page: 4).contains("two months"))
  }

  @Test func aCriticalPassageMayNotBeStale() throws {
    let book = try book()
    _ = try confirm(book, "en")
    try book.write(Self.french.replacing("04 05", with: "04 06"), to: "content/fr/01-un.md")
    let report = try book.build { $0.language = "en" }
    #expect(report.diagnostics.map(\.code) == ["critical-stale"])
    #expect(!report.products.isEmpty)
    #expect(try book.build { ($0.language, $0.isStrict) = ("en", true) }.products.isEmpty)
  }

  /// A new deadline that is not translated, or a translation of it that nobody has read.
  @Test func aCriticalPassageMayNeitherBeMissingNorUnconfirmed() throws {
    let book = try book()
    _ = try confirm(book, "en")
    try book.write(
      Self.french + "\nLe délai est d’un mois.\n\nPas plus.\n", to: "content/fr/01-un.md")
    let missing = try book.build { $0.language = "en" }.diagnostics
    #expect(missing.map(\.code) == ["critical-missing"])
    #expect(missing[0].file.hasSuffix("content/fr/01-un.md"))
    #expect(missing[0].range?.lowerBound.line == 11)
    #expect(try book.build { ($0.language, $0.isStrict) = ("en", true) }.products.isEmpty)

    try book.write(
      Self.english + "\nThe time limit is one month.\n\nNo more.\n", to: "content/en/01-un.md")
    let unread = try book.build { $0.language = "en" }.diagnostics
    #expect(unread.map(\.code) == ["critical-unconfirmed"])
    #expect(unread[0].hints[0].english.hasSuffix("content/en/01-un.md:11-13"))
    #expect(try confirm(book, "content/en/01-un.md:11-13") == 2)
    #expect(try book.build { ($0.language, $0.isStrict) = ("en", true) }.diagnostics.isEmpty)
  }

  @Test func whatIsMissingIsPrintedInTheSourcesLanguageOrNot() throws {
    let short = Self.english.replacing("The time limit is two months.\n\n", with: "")
    let filled = try book(short)
    _ = try filled.build { $0.language = "en" }
    #expect(try words(filled, page: 4).contains("Le délai est de deux mois."))
    let omitted = try book(
      short,
      sheet: Self.sheet.replacing(
        "    title: Trial\n", with: "    title: Trial\n    missing: omit\n")
    )
    _ = try omitted.build { $0.language = "en" }
    #expect(try !words(omitted, page: 4).contains("délai"))
  }

  /// Ready is what `status` calls fresh, and all of it at 100 %. That the book waits is no fault of its.
  @Test func aBookIsNotPublishedBeforeItIsReady() throws {
    let sheet = Self.sheet.replacing(
      "    title: Trial\n", with: "    title: Trial\n    publish-at: 100 %\n")
    let book = try book(sheet: sheet)
    let unread = try book.build { $0.language = "en" }
    #expect(unread.diagnostics.map(\.code) == ["translation-unready"])
    #expect(unread.diagnostics.first?.severity == .warning)
    #expect(unread.diagnostics.first?.range?.lowerBound.line == 9)
    #expect(unread.products.isEmpty)

    _ = try confirm(book, "en")
    let ready = try book.build { $0.language = "en" }
    #expect(ready.diagnostics.isEmpty && !ready.products.isEmpty && ready.waiting == nil)

    try book.write(
      Self.french.replacing("deux mois", with: "trois mois"), to: "content/fr/01-un.md")
    #expect(try book.build { $0.language = "en" }.products.isEmpty)
    try book.write(
      sheet.replacing("100 %", with: "80 %"), to: "content/livret.yml")
    let nearly = try book.build { $0.language = "en" }
    #expect(nearly.diagnostics.isEmpty && !nearly.products.isEmpty)
    #expect(nearly.waiting?.stale == 1 && nearly.waiting?.missing == 0)
  }

  /// What is wrong in the source's words that fill a gap is said where the source has it.
  @Test func findingsInFilledGapsNameTheSourcesFile() throws {
    let book = try book("# One {#un}\n\nHello to you.\n")
    try book.write(
      Self.french.replacing("deux mois", with: "deux mois (voir [](#nulle-part))"),
      to: "content/fr/01-un.md")
    let finding = try #require(try book.build { $0.language = "en" }.diagnostics.first)
    #expect(finding.file.hasSuffix("content/fr/01-un.md"))
    #expect(finding.range?.lowerBound.line == 5)
  }

  @Test func aCatalogueThatComesBackChangesWhatItChanged() throws {
    let book = try book()
    _ = try confirm(book, "en")
    let work = try TranslationWork(in: book.path, places: [])
    let catalogue = work.translations[0].catalogue
      .replacing("msgstr \"Hello to you.\"", with: "msgstr \"Welcome.\"")
      .replacing(
        "msgstr \"The time limit is two months.\"", with: "msgstr \"You have two months.\"")
    // In the meantime someone has edited one of them in the file.
    try book.write(
      Self.english.replacing("The time limit is two months.", with: "Two months are the limit."),
      to: "content/en/01-un.md")
    try book.write(catalogue, to: "en.po")
    let report = try importCatalogue("\(book.path)/en.po", into: book.path, language: nil)
    #expect(report.diagnostics.map(\.code) == ["catalogue-conflict"])
    #expect(report.replaced == 1)
    let text = book.text("content/en/01-un.md")
    #expect(text?.contains("Welcome.") == true)
    #expect(text?.contains("Two months are the limit.") == true)
    #expect(try counts(book) == "ffuff")
  }

  /// What is printed to be filled in by hand: all of it, a chapter's lines, or what waits.
  @Test func aSheetShowsWhatIsToBeDone() throws {
    let book = try book()
    _ = try confirm(book, "en")
    try book.write(
      Self.french.replacing("deux mois", with: "trois mois [^a] < 4"), to: "content/fr/01-un.md")
    let all = try TranslationWork(in: book.path, places: [])
    let whole = all.sheet(of: all.translations[0], waitingOnly: false)
    #expect(whole.contains("À faire · To do: 1 / 5"))
    #expect(whole.matches(of: /<tr/).count == 5)
    let struck =
      "<del>deux</del><ins>trois</ins> mois<ins> <bdi dir=\"ltr\">[^a]</bdi> \\&lt; 4</ins>.</td>"
    #expect(
      whole.contains("<tr class=\"waits\"><td>1.3</td><td dir=\"auto\">Le délai est de \(struck)"))

    // With what stands beside it, and no more.
    let waiting = all.sheet(of: all.translations[0], waitingOnly: true)
    #expect(waiting.matches(of: /<td>(1\.\d)<\/td>/).map { String($0.1) } == ["1.2", "1.3", "1.4"])

    let place = TranslationPlace("\(book.path)/content/en/01-un.md:3-5")
    let some = try TranslationWork(in: book.path, places: [place])
    let lines = some.sheet(of: some.translations[0], waitingOnly: false)
    #expect(lines.matches(of: /<td>(1\.\d)<\/td>/).map { String($0.1) } == ["1.2", "1.3"])
  }

  /// What is written in a language that the sheet does not list is not made, and that is said.
  @Test func aLanguageThatIsNotListedIsReported() throws {
    let book = try book()
    _ = try confirm(book, "en")
    try book.write("# Eins\n", to: "content/de/01-un.md")
    let found = try check(CheckOrder(folder: book.path)).diagnostics
    #expect(found.map(\.code) == ["language-unlisted"])
    #expect(found.first?.file == "\(book.path)/content/de")
    let work = try TranslationWork(in: book.path, places: [TranslationPlace("de")])
    #expect(work.diagnostics.first?.hints.last == found.first?.hints.first)
    #expect(try book.build { $0.language = "de" }.diagnostics.first?.hints.count == 2)
  }

  @Test func anExportTakesNothingsPlaceInTheBook() throws {
    let book = try book()
    _ = try confirm(book, "en")
    let translation = try TranslationWork(in: book.path, places: []).translations[0]
    for file in ["en/en.po", "fr/../en/en.po", "fr/01-un.md", "livret.yml"] {
      let before = book.text("content/\(file)")
      #expect(throws: WorkshopError.self) {
        try translation.write("x", to: "\(book.path)/content/\(file)")
      }
      #expect(book.text("content/\(file)") == before)
    }
    try translation.write("x", to: "\(book.path)/en.po")
    try translation.write("y", to: "\(book.path)/en.po")
    #expect(book.text("en.po") == "y")
  }

  @Test func aSheetOfAWantingTranslationHasRoomToWrite() throws {
    let book = try book("# One {#un}\n\nHello to you.\n")
    let work = try TranslationWork(in: book.path, places: [])
    let sheet = work.sheet(of: work.translations[0], waitingOnly: false)
    #expect(sheet.matches(of: /<br><br><\/td>/).count == 3)
  }

  @Test func arabicPagesAreMirroredAndReadInTheirOrder() throws {
    let book = try TemporaryBook([
      "content/ar/01-un.md":
        "# مرحبا\n\nاتصل على 01 53 73 22 22 ثم انظر المادة L. 251-1 في جريدة الطريقة وعدّة ملفات تُرسل.\n\n2.1, 2.2\n"
    ])
    try book.write(
      TemporaryBook.sheet.replacing("source: fr", with: "source: ar").replacing(
        "  fr:\n    title: Essai", with: "  ar:\n    title: تجربة"
      ).replacing("text: Alegreya", with: "text: Amiri").replacing(
        "headings: Source Sans Pro", with: "headings: Amiri"),
      to: "content/livret.yml")
    let report = try book.build()
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    let text = try words(book, "ar", page: 4)
    #expect(text.contains("01 53 73 22 22"))
    #expect(text.contains("L. 251-1"))
    // Letters that keep their distance, and marks, part no words.
    for word in ["جريدة", "الطريقة", "وعدّة", "تُرسل"] { #expect(text.contains(word)) }
    // Where they stand on the page: each in itself from the left, one after the other from the right.
    let places = try pdftotext("\(book.path)/output/ar/essai.pdf", "-bbox", "-f", "4", "-l", "4")
    func left(_ word: String) throws -> Double {
      let place = try #require(places.firstMatch(of: try Regex("xMin=\"([0-9.]+)\"[^>]*>\(word)<")))
      return try #require(Double(place.output[1].substring ?? ""))
    }
    #expect(try left("01") < left("53"))
    #expect(try left("01") > left("251-1"))
    #expect(try left("L.") < left("251-1"))
    #expect(try left("2.1") > left("2.2"))
  }
}

@Suite(.enabled(if: toolsArePresent, "needs poppler's tools")) struct EditionBuildTests {
  @Test func anEditionHasItsOwnWordsValuesAndBlocks() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md":
        "# Un {#un}\n\nÉcrivez à {{ contact }}.\n\n## Ici {#ici}\n\nTexte commun.\n",
      "content/editions/dijon/edition.yml": """
      languages:
        fr: {title: À Dijon}
      values: {contact: Marie du coin}
      replace: {ici: ici.md}
      after: {un: rue.md}
      """,
      "content/editions/dijon/blocks/ici.md": "## Ici {#ici}\n\nTexte de Dijon.\n",
      "content/editions/dijon/blocks/rue.md": "# Une rue {#rue}\n\nLocal.\n",
    ])
    try book.write(
      TemporaryBook.sheet + "values: {contact: tout le monde}\n", to: "content/livret.yml")
    #expect(bookTargets(in: book.path).map { $0.edition ?? "-" } == ["-", "dijon"])
    let report = try book.build { $0.edition = "dijon" }
    #expect(report.diagnostics.map(\.code) == ["edition-original-unsaid"])
    let text = try pdftotext("\(book.path)/output/dijon/fr/essai.pdf")
    for words in ["À Dijon", "Marie du coin", "Texte de Dijon.", "Une rue", "Local."] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("Texte commun."))

    let plain = try book.build()
    #expect(plain.diagnostics.isEmpty)
    #expect(try pdftotext("\(book.path)/output/fr/essai.pdf").contains("tout le monde"))
  }

  @Test(arguments: [
    ("omit: [ic]", "edition-target-unknown"), ("replace: {ici: rien.md}", "edition-block-missing"),
    ("omits: [ici]", "key-unknown"),
  ])
  func whatIsWrongIsReportedInTheEditionsSheet(sheet: String, code: String) throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un {#un}\n\n## Ici {#ici}\n\nTexte.\n",
      "content/editions/dijon/edition.yml": sheet + "\n",
    ])
    let report = try book.build { $0.edition = "dijon" }
    #expect(report.diagnostics.map(\.code) == [code])
    #expect(report.diagnostics.first?.file.hasSuffix("editions/dijon/edition.yml") == true)
    #expect(report.products.isEmpty)
  }

  @Test func anUnknownEditionIsNamedWithTheNearest() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nTexte.\n",
      "content/editions/dijon/edition.yml": "values: {}\n",
    ])
    let report = try book.build { $0.edition = "dijn" }
    #expect(report.diagnostics.map(\.code) == ["edition-unknown"])
    #expect(report.diagnostics.first?.hints.first?.english.contains("dijon") == true)
  }
}

let toolsArePresent = ToolRun.finds("pdftotext")

func pdftotext(_ path: String, _ options: String...) throws -> String {
  try ToolRun("pdftotext", options + [path, "-"]).output.split(whereSeparator: \.isWhitespace)
    .joined(separator: " ")
}
