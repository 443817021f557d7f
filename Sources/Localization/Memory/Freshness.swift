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

    /// Whether the passage itself gives nobody anything to do.
    package var isSettled: Bool { self == .fresh || self == .local }
  }

  package var freshness: Freshness
  /// Nil for orphans and local passages.
  package var source: Passage?
  /// Nil for missing passages.
  package var translation: Passage?
  /// What the memory has of it: what it was last confirmed as, on both sides. Where nobody has confirmed
  /// today's words, what stood in their place before.
  package var remembered: Remembered?

  /// An entry of the memory, and what it says of a passage.
  package struct Remembered: Hashable, Sendable {
    /// Its place among the memory's entries.
    package var index: Int
    package var entry: Memory.Entry
    /// Whether it was confirmed with the very words that the translation has today.
    package var isVoucher: Bool
  }

  /// The source's words when the translation was last confirmed; nil where it never was.
  package var confirmedSource: String? { remembered?.entry.source }
  /// The translation's words then, where they were others and are still known.
  package var confirmedTranslation: String? {
    guard let remembered, !remembered.isVoucher, remembered.entry.isAsConfirmed != false else {
      return nil
    }
    return remembered.entry.translation
  }

  /// Other words than the translation's that someone wrote into the memory's file: Weblate and Poedit do.
  package var proposal: String? {
    guard let entry = remembered?.entry, let translation else { return nil }
    let isEdited = remembered?.isVoucher == true || entry.isAsConfirmed != true
    return isEdited && NormalForm(of: entry.translation) != translation.normalForm
      ? entry.translation : nil
  }

  /// Whether nobody has anything to do about it.
  package var isSettled: Bool { freshness.isSettled && proposal == nil }

  /// The source's, or the translation's where the source has it not.
  package var place: Passage.Place? { (source ?? translation)?.place }
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

  /// Whether nobody has anything to do about any of it.
  package var isSettled: Bool { passages.allSatisfy(\.isSettled) }

  /// Passages for which a translator has something to do.
  package var waiting: Int { count(.stale) + count(.missing) + count(.unconfirmed) }

  /// Compares the memory with today's source and translation.
  ///
  /// First what the memory knows word for word, wherever it stands now; what is left is aligned, and what
  /// is new on one side or both is held against what stood in its place.
  package init(source: [Passage], translation: [Passage], memory: Memory) {
    var matching = Matching(source: source, translation: translation, memory: memory)
    matching.matchRemembered()
    matching.align()
    matching.findPredecessors()
    passages = matching.states
  }
}
