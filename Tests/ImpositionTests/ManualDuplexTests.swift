import Geometry
import Imposition
import Testing

/// Printing one side, putting the pile back, and printing the other.
@Suite struct ManualDuplexTests {
  static let bindings = NamedBinding.all.filter {
    ["saddle", "quarto, together"].contains($0.name)
  }
  static let switches = [false, true].flatMap { order in
    [false, true].map { PrinterProfile.ManualDuplex(reversesBacks: order, turnsBacks: $0) }
  }

  /// Which pair of switches makes a book, for each printer and each way to put the pile back whose
  /// blank sides are printed.
  private func switches(
    _ binding: Binding, _ printer: SimplexPrinter, _ reload: SimplexPrinter.Reload
  ) -> [PrinterProfile.ManualDuplex] {
    Self.switches.filter { manual in
      var binding = binding
      binding.printer.manual = manual
      let signatures = binding.impose(24)
      let runs = binding.printer.runs(of: signatures.flatMap(\.sheets))
      guard let sheets = printer.print(runs, reload: reload, pageSize: binding.pageSize) else {
        return false
      }
      let book = Bookbinder(binding: binding).books(of: signatures, [sheets])[0]
      return book.read(binding.boundEdge)?.compactMap { $0 } == Array(1...24)
    }
  }

  @Test(arguments: bindings) func oneSettingOfTheTwoSwitchesMakesABook(named: NamedBinding) {
    for variant in named.everyEdgeAndFlip {
      for side in SimplexPrinter.Side.allCases {
        for faceUp in [false, true] {
          let printer = SimplexPrinter(prints: side, deliversFaceUp: faceUp)
          // The pile is turned over where the printed side would be printed again.
          let turnsOver = faceUp == (side == .upper)
          for around in [false, true] {
            let good = switches(
              variant.binding, printer, .init(isTurnedOver: turnsOver, isTurnedAround: around))
            #expect(good.count == 1, "\(variant.name), \(printer), \(around)")
            // Turned over, the first sheet is on top again.
            #expect(good.first?.reversesBacks == !turnsOver, "\(variant.name), \(printer)")
            #expect(
              switches(
                variant.binding, printer, .init(isTurnedOver: !turnsOver, isTurnedAround: around)
              ).isEmpty)
          }
        }
      }
    }
  }

  /// The same end goes in first both times: as a printer does that turns about the long edge.
  @Test func theEndThatGoesInFirstSaysWhichEdgeIsTurned() {
    for flip in [PrinterProfile.Flip.shortEdge, .longEdge] {
      let binding = Binding(printer: PrinterProfile(flip: flip))
      let printer = SimplexPrinter(prints: .upper, deliversFaceUp: true)
      // Turned over end to end: the other end now leads.
      let other = switches(binding, printer, .init(isTurnedOver: true, isTurnedAround: false))
      #expect(other.map(\.turnsBacks) == [flip == .longEdge])
      let same = switches(binding, printer, .init(isTurnedOver: true, isTurnedAround: true))
      #expect(same.map(\.turnsBacks) == [flip == .shortEdge])
    }
  }

  @Test func thereAreAsManyBacksAsFronts() {
    for named in NamedBinding.all + NamedBinding.zines {
      var binding = named.binding
      binding.printer.manual = .init()
      for count in [1, 2, 5, 13, 40] {
        let runs = binding.printer.runs(of: binding.impose(count).flatMap(\.sheets))
        #expect(runs.map(\.sides) == [.fronts, .backs])
        #expect(runs[0].formes.count == runs[1].formes.count)
      }
    }
  }

  @Test func offsetsMoveOneSideAlone() {
    let front = Point(x: .millimetres(1), y: .millimetres(-0.5))
    let back = Point(x: .millimetres(-2), y: .zero)
    let printer = PrinterProfile(frontOffset: front, backOffset: back)
    let run = printer.runs(of: Binding(printer: printer).impose(8).flatMap(\.sheets))[0]
    #expect(run.formes.map(\.offset) == [front, back, front, back])
  }
}
