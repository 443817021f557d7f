internal import Typesetting

extension Hyphenation {
  /// Languages that nobody described but for which Debian has patterns that want another minimum.
  private static let others: [String: Hyphenation] = [
    "eu": Hyphenation(before: 2, after: 2),
    "nl": Hyphenation(before: 2, after: 2),
    "oc": Hyphenation(before: 2, after: 2),
  ]

  /// Scripts that join their letters or need no hyphen, and no language at all.
  private static let undivided: Set<String> = [
    "", "ar", "ary", "arz", "fa", "he", "ja", "ko", "mul", "ps", "und", "ur", "yi", "yue", "zh",
    "zxx",
  ]

  /// For a language of which nothing is known but its tag; nil for one that is never divided.
  ///
  /// The patterns allow two letters and two in most languages. On a narrow page, two letters alone
  /// on a line are ugly and slow to read, so three stay after the hyphen.
  static func usual(in tag: String) -> Hyphenation? {
    let language = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return undivided.contains(language) ? nil : others[language] ?? Hyphenation()
  }
}
