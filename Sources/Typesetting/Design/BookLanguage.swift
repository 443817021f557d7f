/// What the typesetter must know of a language: its words for the parts of a book, and its spaces.
package struct BookLanguage: Hashable, Sendable {
  /// BCP 47, such as "fr".
  package var tag: String
  package var direction: Direction
  package var labels: Labels
  package var spacing: PunctuationSpacing

  package init(
    tag: String, direction: Direction = .leftToRight, labels: Labels,
    spacing: PunctuationSpacing = .none
  ) {
    self.tag = tag
    self.direction = direction
    self.labels = labels
    self.spacing = spacing
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
}

/// Which space stands beside which sign, whatever the author typed there.
package struct PunctuationSpacing: Hashable, Sendable {
  package enum Space: Hashable, Sendable {
    /// U+202F, half a word space, fixed.
    case thin
    /// U+00A0, a word space that justifies but never breaks.
    case word
    /// U+00A0 beside a guillemet: 0.8 of a word space that shrinks before it stretches.
    case guillemet
  }

  /// The space before a sign; typed spaces before it are taken away first.
  package var before: [Unicode.Scalar: Space]
  /// The space after a sign.
  package var after: [Unicode.Scalar: Space]

  package init(before: [Unicode.Scalar: Space] = [:], after: [Unicode.Scalar: Space] = [:]) {
    self.before = before
    self.after = after
  }

  package static let none = PunctuationSpacing()

  /// France: thin before ; ! ?, a full space before the colon (Lexique de l'Imprimerie
  /// nationale; polyglossia, babel-french and microtype agree).
  package static let french = PunctuationSpacing(
    before: [
      ";": .thin, "!": .thin, "?": .thin, "\u{203C}": .thin, "\u{2047}": .thin,
      "\u{2048}": .thin, "\u{2049}": .thin, ":": .word, "»": .guillemet, "›": .guillemet,
      "%": .thin, "€": .thin, "°": .thin,
    ],
    after: ["«": .guillemet, "‹": .guillemet])
}

extension BookLanguage {
  package static let french = BookLanguage(
    tag: "fr",
    labels: Labels(
      contents: "Sommaire", chapter: "Chapitre", page: "page", openQuote: "« ", closeQuote: " »",
      asOf: "État des informations :",
      callouts: [
        "note": "À savoir", "warning": "Attention", "example": "Exemple",
        "letter": "Modèle de lettre", "steps": "Pas à pas", "qr": "À flasher",
      ],
      colophon: "Ce livret"),
    spacing: .french)

  package static let english = BookLanguage(
    tag: "en",
    labels: Labels(
      contents: "Contents", chapter: "Chapter", page: "page", openQuote: "“", closeQuote: "”",
      asOf: "Facts as of",
      callouts: [
        "note": "Note", "warning": "Warning", "example": "Example", "letter": "Model letter",
        "steps": "Step by step", "qr": "Scan me",
      ],
      colophon: "This booklet"))

  /// The language of that tag ("fr-CH" is found under "fr"); nil where the tool has none, and for
  /// what is no tag: folders bear its name.
  package init?(tag: String) {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard subtags.allSatisfy(Self.isSubtag) else { return nil }
    let base = String(subtags[0])?.lowercased()
    guard let known = [Self.french, .english].first(where: { $0.tag == base }) else { return nil }
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
