import CCairo
import Foundation

/// A PNG as whoever opens it sees it.
struct Pixels {
  let width: Int
  let height: Int
  /// 0 for greys, 2 for colours, as the header says.
  let colourType: UInt8
  private let stride: Int
  private let bytes: [UInt8]

  init?(png: [UInt8]) {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("livret-\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: url) }
    guard png.count > 26, (try? Data(png).write(to: url)) != nil else { return nil }
    let surface = cairo_image_surface_create_from_png(url.path)
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
    else { return nil }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    stride = Int(cairo_image_surface_get_stride(surface))
    colourType = png[25]
    bytes = Array(
      UnsafeBufferPointer(start: cairo_image_surface_get_data(surface), count: stride * height))
  }

  subscript(x: Int, y: Int) -> Raster.Colour {
    let start = y * stride + x * 4
    return Raster.Colour(red: bytes[start + 2], green: bytes[start + 1], blue: bytes[start])
  }

  /// The mean of an area, from 0 for white to 1 for black.
  func darkness(_ x: Range<Int>, _ y: Range<Int>) -> Double {
    meanDarkness(x, y) { self[$0, $1] }
  }
}

extension Raster {
  func darkness(_ x: Range<Int>, _ y: Range<Int>) -> Double {
    meanDarkness(x, y) { self[$0, $1] }
  }
}

private func meanDarkness(
  _ x: Range<Int>, _ y: Range<Int>, _ colour: (Int, Int) -> Raster.Colour
) -> Double {
  var sum = 0
  for row in y {
    for column in x { sum += 255 - Int(colour(column, row).green) }
  }
  return Double(sum) / Double(255 * x.count * y.count)
}
