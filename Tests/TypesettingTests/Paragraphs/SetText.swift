import Diagnostics
import Geometry

@testable import Typesetting

/// Sets one paragraph in a face whose every letter is five points wide, for tests.
struct SetText {
  var shaper = GridShaper()
  var measure = Length.points(200)
  var indent = Length.zero
  var direction = Direction.leftToRight
  var look = Composition.Look(
    style: CharacterStyle(face: FaceName(family: "Serif"), size: .points(10), language: "en"))
  var ideographs = IdeographicSetting()
  var habits = BreakingHabits(narrowestLine: .points(200))

  func composition(_ text: String) -> Composition { composition([(text, look)]) }

  func composition(_ parts: [(text: String, look: Composition.Look)]) -> Composition {
    let place = SourceLocation(line: 1, column: 1)
    return Composition(
      letters: parts.enumerated().flatMap { index, part in
        part.text.unicodeScalars.map { Letter(scalar: $0, segment: Int32(index)) }
      }, looks: parts.map(\.look),
      origins: parts.map { _ in Composition.Origin(range: place..<place) },
      direction: direction, ideographs: ideographs)
  }

  func callAsFunction(_ text: String, lineCount: Int? = nil) -> SetParagraph {
    self(composition(text), lineCount: lineCount)
  }

  func callAsFunction(_ composition: Composition, lineCount: Int? = nil) -> SetParagraph {
    var habits = habits
    habits.narrowestLine = measure - indent
    habits.isIndented = indent > .zero
    return ParagraphSetter(shaper: shaper, direction: direction).set(
      composition,
      shape: LineShape(first: indent > .zero ? [measure - indent] : [], rest: measure),
      habits: habits, lineCount: lineCount)
  }
}

extension SetLine {
  var text: String { runs.map(\.run.text).joined() }
  /// Where its last letter ends; the space at a line's end has no width.
  var right: Length { runs.last.map { $0.x + $0.run.advance } ?? .zero }
  var left: Length { runs.first?.x ?? .zero }
  /// What each letter takes, the first of each kind.
  var advances: [Unicode.Scalar: Length] {
    var advances: [Unicode.Scalar: Length] = [:]
    for placed in runs {
      for (glyph, scalar) in zip(placed.run.glyphs, placed.run.text.unicodeScalars)
      where advances[scalar] == nil {
        advances[scalar] = glyph.advance
      }
    }
    return advances
  }
}
