import Diagnostics
import Localization
import Markdown
import Testing

@Suite struct EditionTests {
  private static let book = """
    # Un {#un}

    Début[^a].

    ## Dedans {#dedans}

    Texte[^b].

    ::: note Encadré {#cadre}
    Mots.
    :::

    ### Plus bas {#bas}

    Fin de partie.

    ## Suite {#suite}

    Suite.

    [^a]: Note a.
    [^b]: Note b.
    """

  private func chapter(_ text: String, _ file: String) -> Chapter {
    var ignored: [Diagnostic] = []
    return Chapter(parsing: text, file: file, reporting: &ignored)
  }

  private func insert(_ text: String, original: String? = nil) -> Edition.Insert {
    Edition.Insert(chapter: chapter(text, "blocks/x.md"), original: original)
  }

  private func changed(
    _ verbs: [(Edition.Change.Verb, String)], book: String = book, source: String? = nil
  ) -> (text: String, findings: [String]) {
    let (text, found) = changedSaying(verbs, book: book, source: source)
    return (text, found.map(\.code))
  }

  private func changedSaying(
    _ verbs: [(Edition.Change.Verb, String)], book: String = book, source: String? = nil
  ) -> (text: String, findings: [Diagnostic]) {
    var found: [Diagnostic] = []
    let changes = verbs.enumerated().map { line, verb in
      let start = SourceLocation(line: line + 1, column: 1)
      return Edition.Change(
        verb.0, target: verb.1, place: SheetPlace(file: "edition.yml", range: start..<start))
    }
    let manuscript = Manuscript(chapters: [
      chapter(book, "01.md"), chapter("# Deux {#deux}\n\nMots.", "02.md"),
    ]).changed(
      by: Edition(named: "lyon", changes: changes),
      of: source.map { Manuscript(chapters: [chapter($0, "fr.md")]) }, reporting: &found)
    let text = manuscript.chapters.flatMap { $0.passages(named: "") }.map(\.text)
    return (text.joined(separator: " | "), found)
  }

  private func hash(_ target: String) -> String? {
    Manuscript(chapters: [chapter(Self.book, "01.md")]).hash(of: target)
  }

