/// The fewest letters of a word that stay before and after a hyphen.
///
/// The patterns allow two and two in most languages. On a narrow page, two letters alone on a
/// line are ugly and slow to read, so the languages of long words keep three after the hyphen.
struct HyphenationMinima: Equatable {
  var left: Int
  var right: Int

  static let usual = HyphenationMinima(left: 2, right: 3)

  private static let others: [String: HyphenationMinima] = [
    "ca": HyphenationMinima(left: 2, right: 2),
    "de": HyphenationMinima(left: 2, right: 2),
    "eu": HyphenationMinima(left: 2, right: 2),
    "it": HyphenationMinima(left: 2, right: 2),
    "nl": HyphenationMinima(left: 2, right: 2),
    "oc": HyphenationMinima(left: 2, right: 2),
  ]

  /// Scripts that join their letters or need no hyphen, and no language at all.
  private static let undivided: Set<String> = [
    "", "ar", "ary", "arz", "fa", "he", "ja", "ko", "mul", "ps", "und", "ur", "yi", "yue", "zh",
    "zxx",
  ]

  /// Nil for a language that is never hyphenated.
  init?(language tag: String) {
    let language = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    guard !Self.undivided.contains(language) else { return nil }
    self = Self.others[language] ?? .usual
  }

  init(left: Int, right: Int) {
    self.left = left
    self.right = right
  }
}
