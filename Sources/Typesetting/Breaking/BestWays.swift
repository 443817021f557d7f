/// The best ways to a breakpoint in one class of line numbers: one for each fitness of the line
/// that ends there and, where hyphens in a row are counted, for each number of them.
struct BestWays {
  struct Way {
    var demerits: Int
    /// The chosen break before.
    var from: Int?
    var line: Int
    var fitness = Fitness.decent
    var hyphens = 0
  }

  /// Ways that cost as much as this are none.
  private let limit: Int
  /// By hyphens, then by fitness.
  private var ways: [Way]
  private var least: Int

  /// - Parameter mostHyphens: in a row.
  init(limit: Int, mostHyphens: Int) {
    self.limit = limit
    least = limit
    ways = Array(
      repeating: Way(demerits: limit, from: nil, line: 0),
      count: (mostHyphens + 1) * Fitness.allCases.count)
  }

  var isEmpty: Bool { least == limit }

  /// Of the line that ends at the breakpoint, in any one of the ways: of the class they share, its
  /// number is all that matters.
  var line: Int? { ways.first { $0.demerits < limit }?.line }

  /// Of equals the later wins, as in TeX.
  mutating func offer(_ way: Way) {
    let place = way.hyphens * Fitness.allCases.count + way.fitness.rawValue
    guard way.demerits < limit, way.demerits <= ways[place].demerits else { return }
    ways[place] = way
    least = min(least, way.demerits)
  }

  /// The ways that may yet win, by fitness: one that is worse by more than a clash than another
  /// with no more hyphens never can.
  mutating func takeAll(clash: Int, _ body: (Way) -> Void) {
    guard !isEmpty else { return }
    var least = limit
    for row in stride(from: 0, to: ways.count, by: Fitness.allCases.count) {
      for way in ways[row..<(row + Fitness.allCases.count)] { least = min(least, way.demerits) }
      for place in row..<(row + Fitness.allCases.count) where ways[place].demerits < limit {
        if ways[place].demerits <= least + clash { body(ways[place]) }
        ways[place].demerits = limit
      }
    }
    self.least = limit
  }

  mutating func clear() {
    guard !isEmpty else { return }
    for place in ways.indices { ways[place].demerits = limit }
    least = limit
  }
}
