internal import Geometry
internal import Imposition

extension FigureDrawing {
  mutating func draw(_ view: PaperView, at place: Spot, _ w: Double, _ h: Double) {
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
}
