internal import CCairo
internal import Geometry
internal import Typesetting

/// A PDF being written into memory: Cairo's surface, owned here alone.
struct PDFFile: ~Copyable {
  let surface: OpaquePointer
  private let sink = ByteSink()

  init(firstPage size: Size) {
    surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), size.width.points,
      size.height.points)
    // 1.5 and not 1.4, which has no /ActualText: ligatures and hyphens would be lost in copying.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
  }

  deinit {
    cairo_surface_destroy(surface)
  }

  /// Both dates are always set, if only to nothing: Cairo would ask the clock.
  func describe(_ info: DocumentInfo) {
    let entries: [(cairo_pdf_metadata_t, String)] = [
      (CAIRO_PDF_METADATA_TITLE, info.title), (CAIRO_PDF_METADATA_AUTHOR, info.author),
      (CAIRO_PDF_METADATA_SUBJECT, info.subject), (CAIRO_PDF_METADATA_KEYWORDS, info.keywords),
      (CAIRO_PDF_METADATA_CREATOR, info.creator),
    ]
    for (key, value) in entries where !value.isEmpty {
      cairo_pdf_surface_set_metadata(surface, key, value)
    }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, info.date)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, info.date)
  }

  func startPage(size: Size, label: String) {
    cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
    cairo_pdf_surface_set_page_label(surface, label)
  }

  func finishPage(_ number: Int) throws(DrawingError) {
    cairo_surface_show_page(surface)
    try Self.check(cairo_surface_status(surface), page: number)
  }

  /// Bookmarks, in the order of the tree; a stack and not a recursion, whatever its depth.
  func addOutline(
    _ entries: [OutlineEntry], _ destinations: Destinations
  ) throws(DrawingError) {
    // CAIRO_PDF_OUTLINE_ROOT is 0.
    var waiting = entries.reversed().map { (entry: $0, parent: Int32(0)) }
    while let (entry, parent) = waiting.popLast() {
      let target = try destinations.linkAttributes(to: entry.destination, page: nil)
      let id = cairo_pdf_surface_add_outline(
        surface, parent, entry.title, target, cairo_pdf_outline_flags_t(rawValue: 0))
      for child in entry.children.reversed() { waiting.append((child, id)) }
    }
  }

  consuming func finish() throws(DrawingError) -> [UInt8] {
    cairo_surface_finish(surface)
    try Self.check(cairo_surface_status(surface), page: nil)
    return sink.bytes
  }

  static func check(_ status: cairo_status_t, page: Int?) throws(DrawingError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .cairo(String(cString: cairo_status_to_string(status)), page: page)
  }
}
