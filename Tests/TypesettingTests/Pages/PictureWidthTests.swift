import Diagnostics
import Geometry
import Testing

@testable import Typesetting

/// `![…](…){width=…}`: any author's, so any text may stand there.
@Suite("Widths of pictures") struct PictureWidthTests {
  private static let natural = Size(width: .points(100), height: .points(50))

  private static func picture(_ declared: String) -> String {
    "# T\n\n![Alt](a.svg){width=\"\(declared)\"}"
  }

  /// How wide the picture is on its page.
  private func width(declared: String) -> Length? {
    let proof = Proof(Self.picture(declared), pictures: ["a.svg": Self.natural])
    for case .picture(_, let box) in proof.body.flatMap(\.marks) { return box.size.width }
    return nil
  }

  @Test(arguments: [
    ("50pt", Length.points(50)), ("50 pt", .points(50)), ("20mm", .millimetres(20)),
    ("2.5 cm", .millimetres(25)), ("2,5cm", .millimetres(25)), ("50%", .points(100)),
    ("12.5 %", .points(25)),
  ])
  func aDeclaredWidthIsKept(declared: String, as expected: Length) throws {
    let shown = try #require(width(declared: declared))
    #expect(abs(shown.units - expected.units) <= 1)
  }

  @Test func noPictureIsWiderThanTheText() {
    #expect(width(declared: "1000mm") == Design.small.format.measure)
  }

  @Test(arguments: [
    "1e300mm", "infmm", "nanmm", "-5mm", "0mm", "0x10mm", "99999999999999mm", "50 % x", "120%",
    "%", "60",
  ])
  func whatIsNoLengthOnPaperLeavesTheNaturalWidth(declared: String) {
    #expect(width(declared: declared) == Self.natural.width)
    #expect(
      Proof(Self.picture(declared), pictures: ["a.svg": Self.natural]).reports == [
        "01.md:3:14: warning: “\(declared)” is no width that a picture can have; it keeps its own "
          + "[picture-size]"
      ])
  }

  @Test func aHeightIsKeptToo() {
    let proof = Proof("# T\n\n![Alt](a.svg){height=20mm}", pictures: ["a.svg": Self.natural])
    let boxes = proof.body.flatMap(\.marks).compactMap {
      if case .picture(_, let box) = $0 { box.size } else { nil }
    }
    #expect(boxes.map { Int($0.height.millimetres.rounded()) } == [20])
    #expect(boxes.map { Int($0.width.millimetres.rounded()) } == [40])
  }

  /// 100 pixels over 200 points are 36 an inch; at 48 points they are 150.
  @Test func tooFewPixelsAreReportedWithTheWidthThatWouldDo() throws {
    let coarse = Picture(
      format: .png, bytes: [], naturalSize: Self.natural, pixels: .init(width: 100, height: 50))
    func findings(_ width: String) -> [String] {
      GalleyBuilder(setting: "![Alt](a.png){width=\(width)}", pictures: ["a.png": coarse])
        .diagnostics.map { $0.text(in: .english) }
    }
    #expect(findings("48pt") == [])
    #expect(
      findings("200pt") == [
        """
        01.md:1:1: warning: this picture has 36 dots an inch at the width it prints, too few \
        [picture-coarse]
          hint: print it at most 16 mm wide, {width=16mm}, or take a larger file
        """
      ])
    #expect(findings("16mm") == [])
  }
}
