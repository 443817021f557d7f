// Arranges page numbers on sheets so that they fold into a booklet.
//
//   page count ──Blanks──▶ positions ──Folding──▶ [Layout] ──Placement──▶ [Signature] of Sheets,
//   each two Formes of Cells ──PrintersMarks──▶ with marks ──PrinterProfile──▶ [PrintRun]
//
// A Layout is what the tables of the trade show: which page stands in which field of a side, upright
// or on its head. Placement makes lengths of it. Nothing is drawn here: a cell says which page lies
// where on which side of which sheet, and a back-end lays the finished pages there.

extension Binding {
  /// The sheets to print, in the order of the signatures, each from its outermost sheet inwards; a
  /// cover on paper of its own comes first.
  ///
  /// Every page from 1 to `pageCount` lies on exactly one cell (on two where a sheet makes two
  /// copies); no pages, no sheets.
  package func impose(_ pageCount: Int) -> [Signature] {
    guard pageCount > 0 else { return [] }
    let posterPage = posterPage(of: pageCount)
    let positions = positions(of: posterPage == nil ? pageCount : pageCount - 1)
    let lengths = signatureLengths(of: positions.body.count)
    var signatures: [Signature] = []
    if let cover = positions.cover {
      let place = SignaturePlace(number: nil, count: lengths.count, isStapled: isStapled)
      signatures.append(coverSignature(cover, positions.body.count, place))
    }
    var start = 0
    for (index, length) in lengths.enumerated() {
      let place = SignaturePlace(
        number: index + 1, count: lengths.count, isStapled: isStapled && positions.cover == nil)
      signatures.append(signature(of: Array(positions.body[start..<start + length]), place))
      start += length
    }
    if let posterPage { lay(poster: posterPage, on: &signatures) }
    return signatures
  }

  /// - Parameter pages: as many as fill whole sheets, in the order in which they are read.
  private func signature(of pages: [Int?], _ place: SignaturePlace) -> Signature {
    let layouts = layouts(of: pages.count)
    var sheets = layouts.map { sheet($0, of: pages) }
    mark(&sheets, layouts[0], of: pages, place)
    return Signature(sheets: sheets, pages: pages)
  }
}
