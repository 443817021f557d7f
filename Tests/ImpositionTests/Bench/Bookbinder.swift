import Geometry
import Imposition

/// Somebody who folds, cuts and binds what came out of a printer, and knows of a book only what its
/// instructions say.
struct Bookbinder {
  var binding: Binding
  /// What may go wrong between the printer and the folder's hands.
  var mishap = Mishap()

  struct Mishap: Hashable {
    /// The piles are turned by half a turn on the table first.
    var isTurned = false
    /// The piles lie with their backs up.
    var isTurnedOver = false
    /// The last sheet of a pile lies where the first should.
    var isInReverse = false
    /// Every fold goes over and not behind.
    var isFoldedInsideOut = false

    /// One thing goes wrong, and nothing puts it right again.
    static let single = [
      Mishap(isTurned: true), Mishap(isTurnedOver: true), Mishap(isInReverse: true),
      Mishap(isFoldedInsideOut: true),
    ]
    static let all: [Mishap] = [false, true].flatMap { turned in
      [false, true].flatMap { over in
        [false, true].flatMap { reverse in
          [false, true].map {
            Mishap(
              isTurned: turned, isTurnedOver: over, isInReverse: reverse, isFoldedInsideOut: $0)
          }
        }
      }
    }
  }

  /// The closed books that come of it, spines at the binding's edge: two where sheets hold two
  /// copies, as many as signatures where each sheet is a zine.
  func books(of signatures: [Signature], _ sheets: [[PrintedSheet]]) -> [Pile] {
    var bodies: [[Pile]] = []
    var cover: Pile?
    for (signature, printed) in zip(signatures, sheets) {
      let pile = laidOut(printed)
      if signature.isCover {
        cover = wrapper(pile, leaves: signatures.dropFirst().reduce(0) { $0 + $1.pages.count / 2 })
      } else {
        bodies.append(folded(pile))
      }
    }
    if case .miniZine = binding.style { return bodies.flatMap { $0 } }
    // Signature upon signature, in each copy.
    let copies = bodies[0].indices.map { copy in
      bodies.dropFirst().reduce(bodies[0][copy]) { book, body in
        book.upon(body[copy].moved(onto: book))
      }
    }
    guard let cover else { return copies }
    return copies.map { $0.moved(onto: cover).inside(cover) }
  }

  private func laidOut(_ sheets: [PrintedSheet]) -> Pile {
    var pile = Pile(sheets)
    if mishap.isTurned { pile = pile.turned }
    if mishap.isTurnedOver { pile = pile.mirrored(aboutX: 0).fromBelow }
    if mishap.isInReverse { pile = pile.fromBelow }
    return pile
  }

  /// The half that goes behind to make the spine.
  private var farHalf: Pile.Half {
    switch binding.boundEdge {
    case .left: .left
    case .right: .right
    case .top: .top
    }
  }

  private func closed(_ pile: Pile) -> Pile { fold(pile, farHalf) }

  private func fold(_ pile: Pile, _ half: Pile.Half) -> Pile {
    pile.folded(half, mishap.isFoldedInsideOut ? .over : .behind)
  }

  /// Everything that is done to one pile.
  private func folded(_ pile: Pile) -> [Pile] {
    switch binding.style {
    case .saddleStitch, .signatures, .perfectGathered:
      return [closed(pile)]
    case .quarto(let nesting, _):
      return [nested(pile, nesting) { closed(fold($0, .top)) }]
    case .octavo(let nesting, _):
      return [nested(pile, nesting) { closed(fold(closed($0), .top)) }]
    case .cutSaddle(.twoCopies):
      return pile.cut(columns: 1, rows: 2).map(closed)
    case .cutSaddle(.stacked):
      let strips = pile.cut(columns: 1, rows: 2)
      return [closed(strips[0].upon(strips[1].moved(onto: strips[0])))]
    case .cutSaddle(.nested):
      let sheets = pile.layers.map { sheet in
        let strips = Pile(layers: [sheet]).cut(columns: 1, rows: 2)
        return strips[0].upon(strips[1].turned.moved(onto: strips[0]))
      }
      return [closed(sheets.dropFirst().reduce(sheets[0]) { $0.upon($1.moved(onto: $0)) })]
    case .miniZine:
      return ring(pile)
    case .cutAndStack, .perfectLeaves:
      let (columns, rows) = binding.fields
      var piles = pile.cut(columns: columns, rows: rows)
      if binding.boundEdge == .right {
        piles = (0..<rows).flatMap { piles[$0 * columns..<($0 + 1) * columns].reversed() }
      }
      let leaves = piles.dropFirst().reduce(piles[0]) { $0.upon($1.moved(onto: piles[0])) }
      // What is left over of the last sheet's fields is empty paper, and goes.
      return [Pile(layers: leaves.layers.filter { !$0.isEmpty })]
    }
  }

  /// Sheets folded as one; or each alone, and one put into another.
  private func nested(_ pile: Pile, _ nesting: Binding.Nesting, fold: (Pile) -> Pile) -> Pile {
    if nesting == .together { return fold(pile) }
    let sheets = pile.layers.map { fold(Pile(layers: [$0])) }
    return sheets.dropLast().reversed().reduce(sheets.last!) { inner, outer in
      inner.moved(onto: outer).inside(outer)
    }
  }

  /// A sheet slit along its middle, folded lengthwise and pushed together until its eight panels are
  /// a ring of four leaves: every way to close it, begun with any panel, either way round the ring.
  private func ring(_ pile: Pile) -> [Pile] {
    let panels = Pile(layers: [pile.layers[0]]).cut(columns: 4, rows: 2)
    // Along the lower row, over the crease at its end, back along the upper row.
    let ring = [4, 5, 6, 7, 3, 2, 1, 0]
    return [ring, ring.reversed()].flatMap { ring in
      ring.indices.flatMap { start in
        [panels[ring[start]], panels[ring[start]].turned].map { first in
          var (book, last) = (first, first)
          for next in ring[(start + 1)...] + ring[..<start] {
            last = panels[next].folded(along: last)
            book = book.upon(last)
          }
          return book
        }
      }
    }
  }

  /// A cover folded round that many leaves: once, or at both edges of the spine they make.
  private func wrapper(_ pile: Pile, leaves: Int) -> Pile {
    switch binding.style {
    case .perfectLeaves, .perfectGathered:
      return pile.folded(farHalf, spine: binding.stock.thickness.points * Double(leaves))
    default:
      return closed(pile)
    }
  }
}
