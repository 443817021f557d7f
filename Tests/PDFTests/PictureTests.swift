import Foundation
import Geometry
import Imposition
import PDF
import TestSupport
import Testing
import Typesetting

@Suite(.enabled(if: Inspection.toolsArePresent, "needs poppler's tools and qpdf"))
struct PictureTests {
  /// A page with the picture over 100 by 100 points at its top left corner.
  private func page(_ index: Int) -> Page {
    .a5(
      Mark.element(
        .figure(alternative: "essai"),
        [
          .picture(
            PictureID(index: index),
            in: Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100)))
        ]))
  }

  private func draw(_ files: [[UInt8]], pages: [Page]) throws -> Inspection {
    let pictures = try Pictures(files.map { try Picture(bytes: $0) })
    return try Inspection(
      readingPDF(of: pages, outline: [], info: .guide, fonts: [], pictures: pictures))
  }

  private func isRed(_ colour: Raster.Colour) -> Bool { colour.red > 200 && colour.blue < 60 }
  private func isBlue(_ colour: Raster.Colour) -> Bool { colour.blue > 130 && colour.red < 80 }

  @Test(arguments: [
    PictureFixture.colourJPEG, PictureFixture.cmykJPEG, PictureFixture.progressiveJPEG,
    PictureFixture.colourPNG, PictureFixture.squares,
  ])
  func redIsAboveAndBlueBelow(_ file: PictureFixture) throws {
    let seen = try draw([file.bytes], pages: [page(0)])
    let raster = try seen.raster
    #expect(isRed(raster[50, 4]), "\(raster[50, 4])")
    #expect(isBlue(raster[50, 95]), "\(raster[50, 95])")
    #expect(raster[50, 105] == Raster.Colour(red: 255, green: 255, blue: 255))
    #expect(try seen.complaints == "")
  }

  /// A cover: Cairo would forget the tags before a paint that nothing confines.
  @Test(arguments: [PictureFixture.colourJPEG, PictureFixture.colourPNG])
  func aPictureOverTheWholePageKeepsItsElement(_ file: PictureFixture) throws {
    let size = Paper.a5.size
    let whole = Rectangle(origin: .zero, size: size)
    let larger = Rectangle(
      x: .points(-9), y: .points(-9), width: size.width * 2, height: size.height * 2)
    for place in [whole, larger] {
      let cover = Page.a5(
        Mark.element(
          .figure(alternative: "Une rue"), [.picture(PictureID(index: 0), in: place)]))
      let seen = try draw([file.bytes], pages: [cover, cover])
      let structure = try seen.structure
      let figure = """
          Figure:
             /Placement /Block
             /BBox [0 0 419.527 595.275]
            ""

        """
      #expect(structure == "Document\n\(figure)\(figure)")
      #expect(try seen.objects.contains("/Alt (Une rue)"))
      #expect(try seen.complaints == "")
    }
  }

  /// At the page's edges and beyond, and thin ones: each that is drawn is in its own element.
  @Test(arguments: 0..<8) func picturesAnywhereAreDrawnOrLeftOut(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var marks: [Mark] = []
    for _ in 0..<120 {
      let edges = [0, -40, 200, 419, 419.527, 418, 595, 595.275, 594]
      func near(_ edge: Double) -> Double { edge + Double(chance.below(4000) - 2000) / 1000 }
      func side() -> Double { chance.below(2) == 0 ? 40 : Double(chance.below(1000)) / 250 }
      let (x, y) = (near(edges[chance.below(9)]), near(edges[chance.below(9)]))
      let frame = Rectangle(
        x: .points(x), y: .points(y), width: .points(side()), height: .points(side()))
      marks += Mark.element(
        .figure(alternative: "x"), [.picture(PictureID(index: 0), in: frame)])
    }
    let pictures = try Pictures([Picture(bytes: PictureFixture.squares.bytes)])
    let anatomy = try Anatomy(
      readingPDF(of: [.a5(marks)], outline: [], info: .guide, fonts: [], pictures: pictures))
    let places = anatomy.readings[0].pictures.map(\.place)
    #expect(places.count > 10)
    #expect(places == (0..<places.count).map { .content($0) })
    #expect(anatomy.elements.filter { $0.type == "Figure" }.count == places.count)
  }

  @Test func greyJPEGsStayGrey() throws {
    let seen = try draw([PictureFixture.greyJPEG.bytes], pages: [page(0)])
    #expect(try seen.objects.contains("/ColorSpace /DeviceGray"))
    #expect(try seen.raster[50, 4].red < 40)
    #expect(try seen.raster[50, 95].red > 215)
  }

  @Test func transparencyShowsThePaper() throws {
    let seen = try draw([PictureFixture.transparentPNG.bytes], pages: [page(0)])
    #expect(try seen.raster[50, 50] == Raster.Colour(red: 255, green: 0, blue: 0))
    #expect(try seen.raster[3, 3] == Raster.Colour(red: 255, green: 255, blue: 255))
  }

  @Test(arguments: [
    PictureFixture.colourJPEG, PictureFixture.greyJPEG, PictureFixture.cmykJPEG,
    PictureFixture.progressiveJPEG,
  ])
  func aJPEGIsInTheFileOnceAndAsItWas(_ jpeg: PictureFixture) throws {
    let seen = try draw([jpeg.bytes], pages: [page(0), page(0), page(0)])
    #expect(Data(seen.bytes).range(of: Data(jpeg.bytes)) != nil)
    #expect(try seen.run("pdfimages", "-list", "@").output.split(separator: "\n").count == 5)
    #expect(try seen.objects.components(separatedBy: "/Subtype /Image").count == 2)
  }

  @Test(arguments: [
    PictureFixture.colourJPEG, PictureFixture.transparentPNG, PictureFixture.squares,
  ])
  func aPictureManyTimesOnAPageIsNamedOnce(_ file: PictureFixture) throws {
    var twice = page(0)
    twice.marks += page(1).marks + page(0).marks + page(1).marks + page(0).marks
    let seen = try draw([file.bytes, PictureFixture.greyJPEG.bytes], pages: [twice, twice])
    #expect(try seen.complaints == "")
    #expect(try isRed(seen.raster[50, 4]) || file.testDescription == "transparentPNG")
  }

  @Test func aPNGOnManyPagesIsInTheFileOnce() throws {
    let seen = try draw([PictureFixture.colourPNG.bytes], pages: [page(0), page(0)])
    #expect(try seen.objects.components(separatedBy: "/Subtype /Image").count == 2)
  }

  @Test func twoPicturesAreTwoPictures() throws {
    let files = [PictureFixture.colourJPEG.bytes, PictureFixture.greyJPEG.bytes]
    let seen = try draw(files, pages: [page(0), page(1)])
    #expect(try seen.objects.components(separatedBy: "/Subtype /Image").count == 3)
  }

  /// Where red and blue come to lie, as the EXIF values define it.
  @Test(arguments: [
    (1, (50, 4), (50, 95)), (2, (50, 4), (50, 95)), (3, (50, 95), (50, 4)),
    (4, (50, 95), (50, 4)), (5, (4, 50), (95, 50)), (6, (95, 50), (4, 50)),
    (7, (95, 50), (4, 50)), (8, (4, 50), (95, 50)),
  ])
  func photographsStandUpright(
    _ orientation: UInt8, _ red: (Int, Int), _ blue: (Int, Int)
  ) throws {
    let file = PictureFixture.colourJPEG.turned(orientation)
    let raster = try draw([file], pages: [page(0)]).raster
    #expect(isRed(raster[red.0, red.1]))
    #expect(isBlue(raster[blue.0, blue.1]))
  }

  @Test func anSVGStaysLinesAndCurves() throws {
    let seen = try draw([PictureFixture.squares.bytes], pages: [page(0)])
    let objects = try seen.objects
    #expect(!objects.contains("/Subtype /Image"))
    #expect(objects.contains("1 0 0 rg") && objects.contains("0 0 1 rg"))
  }

  /// The first one shows what was drawn when the picture was tried, the others draw it anew.
  @Test func anSVGIsTheSameInEveryDocument() throws {
    let pictures = try Pictures([Picture(bytes: PictureFixture.squares.bytes)])
    let files = try (1...3).map { _ in
      try readingPDF(of: [page(0)], outline: [], info: .guide, fonts: [], pictures: pictures)
    }
    #expect(files[1] == files[0] && files[2] == files[0])
    #expect(try isRed(Inspection(files[1]).raster[50, 4]))
  }

  @Test func anSVGWithoutViewBoxFillsItsPlace() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">
        <rect width="40" height="20" fill="red"/><rect y="20" width="40" height="20" fill="blue"/>
      </svg>
      """
    let raster = try draw([Array(svg.utf8)], pages: [page(0)]).raster
    #expect(isRed(raster[97, 47]))
    #expect(isBlue(raster[97, 97]))
    #expect(raster[103, 50] == Raster.Colour(red: 255, green: 255, blue: 255))
  }

  /// Whatever librsvg does to draw them, the element around the picture must hold.
  @Test func effectsOfAnSVGLeaveTheStructureWhole() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
        <defs>
          <mask id="m"><rect width="60" height="60" fill="white"/></mask>
          <clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>
          <pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="green"/>
          </pattern>
          <filter id="f"><feGaussianBlur stdDeviation="2"/></filter>
        </defs>
        <g opacity="0.5"><rect width="100" height="100" fill="red"/></g>
        <g mask="url(#m)"><rect width="100" height="100" fill="blue"/></g>
        <g clip-path="url(#c)"><rect width="100" height="100" fill="url(#p)"/></g>
        <rect x="20" y="70" width="20" height="20" filter="url(#f)"/>
        <g style="mix-blend-mode: multiply"><rect width="9" height="9"/></g>
      </svg>
      """
    let whole = Rectangle(origin: .zero, size: Paper.a5.size)
    let cover = Page.a5(
      Mark.element(.figure(alternative: "a"), [.picture(PictureID(index: 0), in: whole)]))
    let seen = try draw([Array(svg.utf8)], pages: [page(0), cover])
    #expect(try seen.structure.components(separatedBy: "Figure").count == 3)
    #expect(try seen.complaints == "")

    let turned = Transform(
      origin: Point(x: Paper.a5.size.width, y: Paper.a5.size.height), upsideDown: true)
    let forme = Forme(size: Paper.a5.size, cells: [Cell(page: 2, place: turned)])
    let sheets = try Inspection(
      sheetsPDF(
        of: [Signature(sheets: [Sheet(outer: forme, inner: forme)])], flippedOn: .shortEdge,
        finished: seen.bytes))
    let (upright, upsideDown) = (try seen.raster(page: 2), try sheets.raster)
    #expect(upright[20, 400].red > 240 && upright[20, 400].green < 180)
    #expect(upsideDown[399, 195].red > 240 && upsideDown[399, 195].green < 180)
  }

  @Test func aPictureThatTheBookDoesNotHaveIsReported() throws {
    #expect(throws: DrawingError.unknownPicture(PictureID(index: 3), page: 1)) {
      try draw([PictureFixture.colourPNG.bytes], pages: [page(3)])
    }
  }

  @Test func filesCutShortAreReportedAndNeverCrash() throws {
    let whole = [
      PictureFixture.colourJPEG, PictureFixture.cmykJPEG, PictureFixture.colourPNG,
      PictureFixture.squares,
    ]
    for file in whole.map(\.bytes) {
      for count in stride(from: 0, to: file.count - 12, by: 3) {
        let cut = Picture(
          format: .png, bytes: Array(file.prefix(count)), naturalSize: Paper.a6.size)
        #expect(Pictures.fault(in: cut) != nil, "\(count) of \(file.count) bytes")
        #expect(throws: DrawingError.self) { try Pictures([cut]) }
      }
    }
  }

  /// Whatever is done to a byte, the answer is a picture or an error.
  @Test func spoiltFilesNeverCrash() throws {
    var seed = UInt64(20_260_314)
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    let whole = [
      PictureFixture.colourJPEG, PictureFixture.cmykJPEG, PictureFixture.colourPNG,
      PictureFixture.transparentPNG, PictureFixture.squares,
    ]
    for file in whole.map(\.bytes) {
      for _ in 0..<60 {
        var spoilt = file
        for _ in 0..<3 { spoilt[next() % spoilt.count] = UInt8(next() & 255) }
        let picture = Picture(format: .png, bytes: spoilt, naturalSize: Paper.a6.size)
        guard let pictures = try? Pictures([picture]) else { continue }
        _ = try? readingPDF(
          of: [page(0)], outline: [], info: .guide, fonts: [], pictures: pictures)
      }
    }
  }
}
