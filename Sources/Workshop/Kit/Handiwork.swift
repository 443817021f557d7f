internal import Imposition

/// What hands do to the printed sheets of one signature, in order.
struct Handiwork: Hashable, Sendable {
  /// Sheets, or strips of them once they are cut, as they lie before the first fold; the first
  /// signature's, for all are folded alike.
  var pile: FoldedPile
  /// Nothing where leaves are only cut.
  var moves: [FoldMove]

  /// - Parameter sheets: of one signature, the outermost first.
  init(of sheets: [FlatSheet], _ binding: Binding) {
    moves = binding.foldMoves
    pile = FoldedPile(
      of: sheets.strips(of: binding.style),
      overTheTop: binding.boundEdge == .top && moves == [.topDown])
  }
}

extension Binding {
  /// How a sheet lying with its inside up is folded so that its first page comes to lie on top.
  var foldMoves: [FoldMove] {
    let (last, first): (FoldMove, FoldMove) =
      boundEdge == .right ? (.rightOverLeft, .leftOverRight) : (.leftOverRight, .rightOverLeft)
    return switch style {
    case .saddleStitch, .signatures, .perfectGathered: boundEdge == .top ? [.topDown] : [last]
    case .cutSaddle: [last]
    case .quarto: [.topDown, last]
    case .octavo: [first, .topDown, last]
    case .miniZine, .cutAndStack, .perfectLeaves: []
    }
  }

  /// How sheets that are folded more than once make a signature; nil for all others.
  var nesting: Nesting? {
    switch style {
    case .quarto(let nesting, _), .octavo(let nesting, _): nesting
    default: nil
    }
  }
}

extension [FlatSheet] {
  /// What is folded: the sheets themselves, or strips, the outermost first.
  fileprivate func strips(of style: Binding.Style) -> [FlatSheet] {
    switch style {
    case .cutSaddle(.twoCopies): map { $0.strip(0) }
    case .cutSaddle(.stacked): map { $0.strip(0) } + map { $0.strip(1) }
    case .cutSaddle(.nested): flatMap { [$0.strip(0), $0.strip(1).onItsHead] }
    // Each is folded alone, and the others after it.
    case .quarto(.singly, _), .octavo(.singly, _): Array(prefix(1))
    default: self
    }
  }
}
