// Arranges page numbers on sheets so that they fold into a booklet.
//
//   page count ──Binding.impose──▶ [Signature] of Sheets, each two Formes of Cells
//
// Nothing is drawn here: a cell says which page lies where on which side of which sheet, and a
// back-end lays the finished pages there as they are, never scaled.

internal import Geometry

extension Binding {
  /// The sheets to print, in the order of the signatures, each from its outermost sheet inwards.
  ///
  /// Every page from 1 to `pageCount` lies on exactly one cell; no pages, no sheets.
  package func impose(_ pageCount: Int) -> [Signature] {
    guard pageCount > 0 else { return [] }
    switch style {
    case .saddleStitch:
      let pages = padded(pageCount)
      return [Signature(sheets: saddleStitchedSheets(of: pages))]
    }
  }

  /// The pages and blanks that fill whole sheets: a folded sheet has four pages.
  private func padded(_ pageCount: Int) -> [Int?] {
    let blankCount = (4 - pageCount % 4) % 4
    let blanks = [Int?](repeating: nil, count: blankCount)
    // A single page is the front cover; it has no back cover to keep.
    let bodyCount = keepsBackCover && pageCount > 1 ? pageCount - 1 : pageCount
    return Array(1...bodyCount) + blanks + Array((bodyCount + 1)..<(pageCount + 1))
  }
}
