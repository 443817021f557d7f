import Imposition

extension Pile {
  /// The pages of a closed book in the order in which its leaves are turned, its first page up and
  /// its spine at that edge; nil in place of a page that is blank. None at all if any page is on its
  /// head or shares a side with another.
  func read(_ edge: Binding.BoundEdge) -> [Int?]? {
    var pages: [Int?] = []
    pages.reserveCapacity(2 * layers.count)
    for layer in layers {
      for isUpperSide in [true, false] {
        guard let page = layer.page(isUpperSide: isUpperSide, edge) else { return nil }
        pages.append(page)
      }
    }
    return pages
  }

  /// The same of a zine, whose leaves are double: what is between their layers is not seen.
  func readDoubled(_ edge: Binding.BoundEdge) -> [Int?]? {
    read(edge)?.enumerated().filter { [0, 3].contains($0.offset % 4) }.map(\.element)
  }
}

extension Pile.Layer {
  /// Nothing is printed on either side of it.
  var isEmpty: Bool { !sheet.impressions.contains { piece.holds($0.middle) } }

  /// What stands on one of its sides, as one sees it; nil if it cannot be read.
  fileprivate func page(isUpperSide: Bool, _ edge: Binding.BoundEdge) -> Int?? {
    var seen: Int?
    for impression in sheet.impressions
    where impression.isOnBack == (isUpperSide != showsFront) && piece.holds(impression.middle) {
      var right = (impression.far.x - impression.corner.x) * across
      var down = (impression.far.y - impression.corner.y) * down
      // The leaf is turned about the spine to see what is below.
      if !isUpperSide { if edge == .top { down.negate() } else { right.negate() } }
      guard right > 0, down > 0, seen == nil else { return nil }
      seen = impression.page
    }
    return .some(seen)
  }

  /// Whether its edge at the spine hangs together with another layer: no edge of the paper.
  func isFolded(at edge: Binding.BoundEdge) -> Bool {
    let (x, y) =
      switch edge {
      case .left: (outline.corner.x, (outline.corner.y + outline.far.y) / 2)
      case .right: (outline.far.x, (outline.corner.y + outline.far.y) / 2)
      case .top: ((outline.corner.x + outline.far.x) / 2, outline.corner.y)
      }
    let spot = onSheet(Spot(x: x, y: y))
    return spot.x > 0.01 && spot.x < sheet.width - 0.01 && spot.y > 0.01
      && spot.y < sheet.height - 0.01
  }
}
