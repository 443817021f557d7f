internal import Geometry

/// One pass of total-fit breaking over a paragraph's breakpoints: of all ways to reach each
/// breakpoint, only the best of each fitness and line number is kept, as TeX does (tex.web,
/// sections 829–879).
struct TotalFit {
  /// A break that may still end the line before ours.
  private struct Active {
    /// In `chosen`, or nil for the paragraph's start.
    var chosen: Int?
    /// Of the line that starts here, from 0.
    var line: Int
    var fitness: Fitness
    var isFlagged: Bool
    var demerits: Int
    var start: Measure
  }

  /// A break and the best way to it.
  private struct Chosen {
    var breakpoint: Int
    var previous: Int?
  }

  /// A way to the paragraph's end.
  struct Ending {
    fileprivate var chosen: Int?
    var lineCount: Int
    var demerits: Int
  }

  /// Which ways are kept apart because they have different numbers of lines.
  enum LineNumbers {
    /// None but those that lines of different widths need.
    case alike
    case all
    /// All, but only ways that at each breakpoint have as many lines as is said here for it, or
    /// one more or less.
    case near([Int])
  }

  private let points: [Breakpoint]
  private let shape: LineShape
  private let parameters: LineBreakingParameters
  private let pass: LineBreakingParameters.Pass
  /// Here a line is left overfull rather than no way found at all.
  private let isLastPass: Bool
  /// From this line on all line numbers are as good as one: their widths are the same, and
  /// nobody asks how many there are.
  private let firstAlikeLine: Int
  /// By breakpoint: what its number of lines must be near to; nil where any number will do.
  private let wantedLines: [Int]?

  /// By line number, as far as that matters.
  private var active: [Active] = []
  private var chosen: [Chosen] = []

  init(
    _ points: [Breakpoint], shape: LineShape, parameters: LineBreakingParameters, pass: Int,
    lineNumbers: LineNumbers
  ) {
    self.points = points
    self.shape = shape
    self.parameters = parameters
    self.pass = parameters.passes[pass]
    isLastPass = pass == parameters.passes.count - 1
    switch lineNumbers {
    case .alike: (firstAlikeLine, wantedLines) = (shape.first.count, nil)
    case .all: (firstAlikeLine, wantedLines) = (Int.max, nil)
    case .near(let lines): (firstAlikeLine, wantedLines) = (Int.max, lines)
    }
  }

  /// The best ways to the paragraph's end, one at least for every number of lines it can have
  /// if lines are counted; none where this pass finds no way.
  mutating func run() -> [Ending] {
    // A line from b to b has the background alone: the shape's glue and the pretended stretch.
    var background = Measure()
    background.add(shape.start)
    background.add(shape.end)
    background.stretch += pass.emergencyStretch
    active = [
      Active(
        chosen: nil, line: 0, fitness: .decent, isFlagged: false, demerits: 0,
        start: Measure() - background)
    ]
    chosen = []
    for k in points.indices {
      let point = points[k]
      if point.isFlagged && !pass.hyphenates && !point.isForced { continue }
      consider(k, nextStart: point.start - background)
      if active.isEmpty { return [] }
    }
    return active.map { Ending(chosen: $0.chosen, lineCount: $0.line, demerits: $0.demerits) }
  }

  /// The breakpoints of a way, in order.
  func breakpoints(of ending: Ending) -> [Breakpoint] {
    var path: [Breakpoint] = []
    var next = ending.chosen
    while let i = next {
      path.append(points[chosen[i].breakpoint])
      next = chosen[i].previous
    }
    return path.reversed()
  }

  /// Tries lines from all active breaks to breakpoint `k`, drops those from which no line can
  /// reach it or any further, and makes `k` active if it can be reached well enough.
  private mutating func consider(_ k: Int, nextStart: Measure) {
    let point = points[k]
    let isForced = point.isForced
    let isEnd = k == points.count - 1
    let tolerance = min(pass.tolerance, Badness.awful)
    var best = BestWays(limit: parameters.demeritsLimit)
    var born: [(at: Int, active: Active)] = []
    var keptCount = 0
    /// The last line number in the class of the break we look at.
    var lastOfClass = -1
    var width = Length.zero

    for i in active.indices {
      let line = active[i].line
      if line > lastOfClass {
        // Breaks that start the first of the alike lines compete with those of the next class.
        if lastOfClass + 1 != firstAlikeLine {
          bear(&best, at: keptCount, k, nextStart, into: &born)
        }
        width = shape.width(ofLine: line)
        lastOfClass = line >= firstAlikeLine ? Int.max - 1 : line
      }

      let (badness, fitness) = judge(active[i].start, point.end, width: width)
      var isLastResort = false
      if badness > Badness.awful || isForced {
        // No later line can start here. But the last pass must not lose the last way there is.
        isLastResort =
          isLastPass && best.isEmpty && keptCount == 0 && born.isEmpty && i == active.count - 1
        if !isLastResort && badness > tolerance { continue }
      }
      let from = active[i]
      if badness <= Badness.awful && !isForced {
        if keptCount != i { active[keptCount] = from }
        keptCount += 1
        if badness > tolerance { continue }
      }
      var demerits = from.demerits
      if !isLastResort {
        demerits += self.demerits(
          ofLineTo: point, isLast: isEnd, badness: badness, fitness: fitness, from: from)
      } else {
        demerits = min(demerits, parameters.demeritsLimit - 1)
      }
      best.offer(BestWays.Way(demerits: demerits, from: from.chosen, line: line), fitness)
    }
    bear(&best, at: keptCount, k, nextStart, into: &born)
    active.removeSubrange(keptCount...)
    for (at, newcomer) in born.reversed() { active.insert(newcomer, at: at) }
  }

