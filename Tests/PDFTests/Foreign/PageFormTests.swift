import Foundation
import Geometry
import Imposition
import PDF
import Testing

@Suite(.enabled(if: Inspection.toolsArePresent, "needs poppler's tools and qpdf"))
struct PageFormTests {
  private let a4 = Paper.a4.size.turned

  /// All on one side of one sheet, at the places given.
  private func sheet(of pdf: HandmadePDF, _ cells: [Cell]) throws -> Inspection {
    try Inspection(
      ForeignPDF(pdf.bytes).sheets([Forme(size: a4, cells: cells)], asking: PrintWishes(.shortEdge))
    )
  }

  /// Pages that all look alike: 400 by 560 points, a word at 40 points from the left and 60 from the
  /// top. Each is written in another way.
  private var oddPages: HandmadePDF {
    var pdf = HandmadePDF()
    let font = "/Resources \(HandmadePDF.font)"
    func letters(_ word: String, _ matrix: String, size: Int = 12) -> String {
      HandmadePDF.letters(word, matrix, size: size)
    }
    pdf.inherited = "/MediaBox [0 0 560 400] /Rotate 270 \(font)"
    let upright = "/Rotate 0 /MediaBox [0 0 400 560]"
    pdf.addPage(upright, drawing: letters("plain", "1 0 0 1 40 500"))
    pdf.addPage(
      "/Rotate 0 /MediaBox [10 20 410 580]", drawing: letters("offset", "1 0 0 1 50 520"))
    pdf.addPage(
      "/Rotate 0 /MediaBox [-100 -200.5 300 359.5]",
      drawing: letters("negative", "1 0 0 1 -60 299.5"))
    pdf.addPage("/Rotate 0 /MediaBox [400 560 0 0]", drawing: letters("inverted", "1 0 0 1 40 500"))
    pdf.addPage("", drawing: letters("inherited", "0 -1 1 0 500 360"))
    let wide = "/Rotate 0 /MediaBox [0 0 600 800]"
    pdf.addPage(
      "\(wide) /CropBox [100 100 500 660]", drawing: letters("cropped", "1 0 0 1 140 600"))
    pdf.addPage(
      "\(wide) /CropBox [50 50 550 710] /TrimBox [500 660 100 100] /BleedBox [90 90 510 670]",
      drawing: letters("trimmed", "1 0 0 1 140 600"))
    pdf.addPage(
      "\(upright) /CropBox [-50 -50 900 900]", drawing: letters("overcropped", "1 0 0 1 40 500"))
    pdf.addPage(
      "\(upright) /CropBox [900 900 950 950]", drawing: letters("outcropped", "1 0 0 1 40 500"))
    pdf.addPage("/Rotate 90", drawing: letters("quarter", "0 1 -1 0 60 40"))
    pdf.addPage("/Rotate 180 /MediaBox [0 0 400 560]", drawing: letters("half", "-1 0 0 -1 360 60"))
    pdf.addPage("/Rotate -90", drawing: letters("backwards", "0 -1 1 0 500 360"))
    pdf.addPage("/Rotate 630", drawing: letters("threequarters", "0 -1 1 0 500 360"))
    pdf.addPage(
      "/Rotate 90 /MediaBox [0 0 800 600] /CropBox [100 100 660 500]",
      drawing: letters("turnedcrop", "0 1 -1 0 160 140"))
    pdf.addPage(
      "/Rotate 0 /MediaBox [0 0 200 280] /UserUnit 2",
      drawing: letters("unit", "1 0 0 1 20 250", size: 6))
    let first = pdf.add(stream: "BT /F 12 Tf 1 0 0 1 40")
    let rest = Array("500 Tm (pieces) Tj ET".utf8).map { String(format: "%02x", $0) }.joined()
    let second = pdf.add(stream: rest + ">", "/Filter /ASCIIHexDecode")
    pdf.addPage("\(upright) /Contents [\(first) 0 R \(second) 0 R]")
    let single = pdf.add(stream: rest + ">", "/Filter [/ASCIIHexDecode]")
    pdf.addPage("\(upright) /Contents [\(single) 0 R]")
    let lines = pdf.add(stream: letters("shared", "1 0 0 1 40 500"))
    pdf.addPage("\(upright) /Contents \(lines) 0 R")
    pdf.addPage("\(upright)")
    pdf.addPage("\(upright) /Contents [] /Group << /S /Transparency >>")
    return pdf
  }

