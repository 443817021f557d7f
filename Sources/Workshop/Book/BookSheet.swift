internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Localization
internal import Typesetting

/// What `content/livret.yml` says of a book.
struct BookSheet {
  /// What the names of the finished files begin with.
  var slug: String
  /// The tag of the language in which the book is written.
  var source: String
  /// By tag.
  var languages: [String: TitleWords]
  var date: BookDate?
  var format: PageFormat
  var stylesheet: Stylesheet
  /// Where each family of the stylesheet is named.
  var families: [(name: String, range: SourceRange)]
  /// Families that help out where those of the stylesheet lack a letter.
  var companions: [String] = []
  var contentsDepth: Int
  var chaptersOpenOnRecto: Bool
  var notes: NoteStyle
  /// How many pages the book is to have, and where that is written.
  var fit = CopyFit()
  var fitPlace: SourceRange?
  /// The drawings of the cover and of the back cover: paths below `content/`.
  var motif: PicturePath?
  var background: PicturePath?
  var vignette: PicturePath?
  /// At least one.
  var booklets: [Booklet]
  var outputs: [Output]
  var values: Values
  /// The languages that it may be in.
  var locales = Locales()

  struct PicturePath {
    var path: String
    /// Where it is named: this sheet or an edition's.
    var file: String
    var range: SourceRange
  }

  /// The words around the chapters, in one language.
  struct TitleWords {
    var title: String
    var subtitle = ""
    var edition = ""
    var publisher = ""
    var blurb: [String] = []
    var colophon: [String] = []
    /// Where each of them is written.
    var places: [String: SourceRange] = [:]
    /// What of the type is another one in this language, and where it is written.
    var typeNode: YAMLNode?
    var type: (stylesheet: Stylesheet, families: [(name: String, range: SourceRange)])?
    /// By dotted name; go before the book's.
    var values = Values()
    var policy = TranslationPolicy()
    var place: SourceRange?
  }

  /// The sheet as an edition has it.
  func local(_ edition: EditionSheet?) -> BookSheet {
    guard let edition else { return self }
    var sheet = self
    sheet.motif = edition.motif ?? motif
    sheet.background = edition.background ?? background
    sheet.vignette = edition.vignette ?? vignette
    return sheet
  }

  /// The sheet as it is for a book in one of its languages.
  func spoken(_ words: TitleWords) -> BookSheet {
    var sheet = self
    if let type = words.type {
      // Letters that this language's own type lacks are set in the book's.
      sheet.companions = [stylesheet.textFamily]
      (sheet.stylesheet, sheet.families) = type
    }
    return sheet
  }

  var design: Design {
    Design(
      format: format, stylesheet: stylesheet, contentsDepth: contentsDepth,
      chaptersOpenOnRecto: chaptersOpenOnRecto, fit: fit, notes: notes)
  }
}

/// A kind of finished file.
package enum Output: String, CaseIterable, Hashable, Sendable {
  /// One page after another, for screens.
  case reading
  /// Sheets to print, fold and staple.
  case booklet
}