  @Test func aHeadingStandsForItsSectionAndNotesGoWithIt() {
    #expect(
      changed([(.omit, "dedans")]).text
        == "Un | Début[^a]. | Suite | Suite. | Note a. | Deux | Mots.")
  }

  @Test func aCalloutIsOneBlock() {
    #expect(changed([(.omit, "cadre")]).text.contains("Texte[^b]. | Plus bas"))
  }

  @Test func aChapterCanBeLeftOutAndAdded() {
    #expect(changed([(.omit, "un")]).text == "Deux | Mots.")
    #expect(
      changed([(.after(insert("# Ici {#ici}\n\nLocal.")), "un")]).text.hasSuffix(
        "Note b. | Ici | Local. | Deux | Mots."))
  }

  @Test func whatComesAfterASectionComesBehindAllOfIt() {
    #expect(
      changed([(.after(insert("À Dijon.")), "dedans")]).text.contains(
        "Fin de partie. | À Dijon. | Suite"))
  }

  @Test func aReplacementThatNamesItsOriginalIsQuiet() {
    let (text, findings) = changed([
      (.replace(insert("Autre[^b].\n\n[^b]: Ma note.", original: hash("dedans"))), "dedans")
    ])
    #expect(
      text
        == "Un | Début[^a]. | Autre[^local-b]. | Suite | Suite. | Note a. | Ma note. | Deux | Mots."
    )
    #expect(findings == [])
  }

  @Test func aReplacementWhoseOriginalChangedIsReported() {
    #expect(
      changed([(.replace(insert("x", original: "0")), "dedans")]).findings == [
        "edition-original-changed"
      ])
    #expect(changed([(.replace(insert("x")), "dedans")]).findings == ["edition-original-unsaid"])
    #expect(hash("dedans") != hash("suite"))
  }

  @Test func anUnknownTargetIsReportedAndNothingChanges() {
    let (text, findings) = changed([(.omit, "dedan")])
    #expect(text.contains("Dedans"))
    #expect(findings == ["edition-target-unknown"])
  }

  // MARK: Changes beside and within one another

  /// Whatever is changed near a passage, what an edition puts behind it is printed, and where it was put.
  @Test func changesBesideOneAnotherDoNotHideOneAnother() {
    // Without a heading of its own, it would belong to the section before.
    #expect(
      changed([(.after(insert("Ici.")), "un"), (.omit, "suite")]).text.contains(
        "Fin de partie. | Ici."))
    #expect(
      changed([(.replace(insert("Ici.", original: hash("suite"))), "suite"), (.omit, "dedans")])
        .text.contains("Début[^a]. | Ici."))
    #expect(
      changed([(.after(insert("A.")), "dedans"), (.after(insert("B.")), "bas")]).text.contains(
        "Fin de partie. | B. | A. | Suite"))
    #expect(
      changed([
        (.after(insert("A.")), "dedans"),
        (.replace(insert("B.", original: hash("suite"))), "suite"),
      ]).text.contains("Fin de partie. | A. | B. | Note"))
  }

  @Test func aPassageMayBeReplacedAndFollowed() {
    #expect(
      changed([
        (.replace(insert("Autre.", original: hash("suite"))), "suite"),
        (.after(insert("Encore.")), "suite"),
      ]).text.contains("Autre. | Encore."))
  }

  @Test func whatTheEditionBringsMayBeFollowedToo() {
    let (text, findings) = changed([
      (.after(insert("# Ici {#ici}\n\nLocal.")), "un"),
      (.after(insert("# Là {#la}\n\nPlus loin.")), "ici"),
    ])
    #expect(text.hasSuffix("Ici | Local. | Là | Plus loin. | Deux | Mots."))
    #expect(findings == [])
  }

  @Test(arguments: ["omit omit", "omit replace", "replace omit", "omit after", "after omit"])
  func onePassageIsNotChangedTwice(verbs: String) {
    let changes = verbs.split(separator: " ").map { verb -> (Edition.Change.Verb, String) in
      switch verb {
      case "omit": (.omit, "suite")
      case "after": (.after(insert("Ici.")), "suite")
      default: (.replace(insert("Ici.", original: hash("suite"))), "suite")
      }
    }
    let found = changedSaying(changes).findings
    #expect(found.map(\.code) == ["edition-target-twice"])
    #expect(found.first?.range?.lowerBound.line == 2)
    #expect(found.first?.notes.first?.range?.lowerBound.line == 1)
  }

  @Test func nothingIsChangedWithinWhatGoes() {
    let found = changedSaying([
      (.replace(insert("Ici.", original: hash("bas"))), "bas"), (.omit, "dedans"),
    ])
    .findings
    #expect(found.map(\.code) == ["edition-target-within"])
    #expect(found.first?.message.english == "“bas” stands within “dedans”, which is omitted")
    #expect(found.first?.range?.lowerBound.line == 1)
  }

  // MARK: Links to what has gone

  @Test func aLinkToWhatTheEditionTakesAwayNamesTheEdition() {
    let book = Self.book.replacing("Suite.\n", with: "Voir [](#bas), [ici](#cadre), [](#rien).\n")
    let omitted = changedSaying([(.omit, "dedans")], book: book)
    #expect(omitted.findings.map(\.code) == ["edition-link-lost", "edition-link-lost"])
    #expect(
      omitted.findings.first?.message.english
        == "the edition “lyon” omits “dedans”, and with it “bas”, linked from here")
    #expect(omitted.findings.first?.file == "01.md")
    #expect(omitted.findings.first?.range?.lowerBound.line == 19)
    // The link is found fault with once; one that never led anywhere is for the proofreader.
    #expect(omitted.text.contains("ici, [](#rien)."))

    let replaced = changed(
      [(.replace(insert("## Autre {#bas}\n\nMots.", original: hash("dedans"))), "dedans")],
      book: book)
    #expect(replaced.findings == ["edition-link-lost"])
  }

  // MARK: Translations

  @Test func theOriginalIsTheSourcesWhateverTheLanguage() {
    let english = "# One {#un}\n\n## Inside {#dedans}\n\nText.\n"
    let (text, findings) = changed(
      [(.replace(insert("## Here {#dedans}\n\nLocal.", original: hash("dedans"))), "dedans")],
      book: english, source: Self.book)
    #expect(text == "One | Here | Local. | Deux | Mots.")
    #expect(findings == [])
  }

  @Test func aPassageThatTheTranslationLacksCannotBeReplaced() {
    let english = "# One {#un}\n"
    #expect(
      changed([(.after(insert("x")), "dedans")], book: english, source: Self.book).findings == [
        "edition-target-untranslated"
      ])
    #expect(changed([(.omit, "dedans")], book: english, source: Self.book).findings == [])
    // Where the translation nests otherwise, nothing is done twice.
    #expect(
      changed(
        [(.omit, "dedans"), (.omit, "suite")],
        book: "# One {#un}\n\n## Inside {#dedans}\n\n### More {#suite}\n", source: Self.book
      ).findings == ["edition-target-within"])
  }
}
