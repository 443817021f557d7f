import Geometry
import Imposition
import Testing

/// The tables of the trade, as other programs and handbooks print them.
@Suite struct TableTests {
  static let a6 = Paper.a6.size
  static let a7 = Paper.a7.size

  private func drawn(_ binding: Binding, _ pages: Int) -> String {
    drawnAsText(binding.impose(pages), columns: binding.fields.columns)
  }

  @Test func signaturesOfTwoSheets() {
    #expect(
      drawn(Binding(style: .signatures(.sheets(2))), 16)
        == """
        [8|1] [2|7]
        [6|3] [4|5]
        [16|9] [10|15]
        [14|11] [12|13]
        """)
  }

  @Test func signaturesOfOneSheet() {
    #expect(
      drawn(Binding(style: .perfectGathered(.sheets(1))), 8)
        == """
        [4|1] [2|3]
        [8|5] [6|7]
        """)
  }

  @Test func quarto() {
    let binding = Binding(
      style: .quarto(.together, .oneSignature), pageSize: Self.a6,
      printer: PrinterProfile(flip: .longEdge))
    #expect(binding.sheetSize == Paper.a4.size)
    // A4 upright, turned about its long edge, beside which the spine is: as in the tables.
    #expect(drawn(binding, 8) == "[r5|r4] [r3|r6]\n[8|1] [2|7]")
    var short = binding
    short.printer.flip = .shortEdge
    #expect(drawn(short, 8) == "[r5|r4] [r7|r2]\n[8|1] [6|3]")
  }

  @Test func twoQuartoSheetsFoldedTogetherOrSingly() {
    var binding = Binding(
      style: .quarto(.together, .oneSignature), pageSize: Self.a6,
      printer: PrinterProfile(flip: .longEdge))
    #expect(
      drawn(binding, 16)
        == """
        [r9|r8] [r7|r10]
        [16|1] [2|15]

        [r11|r6] [r5|r12]
        [14|3] [4|13]
        """)
    binding.style = .quarto(.singly, .oneSignature)
    #expect(
      drawn(binding, 16)
        == """
        [r13|r4] [r3|r14]
        [16|1] [2|15]

        [r9|r8] [r7|r10]
        [12|5] [6|11]
        """)
  }

  @Test func octavo() {
    #expect(
      drawn(Binding(style: .octavo(.together, .oneSignature), pageSize: Self.a7), 16)
        == """
        [r5|r12|r9|r8] [r7|r10|r11|r6]
        [4|13|16|1] [2|15|14|3]
        """)
  }

  @Test func stripsOfTwoCopies() {
    #expect(
      drawn(upright(.cutSaddle(.twoCopies)), 8)
        == """
        [8|1] [2|7]
        [8|1] [2|7]

        [6|3] [4|5]
        [6|3] [4|5]
        """)
  }

  @Test func stripsToStack() {
    #expect(drawn(upright(.cutSaddle(.stacked)), 8) == "[8|1] [2|7]\n[6|3] [4|5]")
    let first = drawn(upright(.cutSaddle(.stacked)), 48).split(separator: "\n").prefix(2)
    #expect(first == ["[48|1] [2|47]", "[36|13] [14|35]"])
  }

  @Test func stripsToNest() {
    #expect(drawn(upright(.cutSaddle(.nested)), 8) == "[8|1] [2|7]\n[r3|r6] [r5|r4]")
    let first = drawn(upright(.cutSaddle(.nested)), 16).split(separator: "\n").prefix(2)
    #expect(first == ["[16|1] [2|15]", "[r3|r14] [r13|r4]"])
  }

  @Test func leavesToCutAndStack() {
    #expect(
      drawn(Binding(style: .cutAndStack), 16)
        == "[1|9] [10|2]\n[3|11] [12|4]\n[5|13] [14|6]\n[7|15] [16|8]")
    #expect(
      drawn(upright(.cutAndStack), 16)
        == """
        [1|5] [6|2]
        [9|13] [14|10]

        [3|7] [8|4]
        [11|15] [16|12]
        """)
    #expect(drawn(upright(.perfectLeaves), 8) == "[1|3] [4|2]\n[5|7] [8|6]")
  }

  @Test func zines() {
    #expect(
      drawn(Binding(style: .miniZine(.atTheMiddle), pageSize: Self.a7), 8)
        == "[r5|r4|r3|r2] [.|.|.|.]\n[6|7|8|1] [.|.|.|.]")
    #expect(
      drawn(Binding(style: .miniZine(.atTheEdges), pageSize: Self.a7), 8)
        == "[2|3|4|5] [.|.|.|.]\n[r1|r8|r7|r6] [.|.|.|.]")
    #expect(
      drawn(Binding(style: .miniZine(.atTheMiddle), pageSize: Self.a7, boundEdge: .right), 8)
        == "[r2|r3|r4|r5] [.|.|.|.]\n[1|8|7|6] [.|.|.|.]")
  }

  @Test func boundAtTheTop() {
    // Turned about the fold, backs stand as they are; across it, on their heads.
    var binding = Binding(
      pageSize: Paper.a5.size.turned, printer: PrinterProfile(flip: .shortEdge), boundEdge: .top)
    #expect(drawn(binding, 8) == "[8] [2]\n[1] [7]\n\n[6] [4]\n[3] [5]")
    binding.printer.flip = .longEdge
    #expect(drawn(binding, 8) == "[8] [r7]\n[1] [r2]\n\n[6] [r5]\n[3] [r4]")
  }

  @Test func aCoverOfItsOwnIsTheFirstTwoPagesAndTheLastTwo() {
    #expect(
      drawn(Binding(cover: .ownSheet(.a4)), 12)
        == "[12|1] [2|11]\n[10|3] [4|9]\n[8|5] [6|7]")
    #expect(drawn(Binding(cover: .ownSheet(.a4)), 4) == "[4|1] [2|3]")
  }

  @Test func flyleavesComeInsideTheCover() {
    #expect(drawn(Binding(flyleaves: 1), 8) == "[8|1] [2|7]\n[.|.] [.|.]\n[6|3] [4|5]")
  }

  @Test func blanksComeWhereTheBookSays() {
    #expect(drawn(Binding(blanks: .after(2)), 6) == "[6|1] [2|5]\n[4|.] [.|3]")
    // An odd one would put right-hand pages on the left.
    #expect(drawn(Binding(blanks: .after(2)), 5) == "[5|1] [2|.]\n[4|.] [.|3]")
  }

  /// A4 upright, for a printer that turns the long edge: backs stand as the tables show them.
  private func upright(_ style: Binding.Style) -> Binding {
    Binding(style: style, pageSize: Self.a6, printer: PrinterProfile(flip: .longEdge))
  }
}
