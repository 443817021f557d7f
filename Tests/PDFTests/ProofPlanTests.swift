import Geometry
import Imposition
import PDF
import Testing
import Typesetting

/// Which pages lie where, drawn as text: `2|3` lie side by side, pages alone stand alone.
private func drawn(_ proofs: [Proof]) -> String {
  proofs.map { proof in
    proof.forme.cells.sorted { $0.place.origin.x < $1.place.origin.x }
      .map { $0.page.map(String.init) ?? "-" }.joined(separator: "|")
  }.joined(separator: " ")
}

@Suite struct ProofPlanTests {
  /// Cover first, back cover last, recto and verso by turns.
  private func book(of count: Int, size: Size = Paper.a5.size) -> [Page] {
    (1...count).map { number in
      Page(
        kind: number == 1 ? .cover : number == count ? .backCover : .body,
        side: number % 2 == 1 ? .recto : .verso, folio: String(number), size: size, marks: [])
    }
  }

  @Test(arguments: [
    (1, "1", "1"), (2, "1 2", "1 2"), (4, "1 2|3 4", "1 3|2 4"),
    (5, "1 2|3 4 5", "1 3|2 4 5"), (8, "1 2|3 4|5 6|7 8", "1 3|2 5|4 7|6 8"),
  ])
  func spreadsAreWhatTheOpenBookletShows(count: Int, leftToRight: String, rightToLeft: String) {
    let pages = book(of: count)
    #expect(drawn(Proof.spreads(of: pages, direction: .leftToRight)) == leftToRight)
    #expect(drawn(Proof.spreads(of: pages, direction: .rightToLeft)) == rightToLeft)
  }

  @Test func pagesOfASpreadMeetInTheFold() {
    let spread = Proof.spreads(of: book(of: 4), direction: .leftToRight)[1]
    #expect(spread.forme.size == Size(width: Paper.a5.size.width * 2, height: Paper.a5.size.height))
    #expect(spread.forme.cells.map(\.place.origin.x) == [.zero, Paper.a5.size.width])
    #expect(spread.pageNumbers == [2, 3])
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 2), (4, 2), (6, 3), (12, 4), (36, 8), (47, 8)])
  func aContactSheetIsNearToASquare(count: Int, columns: Int) {
    let pages = book(of: count)
    let sheet = Proof.contactSheet(
      of: Array(1...count), in: pages, direction: .leftToRight)
    let first = sheet.forme.cells.prefix {
      $0.place.origin.y == sheet.forme.cells[0].place.origin.y
    }
    #expect(first.count == columns)
    #expect(sheet.pageNumbers == Array(1...count))
    for cell in sheet.forme.cells {
      let end = cell.place(Point(x: Paper.a5.size.width, y: Paper.a5.size.height))
      #expect(end.x < sheet.forme.size.width && end.y < sheet.forme.size.height)
    }
  }

  @Test func aContactSheetBeginsWhereTheLanguageDoes() {
    let pages = book(of: 4)
    func rows(_ direction: Direction) -> [[Int]] {
      let cells = Proof.contactSheet(of: [1, 2, 4], in: pages, direction: direction).forme.cells
      return Set(cells.map(\.place.origin.y)).sorted().map { y in
        cells.filter { $0.place.origin.y == y }
          .sorted { $0.place.origin.x < $1.place.origin.x }.compactMap(\.page)
      }
    }
    #expect(rows(.leftToRight) == [[1, 2], [4]])
    #expect(rows(.rightToLeft) == [[2, 1], [4]])
  }
}
