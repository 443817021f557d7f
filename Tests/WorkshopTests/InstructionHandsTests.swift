import Fonts
import Geometry
import Imposition
import Testing
import Typesetting

@testable import Workshop

/// What hands are told to do agrees with the paper before them.
@Suite struct InstructionHands {
  private func steps(_ binding: Binding, _ count: Int) -> [Instructions.Step] {
    Instructions(
      of: "Guide", bound: binding, binding.impose(count), KitOrder(),
      KitFiles(sheets: "guide.pdf"), in: .english
    ).steps
  }

  private let large = Paper(
    name: "225 × 320 mm", size: Size(width: .millimetres(225), height: .millimetres(320)))

  @Test func aStapledCoverLiesUnderThePileBeforeAnythingIsFolded() {
    let steps = steps(Binding(paper: large, cover: .ownSheet(large)), 36)
    #expect(
      steps.map(\.title) == ["Print", "Add the cover", "Check the pile", "Fold", "Staple", "Trim"])
    #expect(steps[1].text[0].contains("page\u{A0}1 facing down"))
    #expect(steps[1].figure.numbers == [[2, 35], [18, 19]])
    // The cover underneath, the innermost pages of the body on top; folded, the cover outside.
    #expect(steps[2].figure.numbers == [[18, 19], [36, 1]])
    #expect(steps[3].figure.numbers == [[18, 19], [1]])
    #expect(steps[4].figure.numbers == [[36, 1]])
    #expect(!steps.flatMap(\.text).contains { $0.hasPrefix("Wrap") })
  }

  @Test func aCoverGoesRoundWhatIsFoldedTwiceOrCut() {
    func titles(_ style: Binding.Style) -> [String] {
      steps(Binding(style: style, pageSize: Paper.a6.size, cover: .ownSheet(.a4)), 36).map(\.title)
    }
    #expect(
      titles(.quarto(.singly, .oneSignature)) == [
        "Print", "Check the pile", "Fold", "Put into one another", "Add the cover", "Staple",
        "Slit",
      ])
    #expect(
      titles(.cutSaddle(.stacked)) == [
        "Print", "Check the pile", "Cut", "Add the cover", "Fold", "Staple", "Trim",
      ])
    #expect(titles(.cutAndStack) == ["Print", "Cut", "Stack", "Add the cover", "Bind"])
  }

  @Test func coversOfSewnBooksAreGlued() {
    let steps = steps(Binding(style: .signatures(.sheets(2)), cover: .ownSheet(.a4)), 36)
    #expect(
      steps.map(\.title) == ["Print", "Count off signatures", "Fold", "Stack", "Sew"])
    #expect(steps[4].text.last == "Wrap the cover round it and glue it to the spine.")
  }

  @Test(arguments: [
    Binding.Style.quarto(.singly, .oneSignature), .octavo(.singly, .oneSignature),
  ])
  func aPileToBeFoldedSinglyHasItsLastSheetOnTop(_ style: Binding.Style) {
    let binding = Binding(style: style, pageSize: Paper.a7.size)
    let sheets = binding.impose(64)[0].sheets
    let check = steps(binding, 64)[1]
    let pages = { (forme: Forme) in Set(forme.cells.compactMap(\.page)) }
    #expect(sheets.count > 1)
    #expect(Set(check.figure.numbers[0].compactMap(\.self)) == pages(sheets.last!.inner))
    #expect(Set(check.figure.numbers[1].compactMap(\.self)) == pages(sheets[0].outer))
  }

  @Test func distancesAreMeasuredFromThePaperThatIsNotTrimmedYet() {
    let stapled = steps(Binding(paper: large), 16)
    // (225 − 210) / 2 + 210 / 4
    #expect(stapled[3].text[0].contains("60\u{A0}mm from each end of the paper"))
    #expect(
      stapled[4].text == [
        "Trim the three edges other than the spine to 148\u{A0}×\u{A0}210\u{A0}mm, as much at either end of the spine."
      ])
    let sewn = steps(Binding(style: .signatures(.sheets(2)), paper: large), 32)
    #expect(sewn.map(\.title).suffix(2) == ["Sew", "Trim"])
    #expect(sewn[4].text[0].contains("in mm: 22.5 · 62.5 · 72.5 · "))
    // A5 on A4 leaves nothing to cut off.
    #expect(steps(Binding(style: .signatures(.sheets(2))), 32).map(\.title).last == "Sew")
  }

  @Test func cropMarksAreCutAlongWhereTheyArePrinted() {
    let marks = PrintersMarks([.crop])
    for style in [
      Binding.Style.saddleStitch, .signatures(.sheets(2)), .perfectGathered(.sheets(2)),
    ] {
      let last = steps(Binding(style: style, paper: large, marks: marks), 32).last
      #expect(last?.text == ["Trim the three edges other than the spine, along the crop marks."])
      #expect(last.map { $0.figure.cuts } == 3)
    }
    // Asked for, and no room for any.
    let full = steps(Binding(style: .cutAndStack, pageSize: Paper.a6.size, marks: marks), 32)
    #expect(full[1].text.count == 3)
  }

  @Test func linesAreNamedOnlyWhereTheyArePrinted() {
    let a6 = steps(Binding(style: .perfectLeaves, pageSize: Paper.a6.size), 32)[1]
    #expect(
      a6.text.dropFirst() == [
        "Cut the whole pile at these distances from the left edge, in mm: 105.",
        "Cut the whole pile at these distances from the top edge, in mm: 148.5.",
      ])
    let small = Size(width: .millimetres(95), height: .millimetres(140))
    let marked = Binding(
      style: .cutAndStack, pageSize: small, marks: PrintersMarks([.crop]))
    #expect(steps(marked, 32)[1].text.last == "Cut the whole pile along the lines.")
    let bare = Binding(style: .cutAndStack, pageSize: small)
    #expect(steps(bare, 32)[1].text[1].hasSuffix("in mm: 5 · 100 · 110 · 205."))
    let zine = Binding(style: .miniZine(.atTheMiddle), pageSize: Paper.a7.size)
    #expect(steps(zine, 8)[1].text[0].hasPrefix("Fold in half lengthwise"))
  }

  @Test func pagesShiftedForCreepHaveToBeTrimmed() {
    let creep = Creep(thickness: .millimetres(0.1))
    for style in [Binding.Style.saddleStitch, .signatures(.sheets(4))] {
      let last = steps(Binding(style: style, creep: creep), 32).last
      #expect(last?.title == "Trim")
      #expect(last?.text[0].contains("Leave") == false)
    }
    #expect(steps(Binding(), 32).last?.text[0].contains("Leave") == true)
  }

  @Test func oneSignatureIsNotCountedOff() {
    let titles = steps(Binding(style: .perfectGathered(.oneSignature)), 16).map(\.title)
    #expect(titles == ["Print", "Check the pile", "Fold", "Glue"])
    let heaps = steps(Binding(style: .signatures(.sheets(2))), 32)[1].text[0]
    #expect(heaps.contains("2 +\u{A0}2"))
  }

  // MARK: The page

  @Test(arguments: ["fr", "en", "es", "de", "it", "pt", "ca", "ar"])
  func namesOfFilesAreWholeAndHeadsOfColumnsOfTwoLines(_ tag: String) throws {
    let name = "guide-de-discussion-livret-225x320mm-couverture-à-part-rectos-et-versos.pdf"
    let binding = Binding(style: .signatures(.sheets(4)), paper: large, cover: .ownSheet(large))
    let type = try InstructionTexts().type(tag)
    let words = KitWords(tag: tag)
    let sheet = InstructionSheet(
      instructions: Instructions(
        of: "Guide", bound: binding, binding.impose(64), KitOrder(copies: 900, price: 0.08),
        KitFiles(sheets: name), in: words),
      lettering: type.lettering(words), size: Paper.a4.size)
    var letters = ""
    var footLines: Set<Length> = []
    for case .run(let run, let point, _) in sheet.page().marks {
      letters += run.text
      #expect(point.x >= .zero && point.x + run.advance <= Paper.a4.size.width)
      if point.y > .points(Paper.a4.size.height.points - 92) { footLines.insert(point.y) }
    }
    #expect(letters.contains(name))
    // Two of names, and that of values.
    #expect(footLines.count <= 3)
  }

  /// Numbers of a pile that nobody could read say nothing.
  @Test func aPileIsDrawnLargeEnoughUnderManySteps() throws {
    let type = try InstructionTexts().type("fr")
    let binding = Binding(
      style: .octavo(.singly, .oneSignature), pageSize: Paper.a7.size, cover: .ownSheet(.a4))
    let steps = steps(binding, 52)
    #expect(steps.count == 7)
    let check = steps[1].figure
    let foot = FigureDrawing.foot(of: check, scale: 1)
    func paper(_ height: Double) -> Double {
      FigureDrawing.height(
        of: check, width: 210, atMost: height, type.lettering(.french), scale: 1)
        - foot - FigureDrawing.headroom
    }
    // Captions take nothing of what papers have.
    #expect(foot > 0 && abs(paper(34) - (34 - FigureDrawing.headroom)) < 0.01)
  }

  @Test func instructionsArePrintedOnThePaperOfEveryOffice() {
    #expect([large, .a5, .a3, .a4].allSatisfy { Paper.ofAnOffice(for: $0) == .a4 })
    #expect([Paper.letter, .legal, .tabloid].allSatisfy { Paper.ofAnOffice(for: $0) == .letter })
  }
}

extension Workshop.Figure {
  /// Along how many lines it says to cut.
  fileprivate var cuts: Int {
    parts.reduce(0) {
      guard case .paper(let view) = $1 else { return $0 }
      return $0 + view.creases.count { $0.line == .cut }
    }
  }
}
