internal import Geometry

/// The lines between chosen breaks, each with its glue set to fill its width.
struct GlueSetting {
  /// How far the first line hangs into the margin.
  let startHang: Length
  let shape: LineShape
  /// How far glue is stretched before letters are spaced; nil where they never are.
  let tracking: Tracking?

  init(startHang: Length, shape: LineShape, pass: LineBreakingParameters.Pass) {
    self.startHang = startHang
    self.shape = shape
    tracking = pass.tracksBeyond.map(Tracking.init)
  }

  func lines(at breaks: [Breakpoint]) -> [BrokenLine] {
    var background = Measure()
    background.add(shape.start)
    background.add(shape.end)
    var lines: [BrokenLine] = []
    lines.reserveCapacity(breaks.count)
    var start = Measure()
    start.extent += startHang
    var previous: Breakpoint?
    for point in breaks {
      let resumesAt = previous?.resumesAt ?? 0
      // A break may come at an item that the break before would have lost: nothing is there.
      let content = resumesAt > point.item ? background : background + (point.end - start)
      var line = BrokenLine(
        items: min(resumesAt, point.item)..<point.item, breakItem: point.item,
        opening: previous.flatMap { $0.isDiscretionary ? $0.item : nil },
        closing: point.isDiscretionary ? point.item : nil,
        width: shape.width(ofLine: lines.count), naturalWidth: content.extent,
        hang: Hang(start: previous?.hang.start ?? startHang, end: point.hang.end),
        tracking: .zero, glueRatio: 0, stretchOrder: 0, isOverfull: false, badness: 0)
      setGlue(of: &line, content)
      lines.append(line)
      start = point.start
      previous = point
    }
    return lines
  }

  private func setGlue(of line: inout BrokenLine, _ content: Measure) {
    var missing = line.width - content.extent
    if missing >= .zero {
      let (order, stretch) = content.greatestStretch
      line.stretchOrder = order
      if order == 0, let tracking {
        line.tracking = tracking.taken(of: content.tracking, missing: missing, stretch)
        missing -= line.tracking
      }
      // Without stretch the line stays short.
      if stretch != .zero { line.glueRatio = missing / stretch }
      if order == 0 { line.badness = Badness.of(missing, against: stretch) }
      return
    }
    if -missing > content.shrink, tracking != nil {
      line.tracking = max(missing + content.shrink, -content.tracking)
      missing -= line.tracking
    }
    if -missing > content.shrink {
      line.glueRatio = content.shrink > .zero ? -1 : 0
      line.isOverfull = true
      line.badness = Badness.overfull
    } else {
      line.glueRatio = content.shrink > .zero ? missing / content.shrink : 0
      line.badness = Badness.of(-missing, against: content.shrink)
    }
  }
}
