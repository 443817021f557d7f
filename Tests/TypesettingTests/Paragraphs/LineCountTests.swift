import Diagnostics
import Geometry
import Testing

@testable import Typesetting

/// A paragraph's lines may become one less or more for the sake of its page.
@Suite("Line counts of paragraphs") struct LineCountTests {
  private let setter = ParagraphSetter(shaper: GridShaper(), direction: .leftToRight)

  private static let measure = Length.points(340)

  private func set(
    _ text: String, lineCount: Int? = nil, varies: Bool = true, isRagged: Bool = false
  ) -> SetParagraph {
    let style = CharacterStyle(
      face: FaceName(family: "Serif"), size: .points(10), language: "en")
    let place = SourceLocation(line: 1, column: 1)
    let composition = Composition(
      letters: text.unicodeScalars.map { Letter(scalar: $0, segment: 0) },
      looks: [Composition.Look(style: style)], origins: [.init(range: place..<place)],
      direction: .leftToRight)
    return setter.set(
      composition, shape: LineShape(first: [Self.measure - .points(12)], rest: Self.measure),
      habits: BreakingHabits(
        isRagged: isRagged, variesLineCount: varies, narrowestLine: Self.measure - .points(12)),
      lineCount: lineCount)
  }

  private static let paragraphs: [String] = {
    var random = SeededGenerator(state: 3)
    return (0..<60).map { _ in
      (0..<Int.random(in: 40...160, using: &random)).map { _ in
        String(repeating: "a", count: Int.random(in: 1...11, using: &random))
      }.joined(separator: " ")
    }
  }()

  @Test func whatIsPromisedIsSet() {
    var shorter = 0
    var longer = 0
    for text in Self.paragraphs {
      let best = set(text)
      #expect(best.variants.count <= 2)
      for variant in best.variants {
        #expect(abs(variant.lineCount - best.lines.count) == 1)
        if variant.lineCount < best.lines.count { shorter += 1 } else { longer += 1 }
        #expect(variant.demerits >= 0)
        let lines = set(text, lineCount: variant.lineCount).lines
        #expect(lines.count == variant.lineCount)
        #expect(lines.map(\.bytes) == variant.lines.map(\.bytes))
        #expect(lines.map(\.endsWithHyphen) == variant.lines.map(\.endsWithHyphen))
        #expect(lines.allSatisfy { $0.excess == .zero })
      }
    }
    #expect(shorter > 0 && longer > 5, "\(shorter) shorter, \(longer) longer")
  }

  @Test func theBestIsTheSameWhetherOthersAreLookedForOrNot() {
    for text in Self.paragraphs.prefix(10) {
      let plain = set(text, varies: false)
      #expect(plain.variants.isEmpty)
      let best = set(text)
      #expect(plain.lines.map(\.bytes) == best.lines.map(\.bytes))
      let asked = set(text, lineCount: best.lines.count)
      #expect(asked.lines.map(\.bytes) == best.lines.map(\.bytes))
    }
  }

  @Test func raggedAndShortParagraphsKeepTheirLines() {
    #expect(set(Self.paragraphs[0], isRagged: true).variants.isEmpty)
    let twoLines = String(repeating: "aaaa ", count: 20)
    #expect(set(twoLines).lines.count == 2)
    #expect(set(twoLines).variants.isEmpty)
  }

  @Test func theRatioSaysHowFarSpacesGive() {
    var stretched = 0
    var shrunk = 0
    for text in Self.paragraphs {
      let lines = set(text).lines
      #expect(lines.last?.ratio == 0)
      for line in lines.dropLast() {
        // Five points as the face has them, half of that to stretch by, a third to shrink by.
        let spaces = line.runs.flatMap { placed in
          zip(placed.run.glyphs, placed.run.text.unicodeScalars).filter { $1 == " " }.map(\.0)
        }.dropLast(line.endsWithHyphen ? 0 : 1)
        let mean = spaces.reduce(0.0) { $0 + $1.advance.points } / Double(spaces.count)
        let expected =
          (mean - 5) / (5 * (line.ratio > 0 ? 1 / 1.12 / 2 : 1 / 1.12 / 3))
        #expect(abs(line.ratio - expected) < 0.02)
        if line.ratio > 0 { stretched += 1 } else { shrunk += 1 }
      }
    }
    #expect(stretched > 100 && shrunk > 100)
  }
}
