/// Which passage of the source each one of the translation belongs to, and what the memory says of both.
struct Matching {
  let source: [Passage]
  let translation: [Passage]
  let memory: Memory
  let sourceForms: [NormalForm]
  private let translationForms: [NormalForm]
  /// The memory's entries by their translation, and those edited in its file by the hash of what it was.
  private var entries: [NormalForm: [Int]] = [:]
  private var edited: [String: [Int]] = [:]
  let entrySources: [NormalForm]
  /// The source passage of each translated one, and the entry that vouches for its words.
  private(set) var partners: [Int?]
  private(set) var vouchers: [Int?]
  private(set) var isTaken: [Bool]
  /// What stood in the place of words that no entry vouches for: by translated passage, and by the source's
  /// where nothing is translated.
  var predecessors: [Int: Int] = [:]
  var lost: [Int: Int] = [:]

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
      let form = NormalForm(of: entry.translation)
      if !entry.isFuzzy { entries[form, default: []].append(index) }
      if let hash = entry.confirmedHash, hash != form.hash {
        edited[hash, default: []].append(index)
      }
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
        let known = entriesConfirming(index)
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

  /// Entries that were confirmed with a translated passage's words, whatever they say now; those of the
  /// same section first.
  private func entriesConfirming(_ index: Int) -> [Int] {
    let form = translationForms[index]
    let known = (entries[form] ?? []) + (edited.isEmpty ? [] : edited[form.hash] ?? [])
    guard known.count > 1 else { return known }
    let section = translation[index].place.section
    return known.filter { memory.entries[$0].place.section == section }
      + known.filter { memory.entries[$0].place.section != section }
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
            freshness: .missing, source: source[place],
            remembered: lost[place].map { remembered($0, isVoucher: false) }))
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
    return PassageState(
      freshness: freshness, source: partner.map { source[$0] }, translation: translation[index],
      remembered: vouchers[index].map { remembered($0, isVoucher: true) }
        ?? predecessors[index].map { remembered($0, isVoucher: false) })
  }

  private func remembered(_ index: Int, isVoucher: Bool) -> PassageState.Remembered {
    PassageState.Remembered(index: index, entry: memory.entries[index], isVoucher: isVoucher)
  }
}
