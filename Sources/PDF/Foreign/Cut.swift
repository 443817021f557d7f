internal import Geometry
internal import Imposition

extension PageForm {
  /// Cuts off what is drawn of the page in that cell: at its trimmed edges, or as far beyond as it
  /// has a bleed and the sheet room for it. Nothing to write where the page reaches no further.
  func cut(in cell: Cell, sheetHeight: Length) -> String {
    let scale = cell.place.scale
    func beyond(_ bleed: Length, _ room: Length) -> Length { min(bleed, room * (1 / scale)) }
    let (bleed, room) = (geometry.bleed, cell.room)
    let left = beyond(bleed.left, room.left)
    let top = beyond(bleed.top, room.top)
    let right = beyond(bleed.right, room.right)
    let bottom = beyond(bleed.bottom, room.bottom)
    guard !geometry.isAllOfItsMedia || [left, top, right, bottom].contains(where: { $0 < .zero })
    else { return "" }
    let a = cell.place(Point(x: -left, y: -top))
    let b = cell.place(Point(x: geometry.size.width + right, y: geometry.size.height + bottom))
    var text = PDFText()
    for length in [
      min(a.x, b.x), sheetHeight - max(a.y, b.y), max(a.x, b.x) - min(a.x, b.x),
      max(a.y, b.y) - min(a.y, b.y),
    ] {
      text.append(length)
      text.append(syntax: " ")
    }
    return String(decoding: text.bytes, as: UTF8.self) + "re W n "
  }
}

extension Objects {
  /// What a file says of all its pages and what their contents may depend upon: its title and the
  /// like, its language, which layers are shown, and the colours of the press it was made for.
  func takeOver(from pages: borrowing Objects) {
    if let info = pages.value("/Info", of: pages.trailer), pages.isDictionary(info) {
      set("/Info", copy(info, of: pages), in: trailer)
    }
    if let language = pages.value("/Lang", of: pages.catalog) {
      set("/Lang", object(pages.text(language)), in: catalog)
    }
    for key in ["/OCProperties", "/OutputIntents"] {
      if let value = pages.value(key, of: pages.catalog) {
        set(key, copy(value, of: pages), in: catalog)
      }
    }
  }
}
