/// What each passage of a translation was last confirmed against: the translation memory of one
/// language.
package struct Memory: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// Where the passage stood then; passages are found again by their words, wherever they have gone.
    package var place: Passage.Place
    /// The source's words, as Markdown in one line.
    package var source: String
    /// The translation's; of a passage that this language alone has, the same as `source`.
    package var translation: String
    /// Has no counterpart in the source, on purpose.
    package var isLocal: Bool
    /// What someone wrote for translators.
    package var comments: [String]

    package init(
      place: Passage.Place, source: String, translation: String, isLocal: Bool = false,
      comments: [String] = []
    ) {
      self.place = place
      self.source = source
      self.translation = translation
      self.isLocal = isLocal
      self.comments = comments
    }
  }

  package var entries: [Entry]
  /// The source's date, as its book said it, when all of the translation was last confirmed.
  package var sourceDate: String?

  package init(_ entries: [Entry] = [], sourceDate: String? = nil) {
    self.entries = entries
    self.sourceDate = sourceDate
  }
}
