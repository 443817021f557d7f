package import Geometry

/// The front of a flat sheet, on which marks look for room: outside the trimmed pages and what bleeds
/// from them, and where the printer's ink reaches.
struct MarkedSide {
  let size: Size
  let trims: [Rectangle]
  /// What no mark may touch: trimmed pages, where creep may move them, and their bleed.
  let taken: [Rectangle]
  let inked: Rectangle
  let creases: [Crease]
  /// The folds between first and last pages, as long as the pages are.
  let spines: [Spine]
  /// Where a knife cuts: the four edges of each page but one that is folded.
  let cuts: [(trim: Rectangle, kept: Cell.Edge?)]
  /// From the trim to where a mark begins: clear of the bleed, and far enough for a knife that is a
  /// little off to leave no ink on the page.
  let offset: Length

  /// - Parameters:
  ///   - creep: by how much pages are moved away from the fold at most.
  ///   - halfSpine: how far they are from the middle of a spine, which is no paper to be cut off.
  init(
    _ resting: Forme, _ layout: Layout, _ binding: Binding, creep: Length, halfSpine: Length
  ) {
    size = resting.size
    creases = resting.creases
    let bleed = max(binding.bleed, .zero)
    offset = max(bleed, .millimetres(3))
    let unprintable = max(binding.printer.unprintable ?? .zero, .zero)
    inked = Rectangle(origin: .zero, size: size).grown(by: -unprintable)

    let pages = resting.cells.map { cell -> (trim: Rectangle, spine: Cell.Edge) in
      (cell.trim(binding.pageSize), cell.place.upsideDown ? cell.spine.opposite : cell.spine)
    }
    trims = pages.map { $0.trim.grown(by: halfSpine, at: $0.spine) }
    taken = zip(trims, pages).map { trim, page in
      trim.grown(by: creep, at: page.spine.opposite).grown(by: bleed)
    }
    cuts = pages.map { ($0.trim, layout.isFolded ? $0.spine : nil) }
    let front = binding.boundEdge == .right ? layout.front.mirrored : layout.front
    spines = zip(front.rows.joined(), pages).compactMap { field, page in
      field.position == 1 && layout.isFolded ? Spine(page.trim, page.spine) : nil
    }
  }

  /// Whether a line, or what fills a box, lies outside all pages, and where there is ink.
  func isFree(_ box: Rectangle) -> Bool {
    inked.holds(box) && !trims.contains { $0.touches(box) } && !taken.contains { $0.overlaps(box) }
  }

  /// The longest line from there in that direction that is free, no longer than a mark needs to be;
  /// nil where there is no room for one that could be seen.
  func tick(from start: Point, towards edge: Cell.Edge) -> (from: Point, to: Point)? {
    // Half a millimetre less at each try: nobody measures a mark.
    for tenths in stride(from: 50, through: 15, by: -5) {
      let end = start.moved(.millimetres(Double(tenths) / 10), towards: edge)
      if isFree(Rectangle(between: start, and: end)) { return (start, end) }
    }
    return nil
  }
}

extension Cell {
  /// The trimmed page on its forme.
  package func trim(_ pageSize: Size) -> Rectangle {
    let size = size ?? pageSize
    return Rectangle(
      between: place(.zero), and: place(Point(x: size.width, y: size.height)))
  }
}

extension Point {
  func moved(_ length: Length, towards edge: Cell.Edge) -> Point {
    switch edge {
    case .left: Point(x: x - length, y: y)
    case .right: Point(x: x + length, y: y)
    case .top: Point(x: x, y: y - length)
    case .bottom: Point(x: x, y: y + length)
    }
  }
}

extension Rectangle {
  init(between a: Point, and b: Point) {
    let corner = Point(x: min(a.x, b.x), y: min(a.y, b.y))
    self.init(
      x: corner.x, y: corner.y, width: max(a.x, b.x) - corner.x, height: max(a.y, b.y) - corner.y)
  }

  func grown(by length: Length) -> Rectangle {
    Rectangle(
      x: minX - length, y: minY - length, width: size.width + length * 2,
      height: size.height + length * 2)
  }

  func grown(by length: Length, at edge: Cell.Edge) -> Rectangle {
    var box = self
    switch edge {
    case .left, .right: box.size.width += length
    case .top, .bottom: box.size.height += length
    }
    if edge == .left { box.origin.x -= length }
    if edge == .top { box.origin.y -= length }
    return box
  }

  func holds(_ other: Rectangle) -> Bool {
    minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY
  }

  /// Whether they have anything in common, be it an edge.
  func touches(_ other: Rectangle) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// Whether they have more in common than an edge; a line has none but its length.
  func overlaps(_ other: Rectangle) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }
}
