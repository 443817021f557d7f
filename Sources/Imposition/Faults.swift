package import Geometry

/// Why a binding cannot be made as it was asked for, or had better not be. The words for it are found
/// elsewhere.
package enum BindingFault: Hashable, Sendable {
  /// The pages take more of a sheet than there is; at that scale they would fit.
  case pagesTooLarge(needed: Size, sheet: Size, fittingScale: Double)
  /// Front, back and spine together are wider than the cover's paper, or they are higher.
  case coverTooLarge(needed: Size, sheet: Size)
  case posterTooLarge(needed: Size, sheet: Size)
  /// Only zines have a free back.
  case posterWithoutZine
  /// Eight pages make a zine: the rest begins another.
  case severalZines(Int)
  /// A zine has neither cover nor flyleaves of its own.
  case zineWithCover
  /// A book of four pages is nothing but its cover.
  case nothingInsideCover
  /// Folded more than once, or cut and folded, sheets have their spine at a side.
  case notBoundAtTheTop
  /// Blanks are to stand behind a page that the book has not; they stand before the last page.
  case blanksBehindTheEnd(page: Int, pageCount: Int)
  /// A signature has at least as many pages as one sheet.
  case signatureTooShort(pagesPerSheet: Int)
  /// So many thicknesses of paper in one fold neither stay closed nor take a staple; it is the
  /// booklet's maker who may know better.
  case signatureTooThick(sheets: Int, most: Int)

  /// Whether the book can be made nevertheless.
  package var isCaution: Bool {
    switch self {
    case .signatureTooThick, .severalZines, .nothingInsideCover, .zineWithCover,
      .blanksBehindTheEnd:
      true
    case .pagesTooLarge, .coverTooLarge, .posterTooLarge, .posterWithoutZine, .notBoundAtTheTop,
      .signatureTooShort:
      false
    }
  }
}

extension Binding {
  /// In the order in which one would mend them.
  package func faults(pageCount: Int) -> [BindingFault] {
    guard pageCount > 0 else { return [] }
    var faults: [BindingFault] = []
    if boundEdge == .top && !canBeBoundAtTheTop { faults.append(.notBoundAtTheTop) }
    if let pages = pagesOfTooShortSignature {
      faults.append(.signatureTooShort(pagesPerSheet: pages))
    }
    if !pageFits {
      faults.append(
        .pagesTooLarge(needed: neededSize, sheet: sheetSize, fittingScale: fittingScale))
    }
    if case .after(let page) = blanks, page >= pageCount {
      faults.append(.blanksBehindTheEnd(page: page, pageCount: pageCount))
    }
    faults += coverFaults(pageCount) + zineFaults(pageCount)
    let (sheets, most) = (thicknessesInTheFold(pageCount), mostThicknessesInTheFold)
    if sheets > most { faults.append(.signatureTooThick(sheets: sheets, most: most)) }
    return faults
  }

  /// Whether the book's leaves can be turned over its head.
  package var canBeBoundAtTheTop: Bool {
    switch style {
    case .saddleStitch, .signatures, .perfectGathered, .perfectLeaves, .cutAndStack: true
    case .quarto, .octavo, .cutSaddle, .miniZine: false
    }
  }

  private var pagesOfTooShortSignature: Int? {
    switch gathering {
    case .oneSignature: nil
    case .sheets(let count), .evened(let count): count < 1 ? pagesPerSheet : nil
    case .pages(let range): range.upperBound < pagesPerSheet ? pagesPerSheet : nil
    }
  }

  private func coverFaults(_ pageCount: Int) -> [BindingFault] {
    guard cover != .ofTheBody || flyleaves > 0, !isZine else { return [] }
    guard hasInsides(pageCount) else { return [.nothingInsideCover] }
    guard let binding = coverBinding else { return [] }
    var needed = binding.neededSize
    let spine = facts(pageCount: pageCount).spineWidth
    if boundEdge == .top { needed.height += spine } else { needed.width += spine }
    return needed.fits(binding.sheetSize)
      ? [] : [.coverTooLarge(needed: needed, sheet: binding.sheetSize)]
  }

  private func zineFaults(_ pageCount: Int) -> [BindingFault] {
    guard isZine else { return poster == nil ? [] : [.posterWithoutZine] }
    var faults: [BindingFault] = []
    if cover != .ofTheBody || flyleaves > 0 { faults.append(.zineWithCover) }
    if let poster, !poster.fits(sheetSize) {
      faults.append(.posterTooLarge(needed: poster, sheet: sheetSize))
    }
    let zines = facts(pageCount: pageCount).sheetCount
    if zines > 1 { faults.append(.severalZines(zines)) }
    return faults
  }

  /// Sheets that lie within one another in the thickest signature, each once in the fold: half a
  /// sheet that was folded before counts as one.
  private func thicknessesInTheFold(_ pageCount: Int) -> Int {
    switch style {
    case .cutAndStack, .perfectLeaves, .miniZine: 0
    default: (signatureLengths(of: positions(of: pageCount).body.count).max() ?? 0) / 4
    }
  }

  /// 25 sheets of copy paper, a hundred pages, are what a long-arm stapler goes through.
  private var mostThicknessesInTheFold: Int {
    max(Length.millimetres(2.5).units / max(stock.thickness.units, 1), 1)
  }
}
