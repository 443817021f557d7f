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

  private let place = Edition.Place(
    file: "edition.yml", range: SourceLocation.start..<SourceLocation.start)

  private func insert(_ text: String, original: String? = nil) -> Edition.Insert {
    Edition.Insert(chapter: chapter(text, "blocks/x.md"), original: original, place: place)
  }

  private func changed(
    _ verbs: [(Edition.Change.Verb, String)]
  ) -> (text: String, findings: [String]) {
    var found: [Diagnostic] = []
    let manuscript = Manuscript(chapters: [
      chapter(Self.book, "01.md"), chapter("# Deux {#deux}\n\nMots.", "02.md"),
    ]).changed(
      by: Edition(changes: verbs.map { Edition.Change($0.0, target: $0.1, place: place) }),
      reporting: &found)
    let text = manuscript.chapters.flatMap { $0.passages(named: "") }.map(\.text)
    return (text.joined(separator: " | "), found.map(\.code))
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
}
