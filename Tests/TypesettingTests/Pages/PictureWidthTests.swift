import Geometry
import Testing
import Typesetting

/// `![…](…){width=…}`: any author's, so any text may stand there.
@Suite("Widths of pictures") struct PictureWidthTests {
  private static let natural = Size(width: .points(100), height: .points(50))

  /// How wide the picture is on its page.
  private func width(declared: String) -> Length? {
    let proof = Proof(
      "# T\n\n![Alt](a.svg){width=\"\(declared)\"}", pictures: ["a.svg": Self.natural])
    for case .picture(_, let box) in proof.body.flatMap(\.marks) { return box.size.width }
    return nil
  }

  @Test(arguments: [
    ("50pt", Length.points(50)), ("50 pt", .points(50)), ("20mm", .millimetres(20)),
    ("2.5 cm", .millimetres(25)), ("2,5cm", .millimetres(25)),
  ])
  func aDeclaredWidthIsKept(declared: String, as expected: Length) throws {
    let shown = try #require(width(declared: declared))
    #expect(abs(shown.units - expected.units) <= 1)
  }

  @Test func noPictureIsWiderThanTheText() {
    #expect(width(declared: "1000mm") == Design.small.format.measure)
  }

  @Test(arguments: [
    "1e300mm", "infmm", "nanmm", "-5mm", "0mm", "0x10mm", "99999999999999mm", "50%",
  ])
  func whatIsNoLengthOnPaperLeavesTheNaturalWidth(declared: String) {
    #expect(width(declared: declared) == Self.natural.width)
  }
}
