import Geometry
import Markdown
import Testing

@testable import Typesetting

/// What the choice among pages is for: spreads that are level, and as many pages as were asked for.
@Suite("Level spreads and fitted copy") struct LevelSpreadTests {
  /// Chapters of plain paragraphs under headings, with a note here and there.
  private static func prose(seed: UInt64, chapters: Int = 3, paragraphs: Int = 24) -> [String] {
    var random = SeededGenerator(state: seed)
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    return (1...chapters).map { chapter in
      var parts = ["# Chapter \(chapter)"]
      for index in 0..<paragraphs {
        if index % 6 == 3 { parts.append("## Section \(chapter).\(index)") }
        let words = (0..<number(25...90)).map { _ in
          String(repeating: ["la", "ro", "me"][number(0...2)], count: number(1...4))
        }
        let call = index % 9 == 4 ? "[^n\(index)]" : ""
        parts.append(words.joined(separator: " ") + "." + call)
        if !call.isEmpty { parts.append("[^n\(index)]: A note of some words, a line or two long.") }
      }
      return parts.joined(separator: "\n\n")
    }
  }

  private static func design(_ aim: CopyFit.Aim = .natural, leading: Double = 0) -> Design {
    var design = Design.grid(columns: 56, lines: 30)
    design.fit = CopyFit(aim, size: 0, leading: leading, margins: .zero)
    return design
  }

  /// The depth of each page, from the lowest baseline of its text and notes.
  private static func depth(of page: Page) -> Length {
    page.pieces.filter { !$0.isArtifact && !$0.isCall }.map(\.y).max() ?? .zero
  }

  /// Letters as wide as one another leave few ways to set a paragraph: one spread in twenty may be
  /// beyond them.
  @Test func facingPagesAreLevel() {
    var spreads = 0
    var unlevel: [String] = []
    for seed in 1...10 {
      let proof = Proof(chapters: Self.prose(seed: UInt64(seed)), design: Self.design())
      for (verso, recto) in Self.spreads(of: proof) {
        spreads += 1
        let difference = Self.depth(of: verso) - Self.depth(of: recto)
        if abs(difference.points) >= 4 { unlevel.append("\(seed): \(verso.folio)") }
      }
    }
    #expect(spreads >= 40)
    #expect(unlevel.count * 20 <= spreads, "\(unlevel)")
  }

  /// Facing pages of one chapter of which neither is its last.
  private static func spreads(of proof: Proof) -> [(verso: Page, recto: Page)] {
    zip(proof.pages, proof.pages.dropFirst()).enumerated().compactMap { index, pair in
      let (verso, recto) = pair
      let opens = { (page: Page) in page.anchors.contains { $0.hasPrefix("chapter-") } }
      let after = proof.pages[Swift.min(index + 2, proof.pages.count - 1)]
      guard verso.side == .verso, verso.kind == .body, recto.kind == .body, after.kind == .body,
        !opens(recto), !opens(after)
      else { return nil }
      return (verso, recto)
    }
  }

  @Test(arguments: 1...4)
  func copyIsFittedToSheets(_ seed: Int) {
    let chapters = Self.prose(seed: UInt64(seed))
    let natural = Proof(chapters: chapters, design: Self.design())
    let fitted = Proof(chapters: chapters, design: Self.design(.sheets, leading: 0.04))
    #expect(fitted.pages.count % 4 == 0)
    #expect(fitted.book.fitting.isMet)
    #expect(fitted.book.fitting.pageCount == fitted.pages.count)
    #expect(fitted.book.fitting.naturalCount == natural.pages.count)
    #expect(fitted.body.text.lettersAlone == natural.body.text.lettersAlone)
    if natural.pages.count % 4 == 0 { #expect(fitted.pages == natural.pages) }
  }

  /// One page more or less than is natural, by paragraphs alone or with the leading's help.
  @Test(arguments: [-1, 0, 1])
  func copyIsFittedToANumberOfPages(_ difference: Int) {
    let chapters = Self.prose(seed: 5)
    let natural = Proof(chapters: chapters, design: Self.design())
    let wanted = natural.pages.count + difference
    let fitted = Proof(chapters: chapters, design: Self.design(.pages(wanted), leading: 0.05))
    #expect(fitted.pages.count == wanted)
    #expect(fitted.book.fitting.isMet)
    #expect(fitted.body.text.lettersAlone == natural.body.text.lettersAlone)
    if difference == 0 { #expect(fitted.pages == natural.pages) }
  }

  /// What cannot be met is said in lines, and the book is as good as it would have been.
  @Test(arguments: [9, 60])
  func whatIsMissingIsSaidInLines(_ wanted: Int) {
    let chapters = Self.prose(seed: 6)
    let natural = Proof(chapters: chapters, design: Self.design())
    let missed = Proof(chapters: chapters, design: Self.design(.pages(wanted), leading: 0.02))
    #expect(!missed.book.fitting.isMet)
    #expect((missed.book.fitting.missingLines > 0) == (wanted < natural.pages.count))
    #expect(missed.pages == natural.pages)
  }

  /// The pages that were promised for a line less can be had by cutting those lines.
  @Test func cuttingTheMissingLinesIsEnough() {
    var chapters = Self.prose(seed: 7, chapters: 2)
    let natural = Proof(chapters: chapters, design: Self.design())
    var wanted = natural.pages.count
    var missing = 0
    while missing == 0, wanted > 4 {
      wanted -= 1
      missing =
        Proof(chapters: chapters, design: Self.design(.pages(wanted))).book.fitting
        .missingLines
    }
    #expect(missing > 0)
    // Four lines a paragraph on the average, and what is missing is only about right.
    for _ in 0..<(missing / 2 + 2) {
      for chapter in chapters.indices {
        chapters[chapter] = chapters[chapter].split(separator: " ").dropLast(9).joined(
          separator: " ")
      }
    }
    let cut = Proof(chapters: chapters, design: Self.design(.pages(wanted)))
    #expect(cut.book.fitting.isMet || cut.pages.count < wanted)
  }
}
