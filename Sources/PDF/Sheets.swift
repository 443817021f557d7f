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

/// What readers are asked to ask of printers. They honour it unevenly: it is a help, and the
/// instructions must still say it.
package struct PrintWishes: Hashable, Sendable {
  package enum Sides: Hashable, Sendable {
    /// Both, the sheet turned about that edge.
    case shortEdge, longEdge
    case one
  }

  package var sides: Sides
  /// Bound on the right: two pages side by side on a screen change places.
  package var readsFromTheRight: Bool

  package init(_ sides: Sides, readsFromTheRight: Bool = false) {
    self.sides = sides
    self.readsFromTheRight = readsFromTheRight
  }

  /// As a dictionary of viewer preferences (ISO 32000-1, 12.2).
  var text: String {
    let duplex =
      switch sides {
      case .shortEdge: "/DuplexFlipShortEdge"
      case .longEdge: "/DuplexFlipLongEdge"
      case .one: "/Simplex"
      }
    return """
      << /DisplayDocTitle true /PrintScaling /None /Duplex \(duplex) /PickTrayByPDFSize true\
      \(readsFromTheRight ? " /Direction /R2L" : "") >>
      """
  }
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

/// What a sheet's pages take of it together, trimmed and with their bleeds.
private struct SheetBoxes {
  private let forme: Forme
  private var trim: (Point, Point)?
  private var bleed: (Point, Point)?

  init(of forme: Forme) { self.forme = forme }

  mutating func add(_ geometry: PageGeometry, in cell: Cell) {
    let scale = cell.place.scale
    func beyond(_ edge: KeyPath<Cell.Margins, Length>) -> Length {
      max(.zero, min(geometry.bleed[keyPath: edge], cell.room[keyPath: edge] * (1 / scale)))
    }
    func corners(_ left: Length, _ top: Length, _ right: Length, _ bottom: Length) -> [Point] {
      [
        cell.place(Point(x: -left, y: -top)),
        cell.place(Point(x: geometry.size.width + right, y: geometry.size.height + bottom)),
      ]
    }
    add(corners(.zero, .zero, .zero, .zero), to: &trim)
    add(
      corners(beyond(\.left), beyond(\.top), beyond(\.right), beyond(\.bottom)), to: &bleed)
  }

  private func add(_ corners: [Point], to box: inout (Point, Point)?) {
    for corner in corners {
      guard let (a, b) = box else {
        box = (corner, corner)
        continue
      }
      box = (
        Point(x: min(a.x, corner.x), y: min(a.y, corner.y)),
        Point(x: max(b.x, corner.x), y: max(b.y, corner.y))
      )
    }
  }

  /// Nil where the side is blank. No box reaches over the sheet.
  var text: (trim: String, bleed: String)? {
    guard let trim, let bleed else { return nil }
    return (text(trim), text(bleed))
  }

  private func text(_ box: (Point, Point)) -> String {
    let (width, height) = (forme.size.width, forme.size.height)
    func clamped(_ length: Length, _ most: Length) -> Length { max(.zero, min(length, most)) }
    let sides = [
      clamped(box.0.x + forme.offset.x, width), height - clamped(box.1.y + forme.offset.y, height),
      clamped(box.1.x + forme.offset.x, width), height - clamped(box.0.y + forme.offset.y, height),
    ]
    return "[" + sides.map(decimal).joined(separator: " ") + "]"
  }
}
