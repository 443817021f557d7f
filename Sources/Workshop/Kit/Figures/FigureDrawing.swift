internal import Geometry
internal import Imposition
internal import Typesetting

/// Draws a figure into a frame: all its papers at one scale, standing on one line.
struct FigureDrawing {
  let lettering: Lettering
  let scale: Double
  var sketch: Sketch

  private static let join = 22.0
  private static let gap = 18.0
  /// Above and beside the paper, for the arrows that hands follow.
  static let headroom = 11.0
  /// A figure may be no larger than so many points to a point of paper: small paper stays small.
  private static let largest = 0.2

  init(_ lettering: Lettering, scale: Double) {
    self.lettering = lettering
    self.scale = scale
    sketch = Sketch(scale: scale)
  }

  /// - Parameters:
  ///   - corner: of the frame, at the top left; from right to left, things begin at its right.
  static func marks(
    of figure: Figure, at corner: Spot, width: Double, height: Double, _ lettering: Lettering,
    scale: Double
  ) -> [Mark] {
    var drawing = FigureDrawing(lettering, scale: scale)
    return drawing.draw(figure, at: corner, width: width, height: height)
  }

  /// How high a figure is where it may be no higher than this, captions not counted.
  static func height(
    of figure: Figure, width: Double, atMost height: Double, _ lettering: Lettering, scale: Double
  ) -> Double {
    let drawing = FigureDrawing(lettering, scale: scale)
    let tallest = figure.parts.map(\.size.height.points).max() ?? 0
    return tallest
      * drawing.factor(
        of: figure, width: width, height: height + drawing.foot(of: figure))
      + drawing.foot(of: figure) + headroom * scale
  }

  /// Points of the drawing to a point of paper.
  private func factor(of figure: Figure, width: Double, height: Double) -> Double {
    let sizes = figure.parts.map(\.size)
    let head = Self.headroom * scale
    let room = width - figure.parts.dropLast().reduce(0) { $0 + gap(after: $1, figure) } - head
    let widest = sizes.reduce(0) { $0 + $1.width.points }
    let tallest = sizes.map(\.height.points).max() ?? 1
    return min(
      room / max(widest, 1), (height - foot(of: figure) - head) / max(tallest, 1),
      Self.largest * scale)
  }

  /// With room for the arrows that reach out of a paper.
  private func gap(after part: Figure.Part, _ figure: Figure) -> Double {
    let join = figure.join == .arrow ? Self.join : Self.gap
    guard case .paper(let view) = part, view.reachesOut else { return join * scale }
    return (join + 10) * scale
  }

  /// Below the paper, for captions.
  private func foot(of figure: Figure) -> Double { Self.foot(of: figure, scale: scale) }

  static func foot(of figure: Figure, scale: Double) -> Double {
    figure.parts.contains { !$0.caption.isEmpty } ? Lettering.leading * 1.35 * scale : 0
  }

  private mutating func draw(
    _ figure: Figure, at corner: Spot, width: Double, height: Double
  ) -> [Mark] {
    let isMirrored = lettering.direction == .rightToLeft
    var marks: [Mark] = []
    let foot = foot(of: figure)
    let factor = factor(of: figure, width: width, height: height)
    let base = corner.y + height - foot
    var x = 0.0
    func left(_ x: Double, _ w: Double) -> Double {
      isMirrored ? corner.x + width - x - w : corner.x + x
    }
    for (index, part) in figure.parts.enumerated() {
      let (w, h) = (part.size.width.points * factor, part.size.height.points * factor)
      let caption = lettering.line(part.caption, scale: scale)
      let column = max(w, caption.width)
      draw(part, at: Spot(left(x + (column - w) / 2, w), base - h), w, h)
      if caption.width > 0 {
        let start = left(x + (column - caption.width) / 2, caption.width)
        marks += caption.marks.moved(by: Spot(start, base + foot * 0.9))
      }
      x += column
      let gap = gap(after: part, figure)
      if figure.join == .arrow, index + 1 < figure.parts.count {
        let end = x + gap - 4.5 * scale
        let (from, to) = (left(end - 12 * scale, 0), left(end, 0))
        sketch.arrow(from: Spot(from, base - h / 2), to: Spot(to, base - h / 2))
      }
      x += gap
    }
    return sketch.marks + marks
  }

  private mutating func draw(_ part: Figure.Part, at place: Spot, _ w: Double, _ h: Double) {
    switch part {
    case .paper(let view): draw(view, at: place, w, h)
    case .printer: drawPrinter(at: place, w, h)
    case .cross: drawCross(at: place, w, h)
    }
  }
}

extension Figure.Part {
  fileprivate var size: Size {
    switch self {
    case .paper(let view): view.size
    case .printer: Size(width: .points(400), height: .points(400))
    case .cross(let leaf): Size(width: leaf * 2, height: leaf * 2)
    }
  }

  fileprivate var caption: String {
    if case .paper(let view) = self { view.caption } else { "" }
  }
}

extension PaperView {
  /// Whether an arrow goes beyond its side, or sheets lie below it.
  fileprivate var reachesOut: Bool {
    switch movement {
    case .fold(.topDown), .turnOver: true
    default: isPile
    }
  }
}

extension [Mark] {
  /// All of it moved, in points.
  func moved(by offset: Spot) -> [Mark] {
    map { mark in
      guard case .run(let run, let point, let ink) = mark else { return mark }
      return .run(run, at: point + offset.point, ink: ink)
    }
  }
}
