import Diagnostics
import Geometry
import Markdown
import Testing

@testable import Typesetting

/// Codes to scan and the words beside them.
@Suite("Codes on pages") struct CodeTests {
  /// 21 squares a side, every second one dark.
  private static let matrix = QRMatrix(
    side: 21, isDark: (0..<441).map { $0 % 2 == 0 })

  private func galley(_ markdown: String, columns: Int = 60) -> GalleyBuilder {
    GalleyBuilder(
      setting: markdown, design: .grid(columns: columns, lines: 30),
      qrCodes: ["https://a.example/page": Self.matrix])
  }

  private static let box = "::: qr Our site\n<https://a.example/page>\n:::"

  @Test func squaresAreLargeEnoughForAPhotocopy() throws {
    let squares = galley(Self.box).strips.flatMap(\.marks).squares
    #expect(squares.count == 221)
    for square in squares {
      #expect(square.size.width >= .millimetres(0.5))
      #expect(square.size.height >= square.size.width)
      #expect(square.size.height < square.size.width * 1.1)
    }
  }

  /// Four squares of white around, in which no letter stands.
  @Test(arguments: ["", "> ", "- "])
  func nothingStandsNearIt(mark: String) throws {
    let markdown = Self.box.split(separator: "\n").map {
      (mark == "- " ? "  " : mark) + $0
    }.joined(separator: "\n")
    let galley = galley(
      "Before.\n\n" + (mark == "- " ? "- x\n\n" + markdown : markdown) + "\n\nAfter.")
    let marks = Column(stacking: galley.items, leading: .points(12)).marks
    let squares = marks.squares
    let side = try #require(squares.first).size.width
    let zone = side * 4
    let box = Rectangle(
      x: squares.map(\.minX).min()! - zone, y: squares.map(\.minY).min()! - zone,
      width: side * 29, height: side * 29)
    for case .run(let run, let at, _) in marks {
      let isBeside = at.x >= box.maxX || at.x + run.advance <= box.minX
      let isApart = at.y <= box.minY || at.y - run.size * 0.8 >= box.maxY
      #expect(isBeside || isApart, "\(run.text)")
    }
  }

  /// From the top left to the bottom right, whichever way the page is read.
  @Test(arguments: [BookLanguage.french, .arabic])
  func noPageShowsItInAMirror(language: BookLanguage) throws {
    var dark = Array(repeating: false, count: 441)
    (dark[0], dark[440]) = (true, true)
    let code = QRMatrix(side: 21, isDark: dark)
    for box in [
      Self.box, "::: qr [Le site]{lang=fr}\n[ici]{lang=fr} <https://a.example/page>\n:::",
    ] {
      let proof = Proof(
        "# Un\n\n\(box)", language: language, qrCodes: ["https://a.example/page": code])
      let squares = proof.pages.flatMap(\.marks).squares.filter { $0.size.height < .points(4) }
      #expect(squares.count == 2)
      #expect(squares[0].minY < squares[1].minY)
      #expect(squares[0].minX < squares[1].minX)
    }
  }

  @Test func itsAddressStandsBesideItInClear() throws {
    let strips = galley(Self.box).strips
    let words = strips.flatMap(\.marks).compactMap {
      if case .run(let run, let at, _) = $0 { (run.text, at) } else { nil }
    }
    #expect(words.map(\.0) == ["Scan me: ", "Our site", "a.example/page"])
    let right = strips.flatMap(\.marks).squares.map(\.maxX).max()!
    #expect(words.allSatisfy { $0.1.x > right })
    let figure = strips.first?.path.last?.tag.role
    #expect(figure == .figure(alternative: "QR code (https://a.example/page)"))
  }

  @Test func linksInWordsPrintTheirAddressToo() {
    let words = galley("::: qr\nSee [our site](https://a.example/page).\n:::").strips
      .flatMap(\.marks).compactMap { if case .run(let run, _, _) = $0 { run.text } else { nil } }
    #expect(words.joined() == "Scan meSee our site (a.example/page).")
  }

  /// However few or many words it has.
  @Test(arguments: [0, 40, 300])
  func noPageEndPartsIt(words: Int) {
    let text = String(repeating: "words ", count: words)
    for lines in 1...20 {
      let filler = String(repeating: "x\\\n", count: lines) + "x"
      let proof = Proof(
        "# T\n\n\(filler)\n\n\(Self.box.dropLast(3))\n\n\(text)\n:::\n\nAfter.",
        design: .grid(columns: 60, lines: 24), qrCodes: ["https://a.example/page": Self.matrix])
      let pages = proof.body.filter { !$0.marks.squares.isEmpty }
      #expect(pages.count == 1)
      #expect(pages[0].marks.squares.count == 221)
      #expect(pages[0].pieces.contains { $0.text == "a.example/page" })
      // Facing pages may be a line long together.
      let foot = proof.design.format.trim.height - proof.design.format.foot + .points(12)
      #expect(pages[0].marks.squares.allSatisfy { $0.maxY <= foot })
      #expect(!proof.codes.contains("page-break-forced"))
    }
  }

  @Test func inANarrowPlaceTheWordsStandBelow() throws {
    let marks = Column(stacking: galley(Self.box, columns: 20).items, leading: .points(12)).marks
    let bottom = marks.squares.map(\.maxY).max()!
    for case .run(_, let at, _) in marks { #expect(at.y > bottom) }
  }

  @Test func withoutACodeItIsABox() {
    let galley = GalleyBuilder(setting: Self.box)
    #expect(galley.strips.flatMap(\.marks).squares.isEmpty)
    #expect(galley.strips.contains { !$0.decorations.isEmpty })
  }
}

extension [Mark] {
  fileprivate var squares: [Rectangle] {
    compactMap { if case .fill(let box, _) = $0, box.size.width < .points(5) { box } else { nil } }
  }
}
