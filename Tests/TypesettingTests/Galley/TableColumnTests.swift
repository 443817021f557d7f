import Geometry
import Testing

@testable import Typesetting

/// How the width of a table is shared out.
@Suite("Columns of tables") struct TableColumnTests {
  private func lines(_ markdown: String, columns: Int = 60, reports: Int = 0) -> [String] {
    let proof = Proof("# T\n\n\(markdown)", design: .grid(columns: columns, lines: 40))
    #expect(proof.reports.count == reports)
    return proof.body[0].pieces.filter { !$0.isArtifact && !$0.isHeading }.map(\.text)
  }

  /// An address is whole where there is room for it, however much the others would like.
  @Test func anAddressStaysWhole() {
    let long = String(repeating: "many words that would like to stand on one line ", count: 4)
    let pieces = lines(
      "| Who | What for | Where |\n|---|---|---|\n| \(long) | \(long) | contact@example-of.org |")
    #expect(pieces.contains { $0.hasPrefix("contact@example-of.org") }, "\(pieces)")
  }

  /// A date keeps its year, and words are not divided.
  @Test func shortCellsStandOnOneLine() {
    let long = String(repeating: "incomprehensibilities and more ", count: 5)
    let pieces = lines(
      "| When | What |\n|---|---|\n| 24 September 2024 | \(long) |\n| 1 May | \(long) |",
      columns: 50)
    #expect(pieces.contains { $0.hasPrefix("24 September 2024") }, "\(pieces)")
    #expect(!pieces.contains { $0.hasSuffix("\u{AD}") })
  }

  /// Only where no room is left are addresses broken and words divided.
  @Test func tightTablesDivideWords() {
    let pieces = lines(
      "| A | B |\n|---|---|\n| incomprehensibilities | internationalisations |", columns: 30,
      reports: 1)
    #expect(pieces.contains { $0.hasSuffix("\u{AD}") }, "\(pieces)")
  }

  @Test func theLabelOfAReferenceIsNotDivided() {
    for count in 1...16 {
      let words = String(repeating: "x ", count: count)
      let all = lines("\(words)[](#t-1)\n\n| abc |\n|---|\n| d |\n: A caption {#t-1}", columns: 24)
      #expect(!all.contains { $0.hasSuffix("\u{AD}") }, "\(all)")
    }
  }
}
