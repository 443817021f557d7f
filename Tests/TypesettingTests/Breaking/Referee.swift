import Geometry
import Typesetting

/// Judges a choice of breaks by walking over the items again, with nothing of the breaker's: what
/// a line contains, what it costs, and by trying all choices, which is the best.
struct Referee {
  struct Line {
    var badness: Int
    var fitness: Int
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
        return penalty.cost < 10_000 && (parameters.passes[pass].hyphenates || !penalty.isFlagged)
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
    add(shape.start)
    add(shape.end)
    if let previous, case .penalty(let penalty) = items[previous] { width += penalty.after.units }
    if end < items.count, case .penalty(let penalty) = items[end] { width += penalty.before.units }
    for i in start(after: previous)..<max(end, start(after: previous)) {
      switch items[i] {
      case .box(let box): width += box.extent.units
      case .glue(let glue): add(glue)
      case .penalty(let penalty): width += penalty.otherwise.units
      }
    }
    let missing = shape.width(ofLine: number).units - width
    if missing > 0 {
      let badness = isElastic ? 0 : badness(missing, stretch)
      return Line(badness: badness, fitness: badness > 99 ? 0 : badness > 12 ? 1 : 2)
    }
    let badness = -missing > shrink ? 10_001 : badness(-missing, shrink)
    return Line(badness: badness, fitness: badness > 12 ? 3 : 2)
  }

  /// For lengths below 7,230,584, as all ours are.
  private func badness(_ t: Int, _ s: Int) -> Int {
    if t == 0 { return 0 }
    if s <= 0 { return 10_000 }
    let r = 297 * t / s
    return r > 1290 ? 10_000 : (r * r * r + 131_072) / 262_144
  }

  private func demerits(_ line: Line, _ before: Line?, from previous: Int?, to end: Int) -> Int {
    let base = parameters.linePenalty + line.badness
    var demerits = base >= 10_000 ? 100_000_000 : base * base
    let cost = cost(end)
    if cost > 0 { demerits += cost * cost }
    if cost < 0 && cost > -10_000 { demerits -= cost * cost }
    if let previous, isHyphenation(previous) {
      if end == items.count { demerits += parameters.finalHyphenDemerits }
      if isHyphenation(end) { demerits += parameters.doubleHyphenDemerits }
    }
    if abs(line.fitness - (before?.fitness ?? 2)) > 1 { demerits += parameters.clashDemerits }
    return demerits
  }

  /// What the breaks cost together; nil where a line is worse than the pass allows.
  func demerits(ofBreaks breaks: [Int]) -> Int? {
    var sum = 0
    var previous: Int?
    var before: Line?
    for (number, end) in breaks.enumerated() {
      let line = line(from: previous, to: end, number: number)
      if line.badness > parameters.passes[pass].tolerance { return nil }
      sum += demerits(line, before, from: previous, to: end)
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
        let line = line(from: previous, to: end, number: number)
        if line.badness <= parameters.passes[pass].tolerance {
          extend(
            number + 1, from: end, after: line,
            sum: sum + demerits(line, before, from: previous, to: end))
        }
        if cost(end) <= -10_000 { break }
      }
    }
    extend(0, from: nil, after: nil, sum: 0)
    return best
  }
}
