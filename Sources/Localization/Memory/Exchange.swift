extension TranslationState {
  /// The catalogue for translators: every passage of the source in its order, those that lag behind marked
  /// fuzzy with the words they were confirmed against, those that wait with no translation; local passages
  /// are nobody else's business.
  package func catalogue(language: String, title: String, kinds: Bool = true) -> POFile {
    var file = POFile.named(title, language: language)
    var contexts = Contexts()
    for state in passages {
      guard let source = state.source else { continue }
      var entry = POFile.Entry()
      guard
        let context = contexts.context(
          source.place.description, of: source.text, saying: state.translation?.text ?? "")
      else { continue }
      entry.context = context
      entry.id = source.text
      entry.extractedComments = [source.kind.rawValue]
      entry.translation = state.translation?.text ?? ""
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

/// What a catalogue that came back asks of a translation's files.
package struct CatalogueImport: Hashable, Sendable {
  /// Put these words in the place of the passage's.
  package struct Replacement: Hashable, Sendable {
    package var state: PassageState
    package var text: String
  }

  package var replacements: [Replacement] = []
  /// Translated in the catalogue, and nowhere in the files: to be written after what comes before them.
  package var additions: [Replacement] = []
  /// Confirmed by the catalogue: as they are in the files, or as they will be.
  package var confirmed: Set<Passage> = []
  /// Edited in the file and, differently, in the catalogue.
  package var conflicts: [Replacement] = []
  /// Entries whose source the book no longer has.
  package var unknown: [POFile.Entry] = []

  /// - Parameter catalogue: entries marked fuzzy or empty are passed over.
  package init(of catalogue: POFile, into state: TranslationState) {
    var places: [NormalForm: [Int]] = [:]
    for (index, passage) in state.passages.enumerated() {
      guard let source = passage.source else { continue }
      places[source.normalForm, default: []].append(index)
    }
    for entry in catalogue.entries where !entry.isFuzzy && !entry.translation.isEmpty {
      let found = places[NormalForm(of: entry.id)] ?? []
      let here = found.filter {
        state.passages[$0].source?.place.description
          == entry.context.map { String(Contexts.place($0)) }
      }
      let targets = here.isEmpty ? found : here
      guard !targets.isEmpty else {
        unknown.append(entry)
        continue
      }
      for index in targets { take(entry.translation, for: state.passages[index]) }
    }
  }

  private mutating func take(_ text: String, for state: PassageState) {
    guard let source = state.source else { return }
    guard let translation = state.translation else {
      additions.append(Replacement(state: state, text: text))
      confirmed.insert(source)
      return
    }
    let form = NormalForm(of: text)
    if form == translation.normalForm {
      confirmed.insert(source)
      return
    }
    // The file's words are as the memory knows them, or as the catalogue was made from them.
    let known = state.confirmedTranslation.map { NormalForm(of: $0) }
    let isEditedInFile = state.freshness == .unconfirmed && known != form
    if isEditedInFile {
      conflicts.append(Replacement(state: state, text: text))
    } else if known == form {
      // The catalogue is the older of the two: the file's words stay, and wait to be confirmed.
    } else {
      replacements.append(Replacement(state: state, text: text))
      confirmed.insert(source)
    }
  }
}
