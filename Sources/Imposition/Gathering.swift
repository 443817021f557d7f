/// How many sheets go into a signature.
package enum Gathering: Hashable, Sendable {
  /// All of them.
  case oneSignature
  /// So many sheets in each; the last has what is left.
  case sheets(Int)
  /// No more than so many sheets in each, and none more than one sheet thicker than another:
  /// T sheets make ⌈T/m⌉ signatures.
  case evened(atMost: Int)
  /// So many pages in each, no more and no fewer, and all alike, at the price of blank pages:
  /// the longest signature that the pages fill, after as many more sheets as that takes
  /// (the rule of Perl's PDF::Imposition).
  case pages(ClosedRange<Int>)

  /// The sheets of each signature.
  ///
  /// - Parameters:
  ///   - sheetCount: what the pages need at least; more may come back where all are to be alike.
  ///   - pagesPerSheet: 4 times a power of two.
  func signatures(of sheetCount: Int, pagesPerSheet: Int) -> [Int] {
    guard sheetCount > 0 else { return [] }
    switch self {
    case .oneSignature:
      return [sheetCount]
    case .sheets(let size):
      let size = max(size, 1)
      let rest = sheetCount % size
      return Array(repeating: size, count: sheetCount / size) + (rest > 0 ? [rest] : [])
    case .evened(let most):
      let groups = (sheetCount + max(most, 1) - 1) / max(most, 1)
      let (size, thicker) = sheetCount.quotientAndRemainder(dividingBy: groups)
      return (0..<groups).map { $0 < thicker ? size + 1 : size }
    case .pages(let range):
      let most = max(range.upperBound / pagesPerSheet, 1)
      let least = min(max((range.lowerBound + pagesPerSheet - 1) / pagesPerSheet, 1), most)
      if sheetCount <= most { return [max(sheetCount, least)] }
      var total = sheetCount
      while true {
        if let size = (least...most).last(where: { total % $0 == 0 }) {
          return Array(repeating: size, count: total / size)
        }
        total += 1
      }
    }
  }
}

extension Binding {
  /// The pages of each signature, of which together there are at least `pageCount`.
  func signatureLengths(of pageCount: Int) -> [Int] {
    let pagesPerSheet = pagesPerSheet
    let sheets = (pageCount + pagesPerSheet - 1) / pagesPerSheet
    return gathering.signatures(of: sheets, pagesPerSheet: pagesPerSheet).map { $0 * pagesPerSheet }
  }

  var gathering: Gathering {
    switch style {
    case .saddleStitch, .cutSaddle, .cutAndStack, .perfectLeaves: .oneSignature
    case .signatures(let gathering), .perfectGathered(let gathering): gathering
    case .quarto(_, let gathering), .octavo(_, let gathering): gathering
    case .miniZine: .sheets(1)
    }
  }

  /// The pages of a signature are a multiple of these.
  var pagesPerSheet: Int {
    switch style {
    case .saddleStitch, .signatures, .perfectGathered, .cutSaddle(.twoCopies): 4
    case .quarto, .cutSaddle, .miniZine: 8
    case .octavo: 16
    // Leaves are cut from whole sheets, but what is left over of the last needs no pages.
    case .cutAndStack, .perfectLeaves: 2
    }
  }
}
