internal import Geometry
package import Typesetting

/// Draws pages into a PDF with Cairo, finishes the file, and lays its pages on sheets with libqpdf:
/// pages → `TaggedBook` → `Canvas` → `PDFFile` → bytes → `finishing` → bytes to read → `sheetsPDF` →
/// bytes to print.
///
/// Nothing here asks the clock, the locale or the system's fonts, so the same values give the same
/// bytes.

/// The PDF to read on a screen: one page after another, with links, bookmarks and structure.
package func readingPDF(
  of pages: [Page], outline: [OutlineEntry], info: DocumentInfo, fonts: [FontFile],
  pictures: Pictures
) throws(DrawingError) -> [UInt8] {
  guard !pages.isEmpty else { throw .nothingToDraw }
  let destinations = try Destinations(in: pages)
  try destinations.check(outline)
  let book = try TaggedBook(pages)
  let drawing = try draw(book, Faces(fonts), PictureSurfaces(pictures, target: .file))
  return try finishing(drawing, book, destinations, outline: outline, info: info)
}

private func draw(
  _ book: TaggedBook, _ faces: Faces, _ pictures: PictureSurfaces
) throws(DrawingError) -> [UInt8] {
  let file = PDFFile(firstPage: book.pages[0].size)
  var canvas = Canvas(on: file.surface, faces: faces, pictures: pictures)
  for (index, page) in book.pages.enumerated() {
    file.startPage(size: page.size)
    try canvas.draw(page, number: index + 1)
    try file.finishPage(index + 1)
  }
  return try file.finish()
}
