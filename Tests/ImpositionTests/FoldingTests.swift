import Imposition
import Testing

/// The proof of the imposition: print it, fold it, read it.
@Suite struct FoldingTests {
  static let flips: [PrinterProfile.Flip] = [.shortEdge, .longEdge]
  static let edges: [Binding.BoundEdge] = [.left, .right]

  @Test(arguments: flips, edges)
  func aFoldedBookletReadsFromOneToTheLast(flip: PrinterProfile.Flip, edge: Binding.BoundEdge) {
    for keepsBackCover in [true, false] {
      let binding = Binding(
        printer: PrinterProfile(flip: flip), boundEdge: edge,
        blanks: keepsBackCover ? .insideBackCover : .atTheEnd)
      for n in 1...400 {
        let read = pile(binding, n, printer: flip).read(.init(boundEdge: edge))
        #expect(read?.compactMap { $0 } == Array(1...n), "\(n) pages")
        #expect(read?.first == .some(1), "\(n) pages")
        if keepsBackCover && n > 1 { #expect(read?.last == .some(n), "\(n) pages") }
        if !keepsBackCover { #expect(read?.prefix(n).compactMap { $0 }.count == n, "\(n) pages") }
      }
    }
  }

  /// The wrong flip is the commonest mishap with printed booklets, and nothing done to the
  /// paper mends it.
  @Test(arguments: flips, edges)
  func theWrongFlipGivesNoBookHoweverItIsFolded(flip: PrinterProfile.Flip, edge: Binding.BoundEdge)
  {
    let binding = Binding(printer: PrinterProfile(flip: flip), boundEdge: edge)
    let wrong: PrinterProfile.Flip = flip == .shortEdge ? .longEdge : .shortEdge
    // Up to two pages may lie on the outside alone: any printer gets those right.
    for n in 3...64 {
      for fold in PrintedPile.Fold.allWays {
        let read = pile(binding, n, printer: wrong).read(fold)?.compactMap { $0 }
        #expect(read != Array(1...n), "\(n) pages, \(fold)")
      }
    }
  }

  /// The simulator is not blind to the folder's mistakes either.
  @Test func onlyTheRightFoldReads() {
    let binding = Binding()
    let readable = PrintedPile.Fold.allWays.filter {
      pile(binding, 8, printer: .shortEdge).read($0)?.compactMap { $0 } == Array(1...8)
    }
    #expect(readable == [PrintedPile.Fold()])
  }

  private func pile(_ binding: Binding, _ pages: Int, printer: PrinterProfile.Flip) -> PrintedPile {
    PrintedPile(
      sheets: binding.impose(pages).flatMap(\.sheets), pageSize: binding.pageSize, flip: printer)
  }
}
