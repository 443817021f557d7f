import Geometry
import Testing

@testable import Typesetting

@Suite("Headings") struct HeadingTests {
  private func proof(_ markdown: String, descender: Double = 0.2) -> Proof {
    Proof(
      markdown, design: .grid(columns: 60, lines: 40), shaper: GridShaper(descender: descender),
      dates: ["24 November 2026"])
  }

  /// How many lines of the grid are between two texts' baselines.
  private func lines(_ from: String, _ to: String, in proof: Proof) throws -> Double {
    let pieces = proof.body[0].pieces
    let first = try #require(pieces.first { $0.text.hasPrefix(from) })
    let second = try #require(pieces.first { $0.text.hasPrefix(to) })
    return (second.y - first.y).points / proof.design.stylesheet.leading.points
  }

  /// A heading belongs to the table, the box, the quotation or the code below it: more air stands above it
  /// than below.
  @Test(arguments: [
    "| Below | b |\n|---|---|\n| c | d |", "::: note Below\nWords.\n:::", "> Below it.",
    "```\nBelow\n```",
  ])
  func standNearToWhatTheyHead(block: String) throws {
    let proof = proof("# T\n\nAbove.\n\n### Head\n\n\(block)")
    #expect(try lines("Above", "Head", in: proof) == 2.5)
    let below = block.hasPrefix("::: note") ? "Note" : "Below"
    #expect(try lines("Head", below, in: proof) == 1.5)
  }

  @Test func standAboveTheirText() throws {
    let proof = proof("# T\n\nAbove.\n\n### Head\n\nBelow.")
    #expect(try lines("Above", "Head", in: proof) == 2)
    #expect(try lines("Head", "Below", in: proof) == 1)
  }

  /// Arabic letters have long tails: no face's may touch what is below, and no line is lost for it.
  @Test func tailsTouchNothing() throws {
    let source = "# Title\n\nAbove.\n\n## Second\n\nText.\n\n### Third\n\nMore."
    let latin = proof(source)
    let arabic = proof(source, descender: 1)
    // 0.35 of the size more than Latin faces ask: title, second, third.
    #expect(try lines("Title", "Facts", in: latin) == 1)
    #expect(try lines("Title", "Facts", in: arabic) == 2)
    let leading = latin.design.stylesheet.leading.points
    #expect(abs(try lines("Second", "Text", in: arabic) - 1 - 12.5 * 0.35 / leading) < 0.01)
    #expect(abs(try lines("Third", "More", in: arabic) - 1 - 10.8 * 0.35 / leading) < 0.01)
    func depth(_ proof: Proof) -> Length? {
      proof.body[0].pieces.first { $0.text.hasPrefix("More") }?.y
    }
    #expect(depth(latin) == depth(arabic))
  }
}
