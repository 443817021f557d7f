internal import Geometry
package import Imposition

/// The PDF to print, fold and staple, made of the finished reading PDF: each forme is a page of the
/// sheet's size, each page lies on it at the scale of the plan, exactly 100 % unless someone asked for
/// another, and is cut off at its own edges, or as far beyond as it has a bleed and the sheet room.
///
/// What draws a page is taken over byte by byte. Links, bookmarks and structure stay behind, for
/// paper knows none; the marks in the contents that pointed to the structure point nowhere then, and
/// mean nothing.
///
/// - Parameters:
///   - formes: in the order in which they are printed.
///   - finished: The bytes of the reading PDF, page 1 first.
package func sheetsPDF(
  of formes: [Forme], asking wishes: PrintWishes, slugs: SlugPages? = nil, finished: [UInt8]
) throws(DrawingError) -> [UInt8] {
  // libqpdf reads both files for as long as the sheets are being made.
  try finished.withUnsafeBufferPointer { bytes throws(DrawingError) in
    guard let slugs else {
      return try composedPDF(of: formes, from: Objects(of: bytes), asking: wishes.text)
    }
    return try slugs.bytes.withUnsafeBufferPointer { slugBytes throws(DrawingError) in
      try composedPDF(
        of: formes, from: Objects(of: bytes), asking: wishes.text, slugs: slugs,
        slugFile: Objects(of: slugBytes))
    }
  }
}

/// The same of an open file.
///
/// - Parameter preferences: what readers are asked for.
func composedPDF(
  of formes: [Forme], from pages: borrowing Objects, asking preferences: String,
  slugs: SlugPages? = nil, slugFile: consuming Objects? = nil, packing: Bool = false
) throws(DrawingError) -> [UInt8] {
  guard !formes.isEmpty else { throw .nothingToDraw }
  let sheets = try Objects(version: pages.version)
  var forms: [Int: PageForm] = [:]
  var lines: [SlugLine: SlugForm] = [:]
  if let slugs, let slugFile { lines = try slugs.forms(of: slugFile, on: sheets) }
  var drawings: [String: Objects.Object] = [:]
  for forme in formes {
    for case let number? in forme.cells.map(\.page) where forms[number] == nil {
      forms[number] = try PageForm(ofPage: number, of: pages, on: sheets)
    }
    sheets.append(forme, forms, lines, sharing: &drawings)
  }
  sheets.takeOver(from: pages)
  sheets.set("/ViewerPreferences", sheets.object(preferences), in: sheets.catalog)
  try pages.check()
  return try sheets.finish(packing: packing)
}

extension Objects {
  /// - Parameter drawings: contents by their text. Pages are called after their cells, so that sides
  ///   that are laid out alike are drawn alike and need them once.
  fileprivate func append(
    _ forme: Forme, _ forms: [Int: PageForm], _ lines: [SlugLine: SlugForm],
    sharing drawings: inout [String: Object]
  ) {
    let size = "\(decimal(forme.size.width)) \(decimal(forme.size.height))"
    let page = object("<< /Type /Page /MediaBox [0 0 \(size)] >>")
    let names = object("<< >>")
    var drawing = ""
    var boxes = SheetBoxes(of: forme)
    if forme.offset != .zero {
      drawing += "1 0 0 1 \(decimal(forme.offset.x)) \(decimal(-forme.offset.y)) cm\n"
    }
    for (index, cell) in forme.cells.enumerated() {
      guard let form = cell.page.flatMap({ forms[$0] }) else { continue }
      let place = Matrix(
        cell.place, ofPage: form.geometry.size, sheetHeight: forme.size.height)
      let matrix = form.geometry.base.followed(by: place).text
      let cut = form.cut(in: cell, sheetHeight: forme.size.height)
      drawing += "q \(cut)\(matrix) cm /P\(index + 1) Do Q\n"
      set("/P\(index + 1)", form.object, in: names)
      boxes.add(form.geometry, in: cell)
    }
    let marks = MarksDrawing(forme.marks, sheetHeight: forme.size.height).text
    drawing += String(decoding: marks.bytes, as: UTF8.self)
    for case .slug(let line, let start, _, let upsideDown) in forme.marks.map(\.shape) {
      guard let form = lines[line] else { continue }
      drawing += form.drawing(
        at: start, upsideDown: upsideDown, sheetHeight: forme.size.height)
      set(form.name, form.object, in: names)
    }
    if let boxes = boxes.text {
      set("/TrimBox", object(boxes.trim), in: page)
      set("/BleedBox", object(boxes.bleed), in: page)
    }
    let resources = object("<< >>")
    set("/XObject", names, in: resources)
    set("/Resources", resources, in: page)
    let contents = drawings[drawing] ?? stream(Array(drawing.utf8))
    drawings[drawing] = contents
    set("/Contents", contents, in: page)
    appendPage(page)
  }
}

extension Objects {
  /// What a file says of all its pages and what their contents may depend upon: its title and the
  /// like, its language, which layers are shown, and the colours of the press it was made for.
  fileprivate func takeOver(from pages: borrowing Objects) {
    if let info = pages.value("/Info", of: pages.trailer), pages.isDictionary(info) {
      set("/Info", copy(info, of: pages), in: trailer)
    }
    if let language = pages.value("/Lang", of: pages.catalog) {
      set("/Lang", object(pages.text(language)), in: catalog)
    }
    for key in ["/OCProperties", "/OutputIntents"] {
      if let value = pages.value(key, of: pages.catalog) {
        set(key, copy(value, of: pages), in: catalog)
      }
    }
  }
}
