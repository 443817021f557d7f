import Geometry

extension MarkedSide {
  /// Off the corners of each page, and at the ends of every cut across the sheet.
  func cropMarks() -> [PrintersMark] {
    var marks: [PrintersMark] = []
    func add(_ tick: (from: Point, to: Point)?) {
      guard let tick else { return }
      let mark = PrintersMark(.crop, .line(from: tick.from, to: tick.to))
      // Two pages side by side have their corners' marks in common.
      if !marks.contains(mark) { marks.append(mark) }
    }
    for (trim, fold) in cuts {
      for (x, side) in [(trim.minX, Cell.Edge.left), (trim.maxX, .right)] {
        for (y, end) in [(trim.minY, Cell.Edge.top), (trim.maxY, .bottom)] {
          let corner = Point(x: x, y: y)
          // Nobody cuts along the fold.
          if fold != end { add(tick(from: corner.moved(offset, towards: side), towards: side)) }
          if fold != side { add(tick(from: corner.moved(offset, towards: end), towards: end)) }
        }
      }
    }
    for crease in creases where crease.kind == .cut {
      ticks(along: crease).forEach(add)
    }
    return marks
  }

  /// Beyond the pages' heads and feet: solid where the paper goes away from the reader, dashed where
  /// it comes towards him.
  func foldMarks() -> [PrintersMark] {
    creases.filter { $0.kind != .cut }.flatMap { crease in
      ticks(along: crease).map {
        PrintersMark(
          .fold, .line(from: $0.from, to: $0.to, isDashed: crease.kind == .valley))
      }
    }
  }

  /// On the parts of a crease that no page touches: beginning off the pages that bound them, or at
  /// its ends where none does.
  private func ticks(along crease: Crease) -> [(from: Point, to: Point)] {
    let isUpright = crease.from.x == crease.to.x
    let (before, after): (Cell.Edge, Cell.Edge) = isUpright ? (.top, .bottom) : (.left, .right)
    let line = Rectangle(between: crease.from, and: crease.to)
    func span(_ box: Rectangle) -> (from: Length, to: Length) {
      isUpright ? (box.minY, box.maxY) : (box.minX, box.maxX)
    }
    func point(_ along: Length) -> Point {
      isUpright ? Point(x: crease.from.x, y: along) : Point(x: along, y: crease.from.y)
    }
    let pages = zip(trims, taken).filter { $0.touches(line) || $1.overlaps(line) }
      .map { span($0.0) }
    let ends = span(line)
    var found: [(from: Point, to: Point)] = []
    for page in pages {
      if page.from > ends.from, let tick = tick(from: point(page.from - offset), towards: before) {
        found.append(tick)
      }
      if page.to < ends.to, let tick = tick(from: point(page.to + offset), towards: after) {
        found.append(tick)
      }
    }
    if pages.isEmpty {
      let inks = span(inked)
      if let tick = tick(from: point(max(ends.from, inks.from)), towards: after) {
        found.append(tick)
      }
      if let tick = tick(from: point(min(ends.to, inks.to)), towards: before) { found.append(tick) }
    }
    // The pages on either side of a fold end alike.
    return found.reduce(into: []) { ticks, tick in
      if !ticks.contains(where: { $0 == tick }) { ticks.append(tick) }
    }
  }
}
