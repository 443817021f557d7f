import Geometry
import Imposition
import Testing

@testable import Workshop

/// The drawings' numbers are those that hands will find.
@Suite struct KitHandiwork {
  /// Every style whose sheets are folded.
  private static let folded: [Binding.Style] = [
    .saddleStitch, .signatures(.evened(atMost: 4)), .perfectGathered(.sheets(3)),
    .quarto(.together, .oneSignature), .quarto(.singly, .sheets(1)),
    .octavo(.together, .evened(atMost: 2)), .octavo(.singly, .sheets(1)),
    .cutSaddle(.twoCopies), .cutSaddle(.stacked), .cutSaddle(.nested),
  ]

  private static let printers = [
    PrinterProfile(), PrinterProfile(flip: .longEdge),
    PrinterProfile(manual: .init(reversesBacks: true, turnsBacks: true)),
  ]

  @Test(arguments: folded, [Binding.BoundEdge.left, .right])
  func whatIsFoldedAsItIsDrawnReadsInOrder(_ style: Binding.Style, _ edge: Binding.BoundEdge) {
    for printer in Self.printers {
      for count in [1, 4, 7, 16, 29, 64] {
        let binding = Binding(
          style: style, pageSize: Paper.a6.size, printer: printer, boundEdge: edge)
        for signature in binding.impose(count) {
          let sheets = signature.sheets.map { FlatSheet($0, of: binding) }
          let work = Handiwork(of: sheets, binding)
          let done = work.moves.reduce(work.pile) { $0.folded($1) }
          #expect(done.rows == 1 && done.columns == 1)
          let pages = done.reading
          #expect(pages.allSatisfy { !$0.isOnItsHead || $0.page == nil })
          // Sheets that are folded alone go into one another later.
          let isAlone = binding.nesting == .singly && sheets.count > 1
          #expect(pages.map(\.page) == signature.pages || isAlone)
          #expect(pages.first?.page == signature.pages.first)
        }
      }
    }
  }

  @Test func sheetsFoldedAloneReadInOrderOnceTheyAreInOneAnother() {
    for style in [Binding.Style.quarto(.singly, .oneSignature), .octavo(.singly, .oneSignature)] {
      let binding = Binding(style: style, pageSize: Paper.a6.size)
      let signature = binding.impose(48)[0]
      var pages: [Int?] = []
      for sheet in signature.sheets.reversed() {
        let work = Handiwork(of: [FlatSheet(sheet, of: binding)], binding)
        let one = work.moves.reduce(work.pile) { $0.folded($1) }.reading.map(\.page)
        pages = one.prefix(one.count / 2) + pages + one.suffix(one.count / 2)
      }
      #expect(pages == Array(1...48))
    }
  }

  @Test func aTopBoundBookletIsTurnedOverTheTopAndReadsUpright() {
    let binding = Binding(boundEdge: .top)
    let signature = binding.impose(12)[0]
    let work = Handiwork(of: signature.sheets.map { FlatSheet($0, of: binding) }, binding)
    let faces = work.pile.folded(.topDown).reading
    #expect(faces.map(\.page) == Array(1...12))
    // Each leaf reads upright once it is turned over the top.
    #expect(faces.enumerated().allSatisfy { $1.isOnItsHead == ($0 % 2 == 1) })
  }

  @Test func needlesGoThroughWhereTheStationsAre() {
    let places = SewingStations().places(along: .millimetres(210)).map { $0.millimetres.rounded() }
    #expect(places == [15, 55, 65, 100, 110, 145, 155, 195])
  }

  @Test func suppliesAreCountedFromTheSheets() {
    let binding = Binding()
    let supplies = Supplies(
      of: binding.impose(32), bound: binding, for: KitOrder(copies: 100, price: 0.08))
    #expect(supplies.sheets == 800)
    #expect(supplies.reams == 2)
    #expect(supplies.cost == 6400)
    #expect((3991...3993).contains(supplies.grams))
    #expect(abs(supplies.thickness.millimetres - 1.6) < 0.01)

    // Two copies to a sheet, and an odd number of them.
    let strips = Binding(style: .cutSaddle(.twoCopies), pageSize: Paper.a6.size)
    #expect(Supplies(of: strips.impose(16), bound: strips, for: KitOrder(copies: 5)).sheets == 12)
    // A cover on paper of its own is counted by itself.
    let covered = Binding(style: .perfectLeaves, cover: .ownSheet(.a4))
    let body = Supplies(of: covered.impose(120), bound: covered, for: KitOrder(copies: 10))
    #expect(body.coverSheets == 10)
    #expect(body.sheets == 290)
  }

  @Test func sumsAreWrittenAsTheLanguageDoes() {
    let (french, english) = (KitWords.french.numbers, KitWords.english.numbers)
    #expect(french.money(12_400.5, "€") == "12\u{202F}400,50\u{A0}€")
    #expect(english.money(12_400.5, "€") == "€12,400.50")
    #expect(english.money(12.4, "CHF") == "CHF\u{A0}12.40")
    #expect(french.money(0.025, "€") == "0,025\u{A0}€")
    #expect(french.millimetres(1.63) == "1,6\u{A0}mm")
    #expect(french.weight(grams: 2040) == "2\u{A0}kg")
  }
}
