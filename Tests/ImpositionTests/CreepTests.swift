import Geometry
import Imposition
import Testing

/// A tenth of a millimetre a sheet.
@Suite struct CreepTests {
  static let thickness = Length.millimetres(0.1)

  /// By how many thicknesses each page of a signature moves away from its spine, in reading order.
  private func shifts(_ binding: Binding, _ pages: Int) -> [Int?] {
    var still = binding
    still.creep = nil
    var shifts = [Int?](repeating: nil, count: pages)
    for (moved, resting) in zip(binding.impose(pages), still.impose(pages)) {
      for (a, b) in zip(moved.sheets, resting.sheets) {
        for (cell, rest) in zip(a.outer.cells + a.inner.cells, b.outer.cells + b.inner.cells) {
          guard let page = cell.page else { continue }
          let edge = rest.place.upsideDown ? rest.spine.opposite : rest.spine
          let (dx, dy) = (
            cell.place.origin.x - rest.place.origin.x, cell.place.origin.y - rest.place.origin.y
          )
          let shift =
            switch edge {
            case .left: dx
            case .right: -dx
            case .top: dy
            case .bottom: -dy
            }
          #expect(edge == .left || edge == .right ? dy == .zero : dx == .zero)
          shifts[page - 1] = Int((shift / Self.thickness).rounded())
        }
      }
    }
    return shifts
  }

  @Test(arguments: [
    (4, [0, 0, 0, 0]),
    (8, [1, 1, 0, 0, 0, 0, 1, 1]),
    (12, [2, 2, 1, 1, 0, 0, 0, 0, 1, 1, 2, 2]),
    (16, [3, 3, 2, 2, 1, 1, 0, 0, 0, 0, 1, 1, 2, 2, 3, 3]),
  ])
  func awayFromTheSpineTheInnermostStay(pages: Int, thicknesses: [Int]) {
    let creep = Creep(thickness: Self.thickness, direction: .awayFromSpine)
    #expect(shifts(Binding(creep: creep), pages) == thicknesses)
    #expect(
      shifts(Binding(creep: Creep(thickness: Self.thickness)), pages)
        == thicknesses.map { $0 - (pages / 4 - 1) })
  }

  @Test func creepBeginsAgainInEachSignature() {
    let creep = Creep(thickness: Self.thickness, direction: .awayFromSpine)
    #expect(
      shifts(Binding(style: .signatures(.sheets(2)), creep: creep), 16)
        == [1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1])
  }

  /// The same for the two pages of a leaf, for either flip and at every edge.
  @Test(arguments: NamedBinding.all) func bothFacesOfALeafAreShiftedAlike(named: NamedBinding)
    throws
  {
    for direction in [Creep.Direction.towardsSpine, .awayFromSpine] {
      var first: [Int?]?
      for variant in named.everyEdgeAndFlip {
        var binding = variant.binding
        binding.cover = .ofTheBody
        binding.creep = Creep(thickness: Self.thickness, direction: direction)
        let shifts = shifts(binding, 32)
        if binding.flyleaves == 0 {
          for leaf in stride(from: 0, to: 32, by: 2) {
            try #require(shifts[leaf] == shifts[leaf + 1], "\(variant.name), page \(leaf + 1)")
          }
        }
        try #require(first == nil || shifts == first, "\(variant.name)")
        first = shifts
        let largest = binding.facts(pageCount: 32).largestCreep
        try #require(
          shifts.compactMap { $0.map(abs) }.max() == Int((largest / Self.thickness).rounded()))
      }
    }
  }

  @Test func leavesThatDoNotLieInOneAnotherStay() {
    for named in NamedBinding.zines + NamedBinding.all.filter(\.isOfLeaves) {
      var binding = named.binding
      binding.creep = Creep(thickness: Self.thickness)
      #expect(shifts(binding, 8) == Array(repeating: 0, count: 8))
    }
  }
}
