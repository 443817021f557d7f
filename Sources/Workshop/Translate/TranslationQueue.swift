internal import Localization

/// How many passages of a translation wait for a translator, and why.
package struct TranslationQueue: Hashable, Sendable {
  package var language: String
  package var stale: Int
  package var missing: Int
  package var unconfirmed: Int

  /// Nil where none waits.
  init?(_ translation: Translation) {
    let state = translation.state
    guard state.waiting > 0 else { return nil }
    language = translation.language
    stale = state.count(.stale)
    missing = state.count(.missing)
    unconfirmed = state.count(.unconfirmed)
  }
}
