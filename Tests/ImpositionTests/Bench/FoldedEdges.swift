import Imposition

/// An edge between two neighbouring pieces of a sheet, as a closed book shows it.
struct FoldedEdge {
  /// Its middle on the sheet, the front seen.
  var middle: Spot
  /// How it is folded; cut where its two pieces have parted.
  var kind: Crease.Kind
}

extension Pile {
  /// Every edge between pieces of that sheet of the pile.
  func edges(ofSheet number: Int) -> [FoldedEdge] {
    let layers = layers.filter { $0.number == number }
    var edges: [FoldedEdge] = []
    for upper in layers.indices {
      for lower in layers.indices.dropFirst(upper + 1) {
        let (a, b) = (layers[upper], layers[lower])
        guard let (from, to) = a.piece.edge(with: b.piece) else { continue }
        let isTogether =
          a.strip == b.strip && a.showsFront != b.showsFront
          && a.onTable(from).isNear(b.onTable(from))
          && a.onTable(to).isNear(b.onTable(to))
        // What is above shows its front: the front is outside, and the paper goes away from it.
        let kind = isTogether ? (a.showsFront ? Crease.Kind.mountain : .valley) : .cut
        edges.append(
          FoldedEdge(middle: Spot(x: (from.x + to.x) / 2, y: (from.y + to.y) / 2), kind: kind))
      }
    }
    return edges
  }
}

extension Spot {
  func isNear(_ other: Spot) -> Bool { abs(x - other.x) < 0.05 && abs(y - other.y) < 0.05 }
}

extension Box {
  fileprivate func edge(with other: Box) -> (Spot, Spot)? {
    let (left, right) = (max(corner.x, other.corner.x), min(far.x, other.far.x))
    let (top, bottom) = (max(corner.y, other.corner.y), min(far.y, other.far.y))
    let (width, height) = (right - left, bottom - top)
    guard abs(width) < 0.05 && height > 1 || abs(height) < 0.05 && width > 1 else { return nil }
    return (Spot(x: left, y: top), Spot(x: right, y: bottom))
  }
}

extension Crease {
  /// Whether that place lies on it.
  func holds(_ spot: Spot) -> Bool {
    let line = Box(Spot(from), Spot(to))
    return spot.x > line.corner.x - 0.05 && spot.x < line.far.x + 0.05
      && spot.y > line.corner.y - 0.05 && spot.y < line.far.y + 0.05
  }
}
