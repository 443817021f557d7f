import Diagnostics

@testable import Typesetting
@testable import Workshop

/// The languages that come with the tool.
extension BookLanguage {
  static let french = builtIn("fr")
  static let swissFrench = builtIn("fr-CH")
  static let english = builtIn("en")
  static let americanEnglish = builtIn("en-US")
  static let spanish = builtIn("es")
  static let german = builtIn("de")
  static let arabic = builtIn("ar")
  static let persian = builtIn("fa")
  static let japanese = builtIn("ja")
  static let chinese = builtIn("zh")

  static let known = Locales().tags.map(builtIn)

  /// For words of other languages in a text.
  static let byTag = Dictionary(uniqueKeysWithValues: known.map { ($0.tag, $0) })

  private static func builtIn(_ tag: String) -> BookLanguage { BookLanguage(tag: tag)! }

  init?(tag: String) {
    var found: [Diagnostic] = []
    guard let language = Locales().language(tag, reporting: &found), found.isEmpty else {
      return nil
    }
    self = language
  }
}
