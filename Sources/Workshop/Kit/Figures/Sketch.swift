internal import Geometry
internal import Typesetting

/// A place on a drawing, in points.
struct Spot: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Spot, b: Spot) -> Spot { Spot(a.x + b.x, a.y + b.y) }

  var point: Point { Point(x: .points(x), y: .points(y)) }
}

/// A line drawing as it grows: all lines of two widths, the paper's and the hand's.
struct Sketch {
  private(set) var marks: [Mark] = []
  /// Of the page to A4: lines and figures grow with it.
  let scale: Double

  enum Pen {
    /// Edges of paper.
    case edge
    /// What hands do: arrows, staples, thread.
    case hand
    /// What is there but matters less: pages' limits, sheets below.
    case faint
    /// Numbers, thinner where they are small.
    case figure(height: Double)
    /// What is measured with.
    case rule
  }

  enum Line {
    case solid
    /// Folded towards whoever looks.
    case dashed
    case cut
  }

  init(scale: Double) { self.scale = scale }

  mutating func stroke(_ steps: [Path.Step], _ pen: Pen, _ line: Line = .solid) {
    let dash: [Length] =
      switch line {
      case .solid: []
      case .dashed: [.points(4 * scale), .points(3 * scale)]
      case .cut:
        [.points(9 * scale), .points(2.5 * scale), .points(2 * scale), .points(2.5 * scale)]
      }
    marks.append(.stroke(Path(steps), width: pen.width(scale), dash: dash, ink: pen.ink))
  }

  mutating func polyline(
    _ spots: [Spot], _ pen: Pen, _ line: Line = .solid, isClosed: Bool = false
  ) {
    guard let first = spots.first else { return }
    stroke(
      [.move(first.point)] + spots.dropFirst().map { .line($0.point) }
        + (isClosed ? [.close] : []), pen, line)
  }

  mutating func rectangle(_ corner: Spot, _ width: Double, _ height: Double, _ pen: Pen) {
    polyline(
      [
        corner, corner + Spot(width, 0), corner + Spot(width, height), corner + Spot(0, height),
      ], pen, isClosed: true)
  }

  mutating func circle(_ centre: Spot, _ radius: Double, _ pen: Pen) {
    stroke(Self.ellipse(centre, radius, radius), pen)
  }

  /// A curve with an open head at its end.
  mutating func arrow(
    from start: Spot, _ first: Spot, _ second: Spot, to end: Spot, _ pen: Pen = .hand
  ) {
    stroke(
      [.move(start.point), .curve(first.point, second.point, end.point)], pen)
    head(at: end, comingFrom: second, pen)
  }

  mutating func arrow(from start: Spot, to end: Spot, _ pen: Pen = .hand) {
    polyline([start, end], pen)
    head(at: end, comingFrom: start, pen)
  }

  private mutating func head(at end: Spot, comingFrom start: Spot, _ pen: Pen) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 0.001)
    let reach = 5.5 * scale
    let (ux, uy) = (dx / length * reach, dy / length * reach)
    polyline(
      [
        Spot(end.x - ux - uy * 0.55, end.y - uy + ux * 0.55), end,
        Spot(end.x - ux + uy * 0.55, end.y - uy - ux * 0.55),
      ], pen)
  }

  /// Scissors about to cut along a line, their points at its start.
  mutating func scissors(at start: Spot, towards end: Spot) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = max((dx * dx + dy * dy).squareRoot(), 0.001)
    let (ux, uy) = (dx / length * scale, dy / length * scale)
    func place(_ along: Double, _ across: Double) -> Spot {
      start + Spot(along * ux - across * uy, along * uy + across * ux)
    }
    polyline([place(3, 1), place(-8, -2.6)], .hand)
    polyline([place(3, -1), place(-8, 2.6)], .hand)
    circle(place(-10.4, -3.4), 2.5 * scale, .hand)
    circle(place(-10.4, 3.4), 2.5 * scale, .hand)
  }

  static func ellipse(_ centre: Spot, _ rx: Double, _ ry: Double) -> [Path.Step] {
    // How far the handles of a quarter reach for the curve to be a circle's.
    let (kx, ky) = (rx * 0.5523, ry * 0.5523)
    func spot(_ x: Double, _ y: Double) -> Point { (centre + Spot(x, y)).point }
    return [
      .move(spot(rx, 0)), .curve(spot(rx, ky), spot(kx, ry), spot(0, ry)),
      .curve(spot(-kx, ry), spot(-rx, ky), spot(-rx, 0)),
      .curve(spot(-rx, -ky), spot(-kx, -ry), spot(0, -ry)),
      .curve(spot(kx, -ry), spot(rx, -ky), spot(rx, 0)), .close,
    ]
  }
}

extension Sketch.Pen {
  fileprivate func width(_ scale: Double) -> Length {
    switch self {
    case .edge: .points(0.9 * scale)
    case .hand: .points(1.3 * scale)
    case .faint: .points(0.5 * scale)
    case .rule: .points(0.35 * scale)
    case .figure(let height): .points(height * 0.09)
    }
  }

  fileprivate var ink: Ink {
    switch self {
    case .edge, .hand, .rule, .figure: .black
    case .faint: Ink(red: 0.55, green: 0.55, blue: 0.55)
    }
  }
}
