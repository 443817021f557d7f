package import Geometry

/// Sheets folded together, the outermost first. A saddle-stitched booklet is one signature.
package struct Signature: Hashable, Sendable {
  package var sheets: [Sheet]

  package init(sheets: [Sheet]) {
    self.sheets = sheets
  }
}

/// One sheet of paper and what is printed on it.
package struct Sheet: Hashable, Sendable {
  /// The side that is outside when the sheet is folded: printed first.
  package var outer: Forme
  /// The side that is inside the fold, as it must come out of the printer.
  package var inner: Forme

  package init(outer: Forme, inner: Forme) {
    self.outer = outer
    self.inner = inner
  }
}

/// What is printed on one side of a sheet in one go.
package struct Forme: Hashable, Sendable {
  package var size: Size
  /// From left to right, as the printed side is seen.
  package var cells: [Cell]

  package init(size: Size, cells: [Cell]) {
    self.size = size
    self.cells = cells
  }

  /// The same side turned by half a turn as one image.
  package var upsideDown: Forme {
    let turned = cells.reversed().map { cell in
      Cell(
        page: cell.page,
        place: Transform(
          origin: Point(
            x: size.width - cell.place.origin.x, y: size.height - cell.place.origin.y),
          upsideDown: !cell.place.upsideDown))
    }
    return Forme(size: size, cells: turned)
  }
}

/// The place of one page on a forme.
package struct Cell: Hashable, Sendable {
  /// The page's number from 1, or nil where the paper stays blank.
  package var page: Int?
  /// From the page's own coordinates to the forme's.
  package var place: Transform

  package init(page: Int?, place: Transform) {
    self.page = page
    self.place = place
  }
}
