internal import Geometry
internal import Imposition
internal import Typesetting

extension PrintersMark.Shape {
  /// As lines and areas of pure black, which is one ink on any press; nothing of what is type.
  var drawn: [Mark] {
    func line(_ from: Point, _ to: Point, dash: [Length] = []) -> Mark {
      .stroke(
        Path([.move(from), .line(to)]), width: lineWidth, dash: dash, ink: .black)
    }
    switch self {
    case .line(let from, let to, let isDashed):
      return [line(from, to, dash: isDashed ? [dash] : [])]
    case .target(let centre, let radius):
      func at(_ x: Length, _ y: Length) -> Point { Point(x: centre.x + x, y: centre.y + y) }
      let circle = Path(circleAround: centre, radius: radius * 0.5)
      return [
        .stroke(circle, width: lineWidth, dash: [], ink: .black),
        line(at(-radius, .zero), at(radius, .zero)), line(at(.zero, -radius), at(.zero, radius)),
      ]
    case .block(let box):
      return [.fill(box, ink: .black)]
    case .slug:
      return []
    }
  }
}

/// Seen beside a page, and narrower than a cut is exact (the trade's hairline).
private let lineWidth = Length.points(0.25)
private let dash = Length.millimetres(1)

extension Path {
  /// Four curves, each as near to a quarter of a circle as a cubic comes.
  fileprivate init(circleAround centre: Point, radius: Length) {
    let pull = radius * 0.552_285
    func at(_ x: Length, _ y: Length) -> Point { Point(x: centre.x + x, y: centre.y + y) }
    var steps: [Step] = [.move(at(radius, .zero))]
    for (x, y) in [(1, 0), (0, 1), (-1, 0), (0, -1)] {
      // From (x, y) a quarter on to (-y, x).
      steps.append(
        .curve(
          at(radius * x - pull * y, radius * y + pull * x),
          at(-radius * y + pull * x, radius * x + pull * y), at(-radius * y, radius * x)))
    }
    self.init(steps)
  }
}
