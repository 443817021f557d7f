internal import Geometry

extension GlyphRun {
  /// Where each cluster begins, in bytes and in glyphs, and where the last ends: made once for a
  /// run that is cut many times, as a long paragraph's is by its lines.
  struct ClusterTable {
    fileprivate var bytes: [Int]
    fileprivate var glyphs: [Int]

    init(_ run: GlyphRun) {
      bytes = [0]
      glyphs = [0]
      bytes.reserveCapacity(run.clusters.count + 1)
      glyphs.reserveCapacity(run.clusters.count + 1)
      for cluster in run.clusters {
        bytes.append(bytes[bytes.count - 1] + cluster.byteCount)
        glyphs.append(glyphs[glyphs.count - 1] + cluster.glyphCount)
      }
    }

    /// The first cluster that begins at this byte or after it.
    fileprivate func cluster(from byte: Int) -> Int {
      var low = 0
      var high = bytes.count - 1
      while low < high {
        let middle = (low + high) / 2
        if bytes[middle] < byte { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// The clusters that begin in these bytes of the run's text; nil where there are none.
  ///
  /// A ligature belongs to the piece in which it begins.
  package func slice(_ bytes: Range<Int>) -> GlyphRun? {
    if bytes.lowerBound <= 0 && bytes.upperBound >= text.utf8.count { return self }
    return slice(bytes, by: ClusterTable(self))
  }

  func slice(_ wanted: Range<Int>, by table: ClusterTable) -> GlyphRun? {
    if wanted.lowerBound <= 0 && wanted.upperBound >= text.utf8.count { return self }
    let pieces = table.cluster(from: wanted.lowerBound)..<table.cluster(from: wanted.upperBound)
    guard !pieces.isEmpty else { return nil }
    let before = table.glyphs[pieces.lowerBound]
    let through = table.glyphs[pieces.upperBound]
    let glyphRange =
      isRightToLeft ? (glyphs.count - through)..<(glyphs.count - before) : before..<through
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: table.bytes[pieces.lowerBound])
    let stop = utf8.index(utf8.startIndex, offsetBy: table.bytes[pieces.upperBound])
    return GlyphRun(
      face: face, size: size, level: level, glyphs: Array(glyphs[glyphRange]),
      text: String(text[start..<stop]), clusters: Array(clusters[pieces]))
  }
}
