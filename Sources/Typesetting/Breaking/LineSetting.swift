internal import Geometry

/// The lines between chosen breaks, each with its glue set to fill its width.
func setLines<Material>(
  of items: [Item<Material>], at breaks: [Breakpoint], shape: LineShape
) -> [BrokenLine] {
  var lines: [BrokenLine] = []
  var previous: Breakpoint?
  for point in breaks {
    // A break may come at an item that the break before would have lost.
    let first = min(previous?.resumesAt ?? 0, point.item)
    var content = Measure()
    content.add(shape.start)
    content.add(shape.end)
    for item in items[first..<point.item] {
      switch item {
      case .box(let box): content.extent += box.extent
      case .glue(let glue): content.add(glue)
      case .penalty(let penalty): content.extent += penalty.otherwise
      }
    }
    let opening = previous.flatMap { $0.isDiscretionary ? $0.item : nil }
    let closing = point.isDiscretionary ? point.item : nil
    if let opening, case .penalty(let penalty) = items[opening] { content.extent += penalty.after }
    if let closing, case .penalty(let penalty) = items[closing] {
      content.extent += penalty.before
    }
    lines.append(
      line(
        first..<point.item, opening: opening, closing: closing, content: content,
        width: shape.width(ofLine: lines.count)))
    previous = point
  }
  return lines
}

private func line(
  _ items: Range<Int>, opening: Int?, closing: Int?, content: Measure, width: Length
) -> BrokenLine {
  let missing = width - content.extent
  var line = BrokenLine(
    items: items, breakItem: items.upperBound, opening: opening, closing: closing, width: width,
    naturalWidth: content.extent, glueRatio: 0, stretchOrder: 0, isOverfull: false, badness: 0)
  if missing >= .zero {
    let (order, stretch) = content.greatestStretch
    line.stretchOrder = order
    // Without stretch the line stays short.
    if stretch != .zero { line.glueRatio = missing / stretch }
    if order == 0 { line.badness = Badness.of(missing, against: content.stretch) }
  } else if -missing > content.shrink {
    line.glueRatio = content.shrink > .zero ? -1 : 0
    line.isOverfull = true
    line.badness = Badness.overfull
  } else {
    line.glueRatio = missing / content.shrink
    line.badness = Badness.of(-missing, against: content.shrink)
  }
  return line
}
