import Diagnostics
import Geometry
import Testing

@testable import Typesetting

/// The call of a note stays with what it follows.
@Suite("Calls of notes") struct NoteCallTests {
  /// "…" before the call, the call, and what follows; lines of twenty letters.
  private func lines(_ before: String, _ call: String, _ after: String) -> [String] {
    let setting = SetText()
    var raised = setting.look
    raised.raise = .points(3)
    raised.isVerbatim = true
    let place = SourceLocation(line: 1, column: 1)
    let texts = [before, call, after]
    let letters = texts.enumerated().flatMap { index, text in
      text.unicodeScalars.map { Letter(scalar: $0, segment: Int32(index)) }
    }
    let composition = Composition(
      letters: letters, looks: [setting.look, raised, setting.look],
      origins: texts.map { _ in .init(range: place..<place) }, direction: .leftToRight)
    let set = ParagraphSetter(shaper: setting.shaper, direction: .leftToRight).set(
      composition, shape: LineShape(rest: .points(100)),
      habits: BreakingHabits(narrowestLine: .points(100)))
    return set.lines.map(\.text)
  }

  /// Wherever the line's end falls, and whatever the break that UAX 14 sees before a figure.
  @Test(arguments: ["ab-", "ab.\u{200B}", "ab ", "ab", "春夏", "春。", "春）"])
  func beginsNoLine(last: String) {
    for count in 1...24 {
      let before = (0..<count).map { _ in "x" }.joined(separator: " ") + " " + last
      let lines = lines(before, "12", " then the text goes on and on")
      #expect(!lines.contains { $0.hasPrefix("12") }, "\(lines)")
      #expect(lines.joined().contains("12"))
    }
  }

  /// Nor where a word is wider than a line and breaks anywhere.
  @Test func beginsNoneInAWordTooWide() {
    for count in 18...24 {
      let lines = lines(String(repeating: "x", count: count), "1", "")
      #expect(!lines.contains { $0.hasPrefix("1") }, "\(lines)")
    }
  }
}
