internal import CCairo
internal import Geometry
internal import Typesetting

/// White paper in pixels, drawn on in points: Cairo's image surface, owned here alone.
struct PixelSurface: ~Copyable {
  let surface: OpaquePointer
  private let scale: Double

  /// 160 MB in four bytes a pixel; an A4 sheet at 600 pixels an inch has 35 million.
  static let mostPixels = 40_000_000

  init(_ size: Size, ppi: Int) throws(DrawingError) {
    scale = Double(ppi) / 72
    let width = max(1, (size.width.points * scale).rounded())
    let height = max(1, (size.height.points * scale).rounded())
    guard width * height <= Double(Self.mostPixels) else {
      throw .tooManyPixels(millions: Int(min(width * height / 1_000_000, 1e9).rounded(.up)))
    }
    let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    try PDFFile.check(cairo_surface_status(surface), page: nil)
    guard let surface else { throw .cairo("no pixels", page: nil) }
    self.surface = surface
    let rows = Rows(of: surface)
    rows.bytes.update(repeating: 255)
    cairo_surface_mark_dirty(surface)
    cairo_surface_set_device_scale(surface, scale, scale)
  }

  deinit {
    cairo_surface_destroy(surface)
  }

  /// A line one pixel wide, upright or level, that fills its pixels to their edges; one at the
  /// right edge or at the foot lies within.
  func hairline(_ line: Rectangle, ink: Ink) -> Mark {
    func pixel(_ length: Length, of count: Int32) -> Double {
      min((length.points * scale).rounded(.down), Double(count) - 1)
    }
    let (columns, rows) = (
      cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)
    )
    let (left, right) = (pixel(line.minX, of: columns), pixel(line.maxX, of: columns) + 1)
    let (top, bottom) = (pixel(line.minY, of: rows), pixel(line.maxY, of: rows) + 1)
    return .fill(
      Rectangle(
        x: .points(left / scale), y: .points(top / scale), width: .points((right - left) / scale),
        height: .points((bottom - top) / scale)), ink: ink)
  }

  consuming func png() throws(DrawingError) -> [UInt8] {
    cairo_surface_flush(surface)
    guard let grey = try inGrey() else { return try Self.png(of: surface) }
    defer { cairo_surface_destroy(grey) }
    return try Self.png(of: grey)
  }

  /// The same in a byte a pixel, which makes a third of the file; nil where there is colour. The
  /// caller destroys it.
  private func inGrey() throws(DrawingError) -> OpaquePointer? {
    let (width, height) = (
      cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface)
    )
    // Cairo writes alpha alone as greys, 0 as black.
    let grey = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height)
    try PDFFile.check(cairo_surface_status(grey), page: nil)
    guard let grey else { throw .cairo("no pixels", page: nil) }
    let (source, target) = (Rows(of: surface), Rows(of: grey))
    for y in 0..<Int(height) {
      let pixels = UnsafeRawBufferPointer(source[y]).bindMemory(to: UInt32.self)
      let greys = target[y]
      for x in 0..<Int(width) {
        // Red, green and blue from the third byte down; the highest means nothing.
        let pixel = pixels[x]
        let blue = pixel & 0xFF
        guard pixel & 0xFF_FFFF == blue * 0x1_0101 else {
          cairo_surface_destroy(grey)
          return nil
        }
        greys[x] = UInt8(blue)
      }
    }
    cairo_surface_mark_dirty(grey)
    return grey
  }

  private static func png(of surface: OpaquePointer) throws(DrawingError) -> [UInt8] {
    let sink = ByteSink()
    let status = cairo_surface_write_to_png_stream(
      surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
    try PDFFile.check(status, page: nil)
    return sink.bytes
  }
}

/// A surface's pixels, for as long as the surface lives.
private struct Rows {
  let bytes: UnsafeMutableBufferPointer<UInt8>
  private let stride: Int

  init(of surface: OpaquePointer) {
    stride = Int(cairo_image_surface_get_stride(surface))
    let height = Int(cairo_image_surface_get_height(surface))
    bytes = UnsafeMutableBufferPointer(
      start: cairo_image_surface_get_data(surface), count: stride * height)
  }

  subscript(y: Int) -> UnsafeMutableBufferPointer<UInt8> {
    UnsafeMutableBufferPointer(rebasing: bytes[(y * stride)..<((y + 1) * stride)])
  }
}
