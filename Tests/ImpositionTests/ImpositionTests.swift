import Geometry
import Imposition
import Testing

@Suite struct SaddleStitchLaws {
  static let bindings: [Binding] = [PrinterProfile.Flip.shortEdge, .longEdge].flatMap { flip in
    [Binding.BoundEdge.left, .right].flatMap { edge in
      [true, false].map {
        Binding(
          printer: PrinterProfile(flip: flip), boundEdge: edge,
          blanks: $0 ? .insideBackCover : .atTheEnd)
      }
    }
  }

  @Test(arguments: bindings) func everyPageLiesOnExactlyOneCell(binding: Binding) {
    for n in 1...400 {
      let cells = binding.impose(n).flatMap(\.sheets).flatMap { $0.outer.cells + $0.inner.cells }
      #expect(cells.count == (n + 3) / 4 * 4)
      #expect(cells.compactMap(\.page).sorted() == Array(1...n))
    }
  }

  @Test(arguments: bindings) func thePagesOfASideAddUp(binding: Binding) {
    for n in stride(from: 4, through: 400, by: 4) {
      for sheet in binding.impose(n).flatMap(\.sheets) {
        for forme in [sheet.outer, sheet.inner] {
          #expect(forme.cells.compactMap(\.page).reduce(0, +) == n + 1)
        }
      }
    }
  }

  @Test(arguments: bindings) func theTwoPagesOfALeafLieBackToBack(binding: Binding) {
    for n in stride(from: 4, through: 400, by: 4) {
      for sheet in binding.impose(n).flatMap(\.sheets) {
        for front in sheet.outer.cells {
          let behind = sheet.inner.cells.first { isBehind(front, $0, binding) }
          guard let a = front.page, let b = behind?.page else {
            Issue.record("no page behind \(front)")
            continue
          }
          #expect((min(a, b) % 2, abs(a - b)) == (1, 1), "\(a) and \(b)")
        }
      }
    }
  }

  @Test(arguments: bindings) func noPageLeavesTheSheet(binding: Binding) {
    #expect(binding.pageFits)
    for sheet in binding.impose(8).flatMap(\.sheets) {
      for forme in [sheet.outer, sheet.inner] {
        for cell in forme.cells {
          let corners = [
            cell.place(.zero),
            cell.place(Point(x: binding.pageSize.width, y: binding.pageSize.height)),
          ]
          for corner in corners {
            #expect((Length.zero...forme.size.width).contains(corner.x))
            #expect((Length.zero...forme.size.height).contains(corner.y))
          }
        }
      }
    }
  }

  /// Whether two cells share a leaf: their rectangles cover each other through the paper, to the
  /// unit by which a sheet of odd width is not halved.
  private func isBehind(_ front: Cell, _ back: Cell, _ binding: Binding) -> Bool {
    func left(_ cell: Cell) -> Length {
      min(cell.place(.zero).x, cell.place(Point(x: binding.pageSize.width, y: .zero)).x)
    }
    let through =
      binding.printer.flip == .shortEdge
      ? binding.sheetSize.width - left(back) - binding.pageSize.width : left(back)
    return abs((left(front) - through).units) <= 1
  }
}

@Suite struct SaddleStitchExamples {
  @Test(arguments: [
    (4, "[4|1] [2|3]"),
    (8, "[8|1] [2|7]\n[6|3] [4|5]"),
    (12, "[12|1] [2|11]\n[10|3] [4|9]\n[8|5] [6|7]"),
    (16, "[16|1] [2|15]\n[14|3] [4|13]\n[12|5] [6|11]\n[10|7] [8|9]"),
    (
      20,
      "[20|1] [2|19]\n[18|3] [4|17]\n[16|5] [6|15]\n[14|7] [8|13]\n[12|9] [10|11]"
    ),
  ])
  func wholeSheets(pages: Int, sheets: String) {
    #expect(drawnAsText(Binding().impose(pages)) == sheets)
  }

  @Test(arguments: [
    (1, "[.|1] [.|.]"),
    (2, "[2|1] [.|.]"),
    (3, "[3|1] [2|.]"),
    (5, "[5|1] [2|.]\n[.|3] [4|.]"),
    (9, "[9|1] [2|.]\n[.|3] [4|.]\n[8|5] [6|7]"),
    (11, "[11|1] [2|.]\n[10|3] [4|9]\n[8|5] [6|7]"),
  ])
  func blanksComeInsideTheCover(pages: Int, sheets: String) {
    #expect(drawnAsText(Binding().impose(pages)) == sheets)
  }

  @Test(arguments: [
    (1, "[.|1] [.|.]"),
    (5, "[.|1] [2|.]\n[.|3] [4|5]"),
    (9, "[.|1] [2|.]\n[.|3] [4|9]\n[8|5] [6|7]"),
  ])
  func blanksComeLastWhereThereIsNoBackCover(pages: Int, sheets: String) {
    #expect(drawnAsText(Binding(blanks: .atTheEnd).impose(pages)) == sheets)
  }

  @Test func turnedAboutTheLongEdgeTheBackIsOnItsHead() {
    #expect(
      drawnAsText(Binding(printer: PrinterProfile(flip: .longEdge)).impose(8))
        == "[8|1] [r7|r2]\n[6|3] [r5|r4]")
  }

  @Test func aBookBoundOnTheRightIsMirrored() {
    #expect(drawnAsText(Binding(boundEdge: .right).impose(8)) == "[1|8] [7|2]\n[3|6] [5|4]")
  }

  @Test func noPagesNoSheets() {
    #expect(Binding().impose(0).isEmpty)
  }
}

/// A5 on A4: 148 of 148.5 mm, and the half millimetre stays at the fore-edge.
@Suite struct PlacesFromTheSpine {
  let page = Paper.a5.size

  @Test func pagesMeetInTheFold() {
    let forme = Binding().impose(4)[0].sheets[0].outer
    let (left, right) = (forme.cells[0].place.origin, forme.cells[1].place.origin)
    let fold = forme.size.width / 2
    #expect(forme.size == Paper.a4.size.turned)
    #expect(left.x + page.width == fold)
    #expect(right.x == fold)
    #expect(abs(left.x.millimetres - 0.5) < 0.001)
    #expect((left.y, right.y) == (.zero, .zero))
  }

  @Test func pagesMeetInTheFoldOfATurnedBack() {
    let forme = Binding(printer: PrinterProfile(flip: .longEdge)).impose(4)[0].sheets[0].inner
    let corner = Point(x: page.width, y: page.height)
    let (left, right) = (forme.cells[0].place, forme.cells[1].place)
    // Turned pages: the top left corner is the rightmost and lowest.
    #expect(left.origin.x == right(corner).x)
    #expect(abs(left.origin.x.millimetres - 148.5) < 0.001)
    #expect(abs(left(corner).x.millimetres - 0.5) < 0.001)
    #expect(left.origin.y == forme.size.height)
  }

  @Test func aSmallPageIsCentredFromHeadToFoot() {
    let binding = Binding(pageSize: Paper.a6.size)
    let cell = binding.impose(4)[0].sheets[0].outer.cells[1]
    #expect(abs(cell.place.origin.y.millimetres - 31) < 0.001)
    #expect(abs(cell.place.origin.x.millimetres - 148.5) < 0.001)
  }

  @Test func twoA4PagesDoNotFitOnAnA4Sheet() {
    #expect(!Binding(pageSize: Paper.a4.size).pageFits)
    #expect(Binding(paper: .a3, pageSize: Paper.a4.size).pageFits)
  }
}
