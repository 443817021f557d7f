import Geometry
import Imposition
import PDF
import Testing
import Typesetting

@Suite struct ProofDrawingTests {
  private let a4 = Paper.a4.size.turned

  private func png(
    _ pages: [Page], _ proof: Proof? = nil, ppi: Int = 72, pictures: Pictures = .none
  ) throws -> [UInt8] {
    try ProofPress(pages: pages, fonts: TypeCase.fonts, pictures: pictures)
      .png(of: proof ?? Proof.singles(of: pages)[0], ppi: ppi)
  }

  private func draw(
    _ pages: [Page], _ proof: Proof? = nil, ppi: Int = 72, pictures: Pictures = .none
  ) throws -> Pixels {
    try #require(Pixels(png: png(pages, proof, ppi: ppi, pictures: pictures)))
  }

  private func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ ink: Ink = .black)
    -> Mark
  {
    .fill(
      Rectangle(x: .points(x), y: .points(y), width: .points(width), height: .points(height)),
      ink: ink)
  }

  @Test(arguments: [(20, 117, 165), (72, 420, 595), (100, 583, 827), (600, 3496, 4961)])
  func thePaperIsAsLargeAsTheResolutionSays(ppi: Int, width: Int, height: Int) throws {
    let seen = try draw([.a5([])], ppi: ppi)
    #expect(seen.width == width && seen.height == height)
    #expect(seen.darkness(0..<width, 0..<height) == 0)
  }

  @Test func inkLiesWhereThePageHasIt() throws {
    let seen = try draw([.a5([box(36, 72, 36, 18)])], ppi: 144)
    #expect(seen.darkness(72..<144, 144..<180) == 1)
    #expect(
      seen.darkness(0..<840, 0..<1190) == seen.darkness(72..<144, 144..<180) * 72 * 36 / 999_600)
  }

  @Test func aScaledPageIsDrawnAtItsSizeAndCutOffWhereCreepMovesItOverTheFold() throws {
    let page = Page.a5([box(100, 100, 100, 100), box(0, 300, 40, 40)])
    let place = Transform(origin: Point(x: .points(200), y: .points(50)), scale: 0.5)
    let half = Forme(size: a4, cells: [Cell(page: 1, place: place)])
    let seen = try draw([page], Proof(half))
    #expect(seen.darkness(250..<300, 100..<150) == 1)
    #expect(seen.darkness(310..<400, 160..<200) == 0)
    #expect(seen.darkness(200..<220, 200..<220) == 1)

    let room = Cell.Margins(left: .points(-10))
    let crept = Forme(size: a4, cells: [Cell(page: 1, place: place, room: room)])
    let cut = try draw([page], Proof(crept))
    #expect(cut.darkness(200..<210, 200..<220) == 0)
    #expect(cut.darkness(210..<220, 200..<220) == 1)
  }

  @Test func marksStandBesideThePages() throws {
    let block = Rectangle(x: .points(20), y: .points(30), width: .points(10), height: .points(20))
    let centre = Point(x: .points(400), y: .points(300))
    let forme = Forme(
      size: a4,
      cells: [],
      marks: [
        PrintersMark(.collation, .block(block)),
        PrintersMark(.registration, .target(centre: centre, radius: .points(10))),
        PrintersMark(
          .fold,
          .line(
            from: Point(x: .points(100), y: .zero), to: Point(x: .points(100), y: .points(40)))),
      ])
    let seen = try draw([.a5([])], Proof(forme), ppi: 288)
    #expect(seen.darkness(80..<120, 120..<200) == 1)
    #expect(seen.darkness(396..<404, 8..<152) > 0)
    #expect(seen.darkness(1560..<1640, 1198..<1202) > 0)
    #expect(seen.darkness(1660..<1700, 1160..<1240) == 0)
  }

  @Test func aCellUpsideDownIsTurnedAndCutOffAtItsEdges() throws {
    // A mark at the head's left, and one that hangs out at the right.
    let page = Page.a5([box(10, 10, 100, 20), box(400, 300, 100, 20)])
    let fold = a4.width / 2
    let forme = Forme(
      size: a4,
      cells: [
        Cell(page: nil, place: Transform(origin: .zero)),
        Cell(
          page: 1, place: Transform(origin: Point(x: a4.width, y: a4.height), upsideDown: true)),
      ])
    let seen = try draw([page], Proof(forme))
    #expect((seen.width, seen.height) == (842, 595))
    let (right, foot) = (Int(a4.width.points), Int(a4.height.points))
    #expect(seen.darkness((right - 108)..<(right - 12), (foot - 28)..<(foot - 12)) == 1)
    #expect(seen.darkness(430..<(right - 112), 0..<200) == 0)
    #expect(seen.darkness(424..<438, (foot - 318)..<(foot - 302)) == 1)
    #expect(seen.darkness(0..<Int(fold.points), 0..<foot) == 0)
  }

  @Test(.enabled(if: TypeCase.isPresent, "needs the test font"))
  func eachCellHasItsLettersAndInks() throws {
    let type = TypeCase()
    let ink = Ink(red: 0.8, green: 0, blue: 0)
    // The same type and ink, first and last, on both pages: what one leaves, the other takes up.
    let page = Page.a5([.run(type.run("MMMM"), at: .points(40, 60), ink: ink)])
    let seen = try draw(
      [page, page], Proof.contactSheet(of: [1, 2], in: [page, page], direction: .leftToRight))
    let gap = 8 * 72 / 25.4
    for left in [gap, gap * 2 + Paper.a5.size.width.points] {
      let (x, y) = (Int(left) + 40, Int(gap) + 50)
      #expect(seen.darkness(x..<(x + 40), y..<(y + 12)) > 0.15)
    }
    #expect(seen.colourType == 2)
  }

  /// The PDF is what counts; poppler draws it.
  @Test(
    .enabled(
      if: TypeCase.isPresent && Inspection.toolsArePresent,
      "needs the test font, poppler's tools and qpdf"))
  func aProofLooksAsThePDFDoes() throws {
    let type = TypeCase()
    let path = Path([
      .move(.points(60, 300)), .curve(.points(60, 400), .points(160, 400), .points(160, 300)),
      .close,
    ])
    let page = Page.a5(
      Mark.element(
        .paragraph,
        (0..<12).map {
          .letters(type.run("Levez les yeux, il y a du monde."), 50, 60 + 14 * Double($0))
        }
          + [box(50, 250, 200, 1), .stroke(path, width: .points(3), dash: [], ink: .black)]))
    let printed = try Inspection(
      readingPDF(
        of: [page], outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
    ).raster
    let seen = try draw([page])
    for y in stride(from: 0, to: 580, by: 20) {
      for x in stride(from: 0, to: 400, by: 20) {
        let (a, b) = (
          seen.darkness(x..<(x + 20), y..<(y + 20)), printed.darkness(x..<(x + 20), y..<(y + 20))
        )
        #expect(abs(a - b) < 0.08, "\(a) and \(b) at \(x), \(y)")
      }
    }
    #expect(seen.darkness(50..<200, 50..<220) > 0.1)
  }

  @Test func hairlinesAreOfOnePixelAndLieWithin() throws {
    let pages = (2...3).map {
      Page(
        kind: .body, side: $0 == 2 ? .verso : .recto, folio: "\($0)", size: Paper.a5.size, marks: []
      )
    }
    let spread = try draw(pages, Proof.spreads(of: pages, direction: .leftToRight)[0], ppi: 100)
    let row = (0..<spread.width).filter { spread[$0, 400] != .white }
    #expect(row == [0, 582, spread.width - 1])
    #expect((0..<spread.height).filter { spread[300, $0] != .white } == [0, spread.height - 1])
    let sheet = try draw(pages, Proof(Forme(size: a4, cells: []), hairlines: .edge), ppi: 100)
    #expect((0..<sheet.width).filter { sheet[$0, 9] != .white } == [0, sheet.width - 1])
  }

  @Test func greysAreWrittenAsGreys() throws {
    let grey = try draw([.a5([box(50, 50, 99, 99, Ink(red: 0.5, green: 0.5, blue: 0.5))])])
    #expect(grey.colourType == 0)
    #expect(grey[60, 60] == Raster.Colour(red: 128, green: 128, blue: 128))
    let red = try draw([.a5([box(50, 50, 99, 99, Ink(red: 1, green: 0, blue: 0))])])
    #expect(red.colourType == 2)
    #expect(red[60, 60] == Raster.Colour(red: 255, green: 0, blue: 0))
  }

  @Test(.enabled(if: TypeCase.isPresent, "needs the test font"))
  func theSameProofGivesTheSameBytes() throws {
    let page = Page.a5([.letters(TypeCase().run("Bonjour"), 50, 60), box(9, 9, 5, 5)])
    let press = ProofPress(pages: [page], fonts: TypeCase.fonts, pictures: .none)
    let proof = Proof.singles(of: [page])[0]
    let first = try press.png(of: proof, ppi: 90)
    #expect(try press.png(of: proof, ppi: 90) == first)
    #expect(try png([page], ppi: 90) == first)
  }

  @Test(arguments: [
    PictureFixture.colourJPEG, .cmykJPEG, .progressiveJPEG, .colourPNG, .squares,
  ])
  func picturesHaveRedAboveAndBlueBelow(_ file: PictureFixture) throws {
    let seen = try draw(
      [picturePage], pictures: Pictures([Picture(bytes: file.bytes)]))
    #expect(seen[50, 12].red > 200 && seen[50, 12].blue < 60, "\(seen[50, 12])")
    #expect(seen[50, 88].blue > 130 && seen[50, 88].red < 80, "\(seen[50, 88])")
    #expect(seen[50, 105] == .white)
  }

  @Test func photographsStandUpright() throws {
    let turned = PictureFixture.colourJPEG.turned(6)
    let seen = try draw([picturePage], pictures: Pictures([Picture(bytes: turned)]))
    #expect(seen[88, 50].red > 200 && seen[12, 50].blue > 130)
    let grey = try draw(
      [picturePage], pictures: Pictures([Picture(bytes: PictureFixture.greyJPEG.bytes)]))
    // Up to its edges: nothing of the paper shines through there.
    #expect(grey.darkness(0..<100, 0..<5) > 0.95)
    #expect(grey.darkness(0..<100, 95..<100) < 0.05)
    #expect(grey.colourType == 0)
  }

  private var picturePage: Page {
    let place = Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100))
    return .a5([.picture(PictureID(index: 0), in: place)])
  }

  /// A proof and then a PDF of one set of pictures: an SVG's recording serves whoever comes first.
  @Test func whatAProofShowedAPDFShowsToo() throws {
    let pictures = try Pictures([Picture(bytes: PictureFixture.squares.bytes)])
    func file() throws -> [UInt8] {
      try readingPDF(of: [picturePage], outline: [], info: .guide, fonts: [], pictures: pictures)
    }
    let before = try png([picturePage], pictures: pictures)
    let pdf = try file()
    #expect(try file() == pdf)
    #expect(try png([picturePage], pictures: pictures) == before)
  }

  /// A proof of what a PDF can show may fail no more than the PDF.
  @Test(.enabled(if: TypeCase.isPresent, "needs the test font"))
  func marksThatMakeNoSenseLeaveTheRestWhole() throws {
    let type = TypeCase()
    var nowhere = type.run("abc")
    nowhere.glyphs[1].id = 4_000_000
    var tiny = type.run("abc")
    tiny.size = .zero
    let strange: [Mark] = [
      .letters(nowhere, 9, 9), .letters(tiny, 9, 9), .letters(type.run(""), 9, 9), .close,
      .stroke(Path([.close]), width: .zero, dash: [], ink: .black), box(9, 9, -5, 0),
    ]
    for mark in strange {
      let page = Page.a5([mark, box(100, 100, 50, 50)])
      func pdf() throws -> [UInt8] {
        try readingPDF(
          of: [Page.a5([mark])], outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
      }
      do {
        #expect(try draw([page]).darkness(100..<150, 100..<150) == 1)
      } catch let error as DrawingError {
        #expect(throws: error) { try pdf() }
      }
    }
  }

  @Test(arguments: [(6_000, 1_735), (Int.max, 1_000_000_000)])
  func tooManyPixelsAreRefused(ppi: Int, millions: Int) throws {
    #expect(throws: DrawingError.tooManyPixels(millions: millions)) {
      try draw([.a5([])], ppi: ppi)
    }
  }

  @Test func pagesThatTheBookDoesNotHaveAreReported() throws {
    for number in [0, 2, Int.min, Int.max] {
      let forme = Forme(size: a4, cells: [Cell(page: number, place: Transform(origin: .zero))])
      #expect(throws: DrawingError.missingPage(number)) { try draw([.a5([])], Proof(forme)) }
    }
    #expect(throws: DrawingError.unknownPicture(PictureID(index: 0), page: 1)) {
      try draw([picturePage])
    }
  }
}
