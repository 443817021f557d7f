package import Geometry

extension Binding {
  /// A cover on a sheet of its own: back and front outside, and the pages behind them inside. A
  /// glued book has its spine between them.
  ///
  /// - Parameters:
  ///   - pages: four: the first two and the last two.
  ///   - bodyCount: the pages it is wrapped round.
  func coverSignature(
    _ pages: [Int?], _ bodyCount: Int, _ place: SignaturePlace
  ) -> Signature {
    let binding = coverBinding ?? self
    let folding = boundEdge == .top ? Folding.topFolio : .folio
    let layout = folding.sheets(4, .together)[0]
    var sheet = binding.sheet(layout, of: pages)
    let half = spineWidth(ofLeaves: bodyCount / 2) / 2
    if half > .zero {
      sheet.outer.widenSpine(by: half)
      sheet.inner.widenSpine(by: half)
    }
    var sheets = [sheet]
    binding.mark(&sheets, like: sheet.outer, layout, place, halfSpine: half)
    return Signature(sheets: sheets, pages: pages, isCover: true)
  }

  /// The cover's own sheet, folded once; nil where it is imposed with the rest.
  var coverBinding: Binding? {
    guard case .ownSheet(let paper) = cover else { return nil }
    var binding = self
    binding.style = .saddleStitch
    binding.paper = paper
    binding.creep = nil
    return binding
  }

  /// How thick the leaves are together where they are glued; nothing where they are folded.
  package func spineWidth(ofLeaves count: Int) -> Length {
    switch style {
    case .perfectLeaves, .perfectGathered: stock.thickness * count
    default: .zero
    }
  }
}

extension Forme {
  /// Moves the pages of a cover apart from the fold, and makes two folds of it.
  fileprivate mutating func widenSpine(by half: Length) {
    func moved(_ point: Point, _ sign: Int, _ isUpright: Bool) -> Point {
      isUpright
        ? Point(x: point.x + half * sign, y: point.y)
        : Point(x: point.x, y: point.y + half * sign)
    }
    for index in cells.indices {
      let cell = cells[index]
      let edge = cell.place.upsideDown ? cell.spine.opposite : cell.spine
      let sign = edge == .left || edge == .top ? 1 : -1
      cells[index].place.origin = moved(
        cell.place.origin, sign, edge == .left || edge == .right)
      cells[index].room[cell.spine] += half
      cells[index].room[cell.spine.opposite] -= half
    }
    creases = creases.flatMap { crease in
      [-1, 1].map { sign in
        let isUpright = crease.from.x == crease.to.x
        return Crease(
          from: moved(crease.from, sign, isUpright), to: moved(crease.to, sign, isUpright),
          kind: crease.kind)
      }
    }
  }
}

extension Cell.Margins {
  package subscript(edge: Cell.Edge) -> Length {
    get {
      switch edge {
      case .left: left
      case .right: right
      case .top: top
      case .bottom: bottom
      }
    }
    set {
      switch edge {
      case .left: left = newValue
      case .right: right = newValue
      case .top: top = newValue
      case .bottom: bottom = newValue
      }
    }
  }
}