  @Test(arguments: [
    Transform(origin: .points(20, 15)), Transform(origin: .points(700, 590), upsideDown: true),
    Transform(origin: .points(13, 7), scale: 0.7),
    Transform(origin: .points(300, 400), upsideDown: true, scale: 0.5),
  ])
  func howeverAPageIsWrittenItLiesAsItIsSeen(_ place: Transform) throws {
    let source = try ForeignPDF(oddPages.bytes)
    let asSeen = Size(width: .points(400), height: .points(560))
    #expect(source.pages.map(\.size) == Array(repeating: asSeen, count: source.pages.count))
    let formes = (1...source.pages.count).map { number in
      Forme(size: a4, cells: [Cell(page: number, place: place)])
    }
    let seen = try Inspection(source.sheets(formes, asking: PrintWishes(.shortEdge)))
    let words = try seen.words
    // Where Helvetica's boxes lie about a word's start, as poppler has them.
    let plain = try #require(words[0]["plain"])
    let start = place(.points(40, 60))
    let corner = place.upsideDown ? (plain.right, plain.bottom) : (plain.left, plain.top)
    let scale = place.upsideDown ? -place.scale : place.scale
    #expect(abs(corner.0 - start.x.points) < 0.1)
    #expect((0...12).contains((start.y.points - corner.1) / scale))
    let expected = [
      "plain", "offset", "negative", "inverted", "inherited", "cropped", "trimmed", "overcropped",
      "outcropped", "quarter", "half", "backwards", "threequarters", "turnedcrop", "unit", "pieces",
    ]
    // A tenth of a millimetre.
    let tolerance = 0.1 * 72 / 25.4
    for (index, name) in expected.enumerated() {
      let box = try #require(words[index][name], "\(name)")
      #expect(words[index].count == 1)
      let place = place.upsideDown ? (box.right, box.bottom) : (box.left, box.top)
      #expect(abs(place.0 - corner.0) < tolerance, "\(name)")
      #expect(abs(place.1 - corner.1) < tolerance, "\(name)")
    }
    #expect(words[17]["shared"] != nil)
    #expect(words[18].isEmpty && words[19].isEmpty)
    #expect(try seen.complaints == "")
    #expect(source.takeWarnings() == [])
  }

