/// The best pages of a whole book for every number of pages that it can have: the sections' plans
/// chained, since where one ends decides on which side the next begins.
struct BookPages {
  struct Choice {
    /// Whether a blank page comes first, so that the section opens on the right.
    var hasBlank: Bool
    var plan: SectionPages.Plan
  }

  /// The best way to some number of pages.
  private struct Way {
    var cost: Int
    /// The number of pages before the section.
    var before: Int
    var choice: Choice
  }

  /// By section: the ways to every number of pages up to its end.
  private var ways: [[Int: Way]] = []
  private let pagesBehind: Int

  /// - Parameters:
  ///   - pagesBefore: the cover and what else precedes the first section.
  ///   - pagesBehind: the back cover.
  init(
    _ sections: inout [SectionPages], openingOnRecto: [Bool], pagesBefore: Int, pagesBehind: Int
  ) {
    self.pagesBehind = pagesBehind
    var ends = [pagesBefore: 0]
    for index in sections.indices {
      var reached: [Int: Way] = [:]
      for (before, cost) in ends.sorted(by: { $0.key < $1.key }) {
        let hasBlank = openingOnRecto[index] && before % 2 == 1
        let side: Page.Side = (before + (hasBlank ? 1 : 0)) % 2 == 0 ? .recto : .verso
        for (count, plan) in sections[index].plans(openingOn: side) {
          let total = before + (hasBlank ? 1 : 0) + count
          let way = Way(
            cost: cost + plan.cost, before: before,
            choice: Choice(hasBlank: hasBlank, plan: plan))
          if let known = reached[total], (known.cost, known.before) <= (way.cost, way.before) {
            continue
          }
          reached[total] = way
        }
      }
      // A section without takes has no pages and no plans.
      if reached.isEmpty {
        for (before, cost) in ends {
          reached[before] = Way(
            cost: cost, before: before,
            choice: Choice(hasBlank: false, plan: SectionPages.Plan(cost: 0, pages: [])))
        }
      }
      ways.append(reached)
      ends = Self.cheapest(reached).mapValues(\.cost)
    }
  }

  /// So many totals are followed at most: those of the least cost.
  private static let mostTotals = 64

  private static func cheapest(_ ways: [Int: Way]) -> [Int: Way] {
    guard ways.count > mostTotals else { return ways }
    let best = ways.sorted { ($0.value.cost, $0.key) < ($1.value.cost, $1.key) }.prefix(mostTotals)
    return Dictionary(uniqueKeysWithValues: best.map { ($0.key, $0.value) })
  }

  /// The numbers of pages that the book can have, with what each costs.
  var totals: [Int: Int] {
    var totals: [Int: Int] = [:]
    for (count, way) in ways.last ?? [:] { totals[count + pagesBehind] = way.cost }
    return totals
  }

  /// The best number of pages that `fit` allows; nil where there is none.
  func bestTotal(for fit: CopyFit) -> Int? {
    totals.filter { fit.allows($0.key) }.min { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// By section.
  func choices(forTotal total: Int) -> [Choice] {
    var choices: [Choice] = []
    var count = total - pagesBehind
    for index in ways.indices.reversed() {
      guard let way = ways[index][count] else { return [] }
      choices.append(way.choice)
      count = way.before
    }
    return choices.reversed()
  }

  /// About how many lines must go before the book can have as many pages as it should, or be added
  /// if negative: the last pages of as many sections as there are pages too many, those with the
  /// fewest lines, or what would make such pages new.
  func missingLines(for fit: CopyFit, linesPerPage: Int) -> Int {
    let nearest = totals.keys.min {
      (abs(fit.excess(of: $0)), totals[$0]!, $0) < (abs(fit.excess(of: $1)), totals[$1]!, $1)
    }
    guard let nearest else { return 0 }
    let excess = fit.excess(of: nearest)
    let lastPages = choices(forTotal: nearest).compactMap { $0.plan.pages.last?.end.depth }
    let lines = lastPages.map { excess > 0 ? $0 : linesPerPage + PageCosts.fewestLastLines - $0 }
      .sorted()
    let (pages, rest) = (min(abs(excess), lines.count), max(0, abs(excess) - lines.count))
    let sum = lines.prefix(pages).reduce(0, +) + rest * linesPerPage
    return excess > 0 ? sum : -sum
  }
}
