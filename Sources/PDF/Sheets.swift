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
  guard !formes.isEmpty else { throw .nothingToDraw }
  return try finished.withUnsafeBufferPointer { bytes throws(DrawingError) in
    let pages = try Objects(of: bytes)
    let sheets = try Objects(version: pages.version)
    var forms: [Int: PageForm] = [:]
    for forme in formes {
      for case let number? in forme.cells.map(\.page) where forms[number] == nil {
        forms[number] = try PageForm(ofPage: number, of: pages, on: sheets)
      }
      sheets.append(forme, forms)
    }
    if let info = pages.value("/Info", of: pages.trailer) {
      sheets.set("/Info", sheets.copy(info, of: pages), in: sheets.trailer)
    }
    if let language = pages.value("/Lang", of: pages.catalog) {
      sheets.set("/Lang", sheets.object(pages.text(language)), in: sheets.catalog)
    }
    sheets.set("/ViewerPreferences", sheets.object(preferences(edge)), in: sheets.catalog)
    try pages.check()
    return try sheets.finish()
  }
}

/// Readers honour these unevenly: they are a help, and the instructions must still say it.
private func preferences(_ edge: FlipEdge) -> String {
  let flip = edge == .short ? "/DuplexFlipShortEdge" : "/DuplexFlipLongEdge"
  return "<< /DisplayDocTitle true /PrintScaling /None /Duplex \(flip) /PickTrayByPDFSize true >>"
}

/// A page made into one thing to be placed: a form (ISO 32000-1, 8.10).
private struct PageForm {
  let name: String
  let object: Objects.Object
  /// The page's corner at the bottom left and the one at the top right.
  private let corners: (Point, Point)

  init(
    ofPage number: Int, of pages: borrowing Objects, on sheets: borrowing Objects
  ) throws(DrawingError) {
    guard number >= 1, number <= pages.pageCount else { throw .missingPage(number) }
    let page = pages.page(number - 1)
    guard let box = pages.value("/MediaBox", of: page) else { throw .objects("no MediaBox") }
    let sides = pages.numbers(box).map(Length.points)
    guard sides.count == 4 else { throw .objects("no MediaBox") }
    corners = (Point(x: sides[0], y: sides[1]), Point(x: sides[2], y: sides[3]))

    // Cairo writes one stream for each page; others write a list of them, or none on a blank page.
    let contents: Objects.Object
    if let drawing = pages.value("/Contents", of: page), pages.isStream(drawing) {
      contents = drawing
    } else {
      contents = pages.stream(try pages.contents(of: page))
    }
    let form = pages.dictionary(of: contents)
    pages.set("/Type", pages.object("/XObject"), in: form)
    pages.set("/Subtype", pages.object("/Form"), in: form)
    pages.set("/BBox", box, in: form)
    for key in ["/Resources", "/Group"] {
      if let value = pages.value(key, of: page) { pages.set(key, value, in: form) }
    }
    try pages.check()
    name = "/P\(number)"
    object = sheets.copy(contents, of: pages)
  }

  /// The matrix that puts the page at its place on a sheet of that height: the plan measures from
  /// the top, a PDF from the bottom.
  func matrix(_ place: Transform, sheetHeight: Length) -> String {
    let top = sheetHeight - place.origin.y
    let (x, y, turn) =
      place.upsideDown
      ? (place.origin.x + corners.0.x, top + corners.1.y, "-1 0 0 -1")
      : (place.origin.x - corners.0.x, top - corners.1.y, "1 0 0 1")
    return "\(turn) \(decimal(x)) \(decimal(y))"
  }
}

extension Objects {
  fileprivate func append(_ forme: Forme, _ forms: [Int: PageForm]) {
    let size = "\(decimal(forme.size.width)) \(decimal(forme.size.height))"
    let page = object("<< /Type /Page /MediaBox [0 0 \(size)] >>")
    let names = object("<< >>")
    var drawing = ""
    for cell in forme.cells {
      guard let form = cell.page.flatMap({ forms[$0] }) else { continue }
      let matrix = form.matrix(cell.place, sheetHeight: forme.size.height)
      drawing += "q \(matrix) cm \(form.name) Do Q\n"
      set(form.name, form.object, in: names)
    }
    let resources = object("<< >>")
    set("/XObject", names, in: resources)
    set("/Resources", resources, in: page)
    set("/Contents", stream(Array(drawing.utf8)), in: page)
    appendPage(page)
  }
}
