import Diagnostics
import Localization
import Testing

@testable import Workshop

/// Catalogues that come back from Weblate and Poedit. Two laws: one that nobody touched changes no byte;
/// one in which all was translated leaves all fresh, and nothing for a proofreader to say.
@Suite struct ImportTests {
  private static let sheet = TemporaryBook.sheet.replacing(
    "    title: Essai\n", with: "    title: Essai\n  en:\n    title: Trial\n")

  /// One of each: every kind of block, within each other too.
  private static let french = """
    ---
    date: 2026-06-01
    ---

    # Un {#un}

    Bonjour à *toi*[^a].
    Et à vous.

    ## Suite {#suite .critical}

    Oui.

    Non.

    Oui.

    1. Premier geste.
    2. Deuxième geste.

       Avec un détail :

       - [ ] ceci ;
       - [ ] cela.
    3. Troisième geste.

    | Où | Quand |
    |---|---|
    | Rue \\| place | Lundi |
    | {{ lieu }} | [](#un) |

    : Nos tours {#tours}

    ::: note À lire
    Une phrase.

    > Une citation.
    > Sur deux lignes.
    :::

    ```
    code
    ```

    ![Une rue](rue.svg "La rue « longue »"){#fig-rue}

    * * *

    Dôme
    : Une boule.

    Mât {#mat}
    : Un poteau[^b].

    [^a]: Une note.
    [^b]: Une autre.

    """
  private static let english = french.replacing("# Un {", with: "# One {")
    .replacing("Bonjour à *toi*", with: "Hello to *you*").replacing(
      "Et à vous", with: "And to you all"
    )
    .replacing("Suite", with: "More").replacing("Non.", with: "No.")
    .replacing("Oui.\n\nNo", with: "Yes.\n\nNo").replacing("Oui.", with: "Indeed.")
    .replacing("Premier geste", with: "First step").replacing("Deuxième geste", with: "Second step")
    .replacing("Avec un détail :", with: "With a detail:").replacing("ceci ;", with: "this;")
    .replacing("cela", with: "that").replacing("Troisième geste", with: "Third step")
    .replacing("Où | Quand", with: "Where | When").replacing(
      "Rue \\| place", with: "Street \\| square"
    )
    .replacing("Lundi", with: "Monday").replacing("Nos tours", with: "Our rounds")
    .replacing("À lire", with: "To read").replacing("Une phrase", with: "A sentence")
    .replacing("Une citation.", with: "A quotation.").replacing(
      "Sur deux lignes", with: "On two lines"
    )
    .replacing("![Une rue]", with: "![A street]").replacing(
      "La rue « longue »", with: "The “long” street"
    )
    .replacing("Dôme", with: "Dome").replacing("Une boule", with: "A ball").replacing(
      "Mât", with: "Mast"
    )
    .replacing("Un poteau", with: "A pole").replacing("Une note", with: "A note")
    .replacing("Une autre", with: "Another")

  private static let picture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\"><rect width=\"90\" height=\"40\"/></svg>"

  private func book(_ english: String?) throws -> TemporaryBook {
    let book = try TemporaryBook([
      "content/fr/01-un.md": Self.french, "content/images/rue.svg": Self.picture,
    ])
    if let english { try book.write(english, to: "content/en/01-un.md") }
    try book.write(Self.sheet + "values: {lieu: Gare}\n", to: "content/livret.yml")
    return book
  }

  private func translation(_ book: TemporaryBook) throws -> Translation {
    try TranslationWork(in: book.path, places: []).translations[0]
  }

  private func confirm(_ book: TemporaryBook) throws {
    _ = try TranslationWork(in: book.path, places: []).confirm()
  }

  private func take(_ catalogue: String, into book: TemporaryBook, language: String? = nil) throws
    -> ImportReport
  {
    try book.write(catalogue, to: "x.po")
    return try importCatalogue("\(book.path)/x.po", into: book.path, language: language)
  }

  private func states(_ book: TemporaryBook) throws -> Set<PassageState.Freshness> {
    Set(try translation(book).state.passages.map(\.freshness))
  }

  /// Translated in the same order: what a translator does who has the English at hand.
  private func translated(_ book: TemporaryBook, _ isWanted: (String) -> Bool = { _ in true })
    throws
    -> String
  {
    let finished = try self.book(Self.english)
    try confirm(finished)
    var words: [[String]: [String]] = [:]
    for state in try translation(finished).state.passages {
      guard let source = state.source, let text = state.translation?.text else { continue }
      words[[source.place.description, source.text], default: []].append(text)
    }
    var found: [Diagnostic] = []
    var file = POFile(
      parsing: try translation(book).catalogue, file: "x.po", reporting: &found)
    for index in file.entries.indices where file.entries[index].translation.isEmpty {
      let entry = file.entries[index]
      let place = String((entry.context ?? "").prefix { $0 != " " })
      let text = words[[place, entry.id]]?.first ?? ""
      if isWanted(text) { file.entries[index].translation = text }
    }
    return file.text
  }

