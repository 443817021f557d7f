internal import Geometry

extension GlyphRun {
  /// The clusters that begin in these bytes of the run's text; nil where there are none.
  ///
  /// A ligature belongs to the piece in which it begins.
  package func slice(_ bytes: Range<Int>) -> GlyphRun? {
    if bytes.lowerBound <= 0 && bytes.upperBound >= text.utf8.count { return self }
    var firstCluster: Int?
    var end = clusters.count
    var glyphsBefore = 0
    var glyphsInside = 0
    var byte = 0
    var firstByte = 0
    for (index, cluster) in clusters.enumerated() {
      if byte >= bytes.upperBound {
        end = index
        break
      }
      if byte >= bytes.lowerBound {
        if firstCluster == nil {
          firstCluster = index
          firstByte = byte
        }
        glyphsInside += cluster.glyphCount
      } else {
        glyphsBefore += cluster.glyphCount
      }
      byte += cluster.byteCount
    }
    guard let first = firstCluster else { return nil }
    let glyphRange =
      isRightToLeft
      ? (glyphs.count - glyphsBefore - glyphsInside)..<(glyphs.count - glyphsBefore)
      : glyphsBefore..<(glyphsBefore + glyphsInside)
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: firstByte)
    let stop = utf8.index(utf8.startIndex, offsetBy: byte)
    return GlyphRun(
      face: face, size: size, isRightToLeft: isRightToLeft, glyphs: Array(glyphs[glyphRange]),
      text: String(text[start..<stop]), clusters: Array(clusters[first..<end]))
  }
}
