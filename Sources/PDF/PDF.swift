internal import Geometry
package import Imposition
package import Typesetting

/// Draws pages or sheets into a PDF with Cairo, and finishes the file:
/// pages → `Canvas` → `PDFFile` → bytes → `finishing` → bytes.
///
/// The same pages serve both files. Nothing here asks the clock, the locale or the system's fonts,
/// so the same values give the same bytes.

/// The PDF to read on a screen: one page after another, with links, bookmarks and structure.
package func readingPDF(
  of pages: [Page], outline: [OutlineEntry], info: DocumentInfo, fonts: [FontFile],
  pictures: Pictures
) throws(DrawingError) -> [UInt8] {
  guard let first = pages.first else { throw .nothingToDraw }
  let destinations = try Destinations(in: pages)
  let file = PDFFile(firstPage: first.size)
  file.describe(info)
  var canvas = Canvas(on: file, fonts: fonts, pictures: pictures)
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
  return finishing(bytes, with: .reading(info, structure.elements, pictures))
}

/// The PDF to print, fold and staple: each forme is a page of the sheet's size, each page drawn on
/// it at exactly 100 %. Paper knows no links, so there are no links, bookmarks or structure.
package func sheetsPDF(
  of signatures: [Signature], flippedOn edge: FlipEdge, pages: [Page], info: DocumentInfo,
  fonts: [FontFile], pictures: Pictures
) throws(DrawingError) -> [UInt8] {
  let formes = signatures.flatMap(\.sheets).flatMap { [$0.outer, $0.inner] }
  guard let first = formes.first else { throw .nothingToDraw }
  let file = PDFFile(firstPage: first.size)
  file.describe(info)
  var canvas = Canvas(on: file, fonts: fonts, pictures: pictures)

  for (index, forme) in formes.enumerated() {
    file.startPage(size: forme.size, label: nil)
    for cell in forme.cells {
      guard let number = cell.page else { continue }
      guard number >= 1, number <= pages.count else { throw .missingPage(number) }
      try canvas.draw(pages[number - 1], number: number, at: cell.place)
      try canvas.finishPage(number)
    }
    try file.finishPage(index + 1)
  }
  let bytes = try file.finish()
  return finishing(bytes, with: .sheets(info, flippedOn: edge, pictures))
}
