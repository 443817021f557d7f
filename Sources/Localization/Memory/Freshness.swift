/// How one passage of a translation stands to the source.
package struct PassageState: Hashable, Sendable {
  package enum Freshness: String, Hashable, Sendable, CaseIterable {
    /// Confirmed, and neither side has changed since.
    case fresh
    /// Confirmed against words that the source has changed since.
    case stale
    /// The source has it, the translation has not.
    case missing
    /// Translates what the source no longer has.
    case orphan
    /// Nobody has confirmed these words yet.
    case unconfirmed
    /// This language alone has it, on purpose.
    case local
  }

  package var freshness: Freshness
  /// Nil for orphans and local passages.
  package var source: Passage?
  /// Nil for missing passages.
  package var translation: Passage?
  /// The source's words when the translation was last confirmed; nil where it never was.
  package var confirmedSource: String?
  /// The translation's words then, where they were others.
  package var confirmedTranslation: String?

  /// Whether nobody has anything to do about it.
  package var isSettled: Bool { freshness == .fresh || freshness == .local }
}

/// How a translation stands to its source, passage by passage.
package struct TranslationState: Hashable, Sendable {
  /// In the order of the source; orphans and local passages after what they follow.
  package var passages: [PassageState]

  package func count(_ freshness: PassageState.Freshness) -> Int {
    passages.count { $0.freshness == freshness }
  }

  /// The part of the source's passages whose translation is fresh; 1 of an empty book.
  package var freshPart: Double {
    let all = passages.count { $0.source != nil }
    return all == 0 ? 1 : Double(count(.fresh)) / Double(all)
  }

  /// The same of a hundred; a hundred only where all of them are.
  package var freshPercent: Int { Int(freshPart * 100) }

  package func isFresh(toPercent least: Int) -> Bool {
    count(.fresh) * 100 >= least * passages.count { $0.source != nil }
  }

  /// Passages for which a translator has something to do.
  package var waiting: Int { count(.stale) + count(.missing) + count(.unconfirmed) }

  /// Compares the memory with today's source and translation.
  ///
  /// First what the memory knows word for word, wherever it stands now; what is left is aligned.
  package init(source: [Passage], translation: [Passage], memory: Memory) {
    var matching = Matching(source: source, translation: translation, memory: memory)
    matching.matchRemembered()
    matching.align()
    passages = matching.states
  }
}

private struct Matching {
  let source: [Passage]
  let translation: [Passage]
  let memory: Memory
  private let sourceForms: [NormalForm]
  private let translationForms: [NormalForm]
  /// The memory's entries by their translation.
  private var entries: [NormalForm: [Int]] = [:]
  private let entrySources: [NormalForm]
  /// The source passage of each translated one, and the entry that vouches for its words.
  private var partners: [Int?]
  private var vouchers: [Int?]
  private var isTaken: [Bool]

  init(source: [Passage], translation: [Passage], memory: Memory) {
    self.source = source
    self.translation = translation
    self.memory = memory
    sourceForms = source.map(\.normalForm)
    translationForms = translation.map(\.normalForm)
    entrySources = memory.entries.map { NormalForm(of: $0.source) }
    partners = Array(repeating: nil, count: translation.count)
    vouchers = Array(repeating: nil, count: translation.count)
    isTaken = Array(repeating: false, count: source.count)
    for (index, entry) in memory.entries.enumerated() {
      entries[NormalForm(of: entry.translation), default: []].append(index)
    }
  }

  /// Translated passages whose words the memory knows, with source passages whose words it knows them
  /// to translate. The same words may stand in several places ("Madam, Sir,"): those in the same section
  /// first, then in order.
  mutating func matchRemembered() {
    var places: [NormalForm: [Int]] = [:]
    for index in source.indices { places[sourceForms[index], default: []].append(index) }

    for isSameSection in [true, false] {
      for index in translation.indices where partners[index] == nil {
        let known = entries[translationForms[index]] ?? []
        vouchers[index] = vouchers[index] ?? known.first
        for entry in known where !memory.entries[entry].isLocal {
          let free = places[entrySources[entry]]?.first { place in
            !isTaken[place]
              && (!isSameSection
                || source[place].place.section == translation[index].place.section
                  && source[place].kind == translation[index].kind)
          }
          guard let free else { continue }
          pair(index, with: free)
          vouchers[index] = entry
          break
        }
      }
    }
  }

  private mutating func pair(_ index: Int, with place: Int) {
    partners[index] = place
    isTaken[place] = true
  }

  /// What the memory does not pair: section by section, in order, by kind and by what languages share.
  mutating func align() {
    var sections: [String: (source: [Int], translation: [Int])] = [:]
    var order: [String] = []
    func note(_ section: String) {
      if sections[section] == nil {
        sections[section] = ([], [])
        order.append(section)
      }
    }
    for index in source.indices where !isTaken[index] {
      note(source[index].place.section)
      sections[source[index].place.section]?.source.append(index)
    }
    for index in translation.indices where partners[index] == nil && !isLocal(index) {
      note(translation[index].place.section)
      sections[translation[index].place.section]?.translation.append(index)
    }
    for section in order {
      guard let left = sections[section] else { continue }
      for (place, index) in Alignment.pairs(
        left.source.map { source[$0] },
        left.translation.map { index in
          Alignment.Candidate(
            passage: translation[index],
            confirmedSource: vouchers[index].map { memory.entries[$0].source })
        })
      {
        pair(left.translation[index], with: left.source[place])
      }
    }
  }

  private func isLocal(_ index: Int) -> Bool {
    vouchers[index].map { memory.entries[$0].isLocal } ?? false
  }

  var states: [PassageState] {
    var byPlace: [Int: PassageState] = [:]
    // What has no place in the source comes after the passage before it in the translation.
    var followers: [Int: [PassageState]] = [:]
    var last = -1
    for index in translation.indices {
      let state = state(of: index)
      if let place = partners[index] {
        byPlace[place] = state
        last = place
      } else {
        followers[last, default: []].append(state)
      }
    }
    var states = followers[-1] ?? []
    for place in source.indices {
      states.append(
        byPlace[place]
          ?? PassageState(
            freshness: .missing, source: source[place], translation: nil, confirmedSource: nil,
            confirmedTranslation: nil))
      states += followers[place] ?? []
    }
    return states
  }

  private func state(of index: Int) -> PassageState {
    let entry = vouchers[index].map { memory.entries[$0] }
    let partner = partners[index]
    let freshness: PassageState.Freshness =
      switch (entry, partner) {
      case (let entry?, nil): entry.isLocal ? .local : .orphan
      case (nil, nil): .unconfirmed
      case (nil, _?): .unconfirmed
      case (_?, let place?):
        vouchers[index].map { entrySources[$0] == sourceForms[place] } ?? false ? .fresh : .stale
      }
    // Words that nobody confirmed may stand in the place of others that were.
    let earlier = entry ?? partner.flatMap { confirmedEntry(of: $0) }
    return PassageState(
      freshness: freshness, source: partner.map { source[$0] }, translation: translation[index],
      confirmedSource: earlier?.source,
      confirmedTranslation: entry == nil ? earlier?.translation : nil)
  }

  private func confirmedEntry(of place: Int) -> Memory.Entry? {
    entrySources.firstIndex(of: sourceForms[place]).map { memory.entries[$0] }
  }
}
