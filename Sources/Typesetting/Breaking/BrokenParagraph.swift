package import Geometry

/// A paragraph's lines, from the breaks that were chosen.
package struct BrokenParagraph: Hashable, Sendable {
  package var lines: [BrokenLine]
  /// By TeX's arithmetic. In the last pass a line that is the only way to its break, overfull or
  /// not, has none.
  package var demerits: Int
  /// Which of the passes found these breaks, from 0.
  package var pass: Int
}

/// Which items a line has, and how its glue must be set.
package struct BrokenLine: Hashable, Sendable {
  /// What stands on the line: neither the item it breaks at nor the blanks lost after the break
  /// before. Penalties in it are not taken, and their `otherwise` stands.
  package var items: Range<Int>
  /// The item the line ends at, the same as the end of `items`; the number of items for the
  /// paragraph's end, unless they end with a forced break.
  package var breakItem: Int
  /// The hyphenation point at whose break the line starts: its `after` comes first.
  package var opening: Int?
  /// The hyphenation point the line ends at: its `before`, the hyphen, comes last.
  package var closing: Int?

  /// The room there is.
  package var width: Length
  /// All extents with the glue as it is, the shape's glue at both ends too; without what hangs
  /// into the margins.
  package var naturalWidth: Length
  /// How far it hangs into the margins.
  package var hang: Hang
  /// By how much its letters are spaced in all, or closed up if negative.
  package var tracking: Length
  /// What part of its stretch the glue takes, or of its shrink if negative: -1 at least.
  package var glueRatio: Double
  /// The order of the glue that stretches; the ratio is for this order alone.
  package var stretchOrder: UInt8
  /// Even with all its shrink the line is wider than the room.
  package var isOverfull: Bool
  /// As the line is set, 0 to 10,000, or 10,001 if overfull; emergency stretch hides nothing.
  package var badness: Int

  /// The width that glue has on this line.
  package func extent(of glue: Glue) -> Length {
    if glueRatio < 0 { return glue.extent + glue.shrink * glueRatio }
    return glue.stretchOrder == stretchOrder ? glue.extent + glue.stretch * glueRatio : glue.extent
  }
}
