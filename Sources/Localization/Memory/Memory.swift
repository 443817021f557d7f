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
    /// The hash of the translation's words when someone confirmed them: whoever edits the memory's file
    /// leaves it as it was. Nil in a memory that has none yet.
    package var confirmedHash: String?
    /// Marked as not ready, in the memory's file.
    package var isFuzzy: Bool
    /// Has no counterpart in the source, on purpose.
    package var isLocal: Bool
    /// What someone wrote for translators.
    package var comments: [String]

    package init(
      place: Passage.Place, source: String, translation: String, confirmedHash: String? = nil,
      isFuzzy: Bool = false, isLocal: Bool = false, comments: [String] = []
    ) {
      self.place = place
      self.source = source
      self.translation = translation
      self.confirmedHash = confirmedHash
      self.isFuzzy = isFuzzy
      self.isLocal = isLocal
      self.comments = comments
    }

    /// Whether its translation is what was confirmed, and not what someone wrote into the file since; nil
    /// where nothing tells.
    package var isAsConfirmed: Bool? {
      confirmedHash.map { $0 == NormalForm(of: translation).hash }
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
