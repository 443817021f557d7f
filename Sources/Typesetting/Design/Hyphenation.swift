/// How a language's words are divided at the ends of lines.
package struct Hyphenation: Hashable, Sendable {
  /// The tag under which the dictionary is looked for, where it is not the language's own.
  package var dictionary: String?
  /// The fewest letters of a word that stay before a hyphen, and after it.
  package var before: Int
  package var after: Int

  package init(dictionary: String? = nil, before: Int = 2, after: Int = 3) {
    self.dictionary = dictionary
    self.before = before
    self.after = after
  }
}
