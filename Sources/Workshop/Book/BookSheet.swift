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
  var contentsDepth: Int
  var chaptersOpenOnRecto: Bool
  var notes: NoteStyle
  /// How many pages the book is to have, and where that is written.
  var fit = CopyFit()
  var fitPlace: SourceRange?
  /// The drawings of the cover and of the back cover: paths below `content/`.
  var motif: PicturePath?
  var vignette: PicturePath?
  var bindings: [Binding]
  var outputs: [Output]
  var values: Values
  /// The languages that it may be in.
  var locales = Locales()

  struct PicturePath {
    var path: String
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
