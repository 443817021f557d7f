internal import Geometry

extension Binding {
  /// Saddle stitch, two pages a side: sheet s from the outside carries, outside, the s-th pair
  /// of pages from both ends of the book, and inside the next pair. Left and right pages of a
  /// side add up to one more than the number of pages.
  ///
  /// - Parameter pages: as many as fill whole sheets, a multiple of four.
  func saddleStitchedSheets(of pages: [Int?]) -> [Sheet] {
    (0..<pages.count / 4).map { s in
      let first = 2 * s
      let last = pages.count - 1 - first
      let inner = spread(verso: pages[first + 1], recto: pages[last - 1])
      return Sheet(
        outer: spread(verso: pages[last], recto: pages[first]),
        // The short edge is parallel to the fold: turning the sheet about it keeps heads up.
        // Turning about the long edge, across the fold, puts the back on its head: we print it
        // upside down beforehand, as one image.
        inner: flip == .shortEdge ? inner : inner.upsideDown)
    }
  }

  /// Two pages placed from the fold outwards, so that they meet in it exactly; what the page
  /// leaves of the sheet (A5 is half a millimetre less than half an A4) stays at the fore-edge.
  /// Head and foot have equal rests, so front and back agree whichever way the sheet is turned.
  private func spread(verso: Int?, recto: Int?) -> Forme {
    let fold = sheetSize.width / 2
    let head = (sheetSize.height - pageSize.height) / 2
    let (left, right) = boundEdge == .left ? (verso, recto) : (recto, verso)
    return Forme(
      size: sheetSize,
      cells: [
        Cell(page: left, place: Transform(origin: Point(x: fold - pageSize.width, y: head))),
        Cell(page: right, place: Transform(origin: Point(x: fold, y: head))),
      ])
  }
}
