// Prepares a paragraph's letters for the press, as an editor marks up copy: what people type
// becomes what a language prints.
//
//   letters ──TypedSigns──QuotationMarks──PunctuationSpacer──Ties──Ordinals──▶ letters, looks
//
// Nothing is changed in addresses, in code and in what else is set letter for letter.

/// What is to be known of each letter's surroundings.
struct CopyContext {
  /// By segment: set letter for letter.
  let verbatim: [Bool]
  /// The languages of the paragraph; nearly always one.
  private let languages: [BookLanguage]
  /// By segment: which of them; empty where there is one.
  private var languageOfSegment: [Int] = []

  /// - Parameter others: by tag: the languages in which single words may stand.
  init(
    looks: [Composition.Look], language: BookLanguage, others: [String: BookLanguage] = [:]
  ) {
    verbatim = looks.map(\.isVerbatim)
    var languages = [language]
    if looks.contains(where: { $0.style.language != language.tag }) {
      for look in looks {
        let tag = look.style.language
        if let known = languages.firstIndex(where: { $0.tag == tag }) {
          languageOfSegment.append(known)
          continue
        }
        languageOfSegment.append(languages.count)
        languages.append(others[tag] ?? .unknown(tag))
      }
    }
    self.languages = languages
  }

  func isFree(_ letter: Letter) -> Bool { !verbatim[Int(letter.segment)] }

  /// The language of most letters, or of all.
  var mainLanguage: BookLanguage { languages[0] }

  var hasOneLanguage: Bool { languages.count == 1 }

  func direction(ofLanguage tag: String) -> Direction {
    (languages.first { $0.tag == tag } ?? .unknown(tag)).direction
  }

  func language(of letter: Letter) -> BookLanguage {
    languageOfSegment.isEmpty ? languages[0] : languages[languageOfSegment[Int(letter.segment)]]
  }
}

/// Signs that a text holds, so that what has none of them is not searched for them.
struct TypedContent: OptionSet {
  let rawValue: UInt8

  /// " and '
  static let straightMarks = TypedContent(rawValue: 1)
  static let fullStops = TypedContent(rawValue: 2)
  static let hyphens = TypedContent(rawValue: 4)
  static let digits = TypedContent(rawValue: 8)
  static let dashes = TypedContent(rawValue: 16)
  static let guillemets = TypedContent(rawValue: 32)

  static func of(_ scalar: Unicode.Scalar) -> TypedContent {
    switch scalar.value {
    case 0x61...0x7A, 0x20: []
    case 0x22, 0x27: .straightMarks
    case 0x2D: .hyphens
    case 0x2E: .fullStops
    case 0x30...0x39: .digits
    case 0xAB, 0xBB: .guillemets
    case 0x2013, 0x2014: .dashes
    default: []
    }
  }
}

extension CopyContext {
  func prepare(_ letters: [Letter], holding content: TypedContent) -> [Letter] {
    var letters = letters
    var content = content
    if content.contains(.fullStops) || content.contains(.hyphens) {
      letters = TypedSigns(context: self).replaced(in: letters)
      if content.contains(.hyphens) { content.insert(.dashes) }
    }
    if content.contains(.straightMarks) || content.contains(.guillemets) {
      letters = QuotationMarks.set(in: letters, self)
    }
    letters = PunctuationSpacer(context: self).space(letters)
    Ties(context: self).tie(&letters, content)
    return letters
  }
}
