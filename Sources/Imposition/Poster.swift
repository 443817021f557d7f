internal import Geometry

// The back of a mini-zine is inside once the sheet is folded, and free: unfolded, it is a poster.

extension Binding {
  /// The page that is the poster, the last one; nil where there is none.
  package func posterPage(of pageCount: Int) -> Int? {
    isZine && poster != nil && pageCount > 1 ? pageCount : nil
  }

  var isZine: Bool {
    if case .miniZine = style { true } else { false }
  }

  /// Lays the poster in the middle of the last sheet's back, at its own size.
  func lay(poster page: Int, on signatures: inout [Signature]) {
    guard let size = poster else { return }
    let rest = Point(
      x: (sheetSize.width - size.width) / 2, y: (sheetSize.height - size.height) / 2)
    let cell = Cell(
      page: page, place: Transform(origin: rest), spine: .left,
      room: Cell.Margins(left: rest.x, right: rest.x, top: rest.y, bottom: rest.y), size: size)
    let back = Forme(size: sheetSize, cells: [cell])
    // Each zine is one sheet.
    signatures[signatures.count - 1].sheets[0].inner.cells =
      (turnsBacks(of: sheetSize) ? back.upsideDown : back).cells
  }
}
