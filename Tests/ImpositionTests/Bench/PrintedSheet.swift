import Geometry
import Imposition

/// A sheet of paper with ink on it, seen with its front up: x to the right and y downwards, in
/// points. What is on its back is found through the paper.
struct PrintedSheet {
  var width: Double
  var height: Double
  var impressions: [Impression] = []

  /// One page as it was printed: where its top left corner and its bottom right corner are.
  struct Impression {
    var page: Int
    var isOnBack: Bool
    var corner: Spot
    var far: Spot

    var middle: Spot { Spot(x: (corner.x + far.x) / 2, y: (corner.y + far.y) / 2) }
  }
}

struct Spot: Equatable {
  var x: Double
  var y: Double
}

extension Spot {
  init(_ point: Point) { self.init(x: point.x.points, y: point.y.points) }
}

/// A printer: it turns the paper about one of its edges, whatever the file was made for.
struct DuplexPrinter {
  var flip: PrinterProfile.Flip

  func print(_ sheet: Sheet, pageSize: Size) -> PrintedSheet {
    var printed = PrintedSheet(blank: sheet)
    printed.ink(sheet.outer, pageSize, isOnBack: false) { $0 }
    printed.ink(sheet.inner, pageSize, isOnBack: true) { throughPaper($0, sheet) }
    return printed
  }

  /// Where a place of the image of a back comes to lie, seen from the front.
  func throughPaper(_ spot: Spot, _ sheet: Sheet) -> Spot {
    let (width, height) = (sheet.inner.size.width.points, sheet.inner.size.height.points)
    // The short edges of a sheet that lies wide stand upright.
    return (flip == .shortEdge) == (width >= height)
      ? Spot(x: width - spot.x, y: spot.y) : Spot(x: spot.x, y: height - spot.y)
  }
}

extension PrintedSheet {
  init(blank sheet: Sheet) {
    self.init(width: sheet.outer.size.width.points, height: sheet.outer.size.height.points)
  }

  /// - Parameter onPaper: from a place on the printer's image to the place on this sheet.
  mutating func ink(
    _ forme: Forme, _ pageSize: Size, isOnBack: Bool, onPaper: (Spot) -> Spot
  ) {
    let far = Point(x: pageSize.width, y: pageSize.height)
    for cell in forme.cells {
      guard let page = cell.page else { continue }
      impressions.append(
        Impression(
          page: page, isOnBack: isOnBack, corner: onPaper(Spot(cell.place(.zero))),
          far: onPaper(Spot(cell.place(far)))))
    }
  }
}
