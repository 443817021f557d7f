internal import Geometry

/// Where a page of a section begins.
struct PageStart: Hashable {
  var take: Int
  /// In which way that take was begun on the page before; 0 where it begins here.
  var way = 0
  /// The first of its rows that stands on the page.
  var row = 0
  /// The figure that waits for the top of the page.
  var waiting: Int?
}

/// One way to fill a page from a given start.
struct PageEnd: Hashable {
  /// Nil where the section ends on the page.
  var next: PageStart?
  /// In lines of the grid, notes included.
  var depth: Int
  /// Of the ways, the gaps and the place of the end; neither of the depth nor of the page's side.
  var cost: Int
  var endsWithHyphen = false
  /// The page had to end where none should.
  var isForced = false
}

/// What stands on a page: rows of a take, set in one of its ways, below some blank lines.
struct PagePart: Hashable {
  var take: Int
  var way: Int
  /// Counted in the way.
  var rows: Range<Int>
  var gap: Int
}

/// Fills a page from a given start in every way that is worth a thought: a dynamic programme over
/// the takes, by how many lines they have used.
struct PageFiller {
  let takes: Takes
  let linesPerPage: Int
  let leading: Length

  /// A spread may be one line longer than it should.
  fileprivate var deepest: Int { linesPerPage + 1 }
  /// Pages still shorter are thought of only where no others can be made.
  fileprivate static let mostMissingLines = 12

  /// Above the notes: half a line, the rule, and a little air.
  static func noteSeparator(leading: Length) -> Length { leading * 0.8 }

  /// How many lines notes of some height take, with what parts them from the text.
  func noteLines(_ notes: Length) -> Int {
    guard notes > .zero else { return 0 }
    let height = notes + Self.noteSeparator(leading: leading)
    return (height.units + leading.units - 1) / leading.units
  }

  /// All ends, one at least.
  func ends(from start: PageStart) -> [PageEnd] {
    var search = Search(self)
    search.run(from: start)
    return search.ends.map(\.end)
  }

  /// What stands on the page that starts there and has one of those ends.
  func parts(from start: PageStart, to end: PageEnd) -> [PagePart] {
    var search = Search(self)
    search.run(from: start)
    return search.ends.first { $0.end == end }.map(search.parts) ?? []
  }
}

extension PageFiller {
  /// The cheapest way found to use so many lines.
  private struct State {
    var used: Int
    /// Whether a figure was put off to the next page.
    var putsOff: Bool
    var cost: Int
    /// The last step of that way; nil at the page's top.
    var step: Int?
  }

  private struct Step {
    var before: Int?
    var part: PagePart
  }

  private struct Found {
    var end: PageEnd
    var step: Step
  }

  private struct Search {
    private let filler: PageFiller
    private let takes: Takes
    private var states: [State] = []
    private var steps: [Step] = []
    /// By lines used, the state in the making; one row for pages that put a figure off.
    private var slots: [Int?]
    /// Of the notes called so far; on pages that put a figure off its own are not.
    private var notes: (all: Length, withoutFigure: Length) = (.zero, .zero)
    private var putOff: Int?
    /// Nothing stands on the page yet.
    private var isOpening = true

    private(set) var ends: [Found] = []
    /// The first end within the take at hand.
    private var endsOfTake = 0
    /// The deepest of the pages that are too short, and of those that may not end where they must.
    private var short: Found?
    private var forced: Found?

    init(_ filler: PageFiller) {
      self.filler = filler
      takes = filler.takes
      slots = Array(repeating: nil, count: (filler.deepest + 1) * 2)
    }

    func parts(of found: Found) -> [PagePart] {
      var parts = [found.step.part]
      var next = found.step.before
      while let step = next {
        parts.append(steps[step].part)
        next = steps[step].before
      }
      return parts.reversed()
    }

    mutating func run(from start: PageStart) {
      states = [State(used: 0, putsOff: false, cost: 0, step: nil)]
      var gap = 0
      if let figure = start.waiting {
        var rest = start
        rest.waiting = nil
        set(figure, ways: 0..<1, from: 0, gaps: [(0, 0)], next: rest)
        gap = 1
      }
      var take = start.take
      if start.row > 0, take < takes.takes.count {
        set(take, ways: start.way..<(start.way + 1), from: start.row, gaps: [(gap, 0)])
        take += 1
        gap = 0
      }
      while take < takes.takes.count, !states.isEmpty {
        set(take, gapAtLeast: gap)
        take += 1
        gap = 0
      }
      settle()
    }

    /// A take from its first row, in all its ways; a figure may be put off instead.
    private mutating func set(_ index: Int, gapAtLeast: Int) {
      let take = takes.takes[index]
      var gaps = [(0, 0)]
      if !isOpening {
        let usual = max(take.gap, gapAtLeast)
        gaps = (-take.shrink...take.stretch).map { (usual + $0, abs($0) * PageCosts.unevenGap) }
      }
      let before = (states, isOpening)
      set(index, ways: 0..<take.ways.count, from: 0, gaps: gaps)
      if take.isFigure, putOff == nil, !before.1, index > 0 { putOff(index, before.0) }
    }

