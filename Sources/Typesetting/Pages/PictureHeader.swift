package import Geometry

/// What the first bytes of a picture's file tell: its kind and its size, without decoding it.
package struct PictureHeader: Hashable, Sendable {
  package var format: Picture.Format
  /// As stored, before any turning; nil for an SVG.
  package var pixels: PixelSize?
  /// How the picture must be turned to stand upright; cameras store what the sensor saw.
  package var orientation: Orientation
  /// A JPEG in four inks from a program of Adobe's or one that follows them: 255 is no ink.
  package var storesInksInverted: Bool
  /// Turned upright, at its own resolution: the file's dots an inch, else 150 for bitmaps; 96
  /// units an inch for an SVG.
  package var naturalSize: Size

  /// As it is shown.
  package var uprightPixels: PixelSize? {
    guard let pixels, orientation.exchangesSides else { return pixels }
    return PixelSize(width: pixels.height, height: pixels.width)
  }

  package struct PixelSize: Hashable, Sendable {
    package var width: Int
    package var height: Int

    package init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  /// The values of the EXIF orientation tag (0x0112).
  package enum Orientation: Int, Hashable, Sendable {
    case upright = 1
    case mirrored, halfTurn, halfTurnMirrored, transposed, quarterTurn, transverse, threeQuarterTurn

    package var exchangesSides: Bool { rawValue >= 5 }
  }

  /// Beyond this a decoded picture fills the memory of small machines: 160 MB in four bytes a pixel.
  package static let mostPixels = 40_000_000
  package static let mostBytes = 30_000_000
  /// What Cairo takes on a side.
  private static let longestSide = 32_767
  /// Where the file says nothing: fine enough for photocopies, and screenshots come out legible.
  private static let usualResolution = 150.0

  package init(bytes: [UInt8]) throws(PictureFault) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= Self.mostBytes else { throw .tooManyBytes(limit: Self.mostBytes) }
    if bytes.starts(with: PNGHeader.signature) {
      self = try Self(.png, PNGHeader(bytes))
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = try Self(.jpeg, JPEGHeader(bytes))
    } else if SVGMarkup.looksLikeMarkup(bytes) {
      format = .svg
      orientation = .upright
      storesInksInverted = false
      naturalSize = try SVGMarkup.naturalSize(bytes)
    } else {
      throw .unknownFormat
    }
  }

  private init(_ format: Picture.Format, _ bitmap: some BitmapHeader) throws(PictureFault) {
    let pixels = bitmap.pixels
    guard pixels.width > 0, pixels.height > 0 else { throw .corrupt }
    guard
      pixels.width <= Self.longestSide, pixels.height <= Self.longestSide,
      pixels.width * pixels.height <= Self.mostPixels
    else { throw .tooManyPixels(limit: Self.mostPixels) }
    self.format = format
    self.pixels = pixels
    orientation = bitmap.orientation
    storesInksInverted = bitmap.storesInksInverted

    func length(_ count: Int, _ dotsPerInch: Double) -> Length {
      .points(Double(count) * 72 / dotsPerInch)
    }
    let resolution = bitmap.resolution.flatMap(Resolution.init(plausible:))
    let size = Size(
      width: length(pixels.width, resolution?.across ?? Self.usualResolution),
      height: length(pixels.height, resolution?.down ?? Self.usualResolution))
    naturalSize = orientation.exchangesSides ? size.turned : size
  }
}

/// What PNG and JPEG have in common.
protocol BitmapHeader {
  var pixels: PictureHeader.PixelSize { get }
  var orientation: PictureHeader.Orientation { get }
  var storesInksInverted: Bool { get }
  var resolution: Resolution? { get }
}

/// Dots an inch.
struct Resolution {
  var across: Double
  var down: Double

  init(across: Double, down: Double) {
    self.across = across
    self.down = down
  }

  /// Nil for what no scanner, camera or screen means: 0, 1, or millions.
  init?(plausible resolution: Resolution) {
    let meant = 10.0...10_000
    guard meant.contains(resolution.across), meant.contains(resolution.down) else { return nil }
    self = resolution
  }
}

extension Picture {
  /// The picture that the bytes are, by their header alone.
  package init(bytes: [UInt8]) throws(PictureFault) {
    let header = try PictureHeader(bytes: bytes)
    self.init(
      format: header.format, bytes: bytes, naturalSize: header.naturalSize,
      pixels: header.uprightPixels)
  }
}
