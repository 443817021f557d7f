internal import Geometry
package import Typesetting

/// Has Cairo cast a book's type and draw its pictures, composes its pages of them, and lays the
/// pages on sheets with libqpdf: pages → `TaggedBook`, `Sorts` → `Specimen` → `Fount` → `finishing` →
/// bytes to read → `sheetsPDF` → bytes to print. Proofs in pixels are drawn by Cairo's `Canvas`.
///
/// Nothing here asks the clock, the locale or the system's fonts, so the same values give the same
/// bytes.

/// The PDF to read on a screen: one page after another, with links, bookmarks and structure.
package func readingPDF(
  of pages: [Page], outline: [OutlineEntry], info: DocumentInfo, fonts: [FontFile],
  pictures: Pictures, inks: InkPolicy = InkPolicy()
) throws(DrawingError) -> [UInt8] {
  guard !pages.isEmpty else { throw .nothingToDraw }
  let pages = pages.map { $0.printed(inks) }
  let destinations = try Destinations(in: pages)
  try destinations.check(outline)
  let book = try TaggedBook(pages)
  let faces = Faces(fonts)
  let sorts = try Sorts(of: book, fontCount: fonts.count) { face throws(DrawingError) in
    try faces.glyphOfNothing(in: face)
  }
  let specimen = try Specimen(
    sorts, of: book, faces, PictureSurfaces(pictures, target: .file))
  return try finishing(
    specimen, sorts, book, destinations, outline: outline, info: info, inks: inks)
}
