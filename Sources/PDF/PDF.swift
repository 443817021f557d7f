internal import Geometry
package import Typesetting

/// Draws pages into a PDF with Cairo, finishes the file, and lays its pages on sheets with libqpdf:
/// pages → `Canvas` → `PDFFile` → bytes → `finishing` → bytes to read → `sheetsPDF` → bytes to print.
///
/// Nothing here asks the clock, the locale or the system's fonts, so the same values give the same
/// bytes.

/// The PDF to read on a screen: one page after another, with links, bookmarks and structure.
package func readingPDF(
  of pages: [Page], outline: [OutlineEntry], info: DocumentInfo, fonts: [FontFile],
  pictures: Pictures
) throws(DrawingError) -> [UInt8] {
  guard let first = pages.first else { throw .nothingToDraw }
  let destinations = try Destinations(in: pages)
  let file = PDFFile(firstPage: first.size)
  file.describe(info)
  var canvas = Canvas(
    on: file.surface, faces: Faces(fonts), pictures: PictureSurfaces(pictures, target: .file))
  var structure = StructureWriter(destinations: destinations)

  for (index, page) in pages.enumerated() {
    file.startPage(size: page.size, label: page.folio)
    if index == 0 { structure.openDocument(on: &canvas) }
    try structure.draw(page, number: index + 1, on: &canvas)
    if index == pages.count - 1 { structure.closeDocument(on: &canvas) }
    try canvas.finishPage(index + 1)
    try file.finishPage(index + 1)
  }
  try file.addOutline(outline, destinations)
  let bytes = try file.finish()
  return finishing(bytes, with: Additions(info, structure.elements, pictures))
}
