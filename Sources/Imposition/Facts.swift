package import Geometry

/// What the paper of a book comes to, for reports and instructions.
package struct BookFacts: Hashable, Sendable {
  /// Sheets of the body to print for one run.
  package var sheetCount: Int
  /// Sheets of other paper for the cover: one for each book.
  package var coverSheetCount: Int
  /// Of the body.
  package var signatureCount: Int
  /// The sheets of the thickest signature that are folded as one.
  package var thickestSignature: Int
  /// Pages that nothing is printed on, without the flyleaves'.
  package var blankCount: Int
  /// Books that come of one run: two where each sheet is cut into two copies.
  package var copies: Int
  /// Of all leaves of one book's body, pressed.
  package var thickness: Length
  /// Nothing where the leaves are not glued.
  package var spineWidth: Length
  package var largestCreep: Length
}

extension Binding {
  package func facts(pageCount: Int) -> BookFacts {
    let pageCount = max(pageCount, 0)
    let zinePages = posterPage(of: pageCount) == nil ? pageCount : pageCount - 1
    guard zinePages > 0 else {
      return BookFacts(
        sheetCount: 0, coverSheetCount: 0, signatureCount: 0, thickestSignature: 0, blankCount: 0,
        copies: copies, thickness: .zero, spineWidth: .zero, largestCreep: .zero)
    }
    let positions = positions(of: zinePages)
    let bodyCount = positions.body.count
    let lengths = signatureLengths(of: bodyCount)
    let leafCount = bodyCount / 2
    let sheets = lengths.map(sheetCount)
    let blanks = (positions.body + (positions.cover ?? [])).count { $0 == nil }
    return BookFacts(
      sheetCount: sheets.reduce(0, +), coverSheetCount: positions.cover == nil ? 0 : copies,
      signatureCount: lengths.count, thickestSignature: sheets.max() ?? 0,
      blankCount: blanks - flyleafPages(of: zinePages), copies: copies,
      // A zine's leaves are double.
      thickness: stock.thickness * (isZine ? 2 * leafCount : leafCount),
      spineWidth: spineWidth(ofLeaves: leafCount),
      largestCreep: lengths.map(largestCreep).max() ?? .zero)
  }

  /// Books that come of one run.
  private var copies: Int { style == .cutSaddle(.twoCopies) ? 2 : 1 }

  /// Sheets of a signature of that many pages.
  private func sheetCount(of pageCount: Int) -> Int {
    let pages = 2 * fields.columns * fields.rows
    switch style {
    case .miniZine: return 1
    case .cutSaddle(.twoCopies): return pageCount / 4
    default: return (pageCount + pages - 1) / pages
    }
  }
}
