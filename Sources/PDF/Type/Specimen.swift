internal import CCairo
internal import Geometry
internal import Typesetting

/// A specimen, as type founders print them: each sort of a book once, and each picture on a page of
/// its own. Cairo makes it, and with it the parts of its fonts that are needed; the pages of the
/// book are composed of what it holds, each letter and picture at the cost of a few bytes.
struct Specimen {
  let bytes: [UInt8]
  /// The places of the sorts in the order in which they are shown; nil for a sign that is no sort of
  /// the book.
  let sorts: [Int?]
  /// The pictures, in the order of their pages, which follow that of the sorts.
  let pictures: [PictureID]
  /// Where each of them stands on its page.
  static let pictureFrame = Rectangle(origin: .zero, size: pictureSize)

  init(
    _ sorts: Sorts, of book: TaggedBook, _ faces: Faces, _ surfaces: PictureSurfaces
  ) throws(DrawingError) {
    let file = PDFFile(pagesOf: Self.pageSize)
    let context = cairo_create(file.surface)
    defer { cairo_destroy(context) }
    guard let context else { throw .cairo("no context", page: nil) }
    self.sorts = try Self.show(sorts, faces, on: context)
    cairo_show_page(context)
    var shown: [PictureID] = []
    var known: Set<PictureID> = []
    for (index, page) in book.pages.enumerated() {
      for case .picture(let id, _) in page.drawing.lazy.map(\.mark) where known.insert(id).inserted
      {
        try surfaces.draw(id, in: Self.pictureFrame, on: context, page: index + 1)
        cairo_show_page(context)
        try PDFFile.check(cairo_status(context), page: index + 1)
        shown.append(id)
      }
    }
    try PDFFile.check(cairo_status(context), page: nil)
    pictures = shown
    bytes = try file.finish()
  }

  /// Of whole points, for Cairo cuts off the rest.
  static let pageSize = Size(width: .points(600), height: .points(600))
  private static let pictureSize = Size(width: .points(500), height: .points(500))

  /// One on top of the other: only their codes are read.
  private static func show(
    _ sorts: Sorts, _ faces: Faces, on context: OpaquePointer
  ) throws(DrawingError) -> [Int?] {
    cairo_set_font_size(context, 10)
    var order: [Int?] = []
    var start = 0
    while start < sorts.all.count {
      let (face, edition) = (sorts.all[start].face, sorts.all[start].edition)
      let group = sorts.all[start...].prefix { $0.face == face && $0.edition == edition }
      var glyphs = group.map(\.glyph)
      order += group.indices.map(\.self)
      start += group.count
      let opened = try faces.face(FaceID(index: face), edition: edition, page: 0)
      // Blanks alone are nothing to Cairo, and it shows nothing.
      if !glyphs.contains(where: { faces.hasInk($0, in: opened) }) {
        guard let sign = faces.firstWithInk(in: opened) else { continue }
        glyphs.append(sign)
        order.append(nil)
      }
      cairo_set_font_face(context, opened)
      let placed = glyphs.map { cairo_glyph_t(index: UInt($0), x: 300, y: 300) }
      cairo_show_glyphs(context, placed, Int32(placed.count))
    }
    try PDFFile.check(cairo_status(context), page: nil)
    return order
  }
}
