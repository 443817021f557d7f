import Foundation
import Geometry
import Imposition
import PDF
import TestSupport
import Testing

@Suite struct ForeignPDFTests {
  private func fault(in bytes: [UInt8]) -> ForeignFault? {
    do throws(ForeignFault) {
      _ = try ForeignPDF(bytes)
      return nil
    } catch { return error }
  }

  @Test func otherFilesAreTold() {
    #expect(fault(in: []) == .empty)
    #expect(fault(in: Array("PK\u{3}\u{4} a text document".utf8)) == .noPDF)
    #expect(fault(in: [UInt8](repeating: 0, count: 5000)) == .noPDF)
    #expect(fault(in: HandmadePDF().bytes) == .noPages)
  }

  @Test func pagesThatNoPaperHoldsAreTold() {
    for box in [
      "", "/MediaBox [0 0 0 0]", "/MediaBox [0 0 400]", "/MediaBox (a)", "/MediaBox [0 0 /A 400]",
      "/MediaBox [0 0 99999999999999999999999 10]", "/MediaBox [0 0 999999 999999]",
      "/MediaBox [0 0 400 400] /UserUnit 1000", "/MediaBox [0 0 400 400] /UserUnit -1",
      "/MediaBox [5 5 5.5 5.5]",
    ] {
      var pdf = HandmadePDF.ofPages(["un"])
      pdf.inherited = ""
      pdf.addPage("/MediaBox [0 0 400 400]")
      pdf.addPage(box)
      #expect(fault(in: pdf.bytes) == .pageWithoutSize(1))
      pdf = HandmadePDF()
      pdf.addPage("/MediaBox [0 0 400 400]")
      pdf.addPage(box)
      #expect(fault(in: pdf.bytes) == .pageWithoutSize(2), "\(box)")
    }
  }

