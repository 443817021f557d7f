internal import CRSVG
internal import Geometry
internal import Typesetting

/// An SVG that librsvg has read: a reference to its handle, owned here. A class, because a document
/// keeps it for all its pages.
final class SVGDrawing {
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

  /// At its natural size from the origin; the caller has scaled the context.
  /// librsvg's viewport is in the picture's own units, 96 to the inch: without a viewBox it draws
  /// one for one.
  func draw(at size: Size, on context: OpaquePointer) throws(PictureFault) {
    let unit = 0.75
    cairo_scale(context, unit, unit)
    var viewport = RsvgRectangle(
      x: 0, y: 0, width: size.width.points / unit, height: size.height.points / unit)
    guard rsvg_handle_render_document(handle, context, &viewport, nil) != 0 else { throw .corrupt }
  }
}
