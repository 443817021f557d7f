/// What a cross-reference prints: the title of its target and the page where it stands.
struct CrossReferences: Equatable {
  struct Target: Hashable {
    var title = ""
    /// What the tool names itself, "figure 1", is no title to be quoted.
    var number: Number?
    /// As printed; nil until pages are known.
    var folio: String?
  }

  enum Number: Hashable {
    case figure(Int)
    case table(Int)
  }

  /// By id.
  var targets: [String: Target] = [:]
  /// Where notes are numbered by the page; nil where they are through a chapter.
  var notes: NotePlaces?

  /// Two digits, as most booklets have, until the pages are known.
  static let unknownFolio = "00"

  func folio(of id: String) -> String { targets[id]?.folio ?? Self.unknownFolio }

  /// What stands before the page: the title in quotes, or nothing for a place without words.
  func name(of id: String, in language: BookLanguage) -> String {
    guard let target = targets[id] else { return "" }
    switch target.number {
    case .figure(let number): return label(language.apparatus.figure, number, in: language)
    case .table(let number): return label(language.apparatus.table, number, in: language)
    case nil:
      guard !target.title.isEmpty else { return "" }
      let (labels, title) = (language.labels, target.title.isolated(in: language.direction))
      return "\(labels.openQuote)\(title)\(labels.closeQuote)\(labels.comma)"
    }
  }

  private func label(_ word: String, _ number: Int, in language: BookLanguage) -> String {
    "\(word)\u{A0}\(language.digits.written(number))\(language.labels.comma)"
  }
}

extension String {
  /// Held together where its first letter runs another way than what surrounds it; letters of a title
  /// say enough.
  fileprivate func isolated(in direction: Direction) -> String {
    let first = unicodeScalars.first { $0.isRightToLeft || $0.properties.isAlphabetic }
    guard let first, first.isRightToLeft != (direction == .rightToLeft) else { return self }
    return isolated(running: first.isRightToLeft ? .rightToLeft : .leftToRight)
  }
}
