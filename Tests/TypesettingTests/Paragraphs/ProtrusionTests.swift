import Geometry
import Testing

@testable import Typesetting

/// What is light at a line's edge stands a little outside.
@Suite("Protrusion") struct ProtrusionTests {
  /// Lines of 200 points: forty letters, if spaces were as wide as letters.
  private let set: SetText = {
    var set = SetText()
    set.habits.hangs = true
    return set
  }()

  /// A line that begins and ends with these words, and another after it.
  private func firstLine(_ start: String, _ end: String, _ set: SetText) throws -> SetLine {
    let filling = String(repeating: "mm ", count: (38 - start.count - end.count) / 3)
    let paragraph = set("\(start) \(filling)\(end) mmmmmmmmmmmm mmmmm")
    let line = try #require(paragraph.lines.first)
    try #require(line.text.hasPrefix(start) && line.text.hasSuffix("\(end) "), "\(line.text)")
    try #require(paragraph.lines.count > 1)
    return line
  }

  /// In thousandths of a letter's five points.
  @Test(
    arguments: [
      (".", 700), (",", 500), (":", 500), (";", 300), ("!", 100), ("?", 100), ("-", 500),
      ("\u{2010}", 500), ("–", 200), ("—", 150), ("’", 400), ("”", 300), ("»", 200), ("›", 400),
      (")", 200), ("r", 50), ("1", 50), ("m", 0), ("é", 0), ("…", 0),
    ] as [(String, Int)])
  func signsHangAtTheEnd(sign: String, thousandths: Int) throws {
    let line = try firstLine("mmmmm", "mmm\(sign)", set)
    #expect(line.right == set.measure + .points(5) * thousandths / 1000)
    #expect(line.left == .zero)
    #expect(line.width == set.measure)
  }

  @Test(
    arguments: [
      ("«", 200), ("‹", 400), ("“", 300), ("‘", 300), ("(", 100), ("—", 150), ("–", 200),
      ("A", 50), ("T", 50), ("v", 50), ("m", 0), ("L", 0),
    ] as [(String, Int)])
  func signsHangAtTheStart(sign: String, thousandths: Int) throws {
    let line = try firstLine("\(sign)mmm", "mmmmm", set)
    #expect(line.left == -(.points(5) * thousandths / 1000))
    #expect(line.right == set.measure)
  }

  @Test func theHyphenThatTheToolDrawsHangs() {
    let words = Array(repeating: "abcdefghijk", count: 12).joined(separator: " ")
    let hyphenated = set(words).lines.filter(\.endsWithHyphen)
    #expect(!hyphenated.isEmpty)
    for line in hyphenated { #expect(line.right == set.measure + .points(2.5)) }
  }

  @Test func lettersThatLeanDoNotHangButSignsDo() throws {
    var italic = set
    italic.look.style.face.isItalic = true
    #expect(try firstLine("Ammm", "mmm.", italic).left == .zero)
    #expect(try firstLine("Ammm", "mmm.", italic).right == set.measure + .points(3.5))
  }

  @Test func anIndentedLineHangsAtItsEndAlone() throws {
    var indented = set
    indented.indent = .points(10)
    let line = try firstLine("«mmm", "mmm.", indented)
    #expect(line.left == .zero)
    #expect(line.right == set.measure - .points(10) + .points(3.5))
  }

  /// It makes room: what hangs need not fit.
  @Test func theBreakerCountsOnIt() {
    var rigid = set
    rigid.look.isVerbatim = true
    rigid.habits.keepsSpaces = true
    func lines(_ text: String) -> [String] { rigid(text).lines.map(\.text) }
    let forty = "\(String(repeating: "m", count: 39)). mm"
    #expect(lines(forty).count == 2)
    #expect(lines(forty)[0].count == 41)
  }

  @Test func aLastLineIsNotStretchedAndRaggedTextAndCodeDoNotHang() {
    let text = "“mmmm mmmmm mm mmm mmmmm mm mmmmm mmmmm. mmmmmm mmmmm mm."
    for (isRagged, keepsSpaces) in [(true, false), (false, true)] {
      var other = set
      other.habits.isRagged = isRagged
      other.habits.keepsSpaces = keepsSpaces
      for line in other(text).lines {
        #expect(line.left == .zero)
        #expect(line.right <= set.measure + .points(0.1))
      }
    }
    let last = set(text).lines.last
    #expect((last?.right ?? .zero) < set.measure - .points(20))
  }

  @Test func itCanBeSwitchedOff() {
    var off = Design.grid(columns: 40, lines: 20)
    off.stylesheet.hangsPunctuation = false
    var on = off
    on.stylesheet.hangsPunctuation = true
    let text = "# T\n\n" + String(repeating: "Some words, and more. ", count: 12)
    func edges(_ design: Design) -> [Length] {
      let proof = Proof(text, design: design)
      let right = proof.body[0].left(design) + design.format.measure
      return proof.body[0].lines.filter { $0.size == .points(10) }.dropLast()
        .map { $0.right - right }
    }
    #expect(edges(off).allSatisfy { abs($0.points) < 0.1 })
    #expect(edges(on).contains { $0 > .points(2) })
  }
}
