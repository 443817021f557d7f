package import Typesetting

/// Why a PDF or a proof could not be drawn; it names what a diagnostic needs to point at the cause.
package enum DrawingError: Error, Hashable, Sendable {
  /// No page at all, or no sheet.
  case nothingToDraw
  /// The font file cannot be opened, or is none.
  case font(FontFile)
  /// A run asks for a face that the table of fonts does not have.
  case unknownFace(FaceID, page: Int)
  /// A run asks for a glyph that no font can have.
  case unknownGlyph(UInt32, FaceID, page: Int)
  /// A run's clusters are not all of its glyphs and all of its text.
  case runOfParts(page: Int)
  case unknownPicture(PictureID, page: Int)
  case picture(PictureID, PictureFault)
  /// A link leads to a place that no page has; the page is nil for an entry of the outline.
  case missingAnchor(String, page: Int?)
  /// An `open` without `close`, or the reverse.
  case unbalancedTags(page: Int)
  /// A proof would be larger than memory bears; in millions, rounded up.
  case tooManyPixels(millions: Int)
  /// A cell of a sheet asks for a page that the book does not have.
  case missingPage(Int)
  /// libqpdf's own words, of pages that it cannot read or sheets that it cannot make of them.
  case objects(String)
  /// Cairo's own words; the page is nil when the file is being finished.
  case cairo(String, page: Int?)
}
