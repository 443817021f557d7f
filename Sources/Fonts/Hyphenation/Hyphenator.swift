internal import Typesetting

/// Divides words by the dictionaries of one folder, opened when first needed.
final class Hyphenator {
  /// Languages without a dictionary, in the order asked for.
  private(set) var missing: [String] = []
  private let folder: String
  /// By tag; nil for languages that divide no words.
  private let rules: [String: Hyphenation?]
  private var languages: [String: Language] = [:]
  /// The one last asked for: nearly every word is of the same language as the one before it.
  private var last: (tag: String, language: Language)?

  private final class Language {
    let rule: Hyphenation
    let dictionary: HyphenationDictionary?
    var known: [WordKey: [Int]] = [:]

    init(rule: Hyphenation, dictionary: HyphenationDictionary?) {
      self.rule = rule
      self.dictionary = dictionary
    }
  }

  /// Equal only byte by byte: as Strings, "é" in one piece and in two are equal, yet their
  /// offsets differ.
  private struct WordKey: Hashable {
    var word: String

    static func == (a: WordKey, b: WordKey) -> Bool { a.word.utf8.elementsEqual(b.word.utf8) }

    func hash(into hasher: inout Hasher) {
      var word = word
      word.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  init(folder: String, rules: [String: Hyphenation?] = [:]) {
    self.folder = folder
    self.rules = rules
  }

  /// UTF-8 offsets into the word before which it may be divided.
  func hyphenate(_ word: String, language tag: String) -> [Int] {
    let language = language(tag)
    guard let dictionary = language.dictionary, word.utf8.count <= DivisibleWord.mostBytes
    else { return [] }
    let key = WordKey(word: word)
    if let points = language.known[key] { return points }
    let points =
      DivisibleWord.parts(of: word).flatMap { $0.points(in: dictionary, keeping: language.rule) }
    language.known[key] = points
    return points
  }

  private func language(_ tag: String) -> Language {
    if let last, last.tag == tag { return last.language }
    let language = languages[tag] ?? opened(tag)
    last = (tag, language)
    return language
  }

  private func opened(_ tag: String) -> Language {
    let rule = rules[tag] ?? .usual(in: tag)
    let dictionary = rule.flatMap {
      HyphenationDictionary(language: $0.dictionary ?? tag, folder: folder)
    }
    if rule != nil && dictionary == nil { missing.append(tag) }
    let language = Language(rule: rule ?? Hyphenation(), dictionary: dictionary)
    languages[tag] = language
    return language
  }
}
