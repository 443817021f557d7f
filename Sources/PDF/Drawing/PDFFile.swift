internal import CCairo
internal import Geometry
internal import Typesetting

/// What Cairo draws into, in memory: a PDF's surface, owned here alone.
struct PDFFile: ~Copyable {
  let surface: OpaquePointer
  private let sink = ByteSink()

  init(pagesOf size: Size) {
    surface = cairo_pdf_surface_create_for_stream(
      ByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), size.width.points,
      size.height.points)
  }

  deinit {
    cairo_surface_destroy(surface)
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
