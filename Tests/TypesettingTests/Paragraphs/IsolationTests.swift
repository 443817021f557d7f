import Geometry
import Testing

@testable import Typesetting

/// What is held together from left to right in a text that runs the other way; ⟨ and ⟩ stand for the signs
/// that hold it.
@Suite struct IsolationTests {
  private func isolated(_ text: String) -> String {
    let look = Composition.Look(
      style: CharacterStyle(face: FaceName(family: "Grid"), size: .points(10), language: "ar"))
    let letters = text.unicodeScalars.map { Letter(scalar: $0, segment: 0) }
    let context = CopyContext(looks: [look], language: .arabic, others: [:])
    var shown = ""
    for letter in Isolation.isolated(
      letters, in: .rightToLeft, looks: [look], context)
    {
      switch letter.scalar {
      case "\u{2066}": shown += "⟨"
      case "\u{2069}": shown += "⟩"
      default: shown.unicodeScalars.append(letter.scalar)
      }
    }
    return shown
  }

  @Test(arguments: [
    ("هاتف 01 53 73 22 22 الآن", "هاتف ⟨01 53 73 22 22⟩ الآن"),
    ("القسم 2.1 ثم 2.2.", "القسم ⟨2.1⟩ ثم ⟨2.2⟩."),
    ("المادة L. 251-1 من", "المادة ⟨L. 251-1⟩ من"),
    ("بتاريخ 2026-11-24", "بتاريخ ⟨2026-11-24⟩"),
    ("الطبعة 1 · 24 نوفمبر 2026", "الطبعة ⟨1⟩ · ⟨24⟩ نوفمبر ⟨2026⟩"),
    ("هيئة (CNIL) هنا", "هيئة (⟨CNIL⟩) هنا"),
    ("أو 15 % منها", "أو ⟨15 %⟩ منها"),
    ("في OpenStreetMap. وفي CADA", "في ⟨OpenStreetMap⟩. وفي ⟨CADA⟩"),
    ("مقال «Vidéo : quelles règles ?» هنا", "مقال «⟨Vidéo : quelles règles⟩ ?» هنا"),
    ("اتصلوا: CNIL", "اتصلوا: ⟨CNIL⟩"),
    ("لا شيء هنا", "لا شيء هنا"),
  ])
  func whatRunsFromLeftToRightIsHeldTogether(text: String, shown: String) {
    #expect(isolated(text) == shown)
  }

  /// Small words that are written onto an address stay outside, as they do with other words; a name in
  /// letters from right to left is one itself.
  @Test(arguments: [
    (
      "ar", "على a.org وwe.b.net/x، وبـwe.b.net، هنا",
      "على ⟨a.org⟩ و⟨we.b.net/x⟩، وبـ⟨we.b.net⟩، هنا"
    ),
    ("ar", "ولـhttps://example.org، هنا", "ولـ⟨https://example.org⟩، هنا"),
    ("ar", "وcontact@example.org.", "و⟨contact@example.org⟩."),
    ("ar", "هنا (وwe.b.net) أو we.b.net", "هنا (و⟨we.b.net⟩) أو ⟨we.b.net⟩"),
    ("ar", "وCADA و2023 وb2.org", "و⟨CADA⟩ و⟨2023⟩ و⟨b2.org⟩"),
    ("ar", "على مثال.com/x هنا", "على ⟨مثال.com/x⟩ هنا"),
    ("he", "ובwe.b.net או ב־we.b.net/x", "וב⟨we.b.net⟩ או ב־⟨we.b.net/x⟩"),
    ("he", "ב-we.b.net/x כאן", "ב-⟨we.b.net/x⟩ כאן"),
  ])
  func prefixesStayOutsideAnAddress(tag: String, text: String, shown: String) throws {
    let line = visibleLine(text, try #require(BookLanguage(tag: tag)))
    let signs = ["\u{2066}": "⟨", "\u{2069}": "⟩", "␣": " "]
    #expect(line.unicodeScalars.map { signs[String($0)] ?? String($0) }.joined() == shown)
  }

  /// Signs without their other half, or too many of them, hold nothing; what makes a search begin
  /// again and again is looked at once.
  @Test(arguments: [
    ("\u{2066}", ""), ("\u{2069}", ""), ("\u{2066}a, b\u{2069}", ""), ("\u{2068}", "\u{2069}"),
    ("1 ", ""), ("01-", ""), ("a(", ""), ("$-", ""), ("أ1", ""), ("٠ ", ""),
  ])
  func noTextTakesLong(opening: String, closing: String) {
    let count = 20_000
    let text = String(repeating: opening, count: count) + String(repeating: closing, count: count)
    let took = threadTime { _ = isolated(text) }
    #expect(took < .seconds(3))
  }

  /// UAX 9, L2.
  @Test(arguments: [
    ([0, 0, 0], [0, 1, 2]), ([1, 1, 1], [2, 1, 0]), ([1, 2, 1], [2, 1, 0]),
    ([0, 1, 1, 0], [0, 2, 1, 3]), ([1, 2, 2, 1], [3, 1, 2, 0]), ([], []),
    ([1, 2, 3, 2, 1], [4, 1, 2, 3, 0]),
  ])
  func runsStandInVisualOrder(levels: [Int], order: [Int]) {
    #expect(visualOrder(ofLevels: levels) == order)
  }

  /// The hyphen of a word from left to right stands behind it, not where the line goes on.
  @Test func aHyphenStandsBehindItsWord() throws {
    var set = SetText()
    set.direction = .rightToLeft
    set.measure = .points(60)
    let lines = set("نص \u{2066}abcdefghijkl\u{2069} نص").lines
    let line = try #require(lines.first { $0.endsWithHyphen })
    let hyphen = try #require(line.runs.last)
    let word = line.runs[line.runs.count - 2]
    #expect(hyphen.run.text == "\u{AD}")
    // Places are counted from the right.
    #expect(hyphen.x + hyphen.run.advance == word.x)
  }
}
