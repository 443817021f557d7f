import Geometry
import Markdown
import Testing

@testable import Typesetting

/// A picture and its caption are one figure, which pages may move as one.
@Suite("Figures") struct FigureTests {
  private static let picture = Picture(
    format: .svg, bytes: [], naturalSize: Size(width: .points(100), height: .points(50)))

  private func strips(_ markdown: String) -> [Strip] {
    GalleyBuilder(setting: markdown, pictures: ["a.svg": Self.picture]).strips
  }

  @Test func pictureAndCaptionAreOneRunOfStrips() {
    let caption = String(repeating: "A caption of two lines. ", count: 3)
    let strips = strips(
      "Before.\n\n![Alt](a.svg \"\(caption)\")\n\n![Alt](a.svg \"Other\")\n\nAfter.")
    let figures = strips.map { $0.figure?.id }
    #expect(figures.first == .some(nil))
    #expect(figures.last == .some(nil))
    let ids = figures.compactMap(\.self)
    #expect(ids.count == 5)
    #expect(Set(ids).count == 2)
    #expect(ids == ids.sorted())
  }

  @Test(arguments: [
    ("![Alt](a.svg \"Caption\")", false), ("![Alt](a.svg \"Caption\"){.here}", true),
    ("![Alt](a.svg)", true), ("- ![Alt](a.svg \"Caption\")", true),
    ("::: note\n![Alt](a.svg \"Caption\")\n:::", true),
  ])
  func onlyCaptionedFiguresOfTheTextMayMove(markdown: String, stays: Bool) throws {
    let figure = try #require(strips(markdown).compactMap(\.figure).first)
    #expect(figure.stays == stays)
  }
}
