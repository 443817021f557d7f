/// Words that nobody has confirmed stand in the place of others that somebody has: both sides were
/// rewritten, or a patch brought a translation without its memory. What they were stays known until the
/// new words are confirmed.
extension Matching {
  mutating func findPredecessors() {
    var free = Set(memory.entries.indices)
    for index in vouchers { if let index { free.remove(index) } }
    findBySource(&free)
    findByLikeness(free)
  }

  /// The source still says what the entry was confirmed against: those of the same section first.
  private mutating func findBySource(_ free: inout Set<Int>) {
    var known: [NormalForm: [Int]] = [:]
    for (index, form) in entrySources.enumerated() where !memory.entries[index].isLocal {
      known[form, default: []].append(index)
    }
    func isHere(_ entry: Int, _ place: Int) -> Bool {
      memory.entries[entry].place.section == source[place].place.section
    }
    func take(for place: Int) -> Int? {
      let open = known[sourceForms[place], default: []].filter(free.contains)
      let found = open.first { isHere($0, place) } ?? open.first
      if let found { free.remove(found) }
      return found
    }
    for index in translation.indices where vouchers[index] == nil {
      guard let place = partners[index] else { continue }
      // Of the same words twice in one section, translated alike, the memory has one entry.
      predecessors[index] =
        take(for: place) ?? known[sourceForms[place]]?.first { isHere($0, place) }
    }
    for place in source.indices where !isTaken[place] { lost[place] = take(for: place) }
  }

  /// Neither side is as it was: section by section, in order, by what one side or the other has kept of its
  /// words, or, where all of them are new, by what stands before and after.
  private mutating func findByLikeness(_ free: Set<Int>) {
    guard !free.isEmpty else { return }
    let gaps = Gaps(of: self)
    let open = translation.indices.filter { vouchers[$0] == nil && predecessors[$0] == nil }
    let pairs = pairs(
      of: free,
      with: open.map { index in
        Newcomer(
          index: index, source: partners[index].map { source[$0] }, translation: translation[index],
          gap: gaps.ofPassages[index])
      }, gaps)
    for (entry, index) in pairs { predecessors[index] = entry }
    // What is not translated any more, and reads otherwise in the source.
    let missing = source.indices.filter { !isTaken[$0] && lost[$0] == nil }
    let rest = self.pairs(
      of: free.subtracting(pairs.map(\.entry)),
      with: missing.map { Newcomer(index: $0, source: source[$0]) }, gaps)
    for (entry, index) in rest { lost[index] = entry }
  }

  private func pairs(
    of free: Set<Int>, with newcomers: [Newcomer], _ gaps: Gaps
  ) -> [(entry: Int, index: Int)] {
    let entries = Dictionary(grouping: free.sorted()) { memory.entries[$0].place.section }
    let sections = Dictionary(grouping: newcomers, by: \.section)
    return sections.keys.sorted().flatMap { section -> [(entry: Int, index: Int)] in
      // A section of hundreds of new passages has no history worth so many comparisons.
      guard let old = entries[section], let new = sections[section],
        old.count * new.count <= 10_000
      else { return [] }
      let words = old.map { Bags(memory.entries[$0]) }
      return heaviestPairs(old.count, new.count) { i, j in
        let likeness = words[i].likeness(to: new[j].words)
        if likeness >= WordBag.leastLikeness { return 10 + likeness }
        let isLocal = memory.entries[old[i]].isLocal
        return !isLocal && new[j].gap?.isOne(with: gaps.ofEntries[old[i]]) == true ? 1 : 0
      }.map { (entry: old[$0], index: new[$1].index) }
    }
  }
}

/// A passage of which the memory knows neither side.
private struct Newcomer {
  var index: Int
  var section: String
  var words: Bags
  /// Nil where likeness alone counts.
  var gap: Gap?

  init(index: Int, source: Passage?, translation: Passage? = nil, gap: Gap? = nil) {
    self.index = index
    section = (translation ?? source)?.place.section ?? ""
    words = Bags(
      source: source.map { WordBag(of: $0.text) },
      translation: translation.map { WordBag(of: $0.text) })
    // What this language alone has may stand anywhere.
    self.gap = source == nil ? nil : gap
  }
}

/// The words of both sides, or of the one there is.
private struct Bags {
  var source: WordBag?
  var translation: WordBag?

  init(source: WordBag?, translation: WordBag?) {
    self.source = source
    self.translation = translation
  }

  init(_ entry: Memory.Entry) {
    source = entry.isLocal ? nil : WordBag(of: entry.source)
    translation = WordBag(of: entry.translation)
  }

  /// On the side that has kept more.
  func likeness(to other: Bags) -> Int {
    func likeness(_ mine: WordBag?, _ theirs: WordBag?) -> Int {
      guard let mine, let theirs else { return 0 }
      return mine.likeness(to: theirs)
    }
    return max(
      likeness(source, other.source), likeness(translation, other.translation))
  }
}

/// The nearest entries before and after, of the same section, that vouch for a passage of today.
private struct Gap {
  var before: Int?
  var after: Int?

  func isOne(with other: Gap) -> Bool { before == other.before || after == other.after }
}

/// Between which known neighbours an entry stood in the memory, and a passage stands now.
private struct Gaps {
  let ofEntries: [Gap]
  let ofPassages: [Gap]

  init(of matching: Matching) {
    let vouching = Set(matching.vouchers.compactMap { $0 })
    ofEntries = Self.gaps(matching.memory.entries.map(\.place.section)) {
      vouching.contains($0) ? $0 : nil
    }
    ofPassages = Self.gaps(matching.translation.map(\.place.section)) { matching.vouchers[$0] }
  }

  /// - Parameter mark: the entry that vouches for what stands at a place.
  private static func gaps(_ sections: [String], mark: (Int) -> Int?) -> [Gap] {
    var gaps = [Gap](repeating: Gap(), count: sections.count)
    func go(through places: some Sequence<Int>, _ side: WritableKeyPath<Gap, Int?>) {
      var last: (section: String, mark: Int)?
      for place in places {
        if let last, last.section == sections[place] { gaps[place][keyPath: side] = last.mark }
        if let mark = mark(place) { last = (sections[place], mark) }
      }
    }
    go(through: sections.indices, \.before)
    go(through: sections.indices.reversed(), \.after)
    return gaps
  }
}
