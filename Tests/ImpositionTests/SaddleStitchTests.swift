import Geometry
import Imposition
import Testing

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
