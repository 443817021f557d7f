/// What the typesetter must know of a language: its words for the parts of a book, its signs and
/// its spaces. All of it is data; the workshop reads it from one file a language.
package struct BookLanguage: Hashable, Sendable {
  /// BCP 47, such as "fr".
  package var tag: String
  package var direction: Direction
  package var labels: Labels
  package var apparatus: ApparatusWords
  package var dates: DateWords
  package var spacing: PunctuationSpacing
  package var quotation: Quotation
  package var dash: Dash
  package var emphasis: EmphasisFace
  package var held: HeldWords
  /// "15 248" is one number; where commas or full stops part thousands, it is two.
  package var groupsDigits: Bool
  /// "1er" and "XXe" have superior letters.
  package var raisesOrdinals: Bool
  package var digits: Digits
  /// Of lists of numbers, by depth; after the last the first again.
  package var lists: [ListNumerals]
  package var ideographs: IdeographicSetting
  /// Of the index and of glossaries.
  package var sorting: Sorting
  /// Nil for a language whose words are never divided.
  package var hyphenation: Hyphenation?

  package init(
    tag: String, direction: Direction = .leftToRight, labels: Labels, apparatus: ApparatusWords,
    dates: DateWords, spacing: PunctuationSpacing = .none, quotation: Quotation = .english,
    dash: Dash = .spaced, emphasis: EmphasisFace = .italic, held: HeldWords = HeldWords(),
    groupsDigits: Bool = true,
    raisesOrdinals: Bool = false, digits: Digits = .western,
    lists: [ListNumerals] = [.decimal, .letters, .roman],
    ideographs: IdeographicSetting = IdeographicSetting(), sorting: Sorting = Sorting(),
    hyphenation: Hyphenation? = Hyphenation()
  ) {
    self.tag = tag
    self.direction = direction
    self.labels = labels
    self.apparatus = apparatus
    self.dates = dates
    self.spacing = spacing
    self.quotation = quotation
    self.dash = dash
    self.emphasis = emphasis
    self.held = held
    self.groupsDigits = groupsDigits
    self.raisesOrdinals = raisesOrdinals
    self.digits = digits
    self.lists = lists
    self.ideographs = ideographs
    self.sorting = sorting
    self.hyphenation = hyphenation
  }

  /// The words that the tool itself prints.
  package struct Labels: Hashable, Sendable {
    package var contents: String
    package var chapter: String
    /// Before a page number in running text: "page".
    package var page: String
    package var openQuote: String
    package var closeQuote: String
    /// Between a title and its page, an entry and its pages: ", ".
    package var comma: String
    /// Between what a box is and its title: ": ".
    package var colon: String
    /// "État des informations :", before a chapter's date.
    package var asOf: String
    /// The titles of callouts that have none, by kind.
    package var callouts: [String: String]
    package var colophon: String

    package init(
      contents: String = "", chapter: String = "", page: String = "", openQuote: String = "",
      closeQuote: String = "", comma: String = ", ", colon: String = ": ", asOf: String = "",
      callouts: [String: String] = [:],
      colophon: String = ""
    ) {
      self.contents = contents
      self.chapter = chapter
      self.page = page
      self.openQuote = openQuote
      self.closeQuote = closeQuote
      self.comma = comma
      self.colon = colon
      self.asOf = asOf
      self.callouts = callouts
      self.colophon = colophon
    }
  }

  /// What `*emphasis*` is set in.
  package enum EmphasisFace: Hashable, Sendable {
    case italic
    /// Where the letters of a script have never leant, and their faces have no italic.
    case bold
  }

  /// How a dash that sets off an aside is written and held.
  package enum Dash: Hashable, Sendable {
    /// "mot — aside — mot", each dash held to the aside.
    case paired
    /// "word – aside – word", no dash at a line's start.
    case spaced
    /// "word—aside—word".
    case closed
    /// "palabra —inciso— palabra".
    case closedInside
  }
}

extension BookLanguage {
  /// A language of which nothing is known but its tag. In its words nothing is changed but what all
  /// languages have in common.
  package static func unknown(_ tag: String) -> BookLanguage {
    BookLanguage(
      tag: tag, direction: Direction(ofLanguage: tag), labels: Labels(),
      apparatus: ApparatusWords(), dates: DateWords("D M Y", months: []),
      groupsDigits: false)
  }
}

extension BookLanguage.Labels {
  /// "page 12", held together; "第3章" where a # in the word says where the number stands.
  static func numbered(_ word: String, _ number: String, space: String = "\u{A0}") -> String {
    word.contains("#") ? word.replacing("#", with: number) : word + space + number
  }
}

extension Direction {
  /// Of a language of which only the tag is known: by its script, if the tag names one.
  fileprivate init(ofLanguage tag: String) {
    let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
    let script = parts.dropFirst().first { $0.count == 4 }
    let isBackward =
      script.map { Self.backwardScripts.contains(String($0)) }
      ?? Self.backwardLanguages.contains(String(parts.first ?? ""))
    self = isBackward ? .rightToLeft : .leftToRight
  }

  private static let backwardScripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]
  private static let backwardLanguages: Set<String> = [
    "ar", "arc", "ary", "arz", "azb", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "pnb", "prs",
    "ps",
    "sd", "syr", "ug", "ur", "yi",
  ]
}
