import Diagnostics
import Geometry
import Markdown
import Testing

@testable import Typesetting

/// The breaker's pages against all the pages there could be.
@Suite("Breaking into pages") struct PageBreakingTests {
  private static let leading = Length.points(12)
  private static let lines = 8

  /// Small sections, so that every way to divide them can be tried.
  @Test(arguments: 1...150)
  func noOtherWayIsBetter(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let (items, notes) = Self.randomSection(&random)
    let breaker = PageBreaker(
      items, notes: notes, linesPerPage: Self.lines, leading: Self.leading)
    #expect(breaker.pages.flatMap { $0 }.count == items[breaker.pages[0].lowerBound...].count)
    guard breaker.forced.isEmpty else { return }
    let best = Referee(items: items, notes: notes).least
    let cost = Referee(items: items, notes: notes).cost(of: breaker.pages)
    #expect(cost != nil && cost == best)
  }

  /// Where no page fits, the breaker parts what it must and still makes pages of everything.
  @Test(arguments: 1...50)
  func everyStripIsOnOnePage(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let (items, notes) = Self.randomSection(&random)
    let tied = items.flatMap { [$0, .penalty(Penalty(cost: Penalty.forbidden))] }
    let breaker = PageBreaker(tied, notes: notes, linesPerPage: Self.lines, leading: Self.leading)
    let strips = breaker.pages.map { page in tied[page].filter(\.isStrip).count }
    #expect(strips.reduce(0, +) == items.filter(\.isStrip).count)
    #expect(strips.allSatisfy { $0 > 0 })
  }

  private static func randomSection(
    _ random: inout SeededGenerator
  ) -> (items: [Item<Strip>], notes: [Length]) {
    var items: [Item<Strip>] = []
    var notes: [Length] = []
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      var strip = Strip(lineCount: Int.random(in: 1...10, using: &random) > 8 ? 3 : 1, marks: [])
      if Int.random(in: 1...5, using: &random) == 1 {
        strip.notes = [notes.count]
        notes.append(.points(Double(Int.random(in: 1...2, using: &random)) * 10))
      }
      items.append(.box(Box(extent: leading * strip.lineCount, material: strip)))
      switch Int.random(in: 0...5, using: &random) {
      case 0: items.append(.glue(Glue(extent: leading)))
      case 1: items.append(.penalty(Penalty(cost: 100)))
      case 2: items.append(.penalty(Penalty(cost: Penalty.forbidden)))
      default: break
      }
    }
    return (items, notes)
  }

  /// Tries all ways, by the costs that `PageBreaker` says it has.
  private struct Referee {
    var strips: [(item: Int, lines: Int, gap: Int, notes: Length, cost: Int?)] = []

    init(items: [Item<Strip>], notes: [Length]) {
      var gap = 0
      for (index, item) in items.enumerated() {
        switch item {
        case .box(let box):
          let height = box.material.notes.reduce(Length.zero) { $0 + notes[$1] }
          strips.append((index, box.material.lineCount, gap, height, 0))
          gap = 0
        case .glue(let glue): gap = max(gap, glue.extent.units / leading.units)
        case .penalty(let penalty):
          let cost = penalty.cost >= Penalty.forbidden ? nil : penalty.cost
          strips[strips.count - 1].cost = cost
        }
      }
    }

    /// Of all ways that fit their pages.
    var least: Int? {
      var least: Int?
      for choice in 0..<(1 << (strips.count - 1)) {
        var starts = [0]
        for index in 1..<strips.count where choice & (1 << (index - 1)) != 0 {
          starts.append(index)
        }
        if let cost = cost(startingAt: starts) { least = min(least ?? cost, cost) }
      }
      return least
    }

    func cost(of pages: [Range<Int>]) -> Int? {
      cost(
        startingAt: pages.map { page in strips.firstIndex { $0.item >= page.lowerBound } ?? 0 })
    }

    private func cost(startingAt starts: [Int]) -> Int? {
      var cost = 0
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1] : strips.count
        var used = 0
        var notes = Length.zero
        for strip in start..<end {
          used += strips[strip].lines + (strip > start ? strips[strip].gap : 0)
          notes += strips[strip].notes
        }
        let depth = used + noteLines(notes)
        // One strip alone may be taller than the page.
        if depth > lines, end - start > 1 { return nil }
        if end == strips.count {
          cost += used < 5 ? 1_000 : 0
        } else {
          guard let ending = strips[end - 1].cost else { return nil }
          let unused = max(0, lines - depth)
          cost += 10 + 10 * unused * unused + ending
        }
      }
      return cost
    }

    private func noteLines(_ notes: Length) -> Int {
      notes > .zero
        ? Int(((notes + PageBreaker.noteSeparator(leading: leading)) / leading).rounded(.up)) : 0
    }
  }
}
