package import Geometry
package import Imposition
package import Typesetting

/// Draws proofs of a book's pages as PNG, with the canvas that draws its PDFs: what is seen is what
/// is printed. Fonts and pictures are opened once for all proofs.
package struct ProofPress {
  package static let mostPixels = PixelSurface.mostPixels

  private let pages: [Page]
  private let faces: Faces
  private let pictures: PictureSurfaces
  private let slugs: [SlugLine: Page]
  private let slugBaseline: Length

  /// - Parameter slugs: the lines beside the pages of sheets, each on a page as large as itself.
  package init(
    pages: [Page], fonts: [FontFile], pictures: Pictures, slugs: [SlugLine: Page] = [:],
    slugBaseline: Length = .zero
  ) {
    self.pages = pages
    self.slugs = slugs
    self.slugBaseline = slugBaseline
    faces = Faces(fonts)
    self.pictures = PictureSurfaces(pictures, target: .pixels)
  }

  /// The file's bytes, the same on each run; in greys where the proof holds no colour.
  ///
  /// - Parameter ppi: Pixels an inch.
  /// - Throws: `tooManyPixels`, `missingPage`, and what drawing the pages into a PDF would throw,
  ///   but for links and structure, which a picture has not.
  package func png(of proof: Proof, ppi: Int) throws(DrawingError) -> [UInt8] {
    let pixels = try PixelSurface(proof.forme.size, ppi: ppi)
    var canvas = Canvas(on: pixels.surface, faces: faces, pictures: pictures)
    for cell in proof.forme.cells {
      guard let number = cell.page else { continue }
      let page = try page(number)
      let bleed = Cell.Margins(
        left: page.bleed, right: page.bleed, top: page.bleed, bottom: page.bleed)
      try canvas.draw(
        page, at: cell.place, within: cell.printed(of: page.size, bleed: bleed), number: number)
    }
    try draw(proof.forme.marks, on: &canvas)
    for area in try outlined(in: proof) {
      for line in area.sides {
        try canvas.draw(pixels.hairline(line, ink: Self.hairlineInk), page: 0)
      }
    }
    try canvas.finishPage(proof.pageNumbers.first ?? 0)
    return try pixels.png()
  }

  private func draw(
    _ marks: [PrintersMark], on canvas: inout Canvas
  ) throws(DrawingError) {
    for mark in marks {
      for line in mark.drawing { try canvas.draw(line, page: 0) }
      guard case .slug(let line, let start, _, let upsideDown) = mark.shape,
        let page = slugs[line]
      else { continue }
      let lift = upsideDown ? slugBaseline : -slugBaseline
      let place = Transform(
        origin: Point(x: start.x, y: start.y + lift), upsideDown: upsideDown)
      try canvas.draw(page, at: place, number: 0)
    }
  }

  /// Seen beside black letters on white, and taken for none of them.
  private static let hairlineInk = Ink(red: 0.7, green: 0.7, blue: 0.7)

  private func page(_ number: Int) throws(DrawingError) -> Page {
    guard number >= 1, number <= pages.count else { throw .missingPage(number) }
    return pages[number - 1]
  }

  private func outlined(in proof: Proof) throws(DrawingError) -> [Rectangle] {
    switch proof.hairlines {
    case .none: return []
    case .edge: return [Rectangle(origin: .zero, size: proof.forme.size)]
    case .outlines:
      var areas: [Rectangle] = []
      for cell in proof.forme.cells {
        guard let number = cell.page else { continue }
        areas.append(cell.place(Rectangle(origin: .zero, size: try page(number).size)))
      }
      return areas
    }
  }
}

extension Rectangle {
  /// Left, right, head and foot, as rectangles without breadth.
  fileprivate var sides: [Rectangle] {
    [minX, maxX].map { Rectangle(x: $0, y: minY, width: .zero, height: size.height) }
      + [minY, maxY].map { Rectangle(x: minX, y: $0, width: size.width, height: .zero) }
  }
}
