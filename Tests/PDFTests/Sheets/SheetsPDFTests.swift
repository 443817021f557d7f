import Foundation
import Geometry
import Imposition
import PDF
import TestSupport
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
  private func signature(flippedOn edge: PrintWishes.Sides) -> Signature {
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
      sheets: [Sheet(outer: side(4, 1), inner: edge == .longEdge ? inner.upsideDown : inner)])
  }

  private func reading(_ pages: [Page]) throws -> [UInt8] {
    try readingPDF(
      of: pages,
      outline: pages.first?.marks.contains(.anchor(name: "un", at: .zero)) == true
        ? [OutlineEntry(title: "Un", destination: "un", children: [])] : [],
      info: .guide, fonts: TypeCase.fonts, pictures: .none)
  }

  private func draw(_ signature: Signature, flippedOn edge: PrintWishes.Sides = .shortEdge) throws
    -> [UInt8]
  {
    try sheetsPDF(of: [signature], flippedOn: edge, finished: reading(pages))
  }

  /// One sheet, blank inside but for what is given.
  private func draw(
    _ outer: [Cell], inner: [Cell] = [], of finished: [UInt8]
  ) throws -> Inspection {
    let sheet = Sheet(
      outer: Forme(size: a4, cells: outer), inner: Forme(size: a4, cells: inner))
    return try Inspection(
      sheetsPDF(of: [Signature(sheets: [sheet])], flippedOn: .shortEdge, finished: finished))
  }

  @Test(arguments: [PrintWishes.Sides.shortEdge, .longEdge])
  func everyPageLiesAtItsPlaceAtFullSize(flippedOn edge: PrintWishes.Sides) throws {
    let signature = signature(flippedOn: edge)
    let reading = try Inspection(reading(pages)).words
    let sheets = try Inspection(draw(signature, flippedOn: edge)).words
    let formes = [signature.sheets[0].outer, signature.sheets[0].inner]
    #expect(sheets.count == 2)

    // A hundredth of a millimetre.
    let tolerance = 0.01 * 72 / 25.4
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
    func half(_ y: Length) -> Mark {
      .fill(
        Rectangle(x: .points(-50), y: y, width: size.width * 3, height: size.height), ink: .black)
    }
    let wide = Page.a5([half(-(size.height / 2)), half(size.height / 2)])
    for place in [
      Transform(origin: right),
      Transform(origin: Point(x: a4.width, y: size.height), upsideDown: true),
    ] {
      let seen = try draw(
        [Cell(page: nil, place: Transform(origin: .zero)), Cell(page: 1, place: place)],
        of: reading([wide]))
      let raster = try seen.raster
      #expect(raster[417, 300] == .white)
      #expect(raster[425, 300] != .white && raster[838, 4] != .white)
      let blank = try seen.raster(page: 2)
      #expect(blank[700, 300] == .white)
    }
  }

  @Test func aPageOnTwoPlacesIsInTheFileOnce() throws {
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
    let seen = try draw(
      [
        Cell(page: 1, place: Transform(origin: Point(x: right.x, y: a4.height), upsideDown: true)),
        Cell(page: 1, place: Transform(origin: right)),
      ],
      inner: [Cell(page: 1, place: Transform(origin: .zero))], of: reading([page]))
    let line = try seen.raster(page: 2)[12, 100]
    #expect(line.green > 100 && line.red < 60)
    #expect(try seen.raster[12 + 420, 100].red < 60)
    #expect(try seen.raster[420 - 12, 595 - 101].red < 60)
    #expect(try seen.objects.components(separatedBy: "/Subtype /Form").count == 2)
    #expect(try seen.complaints == "")
  }

  @Test func whatIsCompressedIsTakenOverByteByByte() throws {
    let reading = try Data(reading(pages))
    let sheets = try Data(draw(signature(flippedOn: .longEdge), flippedOn: .longEdge))
    var count = 0
    var rest = reading.startIndex..<reading.endIndex
    // The first byte of compressed data is an x.
    while let start = reading.range(of: Data("stream\nx".utf8), in: rest),
      let end = reading.range(of: Data("\nendstream".utf8), in: start.upperBound..<reading.endIndex)
    {
      let entries = String(decoding: reading[rest.lowerBound..<start.lowerBound], as: UTF8.self)
      rest = end.upperBound..<reading.endIndex
      // Tables and packed objects are another file's.
      guard !entries.contains("/ObjStm"), !entries.contains("/XRef") else { continue }
      #expect(sheets.range(of: reading[start.lowerBound..<end.lowerBound]) != nil)
      count += 1
    }
    #expect(count > pages.count)
  }

  @Test func onlyWhatLiesOnTheSheetsIsInTheFile() throws {
    let seen = try draw(
      [
        Cell(page: nil, place: Transform(origin: .zero)),
        Cell(page: 2, place: Transform(origin: right)),
      ],
      of: reading(pages))
    #expect(try seen.words.map { $0.keys.sorted() } == [["deux"], []])
    let objects = try seen.objects
    #expect(objects.components(separatedBy: "/Subtype /Form").count == 2)
    #expect(objects.components(separatedBy: "/FontFile").count == 2)
  }

  @Test(arguments: [(PrintWishes.Sides.shortEdge, "Short"), (.longEdge, "Long")])
  func paperHasNoLinksButThePrinterIsTold(_ edge: PrintWishes.Sides, _ name: String) throws {
    let seen = try Inspection(draw(signature(flippedOn: edge), flippedOn: edge))
    let objects = try seen.objects
    for absent in [
      "/Annot", "/StructTreeRoot", "/StructElem", "/StructParent", "/MarkInfo", "/Outlines",
      "/Dests", "/PageLabels", "/Names", "/Tabs",
    ] {
      #expect(!objects.contains(absent), "\(absent)")
    }
    #expect(objects.contains("/Duplex /DuplexFlip\(name)Edge"))
    #expect(objects.contains("/PrintScaling /None"))
    let said = try seen.run("pdfinfo", "@").output
    for line in ["Page size:       841.89 x 595.275 pts (A4)", "Tagged:          no"] {
      #expect(said.contains(line + "\n"))
    }
    #expect(try seen.complaints == "")
  }

  @Test func theSheetsSayOfThemselvesWhatTheirPagesSay() throws {
    func about(_ bytes: [UInt8]) throws -> [Substring] {
      let differing = ["Page", "File size", "Tagged", "Metadata Stream"]
      return try Inspection(bytes).run("pdfinfo", "-isodates", "@").output
        .split(separator: "\n").filter { line in !differing.contains { line.hasPrefix($0) } }
    }
    let reading = try about(reading(pages))
    #expect(reading.contains("Title:           Le guide (2ᵉ édition)"))
    #expect(reading.contains("CreationDate:    2026-03-14T09:00:00Z"))
    #expect(try about(draw(signature(flippedOn: .shortEdge))) == reading)
  }

  /// From a program that writes a page's contents in pieces and lets pages share what they need.
  @Test func contentsInPiecesAndInheritedResourcesAreDrawn() throws {
    let seen = try draw(
      [
        Cell(page: 1, place: Transform(origin: right)),
        Cell(page: 2, place: Transform(origin: .zero)),
      ],
      of: foreignFile)
    // A half-black square at 100, 100 from the page's top left corner, which is not its origin.
    let raster = try seen.raster
    #expect(raster[419 + 95, 105] == .white)
    let square = raster[419 + 105, 105]
    #expect(square.red > 100 && square.red < 150)
    #expect(raster[105, 105] == .white)
    #expect(try seen.complaints == "")
  }

  private var foreignFile: [UInt8] {
    var file = "%PDF-1.5\n"
    var offsets: [Int] = []
    for (index, object) in [
      "<< /Type /Catalog /Pages 2 0 R >>",
      """
      << /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [10 20 429.5 615.3]
         /Resources << /ExtGState << /half << /ca 0.5 >> >> >> >>
      """,
      "<< /Type /Page /Parent 2 0 R /Contents [5 0 R 6 0 R] >>",
      "<< /Type /Page /Parent 2 0 R >>",
      "<< /Length 8 >>\nstream\n/half gs\nendstream",
      "<< /Length 22 >>\nstream\n110 495.3 20 20 re f  \nendstream",
    ].enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 7\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test func damagedPagesAreRefused() throws {
    let whole = try reading(pages)
    let cell = Cell(page: 1, place: Transform(origin: .zero))
    var withoutTable = whole
    let table = try #require(Data(whole).range(of: Data("startxref\n".utf8)))
    withoutTable.replaceSubrange(table, with: "xxxxxxxxx\n".utf8)
    var withoutObject = whole
    let contents = try #require(Data(whole).range(of: Data("/Filter /FlateDecode".utf8)))
    withoutObject.replaceSubrange(contents, with: "(Filter /FlateDecode".utf8)
    for bytes in [
      [], Array("%PDF-1.5\n".utf8), Array(whole.prefix(whole.count / 2)), withoutTable,
      withoutObject,
    ] {
      #expect {
        try draw([cell], of: bytes)
      } throws: { error in
        if case .objects(let words)? = error as? DrawingError { !words.isEmpty } else { false }
      }
    }
  }

  @Test func theSameSheetsGiveTheSameBytes() throws {
    let signature = signature(flippedOn: .shortEdge)
    #expect(try draw(signature) == draw(signature))
  }

  /// Cairo 1.16 reads numbers in the process's locale: nothing here or below may set it.
  @Test func theLocaleStaysAsItWas() throws {
    _ = try draw(signature(flippedOn: .shortEdge))
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
