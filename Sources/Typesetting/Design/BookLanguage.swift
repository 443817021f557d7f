/// What the typesetter must know of a language: its words for the parts of a book, its signs and
/// its spaces. All of it is data; `Languages/` has one value a file.
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
  package var held: HeldWords
  /// "15 248" is one number; where commas or full stops part thousands, it is two.
  package var groupsDigits: Bool
  /// "1er" and "XXe" have superior letters.
  package var raisesOrdinals: Bool

  package init(
    tag: String, direction: Direction = .leftToRight, labels: Labels, apparatus: ApparatusWords,
    dates: DateWords, spacing: PunctuationSpacing = .none, quotation: Quotation = .english,
    dash: Dash = .spaced, held: HeldWords = HeldWords(), groupsDigits: Bool = true,
    raisesOrdinals: Bool = false
  ) {
    self.tag = tag
    self.direction = direction
    self.labels = labels
    self.apparatus = apparatus
    self.dates = dates
    self.spacing = spacing
    self.quotation = quotation
    self.dash = dash
    self.held = held
    self.groupsDigits = groupsDigits
    self.raisesOrdinals = raisesOrdinals
  }

  /// The words that the tool itself prints.
  package struct Labels: Hashable, Sendable {
    package var contents: String
    package var chapter: String
    /// Before a page number in running text: "page".
    package var page: String
    package var openQuote: String
    package var closeQuote: String
    /// "État des informations :", before a chapter's date.
    package var asOf: String
    /// The titles of callouts that have none, by kind.
    package var callouts: [String: String]
    package var colophon: String

    package init(
      contents: String, chapter: String, page: String, openQuote: String, closeQuote: String,
      asOf: String, callouts: [String: String], colophon: String
    ) {
      self.contents = contents
      self.chapter = chapter
      self.page = page
      self.openQuote = openQuote
      self.closeQuote = closeQuote
      self.asOf = asOf
      self.callouts = callouts
      self.colophon = colophon
    }
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
  /// The languages that a book can be set in. Those of a region stand for themselves alone, those
  /// without one for all regions that are not here.
  package static let known: [BookLanguage] = [
    french, swissFrench, canadianFrench, english, britishEnglish, americanEnglish, spanish,
    americanSpanish, arabic, german, swissGerman, italian, portuguese, brazilianPortuguese, catalan,
  ]

  private static let byTag = Dictionary(
    uniqueKeysWithValues: known.map { ($0.tag.lowercased(), $0) })

  /// The language of that tag ("fr-BE" is found under "fr"); nil where the tool has none, and for
  /// what is no tag: folders bear its name.
  package init?(tag: String) {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard subtags.allSatisfy(Self.isSubtag), let base = String(subtags[0])?.lowercased()
    else { return nil }
    var region = String(subtags[subtags.count - 1])?.lowercased() ?? ""
    // American Spanish has one value for a score of countries.
    if base == "es" && subtags.count > 1 && region != "es" { region = "419" }
    guard let known = Self.byTag["\(base)-\(region)"] ?? Self.byTag[base] else { return nil }
    self = known
    self.tag = tag
  }

  /// One to eight letters or digits (RFC 5646, 2.1).
  private static func isSubtag(_ subtag: Substring.UTF8View) -> Bool {
    (1...8).contains(subtag.count)
      && subtag.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: false
        }
      }
  }
}
