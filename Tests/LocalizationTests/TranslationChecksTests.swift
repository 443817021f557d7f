import Diagnostics
import Localization
import Markdown
import Testing

@Suite struct TranslationChecksTests {
  private func findings(_ source: String, _ translation: String) -> [String] {
    var found: [Diagnostic] = []
    let state = TranslationState(
      source: passages(source), translation: passages(translation), memory: Memory())
    for passage in state.passages { passage.check(in: "en.md", reporting: &found) }
    return found.map { diagnostic in
      ([diagnostic.code] + diagnostic.hints.map(\.english)).joined(separator: "; ")
    }
  }

  @Test(arguments: [
    (
      "Écrivez à {{ a.b }}.", "Write to {{ a.c }}.",
      "translation-values; only the source has: a.b; only the translation has: a.c"
    ),
    (
      "Voir [](#x) et <https://a.org>.", "See [](#x).",
      "translation-links; only the source has: https://a.org"
    ),
    (
      "Mot[^n].\n\n[^n]: Note.", "Word.\n\n[^n]: Note.",
      "translation-notes; only the source has: n"
    ),
    (
      "Le 5 avril 2027, art. L311-1.", "On 6 April 2027, art. L311-1.",
      "translation-digits; only the source has: 5; only the translation has: 6"
    ),
    ("![Une rue](a.svg)", "![A street](b.svg)", ""),
  ])
  func whatDiffersIsNamed(source: String, translation: String, finding: String) {
    #expect(findings(source, translation).joined() == finding)
  }

  @Test(arguments: [
    ("Il y en a 10 000.", "There are 10,000 of them."),
    ("Il y en a 1 234,50.", "Hay 1.234,50."),
    ("Le 5 avril", "في 5 أبريل"),
    ("Le 5 avril", "في ٥ أبريل"),
    ("Pages 69-70, de 2019 à 2024.", "ص 69–70، 2019–2024."),
    ("Le 24 novembre 2026", "2026年11月24日"),
  ])
  func languagesWriteNumbersTheirOwnWay(source: String, translation: String) {
    #expect(findings(source, translation) == [])
  }

  @Test func anotherIdentifierAndAnotherLanguagesQuotesAreFound() {
    var found: [Diagnostic] = []
    let state = TranslationState(
      source: passages("# Un {#un}\n\nIl dit « oui »."),
      translation: passages("# One {#un}\n\nHe says «yes»."), memory: Memory())
    for passage in state.passages {
      passage.check(in: "en.md", quotes: ["“", "”", "‘", "’"], reporting: &found)
    }
    #expect(found.map(\.code) == ["translation-quotes"])

    // Confirmed once, and then given another name.
    let memory = Memory([
      Memory.Entry(
        place: .init(chapter: "01-test", section: "un"), source: "Un", translation: "One")
    ])
    found = []
    let renamed = TranslationState(
      source: passages("# Un {#un}"), translation: passages("# One {#one}"), memory: memory)
    for passage in renamed.passages { passage.check(in: "en.md", reporting: &found) }
    #expect(found.map(\.code) == ["translation-ids"])
  }

