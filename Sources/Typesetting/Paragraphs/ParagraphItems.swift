internal import Geometry

/// A paragraph as the breaker reads it; a box's material is the range of its bytes.
struct ParagraphItems {
  let items: [Item<Range<Int>>]
  /// By item: the bytes it stands for, empty for penalties.
  let bytes: [Range<Int>]
  /// Words wider than a line, which may break anywhere.
  let wideWords: [Range<Int>]

  /// - Parameters:
  ///   - hyphen: its width in a style.
  ///   - hyphenate: offsets at which a word may be divided, in a language.
  init(
    of composition: Composition, shaped: ShapedText, habits: BreakingHabits,
    hyphen: @escaping (CharacterStyle) -> Length, hyphenate: @escaping (String, String) -> [Int]
  ) {
    var builder = ItemBuilder(
      composition: composition, shaped: shaped, habits: habits, hyphen: hyphen,
      hyphenate: hyphenate)
    builder.build()
    items = builder.items
    bytes = builder.bytes
    wideWords = builder.wideWords
  }
}

/// What a paragraph allows at the ends of its lines.
struct BreakingHabits: Hashable {
  var hyphenates = true
  /// Spaces keep their width and the right edge is ragged.
  var isRagged = false
  /// Spaces are as wide as the face draws them.
  var keepsSpaces = false
  /// Signs at the ends of justified lines stand out into the margins.
  var hangs = false
  /// The stops of Chinese and Japanese stand out of the line whole.
  var hangsStops = false
  /// Joins between letters of the Arabic script may be drawn longer to fill justified lines.
  var lengthensJoins = false
  /// The first line stands within the others: nothing of it hangs at its start.
  var isIndented = false
  /// No last line should be shorter: a justified paragraph's stays longer than the indent of the
  /// next.
  var shortestLastLine = Length.zero
  /// Its lines may become one less or more, for the sake of a page: the text, not titles or cells.
  var variesLineCount = false
  /// No line is wider than this in any case.
  var narrowestLine: Length
}
