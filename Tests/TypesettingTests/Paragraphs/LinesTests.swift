import Geometry
import Markdown
import Testing
import Typesetting

/// What stands on a line, beyond which words: hyphens, ligatures, spaces, the text that is copied.
@Suite("Lines of paragraphs") struct LinesTests {
  private static let sentence = String(
    repeating: """
      Constitutionally unthinkable incomprehensibilities characterise internationalisation, while \
      extraordinarily splendid matters everywhere remain.
      """ + " ", count: 2)

  @Test func hyphensAreRunsOfTheirOwnThatReadAsSoftHyphens() {
    let page = Proof("# T\n\n\(Self.sentence)").body[0]
    let hyphens = page.runs.filter { $0.text == "\u{AD}" }
    #expect(hyphens.count >= 2)
    for hyphen in hyphens {
      #expect(hyphen.glyphs.map(\.id) == [0x2010])
      #expect(hyphen.clusters.map(\.byteCount) == [2])
    }
    // What is copied is the whole word.
    let text = page.runs.map(\.text).joined().split(separator: "\u{AD}").joined()
    #expect(
      text.contains("unthinkable incomprehensibilities characterise internationalisation, while"))
  }

  @Test func withoutTheTrueHyphenTheHyphenMinusStandsIn() {
    let page = Proof("# T\n\n\(Self.sentence)", shaper: GridShaper(missing: ["\u{2010}"])).body[0]
    let hyphens = page.runs.filter { $0.text == "\u{AD}" }
    #expect(!hyphens.isEmpty)
    #expect(hyphens.allSatisfy { $0.glyphs.map(\.id) == [0x2D] })
  }

  @Test func softHyphensOfTheAuthorAreTheOnlyPlaces() {
    let word = "incompre\u{AD}hensibilities"
    let proof = Proof("# T\n\n" + String(repeating: "\(word) ", count: 12))
    for line in proof.body[0].lines where line.text.hasSuffix("\u{AD}") {
      #expect(line.text.hasSuffix("incompre\u{AD}\u{AD}"), "\(line.text)")
    }
    #expect(proof.body[0].lines.contains { $0.text.hasSuffix("\u{AD}\u{AD}") })
  }

  /// The "fi" that a line's end parts is set as two letters, the others stay one.
  @Test func lettersAtALinesEndAreShapedAnew() {
    let words = String(repeating: "aaaf\u{AD}iaaaaa ", count: 40)
    let proof = Proof("# T\n\n\(words)", shaper: GridShaper(hasLigatures: true))
    var parted = 0
    for line in proof.body[0].lines where line.text.hasSuffix("aaaf\u{AD}\u{AD}") { parted += 1 }
    #expect(parted > 0)
    expectAllLetters(proof)
  }

  @Test(arguments: [1, 2])
  func linesButTheLastFillTheirMeasure(_ count: Int) {
    let proof = Proof("# T\n\n\(String(repeating: Self.sentence, count: count))")
    let page = proof.body[0]
    let right = page.left(proof.design) + proof.design.format.measure
    let lines = page.lines.filter { $0.size == .points(10) }
    for line in lines.dropLast() {
      #expect(
        abs((line.right - right).points) < 0.1)
    }
    #expect(lines.last.map { $0.right <= right } ?? false)
  }

  @Test func theSpaceAtALinesEndIsKeptForThoseWhoCopy() {
    let page = Proof("# T\n\n\(Self.sentence)").body[0]
    let lines = page.lines.filter { $0.size == .points(10) }
    for line in lines.dropLast() {
      #expect(line.text.hasSuffix(" ") || line.text.hasSuffix("\u{AD}"), "\(line.text)")
    }
  }

  @Test func addressesAreDividedAtTheirSignsWithoutHyphens() {
    let address = "https://www.example.org/a-long-path/to/some/page.html?query=value&other=thing"
    let proof = Proof(
      "# T\n\nSee <\(address)> and <\(address)> again, then <\(address)>.")
    #expect(!proof.body[0].runs.contains { $0.text == "\u{AD}" })
    for line in proof.body[0].lines where line.text.contains("=") {
      #expect(!line.text.hasSuffix("="))
    }
    expectAllLetters(proof)
    #expect(proof.diagnostics.isEmpty)
  }

  /// A hyphen in them would be read as theirs: values and prose hold addresses that are no links.
  @Test(arguments: ["collective@internationalisation.example.org", "usine-incomprehensible.fr"])
  func addressesInProseAreNotHyphenated(address: String) {
    for count in 1...12 {
      let words = String(repeating: "word ", count: count)
      let proof = Proof("# T\n\n\(words)\(address), incomprehensibilities.")
      for line in proof.body[0].lines where line.text.hasSuffix("\u{AD}") {
        let isHyphenated = address.hasPrefix(line.text.dropLast().split(separator: " ").last ?? "")
        #expect(!isHyphenated, "\(line.text)")
      }
      expectAllLetters(proof)
    }
  }

  @Test func aHardBreakEndsItsLine() {
    let proof = Proof("# T\n\nOne\\\ntwo\\\nthree")
    let lines = proof.body[0].lines.filter { $0.size == .points(10) }.map(\.text.lettersAlone)
    #expect(lines == ["One", "two", "three"])
  }

  @Test func theSameParagraphIsShapedOnce() {
    let log = ShapingLog()
    _ = Proof("# T\n\n\(Self.sentence)", shaper: GridShaper(log: log))
    let once = log.count
    log.count = 0
    // References take another round; what names no page is remembered.
    _ = Proof("# T\n\n\(Self.sentence)\n\n[](#chapter-1)", shaper: GridShaper(log: log))
    #expect(log.count <= once + 6)
  }
}

/// Letters on one baseline.
struct PageLine {
  var text = ""
  var right = Length.zero
  var size = Length.zero
}

extension Page {
  var runs: [GlyphRun] {
    marks.compactMap { if case .run(let run, _, _) = $0 { run } else { nil } }
  }

  /// Lines of the text, notes and calls aside, from top to bottom.
  var lines: [PageLine] {
    var lines: [Length: PageLine] = [:]
    for piece in pieces where !piece.isArtifact && !piece.isNote && !piece.isCall {
      lines[piece.y, default: PageLine()].text += piece.text
      lines[piece.y]?.right = piece.x + piece.width
      lines[piece.y]?.size = piece.size
    }
    return lines.sorted { $0.key < $1.key }.map(\.value)
  }
}
