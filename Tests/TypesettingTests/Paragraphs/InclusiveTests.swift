import Geometry
import Testing

@testable import Typesetting

/// "habitant·es": the mid-point stands at no line's edge, and nothing is hyphenated behind it.
@Suite("Inclusive words") struct InclusiveTests {
  private let words = [
    "habitant·es", "administrateur·rices", "concerné·e·s", "travailleur‧euses", "étudiant•es",
    "lecteur.rice.s", "chercheur·euse·s", "celui·celle",
  ]

  private func lines(width: Double) -> [String] {
    var set = SetText()
    set.measure = .points(width)
    set.look.style.language = "fr"
    let text = (0..<5).flatMap { _ in words }.joined(separator: " ")
    return set(text).lines.map(\.text)
  }

  /// From lines that hold one word to lines of ten.
  @Test(arguments: Array(stride(from: 105.0, through: 420, by: 15)))
  func noMidPointIsAtALinesEdge(width: Double) {
    for line in lines(width: width) {
      let letters = line.unicodeScalars.filter { $0 != " " && $0 != "\u{AD}" }
      #expect(letters.first.map { !"·‧•.".unicodeScalars.contains($0) } == true, "\(line)")
      #expect(letters.last.map { !"·‧•".unicodeScalars.contains($0) } == true, "\(line)")
    }
  }

  @Test(arguments: Array(stride(from: 105.0, through: 420, by: 15)))
  func nothingIsHyphenatedBehindOne(width: Double) throws {
    var hyphens = 0
    for line in lines(width: width) where line.hasSuffix("\u{AD}") {
      hyphens += 1
      let last = try #require(line.split(separator: " ").last)
      #expect(!last.contains { "·‧•.".contains($0) }, "\(line)")
    }
    // GridShaper divides stems: "admini-strateur·rices".
    if width < 200 { #expect(hyphens > 0) }
  }

  @Test func evenAWordThatFitsOnNoLineKeepsThemOffTheEdge() {
    for line in lines(width: 30) {
      let letters = line.unicodeScalars.filter { $0 != " " && $0 != "\u{AD}" }
      #expect(letters.first.map { !"·‧•".unicodeScalars.contains($0) } == true, "\(line)")
      #expect(letters.last.map { !"·‧•".unicodeScalars.contains($0) } == true, "\(line)")
    }
  }
}
