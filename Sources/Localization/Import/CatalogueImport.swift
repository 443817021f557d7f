/// What a catalogue that came back asks of a translation's files.
package struct CatalogueImport: Hashable, Sendable {
  /// Put these words in the place of the passage's.
  package var replacements: [Rewording] = []
  /// Translated in the catalogue, and nowhere in the files: to be written after what comes before them.
  package var additions: [Rewording] = []
  /// Said in the files as the catalogue has it.
  package var agreements: [Rewording] = []
  /// Edited in the file and, differently, in the catalogue.
  package var conflicts: [Rewording] = []
  /// Entries that someone edited, and whose source the book no longer has.
  package var unknown: [POFile.Entry] = []
  /// Entries whose words are no passage by themselves.
  package var malformed: [POFile.Entry] = []
  /// Signs that the book does not know, in words that are left out for them.
  package var strange: [StrangeSign] = []
  /// Whether it came of the memory's own file.
  var isOfMemory = false

  /// Nothing is asked.
  init() {}

  /// - Parameter catalogue: entries marked fuzzy or empty are passed over.
  package init(of catalogue: POFile, into state: TranslationState) {
    let entries = catalogue.entries.filter(\.isReady)
    var signs = StrangeSigns(in: state)
    var places = EntryPlaces(of: catalogue.entries)
    var waiting: [NormalForm: [PassageState]] = [:]
    var contexts = EntryContexts()
    var outdated: [(entry: POFile.Entry, state: PassageState)] = []
    var taken: [(entry: POFile.Entry, state: PassageState)] = []
    var stale: [NormalForm: [PassageState]] = [:]
    for passage in state.passages {
      guard let source = passage.source else { continue }
      let context = contexts.context(of: source, saying: passage.translation?.text ?? "")
      if let entry = places.take(context.text, source) {
        taken.append((entry, passage))
      } else {
        waiting[source.normalForm, default: []].append(passage)
        if passage.freshness == .stale, let earlier = passage.confirmedSource {
          stale[NormalForm(of: earlier), default: []].append(passage)
        }
      }
    }
    // What has moved since is known by its words.
    for entry in entries where !places.isTaken(entry) {
      let id = NormalForm(of: entry.id)
      let found = waiting.removeValue(forKey: id) ?? []
      taken += found.map { (entry, $0) }
      // Of what is gone, only what a translator has written since the export is worth a word.
      guard found.isEmpty, NormalForm(of: entry.translation).hash != entry.exportedHash else {
        continue
      }
      let place = entry.context.map { String(Contexts.place($0)) }
      let same = stale[id] ?? []
      if let passage = same.first(where: { $0.source?.place.description == place }) ?? same.first {
        outdated.append((entry, passage))
      } else {
        unknown.append(entry)
      }
    }
    // Unless the catalogue has words for what the source says today, too.
    let said = Set(taken.compactMap(\.state.source))
    for (entry, passage) in outdated {
      if let source = passage.source, said.contains(source) {
        unknown.append(entry)
      } else {
        take(entry, for: passage, &signs, of: entry.id)
      }
    }
    for (entry, passage) in taken where entry.isReady { take(entry, for: passage, &signs) }
  }

  private mutating func take(
    _ entry: POFile.Entry, for state: PassageState, _ signs: inout StrangeSigns,
    of earlierSource: String? = nil
  ) {
    let raw = NormalForm(of: entry.translation)
    guard var rewording = Rewording(entry, for: state) else {
      // As it was exported, it is in the file already, whatever it looks like by itself.
      if state.translation?.normalForm != raw { malformed.append(entry) }
      return
    }
    rewording.earlierSource = earlierSource
    let isSaid = state.translation?.normalForm == rewording.words
    if !isSaid, raw.hash != entry.exportedHash, let sign = signs.first(in: rewording) {
      strange.append(sign)
      return
    }
    guard let translation = state.translation else {
      additions.append(rewording)
      return
    }
    if let proposal = state.proposal.map({ NormalForm(of: $0) }) {
      // Another has edited the memory, and waits: it is not for this catalogue to confirm other words.
      if isSaid || raw.hash == entry.exportedHash { return }
      if rewording.words != proposal {
        conflicts.append(rewording)
        return
      }
    }
    if isSaid {
      if earlierSource == nil { agreements.append(rewording) }
      return
    }
    if let exported = entry.exportedHash {
      // The words at the export tell who has changed them since.
      if raw.hash == exported { return }
      let isEditedInFile = translation.normalForm.hash != exported
      isEditedInFile ? conflicts.append(rewording) : replacements.append(rewording)
      return
    }
    // The file's words are as the memory knows them, or as the catalogue was made from them.
    let known = state.confirmedTranslation.map { NormalForm(of: $0) }
    if known == raw {
      // The catalogue is the older of the two: the file's words stay, and wait to be confirmed.
    } else if state.freshness == .unconfirmed {
      conflicts.append(rewording)
    } else {
      replacements.append(rewording)
    }
  }
}

extension POFile.Entry {
  /// Whether someone has translated it: white space and signs that nobody sees are no words.
  fileprivate var isReady: Bool { !isFuzzy && !NormalForm(of: translation).text.isEmpty }
}

/// The entries of a catalogue by the place and the words of what they translate.
private struct EntryPlaces {
  private struct Key: Hashable {
    var context: String
    var words: String
  }

  private var exact: [Key: POFile.Entry] = [:]
  /// Typography may have changed since.
  private var folded: [Key: POFile.Entry] = [:]
  private var taken: Set<Key> = []

  init(of entries: [POFile.Entry]) {
    for entry in entries {
      exact[Key(context: entry.context ?? "", words: entry.id)] = entry
      folded[Key(context: entry.context ?? "", words: NormalForm(of: entry.id).text)] = entry
    }
  }

  mutating func take(_ context: String, _ source: Passage) -> POFile.Entry? {
    guard
      let entry = exact[Key(context: context, words: source.text)]
        ?? folded[Key(context: context, words: source.normalForm.text)]
    else { return nil }
    taken.insert(Key(context: context, words: entry.id))
    return entry
  }

  func isTaken(_ entry: POFile.Entry) -> Bool {
    taken.contains(Key(context: entry.context ?? "", words: entry.id))
  }
}
