internal import Geometry
internal import Imposition

extension Cell {
  /// What is printed of a page of that size, in its own coordinates: the trimmed page and what it
  /// bleeds, as far as the sheet has room; less than the page where creep has moved it over the fold.
  func printed(of size: Size, bleed: Margins) -> Rectangle {
    func beyond(_ bleed: Length, _ room: Length) -> Length {
      min(bleed, place.scale == 1 ? room : room * (1 / place.scale))
    }
    let (left, top) = (beyond(bleed.left, room.left), beyond(bleed.top, room.top))
    let (right, bottom) = (beyond(bleed.right, room.right), beyond(bleed.bottom, room.bottom))
    return Rectangle(
      x: -left, y: -top, width: size.width + left + right, height: size.height + top + bottom)
  }
}

extension PageForm {
  /// Cuts off what is not printed of the page in that cell. Nothing to write where the page reaches
  /// no further.
  func cut(in cell: Cell, sheetHeight: Length) -> String {
    let printed = cell.printed(of: geometry.size, bleed: geometry.bleed)
    let isWhole =
      printed.minX <= .zero && printed.minY <= .zero && printed.maxX >= geometry.size.width
      && printed.maxY >= geometry.size.height
    guard !geometry.isAllOfItsMedia || !isWhole else { return "" }
    let box = cell.place(printed)
    let text: PDFText = """
      \(box.minX) \(sheetHeight - box.maxY) \(box.size.width) \(box.size.height) re W n\u{20}
      """
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension Transform {
  /// Where the rectangle comes to lie.
  func callAsFunction(_ rectangle: Rectangle) -> Rectangle {
    let ends = [rectangle.origin, Point(x: rectangle.maxX, y: rectangle.maxY)].map { self($0) }
    let (a, b) = upsideDown ? (ends[1], ends[0]) : (ends[0], ends[1])
    return Rectangle(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y)
  }
}
