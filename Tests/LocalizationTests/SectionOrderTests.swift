import Diagnostics
import Localization
import Testing

@Suite struct SectionOrderTests {
  private func text(_ titles: String...) -> String {
    titles.map { "## \($0.uppercased()) {#\($0)}\n\nWords of \($0)." }.joined(separator: "\n\n")
  }

  private func moved(_ source: [Passage], _ translation: [Passage]) -> [String] {
    var found: [Diagnostic] = []
    TranslationState(source: source, translation: translation, memory: Memory()).checkOrder(
      ["01": "01", "02": "02"], file: { "\($0).md" }, reporting: &found)
    return found.map { "\($0.file):\($0.range?.lowerBound.line ?? 0) \($0.message.english)" }
  }

  @Test func theSameOrderIsFine() {
    let text = text("a", "b", "c")
    #expect(moved(passages(text, named: "01"), passages(text, named: "01")) == [])
  }

  @Test func theFewestThatMovedAreSaid() {
    #expect(
      moved(
        passages(text("d", "a", "b", "c"), named: "01"),
        passages(text("a", "b", "c", "d"), named: "01")) == [
          "01.md:13 the source has this section elsewhere, at the beginning"
        ])
  }

  @Test func aSectionThatWentToAnotherChapterIsSaid() {
    #expect(
      moved(
        passages(text("a"), named: "01") + passages(text("c", "b"), named: "02"),
        passages(text("a", "b"), named: "01") + passages(text("c"), named: "02")) == [
          "01.md:5 the source has this section elsewhere, below “C” of 02.md"
        ])
  }

  /// What has no counterpart is missing, and no matter of order.
  @Test func chaptersThatAreNotTranslatedHaveNoOrder() {
    #expect(
      moved(
        passages(text("a", "b"), named: "03"), passages(text("b", "a"), named: "03")) == [])
  }
}
