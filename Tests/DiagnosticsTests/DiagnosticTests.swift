import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private let diagnostic = Diagnostic(
    .error, "note-undefined", file: "content/fr/04.md",
    range: SourceLocation(line: 12, column: 7)..<SourceLocation(line: 12, column: 13),
    Wording(en: "no footnote is called “crpa”", fr: "aucune note ne s’appelle « crpa »"),
    hints: [Wording(en: "write it", fr: "écrivez-la")])

  @Test func saysWhereFirst() {
    #expect(
      diagnostic.text(in: .english) == """
        content/fr/04.md:12:7: error: no footnote is called “crpa” [note-undefined]
          hint: write it
        """)
  }

  @Test func speaksFrenchWithStableKeywords() {
    #expect(
      diagnostic.text(in: .french).hasPrefix(
        "content/fr/04.md:12:7: error: aucune note ne s’appelle « crpa » [note-undefined]"))
  }

  @Test func localeChoosesTheLanguage() {
    #expect(InterfaceLanguage(locale: "fr_FR.UTF-8") == .french)
    #expect(InterfaceLanguage(locale: "C") == .english)
  }
}
