import Diagnostics
import Geometry
import Markdown
import Testing

@testable import Typesetting

@Suite("Index and glossary") struct IndexTests {
  private static let filler = String(repeating: "Words that fill the page. ", count: 36)
  private static let wide = Design.grid(columns: 60, lines: 20)

  @Test func anIndexInTwoColumns() {
    let proof = Proof(
      """
      # First

      A [Dome]{.index}, a [camera]{.index #here} with a [lens]{.index key="camera!lens"} and \
      a [long one]{.index key="camera!long, with a name that needs more than a line"}.

      \(Self.filler)

      A [dome]{.index} and [CCTV]{.index see="camera"}.[^a]

      \(Self.filler)

      ## Of [œufs]{.index} and [others]{.index}

      A [dome]{.index}, [Été]{.index}, [zoom]{.index}, [eau]{.index}, [étage]{.index}.

      \(Self.filler)

      A [dome]{.index} again, and [cameras]{.index key=camera see=dome}.

      [^a]: With a [note]{.index}.
      """,
      "# Index\n\n::: index\nNumbers are pages.\n:::", language: .french, design: Self.wide)
    #expect(proof.reports == [])
    let index = proof.pages(ofChapter: 2)
    expectGolden(Drawing.pages(Array(index), proof.design), "index")
  }

  @Test func everyNumberLeadsToItsPage() {
    let words = (1...300).map { "[word\($0 % 70)]{.index}" }.joined(separator: " and then ")
    let proof = Proof("# Words\n\n\(words)", "# Index\n\n::: index\n:::", design: Self.wide)
    #expect(proof.reports == [])
    var links = 0
    var terms: [String] = []
    for piece in proof.pages(ofChapter: 2).flatMap(\.pieces) where !piece.isArtifact {
      if let destination = piece.destination {
        links += 1
        #expect(proof.pages.folio(of: destination) == piece.text)
      } else if piece.text.hasPrefix("word") {
        terms.append(String(piece.text.prefix { $0.isLetter || $0.isNumber }))
      }
    }
    #expect(links > 100)
    // Read aloud in the order of the words, whatever column or page they stand in.
    #expect(terms == (0...69).map { "word\($0)" })
  }

  /// A long index fills both columns of each page, and the last page's to one depth.
  @Test func columnsAreFilledAndBalanced() {
    let words = (1...170).map { "[w\(1000 + $0)]{.index}" }.joined(separator: " ")
    let proof = Proof("# Words\n\n\(words)", "# Index\n\n::: index\n:::", design: Self.wide)
    var pages = proof.pages(ofChapter: 2).map { page in
      let left = page.left(proof.design) + proof.design.format.measure / 2
      let lines = page.pieces.filter { $0.text.hasPrefix("w1") }
      return [lines.filter { $0.x < left }.count, lines.filter { $0.x >= left }.count]
    }
    #expect(pages.joined().reduce(0, +) == 170)
    // The opening takes seven lines of the first page.
    #expect(pages.removeFirst() == [13, 13])
    while pages.count > 1 { #expect(pages.removeFirst() == [20, 20]) }
    #expect(pages[0][0] - pages[0][1] <= 1)
  }

  /// How deep the columns of each page are, of an index of so many words that begin with as many letters
  /// as there are groups.
  private func depths(words: Int, groups: Int) -> [[Int]] {
    let letters = Array("abcdefghij").prefix(groups)
    let text = (0..<words).map { "[\(letters[$0 * groups / words])\(1000 + $0)]{.index}" }
    let proof = Proof(
      "# Words\n\n\(text.joined(separator: " "))", "# Index\n\n::: index\n:::", design: Self.wide)
    return proof.pages(ofChapter: 2).map { page in
      let middle = page.left(proof.design) + proof.design.format.measure / 2
      let lines = page.pieces.filter { $0.text.contains("10") && !$0.isArtifact }
      return [lines.filter { $0.x < middle }.count, lines.filter { $0.x >= middle }.count]
    }
  }

  /// What a full page leaves over is not set alone on the next: the blank lines between letters give way,
  /// or the page before gives some lines.
  @Test func noLineIsLeftOver() {
    #expect(depths(words: 24, groups: 3).map { $0.reduce(0, +) } == [24])
    #expect(depths(words: 26, groups: 3) == [[13, 13]])
    #expect(depths(words: 27, groups: 1) == [[10, 10], [4, 3]])
    #expect(depths(words: 30, groups: 1) == [[11, 11], [4, 4]])
    #expect(depths(words: 67, groups: 1) == [[13, 13], [17, 17], [4, 3]])
    #expect(depths(words: 34, groups: 1) == [[13, 13], [4, 4]])
  }

  /// Entries deeper than the page they stand on, and a page of almost no letters.
  @Test(arguments: [(8, 4), (20, 8), (60, 4)])
  func smallPagesHoldItToo(columns: Int, lines: Int) {
    let words = (1...60).map { "[a long entry \($0 % 7)]{.index}" }.joined(separator: " ")
    let proof = Proof(
      "# T\n\n\(words)\n\n::: index\n:::", design: .grid(columns: columns, lines: lines))
    let anchors = proof.pages.flatMap(\.anchors)
    #expect(Set(anchors).count == anchors.count)
    let links = proof.body.flatMap(\.pieces).compactMap(\.destination)
    #expect(links.filter { $0.contains("index") }.count >= 7)
  }

  @Test func belowAHeadingItKeepsToThePage() {
    let words = (1...90).map { "[w\(1000 + $0)]{.index}" }.joined(separator: " ")
    for lines in 1...20 {
      let filler = String(repeating: "x\\\n", count: lines) + "x"
      let proof = Proof(
        "# T\n\n\(words)\n\n\(filler)\n\n## Index\n\n::: index\n:::", design: Self.wide)
      let foot = proof.design.format.trim.height - proof.design.format.foot
      for page in proof.body {
        let pieces = page.pieces.filter { !$0.isArtifact }
        guard let index = pieces.firstIndex(where: { $0.text == "Index" }) else { continue }
        #expect(pieces.count > index + 10)
        if index == 0 { #expect(pieces.allSatisfy { $0.y <= foot }) }
      }
    }
  }

  @Test(arguments: [
    ("# T\n\n::: index\n:::", "01.md:3:1: warning: no word of the book is marked"),
    ("# T\n\nA [word]{.index}.", "01.md:3:3: warning: words are marked for an index, and no"),
    (
      "# T\n\nA [word]{.index} and []{.index key=a}.\n\n::: index\n:::",
      "01.md:3:22: warning: this mark for the index has no words"
    ),
    (
      "# T\n\nA [word]{.index} and [more]{.index see=Words}.\n\n::: index\n:::",
      "01.md:3:22: warning: the index has no entry “Words”"
    ),
    ("# T\n\nA [word]{.index key=\"!!\"}.\n\n::: index\n:::", nil),
  ])
  func whatAnIndexLacksIsSaid(markdown: String, report: String?) {
    let reports = Proof(markdown).reports
    #expect(reports.count == (report == nil ? 0 : 1), "\(reports)")
    if let report { #expect(reports.first?.hasPrefix(report) == true, "\(reports)") }
  }

  @Test func aGlossaryIsSortedAndOtherDefinitionsAreNot() {
    let list = "dome\n: a round camera\n\nÉtage\n: a floor\n\nbullet\n: a long one"
    let proof = Proof(
      "# T\n\n::: glossary The words {#words}\n\(list)\n:::\n\n\(list)\n\nSee [](#words).",
      language: .french)
    expectGolden(Drawing.pages(proof.body, proof.design), "glossary")
  }
}
