internal import Geometry
internal import Imposition
internal import Typesetting

extension PrintersMark {
  /// The mark as lines and areas of pure black, which is one ink on any press; a slug line is type, and set
  /// as such.
  var drawing: [Mark] {
    switch shape {
    case .line(let from, let to, let isDashed):
      return [Self.stroke([.move(from), .line(to)], isDashed: isDashed)]
    case .target(let centre, let radius):
      func at(_ x: Length, _ y: Length) -> Point { Point(x: centre.x + x, y: centre.y + y) }
      return [
        Self.stroke(Self.circle(of: radius * 0.5, at)),
        Self.stroke([.move(at(-radius, .zero)), .line(at(radius, .zero))]),
        Self.stroke([.move(at(.zero, -radius)), .line(at(.zero, radius))]),
      ]
    case .block(let box):
      return [.fill(box, ink: .black)]
    case .slug:
      return []
    }
  }

  private static func stroke(_ steps: [Path.Step], isDashed: Bool = false) -> Mark {
    .stroke(
      Path(steps), width: lineWidth, dash: isDashed ? [.millimetres(1), .millimetres(1)] : [],
      ink: .black)
  }

  /// Seen beside a page, and narrower than a cut is exact (the trade's hairline).
  private static let lineWidth = Length.points(0.25)

  /// Four curves, each as near to a quarter of a circle as a cubic comes.
  private static func circle(
    of radius: Length, _ at: (Length, Length) -> Point
  ) -> [Path.Step] {
    let pull = radius * 0.552_285
    let starts: [(x: Int, y: Int)] = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    let quarters = starts.map { x, y -> Path.Step in
      // From (x, y) a quarter on to (-y, x).
      let a = at(radius * x - pull * y, radius * y + pull * x)
      let b = at(pull * x - radius * y, pull * y + radius * x)
      return .curve(a, b, at(-(radius * y), radius * x))
    }
    return [.move(at(radius, .zero))] + quarters + [.close]
  }
}
