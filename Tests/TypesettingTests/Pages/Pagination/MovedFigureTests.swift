import Geometry
import Testing
import Typesetting

/// Figures that find no room where they are spoken of.
@Suite("Figures that move") struct MovedFigureTests {
  private static let text = String(repeating: "Words that fill the page. ", count: 18)
  private static let pictures = ["map.svg": Size(width: .points(120), height: .points(96))]

  private static func chapter(_ figure: String) -> String {
    "# Maps\n\nThe map is figure 1.\n\n\(text)\n\n\(figure)\n\n\(text)\n\n\(text)\n\n\(text)"
  }

  /// The picture opens the next page, and the text after it closes up to the foot of this one.
  @Test func aFigureGoesOverTheSpread() {
    let proof = Proof(
      Self.chapter("![A map](map.svg \"The map\")"), pictures: Self.pictures)
    expectGolden(Drawing.pages(proof.body, proof.design), "figure-moved")
    let pages = proof.body.map(\.pieces)
    let figure = pages.firstIndex { $0.contains(where: \.isCaption) }
    #expect(figure == 1)
    #expect(pages[0].filter { !$0.isArtifact }.map(\.y).max()! > .points(250))
  }

  /// One that is to stay leaves the page short rather than its place.
  @Test func aFigureStaysWhereItIsAskedTo() {
    let proof = Proof(
      Self.chapter("![A map](map.svg \"The map\"){.here}"), pictures: Self.pictures)
    let before = proof.body.map(\.pieces).joined().filter { !$0.isArtifact }
      .prefix { !$0.isCaption }.map(\.text).joined()
    #expect(before.lettersAlone.hasSuffix(Self.text.lettersAlone))
  }
}
