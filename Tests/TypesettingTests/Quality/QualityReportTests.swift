import Geometry
import Testing

@testable import Typesetting

/// A report that cannot fail says nothing: every defect is found in pages that have it.
@Suite("Quality report") struct QualityReportTests {
  private func findings(_ make: (inout MadePages) -> Void) -> [String] {
    var pages = MadePages()
    make(&pages)
    return pages.findings
  }

  @Test func pagesWithoutDefectsHaveNoFindings() {
    let paragraph = (0..<5).map { LineQuality.line($0, of: 5) }
    let found = findings { pages in
      pages.add(Array(paragraph[..<2]))
      pages.add(Array(paragraph[2...]))
      pages.add([.whole], depth: 3)
      pages.add(section: 2)
    }
    #expect(found == [])
  }

  // MARK: Lines

  @Test func looseLinesAreFoundByTheirRatio() {
    let ratios = [-1, 1, 1.01, 1.5, 1.51, .infinity]
    let lines = ratios.enumerated().map { LineQuality.line($0, of: 7, ratio: $1) }
    #expect(
      findings { $0.add(lines + [.line(6, of: 7)]) } == [
        "loose 2 1.md:3 1.01", "loose 2 1.md:4 1.50", "very-loose 2 1.md:5 1.51",
        "very-loose 2 1.md:6 99.00",
      ])
  }

  @Test func sharesAreOfTheJustifiedLines() {
    var pages = MadePages()
    pages.add([
      .line(0, of: 3, ratio: 2), .line(1, of: 3), .line(2, of: 3), .line(0, of: 2, ragged: true),
    ])
    let report = pages.report
    #expect(report.lineCount == 4)
    #expect(report.justifiedCount == 2)
    #expect(report.share(of: .veryLoose) == 0.5)
    #expect(QualityReport(of: [], in: MadePages.design).share(of: .loose) == 0)
  }

  @Test func linesThatStickOutAreFound() {
    #expect(
      findings { $0.add([.line(0, of: 1, ragged: true, excess: .points(2.5))]) }
        == ["overfull 2 1.md:1 2.50"])
  }

  @Test func lastLinesShorterThanTheIndentAreRunts() {
    // The indent is 15 points.
    #expect(
      findings { pages in
        pages.add([.line(0, of: 2), .line(1, of: 2, width: .points(10))])
        pages.add([.line(0, of: 2), .line(1, of: 2, width: .points(15))])
        pages.add([.line(0, of: 1, width: .points(10))])
        pages.add([.line(0, of: 2, ragged: true), .line(1, of: 2, width: .points(9), ragged: true)])
      } == ["runt 2 1.md:2 5.00"])
  }

  @Test func laddersAreCountedOverPagesButNotOverParagraphs() {
    func lines(_ range: Range<Int>, of count: Int) -> [LineQuality] {
      range.map { .line($0, of: count, hyphen: $0 < count - 1) }
    }
    var pages = MadePages()
    pages.add(lines(0..<3, of: 3) + lines(0..<3, of: 3))
    pages.add(lines(0..<2, of: 5))
    pages.add(lines(2..<5, of: 5))
    // The first hyphen of a paragraph stands below none.
    #expect(pages.findings == ["ladder 3 1.md:1 4.00", "hyphen-over-leaf 3 1.md:2"])
    #expect(pages.report.longestLadder == 4)
    #expect(pages.report.hyphenCount == 8)
    #expect(pages.report.mostHyphens == 4)
    #expect(pages.report.pageOfMostHyphens == "2")
  }

  @Test func notesAreJudgedAsTheTextIs() {
    let lines: [LineQuality] = (0..<4).map { .line($0, of: 4, ratio: 2, hyphen: $0 < 3) }
    let found = findings { $0.add(notes: [PageText.Note(number: 1, lines: lines)]) }
    #expect(
      found.map { $0.split(separator: " ")[0] } == [
        "very-loose", "very-loose", "very-loose", "ladder",
      ])
  }

  // MARK: Tops and feet

  @Test func aLineAloneIsFoundOnEitherSide() {
    let (three, more) = ((0..<3).map { LineQuality.line($0, of: 3) }, LineQuality.line(0, of: 4))
    #expect(
      findings { pages in
        pages.add(Array(three[..<2]))
        pages.add([three[2], more])
        pages.add((1..<4).map { .line($0, of: 4) })
      } == ["widow 3 1.md:3", "orphan 3 1.md:1"])
  }

  @Test func aChaptersEndIsNoPagesEnd() {
    #expect(
      findings { pages in
        pages.add([.line(0, of: 2, hyphen: true)], section: 1, endsWithHeading: true)
        pages.add([.line(1, of: 2)], section: 2)
      } == [])
  }

  @Test func aHyphenAtTheFootOfALeftHandPageIsRead() {
    let lines: [LineQuality] = [.line(2, of: 6), .line(3, of: 6, hyphen: true)]
    let rest: [LineQuality] = [.line(4, of: 6), .line(5, of: 6)]
    #expect(
      findings {
        $0.add(lines)
        $0.add(rest)
      } == [])
    #expect(
      findings {
        $0.add()
        $0.add(lines)
        $0.add(rest)
      } == ["hyphen-over-leaf 3 1.md:4"])
  }

  @Test func aHeadingAtTheFootIsStranded() {
    #expect(
      findings {
        $0.add(endsWithHeading: true)
        $0.add()
      } == ["stranded-heading 2 1.md:1"])
  }

  // MARK: Depth

  @Test func facingPagesAreAsDeepAsEachOther() {
    #expect(
      findings {
        $0.add(depth: 19)
        $0.add(depth: 20)
        $0.add()
      } == ["unlevel-spread 2 1.md:1 1.00"])
    #expect(
      findings {
        $0.add(depth: 21)
        $0.add(depth: 20)
        $0.add()
      }
        == ["unlevel-spread 2 1.md:1 -1.00"])
    #expect(
      findings {
        $0.add(depth: 19)
        $0.add(depth: 19)
        $0.add()
      } == [])
    // Pages 3 and 4 do not face each other.
    #expect(
      findings {
        $0.add()
        $0.add()
        $0.add(depth: 19)
        $0.add(depth: 19)
        $0.add()
      } == [])
    // The chapter ends on the right-hand page, or on the left-hand one.
    #expect(
      findings {
        $0.add()
        $0.add(depth: 7)
      } == [])
    #expect(
      findings {
        $0.add(depth: 7)
        $0.add(section: 2)
        $0.add(section: 2)
      } == [])
  }

  @Test func aPageIsAtMostALineShortOrLong() {
    #expect(
      findings {
        $0.add(depth: 17)
        $0.add(depth: 17)
        $0.add()
      }
        == ["short-page 2 1.md:1 -3.00", "short-page 3 1.md:1 -3.00"])
  }

  @Test func notesMayNotHideAShortText() {
    let note = PageText.Note(number: 1, lines: [.whole])
    // Notes of 10 points stand below four fifths of a line.
    let found = findings { pages in
      pages.add(depth: 14, notes: [note])
      pages.add(notes: [])
      pages.add(depth: 17, notes: [PageText.Note(number: 2, lines: [.whole])])
      pages.add()
    }
    #expect(found == ["gap-above-notes 2 1.md:1 4.00"])
  }

  @Test func whatIsDrawnTellsTheDepth() {
    var pages = MadePages()
    pages.add(depth: 3)
    let (head, leading) = (MadePages.design.format.head, MadePages.design.stylesheet.leading)
    func depth(_ mark: Mark) -> Int {
      var page = pages.pages[0]
      page.marks.append(mark)
      return PageDepth(of: page, in: MadePages.design).lines
    }
    let width = Length.points(200)
    func box(_ bottom: Length) -> Rectangle {
      Rectangle(x: .points(20), y: head, width: width, height: bottom)
    }
    #expect(depth(.fill(box(leading * 9), ink: .black)) == 9)
    #expect(depth(.fill(box(leading * 9 + .points(0.45)), ink: .black)) == 9)
    #expect(depth(.fill(box(leading * 9 + .points(4)), ink: .black)) == 10)
    #expect(depth(.picture(PictureID(index: 0), in: box(leading * 7.5))) == 8)
    #expect(
      depth(.stroke(.rectangle(box(leading * 11.5)), width: .points(1), dash: [], ink: .black))
        == 12)
  }

  // MARK: Notes, blank pages, glyphs

  @Test func notesThatAreSplitOrAwayFromTheirCallsAreFound() {
    func note(_ number: Int, _ name: String?) -> PageText.Note {
      PageText.Note(number: number, name: name, lines: [.whole])
    }
    #expect(
      findings { pages in
        pages.add(depth: 18, notes: [note(1, "note-1-1")], anchors: ["call-note-1-1"])
        pages.add(depth: 18, notes: [note(1, nil)], anchors: ["call-note-1-2"])
        pages.add(depth: 18, notes: [note(2, "note-1-2")])
        pages.add(section: 2, depth: 18, notes: [note(1, "note-2-1")], anchors: ["call-note-2-1"])
      } == ["split-note 3 1.md:1", "stray-note 4 1.md:1"])
  }

  @Test func blankPagesAndMissingGlyphsAreFound() {
    var pages = MadePages()
    pages.add(letter: "?")
    pages.addBlank()
    #expect(pages.findings == ["missing-glyph 2 1.md", "blank-page 3 "])
    #expect(pages.report.findings[0].text == "?")
    #expect(pages.report.faces == [FaceID(index: 0)])
    #expect(pages.report.pageCount == 2)
  }
}

