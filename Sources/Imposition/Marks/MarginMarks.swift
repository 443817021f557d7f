import Geometry

// Marks in the strips of paper between the pages and the sheet's edges.

extension MarkedSide {
  /// A strip along one edge of the sheet that no page reaches.
  private func strip(_ edge: Cell.Edge) -> Rectangle {
    let clear = Length.millimetres(1)
    switch edge {
    case .left:
      let inner = (taken.map(\.minX).min() ?? inked.maxX) - clear
      return Rectangle(
        x: inked.minX, y: inked.minY, width: inner - inked.minX, height: inked.size.height)
    case .right:
      let inner = (taken.map(\.maxX).max() ?? inked.minX) + clear
      return Rectangle(
        x: inner, y: inked.minY, width: inked.maxX - inner, height: inked.size.height)
    case .top:
      let inner = (taken.map(\.minY).min() ?? inked.maxY) - clear
      return Rectangle(
        x: inked.minX, y: inked.minY, width: inked.size.width, height: inner - inked.minY)
    case .bottom:
      let inner = (taken.map(\.maxY).max() ?? inked.minY) + clear
      return Rectangle(x: inked.minX, y: inner, width: inked.size.width, height: inked.maxY - inner)
    }
  }

  /// In the middle of each edge; where something else is marked there, one at each quarter.
  func registrationMarks(beside others: [PrintersMark]) -> [PrintersMark] {
    [Cell.Edge.top, .bottom, .left, .right].flatMap { edge -> [PrintersMark] in
      let strip = strip(edge)
      let isUpright = edge == .left || edge == .right
      let depth = isUpright ? strip.size.width : strip.size.height
      let radius = min(depth / 2, .millimetres(2.5))
      guard radius >= .millimetres(1.25) else { return [] }
      let (x, y) = (strip.minX + strip.size.width / 2, strip.minY + strip.size.height / 2)
      for parts in [[4], [2, 6], [1, 7]] {
        let centres = parts.map { part in
          isUpright
            ? Point(x: x, y: size.height * part / 8) : Point(x: size.width * part / 8, y: y)
        }
        let boxes = centres.map { Rectangle(between: $0, and: $0).grown(by: radius) }
        let isFree = boxes.allSatisfy { box in
          self.isFree(box) && !others.contains { $0.box.touches(box) }
        }
        if isFree {
          return centres.map { PrintersMark(.registration, .target(centre: $0, radius: radius)) }
        }
      }
      return []
    }
  }

  /// Along the foot, or the head, in the longest stretch that other marks leave.
  func slugMark(_ line: SlugLine, beside others: [PrintersMark]) -> PrintersMark? {
    let height = Length.millimetres(3)
    for edge in [Cell.Edge.bottom, .top] {
      let strip = strip(edge)
      guard strip.size.height >= height else { continue }
      // Near the pages, where there is much room: home printers leave the sheet's edges white.
      let away = min((strip.size.height - height) / 2, .millimetres(10))
      let top = edge == .bottom ? strip.minY + away : strip.maxY - away - height
      let band = Rectangle(x: strip.minX, y: top, width: strip.size.width, height: height)
      let blocks = others.map { $0.box.grown(by: .millimetres(2)) }.filter { $0.overlaps(band) }
        .sorted { $0.minX < $1.minX }
      var (start, best) = (band.minX, (from: band.minX, to: band.minX))
      for (from, to) in blocks.map({ ($0.minX, $0.maxX) }) + [(band.maxX, band.maxX)] {
        if from - start > best.to - best.from { best = (start, from) }
        start = max(start, to)
      }
      let inset = Length.millimetres(3)
      let width = best.to - best.from - inset * 2
      guard width >= .millimetres(40) else { continue }
      // Letters stand a little above the middle of their line.
      let baseline = Point(x: best.from + inset, y: band.minY + height * 0.75)
      return PrintersMark(.slug, .slug(line, at: baseline, width: width))
    }
    return nil
  }
}

extension PrintersMark {
  /// All it covers but text.
  fileprivate var box: Rectangle {
    switch shape {
    case .line(let from, let to, _): Rectangle(between: from, and: to)
    case .target(let centre, let radius):
      Rectangle(between: centre, and: centre).grown(by: radius)
    case .block(let box): box
    case .slug(_, let start, let width, _):
      Rectangle(origin: start, size: Size(width: width, height: .zero))
    }
  }
}
