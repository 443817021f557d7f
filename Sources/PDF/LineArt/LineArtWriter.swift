internal import Typesetting

/// Writes line art as what draws it in a PDF (ISO 32000-1, 8.4 and 8.5), in its own units, from the
/// bottom left of its viewBox.
struct LineArtWriter {
  private var output = PDFText()
  /// What has been said; nil for nothing, for the page around it may have said anything.
  private var fill: Ink?
  private var pen: LineArt.Style?

  static func contents(of art: LineArt) -> [UInt8] {
    var writer = LineArtWriter()
    // A PDF's y grows upwards.
    writer.output.append("1 0 0 -1 \(unit: -art.left) \(unit: art.top + art.height) cm\n")
    for shape in art.shapes { writer.write(shape) }
    return writer.output.bytes
  }

  private mutating func write(_ shape: LineArt.Shape) {
    var style = shape.style
    if style.width == 0 { style.stroke = nil }
    guard style.fill != nil || style.stroke != nil, !shape.path.isEmpty else { return }
    let isMoved = shape.transform != .identity
    let said = (fill, pen)
    if isMoved {
      let at = shape.transform
      output.append("q \(fine: at.a) \(fine: at.b) \(fine: at.c) \(fine: at.d) ")
      output.append("\(unit: at.e) \(unit: at.f) cm\n")
    }
    if let ink = style.fill, ink != fill {
      output.append("\(ink.filling)\n")
      fill = ink
    }
    if let ink = style.stroke { take(style, ink) }
    for step in shape.path { write(step) }
    let evenOdd = style.fillsEvenOdd ? "*" : ""
    switch (style.fill != nil, style.stroke != nil) {
    case (true, true): output.append("B\(evenOdd)\n")
    case (true, false): output.append("f\(evenOdd)\n")
    default: output.append("S\n")
    }
    if isMoved {
      output.append("Q\n")
      (fill, pen) = said
    }
  }

  /// Says of the pen what is not as it was.
  private mutating func take(_ wanted: LineArt.Style, _ ink: Ink) {
    if ink != pen?.stroke { output.append("\(ink.stroking)\n") }
    if wanted.width != pen?.width { output.append("\(unit: wanted.width) w\n") }
    if wanted.cap != pen?.cap { output.append("\(wanted.cap.rawValue) J\n") }
    if wanted.join != pen?.join { output.append("\(wanted.join.rawValue) j\n") }
    if wanted.miterLimit != pen?.miterLimit { output.append("\(unit: wanted.miterLimit) M\n") }
    if wanted.dash != pen?.dash || wanted.dashOffset != pen?.dashOffset {
      // Dashes that would never end are a line.
      let isDashed = wanted.dash.contains { $0 > 0 }
      let dash = PDFText.array(isDashed ? wanted.dash.map { "\(unit: $0)" } : [])
      output.append("\(dash) \(unit: wanted.dashOffset) d\n")
    }
    pen = wanted
  }

  private mutating func write(_ step: VectorPath.Step) {
    switch step {
    case .move(let to): output.append("\(to) m\n")
    case .line(let to): output.append("\(to) l\n")
    case .curve(let first, let second, let to): output.append("\(first) \(second) \(to) c\n")
    case .close: output.append("h\n")
    }
  }
}

extension PDFText.StringInterpolation {
  /// A number of units to a thousandth.
  mutating func appendInterpolation(unit: Double) {
    let thousandths = min(max(unit * 1000, -1e12), 1e12).rounded()
    appendInterpolation(thousandths: Int(thousandths))
  }

  fileprivate mutating func appendInterpolation(_ place: Vector) {
    appendInterpolation(unit: place.x)
    appendLiteral(" ")
    appendInterpolation(unit: place.y)
  }
}
