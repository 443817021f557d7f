import Geometry
import Imposition
import PDF
import TestSupport
import Testing
import Typesetting

/// What is printed beside the trimmed pages: what bleeds from them, marks and slug lines. Proofs show
/// the same.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct MarkedSheetTests {
  private let type = TypeCase()
  private let size = Paper.a5.size
  private let sheet = Size(width: .points(800), height: .points(700))
  private let bleed = Length.points(20)

  /// Grey from bleed edge to bleed edge, and beyond.
  private var page: Page {
    var page = Page.a5([
      .open(Tag(.artifact)),
      .fill(
        Rectangle(
          x: .points(-60), y: .points(-60), width: size.width + .points(120),
          height: size.height + .points(120)), ink: Ink(red: 0.5, green: 0.5, blue: 0.5)),
      .fill(
        Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100)), ink: .black),
      .close,
    ])
    page.bleed = bleed
    return page
  }

  private func reading(_ pages: [Page]) throws -> [UInt8] {
    try readingPDF(of: pages, outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
  }

  private func sheets(_ forme: Forme, slugs: SlugPages? = nil) throws -> Inspection {
    try Inspection(
      sheetsPDF(
        of: [forme], asking: PrintWishes(.one), slugs: slugs, finished: reading([page])))
  }

  private func boxes(_ file: Inspection) throws -> [String: [Double]] {
    var boxes: [String: [Double]] = [:]
    for line in try file.run("pdfinfo", "-box", "@").output.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 5, words[0].hasSuffix("Box:") else { continue }
      boxes[String(words[0].dropLast())] = words.dropFirst().compactMap { Double($0) }
    }
    return boxes
  }

  @Test func aPageHasItsBleedAllRoundAndScreensShowItTrimmed() throws {
    let boxes = try boxes(Inspection(reading([page])))
    #expect(boxes["TrimBox"] == [0, 0, 419.53, 595.28])
    #expect(boxes["CropBox"] == boxes["TrimBox"])
    #expect(boxes["MediaBox"] == [-20, -20, 439.53, 615.28])
    #expect(boxes["BleedBox"] == boxes["MediaBox"])
  }

  /// In the pages of a reading PDF, all is counted from the trimmed corner.
  @Test func aBleedMovesNoLink() throws {
    var bled = Page.a5(
      [.anchor(name: "un", at: .points(10, 20))]
        + Mark.element(
          .internalLink(destination: "un"), [.letters(type.run("mots"), 50, 50)]))
    func places(_ page: Page) throws -> [Substring] {
      try Inspection(reading([page])).objects.split(separator: "endobj")
        .filter { $0.contains("/XYZ") || $0.contains("/Link") }
    }
    let plain = try places(bled)
    #expect(plain.count >= 2)
    bled.bleed = bleed
    #expect(
      try places(bled).map { $0.split(separator: " obj").last }
        == plain.map { $0.split(separator: " obj").last })
  }

  /// Upright and upside down, at full size and at half.
  @Test(arguments: [false, true], [1, 0.5])
  func whatBleedsIsPrintedAsFarAsThereIsRoom(upsideDown: Bool, scale: Double) throws {
    let (width, height) = (size.width * scale, size.height * scale)
    let corner = Point(x: .points(100), y: .points(50))
    let place = Transform(
      origin: upsideDown ? Point(x: corner.x + width, y: corner.y + height) : corner,
      upsideDown: upsideDown, scale: scale)
    // In the page's own sense: over the fold, narrow, and twice as wide as it bleeds.
    let room = Cell.Margins(
      left: .points(-6), right: .points(5), top: .points(40), bottom: .points(40))
    let forme = Forme(
      size: sheet, cells: [Cell(page: 1, place: place, room: room)],
      offset: Point(x: .points(7), y: .points(-3)))
    let file = try sheets(forme)
    let raster = try file.raster

    let reach = 20 * scale
    let (left, right) = (100 + 7.0, 100 + 7 + width.points)
    let (top, bottom) = (50 - 3.0, 50 - 3 + height.points)
    let seen = upsideDown ? (left - 5, right - 6) : (left + 6, right + 5)
    let middle = (x: Int((left + right) / 2), y: Int((top + bottom) / 2))
    for (x, y, isPrinted) in [
      (Int(seen.0) - 2, middle.y, false), (Int(seen.0) + 2, middle.y, true),
      (Int(seen.1) - 2, middle.y, true), (Int(seen.1) + 2, middle.y, false),
      (middle.x, Int(top - reach) - 2, false), (middle.x, Int(top - reach) + 2, true),
      (middle.x, Int(bottom + reach) - 2, true), (middle.x, Int(bottom + reach) + 2, false),
    ] {
      #expect((raster[x, y] != .white) == isPrinted, "\(x), \(y)")
    }
    let boxes = try boxes(file)
    let (trim, bled) = (try #require(boxes["TrimBox"]), try #require(boxes["BleedBox"]))
    let sheetHeight = sheet.height.points
    let wanted = [
      (trim, [left, sheetHeight - bottom, right, sheetHeight - top]),
      (
        bled,
        [
          min(seen.0, left), sheetHeight - bottom - reach, max(seen.1, right),
          sheetHeight - top + reach,
        ]
      ),
    ]
    for (found, sides) in wanted {
      for (a, b) in zip(found, sides) { #expect(abs(a - b) < 0.02, "\(found), not \(sides)") }
    }
    #expect(try file.complaints == "")
  }

  private var slug: SlugLine {
    SlugLine(signature: 1, signatureCount: 2, sheet: 1, sheetCount: 4, isOuter: true)
  }

  /// A line on a page as large as itself.
  private var slugPage: Page {
    Page(
      kind: .body, side: .recto, folio: "",
      size: Size(width: .points(100), height: .points(14)),
      marks: [
        .open(Tag(.artifact)), .run(type.run("cahier"), at: .points(0, 10), ink: .black), .close,
      ])
  }

  private var marked: Forme {
    Forme(
      size: sheet,
      cells: [
        Cell(
          page: 1, place: Transform(origin: Point(x: .points(300), y: .points(50)), scale: 0.5),
          room: Cell.Margins(left: .points(-6), right: .points(30), top: .points(4)))
      ],
      marks: [
        PrintersMark(.crop, .line(from: .points(280, 20), to: .points(280, 40))),
        PrintersMark(.fold, .line(from: .points(20, 600), to: .points(220, 600), isDashed: true)),
        PrintersMark(.registration, .target(centre: .points(200, 100), radius: .points(30))),
        PrintersMark(
          .collation,
          .block(
            Rectangle(x: .points(50), y: .points(300), width: .points(20), height: .points(40)))),
        PrintersMark(.slug, .slug(slug, at: .points(60, 500), width: .points(100))),
        PrintersMark(
          .slug, .slug(slug, at: .points(260, 550), width: .points(100), upsideDown: true)),
      ])
  }

  @Test func marksAndSlugLinesStandWhereThePlanHasThem() throws {
    let slugs = SlugPages(
      lines: [slug], bytes: try reading([slugPage]), baseline: .points(10))
    let file = try sheets(marked, slugs: slugs)
    #expect(try file.complaints == "")
    let raster = try file.raster
    #expect(raster.darkness(278..<283, 20..<40) > 0)
    #expect(raster.darkness(278..<283, 0..<18) + raster.darkness(278..<283, 42..<48) == 0)
    // Half of a dashed line is there.
    let dashes = try Inspection(file.bytes).raster.darkness(20..<220, 598..<603)
    let solid = raster.darkness(278..<283, 20..<40)
    #expect(abs(dashes / solid - 0.5) < 0.2)
    #expect(raster.darkness(52..<68, 302..<338) == 1)
    // The cross as wide as the target, the circle half as wide.
    #expect(raster.darkness(172..<182, 98..<103) > 0 && raster.darkness(166..<169, 95..<105) == 0)
    #expect(raster.darkness(184..<187, 90..<98) > 0)

    let words = try file.words
    let word = try #require(words[0]["cahier"])
    // Two of them on the page: poppler names the last.
    #expect(abs(word.right - 260) < 1 && word.top > 540 && word.bottom < 565)
    #expect(raster.darkness(60..<80, 490..<500) > 0.05)
    #expect(raster.darkness(240..<260, 550..<560) > 0.05)
    // Set in type, marked in pure black.
    let anatomy = try Anatomy(file.bytes)
    #expect(anatomy.readings.flatMap(\.inks).allSatisfy { ["0 g", "0 G"].contains($0) })
  }

  @Test func aProofShowsTheSheetAsItIsPrinted() throws {
    let slugs = SlugPages(
      lines: [slug], bytes: try reading([slugPage]), baseline: .points(10))
    let printed = try sheets(marked, slugs: slugs).raster
    let press = ProofPress(
      pages: [page], fonts: TypeCase.fonts, pictures: .none, slugs: [slug: slugPage],
      slugBaseline: .points(10))
    let seen = try #require(Pixels(png: press.png(of: Proof(marked), ppi: 72)))
    for y in stride(from: 0, to: 690, by: 10) {
      for x in stride(from: 0, to: 790, by: 10) {
        let (a, b) = (
          seen.darkness(x..<(x + 10), y..<(y + 10)), printed.darkness(x..<(x + 10), y..<(y + 10))
        )
        // Poppler draws no line thinner than a pixel.
        #expect(abs(a - b) < 0.2, "\(a) and \(b) at \(x), \(y)")
      }
    }
  }
}
