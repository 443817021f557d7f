package import Geometry

/// A picture's file and how large it is, known from its header alone.
package struct Picture: Hashable, Sendable {
  package enum Format: Hashable, Sendable {
    case png, jpeg, svg
  }

  package var format: Format
  package var bytes: [UInt8]
  /// At 100 % and its own resolution.
  package var naturalSize: Size
  /// Turned upright; nil for drawings.
  package var pixels: PictureHeader.PixelSize?

  package init(
    format: Format, bytes: [UInt8], naturalSize: Size, pixels: PictureHeader.PixelSize? = nil
  ) {
    self.format = format
    self.bytes = bytes
    self.naturalSize = naturalSize
    self.pixels = pixels
  }
}
