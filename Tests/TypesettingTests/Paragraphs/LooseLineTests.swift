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

  /// Columns of code are what they are, however wide the spaces around it become.
  @Test func theSpacesOfCodeKeepTheirWidth() {
    var setting = SetText()
    setting.habits.hyphenates = false
    var code = setting.look
    code.tags = [Tag(.code)]
    code.isVerbatim = true
    let look = setting.look
    let composition = setting.composition([
      ("aaaa bbbb cccc ", look), ("d = ( e )", code), (" ffff ggggggg hhhhhhhhhhhh iiii", look),
    ])
    let line = setting(composition).lines[0]
    let spaces = line.runs.flatMap { placed in
      zip(placed.run.glyphs, placed.run.text.unicodeScalars).filter { $0.1 == " " }.map(\.0.advance)
    }
    #expect(line.right == .points(200))
    // As the face draws them: those of text are a little wider.
    let drawn = setting.look.style.size * (0.5 / SpaceKind.Elasticity().width)
    #expect(spaces[3...6].allSatisfy { $0 == drawn })
    #expect(spaces[..<3].allSatisfy { $0 > .points(5) })
  }
}
