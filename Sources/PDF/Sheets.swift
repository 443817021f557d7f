internal import Geometry
package import Imposition

/// The PDF to print, fold and staple, made of the finished reading PDF: each forme is a page of the
/// sheet's size, each page lies on it at exactly 100 % and is cut off at its own edges.
///
/// What draws a page is taken over byte by byte. Links, bookmarks and structure stay behind, for
/// paper knows none; the marks in the contents that pointed to the structure point nowhere then, and
/// mean nothing.
///
/// - Parameter finished: The bytes of the reading PDF, page 1 first.
package func sheetsPDF(
  of signatures: [Signature], flippedOn edge: FlipEdge, finished: [UInt8]
) throws(DrawingError) -> [UInt8] {
  try sheetsPDF(
    of: signatures.flatMap(\.sheets).flatMap { [$0.outer, $0.inner] }, flippedOn: edge,
    finished: finished)
}

/// The same of formes in the order in which they are printed.
package func sheetsPDF(
  of formes: [Forme], flippedOn edge: FlipEdge, finished: [UInt8]
) throws(DrawingError) -> [UInt8] {
  return try finished.withUnsafeBufferPointer { bytes throws(DrawingError) in
    try composedPDF(of: formes, from: Objects(of: bytes), asking: preferences(edge))
  }
}

/// The same of an open file.
///
/// - Parameter preferences: what readers are asked for.
func composedPDF(
  of formes: [Forme], from pages: borrowing Objects, asking preferences: String,
  packing: Bool = false
) throws(DrawingError) -> [UInt8] {
  guard !formes.isEmpty else { throw .nothingToDraw }
  let sheets = try Objects(version: pages.version)
  var forms: [Int: PageForm] = [:]
  for forme in formes {
    for case let number? in forme.cells.map(\.page) where forms[number] == nil {
      forms[number] = try PageForm(ofPage: number, of: pages, on: sheets)
    }
    sheets.append(forme, forms)
  }
  sheets.takeOver(from: pages)
  sheets.set("/ViewerPreferences", sheets.object(preferences), in: sheets.catalog)
  try pages.check()
  return try sheets.finish(packing: packing)
}

/// Readers honour these unevenly: they are a help, and the instructions must still say it.
func preferences(_ edge: FlipEdge) -> String {
  let flip = edge == .short ? "/DuplexFlipShortEdge" : "/DuplexFlipLongEdge"
  return "<< /DisplayDocTitle true /PrintScaling /None /Duplex \(flip) /PickTrayByPDFSize true >>"
}

extension Objects {
  fileprivate func append(_ forme: Forme, _ forms: [Int: PageForm]) {
    let size = "\(decimal(forme.size.width)) \(decimal(forme.size.height))"
    let page = object("<< /Type /Page /MediaBox [0 0 \(size)] >>")
    let names = object("<< >>")
    var drawing = ""
    for cell in forme.cells {
      guard let form = cell.page.flatMap({ forms[$0] }) else { continue }
      let place = Matrix(
        cell.place, ofPage: form.geometry.size, sheetHeight: forme.size.height)
      let matrix = form.geometry.base.followed(by: place).text
      let cut = form.cut(in: cell, sheetHeight: forme.size.height)
      drawing += "q \(cut)\(matrix) cm \(form.name) Do Q\n"
      set(form.name, form.object, in: names)
    }
    let resources = object("<< >>")
    set("/XObject", names, in: resources)
    set("/Resources", resources, in: page)
    set("/Contents", stream(Array(drawing.utf8)), in: page)
    appendPage(page)
  }
}
