internal import CCairo
package import Typesetting

/// The pictures of a book made ready to be drawn: checked, and bitmaps decoded, once for all the
/// files of a run. It may be shared between threads.
package struct Pictures: Sendable {
  enum Prepared: Sendable {
    case bitmap(Bitmap)
    /// Goes into the file as it is.
    case jpeg([UInt8], PictureHeader)
    /// Goes into the file as vectors, scaled from its natural size.
    case svg([UInt8], PictureHeader, Recording)

    /// Lines and curves, no pixels.
    var isDrawn: Bool { if case .svg = self { true } else { false } }
  }

  let prepared: [Prepared]

  /// Throws of the first picture that cannot be drawn; see `fault(in:)` for asking of each.
  package init(_ pictures: [Picture]) throws(DrawingError) {
    var prepared: [Prepared] = []
    for (index, picture) in pictures.enumerated() {
      do {
        prepared.append(try Self.prepare(picture))
      } catch {
        throw .picture(PictureID(index: index), error)
      }
    }
    self.prepared = prepared
  }

  package static let none = Pictures(prepared: [])

  private init(prepared: [Prepared]) {
    self.prepared = prepared
  }

  /// What stands against drawing the picture, so that each can be reported at its place; nil for
  /// nothing.
  package static func fault(in picture: Picture) -> PictureFault? {
    do {
      _ = try prepare(picture)
      return nil
    } catch {
      return error
    }
  }

  private static func prepare(_ picture: Picture) throws(PictureFault) -> Prepared {
    let header = try PictureHeader(bytes: picture.bytes)
    switch header.format {
    case .png: return .bitmap(try Bitmap(png: picture.bytes))
    case .jpeg: return .jpeg(picture.bytes, header)
    case .svg:
      try checkTrust(svg: picture.bytes)
      // Drawn now, so that what librsvg cannot draw is known before anything is drawn.
      return .svg(
        picture.bytes, header, Recording(try SVGDrawing(picture.bytes).recorded(header)))
    }
  }
}

/// Pixels as Cairo keeps them, out of Cairo's hands.
struct Bitmap: Sendable {
  let format: cairo_format_t
  let width: Int32
  let height: Int32
  let stride: Int32
  let pixels: [UInt8]

  init(png: [UInt8]) throws(PictureFault) {
    let surface = png.withUnsafeBytes { bytes in
      var reader = Reader(rest: bytes)
      return withUnsafeMutablePointer(to: &reader) { reader in
        cairo_image_surface_create_from_png_stream(
          { reader, target, count in
            reader!.assumingMemoryBound(to: Reader.self).pointee.read(target!, Int(count))
          }, reader)
      }
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { throw .corrupt }
    format = cairo_image_surface_get_format(surface)
    width = cairo_image_surface_get_width(surface)
    height = cairo_image_surface_get_height(surface)
    stride = cairo_image_surface_get_stride(surface)
    pixels = Array(UnsafeBufferPointer(start: data, count: Int(stride) * Int(height)))
  }

  private struct Reader {
    var rest: UnsafeRawBufferPointer

    mutating func read(_ target: UnsafeMutablePointer<UInt8>, _ count: Int) -> cairo_status_t {
      guard count <= rest.count, let source = rest.baseAddress else {
        return CAIRO_STATUS_READ_ERROR
      }
      UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count)
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      return CAIRO_STATUS_SUCCESS
    }
  }
}
