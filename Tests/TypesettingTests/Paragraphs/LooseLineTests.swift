import Geometry
import Testing

@testable import Typesetting

@Suite("Loose lines") struct LooseLineTests {
  /// Two words on a line would stand at its two ends: they are left together, and the report knows.
  @Test func aLineTooLooseIsLeftShort() {
    var setting = SetText()
    setting.habits.hyphenates = false
    let lines = setting("aa bb \(String(repeating: "x", count: 38)) and more").lines
    #expect(
      lines.map { String($0.text.reversed().drop { $0 == " " }.reversed()) } == [
        "aa bb", String(repeating: "x", count: 38), "and more",
      ])
    #expect(lines[0].right == .points(25))
    #expect(lines[0].ratio > 2)
    // A little loose it may be.
    let filled = setting("aaaa bbbb cccc dddd eeee ffff \(String(repeating: "x", count: 12)) yy")
      .lines
    #expect(filled[0].right == .points(200))
  }
}
