extension TranslationState {
  /// The catalogue for translators: every passage of the source in its order, those that lag behind marked
  /// fuzzy with the words they were confirmed against, those that wait with no translation; local passages
  /// are nobody else's business.
  package func catalogue(language: String, title: String) -> POFile {
    var file = POFile.named(title, language: language)
    var contexts = EntryContexts()
    for state in passages {
      guard let source = state.source else { continue }
      let context = contexts.context(of: source, saying: state.translation?.text ?? "")
      guard context.isNew else { continue }
      var entry = POFile.Entry()
      entry.context = context.text
      entry.id = source.text
      entry.translation = state.translation?.text ?? ""
      entry.extractedComments = [
        source.kind.rawValue, "\(seal) \(NormalForm(of: entry.translation).hash)",
      ]
      entry.flags = ["no-wrap"]
      switch state.freshness {
      case .stale:
        entry.flags.insert("fuzzy", at: 0)
        entry.previousID = state.confirmedSource
      case .unconfirmed:
        entry.flags.insert("fuzzy", at: 0)
      case .fresh, .missing, .orphan, .local:
        break
      }
      file.entries.append(entry)
    }
    return file
  }
}

/// Passages of one place and the same words are one entry where they are translated alike, and else
/// counted: the export and the import count them in the same way.
struct EntryContexts {
  private var said: [[String]: [String]] = [:]

  mutating func context(
    of source: Passage, saying translation: String
  ) -> (text: String, isNew: Bool) {
    let place = source.place.description
    let key = [place, source.text]
    let known = said[key] ?? []
    let index = known.firstIndex(of: translation) ?? known.count
    if index == known.count { said[key] = known + [translation] }
    return (index == 0 ? place : "\(place) (\(index + 1))", index == known.count)
  }
}

extension POFile.Entry {
  /// The hash of what stood in the file when the catalogue was made from it, or when the memory of which it
  /// is a copy was written; nil where another program has left it out.
  var exportedHash: String? {
    extractedComments.first { $0.hasPrefix("\(seal) ") }.map {
      String($0.dropFirst(seal.count + 1))
    } ?? confirmedHash
  }
}

/// Before the hash of an entry's words as they were exported: who has changed them since can be told.
private let seal = "exported"
