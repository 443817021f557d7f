import Foundation
import Geometry
import Imposition
import PDF
import Testing
import Typesetting

@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct SheetsPDFTests {
  private let type = TypeCase()
  private let a4 = Paper.a4.size.turned
  private let right = Point(x: Paper.a5.size.width, y: .zero)

  /// Pages one to four, each with its name at a place of its own, tags, a link and an anchor.
  private var pages: [Page] {
    ["un", "deux", "trois", "quatre"].enumerated().map { index, name in
      .a5(
        [.anchor(name: name, at: .zero)]
          + Mark.element(
            .internalLink(destination: name),
            [.letters(type.run(name), 40 + 30 * Double(index), 60 + 100 * Double(index))]))
    }
  }

  /// A folded sheet: `[4|1]` outside, `[2|3]` inside, the inside turned for a flip on the long edge.
  private func signature(flippedOn edge: FlipEdge) -> Signature {
    func side(_ left: Int, _ right: Int) -> Forme {
      Forme(
        size: a4,
        cells: [
          Cell(page: left, place: Transform(origin: .zero)),
          Cell(page: right, place: Transform(origin: self.right)),
        ])
    }
    let inner = side(2, 3)
    return Signature(
      sheets: [Sheet(outer: side(4, 1), inner: edge == .long ? inner.upsideDown : inner)])
  }

  private func draw(_ signature: Signature, flippedOn edge: FlipEdge = .short) throws -> [UInt8] {
    try sheetsPDF(
      of: [signature], flippedOn: edge, pages: pages, info: .guide, fonts: TypeCase.fonts,
      pictures: .none)
  }

  @Test(arguments: [FlipEdge.short, .long])
  func everyPageLiesAtItsPlaceAtFullSize(flippedOn edge: FlipEdge) throws {
    let signature = signature(flippedOn: edge)
    let reading = try Inspection(
      readingPDF(
        of: pages, outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
    ).words
    let sheets = try Inspection(draw(signature, flippedOn: edge)).words
    let formes = [signature.sheets[0].outer, signature.sheets[0].inner]
    #expect(sheets.count == 2)

    // A tenth of a millimetre.
    let tolerance = 0.1 * 72 / 25.4
    for (forme, printed) in zip(formes, sheets) {
      #expect(printed.count == 2)
      for cell in forme.cells {
        let (word, box) = try #require(reading[cell.page! - 1].first)
        let seen = try #require(printed[word])
        let corners = [(box.left, box.top), (box.right, box.bottom)].map {
          cell.place(.points($0.0, $0.1))
        }
        let x = corners.map(\.x.points).sorted()
        let y = corners.map(\.y.points).sorted()
        #expect(abs(seen.left - x[0]) < tolerance && abs(seen.right - x[1]) < tolerance)
        #expect(abs(seen.top - y[0]) < tolerance && abs(seen.bottom - y[1]) < tolerance)
      }
    }
  }

  @Test func pagesAreCutOffAtTheirEdges() throws {
    let size = Paper.a5.size
    let wide = Page.a5([
      .fill(
        Rectangle(x: .points(-50), y: .points(-50), width: size.width * 3, height: size.height * 2),
        ink: .black)
    ])
    for place in [
      Transform(origin: right),
      Transform(origin: Point(x: a4.width, y: size.height), upsideDown: true),
    ] {
      let sheet = Sheet(
        outer: Forme(
          size: a4,
          cells: [Cell(page: nil, place: Transform(origin: .zero)), Cell(page: 1, place: place)]),
        inner: Forme(size: a4, cells: []))
      let seen = try Inspection(
        sheetsPDF(
          of: [Signature(sheets: [sheet])], flippedOn: .short, pages: [wide], info: .guide,
          fonts: [], pictures: .none))
      let raster = try seen.raster
      #expect(raster[417, 300] == .white)
      #expect(raster[425, 300] != .white && raster[838, 4] != .white)
      let blank = try seen.raster(page: 2)
      #expect(blank[700, 300] == .white)
    }
  }

  @Test func marksDrawnAfterATurnedPageAreUnaffectedByIt() throws {
    let ink = Ink(red: 0, green: 0.5, blue: 0)
    let page = Page.a5([
      .run(type.run("M"), at: .points(40, 40), ink: ink),
      .stroke(
        Path([
          .move(.points(10, 100)), .line(.points(90, 100)),
          .curve(
            .points(95, 100), .points(95, 120), .points(90, 120)), .close,
        ]),
        width: .points(2), dash: [.points(4), .points(2)], ink: ink),
    ])
    let outer = Forme(
      size: a4,
      cells: [
        Cell(page: 1, place: Transform(origin: Point(x: right.x, y: a4.height), upsideDown: true)),
        Cell(page: 1, place: Transform(origin: right)),
      ])
    let inner = Forme(size: a4, cells: [Cell(page: 1, place: Transform(origin: .zero))])
    let seen = try Inspection(
      sheetsPDF(
        of: [Signature(sheets: [Sheet(outer: outer, inner: inner)])], flippedOn: .long,
        pages: [page], info: .guide, fonts: TypeCase.fonts, pictures: .none))
    let line = try seen.raster(page: 2)[12, 100]
    #expect(line.green > 100 && line.red < 60)
    #expect(try seen.raster[12 + 420, 100].red < 60)
    #expect(try seen.complaints == "")
  }

  @Test(arguments: [(FlipEdge.short, "Short"), (.long, "Long")])
  func paperHasNoLinksButThePrinterIsTold(_ edge: FlipEdge, _ name: String) throws {
    let seen = try Inspection(draw(signature(flippedOn: edge), flippedOn: edge))
    let objects = try seen.objects
    for absent in ["/Annot", "/StructTreeRoot", "/Outlines", "/Dests", "/PageLabels", "/Names"] {
      #expect(!objects.contains(absent), "\(absent)")
    }
    #expect(objects.contains("/Duplex /DuplexFlip\(name)Edge"))
    #expect(objects.contains("/PrintScaling /None"))
    let size = try seen.run("pdfinfo", "@").output.split(separator: "\n").first {
      $0.hasPrefix("Page size:")
    }
    #expect(size == "Page size:       841.89 x 595.275 pts (A4)")
    #expect(try seen.complaints == "")
  }

  @Test func theSameSheetsGiveTheSameBytes() throws {
    let signature = signature(flippedOn: .short)
    #expect(try draw(signature) == draw(signature))
  }

  /// Cairo 1.16 reads numbers in the process's locale: nothing here or below may set it.
  @Test func theLocaleStaysAsItWas() throws {
    _ = try draw(signature(flippedOn: .short))
    #expect(
      Pictures.fault(
        in: Picture(format: .svg, bytes: PictureFixture.squares.bytes, naturalSize: a4)) == nil)
    let locale = try #require(setlocale(LC_NUMERIC, nil))
    #expect(String(cString: locale) == "C")
  }

  @Test func aPageThatTheBookDoesNotHaveIsReported() throws {
    for number in [0, 5, Int.min, Int.max] {
      let sheet = Forme(size: a4, cells: [Cell(page: number, place: Transform(origin: .zero))])
      #expect(throws: DrawingError.missingPage(number)) {
        try draw(Signature(sheets: [Sheet(outer: sheet, inner: sheet)]))
      }
    }
    #expect(throws: DrawingError.nothingToDraw) { try draw(Signature(sheets: [])) }
  }
}
