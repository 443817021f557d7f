import Diagnostics
import Foundation
import Localization
import Markdown
import Testing
import Typesetting

@testable import Workshop

/// What an edition's files may say, and what is said of them: where it is written.
@Suite struct EditionSheetTests {
  private static let french = """
    # Un {#un}

    Écrivez à {{ contact.courriel }}, {{ contact.adresse }}.

    ## Ici {#ici}

    Texte.

    """
  private static let english = """
    # One {#un}

    Write to {{ contact.courriel }}, {{ contact.adresse }}.

    ## Here {#ici}

    Text.

    """
  private static let sheet =
    TemporaryBook.sheet.replacing(
      "    title: Essai\n", with: "    title: Essai\n  en:\n    title: Trial\n"
    ) + "values:\n  contact:\n    courriel: a@example.org\n    adresse: rue Haute\n"

  private func book(
    _ edition: String, blocks: [String: String] = [:], sheet: String = sheet,
    french: String = french
  ) throws -> TemporaryBook {
    let book = try TemporaryBook([
      "content/fr/01-un.md": french, "content/en/01-un.md": Self.english,
      "content/editions/lyon/edition.yml": edition,
    ])
    try book.write(sheet, to: "content/livret.yml")
    for (name, text) in blocks { try book.write(text, to: "content/editions/lyon/\(name)") }
    _ = try TranslationWork(in: book.path, places: []).confirm()
    return book
  }

  /// `lyon/edition.yml:1:7 file-missing`
  private func findings(
    _ book: TemporaryBook, in language: String? = nil, edition: String? = "lyon"
  ) throws -> [String] {
    var order = CheckOrder(folder: book.path)
    (order.language, order.edition) = (language, edition)
    return try check(order).diagnostics.map { found in
      let place = found.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
      let file = found.file.replacing("\(book.path)/content/", with: "")
        .replacing("editions/lyon/", with: "")
      return "\(file)\(place) \(found.code)"
    }
  }

  @Test(arguments: [
    ("logo: images/logo.svg", "edition.yml:1:7 file-missing"),
    ("cover: {motif: images/m.svg}", "edition.yml:1:16 file-missing"),
    ("values: {contact: x}", "edition.yml:1:10 value-is-group"),
    ("values: {contact: {courriel: {a: b}}}", "edition.yml:1:31 value-is-single"),
    ("values: {contact: {couriel: x@y}}", "edition.yml:1:20 value-uncalled"),
    ("values: {contact: {courriel: '{{ contact.courriel }}'}}", "edition.yml:1:20 value-in-value"),
    ("values: {contact: {courriel: '{{ nope.x }}'}}", "edition.yml:1:20 value-in-value"),
    ("values: {contact: {courriel: x}, contact.courriel: y}", "edition.yml:1:34 key-twice"),
    ("languages: {nl: {title: Hier}}", "edition.yml:1:13 edition-language-unknown"),
    ("languages: {fr: {titel: Ici}}", "edition.yml:1:18 key-unknown"),
    ("languages: {fr: {title: ' '}}", "edition.yml:1:25 title-blank"),
    (
      "languages: {fr: {colophon: ['À {{ contact.couriel }}']}}",
      "edition.yml:1:29 value-undefined"
    ),
    ("build: [fr, nl]", "edition.yml:1:13 edition-language-unknown"),
    ("omit:\nvalues: {}", "edition.yml:1:1 key-empty"),
    ("languages: {fr: {title: }}", "edition.yml:1:18 key-empty"),
    ("replace: {ici: /etc/passwd}", "edition.yml:1:16 edition-block-outside"),
    ("replace: {ici: ../../../fr/01-un.md}", "edition.yml:1:16 edition-block-outside"),
    ("replace: {ici: en/ici.md}", "edition.yml:1:16 edition-block-outside"),
    ("omit: [ici, ici]", "edition.yml:1:13 edition-target-twice"),
  ])
  func whatASheetSaysIsFoundFaultWithWhereItSaysIt(sheet: String, finding: String) throws {
    #expect(try findings(book(sheet + "\n"), in: "fr") == [finding])
  }