/// The same on books that the typesetter made.
@Suite("Quality of books") struct BookQualityTests {
  private func report(_ proof: Proof) -> QualityReport {
    QualityReport(of: proof.pages, in: proof.book.design)
  }

  @Test(arguments: PageLaws.proofs.indices)
  func everyLineOfTheTextIsJudgedOnce(_ index: Int) {
    for page in PageLaws.proofs[index].body {
      let pieces = page.pieces.filter { !$0.isArtifact && !$0.isNote }
      var rest = pieces.filter { !$0.isLabel }.map(\.text).joined().lettersAlone[...]
      // The terms of a definition list are labels, and lines too.
      let labels = pieces.filter(\.isLabel).map(\.text).joined().lettersAlone
      for letters in (page.text?.lines ?? []).map(\.text.lettersAlone) {
        if rest.hasPrefix(letters) {
          rest.removeFirst(letters.count)
        } else {
          #expect(labels.contains(letters), "page \(page.folio): \(letters)")
        }
      }
      #expect(rest.isEmpty, "page \(page.folio): \(rest.prefix(40))")
    }
  }

  @Test(arguments: PageLaws.proofs.indices)
  func whatTheTypesetterPromisesIsKept(_ index: Int) {
    let report = report(PageLaws.proofs[index])
    for kind in [
      QualityReport.Kind.overfull, .widow, .orphan, .strandedHeading, .strayNote, .missingGlyph,
    ] {
      #expect(report.findings.filter { $0.kind == kind } == [], "\(kind)")
    }
  }

  @Test func aBookWithEveryKindOfTroubleSaysSo() {
    let note = "[^1]: " + String(repeating: "longue note ", count: 90) + "\n"
    let words = String(repeating: "abcdefghijklmno ", count: 40)
    let proof = Proof(
      "# Un\n\n\(words)€ ici[^1].\n\n\(note)", "# Deux\n\n" + words, "# Trois\n",
      language: .french,
      design: .grid(columns: 20, lines: 12, chaptersOpenOnRecto: true),
      shaper: GridShaper(missing: ["€"]))
    let report = report(proof)
    for kind in [QualityReport.Kind.veryLoose, .splitNote, .blankPage, .missingGlyph] {
      #expect(report.count(of: kind) > 0, "\(kind)")
    }
    #expect(report.hyphenCount > 0)
    let missing = report.findings.first { $0.kind == .missingGlyph }
    #expect(missing?.text == "€" && missing?.file == "01.md")
  }

  @Test func findingsComeByPage() {
    for proof in PageLaws.proofs {
      let folios = report(proof).findings.compactMap { finding in
        proof.pages.firstIndex { $0.folio == finding.page }
      }
      #expect(folios == folios.sorted())
    }
  }
}
