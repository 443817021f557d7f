package import Geometry

/// How a book looks: its page and its styles.
package struct Design: Hashable, Sendable {
  package var format: PageFormat
  package var stylesheet: Stylesheet
  /// Headings of this level and above stand in the contents.
  package var contentsDepth: Int
  /// Chapters begin on right-hand pages, after a blank page where need be.
  package var chaptersOpenOnRecto: Bool
  /// How many pages the book is to have.
  package var fit: CopyFit
  package var notes: NoteStyle

  package init(
    format: PageFormat, stylesheet: Stylesheet, contentsDepth: Int = 2,
    chaptersOpenOnRecto: Bool = false, fit: CopyFit = CopyFit(),
    notes: NoteStyle = NoteStyle()
  ) {
    self.format = format
    self.stylesheet = stylesheet
    self.contentsDepth = contentsDepth
    self.chaptersOpenOnRecto = chaptersOpenOnRecto
    self.fit = fit
    self.notes = notes
  }
}

/// The page and its margins, named from the fold outwards.
package struct PageFormat: Hashable, Sendable {
  /// The page after folding (and trimming, if it is trimmed).
  package var trim: Size
  /// From the fold to the text.
  package var gutter: Length
  /// From the text to the outer edge.
  package var foreEdge: Length
  /// From the top edge to the first line of text; the running head stands in it.
  package var head: Length
  /// From the last line of text to the bottom edge; the folio stands in it.
  package var foot: Length
  /// How far what is to reach the trimmed edge is drawn beyond it, for no knife is exact.
  package var bleed: Length

  package init(
    trim: Size, gutter: Length, foreEdge: Length, head: Length, foot: Length,
    bleed: Length = .zero
  ) {
    self.bleed = bleed
    self.trim = trim
    self.gutter = gutter
    self.foreEdge = foreEdge
    self.head = head
    self.foot = foot
  }

  /// A5 for a stapled booklet: more room at the fold, where the paper bends away, and at the
  /// foot, where thumbs hold it; nothing within the 5 mm that printers leave white.
  package static let a5 = PageFormat(
    trim: Paper.a5.size, gutter: .millimetres(18), foreEdge: .millimetres(17),
    head: .millimetres(18), foot: .millimetres(19))

  /// The width of a line of text.
  package var measure: Length { trim.width - gutter - foreEdge }
}

/// The faces, sizes and spaces of the text.
package struct Stylesheet: Hashable, Sendable {
  /// The family of the text; its bold, italic and bold italic faces are used too.
  package var textFamily: String
  /// The family of headings, tables' heads, running heads and folios.
  package var headingFamily: String
  /// The family of code.
  package var monoFamily: String
  /// What counts as regular: 500 where the text is set in a medium face.
  package var textWeight: Int
  package var monoWeight: Int
  package var textSize: Length
  /// From one line of text to the next: the unit of all vertical space.
  package var leading: Length
  package var noteSize: Length
  package var noteLeading: Length
  /// Of a paragraph that follows another.
  package var indent: Length
  /// Full stops, hyphens and the like at the edges of justified text stand a little outside.
  package var hangsPunctuation: Bool
  /// The stops of Chinese and Japanese at the ends of lines stand outside whole.
  package var hangsStops: Bool
  /// Of the text; tables have lining figures of one width in any case.
  package var figures: Figures
  /// Of text in the Arabic script; other scripts know spaces alone.
  package var justification: Justification

  package init(
    textFamily: String, headingFamily: String, monoFamily: String, textWeight: Int = 400,
    monoWeight: Int = 400, textSize: Length, leading: Length, noteSize: Length, noteLeading: Length,
    indent: Length, hangsPunctuation: Bool = true, hangsStops: Bool = false,
    figures: Figures = .asDrawn, justification: Justification = .spaces
  ) {
    self.textFamily = textFamily
    self.headingFamily = headingFamily
    self.monoFamily = monoFamily
    self.textWeight = textWeight
    self.monoWeight = monoWeight
    self.textSize = textSize
    self.leading = leading
    self.noteSize = noteSize
    self.noteLeading = noteLeading
    self.indent = indent
    self.hangsPunctuation = hangsPunctuation
    self.hangsStops = hangsStops
    self.figures = figures
    self.justification = justification
  }
}

extension Stylesheet {
  /// Which figures a face shows, where it has both.
  package enum Figures: Hashable, Sendable {
    /// Those that its designer put first.
    case asDrawn
    /// With ascenders and descenders, as small letters have them.
    case oldStyle
    /// As tall as capitals.
    case lining

    /// OpenType's names.
    package var features: [String] {
      switch self {
      case .asDrawn: []
      case .oldStyle: ["onum"]
      case .lining: ["lnum"]
      }
    }
  }

  /// What fills lines up to their measure.
  package enum Justification: Hashable, Sendable {
    case spaces
    /// Joins between letters too, drawn longer where spaces alone would grow wide.
    case kashida
  }

  package func face(bold: Bool = false, italic: Bool = false) -> FaceName {
    FaceName(family: textFamily, weight: bold ? 700 : textWeight, isItalic: italic)
  }

  /// - Parameter weight: 400 for captions, 600 for furniture, 700 for headings, 900 for the cover.
  package func headingFace(weight: Int, italic: Bool = false) -> FaceName {
    FaceName(family: headingFamily, weight: weight, isItalic: italic)
  }

  package func monoFace(bold: Bool = false) -> FaceName {
    FaceName(family: monoFamily, weight: bold ? 700 : monoWeight)
  }

  /// Every face that a text may ask for; all must be in the book's fonts.
  package var faces: [FaceName] {
    [
      face(), face(italic: true), face(bold: true), face(bold: true, italic: true),
      headingFace(weight: 400), headingFace(weight: 400, italic: true), headingFace(weight: 600),
      headingFace(weight: 700), headingFace(weight: 900), monoFace(), monoFace(bold: true),
    ]
  }
}
