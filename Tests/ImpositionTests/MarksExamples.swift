import Geometry
import Imposition
import Testing

@Suite struct MarksExamples {
  private let rawA4 = Paper(
    name: "SRA4", size: Size(width: .millimetres(225), height: .millimetres(320)))

  private func marks(_ kind: PrintersMarks.Kind, _ forme: Forme) -> [PrintersMark] {
    forme.marks.filter { $0.kind == kind }
  }

  /// Millimetres from the head of a sheet.
  private func heights(_ marks: [PrintersMark]) -> [Int] {
    marks.map { Int(($0.box.minY + $0.box.size.height / 2).millimetres.rounded()) }.sorted()
  }

  @Test func marksStandRoundThePages() {
    let binding = Binding(
      paper: rawA4, marks: PrintersMarks([.crop, .fold, .staple, .registration, .slug]),
      bleed: .millimetres(3))
    let outer = binding.impose(8)[0].sheets[0].outer
    let line = "  " + String(repeating: ".", count: 75)
    let page = { Array(repeating: line, count: $0).joined(separator: "\n") }
    let staple = """
        .....................................S.....................................
        .....................................S.....................................
        .....................................S.....................................
      """
    #expect(
      drawnAsText(outer, pageSize: binding.pageSize)
        == """
         CC................RR..................F...................RR...............CCC
        \(page(5))
        \(staple)
        \(page(4))
        RR........................................................................... RR
        RR........................................................................... RR
        \(page(4))
        \(staple)
        \(page(5))
         CC................RRTTTTTTTTTTTTTTTTTTF...................RR...............CCC
        """)
  }

  @Test func wherePagesFillTheSheetOnlyTheFoldIsLeft() {
    var binding = Binding(marks: PrintersMarks(Set(PrintersMarks.Kind.allCases)))
    let signatures = binding.impose(8)
    #expect(binding.marksWithoutRoom(on: signatures) == [.crop, .fold, .registration, .slug])
    #expect(binding.marksWithoutUse(on: signatures) == [.collation])
    binding.style = .perfectLeaves
    #expect(
      binding.marksWithoutUse(on: binding.impose(8)) == [.collation, .fold, .sewing, .staple])
    binding.marks = PrintersMarks()
    #expect(binding.marksWithoutRoom(on: signatures) == [])
  }

  @Test func aFoldIsSolidWherePaperGoesAwayAndDashedWhereItComes() {
    let binding = Binding(paper: rawA4, marks: PrintersMarks([.fold]))
    func dashes(_ forme: Forme) -> [Bool] {
      marks(.fold, forme).map {
        if case .line(_, _, let isDashed) = $0.shape { isDashed } else { false }
      }
    }
    for sheet in binding.impose(8)[0].sheets {
      #expect(dashes(sheet.outer) == [false, false])
      #expect(dashes(sheet.inner) == [true, true])
    }
  }

  @Test func staplesGoThroughTheOutermostSheetFromOutside() {
    let binding = Binding(marks: PrintersMarks([.staple]))
    let sheets = binding.impose(16)[0].sheets
    // 210 mm: a quarter and three quarters.
    #expect(heights(marks(.staple, sheets[0].outer)) == [52, 157])
    #expect(
      marks(.staple, sheets[0].outer).allSatisfy {
        $0.box.minX == sheets[0].outer.size.width / 2 && $0.box.size.width == .zero
      })
    #expect(sheets.flatMap(\.inner.marks).isEmpty)
    #expect(sheets.dropFirst().flatMap(\.outer.marks).isEmpty)
  }

  @Test func staplesGoThroughACoverOfItsOwn() {
    let binding = Binding(cover: .ownSheet(.a4), marks: PrintersMarks([.staple]))
    let signatures = binding.impose(16)
    #expect(marks(.staple, signatures[0].sheets[0].outer).count == 2)
    #expect(signatures[1].sheets.flatMap(\.outer.marks).isEmpty)
  }

  @Test(arguments: [
    (Binding.Style.cutSaddle(.twoCopies), [37, 111, 186, 260]),
    (.cutSaddle(.stacked), [37, 111]), (.cutSaddle(.nested), [37, 111]),
    (.quarto(.together, .oneSignature), [186, 260]), (.quarto(.together, .sheets(1)), []),
    (.signatures(.sheets(2)), []), (.perfectLeaves, []),
  ])
  func staplesOfOtherBindings(style: Binding.Style, found: [Int]) {
    let binding = Binding(
      style: style, pageSize: Paper.a6.size, marks: PrintersMarks([.staple]))
    let sheets = binding.impose(16).flatMap(\.sheets)
    #expect(heights(marks(.staple, sheets[0].outer)) == found)
    #expect(sheets.dropFirst().flatMap { $0.outer.marks + $0.inner.marks }.isEmpty)
  }

  /// The first page of an octavo is in the last field of its row, or in the first.
  @Test func staplesGoThroughTheFoldBesideTheFirstPage() {
    for (edge, quarter) in [(Binding.BoundEdge.left, 3), (.right, 1)] {
      let binding = Binding(
        style: .octavo(.together, .oneSignature), pageSize: Paper.a7.size, boundEdge: edge,
        marks: PrintersMarks([.staple]))
      let outer = binding.impose(16)[0].sheets[0].outer
      #expect(
        outer.marks.map(\.box.minX) == Array(repeating: outer.size.width * quarter / 4, count: 2))
    }
  }

  /// A thick book's spine is a part of its cover, and nothing is cut off there.
  @Test func noMarkIsInsideASpine() {
    for edge in [Binding.BoundEdge.left, .right, .top] {
      let binding = Binding(
        style: .perfectLeaves, pageSize: edge == .top ? Paper.a5.size.turned : Paper.a5.size,
        boundEdge: edge, cover: .ownSheet(.a3), stock: PaperStock(weight: 160),
        marks: PrintersMarks([.crop, .fold]))
      for forme in binding.impose(300)[0].sheets.flatMap({ [$0.outer, $0.inner] }) {
        let (a, b) = (forme.cells[0].trim(binding.pageSize), forme.cells[1].trim(binding.pageSize))
        let cover = Rectangle(
          x: a.minX, y: a.minY, width: b.maxX - a.minX, height: b.maxY - a.minY)
        #expect(forme.marks.count > 8)
        #expect(!forme.marks.contains { $0.box.lies(within: cover) })
      }
    }
  }

  @Test func sewingGoesFromKettleToKettleRoundTheTapes() {
    let binding = Binding(
      style: .signatures(.sheets(2)), marks: PrintersMarks([.sewing]))
    for signature in binding.impose(24) {
      #expect(
        heights(marks(.sewing, signature.sheets[0].outer)) == [15, 55, 65, 100, 110, 145, 155, 195])
      #expect(signature.sheets[1].outer.marks.isEmpty)
    }
    var noTapes = binding
    noTapes.marks.sewing = SewingStations(margin: .millimetres(20), tapes: 0)
    #expect(heights(noTapes.impose(8)[0].sheets[0].outer.marks) == [20, 190])
    // No spine is long enough for those.
    noTapes.marks.sewing = SewingStations(margin: .millimetres(110))
    #expect(heights(noTapes.impose(8)[0].sheets[0].outer.marks) == [105])
    noTapes.marks.sewing = SewingStations(tapes: 30)
    #expect(heights(noTapes.impose(8)[0].sheets[0].outer.marks) == [15, 195])
  }

  @Test func eachSignatureIsAStepLower() {
    let binding = Binding(
      style: .perfectGathered(.sheets(1)), marks: PrintersMarks([.collation]))
    let steps = binding.impose(240).flatMap { heights(marks(.collation, $0.sheets[0].outer)) }
    #expect(steps.count == 60)
    #expect(steps.prefix(4) == [12, 16, 20, 24])
    #expect(steps.prefix(47) == steps.prefix(47).sorted()[...])
    // From the head again.
    #expect(steps[47] == 12)
    // One signature needs none.
    #expect(binding.impose(4).flatMap(\.sheets).flatMap(\.outer.marks).isEmpty)
  }

  @Test func stepsKeepOffTheHoles() {
    let binding = Binding(
      style: .signatures(.sheets(1)), marks: PrintersMarks([.collation, .sewing]))
    let signatures = binding.impose(160)
    let holes = heights(marks(.sewing, signatures[0].sheets[0].outer))
    for signature in signatures {
      let step = marks(.collation, signature.sheets[0].outer)[0].box
      #expect(
        !holes.contains {
          step.minY.millimetres < Double($0) && Double($0) < step.maxY.millimetres
        })
    }
  }

  @Test func aSlugLineSaysWhichSheetItIs() {
    let binding = Binding(
      style: .signatures(.sheets(2)), paper: rawA4,
      printer: PrinterProfile(flip: .longEdge), marks: PrintersMarks([.slug]))
    let lines = binding.impose(16).flatMap(\.sheets).flatMap { [$0.outer, $0.inner] }.map {
      forme -> String in
      guard case .slug(let line, _, _, let upsideDown) = forme.marks.first?.shape else {
        return "none"
      }
      return """
        \(line.signature ?? 0) of \(line.signatureCount), \(line.sheet) of \(line.sheetCount), \
        \(line.isOuter ? "outer" : "inner")\(upsideDown ? ", on its head" : "")
        """
    }
    #expect(
      lines == [
        "1 of 2, 1 of 2, outer", "1 of 2, 1 of 2, inner, on its head", "1 of 2, 2 of 2, outer",
        "1 of 2, 2 of 2, inner, on its head", "2 of 2, 1 of 2, outer",
        "2 of 2, 1 of 2, inner, on its head", "2 of 2, 2 of 2, outer",
        "2 of 2, 2 of 2, inner, on its head",
      ])
  }

  @Test func aPosterHasNoMarks() {
    let binding = Binding(
      style: .miniZine(.atTheMiddle), paper: rawA4, pageSize: Paper.a7.size,
      marks: PrintersMarks(Set(PrintersMarks.Kind.allCases)), poster: Paper.a4.size.turned)
    let sheet = binding.impose(9)[0].sheets[0]
    #expect(!sheet.outer.marks.isEmpty)
    #expect(sheet.inner.marks.isEmpty)
  }
}

extension Rectangle {
  fileprivate func lies(within other: Rectangle) -> Bool {
    other.minX < maxX && minX < other.maxX && other.minY <= maxY && minY <= other.maxY
      || other.minX <= maxX && minX <= other.maxX && other.minY < maxY && minY < other.maxY
  }
}
