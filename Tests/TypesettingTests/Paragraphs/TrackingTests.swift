import Geometry
import Testing

@testable import Typesetting

/// Letters are spaced, or closed up, by a hundredth of their size at most, where a line would
/// else be too loose or stick out.
@Suite("Letterspacing") struct TrackingTests {
  private let set: SetText = {
    var set = SetText()
    set.habits.hyphenates = false
    return set
  }()

  /// Two words a line: the one space would have to be twice as wide, and more.
  private let loose = "mmmmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmmmm mmmm"

  @Test func aLooseLineIsSpacedAtMostAHundredth() {
    var set = set
    set.measure = .points(192)
    let line = set(loose).lines[0]
    #expect(line.right == set.measure)
    #expect(line.advances["m"] == .points(5.1))
    #expect(line.ratio > 1.26)
  }

  @Test func onlyAsMuchAsTheSpacesShouldNotGive() {
    // Six spaces should take some 17 points; the line lacks 19.
    var narrow = set
    narrow.measure = .points(199)
    let line = narrow("mmmm mmmmm mmmm mmmm mmmmm mmmm mmmm mmmmmmmmmmmm").lines[0]
    #expect(line.right == narrow.measure)
    let letter = line.advances["m"] ?? .zero
    #expect(letter > .points(5) && letter < .points(5.1))
    #expect(abs(line.ratio - 1.26) < 0.01)
  }

  @Test func aLineThatWouldStickOutIsClosedUp() {
    // 205 points, of which the space gives one and a half.
    var narrow = set
    narrow.measure = .points(201.5)
    let line = narrow("mmmmmmmmmmmmmmmmmmmm mmmmmmmmmmmmmmmmmmmm mmmm").lines[0]
    #expect(line.right == narrow.measure)
    #expect(line.excess == .zero)
    #expect(line.ratio == -1)
    let letter = line.advances["m"] ?? .zero
    #expect(letter < .points(5) && letter > .points(4.9))
  }

  @Test func linesThatAreWellStayAsTheyAre() {
    for line in set(String(repeating: "mmm mm mmmm ", count: 20)).lines {
      #expect(line.advances["m"] == .points(5))
    }
  }

  @Test func spacedLettersHaveNoLigatures() {
    var ligating = set
    ligating.measure = .points(192)
    ligating.shaper.hasLigatures = true
    let text = loose.replacing("mmm mmm", with: "mfi mmm")
    let glyphs = ligating(text).lines[0].runs.reduce(0) { $0 + $1.run.glyphs.count }
    let letters = ligating(text).lines[0].text.count
    #expect(glyphs == letters)
  }

  @Test(arguments: ["م", "ܐ", "क"])
  func scriptsThatJoinTheirLettersAreNotSpaced(letter: Unicode.Scalar) {
    var text = String.UnicodeScalarView()
    for scalar in loose.unicodeScalars { text.append(scalar == "m" ? letter : scalar) }
    for line in set(String(text)).lines { #expect(line.advances[letter] == .points(5)) }
  }

  @Test func neitherIsCodeNorRaggedText() {
    var code = set
    code.look.isVerbatim = true
    var ragged = set
    ragged.habits.isRagged = true
    for other in [code, ragged] {
      for line in other(loose).lines { #expect(line.advances["m"] == .points(5)) }
    }
  }
}
