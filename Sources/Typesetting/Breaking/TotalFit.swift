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
    /// How many lines in a row end with one here, as far as that is counted.
    var hyphens: Int
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
    /// All, but only ways that at each breakpoint have about as many lines as is said here for it,
    /// one more or two less: who ends a line in the middle of a given way's may be half a line
    /// ahead of it or behind.
    case near([Int])
  }

  private let points: [Breakpoint]
  private let shape: LineShape
  private let judge: LineJudge
  private let parameters: LineBreakingParameters
  private let pass: LineBreakingParameters.Pass
  private let passNumber: Int
  private let startHang: Length
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
  /// Breaks to be made active, and where; kept for the next breakpoint's.
  private var born: [(at: Int, active: Active)] = []
  private var best: BestWays

  /// - Parameter startHang: how far the first line hangs into the margin.
  init(
    _ points: [Breakpoint], startHang: Length, shape: LineShape,
    parameters: LineBreakingParameters, pass: Int, lineNumbers: LineNumbers
  ) {
    self.points = points
    self.startHang = startHang
    self.shape = shape
    self.parameters = parameters
    self.pass = parameters.passes[pass]
    passNumber = pass
    judge = LineJudge(pass: self.pass)
    isLastPass = pass == parameters.passes.count - 1
    best = BestWays(
      limit: parameters.demeritsLimit, mostHyphens: parameters.mostHyphensInARow ?? 0)
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
    var start = Measure() - background
    start.extent += startHang
    active = [
      Active(
        chosen: nil, line: 0, fitness: .decent, isFlagged: false, hyphens: 0, demerits: 0,
        start: start)
    ]
    chosen = []
    for k in points.indices {
      if points[k].addsHyphen && !pass.hyphenates && !points[k].isForced { continue }
      consider(k, nextStart: points[k].start - background)
      if active.isEmpty { return [] }
    }
    return active.map { Ending(chosen: $0.chosen, lineCount: $0.line, demerits: $0.demerits) }
  }

  /// The lines of a way.
  func paragraph(endingWith ending: Ending) -> BrokenParagraph {
    var path: [Breakpoint] = []
    var next = ending.chosen
    while let i = next {
      path.append(points[chosen[i].breakpoint])
      next = chosen[i].previous
    }
    let setting = GlueSetting(startHang: startHang, shape: shape, pass: pass)
    return BrokenParagraph(
      lines: setting.lines(at: path.reversed()), demerits: ending.demerits, pass: passNumber)
  }

  /// Tries lines from all active breaks to breakpoint `k`, drops those from which no line can
  /// reach it or any further, and makes `k` active if it can be reached well enough.
  private mutating func consider(_ k: Int, nextStart: Measure) {
    let point = points[k]
    let isForced = point.isForced
    let tolerance = min(pass.tolerance, Badness.awful)
    var keptCount = 0
    /// The last line number in the class of the break we look at.
    var lastOfClass = -1
    var width = Length.zero

    for i in active.indices {
      let line = active[i].line
      if line > lastOfClass {
        // Breaks that start the first of the alike lines compete with those of the next class.
        if lastOfClass + 1 != firstAlikeLine { bear(at: keptCount, k, nextStart) }
        width = shape.width(ofLine: line)
        lastOfClass = line >= firstAlikeLine ? Int.max - 1 : line
      }

      let (badness, fitness) = judge.judge(active[i].start, point.end, width: width)
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
      var way = BestWays.Way(
        demerits: from.demerits, from: from.chosen, line: line, fitness: fitness,
        hyphens: hyphens(to: point, from: from))
      if isLastResort {
        way.demerits = min(way.demerits, parameters.demeritsLimit - 1)
      } else {
        way.demerits += demerits(ofLineTo: point, badness: badness, fitness: fitness, from: from)
        if point.isFlagged && !restrict(&way, to: k, from: from) { continue }
      }
      best.offer(way)
    }
    bear(at: keptCount, k, nextStart)
    active.removeSubrange(keptCount...)
    for (at, newcomer) in born.reversed() { active.insert(newcomer, at: at) }
    born.removeAll(keepingCapacity: true)
  }

  /// Tex.web, section 859.
  private func demerits(
    ofLineTo point: Breakpoint, badness: Int, fitness: Fitness, from: Active
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
      demerits +=
        point.item == points[points.count - 1].item
        ? parameters.finalHyphenDemerits : parameters.doubleHyphenDemerits
    }
    if abs(fitness.rawValue - from.fitness.rawValue) > 1 { demerits += parameters.clashDemerits }
    return demerits
  }

  private func hyphens(to point: Breakpoint, from: Active) -> Int {
    guard point.isFlagged, let most = parameters.mostHyphensInARow else { return 0 }
    return min(from.hyphens + 1, most)
  }

  /// What is no matter of TeX's: how many hyphens may follow one another, and how short the last
  /// line may be. False where that forbids the way; where the pass is not strict, it costs.
  private func restrict(_ way: inout BestWays.Way, to k: Int, from: Active) -> Bool {
    var faults = 0
    if k < points.count - 1 {
      if let most = parameters.mostHyphensInARow, from.hyphens >= most { faults += 1 }
    } else if from.chosen != nil {
      let length = points[k].end.extent - from.start.extent
      if length < parameters.runt {
        way.demerits += parameters.runtDemerits
        if from.isFlagged { faults += 1 }
      }
      if length < parameters.shortestLastLine { faults += 1 }
    }
    if faults > 0 && pass.isStrict { return false }
    way.demerits += faults * parameters.faultDemerits
    return true
  }

  /// Makes the best ways to breakpoint `k` in one class of line numbers active.
  private mutating func bear(at position: Int, _ k: Int, _ nextStart: Measure) {
    if let wantedLines, let line = best.line, !(-2...1).contains(line + 1 - wantedLines[k]) {
      best.clear()
      return
    }
    best.takeAll(clash: abs(parameters.clashDemerits)) { way in
      chosen.append(Chosen(breakpoint: k, previous: way.from))
      let newcomer = Active(
        chosen: chosen.count - 1, line: way.line + 1, fitness: way.fitness,
        isFlagged: points[k].isFlagged, hyphens: way.hyphens, demerits: way.demerits,
        start: nextStart)
      born.append((position, newcomer))
    }
  }
}
