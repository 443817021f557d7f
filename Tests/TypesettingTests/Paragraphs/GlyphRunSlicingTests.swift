import Geometry
import Testing
import Typesetting

@Suite("Runs cut in pieces") struct GlyphRunSlicingTests {
  /// "affiñé": one glyph for "ffi", two for "ñ", one for "é".
  private static func run(isRightToLeft: Bool) -> GlyphRun {
    let ids: [UInt32] = [1, 2, 3, 4, 5]
    return GlyphRun(
      face: FaceID(index: 0), size: .points(10), level: isRightToLeft ? 1 : 0,
      glyphs: (isRightToLeft ? ids.reversed() : ids).map {
        GlyphRun.Glyph(id: $0, advance: .points(5))
      },
      text: "affiñé",
      clusters: [(1, 1), (3, 1), (2, 2), (2, 1)].map {
        GlyphRun.Cluster(byteCount: $0.0, glyphCount: $0.1)
      })
  }

  @Test(arguments: [false, true])
  func piecesTogetherAreTheWhole(_ isRightToLeft: Bool) {
    let run = Self.run(isRightToLeft: isRightToLeft)
    for cut in 0...run.text.utf8.count {
      let pieces = [run.slice(0..<cut), run.slice(cut..<run.text.utf8.count)].compactMap { $0 }
      #expect(pieces.map(\.text).joined() == run.text)
      #expect(pieces.flatMap(\.clusters) == run.clusters)
      let glyphs = (isRightToLeft ? pieces.reversed() : pieces).flatMap(\.glyphs)
      #expect(glyphs == run.glyphs)
    }
  }

  @Test func aLigatureGoesWhereItBegins() {
    let run = Self.run(isRightToLeft: false)
    #expect(run.slice(0..<2)?.text == "affi")
    #expect(run.slice(2..<8)?.text == "ñé")
    #expect(run.slice(2..<4) == nil)
    #expect(run.slice(4..<6)?.glyphs.map(\.id) == [3, 4])
    #expect(Self.run(isRightToLeft: true).slice(4..<6)?.glyphs.map(\.id) == [4, 3])
  }
}
