internal import Geometry

/// Widths added up from the paragraph's start.
struct Measure {
  var extent = Length.zero
  var stretch = Length.zero
  var infiniteStretch = (Length.zero, Length.zero, Length.zero)
  var shrink = Length.zero
  /// What spacing all letters would give.
  var tracking = Length.zero

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
    sum.tracking += b.tracking
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
    difference.tracking -= b.tracking
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
/// margins has been taken off both.
struct Breakpoint {
  /// The number of items for the paragraph's end.
  var item: Int
  /// -10,000 forces the break; less than 10,000.
  var cost: Int
  /// Counts as hyphenated; the paragraph's end does too.
  var isFlagged: Bool
  /// The break makes a hyphen where there was none.
  var addsHyphen: Bool
  var isDiscretionary: Bool
  /// The first item after the break that is not lost.
  var resumesAt: Int
  /// The paragraph's start up to this break, the hyphen too.
  var end: Measure
  /// The paragraph's start up to where the next line starts.
  var start: Measure
  /// How far the line that ends here hangs into the margin at its end, and the next at its start.
  var hang: Hang

  var isForced: Bool { cost <= Penalty.forced }
}

extension Penalty {
  /// Text that reads differently when broken: a hyphenation point. It is never lost after a
  /// break, and glue may be broken at behind it.
  var isDiscretionary: Bool {
    isFlagged || before != .zero || after != .zero || otherwise != .zero
  }

  /// The author's own hyphen stands there broken or not.
  var addsHyphen: Bool { isFlagged && before != otherwise }
}

/// Every legal breakpoint, the paragraph's end last, in time linear in the items: at penalties
/// that do not forbid it, and at glue behind a box or a hyphenation point (tex.web, 866–869).
func breakpoints<Material>(in items: [Item<Material>]) -> [Breakpoint] {
  // A forced break as the last item says what the list's end says already.
  var count = items.count
  if case .penalty(let last)? = items.last, last.cost <= Penalty.forced { count -= 1 }

  // Glue and penalties at the start of a line are lost.
  var kept = [Int](repeating: count, count: count + 1)
  for i in (0..<count).reversed() {
    switch items[i] {
    case .box: kept[i] = i
    case .glue: kept[i] = kept[i + 1]
    case .penalty(let penalty): kept[i] = penalty.isDiscretionary ? i : kept[i + 1]
    }
  }

  var sums: [Measure] = [Measure()]
  sums.reserveCapacity(count + 1)
  var places: [(item: Int, penalty: Penalty, hang: Length)] = []
  var sum = Measure()
  var hang = Length.zero
  var followsText = false
  for i in 0..<count {
    switch items[i] {
    case .box(let box):
      sum.extent += box.extent
      sum.tracking += box.tracking
      hang = box.hang.end
      followsText = true
    case .glue(let glue):
      if followsText { places.append((i, Penalty(cost: 0), hang)) }
      sum.add(glue)
      followsText = false
    case .penalty(let penalty):
      if penalty.cost < Penalty.forbidden {
        places.append((i, penalty, penalty.before > .zero ? penalty.hang : hang))
      }
      sum.extent += penalty.otherwise
      followsText = penalty.isDiscretionary
      if penalty.cost <= Penalty.forced { hang = .zero }
    }
    sums.append(sum)
  }

  var all: [Breakpoint] = []
  all.reserveCapacity(places.count + 1)
  for (i, penalty, hang) in places {
    // Text that the break itself puts at the start of the line keeps what follows it.
    let resumesAt = penalty.after != .zero ? i + 1 : kept[i + 1]
    let next = penalty.after != .zero ? .zero : startHang(ofItem: resumesAt, in: items)
    var end = sums[i]
    end.extent += penalty.before - hang
    var start = sums[resumesAt]
    start.extent += next - penalty.after
    all.append(
      Breakpoint(
        item: i, cost: max(penalty.cost, Penalty.forced), isFlagged: penalty.isFlagged,
        addsHyphen: penalty.addsHyphen, isDiscretionary: penalty.isDiscretionary,
        resumesAt: resumesAt, end: end, start: start, hang: Hang(start: next, end: hang)))
  }
  sum.extent -= hang
  all.append(
    Breakpoint(
      item: count, cost: Penalty.forced, isFlagged: true, addsHyphen: false, isDiscretionary: false,
      resumesAt: count, end: sum, start: sums[count], hang: Hang(end: hang)))
  return all
}

/// How far a line that starts with this item hangs into the margin.
func startHang<Material>(ofItem index: Int, in items: [Item<Material>]) -> Length {
  guard index < items.count, case .box(let box) = items[index] else { return .zero }
  return box.hang.start
}
