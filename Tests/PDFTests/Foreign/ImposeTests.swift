import Diagnostics
import Foundation
import Imposition
import TestSupport
import Testing
import Workshop

/// From a file to files.
@Suite(.enabled(if: Inspection.toolsArePresent, "needs poppler's tools and qpdf"))
final class ImposeTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("livret-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func write(_ bytes: [UInt8], _ name: String = "tract.pdf") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
  }

  private func inspect(_ name: String) throws -> Inspection {
    try Inspection(Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))))
  }

  private func impose(
    _ name: String = "tract.pdf", _ words: [BindingWords.Key: String] = [:],
    to output: String? = nil,
    takingApart: Bool = false, withDummies: Bool = false
  ) throws(WorkshopError) -> ImposeReport {
    var order = ImposeOrder(file: "\(folder)/\(name)")
    order.binding = BindingWords(words)
    order.output = output.map { "\(folder)/\($0)" }
    order.takesApart = takingApart
    order.makesDummies = withDummies
    return try Workshop.impose(order)
  }

  private func names(_ count: Int) -> [String] { (1...count).map { "page\($0)" } }

  /// Sides as they are printed: words from left to right, or as they stand in the table.
  private func sides(of name: String) throws -> [[String]] {
    try inspect(name).words.map { side in
      side.sorted { $0.value.left < $1.value.left }.map(\.key)
    }
  }

  // MARK: Sheets

  @Test func aBookletIsWrittenBesideItsSource() throws {
    try write(HandmadePDF.ofPages(names(6)).bytes)
    let report = try impose()
    #expect(try files == ["tract-booklet-a4.pdf", "tract.pdf"])
    #expect(report.diagnostics == [])
    #expect(report.pageCount == 6 && report.booklet?.facts.sheetCount == 2)
    #expect(report.booklet?.facts.blankCount == 2)
    #expect(report.steps.count > 2)
    #expect(
      try sides(of: "tract-booklet-a4.pdf") == [
        ["page6", "page1"], ["page2"], ["page3"].reversed(), ["page4", "page5"],
      ])
    let said = try inspect("tract-booklet-a4.pdf").run("pdfinfo", "@").output
    #expect(said.contains("841.89 x 595.27"))
  }

  @Test func pagesLieAtTheSpineAtTheirOwnSize() throws {
    // A5 to a point, on A4.
    try write(HandmadePDF.ofPages(names(4), width: 420, height: 595).bytes)
    _ = try impose()
    let words = try inspect("tract-booklet-a4.pdf").words
    let middle = 297.0 / 2 / 25.4 * 72
    let tolerance = 0.1 / 25.4 * 72
    #expect(abs(try #require(words[0]["page1"]).left - (middle + 40)) < tolerance)
    #expect(abs(try #require(words[0]["page4"]).left - (middle - 420 + 40)) < tolerance)
    #expect(abs(try #require(words[1]["page3"]).left - (middle + 40)) < tolerance)
  }

  @Test func whatIsWrittenIsNamedAfterItsBindingAndPaper() throws {
    try write(HandmadePDF.ofPages(names(8), width: 200, height: 280).bytes)
    for (words, name): ([BindingWords.Key: String], String) in [
      ([.paper: "A3"], "tract-booklet-a3.pdf"),
      ([.style: "quarto"], "tract-quarto-a4.pdf"),
      (
        [.style: "signatures", .sheetsPerSignature: "1", .printer: "flip=long"],
        "tract-signatures-a4-long-edge.pdf"
      ),
    ] {
      let report = try impose(words)
      #expect(report.products.map(\.path) == ["\(folder)/\(name)"])
      #expect(try files.contains(name))
    }
  }

  private func impose(_ words: [BindingWords.Key: String]) throws -> ImposeReport {
    try impose("tract.pdf", words)
  }

  @Test func frontsAndBacksAreTwoFilesUnderWhateverName() throws {
    try write(HandmadePDF.ofPages(names(8)).bytes)
    _ = try impose([.printer: "manual,backs=reverse"])
    _ = try impose("tract.pdf", [.printer: "manual,backs=reverse"], to: "out.pdf")
    #expect(
      try files == [
        "out-backs.pdf", "out-fronts.pdf", "tract-booklet-a4-backs.pdf",
        "tract-booklet-a4-fronts.pdf", "tract.pdf",
      ])
    #expect(try sides(of: "out-fronts.pdf") == [["page8", "page1"], ["page6", "page3"]])
    #expect(try sides(of: "out-backs.pdf") == [["page4", "page5"], ["page2", "page7"]])
  }

  @Test func aDummyLiesOnTheSameSheets() throws {
    try write(HandmadePDF.ofPages(names(4)).bytes)
    _ = try impose("tract.pdf", to: "out.pdf", withDummies: true)
    #expect(try files == ["out-dummy.pdf", "out.pdf", "tract.pdf"])
    let dummy = try inspect("out-dummy.pdf")
    #expect(try dummy.words.count == 2)
    // The bars of both pages beside the fold, and numbers in the middle of both halves.
    let raster = try dummy.raster
    func hasInk(_ columns: ClosedRange<Int>) -> Bool {
      columns.contains { raster[$0, 297] != .white }
    }
    #expect(hasInk(400...420))
    #expect(hasInk(421...441))
    #expect(hasInk(150...280))
    #expect(hasInk(560...700))
  }

  @Test func withTypeThereIsAPageOfInstructionsAndSlugLines() throws {
    let fonts = FileManager.default.temporaryDirectory
      .appendingPathComponent("livret-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: fonts) }
    try FileManager.default.createDirectory(atPath: fonts, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: TypeCase.path, toPath: fonts + "/a.ttf")
    try write(HandmadePDF.ofPages(names(4), width: 300, height: 420).bytes)
    var order = ImposeOrder(file: "\(folder)/tract.pdf")
    order.binding = BindingWords([.marks: "slug"])
    #expect(try Workshop.impose(order).remarks.contains { $0.english.contains("--fonts") })
    order.fonts = fonts
    order.userLanguage = "fr"
    let report = try Workshop.impose(order)
    #expect(report.remarks == [])
    #expect(
      try files == [
        "tract-booklet-a4-instructions.pdf", "tract-booklet-a4.pdf", "tract.pdf",
      ])
    let said = try inspect("tract-booklet-a4-instructions.pdf").text
    #expect(said.contains("tract-booklet-a4.pdf") && said.contains("bord court"))
    #expect(try inspect("tract-booklet-a4.pdf").text.contains("feuille 1/1"))
    try FileManager.default.removeItem(atPath: fonts + "/a.ttf")
    let error = try #require(throws: WorkshopError.self) { try Workshop.impose(order) }
    #expect(error.diagnostic.code == "fonts-missing")
  }

  @Test func theOutputMayBeAFileOrAFolder() throws {
    try write(HandmadePDF.ofPages(names(4)).bytes)
    try FileManager.default.createDirectory(
      atPath: folder + "/out", withIntermediateDirectories: true)
    #expect(
      try impose("tract.pdf", to: "out").products.map(\.path)
        == ["\(folder)/out/tract-booklet-a4.pdf"])
    #expect(
      try impose("tract.pdf", to: "new/a.pdf").products.map(\.path) == ["\(folder)/new/a.pdf"])
    // Written again without a question: it is what was asked for.
    #expect(try impose("tract.pdf", to: "new/a.pdf").products.count == 1)
    let before = try files
    var order = ImposeOrder(file: "\(folder)/tract.pdf")
    for (output, code) in [
      ("\(folder)/a", "output-not-pdf"), ("\(folder)/a.txt", "output-not-pdf"),
      ("/no-such-folder/a.pdf", "output-folder-missing"),
      ("/no-such-folder/new/", "output-folder-missing"),
    ] {
      order.output = output
      let error = try #require(throws: WorkshopError.self) { try Workshop.impose(order) }
      #expect(error.diagnostic.code == code)
    }
    #expect(try files == before)
    #expect(try files == ["new", "out", "tract.pdf"])
  }

  @Test func theSourceIsNeverWrittenOver() throws {
    let bytes = HandmadePDF.ofPages(names(4)).bytes
    try write(bytes)
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link.pdf", withDestinationPath: folder + "/tract.pdf")
    for output in ["tract.pdf", "./tract.pdf"] {
      let error = try #require(throws: WorkshopError.self) {
        try impose("tract.pdf", to: output)
      }
      #expect(error.diagnostic.code == "output-is-source")
      #expect(throws: WorkshopError.self) { try impose("link.pdf", to: output) }
    }
    #expect(try inspect("tract.pdf").bytes == bytes)
    #expect(try files == ["link.pdf", "tract.pdf"])
  }

  @Test func pagesThatDoNotFitAreRefusedWithTheirNumberAndWhatWouldDo() throws {
    var pdf = HandmadePDF.ofPages(names(4))
    pdf.addPage("/MediaBox [0 0 560 400]")
    try write(pdf.bytes)
    var report = try impose([:])
    #expect(report.diagnostics.map(\.code) == ["page-too-large"])
    let found = try #require(report.diagnostics.first)
    #expect(found.file == "\(folder)/tract.pdf")
    #expect(found.message.english.contains("page 5 is 197.6 × 141.1 mm"))
    #expect(found.message.french.contains("la page 5 mesure 197.6 × 141.1 mm"))
    #expect(found.hints[0].english.contains("--paper A3"))
    #expect(found.hints[0].english.contains("--scale 75%"))
    #expect(found.hints[1].english.contains("lies across"))
    #expect(report.products == [] && report.booklet == nil)
    #expect(try files == ["tract.pdf"])
    // Both of what is proposed do.
    for words: [BindingWords.Key: String] in [[.paper: "A3"], [.scale: "75%"], [.scale: "fit"]] {
      report = try impose(words)
      #expect(report.diagnostics == [] && report.products.count == 1)
      #expect(
        report.booklet?.binding.scale
          == (words[.paper] != nil ? 1 : words[.scale] == "fit" ? 0.751 : 0.75))
    }
  }

  @Test func thePageThatDoesNotFitIsBlamedAtItsScale() throws {
    try write(HandmadePDF.ofPages(names(4)).bytes)
    let scaled = try #require(try impose([.scale: "150%"]).diagnostics.first)
    #expect(scaled.code == "page-too-large")
    #expect(scaled.message.english.contains("page 1 is 211.7 × 296.3 mm at 150%"))
    // Each fits alone, and no place holds both.
    var pdf = HandmadePDF.ofPages(names(2), width: 280, height: 800)
    for _ in 0..<2 { pdf.addPage("/MediaBox [0 0 400 300]") }
    try write(pdf.bytes)
    let both = try #require(try impose([:]).diagnostics.first)
    #expect(both.message.english.contains("as wide as page 3 and as high as page 1"))
    #expect(try impose([.scale: "fit"]).products.count == 1)
  }

  @Test func anOwnersLockIsSaid() throws {
    try write(HandmadePDF.ofPages(names(4)).bytes)
    #expect(try !impose([:]).remarks.contains { $0.english.contains("locked") })
    let locked = try inspect("tract.pdf").run(
      "qpdf", "--encrypt", "", "owner", "256", "--modify=none", "--", "@", "-")
    try write(locked.bytes)
    #expect(try impose([:]).remarks.contains { $0.english.contains("locked") })
  }

  @Test func pagesOfSeveralSizesLieAtTheirSpines() throws {
    var pdf = HandmadePDF.ofPages(names(3))
    pdf.addPage(
      "/MediaBox [0 0 300 460]", drawing: HandmadePDF.letters("page4", "1 0 0 1 40 400"))
    pdf.addPage(
      "/MediaBox [0 0 300 460]", drawing: HandmadePDF.letters("page5", "1 0 0 1 40 400"))
    for name in ["page6", "page7", "page8"] {
      pdf.addPage("", drawing: HandmadePDF.letters(name, "1 0 0 1 40 500"))
    }
    try write(pdf.bytes)
    let report = try impose([:])
    #expect(report.remarks.contains { $0.english.contains("several sizes") })
    let words = try inspect("tract-booklet-a4.pdf").words[3]
    let middle = 297.0 / 2 / 25.4 * 72
    let tolerance = 0.1 / 25.4 * 72
    let (left, right) = (try #require(words["page4"]), try #require(words["page5"]))
    #expect(abs(left.left - (middle - 300 + 40)) < tolerance)
    #expect(abs(right.left - (middle + 40)) < tolerance)
    // Half of what is left of the height, above and below.
    let large = try #require(inspect("tract-booklet-a4.pdf").words[0]["page1"])
    #expect(abs(left.top - (large.top + 50)) < tolerance)
  }

  @Test func aPosterOfItsOwnSizeLiesOnAZinesBack() throws {
    var pdf = HandmadePDF.ofPages(names(8), width: 200, height: 290)
    pdf.addPage(
      "/MediaBox [0 0 842 595]", drawing: HandmadePDF.letters("poster", "1 0 0 1 40 535"))
    try write(pdf.bytes)
    let report = try impose([.style: "zine", .poster: "last-page"])
    #expect(report.diagnostics == [])
    let words = try inspect("tract-zine-a4.pdf").words
    #expect(words.map(\.count) == [8, 1])
    let poster = try #require(words[1]["poster"])
    // Half of what an A4 is wider than the poster.
    #expect(abs(poster.left - (40 - 0.055)) < 0.1)
    #expect(try impose([.style: "zine"]).diagnostics.map(\.code) == ["page-too-large"])
  }

  /// Else two zines would come out on the two sides of one sheet.
  @Test func zinesWithoutAPosterAreAskedForOnOneSide() throws {
    try write(HandmadePDF.ofPages(names(16), width: 200, height: 290).bytes)
    _ = try impose([.style: "zine"])
    let zines = try inspect("tract-zine-a4.pdf")
    #expect(try zines.words.map(\.count) == [8, 8])
    #expect(try zines.objects.contains("/Duplex /Simplex"))
  }

  @Test func booksThatAreReadFromTheRightAreBoundThere() throws {
    var pdf = HandmadePDF.ofPages(names(4))
    pdf.catalog = "/ViewerPreferences << /Direction /R2L >>"
    try write(pdf.bytes)
    _ = try impose([:])
    #expect(try sides(of: "tract-booklet-a4.pdf") == [["page1", "page4"], ["page3", "page2"]])
    _ = try impose([.bound: "left"])
    #expect(try sides(of: "tract-booklet-a4.pdf") == [["page4", "page1"], ["page2", "page3"]])
  }

  @Test func whatCannotBeImposedIsToldAndNothingIsWritten() throws {
    try write([], "empty.pdf")
    try write(Array("hello".utf8), "text.pdf")
    try write(Array(HandmadePDF.ofPages(names(2)).bytes.prefix(60)), "cut.pdf")
    let before = try files
    for (name, code) in [
      ("none.pdf", "file-missing"), ("empty.pdf", "pdf-empty"), ("text.pdf", "pdf-not"),
      ("cut.pdf", "pdf-damaged"), (".", "file-is-folder"),
    ] {
      let error = try #require(throws: WorkshopError.self, "\(name)") { try impose(name) }
      #expect(error.diagnostic.code == code)
      #expect(!error.diagnostic.hints.isEmpty)
    }
    #expect(try files == before)
  }

  @Test func whatIsMendedIsSaid() throws {
    let whole = String(decoding: HandmadePDF.ofPages(names(4)).bytes, as: UTF8.self)
    try write(Array(whole.replacing("startxref", with: "startxxxx").utf8))
    let report = try impose([:])
    #expect(report.diagnostics.map(\.code) == ["pdf-mended"])
    #expect(report.products.count == 1)
  }

  @Test func pagesWhoseContentsAreDamagedAreNamed() throws {
    let drawing = (0..<400).map { "\($0 * 7919 % 1000) \($0 * 104_729 % 997) l" }
    var pdf = HandmadePDF.ofPages(names(3))
    pdf.addPage("", drawing: "0 0 m \(drawing.joined(separator: " ")) n")
    var packed = try Inspection(pdf.bytes).run(
      "qpdf", "--compress-streams=y", "--object-streams=disable", "@", "-"
    ).bytes
    try write(packed)
    #expect(try impose([:]).diagnostics == [])
    // The last stream of the file is that of the last page.
    let end = try #require(packed.indices.last { packed[$0...].starts(with: "endstream".utf8) })
    packed.replaceSubrange((end - 400)..<(end - 340), with: repeatElement(0, count: 60))
    try write(packed)
    let report = try impose([:])
    #expect(report.diagnostics.map(\.code) == ["pdf-page-damaged"])
    #expect(report.diagnostics[0].message.english.hasSuffix("page 4"))
    #expect(report.products.count == 1)
  }

  @Test func theSameFileGivesTheSameBytes() throws {
    try write(HandmadePDF.ofPages(names(9)).bytes)
    #expect(try impose([:]).products == impose([:]).products)
  }

  /// The source as small as qpdf can make it, pages of a usual length.
  @Test func sheetsAreHardlyLargerThanTheirPages() throws {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 400 560] /Resources \(HandmadePDF.font)"
    var number = 7
    for _ in 0..<200 {
      // A thousand different words and no two pages alike: letters as hard to press as a language's.
      let lines = (0..<38).map { _ in
        let words = (0..<10).map { _ in
          number = (number &* 1_103_515_245 &+ 12345) % 2_147_483_648
          return String(number / 65536 % 1000 * 7919, radix: 26)
        }
        return "(\(words.joined(separator: " "))) '"
      }
      pdf.addPage("", drawing: "BT /F 11 Tf 13 TL 40 540 Td \(lines.joined(separator: "\n")) ET")
    }
    let packed = try Inspection(pdf.bytes).run(
      "qpdf", "--object-streams=generate", "--compression-level=9", "@", "-"
    ).bytes
    try write(packed)
    let report = try impose([:])
    let size = try #require(report.products.first).bytes.count
    #expect(Double(size) < 1.05 * Double(packed.count), "\(size) of \(packed.count)")
  }

  // MARK: And back

  /// To a tenth of a point: lengths are whole units, and these are no points.
  private func isOfSize(_ file: Inspection, _ width: Double, _ height: Double) throws -> Bool {
    let said = try file.run("pdfinfo", "@").output.split(separator: "\n")
    let line = try #require(said.first { $0.hasPrefix("Page size:") })
    let numbers = line.split(separator: " ").compactMap { Double($0) }
    return numbers.count >= 2 && abs(numbers[0] - width) < 0.1 && abs(numbers[1] - height) < 0.1
  }

  @Test(
    arguments: [
      [:], [.printer: "flip=long"], [.bound: "right"], [.bound: "right", .printer: "flip=long"],
      [.style: "signatures", .sheetsPerSignature: "1"], [.style: "quarto", .paper: "A3"],
      [.style: "cut-saddle", .strips: "stack", .paper: "A3"],
    ] as [[BindingWords.Key: String]])
  func sheetsAreTakenApartToTheirPages(_ words: [BindingWords.Key: String]) throws {
    try write(HandmadePDF.ofPages(names(8)).bytes)
    let sheets = try #require(try impose("tract.pdf", words, to: "sheets.pdf").products.first)
    #expect(sheets.path.hasSuffix("sheets.pdf"))
    var found = words
    found[.paper] = nil
    // The file itself says how its backs are turned.
    found[.printer] = nil
    let report = try impose("sheets.pdf", found, takingApart: true)
    #expect(report.diagnostics == [] && report.pageCount == 8)
    let pages = try inspect("sheets-pages.pdf")
    #expect(try pages.words.map { $0.keys.sorted() } == names(8).map { [$0] })
    // Upright, and all alike but for the half of a sheet that they lie on.
    let tops = try pages.words.map { $0.values.map(\.top)[0] }
    #expect(tops.allSatisfy { abs($0 - tops[0]) < 0.3 })
    #expect(try pages.complaints == "")
    #expect(try inspect("sheets-pages.pdf").text.contains("page5"))
  }

  @Test func topBoundSheetsAreTakenApart() throws {
    try write(HandmadePDF.ofPages(names(6), width: 560, height: 400).bytes)
    _ = try impose("tract.pdf", [.bound: "top"], to: "sheets.pdf")
    let error = try impose("sheets.pdf", takingApart: true)
    #expect(error.diagnostics.map(\.code) == ["sheets-not-taken-apart"])
    let report = try impose("sheets.pdf", [.bound: "top"], takingApart: true)
    #expect(report.pageCount == 8)
    let words = try inspect("sheets-pages.pdf").words.map { $0.keys.sorted() }
    #expect(words == [["page1"], ["page2"], ["page3"], ["page4"], ["page5"], [], [], ["page6"]])
  }

  @Test(arguments: ["cut-stack", "perfect-leaves"])
  func cutLeavesAreTakenApartWhereTheSheetsSayHowLargeTheyAre(_ style: String) throws {
    try write(HandmadePDF.ofPages(names(16), width: 290, height: 410).bytes)
    for marks in [nil, "all"] {
      var words = [BindingWords.Key.style: style]
      words[.marks] = marks
      _ = try impose("tract.pdf", words, to: "sheets.pdf")
      let report = try impose("sheets.pdf", [.style: style], takingApart: true)
      #expect(report.diagnostics == [] && report.pageCount == 16)
      let pages = try inspect("sheets-pages.pdf")
      #expect(try pages.words.map { $0.keys.sorted() } == names(16).map { [$0] })
      #expect(try isOfSize(pages, 290, 410))
    }
    // From elsewhere: someone has to say it.
    let opened = try inspect("sheets.pdf").run("qpdf", "--qdf", "@", "-").bytes
    let text = try #require(String(bytes: opened, encoding: .isoLatin1))
    let bare = try #require(text.replacing("/P1 ", with: "/Q1 ").data(using: .isoLatin1))
    try write(Array(bare), "bare.pdf")
    var order = ImposeOrder(file: "\(folder)/bare.pdf")
    order.takesApart = true
    order.binding = BindingWords([.style: style])
    let refused = try Workshop.impose(order).diagnostics
    #expect(refused.contains { $0.code == "sheets-not-taken-apart" })
    #expect(refused.contains { $0.hints.contains { $0.english.contains("--page") } })
  }

  @Test func markedSheetsAreTakenApartToTrimmedPages() throws {
    try write(HandmadePDF.ofPages(names(8), width: 300, height: 420).bytes)
    for words: [BindingWords.Key: String] in [
      [:], [.style: "quarto", .paper: "A3"],
    ] {
      var marked = words
      marked[.marks] = "all"
      _ = try impose("tract.pdf", marked, to: "sheets.pdf")
      var found = words
      found[.paper] = nil
      #expect(try impose("sheets.pdf", found, takingApart: true).diagnostics == [])
      let pages = try inspect("sheets-pages.pdf")
      #expect(try isOfSize(pages, 300, 420))
      for words in try pages.words {
        let place = try #require(words.values.first)
        #expect(abs(place.left - 40) < 0.1)
      }
    }
  }

  @Test func frontsAloneAreNotTakenApart() throws {
    try write(HandmadePDF.ofPages(names(8)).bytes)
    _ = try impose("tract.pdf", [.printer: "manual,backs=reverse"], to: "out.pdf")
    let report = try impose("out-fronts.pdf", takingApart: true)
    #expect(report.diagnostics.map(\.code) == ["sides-missing"])
    #expect(report.products == [])
  }

  @Test func cutLeavesAreNotTakenApart() throws {
    try write(HandmadePDF.ofPages(names(4)).bytes)
    let report = try impose("tract.pdf", [.style: "cut-stack"], takingApart: true)
    #expect(report.diagnostics.map(\.code) == ["sheets-not-taken-apart"])
    #expect(try files == ["tract.pdf"])
  }

  @Test func sheetsThatAreNoneAreTold() throws {
    try write(HandmadePDF.ofPages(names(3), width: 840, height: 590).bytes)
    #expect(try impose("tract.pdf", takingApart: true).diagnostics.map(\.code) == ["sides-missing"])
    var pdf = HandmadePDF.ofPages(names(3), width: 840, height: 590)
    pdf.addPage("/MediaBox [0 0 400 400]")
    try write(pdf.bytes)
    #expect(try impose("tract.pdf", takingApart: true).diagnostics.map(\.code) == ["sheets-differ"])
    #expect(try files == ["tract.pdf"])
  }
}
