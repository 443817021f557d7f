internal import Geometry
internal import Imposition

/// What a sheet's pages take of it together, trimmed and with their bleeds.
struct SheetBoxes {
  private let forme: Forme
  private var trim: Rectangle?
  private var bleed: Rectangle?

  init(of forme: Forme) { self.forme = forme }

  mutating func add(_ geometry: PageGeometry, in cell: Cell) {
    let page = cell.place(Rectangle(origin: .zero, size: geometry.size))
    trim = page.union(trim)
    // A bleed lies round the trimmed page, even where creep has moved that over the fold.
    bleed = page.union(cell.place(cell.printed(of: geometry.size, bleed: geometry.bleed)))
      .union(bleed)
  }

  /// Nil where the side is blank. No box reaches over the sheet.
  var text: (trim: String, bleed: String)? {
    guard let trim, let bleed else { return nil }
    return (text(trim), text(bleed))
  }

  private func text(_ box: Rectangle) -> String {
    let (width, height) = (forme.size.width, forme.size.height)
    func clamped(_ length: Length, _ most: Length) -> Length { max(.zero, min(length, most)) }
    let box = box.moved(by: forme.offset)
    let sides = [
      clamped(box.minX, width), height - clamped(box.maxY, height),
      clamped(box.maxX, width), height - clamped(box.minY, height),
    ]
    return "[" + sides.map(decimal).joined(separator: " ") + "]"
  }
}

extension Rectangle {
  fileprivate func union(_ other: Rectangle?) -> Rectangle {
    guard let other else { return self }
    let corner = Point(x: min(minX, other.minX), y: min(minY, other.minY))
    return Rectangle(
      x: corner.x, y: corner.y, width: max(maxX, other.maxX) - corner.x,
      height: max(maxY, other.maxY) - corner.y)
  }
}
