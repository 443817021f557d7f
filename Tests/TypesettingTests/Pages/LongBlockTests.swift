import Diagnostics
import Geometry
import Markdown
import Testing
import Typesetting

/// Boxes and tables that are longer than what a page has left, or than a page.
@Suite("Long boxes and tables") struct LongBlockTests {
  private static let paragraph =
    "Some words of a paragraph that needs three lines of its column, and not a line less than all."

  /// Whatever a box holds and wherever its page ends, its bar or frame is beside all of it.
  @Test(arguments: ["note", "warning", "example", "steps", "letter"], [0, 5, 9, 13])
  func aBoxGoesOnOverleaf(kind: String, filler: Int) throws {
    let blocks = [
      Array(repeating: Self.paragraph, count: 4).joined(separator: "\n\n"),
      "1. \(Self.paragraph)\n2. \(Self.paragraph)\n   - \(Self.paragraph)",
      "| a | b |\n|---|--:|\n| c | d |\n| e | f |\n| g | h |",
      Self.paragraph,
    ].joined(separator: "\n\n")
    let before = (0...filler).map { _ in "x" }.joined(separator: "\\\n")
    let proof = Proof("# T\n\n\(before)\n\n::: \(kind) Title\n\(blocks)\n:::\n\nAfter it.")
    #expect(proof.reports == [])
    let pages = proof.body.filter { !$0.boxes.isEmpty }
    #expect(pages.count >= 2)
    for page in pages {
      let box = try #require(page.boxes.first)
      #expect(page.boxes.count == 1)
      let inside = page.pieces.filter { piece in
        !piece.isArtifact && piece.isInside(.section)
      }
      #expect(!inside.isEmpty)
      for piece in inside {
        #expect(piece.y > box.minY && piece.y <= box.maxY, "\(piece.text)")
        #expect(piece.x > box.minX)
      }
      for piece in page.pieces where !piece.isArtifact && !piece.isInside(.section) {
        #expect(piece.y <= box.minY || piece.y > box.maxY, "\(piece.text)")
      }
    }
    // The title is not left behind.
    let first = pages[0].pieces.filter { $0.isInside(.section) && !$0.isArtifact }
    #expect(Set(first.map(\.y)).count >= 3)
  }

  @Test func aLongTableHasItsHeadOnEveryPage() {
    let rows = (1...45).map { "| row \($0) | \($0 * 1_000) | middle |" }
    let proof = Proof(
      "# T\n\n| Left | Right | Centre |\n|:-----|------:|:------:|\n"
        + rows.joined(separator: "\n") + "\n: The caption")
    #expect(proof.reports == [])
    let pages = proof.body.filter { page in page.pieces.contains { $0.text.hasPrefix("row") } }
    #expect(pages.count == 3)
    var row = 0
    for (index, page) in pages.enumerated() {
      let pieces = page.pieces
      // Said once, shown on each page.
      let heads = pieces.filter { $0.text == "Left" }
      #expect(heads.count == 1)
      #expect(heads.allSatisfy { $0.isArtifact == (index > 0) })
      #expect(pieces.contains { $0.text == "The caption" } == (index == 0))
      let cells = pieces.filter { $0.isInside(.tableCell) }
      let first = cells.filter { $0.text.hasPrefix("row") }
      #expect(first.count >= 2)
      for cell in first {
        row += 1
        #expect(cell.text.filter { $0 != " " } == "row\(row)")
      }
      // Figures end, and words have their middle, where those of the head do.
      let right = Set(
        cells.filter { $0.text.allSatisfy(\.isNumber) }.map { ($0.x + $0.width).units })
      #expect(right.count == 1)
      let middles = Set(
        cells.filter { $0.text == "middle" }.map { ($0.x - page.left(proof.design)).units })
      #expect(middles.count == 1)
      #expect(heads[0].y < cells.map(\.y).min()!)
    }
    #expect(row == 45)
  }
}

extension Page {
  /// The bars and frames beside the text.
  fileprivate var boxes: [Rectangle] {
    marks.compactMap { mark in
      switch mark {
      case .fill(let box, _):
        return box.size.height > box.size.width ? box : nil
      case .stroke(let path, _, let dash, _) where dash.isEmpty:
        let points = path.steps.compactMap { step -> Point? in
          switch step {
          case .move(let point), .line(let point): point
          case .curve, .close: nil
          }
        }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        return Rectangle(
          x: xs.min()!, y: ys.min()!, width: xs.max()! - xs.min()!, height: ys.max()! - ys.min()!)
      default: return nil
      }
    }
  }
}
