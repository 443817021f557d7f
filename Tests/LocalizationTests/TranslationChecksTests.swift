import Diagnostics
import Localization
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
}
