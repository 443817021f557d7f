internal import CCairo
internal import CRSVG
internal import Typesetting

/// A JPEG's pixels on a surface, as stored, before any turning; the caller destroys it.
///
/// A PDF takes the file as it is, pixels need it decoded: GdkPixbuf does, with which librsvg decodes
/// the photographs of an SVG.
func decodedSurface(
  ofJPEG bytes: [UInt8], _ size: PictureHeader.PixelSize
) throws(PictureFault) -> OpaquePointer {
  guard let loader = gdk_pixbuf_loader_new_with_type("jpeg", nil) else { throw .corrupt }
  defer { g_object_unref(loader) }
  // What can be read of a damaged file is shown, as PDF readers do.
  let isRead = gdk_pixbuf_loader_write(loader, bytes, UInt(bytes.count), nil) != 0
  let isWhole = gdk_pixbuf_loader_close(loader, nil) != 0
  guard isRead || isWhole, let pixbuf = gdk_pixbuf_loader_get_pixbuf(loader),
    gdk_pixbuf_get_width(pixbuf) == size.width, gdk_pixbuf_get_height(pixbuf) == size.height,
    let source = gdk_pixbuf_read_pixels(pixbuf)
  else { throw .corrupt }
  let channels = Int(gdk_pixbuf_get_n_channels(pixbuf))
  let sourceStride = Int(gdk_pixbuf_get_rowstride(pixbuf))

  let surface = cairo_image_surface_create(
    CAIRO_FORMAT_RGB24, Int32(size.width), Int32(size.height))
  guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
    let target = cairo_image_surface_get_data(surface)
  else {
    cairo_surface_destroy(surface)
    throw .corrupt
  }
  let stride = Int(cairo_image_surface_get_stride(surface))
  for y in 0..<size.height {
    let row = UnsafeMutableRawPointer(target + y * stride)
      .bindMemory(to: UInt32.self, capacity: size.width)
    var pixel = source + y * sourceStride
    for x in 0..<size.width {
      row[x] = UInt32(pixel[0]) << 16 | UInt32(pixel[1]) << 8 | UInt32(pixel[2])
      pixel += channels
    }
  }
  cairo_surface_mark_dirty(surface)
  return surface
}