  @Test func tooManyPagesAreTold() {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 100 100]"
    for _ in 0..<4000 { pdf.addPage("") }
    #expect(fault(in: pdf.bytes) == nil)
    pdf.addPage("")
    #expect(fault(in: pdf.bytes) == .tooManyPages(4001, most: 4000))
  }

  @Test func whatTheFileAsksOfReadersIsRead() throws {
    var pdf = HandmadePDF.ofPages(["un"])
    var source = try ForeignPDF(pdf.bytes)
    #expect(!source.readsRightToLeft && source.sides == nil)
    pdf.catalog = "/ViewerPreferences << /Direction /R2L /Duplex /DuplexFlipLongEdge >>"
    source = try ForeignPDF(pdf.bytes)
    #expect(source.readsRightToLeft && source.sides == .longEdge)
    pdf.catalog = "/ViewerPreferences << /Direction /L2R /Duplex /DuplexFlipShortEdge >>"
    source = try ForeignPDF(pdf.bytes)
    #expect(!source.readsRightToLeft && source.sides == .shortEdge)
  }

  /// Half a file has no table of its objects, but may have all of its pages.
  @Test func whatCanBeMendedIsMendedAndSaid() throws {
    let whole = HandmadePDF.ofPages(["un", "deux", "trois"]).bytes
    let text = String(decoding: whole, as: UTF8.self)
    let table = try #require(text.range(of: "xref"))
    let cut = Array(text[..<table.lowerBound].utf8) + Array("trailer << /Root 1 0 R >>".utf8)
    let source = try ForeignPDF(cut)
    #expect(source.pages.count == 3)
    #expect(!source.takeWarnings().isEmpty)
    let sheet = Forme(
      size: Paper.a4.size.turned, cells: [Cell(page: 2, place: Transform(origin: .zero))])
    #expect(
      try Inspection(source.sheets([sheet], asking: PrintWishes(.shortEdge))).words[0]["deux"]
        != nil)

    guard case .damaged(let words)? = fault(in: Array(whole.prefix(60))) else {
      Issue.record("nothing said of a file of which next to nothing is left")
      return
    }
    #expect(!words.isEmpty)
  }

  /// Parents in a ring, children that are none, contents that are no streams.
  @Test func nonsenseNeitherHangsNorCrashes() throws {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 100 100] /Parent 2 0 R"
    pdf.addPage("/Contents 12 /Annots 5 /Resources 7")
    pdf.addPage("/Contents [1 (a) 99 0 R 2 0 R] /Annots [1 2 << /AP 3 /F 4 >> 99 0 R]")
    pdf.addPage("/Contents 99 0 R /Rotate (a) /CropBox 3 /TrimBox [1 2] /Group 7")
    pdf.addPage("/Rotate 1e9 /Annots [<< /F 4 /AP << /N 3 0 R >> /Rect [0 0 9 9] >>]")
    pdf.catalog = "/OCProperties 5 /OutputIntents [5] /ViewerPreferences [1] /Lang 7"
    try impose(pdf.bytes)
  }

  @Test func bytesChangedAtRandomNeitherHangNorCrash() throws {
    var pdf = HandmadePDF.ofPages(["un", "deux"])
    let stamp = pdf.add(stream: "0 0 5 5 re f", "/Subtype /Form /BBox [0 0 9 9]")
    pdf.addPage(
      "/Rotate 90 /Annots [<< /Subtype /Stamp /F 4 /Rect [0 0 9 9] /AP << /N \(stamp) 0 R >> >>]",
      drawing: "0 0 9 9 re f")
    let whole = pdf.bytes
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var opened = 0
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0...next(4) {
        let place = next(bytes.count)
        switch next(3) {
        case 0: bytes[place] = UInt8(next(256))
        case 1: bytes.removeSubrange(place..<min(place + next(20), bytes.count))
        default: bytes.insert(contentsOf: "9999999999/<<[".utf8.prefix(next(14)), at: place)
        }
      }
      opened += (try? impose(bytes)) == nil ? 0 : 1
    }
    // Neither all refused nor all let through, or this tries nothing.
    #expect((30..<300).contains(opened))
  }

  private func impose(_ bytes: [UInt8]) throws {
    let source = try ForeignPDF(bytes)
    let formes = (1...source.pages.count).map {
      Forme(size: Paper.a4.size, cells: [Cell(page: $0, place: Transform(origin: .zero))])
    }
    _ = source.pagesWithUnprintedMarks
    _ = try source.sheets(formes, asking: PrintWishes(.shortEdge))
  }
}

/// Locks are made by qpdf.
@Suite(.enabled(if: Inspection.toolsArePresent, "needs qpdf"))
struct LockedPDFTests {
  private func locked(_ arguments: String...) throws -> [UInt8] {
    let open = try Inspection(HandmadePDF.ofPages(["un", "deux"]).bytes)
    let result = try open.run("qpdf", ["--encrypt"] + arguments + ["--", "@", "-"])
    #expect(result.status == 0)
    return result.bytes
  }

  @Test(arguments: ["128", "256"]) func aPasswordIsNeeded(bits: String) throws {
    let file = try locked("secret", "owner", bits, bits == "128" ? "--use-aes=y" : "--print=full")
    #expect(throws: ForeignFault.password) { try ForeignPDF(file) }
  }

  @Test func whatMayNotBePrintedIsNot() throws {
    let (none, low) = (
      try locked("", "owner", "256", "--print=none"), try locked("", "owner", "256", "--print=low")
    )
    #expect(throws: ForeignFault.printingForbidden) { try ForeignPDF(none) }
    #expect(throws: ForeignFault.finePrintingForbidden) { try ForeignPDF(low) }
  }

  @Test(arguments: [["128", "--use-aes=y"], ["256", "--modify=none"]])
  func whatMayBePrintedIsReadable(options: [String]) throws {
    let file = try locked("", "owner", options[0], options[1])
    let source = try ForeignPDF(file)
    let sheet = Forme(
      size: Paper.a4.size, cells: [Cell(page: 2, place: Transform(origin: .zero))])
    let seen = try Inspection(source.sheets([sheet], asking: PrintWishes(.shortEdge)))
    #expect(try seen.words[0]["deux"] != nil)
    #expect(try seen.complaints == "")
  }
}
