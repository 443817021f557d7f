extension FigureDrawing {
  /// Paper goes in above and comes out below.
  mutating func drawPrinter(at place: Spot, _ w: Double, _ h: Double) {
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
  mutating func drawCross(at place: Spot, _ w: Double, _ h: Double) {
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
