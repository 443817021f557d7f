internal import Diagnostics

extension Prose {
  /// "de de": a word written again by mistake, most often where a line ends.
  var doubledWords: [Diagnostic] {
    guard let mayRepeat = RepeatingWords.byLanguage[String(primaryLanguage)] else { return [] }
    var found: [Diagnostic] = []
    let words = words
    var index = 0
    while index < words.count {
      let first = words[index]
      // However often it stands there, it is one slip.
      while index + 1 < words.count, isRepeated(words[index], words[index + 1]) { index += 1 }
      let last = words[index]
      index += 1
      let text = text(last)
      guard last != first, last.count > 1 || text == "à", !mayRepeat.contains(text) else {
        continue
      }
      let canGo =
        RepeatingWords.never.contains(text)
        && isWhole((first.upperBound - 1)..<last.upperBound)
      found.append(
        .wordTwice(
          text, file: file, range: range(first.lowerBound..<last.upperBound),
          fix: canGo ? [SourceEdit(range(first.upperBound..<last.upperBound), "")] : []))
    }
    return found
  }

  /// Letters with the apostrophes, hyphens and mid-points inside them.
  private var words: [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < letters.count {
      let start = index
      while index < letters.count, letters[index].scalar.isWordLetter { index += 1 }
      if index > start { words.append(start..<index) } else { index += 1 }
    }
    return words
  }

  /// "Le le" is a slip too; "Paris Paris" may be a name, "22 22" a telephone number.
  private func isRepeated(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.count == b.count && letters[b.lowerBound].scalar.isLetter
      && letters[a.upperBound..<b.lowerBound].allSatisfy {
        $0.scalar.isSpace && $0.scalar != "\n"
      }
      && !letters[b].contains { $0.scalar.isUppercase }
      && !letters[a.dropFirst()].contains { $0.scalar.isUppercase }
      && text(a).lowercased() == text(b)
  }
}

private enum RepeatingWords {
  /// By language: words that may stand twice side by side, "nous nous levons", "en en parlant".
  /// Languages that say things twice as a matter of grammar are not here and not looked at.
  static let byLanguage: [String: Set<String>] = [
    "fr": [
      "nous", "vous", "en", "si", "oui", "non", "très", "trop", "là", "ah", "ha", "oh", "bla",
      "elle", "elles", "lui", "eux", "faire", "vite", "tout", "bien", "pas", "plus", "jamais",
      "loin",
    ],
    "en": [
      "had", "that", "very", "so", "no", "yes", "ha", "blah", "her", "you", "it", "to", "in", "on",
      "long", "bye", "do", "is", "far",
    ],
    "es": ["muy", "no", "sí", "casi", "ya", "ja", "bla", "nos", "que", "poco", "tan"],
    "de": [
      "sie", "ihr", "uns", "euch", "sehr", "die", "der", "das", "den", "dem", "was", "ja", "nein",
      "so", "viel", "bla", "nach", "weit",
    ],
    "it": [
      "piano", "quasi", "via", "poco", "appena", "sì", "no", "molto", "ci", "si", "così", "bla",
      "ora", "tutto", "subito",
    ],
    "pt": ["muito", "não", "sim", "já", "se", "nos", "quase", "pouco", "que", "bla", "logo"],
    "ca": ["molt", "no", "sí", "quasi", "ja", "es", "que", "nos", "us", "poc", "bla"],
  ]

  /// Words of which one may be taken away without reading the sentence.
  static let never: Set<String> = [
    "à", "au", "aux", "avec", "ce", "ces", "cette", "dans", "de", "des", "du", "et", "la", "le",
    "les", "ou", "par", "pour", "qui", "sans", "ses", "son", "sur", "un", "une",
    "and", "at", "by", "for", "from", "of", "or", "the", "with",
    "con", "el", "los", "las", "por", "y",
  ]
}

extension Unicode.Scalar {
  fileprivate var isWordLetter: Bool {
    isLetter || isDigit || self == "'" || self == "’" || self == "-" || self == "·"
      || properties.generalCategory == .nonspacingMark
  }
}

extension Diagnostic {
  fileprivate static func wordTwice(
    _ word: String, file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "word-twice", file: file, range: range,
      Wording(
        en: "“\(word)” stands here twice", fr: "« \(word) » est écrit deux fois de suite"),
      hints: [Wording(en: "take one of them away", fr: "retirez l’un des deux")], fix: fix)
  }
}
