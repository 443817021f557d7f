import Diagnostics
import Geometry
import Markdown
import Testing
import Typesetting

/// What authors should not do but will: each is said with its place, nothing is lost, nothing hangs.
@Suite("Bad input") struct BadInputTests {
  @Test func aWordWiderThanTheLine() {
    let word = String(repeating: "abcdefghij", count: 12)
    let proof = Proof("# T\n\nBefore \(word) after.", shaper: GridShaper())
    #expect(proof.reports.filter { $0.hasPrefix("01.md:3:8: warning:") }.count == 1)
    #expect(proof.codes == ["word-too-wide"])
    expectAllLetters(proof)
  }

  @Test func aWordOfAHundredThousandLetters() {
    let proof = Proof("# T\n\n\(String(repeating: "abcdefghij", count: 10_000))")
    #expect(proof.codes == ["word-too-wide"])
    #expect(proof.diagnostics[0].message.english.count < 200, "the message shows the word's start")
    expectAllLetters(proof)
  }

  @Test func aTableWiderThanThePage() {
    let cells = (1...12).map { "column\($0)" }.joined(separator: " | ")
    let rule = String(repeating: "--|", count: 12)
    let proof = Proof("# T\n\n| \(cells) |\n|\(rule)\n| \(cells) |")
    #expect(proof.codes.contains("table-too-wide"))
    #expect(proof.reports.contains { $0.hasPrefix("01.md:3:1: warning: this table is wider") })
    expectAllLetters(proof, inOrder: false)
    expectInsideTheTextBlock(proof)
  }

  @Test func aPictureTallerThanThePage() {
    let tall = Size(width: .points(50), height: .points(5_000))
    let proof = Proof("# T\n\nText.\n\n![Alt](tall.svg \"Caption\")", pictures: ["tall.svg": tall])
    #expect(proof.reports.contains { $0.hasPrefix("01.md:5:1: warning: this picture is taller") })
    expectAllLetters(proof)
    for page in proof.body {
      for case .picture(_, let box) in page.marks {
        #expect(box.minY >= proof.design.format.head)
        #expect(box.maxY <= page.size.height - proof.design.format.foot)
      }
    }
  }

  /// What no page's end may part from its heading must fit the page with it.
  @Test(arguments: [
    "# T\n\n", "# T\n\nText.\n\n## Section\n\n", "# T\n\nText.\n\n## A\n\n### B\n\n",
  ])
  func aPictureTallerThanThePageBelowAHeading(opening: String) {
    let tall = Size(width: .points(50), height: .points(5_000))
    let proof = Proof(opening + "![Alt](tall.svg \"Caption\")", pictures: ["tall.svg": tall])
    #expect(proof.codes == ["picture-too-tall"])
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
    let pages = proof.body.filter { page in
      page.marks.contains { if case .picture = $0 { true } else { false } }
    }
    #expect(pages.count == 1)
    #expect(pages[0].pieces.contains { $0.isHeading })
  }

  @Test func aPictureInALineTooNarrowForIt() {
    let wide = Size(width: .points(5_000), height: .points(50))
    let proof = Proof("# T\n\nText ![Alt](wide.svg) in it.", pictures: ["wide.svg": wide])
    #expect(proof.codes == ["image-in-sentence"])
    #expect(proof.reports[0].hasPrefix("01.md:3:6:"))
  }

