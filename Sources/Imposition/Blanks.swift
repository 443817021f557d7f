package import Geometry

/// Where the blank pages stand that fill the last sheet.
package enum Blanks: Hashable, Sendable {
  /// Just before the last page, which stays the outside of the back cover.
  case insideBackCover
  /// After the last page: for books without a back cover of their own.
  case atTheEnd
  /// After that page, in pairs, so that right-hand pages stay on the right; an odd one comes just
  /// before the last page.
  case after(Int)
}

/// What the outer leaves of a book are made of.
package enum Cover: Hashable, Sendable {
  /// The same paper, imposed with the rest.
  case ofTheBody
  /// A sheet of its own, for other paper: the first two pages and the last two.
  case ownSheet(Paper)
}

extension Binding {
  /// The pages in the order in which they are read, with the blanks that fill whole sheets.
  func positions(of pageCount: Int) -> (cover: [Int?]?, body: [Int?]) {
    let flyPages = flyleafPages(of: pageCount)
    let hasOwnCover = hasInsides(pageCount) && cover != .ofTheBody
    let coverPages = hasOwnCover ? 4 : 0
    let bodyCount = pageCount + flyPages - coverPages
    let blankCount = lengthFilled(bodyCount) - bodyCount

    var pages: [Int?] = Array(1...pageCount)
    let blank = { (count: Int) in [Int?](repeating: nil, count: count) }
    switch blanks {
    case .insideBackCover where pageCount > 1, .after where pageCount > 1:
      var odd = blankCount
      if case .after(let page) = blanks, page < pageCount - 1 {
        odd = blankCount % 2
        pages.insert(contentsOf: blank(blankCount - odd), at: max(page, 0))
      }
      pages.insert(contentsOf: blank(odd), at: pages.count - 1)
    default:
      pages += blank(blankCount)
    }
    if flyPages > 0 {
      pages.insert(contentsOf: blank(flyPages / 2), at: pages.count - 2)
      pages.insert(contentsOf: blank(flyPages / 2), at: 2)
    }
    guard hasOwnCover else { return (nil, pages) }
    return (Array(pages.prefix(2) + pages.suffix(2)), Array(pages.dropFirst(2).dropLast(2)))
  }

  /// Whether there is anything between the leaves of a cover: the first two pages and the last two.
  func hasInsides(_ pageCount: Int) -> Bool { pageCount > 4 && !isZine }

  func flyleafPages(of pageCount: Int) -> Int {
    hasInsides(pageCount) ? 4 * max(flyleaves, 0) : 0
  }

  /// The least number of pages from that one on that fills whole sheets.
  private func lengthFilled(_ count: Int) -> Int {
    signatureLengths(of: count).reduce(0, +)
  }
}
