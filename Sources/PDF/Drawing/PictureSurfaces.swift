internal import CCairo
internal import Geometry
internal import Typesetting

/// The pictures as one document draws them: a surface for each, made when first drawn and kept, so
/// that a picture on twenty pages is in the file once.
///
/// Owns them; Cairo holds references of its own for as long as it needs them.
final class PictureSurfaces {
  /// What is drawn into: a file takes a JPEG as it is, pixels show it decoded.
  enum Target {
    case file, pixels
  }

  private let pictures: Pictures
  private let target: Target
  private var surfaces: [OpaquePointer?]

  init(_ pictures: Pictures, target: Target) {
    self.pictures = pictures
    self.target = target
    surfaces = Array(repeating: nil, count: pictures.prepared.count)
  }

  deinit {
    for surface in surfaces { cairo_surface_destroy(surface) }
  }

  func draw(
    _ id: PictureID, in rectangle: Rectangle, on context: OpaquePointer, page: Int
  ) throws(DrawingError) {
    guard pictures.prepared.indices.contains(id.index) else {
      throw .unknownPicture(id, page: page)
    }
    let size = rectangle.size
    // Nothing to see, and a scale of 0 is an error to Cairo.
    guard size.width > .zero, size.height > .zero else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, rectangle.minX.points, rectangle.minY.points)
    cairo_rectangle(context, 0, 0, size.width.points, size.height.points)
    cairo_clip(context)

    let surface = try surface(id)
    // From the unit square to the rectangle, then from the surface's own units to the unit square.
    cairo_scale(context, size.width.points, size.height.points)
    switch pictures.prepared[id.index] {
    case .bitmap(let bitmap):
      cairo_scale(context, 1 / Double(bitmap.width), 1 / Double(bitmap.height))
    case .jpeg(_, let header):
      var upright = header.orientation.matrix
      cairo_transform(context, &upright)
      guard let pixels = header.pixels else { return }
      cairo_scale(context, 1 / Double(pixels.width), 1 / Double(pixels.height))
    case .svg(_, let header, _):
      let units = SVGDrawing.units(of: header)
      cairo_scale(context, 1 / units.width, 1 / units.height)
    }
    cairo_set_source_surface(context, surface, 0, 0)
    // Between pixels, Cairo would mix those at the edge with the nothing beyond it.
    if target == .pixels, !pictures.prepared[id.index].isDrawn {
      cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
    }
    cairo_paint(context)
  }

  private func surface(_ id: PictureID) throws(DrawingError) -> OpaquePointer {
    if let surface = surfaces[id.index] { return surface }
    let surface: OpaquePointer
    switch pictures.prepared[id.index] {
    case .bitmap(let bitmap): surface = try Self.surface(of: bitmap)
    case .jpeg(let bytes, let header):
      guard let pixels = header.pixels else { throw .picture(id, .corrupt) }
      surface = try self.surface(of: id, ofJPEG: bytes, pixels)
    case .svg(let bytes, let header, let recording):
      if let recorded = recording.take() {
        surface = recorded
        break
      }
      do throws(PictureFault) {
        surface = try SVGDrawing(bytes).recorded(header)
      } catch {
        throw .picture(id, error)
      }
    }
    surfaces[id.index] = surface
    // Cairo knows a picture again by this on later pages.
    try Self.attach(Array("picture-\(id.index)".utf8), as: CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    return surface
  }

  private func surface(
    of id: PictureID, ofJPEG bytes: [UInt8], _ pixels: PictureHeader.PixelSize
  ) throws(DrawingError) -> OpaquePointer {
    guard target == .pixels else { return try Self.surface(ofJPEG: bytes, pixels) }
    do throws(PictureFault) {
      return try decodedSurface(ofJPEG: bytes, pixels)
    } catch {
      throw .picture(id, error)
    }
  }

  private static func surface(of bitmap: Bitmap) throws(DrawingError) -> OpaquePointer {
    let surface = cairo_image_surface_create(bitmap.format, bitmap.width, bitmap.height)
    try PDFFile.check(cairo_surface_status(surface), page: nil)
    guard let surface, let data = cairo_image_surface_get_data(surface),
      cairo_image_surface_get_stride(surface) == bitmap.stride
    else { throw .cairo("no pixels", page: nil) }
    bitmap.pixels.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(start: data, count: $0.count).copyMemory(from: $0)
    }
    cairo_surface_mark_dirty(surface)
    return surface
  }

  /// Cairo wants a surface of the picture's size, though it shows no pixel of it when the file
  /// itself is attached: one of a bit each is the least that it copies about.
  private static func surface(
    ofJPEG bytes: [UInt8], _ pixels: PictureHeader.PixelSize
  ) throws(DrawingError) -> OpaquePointer {
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_A1, Int32(pixels.width), Int32(pixels.height))
    try PDFFile.check(cairo_surface_status(surface), page: nil)
    guard let surface else { throw .cairo("no surface", page: nil) }
    try attach(bytes, as: CAIRO_MIME_TYPE_JPEG, to: surface)
    return surface
  }

  /// A copy, which Cairo frees when it is done with it.
  private static func attach(
    _ bytes: [UInt8], as type: String, to surface: OpaquePointer
  ) throws(DrawingError) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    copy.initialize(from: bytes, count: bytes.count)
    let status = cairo_surface_set_mime_data(
      surface, type, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    try PDFFile.check(status, page: nil)
  }
}

extension PictureHeader.Orientation {
  /// From the unit square as stored to the unit square upright.
  fileprivate var matrix: cairo_matrix_t {
    switch self {
    case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: 1, y0: 0)
    case .halfTurn: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: 1, y0: 1)
    case .halfTurnMirrored: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: 1)
    case .transposed: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case .quarterTurn: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: 1, y0: 0)
    case .transverse: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: 1, y0: 1)
    case .threeQuarterTurn: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: 1)
    }
  }
}
