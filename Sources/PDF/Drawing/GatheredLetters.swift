internal import CCairo
internal import Geometry
internal import Typesetting

/// Runs of one face, size, ink and direction, waiting to be shown together, as Cairo wants them:
/// placed glyphs, what they say, and which say what.
struct GatheredLetters {
  // Emptied and filled again: most of a book is glyphs, and a page has hundreds of runs.
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []
  private var text: [UInt8] = []
  private var isRightToLeft = false
  private var baseline = Length.zero

  var isEmpty: Bool { glyphs.isEmpty && clusters.isEmpty && text.isEmpty }

  /// Letters from right to left are gathered a line at most, because they are put in front.
  func canTake(_ run: GlyphRun, at point: Point) -> Bool {
    isEmpty || (run.isRightToLeft == isRightToLeft && (!isRightToLeft || point.y == baseline))
  }

  mutating func take(_ run: GlyphRun, at start: Point) {
    (isRightToLeft, baseline) = (run.isRightToLeft, start.y)
    // Whole units until the last moment: their sums are exact.
    let point = 1 / Double(Length.unitsPerPoint)
    let y = start.y.units
    var x = start.x.units
    // Cairo takes the first cluster of such letters from the last glyphs.
    let earlier = isRightToLeft ? glyphs : []
    if isRightToLeft { glyphs.removeAll(keepingCapacity: true) }
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(
          index: UInt(glyph.id), x: Double(x + glyph.offset.x.units) * point,
          y: Double(y + glyph.offset.y.units) * point))
      x += glyph.advance.units
    }
    glyphs += earlier
    for cluster in run.clusters {
      clusters.append(
        cairo_text_cluster_t(
          num_bytes: Int32(truncatingIfNeeded: cluster.byteCount),
          num_glyphs: Int32(truncatingIfNeeded: cluster.glyphCount)))
    }
    text.append(contentsOf: run.text.utf8)
  }

  mutating func show(on context: OpaquePointer, of target: Canvas.Target) {
    switch target {
    case .file: showText(on: context)
    case .pixels:
      // As text, Cairo 1.16 would push each letter to a whole pixel.
      cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      cairo_fill(context)
    }
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
  }

  private func showText(on context: OpaquePointer) {
    let direction = isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0
    text.withUnsafeBytes { text in
      cairo_show_text_glyphs(
        context, text.assumingMemoryBound(to: CChar.self).baseAddress, Int32(text.count), glyphs,
        Int32(glyphs.count), clusters, Int32(clusters.count),
        cairo_text_cluster_flags_t(rawValue: direction))
    }
  }
}
