package import Geometry

/// Sheets that are folded together, the outermost first. A saddle-stitched booklet is one signature;
/// leaves that are cut and stacked count as one too.
package struct Signature: Hashable, Sendable {
  package var sheets: [Sheet]
  /// The page at each position, in the order in which they are read; nil where it is blank.
  package var pages: [Int?]
  /// Printed on paper of its own, and wrapped round all others.
  package var isCover = false

  package init(sheets: [Sheet], pages: [Int?] = [], isCover: Bool = false) {
    self.sheets = sheets
    self.pages = pages
    self.isCover = isCover
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
  /// Row by row from the head, each from left to right, as the printed side is seen.
  package var cells: [Cell]
  /// Where the sheet is folded and cut, on this side.
  package var creases: [Crease]
  package var marks: [PrintersMark]
  /// By how much a printer has to be corrected: everything on this side lies moved by it.
  package var offset: Point

  package init(
    size: Size, cells: [Cell], creases: [Crease] = [], marks: [PrintersMark] = [],
    offset: Point = .zero
  ) {
    self.size = size
    self.cells = cells
    self.creases = creases
    self.marks = marks
    self.offset = offset
  }

  /// The same side turned by half a turn as one image.
  package var upsideDown: Forme {
    func turned(_ point: Point) -> Point {
      Point(x: size.width - point.x, y: size.height - point.y)
    }
    return Forme(
      size: size,
      cells: cells.reversed().map { cell in
        var cell = cell
        cell.place.origin = turned(cell.place.origin)
        cell.place.upsideDown.toggle()
        return cell
      },
      creases: creases.map { Crease(from: turned($0.to), to: turned($0.from), kind: $0.kind) },
      marks: marks.map { $0.turned(on: size) }, offset: offset)
  }
}

/// A line along which a sheet is folded or cut.
package struct Crease: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Folded away from whoever looks at this side.
    case mountain
    /// Folded towards whoever looks at this side.
    case valley
    case cut
  }
  package var from: Point
  package var to: Point
  package var kind: Kind

  /// - Parameter from: the end further left, or nearer the head.
  package init(from: Point, to: Point, kind: Kind) {
    self.from = from
    self.to = to
    self.kind = kind
  }
}

/// The place of one page on a forme.
package struct Cell: Hashable, Sendable {
  /// The page's number from 1, or nil where the paper stays blank.
  package var page: Int?
  /// From the page's own coordinates, from its trimmed corner, to the forme's.
  package var place: Transform
  /// The edge of the page that is bound, in the page's own sense.
  package var spine: Edge
  /// How far what is printed may reach beyond each edge of the trimmed page, on paper: to the sheet's
  /// edge, or half-way to the next page. Less than nothing at the spine where creep has moved the
  /// page over the fold.
  package var room: Margins
  /// The page's own size where it is not the book's: a poster's.
  package var size: Size?

  package init(
    page: Int?, place: Transform, spine: Edge = .left, room: Margins = Margins(), size: Size? = nil
  ) {
    self.page = page
    self.place = place
    self.spine = spine
    self.room = room
    self.size = size
  }

  package enum Edge: Hashable, Sendable, CaseIterable { case left, right, top, bottom }

  /// Lengths at the four edges of a page, in its own sense.
  package struct Margins: Hashable, Sendable {
    package var left, right, top, bottom: Length

    package init(
      left: Length = .zero, right: Length = .zero, top: Length = .zero, bottom: Length = .zero
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
    }
  }
}