  @Test func whatIsOmittedAndReplacedIsSaidTwice() throws {
    let book = try book(
      "replace: {ici: ici.md}\nomit: [ici]\n", blocks: ["blocks/ici.md": "## Là {#ici}\n\nMots.\n"])
    #expect(
      try findings(book, in: "fr") == [
        "blocks/ici.md edition-original-unsaid", "edition.yml:2:8 edition-target-twice",
      ])
  }

  @Test func aBlockWithNothingInItOrThatNobodyNamesIsReported() throws {
    let book = try book(
      "replace: {ici: ici.md}\n",
      blocks: ["blocks/ici.md": "---\nreplaces: x\n---\n", "blocks/la.md": "Mots.\n"])
    #expect(
      try findings(book, in: "fr") == [
        "blocks/ici.md edition-block-empty", "blocks/la.md edition-block-unused",
      ])
  }

  @Test func aBlockThatTwoPeopleChangedIsNotPrinted() throws {
    let book = try book(
      "after: {ici: ici.md}\n",
      blocks: ["blocks/ici.md": "<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> autre\n"])
    #expect(try findings(book, in: "fr") == ["blocks/ici.md:1:1 merge-conflict"])
  }

  @Test func whatABlockCannotSayOrBeIsReported() throws {
    let blocks = ["blocks/la.md": "---\nreplaces: x\nshort: y\n---\n\nMots.\n"]
    #expect(
      try findings(book("after: {ici: la.md}\n", blocks: blocks), in: "fr") == [
        "blocks/la.md:2:1 edition-key-idle", "blocks/la.md:3:1 edition-key-idle",
      ])
    #expect(
      try findings(
        book("after: {ici: la.md}\n", blocks: ["blocks/la.md": "# Là\n\nMots.\n"]), in: "fr")
        == ["blocks/la.md:1:1 edition-title-within"])
    // A chapter's place wants a chapter.
    let found = try findings(
      book("replace: {un: la.md}\n", blocks: ["blocks/la.md": "Mots.\n"]), in: "fr")
    #expect(found == ["blocks/la.md edition-original-unsaid", "blocks/la.md:1:1 chapter-untitled"])
  }

  /// The chapter's short title and date go with it.
  @Test func aReplacedChapterHasItsOwnFrontMatter() throws {
    let book = try book(
      "replace: {un: la.md}\n",
      blocks: ["blocks/la.md": "---\nshort: Court\n---\n\n# Là {#la}\n\nMots.\n"],
      french: "---\nshort: Autre\ndate: 2026-01-01\n---\n\n" + Self.french)
    var found: [Diagnostic] = []
    var order = BuildOrder(folder: book.path)
    order.edition = "lyon"
    let made = try #require(try Book(in: BookFolder(book.path), order, reporting: &found))
    let chapter = made.text(reporting: &found).manuscript.chapters[0]
    let matter = chapter.matter(number: 1, language: made.language, reporting: &found)
    #expect(matter.shortTitle == "Court" && matter.date == nil)
  }

  @Test func aFolderWithoutASheetIsNoEdition() throws {
    let book = try book("{}\n", blocks: ["../brest/edition.yaml": "{}\n"])
    #expect(
      try findings(book, edition: nil) == ["editions/brest/edition.yml edition-sheet-missing"])
  }

  @Test func aBookOfWhichNothingIsLeftIsABookWithoutChapters() throws {
    let book = try book("omit: [un]\n")
    let report = try book.build { $0.edition = "lyon" }
    #expect(report.diagnostics.map(\.code) == ["edition-empty"])
    #expect(report.products.isEmpty)
  }

  @Test func aSheetOfBadBytesIsNoUnknownEdition() throws {
    let book = try book("")
    try book.write(Array("values: {}\n# ".utf8) + [0xFF], to: "content/editions/lyon/edition.yml")
    #expect(try findings(book) == ["edition.yml:2:3 not-utf-8"])
    #expect(bookTargets(in: book.path).contains { $0.edition == "lyon" })
  }

  @Test func aLinkToWhatIsOmittedNamesTheEdition() throws {
    let book = try book(
      "omit: [ici]\n", french: Self.french.replacing("Écrivez", with: "Voir [](#ici). Écrivez"))
    #expect(try findings(book, in: "fr") == ["fr/01-un.md:3:6 edition-link-lost"])
  }

  /// One hash for all languages, whichever file replaces the passage.
  @Test func aReplacementHoldsInEveryLanguage() throws {
    let blocks = [
      "blocks/ici.md": "## Là {#ici}\n\nMots.\n", "blocks/en/ici.md": "## There {#ici}\n\nWords.\n",
    ]
    let book = try book("replace: {ici: ici.md}\nlanguages: {en: {title: Here}}\n", blocks: blocks)
    let report = try book.build { $0.edition = "lyon" }
    let hint = try #require(report.diagnostics.first?.hints.first?.english)
    let hash = String(try #require(hint.firstMatch(of: /replaces: (\w+)/)).1)
    for (name, text) in blocks {
      try book.write(
        "---\nreplaces: \(hash)\n---\n\n" + text, to: "content/editions/lyon/\(name)")
    }
    #expect(try findings(book) == [])

    try book.write(Self.french.replacing("Texte", with: "Contexte"), to: "content/fr/01-un.md")
    _ = try TranslationWork(in: book.path, places: []).confirm()
    #expect(
      try findings(book) == [
        "blocks/en/ici.md:2:11 edition-original-changed",
        "blocks/ici.md:2:11 edition-original-changed",
      ])
  }

  @Test func valuesThatAreWordsHaveTheirLanguage() throws {
    let book = try book(
      "values: {contact: {adresse: à Lyon}}\nlanguages: {en: {values: {contact: {adresse: in Lyons}}}}\n"
    )
    #expect(try findings(book) == [])
    var found: [Diagnostic] = []
    var addresses: [String?] = []
    for tag in ["fr", "en"] {
      var order = BuildOrder(folder: book.path)
      (order.language, order.edition) = (tag, "lyon")
      let made = try Book(in: BookFolder(book.path), order, reporting: &found)
      addresses.append(made?.sheet.values.text["contact.adresse"])
    }
    #expect(addresses == ["à Lyon", "in Lyons"])
  }

  @Test(arguments: [
    ("{}", ["fr"]), ("languages: {en: {title: Here}}", ["fr", "en"]),
    ("languages: {en: {title: Here}}\nbuild: [fr]", ["fr"]), ("build: [en]", ["en"]),
    ("build: []", []),
  ])
  func anEditionSaysInWhichLanguagesItIsMade(sheet: String, languages: [String]) throws {
    let book = try book(sheet + "\n")
    let targets = bookTargets(in: book.path)
    #expect(targets.filter { $0.edition == "lyon" }.map(\.language) == languages)
  }

  /// A plain check reads an edition in the languages it has words for; one by name, nothing else.
  @Test func checksReadEditions() throws {
    let book = try book(
      "after: {ici: la.md}\nlanguages: {en: {title: Here}}\n",
      blocks: ["blocks/la.md": "la la carte\n", "blocks/en/la.md": "the the map\n"],
      french: Self.french.replacing("Texte.", with: "et et"))
    let local = ["blocks/en/la.md:1:1 word-twice", "blocks/la.md:1:1 word-twice"]
    #expect(try findings(book, edition: nil) == local + ["fr/01-un.md:7:1 word-twice"])
    #expect(try findings(book, in: "en") == [local[0]])
    #expect(try findings(book, in: "fr", edition: nil) == ["fr/01-un.md:7:1 word-twice"])
    #expect(try findings(book, edition: "lyo") == ["editions/lyo/edition.yml edition-unknown"])
  }
}