  @Test(arguments: [false, true]) func anUntouchedCatalogueChangesNothing(isConfirmed: Bool) throws
  {
    let book = try book(Self.english)
    if isConfirmed { try confirm(book) }
    let memory = book.text("content/en/en.po")
    let report = try take(try translation(book).catalogue, into: book)
    #expect(report.diagnostics.isEmpty)
    #expect(report.products.isEmpty)
    #expect((report.replaced, report.added, report.confirmed) == (0, 0, 0))
    #expect(book.text("content/en/01-un.md") == Self.english)
    #expect(book.text("content/en/en.po") == memory)
  }

  /// Of one source under one heading there may be several translations.
  @Test func whatIsSaidTwiceKeepsItsTwoTranslations() throws {
    let book = try book(Self.english)
    try confirm(book)
    let catalogue = try translation(book).catalogue
    #expect(catalogue.contains("msgctxt \"01-un#suite (2)\"\nmsgid \"Oui.\"\nmsgstr \"Indeed.\""))
    // One is edited here, the other there.
    try book.write(
      Self.english.replacing("Indeed.", with: "Certainly."), to: "content/en/01-un.md")
    let report = try take(catalogue.replacing("\"Yes.\"", with: "\"Yep.\""), into: book)
    #expect(report.diagnostics.isEmpty)
    #expect(report.replaced == 1)
    #expect(
      book.text("content/en/01-un.md")
        == Self.english.replacing("Indeed.", with: "Certainly.").replacing("Yes.", with: "Yep."))
  }

  @Test func aWholeNewTranslationIsWrittenFromTheSourcesLines() throws {
    let book = try book(nil)
    let report = try take(translated(book), into: book)
    #expect(report.diagnostics.map(\.code) == [])
    #expect(
      book.text("content/en/01-un.md")
        == Self.english.replacing("Indeed.", with: "Yes.").replacing("> On two", with: "> On two"))
    #expect(try states(book) == [.fresh])
    #expect(try translation(book).memory.sourceDate == "2026-06-01")
    #expect(try CheckOrder.findings(in: book).isEmpty)
    let again = try take(try translation(book).catalogue, into: book)
    #expect(again.products.isEmpty)
  }

  /// Each goes where the source has it, with the signs that its neighbours have.
  @Test(arguments: [
    "Hello to *you*[^a].\nAnd to you all.\n\n", "## More {#suite .critical}\n\n",
    "1. First step.\n", "3. Third step.\n", "   - [ ] this;\n", "   - [ ] that.\n",
    "| Street \\| square | Monday |\n", ": Our rounds {#tours}\n\n", " To read", "A sentence.\n\n",
    "> A quotation.\n> On two lines.\n", "A street", " \"The “long” street\"",
    "Dome\n: A ball.\n\n",
    "Mast {#mat}\n: A pole[^b].\n\n", "[^a]: A note.\n", "[^b]: Another.\n",
    "| Where | When |\n|---|---|\n| Street \\| square | Monday |\n| {{ lieu }} | [](#un) |\n\n: Our rounds {#tours}\n\n",
    "![A street](rue.svg \"The “long” street\"){#fig-rue}\n\n",
    "   With a detail:\n\n   - [ ] this;\n   - [ ] that.\n",
  ])
  func aPartThatLacksComesInItsPlace(part: String) throws {
    let book = try book(Self.english)
    try confirm(book)
    #expect(Self.english.contains(part))
    try book.write(Self.english.replacing(part, with: ""), to: "content/en/01-un.md")
    let report = try take(translated(book), into: book)
    #expect(report.diagnostics.map(\.message.english) == [])
    #expect(report.added > 0)
    // Notes come at the end, in whatever order.
    let blankless = { (text: String?) in
      let lines = (text ?? "").split(separator: "\n").filter {
        !$0.allSatisfy { " >".contains($0) }
      }
      return lines.filter { !$0.hasPrefix("[^") } + lines.filter { $0.hasPrefix("[^") }.sorted()
    }
    #expect(blankless(book.text("content/en/01-un.md")) == blankless(Self.english))
    #expect(try states(book) == [.fresh])
  }

  @Test func blocksThatAreNotWholeWait() throws {
    let book = try book(nil)
    let report = try take(translated(book) { $0 != "Second step." && $0 != "Another." }, into: book)
    #expect(report.diagnostics.map(\.code) == ["catalogue-incomplete"])
    let text = book.text("content/en/01-un.md") ?? ""
    #expect(!text.contains("First step."))
    // It calls a note that is not there.
    #expect(!text.contains("A pole"))
    #expect(text.contains("code") && text.contains("* * *") && text.contains("[^a]: A note."))
    #expect(try CheckOrder.findings(in: book).filter { $0.severity == .error }.isEmpty)
    let rest = try take(translated(book), into: book)
    #expect(rest.diagnostics.map(\.code) == [])
    #expect(book.text("content/en/01-un.md") == Self.english.replacing("Indeed.", with: "Yes."))
  }

  @Test(arguments: [
    ("One", "This\\n\\n# guide"), ("One", "A\\nB"), ("First step.", "- Why two?"),
    ("And to you all.", "::: note\\n\\nx"), ("Monday", "Fixed | dome\\n more"),
    ("A sentence.", "```"), ("A sentence.", "[x]: y"), ("A note.", "One\\n\\nTwo"),
    ("Dome", "A\\nB"), ("A street", "A] street"), ("The “long” street", "*Long*"),
  ])
  func wordsThatWouldBeSomethingElseAreRefused(words: String, instead: String) throws {
    let book = try book(Self.english)
    try confirm(book)
    let catalogue = try translation(book).catalogue
    #expect(catalogue.contains(words))
    let line = try #require(
      catalogue.split(separator: "\n").first { $0.hasPrefix("msgstr") && $0.contains(words) })
    let edited = catalogue.replacing(line, with: "msgstr \"\(instead)\"")
      .replacing("\"No.\"", with: "\"Nope.\"")
    let report = try take(edited, into: book)
    #expect(report.diagnostics.map(\.code) == ["catalogue-refused"])
    #expect(report.diagnostics.first?.range != nil)
    // The rest goes in.
    #expect(report.replaced == 1)
    #expect(
      book.text("content/en/01-un.md") == Self.english.replacing("No.", with: "Nope."))
  }

  /// A link to nothing, a value without a name, and what the source has not.
  @Test(arguments: [
    "See [](#nope).", "It is {{ a.b }}.", "A sentence {#un-2}.", "A [sentence]{#un-2}.",
    "A <div>sentence</div>.", "A ![street](rue.svg) sentence.",
  ])
  func signsThatTheBookDoesNotKnowAreRefused(words: String) throws {
    let book = try book(Self.english)
    try confirm(book)
    let memory = book.text("content/en/en.po")
    for place in ["\"A sentence.\"", "\"One\""] {
      let catalogue = try translation(book).catalogue
      #expect(catalogue.contains(place))
      let report = try take(
        catalogue.replacing("msgstr \(place)", with: "msgstr \"\(words)\""), into: book)
      #expect(report.diagnostics.map(\.code) == ["catalogue-sign"])
      #expect(report.diagnostics.first?.range != nil)
      #expect(report.products.isEmpty)
    }
    try book.write(
      try #require(memory).replacing("msgstr \"A sentence.\"", with: "msgstr \"\(words)\""),
      to: "content/en/en.po")
    let edited = try importCatalogue(
      "\(book.path)/content/en/en.po", into: book.path, language: nil)
    #expect(edited.diagnostics.map(\.code) == ["catalogue-sign"])
    #expect(book.text("content/en/01-un.md") == Self.english)
  }

  @Test func signsThatTheBookKnowsAreWritten() throws {
    let book = try book(Self.english)
    try book.write(
      Self.french.replacing("Une phrase.", with: "Une phrase à {{ lieu }}."),
      to: "content/fr/01-un.md")
    try confirm(book)
    let report = try take(
      try translation(book).catalogue.replacing(
        "\"A sentence.\"", with: "\"See [](#tours) and [this](https://a.org) at {{ lieu }}.\""),
      into: book)
    #expect(report.diagnostics.isEmpty)
    #expect(report.replaced == 1)
  }

  /// White space is no translation.
  @Test(arguments: [" ", "\u{A0}", "\u{200B}"]) func aBlankEntryAsksForNothing(blank: String) throws
  {
    let book = try book(Self.english)
    try confirm(book)
    let catalogue = try translation(book).catalogue
    for words in ["\"One\"", "\"Monday\""] {
      let report = try take(
        catalogue.replacing("msgstr \(words)", with: "msgstr \"\(blank)\""), into: book)
      #expect(report.products.isEmpty)
    }
    #expect(book.text("content/en/01-un.md") == Self.english)
  }

  @Test func signsThatACellOrACaptionWantsAreWritten() throws {
    let book = try book(Self.english)
    try confirm(book)
    let report = try take(
      try translation(book).catalogue.replacing("\"Monday\"", with: "\"Monday | Friday\"")
        .replacing("The “long” street", with: "The \\\"longest\\\" street")
        .replacing("\"A street\"", with: "\"_One_ street\""), into: book)
    #expect(report.diagnostics.isEmpty)
    let text = book.text("content/en/01-un.md") ?? ""
    #expect(text.contains("| Street \\| square | Monday \\| Friday |"))
    #expect(text.contains("![_One_ street](rue.svg \"The \\\"longest\\\" street\"){#fig-rue}"))
    #expect(try states(book) == [.fresh])
  }

  @Test func anotherLanguagesCatalogueIsRefused() throws {
    let book = try book(Self.english)
    let catalogue = try translation(book).catalogue
    for other in ["es", "pt_BR"] {
      let report = try take(
        catalogue.replacing("Language: en\\n", with: "Language: \(other)\\n")
          .replacing("No.", with: "Nunca."), into: book, language: "en")
      #expect(report.diagnostics.map(\.code) == ["catalogue-language"])
      #expect(report.products.isEmpty)
    }
    let british = try take(
      catalogue.replacing("Language: en\\n", with: "Language: en_GB\\n"), into: book,
      language: "en")
    #expect(british.diagnostics.isEmpty)
  }

  /// What was confirmed here since the export is as good as what was edited there.
  @Test func wordsConfirmedSinceTheExportAreNotOverwritten() throws {
    let book = try book(Self.english)
    try confirm(book)
    let catalogue = try translation(book).catalogue
    try book.write(
      Self.english.replacing("A sentence.", with: "One sentence."), to: "content/en/01-un.md")
    try confirm(book)
    #expect(try take(catalogue, into: book).products.isEmpty)
    let report = try take(
      catalogue.replacing("\"A sentence.\"", with: "\"Some sentence.\""), into: book)
    #expect(report.diagnostics.map(\.code) == ["catalogue-conflict"])
    #expect(report.products.isEmpty)
  }

  @Test func aLongerTextIsWrittenOneSentenceALine() throws {
    let book = try book(Self.english)
    try confirm(book)
    _ = try take(
      try translation(book).catalogue.replacing(
        "And to you all.",
        with:
          "See [](#un). Of `a`. See art. L251-1. **It holds.** And “why?” is asked[^b].  \\[Here.\\] “Yes.” Now `a. B` ends."
      ), into: book)
    let text = book.text("content/en/01-un.md") ?? ""
    #expect(
      text.contains(
        """
        Hello to *you*[^a].
        See [](#un).
        Of `a`.
        See art. L251-1.
        **It holds.**
        And “why?” is asked[^b].
        """))
  }

  /// A file keeps its kind of line ends, and no chapter takes another one's number.
  @Test func filesKeepTheirKind() throws {
    let book = try book(Self.english)
    try confirm(book)
    let dos = { (text: String) in text.replacing("\n", with: "\r\n") }
    try book.write(
      dos(Self.english.replacing("A sentence.\n\n", with: "")), to: "content/en/01-un.md")
    let report = try take(translated(book), into: book)
    #expect(report.diagnostics.isEmpty)
    #expect(
      book.text("content/en/01-un.md")?.contains("read\r\nA sentence.\r\n\r\n> A quo") == true)

    let other = try self.book(nil)
    try other.write("# Else {#else}\n\nWords.\n", to: "content/en/01-else.md")
    let refusal = try take(translated(other), into: other)
    #expect(refusal.diagnostics.map(\.code) == ["catalogue-chapter"])
    #expect(refusal.products.isEmpty)
  }

  @Test func nothingIsWrittenWhereAChapterCannotBeRead() throws {
    let book = try book(Self.english)
    try confirm(book)
    let catalogue = try translation(book).catalogue.replacing("\"No.\"", with: "\"Nope.\"")
    try book.write([0x23, 0x20, 0xFF], to: "content/en/02-deux.md")
    let report = try take(catalogue, into: book)
    #expect(report.diagnostics.map(\.code) == ["not-utf-8"])
    #expect(book.text("content/en/01-un.md") == Self.english)
  }
}

extension CheckOrder {
  fileprivate static func findings(in book: TemporaryBook) throws -> [Diagnostic] {
    var order = CheckOrder(folder: book.path)
    order.language = "en"
    return try check(order).diagnostics
  }
}
