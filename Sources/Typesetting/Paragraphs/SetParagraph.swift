internal import Geometry

/// A paragraph whose lines are chosen and set.
struct SetParagraph {
  var lines: [SetLine]
  /// Words that fitted on no line and were broken anywhere: bytes of the text.
  var wideWords: [Range<Int>]
  /// Bytes of characters that no face has.
  var missing: [Int]
}

/// One line, its spaces already as wide as they print.
struct SetLine {
  struct PlacedRun {
    var run: GlyphRun
    /// From the line's left edge.
    var x: Length
    /// The bytes of the paragraph that it shows.
    var bytes: Range<Int>
  }

  var runs: [PlacedRun]
  var width: Length
  /// The bytes of the paragraph that it shows, the space at its end included.
  var bytes: Range<Int>
  var endsWithHyphen: Bool
  /// By how much it sticks out of its measure; zero where it fits.
  var excess: Length
}
