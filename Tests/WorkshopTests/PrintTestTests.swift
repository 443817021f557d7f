import Diagnostics
import Geometry
import Imposition
import Testing
import Typesetting

@testable import Workshop

/// A printer on a table, in the sense of what it prints: heads are up or down as one looks at a
/// sheet, and a sheet is turned over as a page is.
private struct TablePrinter: Hashable, CaseIterable {
  struct Image: Hashable {
    var name: String
    var isUp = true
  }
  struct Sheet: Hashable {
    /// Of the side that lies up, and of the other; several where one was printed upon another.
    var up: [Image] = []
    var down: [Image] = []

    func turnedOver() -> Sheet { Sheet(up: down, down: up) }
    func turnedRound() -> Sheet {
      func round(_ images: [Image]) -> [Image] {
        images.map { Image(name: $0.name, isUp: !$0.isUp) }
      }
      return Sheet(up: round(up), down: round(down))
    }
  }

  /// Of a sheet in the tray.
  var printsUpperSide: Bool
  var deliversFaceDown: Bool
  /// On its way a sheet comes to lie the other way round.
  var turnsRound: Bool

  static let allCases = [false, true].flatMap { upper in
    [false, true].flatMap { faceDown in
      [false, true].map {
        TablePrinter(printsUpperSide: upper, deliversFaceDown: faceDown, turnsRound: $0)
      }
    }
  }

  /// Takes the topmost sheet of the tray for each image; printed ones land on one another.
  ///
  /// - Returns: what came out, the lowest first.
  func print(_ images: [String], on tray: [Sheet]) -> [Sheet] {
    var tray = tray
    return images.map { name in
      var sheet = tray.removeLast()
      if printsUpperSide { sheet.up.append(Image(name: name)) }
      if !printsUpperSide { sheet.down.append(Image(name: name)) }
      let printedIsDown = !printsUpperSide
      if printedIsDown != deliversFaceDown { sheet = sheet.turnedOver() }
      return turnsRound ? sheet.turnedRound() : sheet
    }
  }

  /// What someone sees who does with one sheet what the test asks for.
  var answer: PrintTestAnswer {
    let first = print(["1"], on: [Sheet()])
    let sheet = print(["2"], on: first)[0]
    let sides = [sheet.up, sheet.down]
    let isSame = sides.contains { $0.count == 2 }
    let heads = sides.joined().map(\.isUp)
    return PrintTestAnswer(way: isSame ? .sameSide : .blankSide, isUpright: heads[0] == heads[1])
  }
}

@Suite struct PrintTesting {
  private static let bindings = [
    Binding(), Binding(style: .quarto(.together, .oneSignature), pageSize: Paper.a6.size),
    Binding(boundEdge: .right),
  ]

  /// Sheets as they must lie, whatever printed them: fronts, and backs as one sees them after turning
  /// the sheet as one turns a page.
  private func wanted(_ binding: Binding, _ count: Int) -> [Sheet] {
    var plain = binding
    let size = binding.sheetSize
    plain.printer = PrinterProfile(flip: size.width < size.height ? .longEdge : .shortEdge)
    return plain.impose(count).flatMap(\.sheets)
  }

  @Test func whoFollowsThePrintedAnswerGetsEveryBackBehindItsFrontAndUpright() {
    for printer in TablePrinter.allCases {
      for var binding in Self.bindings {
        let wanted = wanted(binding, 24)
        let profile = printer.answer.profile(on: binding.sheetSize)
        binding.printer = profile
        let sheets = binding.impose(24).flatMap(\.sheets)
        let runs = profile.runs(of: sheets)
        #expect(runs.map(\.formes.count) == [sheets.count, sheets.count])

        let blank = [TablePrinter.Sheet](repeating: .init(), count: sheets.count)
        var pile = printer.print(sheets.indices.map { "front \($0)" }, on: blank)
        // What the instructions say of this profile.
        if profile.manual?.reversesBacks == false {
          pile = pile.reversed().map { $0.turnedOver() }
        }
        let order = runs[1].formes.map { forme in sheets.firstIndex { $0.inner == forme }! }
        pile = printer.print(order.map { "back \($0)" }, on: pile)

        for sheet in pile {
          let sides = [sheet.up, sheet.down].sorted { $0.first?.name ?? "" > $1.first?.name ?? "" }
          #expect(sides.map(\.count) == [1, 1])
          guard let front = sides[0].first, let back = sides[1].first else { continue }
          let number = Int(front.name.dropFirst("front ".count))!
          #expect(back.name == "back \(number)")
          let inner = sheets[number].inner
          let seen = back.isUp == front.isUp ? inner : inner.upsideDown
          #expect(seen == wanted[number].inner)
        }
      }
    }
  }

