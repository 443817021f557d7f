internal import Diagnostics
internal import Imposition
internal import Typesetting

extension Book {
  /// The booklets that the order makes or shows, laid on sheets; none where it makes none. Bound at
  /// the edge where the language's books are, unless the sheet names one.
  func imposed(
    _ pages: [Page], as order: BuildOrder, reporting diagnostics: inout [Diagnostic]
  ) -> [ImposedBooklet] {
    let outputs = order.outputs ?? sheet.outputs
    let isWanted = order.proofs.map { $0.kind == .sheets } ?? outputs.contains(.booklet)
    guard isWanted else { return [] }
    let booklets = sheet.booklets.map {
      $0.bound(readingRightToLeft: language.direction == .rightToLeft)
    }
    let imposed = booklets.imposed(pages.count, slug: sheet.slug)
    let text = pages.map(\.textBox)
    for each in imposed {
      diagnostics += each.booklet.findings(pageCount: pages.count)
      each.checkMargins(of: text, reporting: &diagnostics)
    }
    return imposed
  }
}