/// What a book's sheet says of its languages.
@Suite struct LanguageSheetTests {
  private func findings(_ lines: String, colophon: String = "Mots.") throws -> [String] {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nBonjour.\n", "content/en/01-un.md": "# One\n\nHello.\n",
    ])
    _ = try book.write(
      TemporaryBook.sheet.replacing(
        "    title: Essai\n",
        with: "    title: Essai\n  en:\n    title: Trial\n    colophon: [\"\(colophon)\"]\n\(lines)"
      ),
      to: "content/livret.yml")
    // A sheet with an error has nothing to confirm.
    _ = try? TranslationWork(in: book.path, places: []).confirm()
    return try check(CheckOrder(folder: book.path)).diagnostics.map { found in
      "\(found.range?.lowerBound.line ?? 0):\(found.range?.lowerBound.column ?? 0) \(found.code)"
    }
  }

  @Test func policiesThatSayNothingAreReported() throws {
    #expect(
      try findings("    missing:\n    stale:\n    publish-at:\n") == [
        "10:5 key-empty", "11:5 key-empty", "12:5 key-empty",
      ])
    #expect(try findings("    missing: omit\n    stale: keep\n    publish-at: 80 %\n") == [])
  }

  @Test func namesInTheColophonAreChecked() throws {
    #expect(try findings("", colophon: "{{ translation.wating }}") == ["9:16 value-undefined"])
    #expect(try findings("", colophon: "{{ translation.waiting }}") == [])
  }

  @Test func aLanguagesValuesMayNotCallOthers() throws {
    #expect(try findings("    values: {a: '{{ nope.x }}'}\n") == ["10:14 value-in-value"])
  }

  @Test func aLanguageThatNobodyHasDescribedIsReportedOnce() throws {
    let book = try TemporaryBook()
    try book.write(
      TemporaryBook.sheet.replacing(
        "    title: Essai\n", with: "    title: Essai\n  tlh:\n    title: tlhIngan\n"),
      to: "content/livret.yml")
    var found: [Diagnostic] = []
    var order = BuildOrder(folder: book.path)
    order.language = "tlh"
    found = try build(order).diagnostics
    #expect(found.map(\.code) == ["language-unknown"])
  }
}
