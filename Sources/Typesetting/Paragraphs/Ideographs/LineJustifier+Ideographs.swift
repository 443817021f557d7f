internal import Geometry

extension LineJustifier {
  /// Gives the blanks between letters of Chinese and Japanese their width before sharing, as the items
  /// said: none at the line's edges, the gap behind the letter before it elsewhere.
  func gaps(in runs: inout [SetLine.PlacedRun], of composition: Composition) -> [Space] {
    var gaps: [Space] = []
    var last: (place: Place, kind: IdeographicClass, size: Length, isWide: Bool)?
    for index in runs.indices where !runs[index].bytes.isEmpty && !runs[index].run.isRightToLeft {
      let size = runs[index].run.size
      var glyph = 0
      var byte = runs[index].bytes.lowerBound
      for cluster in runs[index].run.clusters where byte < text.count {
        defer {
          glyph += cluster.glyphCount
          byte += cluster.byteCount
        }
        guard cluster.glyphCount > 0 else { continue }
        if SpaceKind(at: byte, in: text) != nil {
          if let last {
            trim(last.place, by: last.size * last.kind.blank(last.isWide).after, in: &runs)
          }
          last = nil
          continue
        }
        let isWide = runs[index].run.glyphs[glyph].advance >= size * IdeographicClass.leastWide
        let kind = composition.ideographicClass(
          of: text.scalar(at: byte), at: byte, isWide: isWide)
        let blank = size * kind.blank(isWide).before
        if blank != .zero {
          runs[index].run.glyphs[glyph].advance -= blank
          for part in glyph..<(glyph + cluster.glyphCount) {
            runs[index].run.glyphs[part].offset.x -= blank
          }
        }
        if let last, last.kind.isIdeographic || kind.isIdeographic {
          let gap = IdeographicGap(between: last.kind, and: kind)
          let change = last.size * (gap.width - last.kind.blank(last.isWide).after)
          runs[last.place.run].run.glyphs[last.place.glyph].advance += change
          gaps.append(
            Space(
              place: last.place, stretch: (last.size * gap.stretch).units,
              shrink: (last.size * gap.shrink).units))
        }
        last = (Place(run: index, glyph: glyph + cluster.glyphCount - 1), kind, size, isWide)
      }
    }
    if let last { trim(last.place, by: last.size * last.kind.blank(last.isWide).after, in: &runs) }
    return gaps
  }

  private func trim(_ place: Place, by blank: Length, in runs: inout [SetLine.PlacedRun]) {
    runs[place.run].run.glyphs[place.glyph].advance -= blank
  }
}

extension IdeographicClass {
  fileprivate func blank(_ isWide: Bool) -> (before: Double, after: Double) {
    isWide ? blank : (0, 0)
  }
}
