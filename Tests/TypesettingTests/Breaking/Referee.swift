import Geometry
import Typesetting

/// Judges a choice of breaks by walking over the items again, with nothing of the breaker's: what
/// a line contains, what it costs, and by trying all choices, which is the best.
struct Referee {
  struct Line {
    var badness: Int
    var fitness: Int
    /// Without the shape's glue.
    var length: Length
    /// In a row, up to this line's end.
    var hyphens = 0
  }

  var items: [Item<String>]
  var shape: LineShape
  var parameters: LineBreakingParameters
  var pass: Int

  private func isHyphenation(_ i: Int) -> Bool {
    guard i < items.count, case .penalty(let penalty) = items[i] else { return false }
    return penalty.isFlagged
  }

  private func cost(_ i: Int) -> Int {
    guard i < items.count else { return -10_000 }
    guard case .penalty(let penalty) = items[i] else { return 0 }
    return max(penalty.cost, -10_000)
  }

  /// The items a line may end at, the paragraph's end last.
  var legalBreaks: [Int] {
    items.indices.filter { i in
      switch items[i] {
      case .box: return false
      case .penalty(let penalty):
        return penalty.cost < 10_000
          && (parameters.passes[pass].hyphenates || !penalty.isFlagged
            || penalty.before == penalty.otherwise)
      case .glue:
        guard i > 0 else { return false }
        if case .box = items[i - 1] { return true }
        return isHyphenation(i - 1)
      }
    } + [items.count]
  }

  /// The first item of a line after a break.
  func start(after previous: Int?) -> Int {
    guard let previous else { return 0 }
    if case .penalty(let penalty) = items[previous], penalty.after > .zero { return previous + 1 }
    return items.indices.first { i in
      guard i > previous else { return false }
      switch items[i] {
      case .box: return true
      case .glue: return false
      case .penalty: return isHyphenation(i)
      }
    } ?? items.count
  }

  func line(from previous: Int?, to end: Int, number: Int) -> Line {
    var (width, stretch, shrink) = (0, parameters.passes[pass].emergencyStretch.units, 0)
    var isElastic = false
    func add(_ glue: Glue) {
      width += glue.extent.units
      shrink += glue.shrink.units
      if glue.stretchOrder == 0 {
        stretch += glue.stretch.units
      } else if glue.stretch > .zero {
        isElastic = true
      }
    }
    if let previous, case .penalty(let penalty) = items[previous] { width += penalty.after.units }
    if end < items.count, case .penalty(let penalty) = items[end] { width += penalty.before.units }
    let content = start(after: previous)..<max(end, start(after: previous))
    var letters = 0
    var hang = 0
    for i in content {
      switch items[i] {
      case .box(let box):
        width += box.extent.units
        letters += box.tracking.units
        hang = box.hang.end.units
      case .glue(let glue): add(glue)
      case .penalty(let penalty): width += penalty.otherwise.units
      }
    }
    if end < items.count, case .penalty(let penalty) = items[end], penalty.before > .zero {
      hang = penalty.hang.units
    }
    width -= hang
    if let first = content.first, case .box(let box) = items[first] {
      let follows = previous.map { i in
        if case .penalty(let penalty) = items[i] { penalty.after > .zero } else { false }
      }
      if follows != true { width -= box.hang.start.units }
    }
    let length = Length(units: width)
    add(shape.start)
    add(shape.end)
    let missing = shape.width(ofLine: number).units - width
    let tracks = parameters.passes[pass].tracksBeyond
    if missing > 0 {
      var bad = isElastic ? 0 : badness(missing, stretch)
      if let tracks, Double(bad) > 100 * tracks * tracks * tracks {
        // What letters take off, but never so that spaces are better than where they may begin to.
        bad = max(Int(100 * tracks * tracks * tracks), badness(max(0, missing - letters), stretch))
      }
      return Line(badness: bad, fitness: bad > 99 ? 0 : bad > 12 ? 1 : 2, length: length)
    }
    var bad = -missing > shrink ? 10_001 : badness(-missing, shrink)
    if tracks != nil, bad == 10_001, -missing <= shrink + letters { bad = 100 }
    return Line(badness: bad, fitness: bad > 12 ? 3 : 2, length: length)
  }

  /// For lengths below 7,230,584, as all ours are.
  private func badness(_ t: Int, _ s: Int) -> Int {
    if t == 0 { return 0 }
    if s <= 0 { return 10_000 }
    let r = 297 * t / s
    return r > 1290 ? 10_000 : (r * r * r + 131_072) / 262_144
  }

  /// Nil where a strict pass forbids the line.
  private func demerits(_ line: Line, _ before: Line?, from previous: Int?, to end: Int) -> Int? {
    let base = parameters.linePenalty + line.badness
    var demerits = base >= 10_000 ? 100_000_000 : base * base
    let cost = cost(end)
    if cost > 0 { demerits += cost * cost }
    if cost < 0 && cost > -10_000 { demerits -= cost * cost }
    let afterHyphen = previous.map(isHyphenation) ?? false
    if afterHyphen {
      if end == items.count { demerits += parameters.finalHyphenDemerits }
      if isHyphenation(end) { demerits += parameters.doubleHyphenDemerits }
    }
    if abs(line.fitness - (before?.fitness ?? 2)) > 1 { demerits += parameters.clashDemerits }
    var faults = 0
    if let most = parameters.mostHyphensInARow, line.hyphens > most { faults += 1 }
    if end == items.count, previous != nil {
      if line.length < parameters.shortestLastLine { faults += 1 }
      if line.length < parameters.runt {
        demerits += parameters.runtDemerits
        if afterHyphen { faults += 1 }
      }
    }
    if faults > 0 && parameters.passes[pass].isStrict { return nil }
    return demerits + faults * parameters.faultDemerits
  }

  /// The line with its hyphens counted and its cost; nil where it is none that the pass allows.
  private func step(
    from previous: Int?, to end: Int, number: Int, after before: Line?
  ) -> (line: Line, demerits: Int)? {
    var line = line(from: previous, to: end, number: number)
    line.hyphens = isHyphenation(end) ? (before?.hyphens ?? 0) + 1 : 0
    guard line.badness <= parameters.passes[pass].tolerance,
      let demerits = demerits(line, before, from: previous, to: end)
    else { return nil }
    return (line, demerits)
  }

  /// What the breaks cost together; nil where a line is worse than the pass allows.
  func demerits(ofBreaks breaks: [Int]) -> Int? {
    var sum = 0
    var previous: Int?
    var before: Line?
    for (number, end) in breaks.enumerated() {
      guard let (line, demerits) = step(from: previous, to: end, number: number, after: before)
      else { return nil }
      sum += demerits
      (previous, before) = (end, line)
    }
    return sum
  }

  /// The least demerits for each number of lines, by trying every choice of breaks.
  func optima() -> [Int: Int] {
    let legal = legalBreaks
    var best: [Int: Int] = [:]
    func extend(_ number: Int, from previous: Int?, after before: Line?, sum: Int) {
      if previous == items.count {
        best[number] = min(best[number] ?? Int.max, sum)
        return
      }
      for end in legal where end > previous ?? -1 {
        if let (line, demerits) = step(from: previous, to: end, number: number, after: before) {
          extend(number + 1, from: end, after: line, sum: sum + demerits)
        }
        if cost(end) <= -10_000 { break }
      }
    }
    extend(0, from: nil, after: nil, sum: 0)
    return best
  }
}
