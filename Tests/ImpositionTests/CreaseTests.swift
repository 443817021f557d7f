import Geometry
import Imposition
import Testing

/// What the plan says of folds and cuts is what becomes of the paper.
@Suite struct CreaseTests {
  @Test(arguments: NamedBinding.all) func thePaperIsFoldedAndCutWhereThePlanSays(
    named: NamedBinding
  ) throws {
    for variant in named.everyEdgeAndFlip {
      let binding = variant.binding
      for signature in binding.impose(24) where !signature.isCover {
        let books = books(binding, [signature])
        for (number, sheet) in signature.sheets.enumerated() {
          let edges = books.combined.edges(ofSheet: number)
          for edge in edges {
            let planned = sheet.outer.creases.filter { $0.holds(edge.middle) }.map(\.kind)
            try #require(planned == [edge.kind], "\(variant.name), \(edge)")
          }
          for crease in sheet.outer.creases where !signature.lacksLeaves {
            try #require(edges.contains { crease.holds($0.middle) }, "\(variant.name), \(crease)")
          }
        }
      }
    }
  }

  /// What folds away on one side of the paper comes towards whoever sees the other.
  @Test(arguments: NamedBinding.all + NamedBinding.zines) func aFoldIsTheOtherWayRoundFromBehind(
    named: NamedBinding
  ) throws {
    for variant in named.everyEdgeAndFlip {
      let printer = DuplexPrinter(flip: variant.binding.printer.flip)
      for sheet in variant.binding.impose(16).flatMap(\.sheets) {
        try #require(sheet.outer.creases.count == sheet.inner.creases.count)
        for crease in sheet.inner.creases {
          let (a, b) = (
            printer.throughPaper(Spot(crease.from), sheet),
            printer.throughPaper(Spot(crease.to), sheet)
          )
          let middle = Spot(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
          let outer = sheet.outer.creases.filter { $0.holds(middle) }
          try #require(
            outer.contains { $0.kind == crease.kind.fromBehind }, "\(variant.name), \(crease)")
        }
      }
    }
  }

  @Test func aZineIsSlitAndFolded() {
    let creases = Binding(style: .miniZine(.atTheMiddle), pageSize: Paper.a7.size)
      .impose(8)[0].sheets[0].outer.creases
    let drawn = creases.map {
      let ends = [$0.from, $0.to].map {
        "\(Int(($0.x.millimetres / 74.25).rounded()))|\(Int(($0.y.millimetres / 105).rounded()))"
      }
      return "\(ends[0])–\(ends[1]) \($0.kind)"
    }
    #expect(
      drawn == [
        "1|1–3|1 cut", "0|1–1|1 mountain", "3|1–4|1 mountain", "1|0–1|2 valley",
        "2|0–2|2 mountain", "3|0–3|2 valley",
      ])
  }
}

extension [Pile] {
  /// Lying beside one another.
  fileprivate var combined: Pile {
    Pile(
      layers: enumerated().flatMap { number, pile in
        pile.layers.map {
          var layer = $0
          layer.right += 10_000 * Double(number)
          return layer
        }
      })
  }
}

extension Signature {
  /// The last sheet of a pile of leaves may have fields that nobody needs.
  fileprivate var lacksLeaves: Bool {
    sheets.contains { sheet in sheet.outer.cells.contains { $0.page == nil } }
  }
}

extension Crease.Kind {
  fileprivate var fromBehind: Crease.Kind {
    switch self {
    case .mountain: .valley
    case .valley: .mountain
    case .cut: .cut
    }
  }
}
