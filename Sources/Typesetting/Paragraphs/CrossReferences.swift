/// What a cross-reference prints: the title of its target and the page where it stands.
struct CrossReferences: Equatable {
  struct Target: Hashable {
    var title: String
    /// "figure 1": a name that the tool gives, no title to be quoted.
    var isLabel = false
    /// As printed; nil until pages are known.
    var folio: String?
  }

  /// By id.
  var targets: [String: Target] = [:]
  /// Where notes are numbered by the page; nil where they are through a chapter.
  var notes: NotePlaces?

  /// Two digits, as most booklets have, until the pages are known.
  static let unknownFolio = "00"

  func folio(of id: String) -> String { targets[id]?.folio ?? Self.unknownFolio }

  /// What stands before the page: the title in quotes, or nothing for a place without words.
  func name(of id: String, in labels: BookLanguage.Labels) -> String {
    guard let target = targets[id], !target.title.isEmpty else { return "" }
    return target.isLabel
      ? target.title + labels.comma
      : labels.openQuote + target.title + labels.closeQuote + labels.comma
  }
}