  @Test func aPrinterOfBothSidesIsNamedByTheEdgeAboutWhichItTurnsSheets() {
    for binding in Self.bindings {
      let size = binding.sheetSize
      let isTall = size.width < size.height
      for flip in [PrinterProfile.Flip.shortEdge, .longEdge] {
        // Turned about the edge that stands upright, the back's head stays where it is.
        let isUpright = (flip == .longEdge) == isTall
        let answer = PrintTestAnswer(way: .inOneGo, isUpright: isUpright)
        #expect(answer.profile(on: size) == PrinterProfile(flip: flip))
      }
    }
  }

  @Test func allFourManualPrintersOccur() {
    #expect(Set(TablePrinter.allCases.map(\.answer)).count == 4)
  }

  /// The table that the sheet prints.
  @Test func answersAreTypedSo() {
    func typed(on size: Size) -> [String] {
      PrintTestAnswer.allCases.map { $0.profile(on: size).typed }
    }
    #expect(
      typed(on: Paper.a4.size.turned) == [
        "flip=short", "flip=long",
        "manual,backs=reverse,turn=0", "manual,backs=reverse,turn=180",
        "manual,backs=forward,turn=0", "manual,backs=forward,turn=180",
      ])
    #expect(
      typed(on: Paper.a4.size) == [
        "flip=long", "flip=short",
        "manual,backs=reverse,turn=180", "manual,backs=reverse,turn=0",
        "manual,backs=forward,turn=180", "manual,backs=forward,turn=0",
      ])
  }

  /// Page 2 may come upon page 1, either way up: what is read on one never lies on the other.
  @Test func bothPagesCanBeReadOnOneSide() throws {
    for tag in ["en", "fr", "de", "es", "it", "pt", "ca"] {
      let words = KitWords(tag: tag)
      let type = try InstructionTexts().type(tag)
      for size in [Paper.a4.size.turned, Paper.a4.size, Paper.a5.size.turned, Paper.letter.size] {
        let sheet = PrintTestSheet(
          size: size, words: words.test, lettering: type.lettering(words))
        let band = (sheet.middle.y - sheet.halfBand)..<(sheet.middle.y + sheet.halfBand)
        for case .run(let run, let point, _) in sheet.front.marks {
          #expect(!band.contains(point.y.points) && point.y < size.height)
          #expect(point.x + run.advance < size.width)
        }
        for isUpright in [true, false] {
          let answer = sheet.answers(isUpright: isUpright)
          for case .run(let run, let point, _) in answer.marks {
            #expect(point.x + run.advance <= answer.size.width)
            #expect(band.contains(point.y.points + sheet.answerCorner.y))
          }
        }
      }
    }
  }

  @Test func rulersAreAHundredMillimetresWhateverThePaper() throws {
    let type = try InstructionTexts().type("en")
    for size in [Paper.a3.size, Paper.a5.size.turned] {
      let sheet = PrintTestSheet(
        size: size, words: KitWords.english.test, lettering: type.lettering(.english))
      let lengths = sheet.front.marks.compactMap { mark -> Double? in
        guard case .stroke(let path, _, _, _) = mark, path.steps.count == 2,
          case .move(let from) = path.steps[0], case .line(let to) = path.steps[1]
        else { return nil }
        return max((to.x - from.x).millimetres, (to.y - from.y).millimetres)
      }
      #expect(lengths.count { abs($0 - 100) < 0.01 } == 2)
    }
  }

  @Test func aBookOrAFolderOfFontsIsEnoughAndNothingElseIs() throws {
    let book = try TemporaryBook()
    var found: [Diagnostic] = []
    var order = PrintTestOrder(folder: book.path)
    #expect(
      try makePrintTest(order, reporting: &found)?.path.hasSuffix("/output/print-test-a4.pdf")
        == true)
    order = PrintTestOrder(folder: book.path + "/fonts")
    order.output = book.path + "/test.pdf"
    order.paper = "letter"
    #expect(try makePrintTest(order, reporting: &found)?.bytes.isEmpty == false)
    #expect(book.names(in: "").contains("test.pdf"))
    #expect(found.isEmpty)
    func fault(_ order: PrintTestOrder) -> String? {
      do {
        _ = try makePrintTest(order, reporting: &found)
        return nil
      } catch { return error.diagnostic.code }
    }
    order.paper = "A6"
    #expect(fault(order) == "paper-too-small")
    order.paper = "napkin"
    #expect(fault(order) == "paper-unknown")
    #expect(fault(PrintTestOrder(folder: book.path + "/content/fr")) == "fonts-missing")
  }
}
