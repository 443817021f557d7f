internal import CCairo
internal import Geometry
internal import Typesetting

/// Runs of one face, size and ink, waiting to be shown together, as Cairo wants them: placed glyphs.
struct GatheredLetters {
  // Emptied and filled again: most of a book is glyphs, and a page has hundreds of runs.
  private var glyphs: [cairo_glyph_t] = []

  mutating func take(_ run: GlyphRun, at start: Point) {
    // Whole units until the last moment: their sums are exact.
    let point = 1 / Double(Length.unitsPerPoint)
    let y = start.y.units
    var x = start.x.units
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(
          index: UInt(glyph.id), x: Double(x + glyph.offset.x.units) * point,
          y: Double(y + glyph.offset.y.units) * point))
      x += glyph.advance.units
    }
  }

  mutating func show(on context: OpaquePointer) {
    guard !glyphs.isEmpty else { return }
    // As text, Cairo 1.16 would push each letter to a whole pixel.
    cairo_glyph_path(context, glyphs, Int32(glyphs.count))
    cairo_fill(context)
    glyphs.removeAll(keepingCapacity: true)
  }
}
