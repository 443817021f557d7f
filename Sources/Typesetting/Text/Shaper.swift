package import Geometry

/// What the typesetter asks of fonts: glyphs, break opportunities, measures and hyphens.
///
/// The real one is `Fonts`; tests use one whose every letter is as wide as the next.
package protocol Shaper {
  /// The glyphs of the whole text, in runs of one face and direction, in logical order.
  func shape(_ text: StyledText) -> ShapedText
  /// Where a word may be divided: UTF-8 offsets into the word, ascending, the language's minima
  /// kept. Empty for a language without a dictionary.
  func hyphenate(_ word: String, language: String) -> [Int]
  func metrics(of style: CharacterStyle) -> FontMetrics
}

package struct ShapedText: Sendable {
  /// In logical order, together the whole text.
  package var runs: [GlyphRun]
  /// UTF-8 offsets before which a line may end, by UAX 14, ascending; never 0 nor the text's end.
  package var breaks: [Int]
  /// UTF-8 offsets of the characters that no face of the book has.
  package var missing: [Int]

  package init(runs: [GlyphRun], breaks: [Int], missing: [Int] = []) {
    self.runs = runs
    self.breaks = breaks
    self.missing = missing
  }
}

/// Measures of a face at a size, as positive lengths.
package struct FontMetrics: Hashable, Sendable {
  package var ascender: Length
  package var descender: Length
  package var xHeight: Length
  package var capHeight: Length

  package init(ascender: Length, descender: Length, xHeight: Length, capHeight: Length) {
    self.ascender = ascender
    self.descender = descender
    self.xHeight = xHeight
    self.capHeight = capHeight
  }
}