    private mutating func putOff(_ figure: Int, _ before: [State]) {
      putOff = figure
      notes.withoutFigure = notes.all - takes.rows(figure, 0).notes
      for state in before {
        states.append(
          State(
            used: state.used, putsOff: true, cost: state.cost + PageCosts.figurePutOff,
            step: state.step))
      }
    }

    /// - Parameter next: where the page after begins if this one ends below the take.
    private mutating func set(
      _ index: Int, ways: Range<Int>, from first: Int, gaps: [(lines: Int, cost: Int)],
      next: PageStart? = nil
    ) {
      let next = next ?? PageStart(take: index + 1)
      let old = states
      states = []
      for slot in slots.indices { slots[slot] = nil }
      endsOfTake = ends.count
      for state in old where !(state.putsOff && takes.takes[index].isFigure) {
        for way in ways {
          for gap in gaps {
            set(index, way, from: first, gap: gap, after: state, next: next)
          }
        }
      }
      let height = takes.rows(index, ways.lowerBound).dropFirst(first).notes
      notes.all += height
      notes.withoutFigure += height
      isOpening = false
    }

    private mutating func set(
      _ index: Int, _ way: Int, from first: Int, gap: (lines: Int, cost: Int), after state: State,
      next: PageStart
    ) {
      let rows = takes.rows(index, way)
      var used = state.used + gap.lines
      var notes = state.putsOff ? notes.withoutFigure : notes.all
      var cost = state.cost + gap.cost
      if first == 0 { cost += takes.ways[takes.takes[index].ways.lowerBound + way].cost }
      for row in first..<rows.count {
        let strip = rows[rows.startIndex + row]
        let opens = isOpening && row == first
        used += strip.lines + (opens ? strip.head : 0)
        notes += strip.notes
        let depth = used + filler.noteLines(notes)
        guard depth <= filler.deepest || opens else { return }
        let isLast = row == rows.count - 1
        let step = Step(
          before: state.step,
          part: PagePart(take: index, way: way, rows: first..<(row + 1), gap: gap.lines))
        var start = isLast ? next : PageStart(take: index, way: way, row: row + 1)
        start.waiting = state.putsOff ? putOff : nil
        end(
          PageEnd(
            next: start, depth: depth, cost: cost, endsWithHyphen: strip.endsWithHyphen),
          used: used,
          below: strip, step)
        if isLast, depth <= filler.deepest {
          offer(State(used: used, putsOff: state.putsOff, cost: cost, step: nil), step)
        }
      }
    }

    /// Keeps the cheaper of two ways to use the same lines.
    private mutating func offer(_ state: State, _ step: Step) {
      let slot = state.used + (state.putsOff ? filler.deepest + 1 : 0)
      if let known = slots[slot], states[known].cost <= state.cost { return }
      steps.append(step)
      var state = state
      state.step = steps.count - 1
      if let known = slots[slot] {
        states[known] = state
      } else {
        slots[slot] = states.count
        states.append(state)
      }
    }

    // MARK: Ends

    private mutating func end(_ end: PageEnd, used: Int, below row: Takes.Row, _ step: Step) {
      var end = end
      if let next = end.next, next.take == takes.takes.count, next.waiting == nil {
        end.next = nil
        end.endsWithHyphen = false
        end.cost += PageCosts.lastPage(used)
        return keep(Found(end: end, step: step))
      }
      // A figure on top of a table would come between its head and its rows.
      if let next = end.next, next.waiting != nil, head(of: next) > 0 { return }
      guard row.mayEndPage else {
        end.cost += PageCosts.forced
        end.isForced = true
        let fits = end.depth <= filler.linesPerPage || forced == nil
        if fits, Self.isBetter(end, than: forced) { forced = Found(end: end, step: step) }
        return
      }
      end.cost += row.cost
      if filler.linesPerPage - end.depth > PageFiller.mostMissingLines {
        if Self.isBetter(end, than: short) { short = Found(end: end, step: step) }
        return
      }
      keep(Found(end: end, step: step))
    }

    private func head(of start: PageStart) -> Int {
      guard start.take < takes.takes.count else { return 0 }
      let rows = takes.rows(start.take, start.way)
      return rows[rows.startIndex + start.row].head
    }

    private mutating func keep(_ found: Found) {
      for index in endsOfTake..<ends.count
      where ends[index].end.next == found.end.next && ends[index].end.depth == found.end.depth {
        if found.end.cost < ends[index].end.cost { ends[index] = found }
        return
      }
      ends.append(found)
    }

    private static func isBetter(_ end: PageEnd, than known: Found?) -> Bool {
      guard let known = known?.end else { return true }
      return end.depth != known.depth ? end.depth > known.depth : end.cost < known.cost
    }

    private mutating func settle() {
      if ends.contains(where: { $0.end.next != nil }) { return }
      if let short { return ends.append(short) }
      if ends.isEmpty, let forced { ends.append(forced) }
    }
  }
}
