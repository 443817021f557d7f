internal import CCairo
internal import CRSVG
internal import Geometry
internal import Typesetting

/// An SVG that librsvg has read: its handle, owned here alone.
struct SVGDrawing: ~Copyable {
  private let handle: UnsafeMutablePointer<RsvgHandle>

  /// The bytes must have passed `checkTrust(svg:)`: librsvg aborts on some hostile files.
  init(_ bytes: [UInt8]) throws(PictureFault) {
    guard let handle = rsvg_handle_new_from_data(bytes, UInt(bytes.count), nil) else {
      throw .corrupt
    }
    // CSS's 96 units an inch, as the header was measured with.
    rsvg_handle_set_dpi(handle, 96)
    self.handle = handle
  }

  deinit {
    g_object_unref(handle)
  }

  /// The lines and curves in a surface of their own, at the size that `units(of:)` tells; the caller
  /// destroys it.
  ///
  /// librsvg draws onto that and not onto the page, which can then show it twice and hold it once.
  func recorded(_ header: PictureHeader) throws(PictureFault) -> OpaquePointer {
    let (width, height) = Self.units(of: header)
    var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents) else {
      throw .corrupt
    }
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    cairo_scale(
      context, width / Self.inherent(header.naturalSize.width),
      height / Self.inherent(header.naturalSize.height))
    // In the picture's own units: without a viewBox librsvg draws one for one.
    var viewport = RsvgRectangle(
      x: 0, y: 0, width: Self.inherent(header.naturalSize.width),
      height: Self.inherent(header.naturalSize.height))
    guard rsvg_handle_render_document(handle, context, &viewport, nil) != 0,
      cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS
    else {
      cairo_surface_destroy(surface)
      throw .corrupt
    }
    return surface
  }

  /// The extent of the recorded surface. librsvg draws blurs and other filters as bitmaps with one
  /// pixel a unit: as many units as print needs, 300 to the inch, but no more than memory bears.
  static func units(of header: PictureHeader) -> (width: Double, height: Double) {
    let (width, height) = (header.naturalSize.width.points, header.naturalSize.height.points)
    let scale = min(300 / 72, 4_000 / max(width, height))
    return (width * scale, height * scale)
  }

  private static func inherent(_ length: Length) -> Double { length.points / 72 * 96 }
}