  /// Built by hand: the parser stops nesting earlier.
  @Test func aListOfTwoHundredLevels() {
    let place = SourceLocation(line: 3, column: 1)..<SourceLocation(line: 3, column: 2)
    func paragraph(_ words: String) -> Block {
      .paragraph(
        Paragraph(
          content: [.text(Text(value: words, range: place, isVerbatim: true))], range: place))
    }
    var block = paragraph("Deepest.")
    for level in (1...200).reversed() {
      let item = ListItem(blocks: [paragraph("Level \(level) of many."), block], range: place)
      block = .list(List(marker: .bullet, isTight: true, items: [item], range: place))
    }
    let proof = Proof(Manuscript(chapters: [Chapter(file: "01.md", blocks: [block])]))
    #expect(proof.codes == ["list-too-deep"])
    #expect(proof.reports[0].hasPrefix("01.md:3:1:"))
    #expect(proof.diagnostics.count == 1)
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test func quotesAndCalloutsOfManyLevels() {
    let proof = Proof(
      "# T\n\n" + String(repeating: "> ", count: 60) + "Deepest of all these words.")
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test(arguments: [
    "", "# T", "# T\n\n-\n-\n", "# T\n\n- [ ]\n- [x]\n", "# T\n\n1.\n", "# T\n\n>",
    "# T\n\n```\n```",
    "# T\n\n::: note\n:::", "# T\n\n::: letter\n:::", "# T\n\n| |\n|--|", "# T\n\n| |\n|--|\n| |",
    "# T\n\n##\n", "# T\n\n&nbsp;", "#", "text without a title", "# T\n\n\u{AD}\u{AD}",
    "# T\n\n\u{200B}\u{200B}\u{200B}", "# T\n\na\u{2028}\u{2028}b", "# T\n\n\u{301}a",
    "# T\n\n[^1]\n\n[^1]:", "# T\n\n[](https://a.b)", "# T\n\n[](#T)", "# T\n\n![](no.svg)",
    "# T\n\n- - - - a", "## Only a section", "# T\n\n# Another",
    "# T\n\n[](#i)\n\n![a](no.svg){#i}",
    "# T\n\na\u{A0}b\u{A0}cccccccccccc\u{A0}dddddddddddd\u{A0}eeeeeeeeeeeeeee\u{A0}ffffffff g",
    "# T\n\n\\\n\\\n", "# T\n\n[]{lang=fr}", "# T\n\n**\u{A0}**",
  ])
  func littleOrNothing(_ source: String) {
    let proof = Proof(source, language: .french)
    expectAllLetters(proof)
    #expect(proof.pages.count >= 5)
    let anchors = Set(proof.pages.flatMap(\.anchors))
    for piece in proof.pages.flatMap(\.pieces) {
      #expect(piece.destination.map(anchors.contains) ?? true, "\(piece)")
    }
    for entry in proof.book.outline.flatMap({ [$0] + $0.children }) {
      #expect(anchors.contains(entry.destination), "\(entry)")
    }
  }

  @Test func textOnlyOfSpaces() {
    let proof = Proof("# T\n\n&nbsp;&nbsp; &nbsp;\n\n&#x2028;\n\nAfter.", language: .french)
    expectAllLetters(proof)
  }

  @Test func aNoteWithAListAndCodeInIt() {
    let proof = Proof(
      "# T\n\nWord[^n].\n\n[^n]: First.\n\n    - one\n    - two\n\n    ```\n    code here\n    ```\n\n    Last."
    )
    expectAllLetters(proof)
    #expect(proof.diagnostics.isEmpty)
  }

  @Test func aNoteLongerThanTwoPages() {
    let long = (1...400).map { "word\($0)" }.joined(separator: " ")
    let proof = Proof("# T\n\nWord[^n] before.\n\nAnother paragraph.\n\n[^n]: \(long)")
    #expect(proof.codes == ["note-too-long"])
    #expect(proof.reports[0].hasPrefix("01.md:7:"))
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test func aNoteLongerThanTwoPagesCalledByTheLastWord() {
    let long = (1...400).map { "word\($0)" }.joined(separator: " ")
    let proof = Proof("# T\n\nSome words before it[^n]\n\n[^n]: \(long)")
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test func aThousandNotesOnOneLine() {
    let calls = (1...1_000).map { "[^\($0)]" }.joined()
    let notes = (1...1_000).map { "[^\($0)]: n\($0)" }.joined(separator: "\n\n")
    let proof = Proof("# T\n\nWord\(calls)\n\n\(notes)")
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test func sixtyHeadingsInARow() {
    let headings = (1...60).map { "## Heading \($0)" }.joined(separator: "\n\n")
    let proof = Proof("# T\n\n\(headings)\n\nText.")
    #expect(proof.codes == ["page-break-forced"])
    #expect(proof.diagnostics.allSatisfy { $0.range != nil })
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  /// A glossary: every heading has one line below it.
  @Test func sixtySectionsOfOneLine() {
    let sections = (1...60).map { "## Heading \($0)\n\nIts only line." }
    let proof = Proof("# T\n\n\(sections.joined(separator: "\n\n"))")
    #expect(proof.diagnostics.isEmpty)
    for page in proof.body {
      #expect(page.pieces.last { !$0.isArtifact }?.isHeading == false)
    }
  }

  /// A form to fill in by hand.
  @Test func sixtyItemsWithoutWords() {
    let proof = Proof("# T\n\n" + String(repeating: "-\n", count: 60))
    #expect(proof.diagnostics.isEmpty)
    #expect(proof.body.flatMap(\.pieces).filter { $0.text == "•" }.count == 60)
  }

  @Test func sixtyBoxesOfOneLine() {
    let boxes = (1...60).map { _ in "::: note\nIts only line.\n:::" }
    #expect(Proof("# T\n\n\(boxes.joined(separator: "\n\n"))").diagnostics.isEmpty)
  }

  @Test func aTitleTallerThanThePage() {
    let title = (1...120).map { "word\($0)" }.joined(separator: " ")
    let proof = Proof("# \(title)\n\nText.\n\n## \(title)\n\nText.")
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test func aTableRowTallerThanThePage() {
    let long = (1...150).map { "word\($0)" }.joined(separator: " ")
    let proof = Proof("# T\n\n| A | B |\n|--|--|\n| \(long) | short |\n| after | it |")
    expectAllLetters(proof, inOrder: false)
    expectInsideTheTextBlock(proof)
  }

  @Test func codeWithLongLines() {
    let proof = Proof(
      "# T\n\n```\n\(String(repeating: "x", count: 200))\n\(String(repeating: "ab cd ", count: 40))\n```"
    )
    expectAllLetters(proof)
    expectInsideTheTextBlock(proof)
  }

  @Test(arguments: [1, 2, 5])
  func aMeasureOfAlmostNothing(_ columns: Int) {
    let chapters = RandomBook.chapters(seed: 9, count: 1, blocks: 2)
    let proof = Proof(chapters: chapters, design: .grid(columns: columns, lines: 20))
    expectAllLetters(proof, inOrder: false)
  }

  @Test(arguments: [1, 2, 3])
  func aPageOfAlmostNoLines(_ lines: Int) {
    let chapters = RandomBook.chapters(seed: 9, count: 1, blocks: 3)
    let proof = Proof(chapters: chapters, design: .grid(columns: 40, lines: lines))
    expectAllLetters(proof)
  }

  @Test func marksAndScriptsOfAllKinds() {
    let zalgo = "a" + String(repeating: "\u{301}", count: 300)
    let proof = Proof(
      """
      # T

      مرحبا بالعالم (1984) test שלום mixed \(zalgo) e\u{301}te\u{301} co\u{AD}op\u{AD}er\u{AD}ate \
      👩‍👩‍👧 漢字仮名交じり文 word\u{2060}joiner a\u{2028}b \u{202E}turned\u{202C} \u{0}nul \
      \(String(repeating: "שלום ", count: 60)).
      """)
    expectAllLetters(proof)
  }

  @Test func aParagraphOfManyPagesTakesLinearTime() {
    func time(_ words: Int) -> Duration {
      let source = "# T\n\n" + String(repeating: "another word in here, ", count: words / 4)
      return threadTime { _ = Proof(source) }
    }
    _ = time(400)
    let quarter = time(6_800)
    let whole = time(27_200)
    // Linear; a quadratic one would take 16 times as long.
    #expect(whole < quarter * 8)
    #expect(whole < .seconds(10))
  }

  /// A stray word may be written otherwise; a whole script wants a font.
  @Test func aScriptWithoutAFontIsSaidOnce() throws {
    let letters = Set("שלוםעכקיבת".unicodeScalars)
    let proof = Proof(
      "# ש\n\nשלום עכבי.\n\n- קבת\n\nΩ ☃", shaper: GridShaper(missing: letters.union(["Ω", "☃"])))
    #expect(
      proof.diagnostics.map(\.code) == ["script-missing", "character-missing", "character-missing"])
    #expect(proof.reports[0].hasPrefix("01.md:1:3: error: no font of the book has Hebrew letters"))
  }

  @Test func missingCharactersAreSaidWithTheirPlace() {
    let proof = Proof(
      "# T\n\nOne ☃ and *two ☃*.", shaper: GridShaper(missing: ["☃"]))
    #expect(proof.diagnostics.map(\.code) == ["character-missing", "character-missing"])
    #expect(proof.reports[0].hasPrefix("01.md:3:5: error:"))
    #expect(proof.reports[1].hasPrefix("01.md:3:16: error:"))
  }

  @Test func everyMessageSaysWhatToDo() {
    let proof = Proof("# T\n\n\(String(repeating: "x", count: 300))")
    for diagnostic in proof.diagnostics {
      #expect(diagnostic.range != nil)
      #expect(!diagnostic.hints.isEmpty)
      #expect(diagnostic.message.english != diagnostic.message.french)
    }
  }
}

/// Nothing an author wrote is ever lost.
///
/// - Parameter inOrder: false where cells beside one another are read line by line.
func expectAllLetters(
  _ proof: Proof, inOrder: Bool = true,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  for chapter in proof.copy.manuscript.chapters.indices {
    let pieces = proof.pages(ofChapter: chapter + 1).flatMap(\.pieces).filter { !$0.isArtifact }
    let expected = ExpectedLetters(of: proof, chapter: chapter)
    var body = pieces.filter { !$0.isNote && !$0.isCall && !$0.isLabel && !$0.isCaption }
      .map(\.text).joined().lettersAlone
    var wanted = expected.text.lettersAlone
    if !inOrder {
      body = String(String.UnicodeScalarView(body.unicodeScalars.sorted()))
      wanted = String(String.UnicodeScalarView(wanted.unicodeScalars.sorted()))
    }
    expectSame(body, wanted, sourceLocation: sourceLocation)
    let notes = pieces.filter { $0.isNote && !$0.isLabel }.map(\.text).joined()
    if inOrder {
      expectSame(notes.lettersAlone, expected.notes.lettersAlone, sourceLocation: sourceLocation)
    }
  }
}

func expectInsideTheTextBlock(
  _ proof: Proof, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let format = proof.design.format
  // A spread may be a line longer than others.
  let leading = proof.design.stylesheet.leading
  for page in proof.body {
    let left = page.left(proof.design)
    for piece in page.pieces where !piece.isArtifact {
      let isInside =
        piece.x >= left && piece.x + piece.width <= left + format.measure + .points(0.2)
        && piece.y > format.head && piece.y <= page.size.height - format.foot + leading
      if !isInside {
        let at = (piece.x.points, piece.y.points)
        Issue.record(
          "outside on page \(page.folio): \(piece.text) at \(at)", sourceLocation: sourceLocation)
        return
      }
    }
  }
}
