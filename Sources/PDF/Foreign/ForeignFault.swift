/// Why a PDF that others made cannot be laid on sheets.
package enum ForeignFault: Error, Hashable, Sendable {
  /// Not one byte.
  case empty
  /// Another kind of file.
  case noPDF
  /// It opens with a password only.
  case password
  case printingForbidden
  /// It may be printed, but only coarsely, which nobody can ask of a booklet.
  case finePrintingForbidden
  /// Beyond what can be mended, in libqpdf's words.
  case damaged(String)
  case noPages
  case tooManyPages(Int, most: Int)
  /// A page that says no size, or one that no paper has.
  case pageWithoutSize(Int)
}
