import Geometry
import Testing
import Typesetting

@Suite struct PictureHeaderTests {
  // MARK: Files by hand, as short as they can be

  private func word(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
  private func half(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  private func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    word(content.count) + Array(name.utf8) + content + [0, 0, 0, 0]
  }

  private func png(_ width: Int, _ height: Int, dotsPerMetre: Int? = nil) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", word(width) + word(height) + [8, 2, 0, 0, 0])
      + (dotsPerMetre.map { chunk("pHYs", word($0) + word($0) + [1]) } ?? [])
      + chunk("IDAT", [0]) + chunk("IEND", [])
  }

  private func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + half(content.count + 2) + content
  }

  private func frame(_ marker: UInt8 = 0xC0, bits: UInt8 = 8, components: UInt8 = 3) -> [UInt8] {
    segment(
      marker,
      [bits] + half(200) + half(300) + [components]
        + Array(repeating: 0, count: 3 * Int(components)))
  }

  private func jfif(unit: UInt8, _ density: Int) -> [UInt8] {
    segment(0xE0, Array("JFIF\0".utf8) + [1, 1, unit] + half(density) + half(density) + [0, 0])
  }

  /// Orientation, and 600 dots in two (as a fraction) in each direction, of that unit.
  private func exif(orientation: Int, unit: Int, littleEndian: Bool) -> [UInt8] {
    func ordered(_ bytes: [UInt8]) -> [UInt8] { littleEndian ? bytes.reversed() : bytes }
    func entry(_ tag: Int, _ type: Int, _ value: [UInt8]) -> [UInt8] {
      ordered(half(tag)) + ordered(half(type)) + ordered(word(1)) + value
    }
    let directory =
      ordered(half(4)) + entry(0x0112, 3, ordered(half(orientation)) + [0, 0])
      + entry(0x011A, 5, ordered(word(62))) + entry(0x011B, 5, ordered(word(62)))
      + entry(0x0128, 3, ordered(half(unit)) + [0, 0]) + [0, 0, 0, 0]
    let fraction = ordered(word(600)) + ordered(word(2))
    let start: [UInt8] =
      littleEndian ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
    return segment(0xE1, Array("Exif\0\0".utf8) + start + directory + fraction)
  }

  /// 300 by 200 pixels.
  private func jpeg(_ segments: [UInt8]...) -> [UInt8] {
    [0xFF, 0xD8] + segments.joined() + segment(0xDA, [1, 0, 0, 0, 63, 0]) + [1, 2, 3, 0xFF, 0xD9]
  }

  private func svg(_ attributes: String) -> [UInt8] {
    Array("<?xml version='1.0'?>\n<!-- <svg> -->\n<svg \(attributes)><path/></svg>".utf8)
  }

  private func size(_ width: Double, _ height: Double) -> Size {
    Size(width: .points(width), height: .points(height))
  }

  private func fault(_ bytes: [UInt8]) -> PictureFault? {
    do {
      _ = try PictureHeader(bytes: bytes)
      return nil
    } catch { return error }
  }

  // MARK: Sizes

  @Test func aPNGIsAsLargeAsItSays() throws {
    let header = try PictureHeader(bytes: png(600, 300, dotsPerMetre: 11_811))
    #expect(header.format == .png)
    #expect(header.pixels == PictureHeader.PixelSize(width: 600, height: 300))
    #expect(abs(header.naturalSize.width.points - 144) < 0.01)
  }

  @Test func aBitmapThatSaysNothingHas150DotsAnInch() throws {
    #expect(try PictureHeader(bytes: png(300, 150)).naturalSize == size(144, 72))
    #expect(try PictureHeader(bytes: jpeg(frame())).naturalSize == size(144, 96))
    #expect(try PictureHeader(bytes: png(300, 150, dotsPerMetre: 0)).naturalSize == size(144, 72))
    #expect(try PictureHeader(bytes: jpeg(jfif(unit: 0, 1), frame())).naturalSize == size(144, 96))
  }

  @Test func aJPEGIsAsLargeAsItsJFIFSegmentSays() throws {
    let inches = try PictureHeader(bytes: jpeg(jfif(unit: 1, 300), frame()))
    #expect(inches.format == .jpeg && inches.orientation == .upright)
    #expect(inches.naturalSize == size(72, 48))
    let centimetres = try PictureHeader(bytes: jpeg(jfif(unit: 2, 100), frame(0xC2)))
    #expect(abs(centimetres.naturalSize.width.millimetres - 30) < 0.01)
  }

  @Test(arguments: [true, false])
  func aPhotographIsTurnedUpright(littleEndian: Bool) throws {
    let segment = exif(orientation: 6, unit: 2, littleEndian: littleEndian)
    let header = try PictureHeader(bytes: jpeg(segment, frame()))
    #expect(header.orientation == .quarterTurn)
    #expect(header.pixels == PictureHeader.PixelSize(width: 300, height: 200))
    #expect(header.naturalSize == size(48, 72))
    let metric = exif(orientation: 9, unit: 3, littleEndian: littleEndian)
    let unknown = try PictureHeader(bytes: jpeg(metric, frame()))
    #expect(unknown.orientation == .upright)
    #expect(abs(unknown.naturalSize.width.millimetres - 10) < 0.01)
  }

  @Test func onlyAdobesFourInksAreInverted() throws {
    let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 2])
    #expect(try PictureHeader(bytes: jpeg(adobe, frame(components: 4))).storesInksInverted)
    #expect(try !PictureHeader(bytes: jpeg(adobe, frame())).storesInksInverted)
    #expect(try !PictureHeader(bytes: jpeg(frame(components: 4))).storesInksInverted)
  }

  private static let svgSizes: [(String, Double, Double)] = [
    ("width='25.4mm' height='5.08cm'", 72, 144),
    ("width='96' height=\"48px\" viewBox='0 0 1 1'", 72, 36),
    ("width='1in' height='6pc'", 72, 72), ("width='10pt' height='1e1pt'", 10, 10),
    ("viewBox='-5,-5 40 20'", 30, 15), ("width='100%' height='100%' viewBox='0 0 40 20'", 30, 15),
    ("width='60pt' viewBox='0 0 40 20'", 60, 30), ("height='60pt' viewBox='0 0 40 20'", 120, 60),
  ]

  @Test(arguments: svgSizes)
  func anSVGIsAsLargeAsItSays(_ attributes: String, _ width: Double, _ height: Double) throws {
    let header = try PictureHeader(bytes: svg(attributes))
    #expect(header.format == .svg && header.pixels == nil)
    #expect(abs(header.naturalSize.width.points - width) < 0.01)
    #expect(abs(header.naturalSize.height.points - height) < 0.01)
  }

  @Test(arguments: [
    "", "width='10'", "width='1em' height='1em'", "viewBox='0 0 0 0'", "viewBox='0 0 10'",
    "width='inf' height='nan'", "width='-1' height='4'", "width='1e99' height='0x10'",
  ])
  func anSVGWithoutSizeIsReported(_ attributes: String) {
    #expect(fault(svg(attributes)) == .noSize)
  }

  // MARK: Faults

  @Test func whatIsNoPictureIsReported() {
    #expect(fault([]) == .empty)
    #expect(fault(Array("GIF89a".utf8)) == .unknownFormat)
    #expect(fault(Array("<html><svg width='1' height='1'/></html>".utf8)) == .unknownFormat)
    #expect(fault(png(0, 4)) == .corrupt)
    #expect(fault(jpeg()) == .corrupt)
    #expect(fault(jpeg(frame(components: 2))) == .corrupt)
    #expect(fault(jpeg(frame(bits: 12))) == .unsupportedJPEG)
    #expect(fault(jpeg(frame(0xC3))) == .unsupportedJPEG)
    #expect(fault(jpeg(frame(0xC9))) == .unsupportedJPEG)
  }

  @Test func bombsAreReportedByTheirHeader() {
    #expect(fault(png(8_000, 5_000)) == nil)
    #expect(fault(png(8_001, 5_000)) == .tooManyPixels(limit: 40_000_000))
    #expect(fault(png(0xFFFF_FFFF, 0xFFFF_FFFF)) == .tooManyPixels(limit: 40_000_000))
    #expect(fault(png(40_000, 1)) == .tooManyPixels(limit: 40_000_000))
    let heavy = png(1, 1) + Array(repeating: 0, count: 30_000_000)
    #expect(fault(heavy) == .tooManyBytes(limit: 30_000_000))
  }

  /// Bytes cut short or spoilt are a picture or a fault, and never a trap.
  @Test func anyBytesAreAPictureOrAFault() {
    let whole = [
      png(300, 200, dotsPerMetre: 4_000),
      jpeg(
        jfif(unit: 1, 300), exif(orientation: 6, unit: 2, littleEndian: true),
        exif(orientation: 3, unit: 3, littleEndian: false), frame()),
      svg("width='20mm' height='4cm' viewBox='0 0 &#x31;0 20'"),
    ]
    var seed = UInt64(1)
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    for file in whole {
      #expect(fault(file) == nil)
      for count in file.indices { _ = fault(Array(file.prefix(count))) }
      for _ in 0..<4_000 {
        var spoilt = file
        for _ in 0...(next() % 6) {
          spoilt[next() % spoilt.count] = [0, 0xFF, UInt8(next() & 255)][next() % 3]
        }
        _ = fault(spoilt)
      }
    }
  }

  @Test func aPictureKnowsItsNaturalSize() throws {
    let picture = try Picture(bytes: png(300, 150))
    #expect(picture.format == .png && picture.naturalSize == size(144, 72))
  }
}
