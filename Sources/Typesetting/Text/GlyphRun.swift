package import Geometry

/// A face in the shaper's table of faces; the back-end draws with the file behind it.
package struct FaceID: Hashable, Sendable {
  package var index: Int

  package init(index: Int) { self.index = index }
}

/// Letters that are drawn together: one face, one size, one direction.
package struct GlyphRun: Hashable, Sendable {
  package struct Glyph: Hashable, Sendable {
    package var id: UInt32
    /// How far the pen moves; the space glyphs of a justified line carry its stretch.
    package var advance: Length
    /// Where the glyph is drawn from the pen's place.
    package var offset: Point

    package init(id: UInt32, advance: Length, offset: Point = .zero) {
      self.id = id
      self.advance = advance
      self.offset = offset
    }
  }

  /// The letters that a group of glyphs stands for: "ffi" for one glyph, or one letter for two.
  package struct Cluster: Hashable, Sendable {
    package var byteCount: Int
    package var glyphCount: Int

    package init(byteCount: Int, glyphCount: Int) {
      self.byteCount = byteCount
      self.glyphCount = glyphCount
    }
  }

  package var face: FaceID
  package var size: Length
  /// How deep it is embedded in text of the other direction (UAX 9, BD2): even from left to right,
  /// odd from right to left.
  package var level: Int
  /// In visual order, left to right.
  package var glyphs: [Glyph]
  /// What the glyphs say, in logical order: what is found, copied and read aloud.
  package var text: String
  /// In the text's order; together all its bytes and all the glyphs. In a right-to-left run the
  /// first cluster belongs to the last glyphs.
  package var clusters: [Cluster]

  package init(
    face: FaceID, size: Length, level: Int = 0, glyphs: [Glyph], text: String,
    clusters: [Cluster]
  ) {
    self.face = face
    self.size = size
    self.level = level
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
  }

  package var isRightToLeft: Bool { level % 2 == 1 }

  package var advance: Length {
    glyphs.reduce(.zero) { $0 + $1.advance }
  }
}