  /// How well a line fills its width (tex.web, sections 851–853).
  private func judge(_ start: Measure, _ end: Measure, width: Length) -> (Int, Fitness) {
    let missing = width - (end.extent - start.extent)
    guard missing > .zero else {
      let shrink = end.shrink - start.shrink
      let badness = -missing > shrink ? Badness.overfull : Badness.of(-missing, against: shrink)
      return (badness, Fitness(shrunkWithBadness: badness))
    }
    if end.infiniteStretch != start.infiniteStretch { return (0, .decent) }
    let badness = Badness.of(missing, against: end.stretch - start.stretch)
    return (badness, Fitness(stretchedWithBadness: badness))
  }

  /// Tex.web, section 859.
  private func demerits(
    ofLineTo point: Breakpoint, isLast: Bool, badness: Int, fitness: Fitness, from: Active
  ) -> Int {
    let ugliness = parameters.linePenalty + badness
    // A line so bad is worse than anything else that can happen.
    var demerits = abs(ugliness) >= 10_000 ? 100_000_000 : ugliness * ugliness
    if point.cost > 0 {
      demerits += point.cost * point.cost
    } else if !point.isForced {
      demerits -= point.cost * point.cost
    }
    if point.isFlagged && from.isFlagged {
      demerits += isLast ? parameters.finalHyphenDemerits : parameters.doubleHyphenDemerits
    }
    if abs(fitness.rawValue - from.fitness.rawValue) > 1 { demerits += parameters.clashDemerits }
    return demerits
  }

  /// Makes the best ways to breakpoint `k` in one class of line numbers active. One that is worse
  /// than the best by more than a clash can never win.
  private mutating func bear(
    _ best: inout BestWays, at position: Int, _ k: Int, _ nextStart: Measure,
    into born: inout [(at: Int, active: Active)]
  ) {
    guard let least = best.least else { return }
    defer { best.clear() }
    if let wantedLines, let line = best.line, abs(line + 1 - wantedLines[k]) > 1 { return }
    for fitness in Fitness.allCases {
      guard let way = best[fitness], way.demerits <= least + abs(parameters.clashDemerits) else {
        continue
      }
      chosen.append(Chosen(breakpoint: k, previous: way.from))
      let newcomer = Active(
        chosen: chosen.count - 1, line: way.line + 1, fitness: fitness,
        isFlagged: points[k].isFlagged, demerits: way.demerits, start: nextStart)
      born.append((position, newcomer))
    }
  }
}

/// The best ways to a breakpoint in one class of line numbers, one for each fitness of the line
/// that ends there.
private struct BestWays {
  struct Way {
    var demerits: Int
    /// The chosen break before.
    var from: Int?
    var line: Int
  }

  /// Ways that cost as much as this are none.
  let limit: Int
  private(set) var least: Int?
  private var ways = [Way?](repeating: nil, count: Fitness.allCases.count)

  init(limit: Int) {
    self.limit = limit
  }

  var isEmpty: Bool { least == nil }

  /// Of the line that ends at the breakpoint, in any one of the ways: of the class they share, its
  /// number is all that matters.
  var line: Int? { ways.lazy.compactMap(\.self).first?.line }

  subscript(fitness: Fitness) -> Way? { ways[fitness.rawValue] }

  /// Of equals the later wins, as in TeX.
  mutating func offer(_ way: Way, _ fitness: Fitness) {
    guard way.demerits < limit, way.demerits <= ways[fitness.rawValue]?.demerits ?? limit else {
      return
    }
    ways[fitness.rawValue] = way
    least = min(least ?? limit, way.demerits)
  }

  mutating func clear() {
    least = nil
    for i in ways.indices { ways[i] = nil }
  }
}
