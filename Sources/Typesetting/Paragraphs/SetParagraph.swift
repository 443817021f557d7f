internal import Geometry

/// A paragraph whose lines are chosen and set.
struct SetParagraph {
  var lines: [SetLine]
  /// Words that fitted on no line and were broken anywhere: bytes of the text.
  var wideWords: [Range<Int>]
  /// Bytes of characters that no face has.
  var missing: [Int]
  /// The same paragraph with one line less or more, where lines nearly as good can be had.
  var variants: [LineCountVariant] = []
}

/// What another number of lines would cost a paragraph, and what would stand on each: enough to
/// choose by, before any of them is set.
struct LineCountVariant {
  var lineCount: Int
  /// Above those of the best lines, so never negative.
  var demerits: Int
  var lines: [LineFacts]
}

/// What a line will hold.
struct LineFacts {
  /// The bytes of the paragraph that it shows, the space at its end included.
  var bytes: Range<Int>
  var endsWithHyphen: Bool
}

/// One line, its spaces already as wide as they print.
struct SetLine {
  struct PlacedRun {
    var run: GlyphRun
    /// From the line's beginning: its left edge, or its right edge on pages that are mirrored.
    var x: Length
    /// The bytes of the paragraph that it shows.
    var bytes: Range<Int>
  }

  var runs: [PlacedRun]
  /// Without what hangs into the margins.
  var width: Length
  /// The bytes of the paragraph that it shows, the space at its end included.
  var bytes: Range<Int>
  var endsWithHyphen: Bool
  /// By how much it sticks out of its measure; zero where it fits.
  var excess: Length
  /// What part of their stretch its spaces take, or of their shrink if negative; 0 where they
  /// keep their width, as on last lines.
  var ratio: Double
}
