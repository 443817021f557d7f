import Localization
import Testing

/// The histories that break translations elsewhere: whatever happens to the source, what was confirmed
/// stays known, and only what really lags behind is said to.
@Suite struct FreshnessTests {
  static let french = """
    # Caméras {#cameras}

    Avant de demander, regardez autour de vous.

    Une carte faite à pied vaut mieux qu’une liste noircie. Elle met aussi des gens dehors.

    ## Terrain {#terrain}

    Ne touchez à rien et restez sur la voie publique.

    Madame, Monsieur,

    - Un plan du quartier imprimé.
    - Un téléphone chargé.

    ## Après {#apres}

    Madame, Monsieur,

    Le 5 février, le refus est né.
    """
  static let english = """
    # Cameras {#cameras}

    Before you ask, look around.

    A map made on foot is worth more than a blacked-out list. It also gets people outdoors.

    ## In the field {#terrain}

    Touch nothing and stay on the public road.

    Dear Sir or Madam,

    - A printed map of the neighbourhood.
    - A charged phone.

    ## Afterwards {#apres}

    Dear Sir or Madam,

    On 5 February the refusal is born.
    """

  private func state(
    _ source: String, _ translation: String = english, memory: Memory? = nil
  ) -> TranslationState {
    TranslationState(
      source: passages(source), translation: passages(translation),
      memory: memory ?? Self.confirmed)
  }

  /// All of it confirmed, as by `livret translate confirm en`.
  static let confirmed = TranslationState(
    source: passages(french), translation: passages(english), memory: Memory()
  ).memory(after: Memory()) { _ in true }

  private func counts(_ state: TranslationState) -> String {
    PassageState.Freshness.allCases.compactMap { freshness in
      let count = state.count(freshness)
      return count == 0 ? nil : "\(count) \(freshness.rawValue)"
    }.joined(separator: ", ")
  }

  @Test func untrackedTranslationsAreAlignedAndUnconfirmed() {
    #expect(counts(state(Self.french, memory: Memory())) == "11 unconfirmed")
  }

  @Test func confirmedOnceAllIsFresh() {
    let now = state(Self.french)
    #expect(counts(now) == "11 fresh")
    #expect(now.freshPart == 1)
    #expect(now.passages.allSatisfy { $0.source?.kind == $0.translation?.kind })
  }

  @Test func aTypographicFixMakesNothingStale() {
    let fixed = Self.french.replacing("qu’une", with: "qu'une").replacing(
      "noircie. Elle", with: "noircie.\nElle")
    #expect(counts(state(fixed)) == "11 fresh")
  }

  @Test func aTypoMendedMakesOneStaleAndKeepsWhatItWas() {
    let now = state(Self.french.replacing("5 février", with: "6 février"))
    #expect(counts(now) == "10 fresh, 1 stale")
    let stale = now.passages.first { $0.freshness == .stale }
    #expect(stale?.confirmedSource == "Le 5 février, le refus est né.")
    #expect(stale?.source?.text == "Le 6 février, le refus est né.")
    #expect(stale?.translation?.text == "On 5 February the refusal is born.")
  }

  @Test func aSplitParagraphIsStaleOnceAndMissingOnce() {
    let split = Self.french.replacing("noircie. Elle", with: "noircie.\n\nElle")
    #expect(counts(state(split)) == "10 fresh, 1 stale, 1 missing")
  }

  @Test func twoMergedAreStaleOnceAndOrphanOnce() {
    let merged = Self.french.replacing("vous.\n\nUne carte", with: "vous. Une carte")
    #expect(counts(state(merged)) == "9 fresh, 1 stale, 1 orphan")
  }

  @Test func reorderedPassagesStayFresh() {
    let reordered = Self.french.replacing(
      "- Un plan du quartier imprimé.\n- Un téléphone chargé.",
      with: "- Un téléphone chargé.\n- Un plan du quartier imprimé.")
    #expect(counts(state(reordered)) == "11 fresh")
  }

  @Test func aRenamedChapterStaysFresh() {
    let now = TranslationState(
      source: passages(Self.french, named: "07-autre"),
      translation: passages(Self.english, named: "07-autre"), memory: Self.confirmed)
    #expect(counts(now) == "11 fresh")
    #expect(now.memory(after: Self.confirmed) { _ in false }.entries[0].place.chapter == "07-autre")
  }

  @Test func aPatchWithoutTheMemoryIsUnconfirmed() {
    let now = state(
      Self.french, Self.english.replacing("Touch nothing", with: "Do not touch anything"))
    #expect(counts(now) == "10 fresh, 1 unconfirmed")
    let changed = now.passages.first { $0.freshness == .unconfirmed }
    #expect(changed?.confirmedTranslation == "Touch nothing and stay on the public road.")
    // Keeping the memory keeps the old words, so that the change is not forgotten.
    #expect(now.memory(after: Self.confirmed) { _ in false } == Self.confirmed)
  }

  @Test func twoPeopleConfirmAtOnce() {
    let source = Self.french.replacing("5 février", with: "6 février").replacing(
      "regardez autour", with: "levez les yeux autour")
    let now = state(source)
    #expect(counts(now) == "9 fresh, 2 stale")
    let one = now.memory(after: Self.confirmed) { $0.source?.place.section == "cameras" }
    let other = now.memory(after: Self.confirmed) { $0.source?.place.section == "apres" }
    // A merge keeps the lines of both.
    let merged = Memory(one.entries + other.entries.filter { !one.entries.contains($0) })
    #expect(counts(state(source, memory: merged)) == "11 fresh")
  }

  @Test func aNewPassageIsMissingAndALocalOneIsLocal() {
    let more = Self.french + "\n\nUne phrase de plus, sur le tribunal."
    #expect(counts(state(more)) == "11 fresh, 1 missing")

    let english = Self.english.replacing(
      "Before you ask", with: "The law described here is French.\n\nBefore you ask")
    let now = state(Self.french, english)
    #expect(counts(now) == "11 fresh, 1 unconfirmed")
    let memory = now.memory(after: Self.confirmed) { $0.freshness == .unconfirmed }
    #expect(counts(state(Self.french, english, memory: memory)) == "11 fresh, 1 local")
  }

  @Test func whatTheSourceLostIsAnOrphan() {
    let less = Self.french.replacing("- Un téléphone chargé.", with: "")
    #expect(counts(state(less)) == "10 fresh, 1 orphan")
  }

  @Test func aSectionWithAnotherHeadingIsAlignedByItsIdentifier() {
    let now = state(Self.french.replacing("## Terrain {", with: "## Sur le terrain {"))
    #expect(counts(now) == "10 fresh, 1 stale")
  }
}
