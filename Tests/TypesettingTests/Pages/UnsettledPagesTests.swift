import Diagnostics
import Geometry
import Testing

@testable import Typesetting

@Suite("Pages that do not settle") struct UnsettledPagesTests {
  /// A section whose title stands on page 12.
  private static let galley = Galley(sections: [
    Galley.Section(
      kind: .body, runningTitle: "", items: [], notes: [], opensOnRecto: false, file: "03.md",
      number: 3)
  ])
  private static let division: Division = {
    var strip = Strip(lineCount: 1, marks: [.anchor(name: "delays", at: .zero)])
    let start = SourceLocation(line: 14, column: 1)
    strip.range = start..<start
    let box = Item.box(Box(extent: .points(12), material: strip))
    return Division(leaves: [
      .init(number: 12, content: .init(section: 0, items: [box], isFirst: true, lines: 20))
    ])
  }()

  private static func references(_ folio: String?) -> CrossReferences {
    CrossReferences(targets: ["delays": .init(title: "Delays", folio: folio)])
  }

  @Test func aPageThatMovedIsSaidWithItsPlace() {
    let findings = Self.references("11").findings(
      after: Self.references("12"), in: Self.division, of: Self.galley)
    #expect(findings.map(\.code) == ["page-unsettled"])
    #expect(findings.first?.text(in: .english).hasPrefix("03.md:14:1: warning:") == true)
    #expect(
      findings.first?.text(in: .english).contains("page 11, but it stands on page 12") == true)
  }

  @Test func aPageThatStayedIsNot() {
    let same = Self.references("12")
    #expect(same.findings(after: same, in: Self.division, of: Self.galley).isEmpty)
  }
}
