internal import Geometry

/// Widths added up from the paragraph's start.
struct Measure {
  var extent = Length.zero
  var stretch = Length.zero
  var infiniteStretch = (Length.zero, Length.zero, Length.zero)
  var shrink = Length.zero

  mutating func add(_ glue: Glue) {
    extent += glue.extent
    shrink += glue.shrink
    switch glue.stretchOrder {
    case 0: stretch += glue.stretch
    case 1: infiniteStretch.0 += glue.stretch
    case 2: infiniteStretch.1 += glue.stretch
    default: infiniteStretch.2 += glue.stretch
    }
  }

  static func + (a: Measure, b: Measure) -> Measure {
    var sum = a
    sum.extent += b.extent
    sum.stretch += b.stretch
    sum.infiniteStretch.0 += b.infiniteStretch.0
    sum.infiniteStretch.1 += b.infiniteStretch.1
    sum.infiniteStretch.2 += b.infiniteStretch.2
    sum.shrink += b.shrink
    return sum
  }

  static func - (a: Measure, b: Measure) -> Measure {
    var difference = a
    difference.extent -= b.extent
    difference.stretch -= b.stretch
    difference.infiniteStretch.0 -= b.infiniteStretch.0
    difference.infiniteStretch.1 -= b.infiniteStretch.1
    difference.infiniteStretch.2 -= b.infiniteStretch.2
    difference.shrink -= b.shrink
    return difference
  }

  /// The glue's order that does the stretching, and how much there is of it.
  var greatestStretch: (order: UInt8, amount: Length) {
    if infiniteStretch.2 != .zero { return (3, infiniteStretch.2) }
    if infiniteStretch.1 != .zero { return (2, infiniteStretch.1) }
    if infiniteStretch.0 != .zero { return (1, infiniteStretch.0) }
    return (0, stretch)
  }
}

/// A place where a line may end. A line from one to another has `end` of the latter less
/// `start` of the former (the beta and alpha of tex.web, section 822); what hangs into the
/// margin would be taken off these two.
struct Breakpoint {
  /// The number of items for the paragraph's end.
  var item: Int
  /// -10,000 forces the break; less than 10,000.
  var cost: Int
  /// Counts as hyphenated; the paragraph's end does too.
  var isFlagged: Bool
  var isDiscretionary: Bool
  /// The first item after the break that is not lost.
  var resumesAt: Int
  /// The paragraph's start up to this break, the hyphen too.
  var end: Measure
  /// The paragraph's start up to where the next line starts.
  var start: Measure

  var isForced: Bool { cost <= Penalty.forced }
}

extension Penalty {
  /// Text that reads differently when broken: a hyphenation point. It is never lost after a
  /// break, and glue may be broken at behind it.
  var isDiscretionary: Bool {
    isFlagged || before != .zero || after != .zero || otherwise != .zero
  }
}

/// Every legal breakpoint, the paragraph's end last, in time linear in the items: at penalties
/// that do not forbid it, and at glue behind a box or a hyphenation point (tex.web, 866–869).
func breakpoints<Material>(in items: [Item<Material>]) -> [Breakpoint] {
  // A forced break as the last item says what the list's end says already.
  var count = items.count
  if case .penalty(let last)? = items.last, last.cost <= Penalty.forced { count -= 1 }

  // Glue and penalties at the start of a line are lost.
  var kept = [Int](repeating: count, count: count + 1)
  var sums = [Measure](repeating: Measure(), count: count + 1)
  var places: [(item: Int, penalty: Penalty)] = []
  var followsText = false
  for i in 0..<count {
    sums[i + 1] = sums[i]
    switch items[i] {
    case .box(let box):
      sums[i + 1].extent += box.extent
      followsText = true
    case .glue(let glue):
      sums[i + 1].add(glue)
      if followsText { places.append((i, Penalty(cost: 0))) }
      followsText = false
    case .penalty(let penalty):
      sums[i + 1].extent += penalty.otherwise
      if penalty.cost < Penalty.forbidden { places.append((i, penalty)) }
      followsText = penalty.isDiscretionary
    }
  }
  for i in (0..<count).reversed() {
    switch items[i] {
    case .box: kept[i] = i
    case .glue: kept[i] = kept[i + 1]
    case .penalty(let penalty): kept[i] = penalty.isDiscretionary ? i : kept[i + 1]
    }
  }

  var all = places.map { i, penalty in
    // Text that the break itself puts at the start of the line keeps what follows it.
    let resumesAt = penalty.after != .zero ? i + 1 : kept[i + 1]
    var end = sums[i]
    end.extent += penalty.before
    var start = sums[resumesAt]
    start.extent -= penalty.after
    return Breakpoint(
      item: i, cost: max(penalty.cost, Penalty.forced), isFlagged: penalty.isFlagged,
      isDiscretionary: penalty.isDiscretionary, resumesAt: resumesAt, end: end, start: start)
  }
  all.append(
    Breakpoint(
      item: count, cost: Penalty.forced, isFlagged: true, isDiscretionary: false,
      resumesAt: count, end: sums[count], start: sums[count]))
  return all
}
