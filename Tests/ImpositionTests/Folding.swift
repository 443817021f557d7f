import Geometry
import Imposition

/// A pile of printed sheets that can be folded and read: paper, not page numbers.
///
/// A sheet lies before us with its outside up; its own coordinates are those. What the printer
/// put on its inside is found through the way the printer turned the sheet.
struct PrintedPile {
  /// A page as somebody sees it on an open side.
  struct SeenPage {
    var page: Int?
    /// Where the page's middle lies, from the left.
    var middle: Length
    var isUpright: Bool
  }

  /// A way to make a book of the pile and to read it.
  struct Fold: Hashable {
    /// The pile is turned by half a turn on the table first.
    var turned = false
    /// Folded inside out: what was to be inside is outside.
    var insideOut = false
    /// The last sheet of the pile goes outside, and not the first.
    var lastSheetOutside = false
    /// Read with the fold on this side.
    var boundEdge = Binding.BoundEdge.left

    static let allWays: [Fold] = [false, true].flatMap { turned in
      [false, true].flatMap { insideOut in
        [false, true].flatMap { lastSheetOutside in
          [Binding.BoundEdge.left, .right].map {
            Fold(
              turned: turned, insideOut: insideOut, lastSheetOutside: lastSheetOutside,
              boundEdge: $0)
          }
        }
      }
    }
  }

  var sheets: [Sheet]
  var pageSize: Size
  /// What the printer really does.
  var flip: PrinterProfile.Flip

  /// The pages in the order in which the leaves are turned; nil if any stands on its head.
  func read(_ fold: Fold) -> [Int?]? {
    var nested = sheets
    if fold.lastSheetOutside { nested.reverse() }
    var firstHalf: [SeenPage] = []
    var secondHalf: [SeenPage] = []
    for sheet in nested {
      let outside = seen(sheet, fromItsOutside: !fold.insideOut, turned: fold.turned)
      let inside = seen(sheet, fromItsOutside: fold.insideOut, turned: fold.turned)
      // Bound on the left: the right half of the outside is the cover; behind it, on the left
      // of the inside, is the next page. Bound on the right: the other way round.
      let (front, behind) = fold.boundEdge == .left ? (1, 0) : (0, 1)
      firstHalf += [outside[front], inside[behind]]
      secondHalf += [outside[behind], inside[front]]
    }
    let leaves = firstHalf + secondHalf.reversed()
    guard leaves.allSatisfy({ $0.page == nil || $0.isUpright }) else { return nil }
    return leaves.map(\.page)
  }

  /// What is seen of a side, from left to right. We turn a sheet over about its vertical middle
  /// to see the other side, as one turns a leaf.
  private func seen(_ sheet: Sheet, fromItsOutside: Bool, turned: Bool) -> [SeenPage] {
    let forme = fromItsOutside ? sheet.outer : sheet.inner
    let (width, height) = (forme.size.width, forme.size.height)
    let pages = forme.cells.map { cell in
      let corners = [.zero, Point(x: pageSize.width, y: pageSize.height)].map { corner in
        var point = cell.place(corner)
        if !fromItsOutside {
          // From the printer's view of the back to the paper...
          switch flip {
          case .shortEdge: point = Point(x: width - point.x, y: point.y)
          case .longEdge: point = Point(x: point.x, y: height - point.y)
          }
          // ...and from the paper to ours.
          point = Point(x: width - point.x, y: point.y)
        }
        return turned ? Point(x: width - point.x, y: height - point.y) : point
      }
      return SeenPage(
        page: cell.page, middle: (corners[0].x + corners[1].x) / 2,
        isUpright: corners[0].x < corners[1].x && corners[0].y < corners[1].y)
    }
    return pages.sorted { $0.middle < $1.middle }
  }
}