  @Test func halfATextIsTooShort() {
    #expect(
      findings(
        "Une carte faite à pied vaut mieux qu’une liste noircie, et elle met des gens dehors.",
        "A map is better."
      ).map { $0.prefix(18) } == ["translation-length"])
  }

  @Test func datesAndRangesMustAgreeAllTheSame() {
    #expect(
      findings("Pages 69–70.", "Pages 69–71.").joined()
        == "translation-digits; only the source has: 70; only the translation has: 71")
    #expect(
      findings("Le 24 novembre 2026", "2026年11月25日").joined()
        == "translation-digits; only the source has: 24; only the translation has: 25")
  }

  /// An ideograph says as much as some letters.
  @Test(arguments: [
    ("# Uniquement des moyens légaux", "# 合法的な手段のみ"),
    ("# Uniquement des moyens légaux", "# 仅限合法手段行动"),
    (
      "Une carte faite à pied vaut mieux qu’une liste noircie, et elle met des gens dehors.",
      "徒步绘制的地图胜过一份涂黑的名单，而且能让人们走上街头。"
    ),
    (
      "Une carte faite à pied vaut mieux qu’une liste noircie, et elle met des gens dehors.",
      "歩いて作った地図は黒塗りの一覧よりも優れており、人々を外に連れ出す。"
    ),
    (
      "歩いて作った地図は黒塗りの一覧よりも優れており、人々を外に連れ出す。",
      "A map made on foot is better than a blackened list, and it gets people out."
    ),
  ])
  func ideographsAreShortAndSayAll(source: String, translation: String) {
    #expect(findings(source, translation) == [])
  }

  @Test func halfATextIsTooShortInIdeographsToo() {
    #expect(
      findings(
        "Une carte faite à pied vaut mieux qu’une liste noircie, et elle met des gens dehors.",
        "地图更好。"
      ).map { $0.prefix(18) } == ["translation-length"])
  }

  /// Who confirmed it has seen how long it is.
  @Test func whatIsConfirmedIsLongEnough() {
    let source =
      "Une carte faite à pied vaut mieux qu’une liste noircie, et elle met des gens dehors."
    let memory = Memory([
      Memory.Entry(
        place: .init(chapter: "01-test", section: ""), source: source,
        translation: "A map is better.")
    ])
    var found: [Diagnostic] = []
    let state = TranslationState(
      source: passages(source), translation: passages("A map is better."), memory: memory)
    for passage in state.passages { passage.check(in: "en.md", reporting: &found) }
    #expect(found.isEmpty)
  }

  @Test func aFindingPointsAtTheSign() throws {
    let translation = "- Write\n  to us:\n  {{ a.b }} or {{ a.c }}\n"
    var found: [Diagnostic] = []
    let chapter = Chapter(parsing: translation, file: "en.md", reporting: &found)
    let state = TranslationState(
      source: passages("- Écrivez à {{ a.b }} ou {{ a.d }}"), translation: passages(translation),
      memory: Memory())
    for passage in state.passages {
      passage.check(in: "en.md", places: SignPlaces(of: chapter), reporting: &found)
    }
    let range = try #require(found.first?.range)
    #expect(found.map(\.code) == ["translation-values"])
    #expect(range.lowerBound == Diagnostics.SourceLocation(line: 3, column: 16))
  }

  // MARK: Pictures

  private func pictures(_ source: String, _ translation: String) -> [String] {
    var found: [Diagnostic] = []
    func chapter(_ text: String, _ file: String) -> [(name: String, chapter: Chapter)] {
      [("01-test", Chapter(parsing: text, file: file, reporting: &found))]
    }
    let state = TranslationState(
      source: passages(source), translation: passages(translation), memory: Memory())
    state.checkPictures(
      of: chapter(source, "fr.md"), in: chapter(translation, "en.md"), reporting: &found)
    return found.map {
      "\($0.file):\($0.range?.lowerBound.line ?? 0) \($0.code) \($0.hints[0].english.prefix(24))"
    }
  }

  private static let source = """
    # Un {#un}

    Une phrase.

    ![Une rue](a.svg){#fig-rue}

    ## Deux {#deux}

    ![](b.svg)

    Une autre.
    """

  @Test(arguments: [
    (source, []),
    (
      source.replacing("![Une rue](a.svg){#fig-rue}\n", with: ""),
      ["en.md:3 translation-pictures write ![…](a.svg){#fig-r"]
    ),
    (
      source.replacing("a.svg", with: "c.svg"),
      ["en.md:5 translation-pictures write (a.svg); a drawing"]
    ),
    (
      source.replacing("![](b.svg)\n", with: ""),
      ["en.md:7 translation-pictures write ![…](b.svg)"]
    ),
    (
      source.replacing("b.svg", with: "c.svg"),
      ["en.md:9 translation-pictures write (b.svg); a drawing"]
    ),
    // Nobody has begun with this section.
    ("# Un {#un}\n\nUne phrase.\n\n![Une rue](a.svg){#fig-rue}\n", []),
    // Of this language alone.
    (source + "\n\n![Ici](c.svg)\n", []),
  ])
  func thePicturesOfTheSourceAreThere(translation: String, findings: [String]) {
    #expect(pictures(Self.source, translation) == findings)
  }
}
