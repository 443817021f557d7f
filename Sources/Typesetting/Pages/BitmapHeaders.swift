/// The chunks of a PNG up to its image data (PNG 1.2, 4.1 and 4.2.4.2).
struct PNGHeader: BitmapHeader {
  var pixels: PictureHeader.PixelSize
  var orientation = PictureHeader.Orientation.upright
  var storesInksInverted = false
  var resolution: Resolution?

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let inchesPerMetre = 0.0254

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let file = Octets(bytes)
    guard
      file.word(at: 8) == 13, file.isNamed("IHDR", at: 12), let width = file.word(at: 16),
      let height = file.word(at: 20), file.word(at: 29) != nil
    else { throw .corrupt }
    pixels = PictureHeader.PixelSize(width: width, height: height)
    var chunk = 33
    while let length = file.word(at: chunk), !file.isNamed("IDAT", at: chunk + 4) {
      // The unit is 1 for metres; 0 only gives the shape of a pixel.
      if file.isNamed("pHYs", at: chunk + 4), length == 9, file.byte(at: chunk + 16) == 1,
        let across = file.word(at: chunk + 8), let down = file.word(at: chunk + 12)
      {
        resolution = Resolution(
          across: Double(across) * Self.inchesPerMetre, down: Double(down) * Self.inchesPerMetre)
      }
      chunk += 12 + length
    }
    guard file.isNamed("IDAT", at: chunk + 4) else { throw .corrupt }
  }
}

/// The markers of a JPEG (ITU T.81, annex B), its JFIF density, and its EXIF orientation and
/// resolution. The file goes into the PDF as it is, so it is followed to its end marker.
struct JPEGHeader: BitmapHeader {
  var pixels = PictureHeader.PixelSize(width: 0, height: 0)
  var orientation = PictureHeader.Orientation.upright
  var storesInksInverted = false
  var resolution: Resolution?

  private var components: UInt8 = 0

  init(_ bytes: [UInt8]) throws(PictureFault) {
    let file = Octets(bytes)
    var exif: EXIF?
    var isAdobes = false
    var place = 2
    segments: while true {
      // Any number of FF may stand before a marker.
      guard file.byte(at: place) == 0xFF else { throw .corrupt }
      while file.byte(at: place) == 0xFF { place += 1 }
      guard let marker = file.byte(at: place), let length = file.half(at: place + 1), length >= 2,
        file.byte(at: place + length) != nil
      else { throw .corrupt }
      let content = place + 3
      switch marker {
      case 0xC0, 0xC1, 0xC2:
        try readFrame(file, at: content, length: length)
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        throw .unsupportedJPEG
      case 0xE0 where file.isNamed("JFIF", at: content) && length >= 14:
        resolution = file.density(at: content + 7) ?? resolution
      case 0xE1 where exif == nil && file.isNamed("Exif", at: content):
        exif = EXIF(bytes[content..<(place + 1 + length)].dropFirst(6))
      case 0xEE where file.isNamed("Adobe", at: content):
        isAdobes = true
      case 0xDA:
        break segments
      default:
        break
      }
      place += 1 + length
    }
    guard pixels.width > 0, Self.endMarkerFollows(bytes, after: place) else { throw .corrupt }
    orientation = exif?.orientation ?? .upright
    storesInksInverted = isAdobes && components == 4
    resolution = resolution ?? exif?.resolution
  }

  private mutating func readFrame(
    _ file: Octets, at content: Int, length: Int
  ) throws(PictureFault) {
    guard
      let bits = file.byte(at: content), let height = file.half(at: content + 1),
      let width = file.half(at: content + 3), let components = file.byte(at: content + 5)
    else { throw .corrupt }
    guard bits == 8 else { throw .unsupportedJPEG }
    guard [1, 3, 4].contains(components), length == 8 + 3 * Int(components) else { throw .corrupt }
    pixels = PictureHeader.PixelSize(width: width, height: height)
    self.components = components
  }

  private static func endMarkerFollows(_ bytes: [UInt8], after place: Int) -> Bool {
    var last = bytes.count - 2
    // From the end: some programs append a few bytes of their own, but only there.
    while last > place {
      if bytes[last] == 0xFF, bytes[last + 1] == 0xD9 { return true }
      last -= 1
    }
    return false
  }
}

/// Orientation and resolution from the first directory of an EXIF segment (a TIFF inside).
private struct EXIF {
  var orientation: PictureHeader.Orientation?
  var resolution: Resolution?

  init?(_ tiff: ArraySlice<UInt8>) {
    let isLittleEndian = tiff.starts(with: [0x49, 0x49, 0x2A, 0])
    guard isLittleEndian || tiff.starts(with: [0x4D, 0x4D, 0, 0x2A]) else { return nil }
    let file = Octets(Array(tiff), isLittleEndian: isLittleEndian)
    guard let directory = file.word(at: 4), let count = file.half(at: directory) else { return nil }
    var (across, down, dotsPerUnit) = (Double?.none, Double?.none, 1.0)
    for index in 0..<count {
      let entry = directory + 2 + 12 * index
      guard let tag = file.half(at: entry), let value = file.half(at: entry + 8) else { break }
      switch tag {
      case 0x0112: orientation = PictureHeader.Orientation(rawValue: value)
      case 0x011A: across = file.word(at: entry + 8).flatMap(file.fraction)
      case 0x011B: down = file.word(at: entry + 8).flatMap(file.fraction)
      // 3 is dots a centimetre.
      case 0x0128: dotsPerUnit = value == 3 ? 2.54 : 1
      default: break
      }
    }
    if let across, let down {
      resolution = Resolution(across: across * dotsPerUnit, down: down * dotsPerUnit)
    }
  }
}

/// Whole numbers out of bytes, nil past their end.
private struct Octets {
  private let bytes: [UInt8]
  private let isLittleEndian: Bool

  init(_ bytes: [UInt8], isLittleEndian: Bool = false) {
    self.bytes = bytes
    self.isLittleEndian = isLittleEndian
  }

  func byte(at index: Int) -> UInt8? {
    bytes.indices.contains(index) ? bytes[index] : nil
  }

  func half(at index: Int) -> Int? {
    guard let first = byte(at: index), let second = byte(at: index + 1) else { return nil }
    return isLittleEndian
      ? Int(second) << 8 | Int(first) : Int(first) << 8 | Int(second)
  }

  func word(at index: Int) -> Int? {
    guard let first = half(at: index), let second = half(at: index + 2) else { return nil }
    return isLittleEndian ? second << 16 | first : first << 16 | second
  }

  func fraction(at index: Int) -> Double? {
    guard let numerator = word(at: index), let denominator = word(at: index + 4), denominator > 0
    else { return nil }
    return Double(numerator) / Double(denominator)
  }

  /// JFIF: unit 1 for dots an inch, 2 for dots a centimetre, 0 for a ratio only.
  func density(at index: Int) -> Resolution? {
    guard let unit = byte(at: index), let across = half(at: index + 1),
      let down = half(at: index + 3), unit == 1 || unit == 2
    else { return nil }
    let factor = unit == 2 ? 2.54 : 1
    return Resolution(across: Double(across) * factor, down: Double(down) * factor)
  }

  func isNamed(_ name: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + name.utf8CodeUnitCount <= bytes.count else { return false }
    return name.withUTF8Buffer { bytes[index..<(index + $0.count)].elementsEqual($0) }
  }
}
