internal import CCairo
internal import Geometry
internal import Typesetting

/// What Cairo draws pages into, in memory: its surface, owned here alone. Of the file that comes out
/// only what the pages show is kept; all else is libqpdf's and ours to say (see `finishing`).
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

  func startPage(size: Size) {
    cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
  }

  func finishPage(_ number: Int) throws(DrawingError) {
    cairo_surface_show_page(surface)
    try Self.check(cairo_surface_status(surface), page: number)
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
