import Geometry
import Imposition
import Testing

@Suite struct FaultTests {
  private let slit = Binding(style: .miniZine(.atTheMiddle), pageSize: Paper.a7.size)

  @Test(arguments: NamedBinding.all + NamedBinding.zines) func theUsualBindingsHaveNone(
    named: NamedBinding
  ) {
    for variant in named.everyEdgeAndFlip {
      #expect(variant.binding.faults(pageCount: 8).filter { !$0.isCaution } == [])
      #expect(variant.binding.faults(pageCount: 0) == [])
    }
  }

  @Test func twoA4PagesDoNotFitOnAnA4Sheet() {
    let binding = Binding(pageSize: Paper.a4.size)
    #expect(!binding.pageFits)
    guard case .pagesTooLarge(_, _, let scale)? = binding.faults(pageCount: 8).first else {
      Issue.record("no fault")
      return
    }
    #expect(abs(scale - 0.707) < 0.001)
    var smaller = binding
    smaller.scale = scale
    #expect(smaller.pageFits && smaller.faults(pageCount: 8).isEmpty)
    #expect(Binding(paper: .a3, pageSize: Paper.a4.size).faults(pageCount: 8).isEmpty)
  }

  /// 842 points are a little more than A4 is high.
  @Test func sizesOfWholePointsFit() {
    let page = Size(width: .points(595), height: .points(842))
    #expect(Binding(paper: .a3, pageSize: page).pageFits)
    #expect(Binding(style: .cutAndStack, paper: .a3, pageSize: page).fields == (2, 1))
    let thirds = Size(width: .millimetres(70), height: .millimetres(99))
    #expect(Binding(style: .cutAndStack, pageSize: thirds).fields == (3, 3))
  }

  /// A page of no size, as damaged files have, is no reason to cut a sheet into a million leaves.
  @Test func pagesOfNoSizeEndSomewhere() {
    let binding = Binding(style: .cutAndStack, pageSize: Size(width: .zero, height: .zero))
    #expect(binding.fields == (32, 32))
    #expect(!Binding(flyleaves: -3).impose(8).isEmpty)
  }

  @Test func onlyWhatIsFoldedOnceIsBoundAtTheTop() {
    for style in [
      Binding.Style.quarto(.singly, .oneSignature), .octavo(.together, .oneSignature),
      .cutSaddle(.stacked), .miniZine(.atTheEdges),
    ] {
      let binding = Binding(style: style, pageSize: Paper.a7.size, boundEdge: .top)
      #expect(binding.faults(pageCount: 8) == [.notBoundAtTheTop])
    }
  }

  @Test func aGluedBooksCoverNeedsRoomForTheSpine() {
    var binding = Binding(style: .perfectLeaves, cover: .ownSheet(.a4))
    // Half a millimetre is left beside each of two A5 pages: ten leaves of copy paper.
    #expect(binding.faults(pageCount: 20).isEmpty)
    guard case .coverTooLarge(let needed, let sheet)? = binding.faults(pageCount: 200).first else {
      Issue.record("no fault")
      return
    }
    #expect(sheet == Paper.a4.size.turned)
    #expect(abs(needed.width.millimetres - 296 - 9.8) < 0.01)
    binding.cover = .ownSheet(.a3)
    #expect(binding.faults(pageCount: 200).isEmpty)
    #expect(binding.faults(pageCount: 4) == [.nothingInsideCover])
  }

  @Test func aZineHasEightPagesAndNoCover() {
    #expect(slit.faults(pageCount: 8).isEmpty)
    #expect(slit.faults(pageCount: 20) == [.severalZines(3)])
    var binding = slit
    binding.cover = .ownSheet(.a4)
    #expect(binding.faults(pageCount: 8) == [.zineWithCover])
    #expect(drawnAsText(binding.impose(8)) == drawnAsText(slit.impose(8)))
  }

  @Test func aHundredPagesAreTheMostForAStapler() {
    #expect(Binding().faults(pageCount: 100).isEmpty)
    let thick = Binding().faults(pageCount: 101)
    #expect(thick == [.signatureTooThick(sheets: 26, most: 25)])
    #expect(thick.allSatisfy { $0.isCaution })
    #expect(Binding(style: .signatures(.sheets(8))).faults(pageCount: 400).isEmpty)
    #expect(!Binding(stock: PaperStock(weight: 160)).faults(pageCount: 60).isEmpty)
  }

  @Test func aPosterLiesOverTheWholeBack() {
    var binding = slit
    binding.poster = Paper.a4.size.turned
    #expect(binding.faults(pageCount: 9).isEmpty)
    for flip in [PrinterProfile.Flip.shortEdge, .longEdge] {
      binding.printer.flip = flip
      let sheets = binding.impose(9).flatMap(\.sheets)
      #expect(sheets.count == 1)
      #expect(drawnAsText([Signature(sheets: sheets)], columns: 4).hasPrefix("[r5|r4|r3|r2]"))
      let cell = sheets[0].inner.cells[0]
      #expect(sheets[0].inner.cells.count == 1)
      #expect((cell.page, cell.size) == (9, Paper.a4.size.turned))
      // The sheet unfolded, its back has its head where the front has.
      #expect(cell.place.upsideDown == (flip == .longEdge))
      let far = cell.place(Point(x: sheets[0].inner.size.width, y: sheets[0].inner.size.height))
      #expect(Set([cell.place.origin, far]).contains(.zero))
    }
    binding.poster = Paper.a3.size
    #expect(
      binding.faults(pageCount: 9)
        == [.posterTooLarge(needed: Paper.a3.size, sheet: Paper.a4.size.turned)])
    #expect(Binding(poster: Paper.a4.size).faults(pageCount: 9) == [.posterWithoutZine])
  }
}

@Suite struct FactTests {
  @Test func whatABookTakes() {
    let facts = Binding(creep: Creep(thickness: .millimetres(0.1))).facts(pageCount: 61)
    #expect((facts.sheetCount, facts.signatureCount, facts.blankCount) == (16, 1, 3))
    #expect(abs(facts.thickness.millimetres - 3.2) < 0.01)
    #expect(abs(facts.largestCreep.millimetres - 1.5) < 0.01)
    #expect((facts.spineWidth, facts.copies, facts.coverSheetCount) == (.zero, 1, 0))
  }

  @Test func aGluedBookHasASpine() {
    let facts = Binding(style: .perfectLeaves, flyleaves: 1, cover: .ownSheet(.a3))
      .facts(pageCount: 100)
    // 96 pages and four of the flyleaves: 50 leaves, two to a sheet.
    #expect((facts.sheetCount, facts.coverSheetCount, facts.blankCount) == (25, 1, 0))
    #expect(facts.spineWidth == facts.thickness)
    #expect(abs(facts.spineWidth.millimetres - 5) < 0.01)
  }

  /// They are what the sheets show.
  @Test(arguments: NamedBinding.all + NamedBinding.zines) func factsAreCountedOnTheSheets(
    named: NamedBinding
  ) {
    for count in [0, 1, 4, 9, 40, 77] {
      let facts = named.binding.facts(pageCount: count)
      let body = named.binding.impose(count).filter { !$0.isCover }
      #expect(facts.sheetCount == body.reduce(0) { $0 + $1.sheets.count }, "\(count) pages")
      #expect(facts.signatureCount == body.count, "\(count) pages")
      #expect(facts.thickestSignature == body.map(\.sheets.count).max() ?? 0, "\(count) pages")
    }
  }
}
