internal import Geometry
internal import Imposition
internal import Typesetting

/// Draws a figure into a frame: all its papers at one scale, standing on one line.
struct FigureDrawing {
  let lettering: Lettering
  let scale: Double
  private var sketch: Sketch

  private static let join = 22.0
  private static let gap = 18.0
  /// Above and beside the paper, for the arrows that hands follow.
  private static let headroom = 11.0
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

  /// How high a figure is where it may be no higher than this.
  static func height(
    of figure: Figure, width: Double, atMost height: Double, _ lettering: Lettering, scale: Double
  ) -> Double {
    let drawing = FigureDrawing(lettering, scale: scale)
    let tallest = figure.parts.map(\.size.height.points).max() ?? 0
    return tallest * drawing.factor(of: figure, width: width, height: height)
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
  private func foot(of figure: Figure) -> Double {
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

  // MARK: Paper

  private mutating func draw(_ view: PaperView, at place: Spot, _ w: Double, _ h: Double) {
    let columns = Double(view.faces.first?.count ?? 1)
    let rows = Double(view.faces.count)
    func spot(_ field: Spot) -> Spot {
      place + Spot(field.x / columns * w, field.y / rows * h)
    }
    if view.isPile {
      for layer in 1...3 {
        let offset = Double(layer) * 1.8 * scale
        sketch.polyline(
          [
            place + Spot(offset, h + offset), place + Spot(w + offset, h + offset),
            place + Spot(w + offset, offset),
          ], .edge)
      }
    }
    drawLimits(of: view, spot)
    sketch.rectangle(place, w, h, .edge)
    for crease in view.creases {
      sketch.polyline(
        [spot(crease.from), spot(crease.to)], .edge, crease.line == .cut ? .cut : .dashed)
      if crease.line == .cut { sketch.scissors(at: spot(crease.from), towards: spot(crease.to)) }
    }
    drawSpine(of: view, at: place, w, h)
    for edge in view.heavyEdges { drawHeavy(edge, at: place, w, h) }
    drawNumbers(of: view, w / columns, h / rows, spot)
    if let movement = view.movement { draw(movement, at: place, w, h) }
  }

  /// Where one page ends and the next begins, unless a fold says so.
  private mutating func drawLimits(of view: PaperView, _ spot: (Spot) -> Spot) {
    let columns = view.faces.first?.count ?? 1
    let rows = view.faces.count
    for x in 1..<max(columns, 1) {
      sketch.polyline([spot(Spot(Double(x), 0)), spot(Spot(Double(x), Double(rows)))], .faint)
    }
    for y in 1..<max(rows, 1) {
      sketch.polyline([spot(Spot(0, Double(y))), spot(Spot(Double(columns), Double(y)))], .faint)
    }
  }

  private mutating func drawHeavy(_ edge: Cell.Edge, at place: Spot, _ w: Double, _ h: Double) {
    let ends: (Spot, Spot) =
      switch edge {
      case .left: (Spot(0, 0), Spot(0, h))
      case .right: (Spot(w, 0), Spot(w, h))
      case .top: (Spot(0, 0), Spot(w, 0))
      case .bottom: (Spot(0, h), Spot(w, h))
      }
    for inset in [0.0, 0.9, -0.9] {
      let shift =
        edge == .left || edge == .right ? Spot(inset * scale, 0) : Spot(0, inset * scale)
      sketch.polyline([place + ends.0 + shift, place + ends.1 + shift], .hand)
    }
  }

  private mutating func drawSpine(of view: PaperView, at place: Spot, _ w: Double, _ h: Double) {
    guard let spine = view.spine else { return }
    func spot(_ along: Double) -> Spot {
      switch spine {
      case .upright(let x): place + Spot(x * w, along * h)
      case .level(let y): place + Spot(along * w, y * h)
      }
    }
    if view.staples.isEmpty || isFold(spine) {
      sketch.polyline([spot(0), spot(1)], .edge, .dashed)
    }
    let tick = 4.5 * scale
    for staple in view.staples {
      let centre = spot(staple)
      for inset in [-0.5, 0.5] {
        let shift: (Spot, Spot) =
          if case .upright = spine {
            (Spot(inset * scale, -tick), Spot(inset * scale, tick))
          } else {
            (Spot(-tick, inset * scale), Spot(tick, inset * scale))
          }
        sketch.polyline([centre + shift.0, centre + shift.1], .hand)
      }
    }
    let reach = 2.6 * scale
    for stitch in view.stitches {
      let centre = spot(stitch)
      let across = if case .upright = spine { Spot(reach, 0) } else { Spot(0, reach) }
      sketch.polyline([centre + Spot(-across.x, -across.y), centre + across], .hand)
    }
  }

  private func isFold(_ spine: PaperView.Spine) -> Bool {
    switch spine {
    case .upright(let place), .level(let place): place == 0.5
    }
  }

  private mutating func drawNumbers(
    of view: PaperView, _ width: Double, _ height: Double, _ spot: (Spot) -> Spot
  ) {
    let digits = view.numbers.compactMap { $0.map { String($0).count } }.max() ?? 1
    let size = min(11 * scale, height * 0.42, width * 0.62 / (Double(digits) * 0.8))
    let isUnderlined = view.faces.contains { $0.contains(where: \.isOnItsHead) }
    for (row, faces) in view.faces.enumerated() {
      for (column, face) in faces.enumerated() {
        guard let page = face.page else { continue }
        sketch.number(
          page, about: spot(Spot(Double(column) + 0.5, Double(row) + 0.5)), height: size,
          isOnItsHead: face.isOnItsHead, isUnderlined: isUnderlined)
      }
    }
  }

  private mutating func draw(
    _ movement: PaperView.Movement, at place: Spot, _ w: Double, _ h: Double
  ) {
    func spot(_ x: Double, _ y: Double) -> Spot { place + Spot(x * w, y * h) }
    let rise = Self.headroom * scale / h
    let reach = 1.5 * Self.headroom * scale / w
    switch movement {
    case .fold(.leftOverRight):
      sketch.arrow(
        from: spot(0.22, 0.1), spot(0.34, -rise), spot(0.66, -rise), to: spot(0.78, 0.12))
    case .fold(.rightOverLeft):
      sketch.arrow(
        from: spot(0.78, 0.1), spot(0.66, -rise), spot(0.34, -rise), to: spot(0.22, 0.12))
    case .fold(.topDown):
      sketch.arrow(
        from: spot(0.93, 0.22), spot(1 + reach, 0.34), spot(1 + reach, 0.66), to: spot(0.93, 0.78))
    case .turnOver(let rightwards):
      func side(_ x: Double, _ y: Double) -> Spot { spot(rightwards ? x : 1 - x, y) }
      sketch.arrow(
        from: side(0.72, 0.1), side(0.85, -rise), side(1.1, -rise), to: side(1.16, 0.16))
    case .turnOverTheTop:
      sketch.arrow(
        from: spot(0.42, 0.3), spot(0.42, -rise * 1.4), spot(0.6, -rise * 1.4), to: spot(0.6, 0.12))
    }
  }

  // MARK: Other things

  /// Paper goes in above and comes out below.
  private mutating func drawPrinter(at place: Spot, _ w: Double, _ h: Double) {
    func spot(_ x: Double, _ y: Double) -> Spot { place + Spot(x * w, y * h) }
    sketch.polyline(
      [spot(0.24, 0.34), spot(0.3, 0), spot(0.78, 0), spot(0.76, 0.34)], .edge)
    sketch.rectangle(spot(0, 0.34), w, h * 0.42, .edge)
    sketch.polyline([spot(0.14, 0.6), spot(0.86, 0.6)], .hand)
    sketch.polyline(
      [spot(0.2, 0.6), spot(0.14, 1), spot(0.86, 1), spot(0.8, 0.6)], .edge)
    sketch.circle(spot(0.9, 0.44), 1.4 * scale, .edge)
  }

  /// Four leaves, two thicknesses each, standing on edge.
  private mutating func drawCross(at place: Spot, _ w: Double, _ h: Double) {
    let centre = place + Spot(w / 2, h / 2)
    let (arm, open) = (w * 0.36, 2.6 * scale)
    for (dx, dy) in [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)] {
      // Each leaf is a loop from the middle out and back.
      sketch.polyline(
        [
          centre + Spot(dx * open + dy * open, dy * open + dx * open),
          centre + Spot(dx * arm + dy * open * 0.5, dy * arm + dx * open * 0.5),
          centre + Spot(dx * arm - dy * open * 0.5, dy * arm - dx * open * 0.5),
          centre + Spot(dx * open - dy * open, dy * open - dx * open),
        ], .edge)
    }
    for side in [-1.0, 1.0] {
      sketch.arrow(
        from: centre + Spot(side * w * 0.62, 0), to: centre + Spot(side * w * 0.43, 0))
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