  @Test func whatLiesOutsideTheTrimmedPageIsCutOffButForItsBleed() throws {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 300 300]"
    // Turned clockwise: the page's bottom comes to the left.
    pdf.addPage(
      "/TrimBox [100 100 200 200] /BleedBox [100 80 200 200] /Rotate 90",
      drawing: "0 0 300 300 re f")
    let source = try ForeignPDF(pdf.bytes)
    #expect(source.pages[0].bleed == Cell.Margins(left: .points(20)))
    for (room, reaches) in [(Length.zero, 100), (.points(10), 90), (.points(50), 80)] {
      let cell = Cell(
        page: 1, place: Transform(origin: .points(100, 100)),
        room: Cell.Margins(left: room, right: room, top: room, bottom: room))
      let raster = try sheet(of: pdf, [cell]).raster
      #expect(raster[reaches - 3, 150] == .white)
      #expect(raster[reaches + 2, 150] != .white)
      #expect(raster[197, 150] != .white && raster[203, 150] == .white)
      #expect(raster[150, 97] == .white && raster[150, 203] == .white)
    }
  }

  @Test func pagesThatShareTheirContentsShareTheForm() throws {
    var pdf = HandmadePDF()
    let grey = pdf.add("<< /ExtGState << /G << /ca 0.5 >> >> >>")
    let black = pdf.add("<< /ExtGState << /G << /ca 1 >> >> >>")
    let contents = pdf.add(stream: "/G gs 0 0 50 50 re f")
    let box = "/MediaBox [0 0 100 100] /Contents \(contents) 0 R"
    pdf.addPage("\(box) /Resources \(grey) 0 R")
    pdf.addPage("\(box) /Resources \(grey) 0 R")
    pdf.addPage("\(box) /Resources \(black) 0 R")
    pdf.addPage("\(box) /Resources \(grey) 0 R /CropBox [0 0 25 25]")
    let seen = try sheet(
      of: pdf,
      (1...4).map { Cell(page: $0, place: Transform(origin: .points(Double($0) * 110, 0))) })
    let raster = try seen.raster
    #expect(raster[110 + 10, 90].red > 100 && raster[220 + 10, 90].red > 100)
    #expect(raster[330 + 10, 90].red < 10)
    #expect(raster[440 + 10, 10].red > 100 && raster[440 + 30, 10] == .white)
    #expect(try seen.objects.components(separatedBy: "/Subtype /Form").count == 3)
  }

  /// A page drawn by a stream that is drawn upon another page as well, with a matrix of its own.
  @Test func aFormThatIsAPageTooStaysTheFormItIs() throws {
    var pdf = HandmadePDF()
    let form = pdf.add(
      stream: "0 0 50 50 re f",
      "/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 40 0]")
    pdf.inherited = "/MediaBox [0 0 100 100]"
    pdf.addPage("/Contents \(form) 0 R")
    pdf.addPage("/Resources << /XObject << /X \(form) 0 R >> >>", drawing: "/X Do")
    let raster = try sheet(
      of: pdf,
      [
        Cell(page: 1, place: Transform(origin: .zero)),
        Cell(page: 2, place: Transform(origin: .points(100, 0))),
      ]
    ).raster
    #expect(raster[10, 90] != .white && raster[60, 90] == .white)
    #expect(raster[110, 90] == .white && raster[160, 90] != .white)
  }

  @Test func stampsAndFieldsArePrintedAsTheyAreSeenOnPaper() throws {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 400 560] /Resources \(HandmadePDF.font)"
    let stamp = pdf.add(
      stream: HandmadePDF.letters("stamp", "1 0 0 1 0 0"),
      "/Subtype /Form /BBox [0 -5 50 15] /Resources \(HandmadePDF.font)")
    // Drawn lying, and turned upright by its own matrix.
    let turned = pdf.add(
      stream: HandmadePDF.letters("turned", "0 1 -1 0 0 0"),
      "/Subtype /Form /BBox [-15 0 5 50] /Matrix [0 -1 1 0 0 0] /Resources \(HandmadePDF.font)")
    let on = pdf.add(
      stream: HandmadePDF.letters("on", "1 0 0 1 0 0"),
      "/Subtype /Form /BBox [0 -5 50 15] /Resources \(HandmadePDF.font)")
    let annotations = [
      "/Subtype /Stamp /F 4 /Rect [100 195 150 215] /AP << /N \(stamp) 0 R >>",
      "/Subtype /FreeText /F 4 /Rect [250 195 200 215] /AP << /N \(turned) 0 R >>",
      // Twice as large.
      "/Subtype /Widget /FT /Btn /F 4 /AS /Yes /Rect [100 290 200 330] "
        + "/AP << /N << /Yes \(on) 0 R /Off \(stamp) 0 R >> >>",
      "/Subtype /Stamp /F 6 /Rect [0 0 50 20] /AP << /N \(stamp) 0 R >>",
      "/Subtype /Stamp /F 0 /Rect [0 0 50 20] /AP << /N \(stamp) 0 R >>",
      "/Subtype /Popup /F 4 /Rect [0 0 50 20] /AP << /N \(stamp) 0 R >>",
      "/Subtype /Link /F 4 /Rect [0 0 50 20]",
    ]
    pdf.addPage(
      "/Annots [" + annotations.map { "<< /Type /Annot \($0) >>" }.joined() + "]",
      drawing: HandmadePDF.letters("page", "1 0 0 1 100 400"))
    let source = try ForeignPDF(pdf.bytes)
    #expect(source.pagesWithUnprintedMarks == [])
    let seen = try sheet(of: pdf, [Cell(page: 1, place: Transform(origin: .zero))])
    let words = try seen.words[0]
    #expect(words.keys.sorted() == ["on", "page", "stamp", "turned"])
    let page = try #require(words["page"])
    let rise = page.top - 160
    for (word, x, y, scale) in [
      ("stamp", 100.0, 360.0, 1.0), ("turned", 200, 360, 1), ("on", 100, 260, 2),
    ] {
      let box = try #require(words[word])
      #expect(abs(box.left - x) < 0.3, "\(word)")
      #expect(abs(box.top - (y + rise * scale)) < 0.6, "\(word)")
    }
    #expect(try seen.complaints == "")
  }

  @Test func pagesWhoseMarksHaveNoPictureAreNamed() throws {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 400 560]"
    pdf.addPage("/Annots [<< /Subtype /Link /Rect [0 0 9 9] /F 4 >>]")
    pdf.addPage("/Annots [<< /Subtype /Highlight /Rect [0 0 9 9] /F 4 >>]")
    pdf.addPage("/Annots [<< /Subtype /Widget /FT /Tx /V () /Rect [0 0 9 9] /F 4 >>]")
    pdf.addPage("/Annots [<< /Subtype /Widget /FT /Tx /V (x) /Rect [0 0 9 9] /F 4 >>]")
    pdf.addPage("/Annots [<< /Subtype /Highlight /Rect [0 0 9 9] /F 2 >> 7 null]")
    #expect(try ForeignPDF(pdf.bytes).pagesWithUnprintedMarks == [2, 4])
  }

  @Test func layersThatAreNotShownStayHidden() throws {
    var pdf = HandmadePDF()
    let hidden = pdf.add("<< /Type /OCG /Name (draft) >>")
    let shown = pdf.add("<< /Type /OCG /Name (print) >>")
    pdf.catalog =
      "/OCProperties << /OCGs [\(hidden) 0 R \(shown) 0 R] /D << /OFF [\(hidden) 0 R] >> >>"
    pdf.addPage(
      """
      /MediaBox [0 0 100 100]
      /Resources << /Properties << /A \(hidden) 0 R /B \(shown) 0 R >> >>
      """,
      drawing: "/OC /A BDC 0 0 50 50 re f EMC /OC /B BDC 50 0 50 50 re f EMC")
    let raster = try sheet(of: pdf, [Cell(page: 1, place: Transform(origin: .zero))]).raster
    #expect(raster[25, 75] == .white)
    #expect(raster[75, 75] != .white)
  }

  @Test func streamsAreTakenOverByteByByte() throws {
    var pdf = HandmadePDF()
    let hexadecimal = "30 20 30 20 35 30 20 35 30 20 72 65 20 66 >"
    let contents = pdf.add(stream: hexadecimal, "/Filter /ASCIIHexDecode")
    let plain = "0 0 60 60 re f  % kept"
    pdf.inherited = "/MediaBox [0 0 100 100]"
    pdf.addPage("/Contents \(contents) 0 R")
    pdf.addPage("", drawing: plain)
    let sheets = try Data(
      sheet(
        of: pdf,
        [1, 2].map { Cell(page: $0, place: Transform(origin: .points(Double($0) * 100, 0))) }
      ).bytes)
    #expect(sheets.range(of: Data(hexadecimal.utf8)) != nil)
    #expect(sheets.range(of: Data(plain.utf8)) != nil)
  }
}
