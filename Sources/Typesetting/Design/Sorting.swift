/// What is particular in how a language's readers look words up.
package struct Sorting: Hashable, Sendable {
  /// Places of the alphabet in order, where Unicode's order is not the readers'; letters of one place
  /// are looked up as one: "أ" and "إ" with "ا".
  package var alphabet: [[Unicode.Scalar]]
  /// What is written to a word and not looked up with it: the Arabic "ال".
  package var articles: [String]
  /// French dictionaries look at a word's last accent first: cote, côte, coté, côté.
  package var readsAccentsFromTheEnd: Bool

  package init(
    alphabet: [[Unicode.Scalar]] = [], articles: [String] = [], readsAccentsFromTheEnd: Bool = false
  ) {
    self.alphabet = alphabet
    self.articles = articles
    self.readsAccentsFromTheEnd = readsAccentsFromTheEnd
  }
}
