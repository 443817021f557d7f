import Diagnostics
import Localization
import Testing

/// What the memory knows is not forgotten before someone has confirmed what took its place.
@Suite struct MemoryTests {
  private static let french =
    FreshnessTests.french + "\n\nUne note[^a].\n\n[^a]: L’article 226-1.\n"
  private static let english = FreshnessTests.english + "\n\nA note[^a].\n\n[^a]: Article 226-1.\n"
  private static let confirmed = TranslationState(
    source: passages(french), translation: passages(english), memory: Memory()
  ).memory(after: Memory()) { _ in true }

  private func state(
    _ source: String = french, _ translation: String = english, memory: Memory = confirmed
  ) -> TranslationState {
    TranslationState(
      source: passages(source), translation: passages(translation), memory: memory)
  }

  /// What becomes of one passage's words.
  enum Edit: CaseIterable {
    case kept, mended, rewritten, removed

    func of(_ text: String, in chapter: String) -> String {
      let words = text.split(separator: " ")
      return switch self {
      case .kept: chapter
      case .mended where words.count > 2:
        chapter.replacing(text, with: text.replacing(words[1], with: "xx"))
      case .mended, .rewritten: chapter.replacing(text, with: "Zut zut zut zut zut.")
      case .removed: chapter.replacing(text, with: "")
      }
    }
  }

  /// Whatever happens to a passage on both sides, confirming another one loses nothing of it; but what is
  /// gone on both sides goes.
  @Test(arguments: Edit.allCases, Edit.allCases)
  func nothingIsForgottenUnconfirmed(ofSource: Edit, ofTranslation: Edit) {
    for entry in Self.confirmed.entries where entry.source.count > 20 {
      let now = state(
        ofSource.of(entry.source, in: Self.french),
        ofTranslation.of(entry.translation, in: Self.english))
      let other = entry.place.section == "apres" ? "cameras" : "apres"
      let after = now.memory(after: Self.confirmed) { $0.source?.place.section == other }
      let isGone = ofSource == .removed && ofTranslation == .removed
      // Two passages that have nothing to do with each other any more: the one is new, the other lost.
      let isParted =
        (ofSource, ofTranslation) == (.removed, .rewritten)
        || (ofSource, ofTranslation) == (.rewritten, .removed)
      if !isParted { #expect(after.entries.contains(entry) != isGone, "\(entry.source)") }
      #expect(Set(Self.confirmed.entries).subtracting([entry]).isSubset(of: after.entries))
    }
  }

  @Test func whatWasRewrittenOnBothSidesShowsWhatItWas() {
    let source = Self.french.replacing("regardez autour de vous", with: "levez les yeux au ciel")
    let translation = Self.english.replacing("look around", with: "look up at the sky")
    let changed = state(source, translation).passages.first { $0.freshness == .unconfirmed }
    #expect(changed?.confirmedSource == "Avant de demander, regardez autour de vous.")
    #expect(changed?.confirmedTranslation == "Before you ask, look around.")
    let after = state(source, translation).memory(after: Self.confirmed) { $0 == changed }
    #expect(after.entries.count == Self.confirmed.entries.count)
    #expect(!after.entries.contains { $0.translation == "Before you ask, look around." })
    #expect(state(source, translation, memory: after).freshPart == 1)
  }

  @Test func aMissingPassageShowsHowItWasTranslated() {
    let now = state(Self.french, Self.english.replacing("- A charged phone.", with: ""))
    let missing = now.passages.first { $0.freshness == .missing }
    #expect(missing?.confirmedTranslation == "A charged phone.")
    // It is put back, and is as fresh as it was.
    let after = now.memory(after: Self.confirmed) { _ in true }
    #expect(state(memory: after).freshPart == 1)
  }

  @Test func aNoteIsKnownByItsLabelWhateverItsWords() {
    let now = state(Self.french.replacing("L’article 226-1.", with: "Le code pénal le dit."))
    #expect(now.passages.filter { !$0.isSettled }.map(\.freshness) == [.stale])
  }
}

/// Weblate and Poedit write into the memory's own file.
@Suite struct MemoryEditTests {
  private func state(
    _ translation: String = FreshnessTests.english, memory: Memory
  ) -> TranslationState {
    TranslationState(
      source: passages(FreshnessTests.french), translation: passages(translation), memory: memory)
  }

  private func edited(
    _ old: String = "A charged phone.", _ new: String = "A phone, charged.",
    _ change: (inout Memory.Entry) -> Void = { _ in }
  ) -> Memory {
    var memory = FreshnessTests.confirmed
    for index in memory.entries.indices where memory.entries[index].translation == old {
      memory.entries[index].translation = new
      change(&memory.entries[index])
    }
    return memory
  }

  @Test func itWaitsAndIsNotForgotten() {
    let memory = edited()
    let now = state(memory: memory)
    let waiting = now.passages.filter { !$0.isSettled }
    #expect(waiting.map(\.freshness) == [.fresh])
    #expect(waiting.map(\.proposal) == ["A phone, charged."])
    #expect(waiting.map(\.translation?.text) == ["A charged phone."])
    #expect(now.memory(after: memory) { $0.proposal == nil } == memory)
  }

  @Test func onceItStandsInTheTranslationNothingWaits() {
    let memory = edited()
    let now = state(
      FreshnessTests.english.replacing("A charged phone.", with: "A phone, charged."),
      memory: memory)
    #expect(now.passages.allSatisfy { $0.isSettled })
    let after = now.memory(after: memory) { _ in false }
    #expect(after.entries.allSatisfy { $0.isAsConfirmed == true })
  }

  @Test func editedOnBothSidesItIsInConflict() {
    let now = state(
      FreshnessTests.english.replacing("A charged phone.", with: "A full phone."),
      memory: edited())
    let waiting = now.passages.filter { !$0.isSettled }
    #expect(waiting.map(\.freshness) == [.unconfirmed])
    #expect(waiting.map(\.proposal) == ["A phone, charged."])
    #expect(waiting.map(\.confirmedTranslation) == [nil])
  }

  /// A memory of before hashes were kept: either side may be the newer one.
  @Test func withoutAHashNothingTells() {
    let memory = edited { $0.confirmedHash = nil }
    let now = state(memory: memory)
    #expect(now.passages.compactMap(\.proposal) == ["A phone, charged."])
    #expect(now.memory(after: memory) { $0.proposal == nil } == memory)
  }

  @Test func aDraftIsKeptAndVouchesForNothing() {
    let draft = edited("A charged phone.", "A charged phone.") { $0.isFuzzy = true }
    let now = state(memory: draft)
    #expect(now.passages.filter { !$0.isSettled }.map(\.freshness) == [.unconfirmed])
    #expect(now.memory(after: draft) { _ in false } == draft)
    #expect(now.memory(after: draft) { _ in true } == FreshnessTests.confirmed)
  }

  @Test func theHashIsKeptInACommentThatProgramsLeave() {
    var found: [Diagnostic] = []
    let memory = edited()
    let text = memory.catalogue(language: "en", title: "guide").text
    #expect(
      text.contains(
        """
        #. confirmed \(NormalFormHash.chargedPhone)
        #, no-wrap
        msgctxt "01-test#terrain"
        msgid "Un téléphone chargé."
        msgstr "A phone, charged."
        """))
    #expect(Memory(POFile(parsing: text, file: "en.po", reporting: &found)) == memory)
  }

  private enum NormalFormHash {
    static let chargedPhone = NormalForm(of: "A charged phone.").hash
  }
}
