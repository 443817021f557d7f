internal import Geometry

/// Divides a section into pages, all pages weighed together: the best way to every place where a
/// page may end is found once and kept, as in the breaking of lines (after Plass, 1981).
///
/// Every page's depth is a whole number of lines, and its notes are on it.
struct PageBreaker {
  /// One strip and what may happen after it.
  private struct Row {
    var item: Int
    var lines: Int
    /// Blank lines before it, unless it is the first of its page.
    var gap: Int
    /// Lines that come above it if it is: a table's head again.
    var head: Int
    var notes: Length
    /// Of ending a page after it; nil where that is forbidden.
    var cost: Int?
  }

  private let rows: [Row]
  private let linesPerPage: Int
  private let leading: Length

  /// The pages' strips: ranges of item indices, one after another.
  private(set) var pages: [Range<Int>] = []
  /// Items at which a page had to end where none should.
  private(set) var forced: [Int] = []

  /// - Parameter notes: the height of each of the section's notes.
  init(_ items: [Item<Strip>], notes: [Length], linesPerPage: Int, leading: Length) {
    rows = Self.rows(items, notes: notes, leading: leading)
    self.linesPerPage = linesPerPage
    self.leading = leading
    breakIntoPages(itemCount: items.count)
  }

  /// Above the notes: half a line, the rule, and a little air.
  static func noteSeparator(leading: Length) -> Length { leading * 0.8 }

  // MARK: What may be parted

  private static func rows(_ items: [Item<Strip>], notes: [Length], leading: Length) -> [Row] {
    var rows: [Row] = []
    var gap = Length.zero
    var cost: Int? = 0
    for (index, item) in items.enumerated() {
      switch item {
      case .box(let box):
        if !rows.isEmpty { rows[rows.count - 1].cost = cost }
        let height = box.material.notes.reduce(Length.zero) { $0 + notes[$1] }
        rows.append(
          Row(
            item: index, lines: box.material.lineCount, gap: gap.units / leading.units,
            head: box.material.repeatedHead.reduce(0) { $0 + $1.lineCount },
            notes: height, cost: nil))
        gap = .zero
        cost = 0
      case .glue(let glue):
        gap = max(gap, glue.extent)
      case .penalty(let penalty):
        if penalty.cost >= Penalty.forbidden { cost = nil }
        cost = cost.map { $0 + penalty.cost }
      }
    }
    keepHeadings(in: &rows, items: items)
    return rows
  }

  /// Two lines at least stand below a heading on its page, if its section has as many: a line
  /// alone between two headings, or in a box, is not tied to what follows.
  private static func keepHeadings(in rows: inout [Row], items: [Item<Strip>]) {
    func strip(_ row: Int) -> Strip? {
      if case .box(let box) = items[rows[row].item] { box.material } else { nil }
    }
    for index in rows.indices {
      guard let heading = strip(index), heading.keepsWithNext else { continue }
      let box = heading.decorations.last
      var lines = 0
      var next = index + 1
      while next < rows.count - 1, lines < 2, let row = strip(next), let follower = strip(next + 1)
      {
        lines += rows[next].lines
        let endsSection = follower.keepsWithNext && !row.keepsWithNext
        let endsBox = box.map { !follower.decorations.contains($0) } ?? false
        if endsSection || endsBox { break }
        if lines < 2 { rows[next].cost = nil }
        next += 1
      }
    }
  }

  // MARK: The best pages

  private mutating func breakIntoPages(itemCount: Int) {
    guard !rows.isEmpty else { return }
    // By row that begins a page: the least cost of all pages before it, and how they begin.
    var best = [Int?](repeating: nil, count: rows.count + 1)
    var origin = [Int](repeating: 0, count: rows.count + 1)
    var wasForced = [Bool](repeating: false, count: rows.count + 1)
    best[0] = 0
    for start in rows.indices {
      guard let costSoFar = best[start] else { continue }
      var used = 0
      var notes = Length.zero
      var hasEnding = false
      var end = start
      while end < rows.count {
        let row = rows[end]
        used += row.lines + (end > start ? row.gap : row.head)
        notes += row.notes
        if used + noteLines(notes) > linesPerPage, end > start { break }
        end += 1
        let isLast = end == rows.count
        guard isLast || rows[end - 1].cost != nil else { continue }
        hasEnding = true
        let unused = max(0, linesPerPage - used - noteLines(notes))
        let cost =
          costSoFar + (isLast ? lastPageCost(used: used) : pageCost(unused: unused))
          + (isLast ? 0 : rows[end - 1].cost ?? 0)
        if best[end] == nil || cost < best[end]! {
          best[end] = cost
          origin[end] = start
          wasForced[end] = false
        }
      }
      if !hasEnding {
        // Nothing may be parted before the page is full: part it there all the same.
        let cost = costSoFar + Self.forcedCost
        if best[end] == nil || cost < best[end]! {
          best[end] = cost
          origin[end] = start
          wasForced[end] = true
        }
      }
    }
    collect(origin: origin, wasForced: wasForced, itemCount: itemCount)
  }

  private mutating func collect(origin: [Int], wasForced: [Bool], itemCount: Int) {
    var starts: [Int] = []
    var end = rows.count
    while end > 0 {
      if wasForced[end] { forced.append(rows[end - 1].item) }
      end = origin[end]
      starts.append(end)
    }
    starts.reverse()
    forced.reverse()
    for (index, start) in starts.enumerated() {
      let stop = index + 1 < starts.count ? rows[starts[index + 1]].item : itemCount
      pages.append(rows[start].item..<stop)
    }
  }

  private func noteLines(_ notes: Length) -> Int {
    guard notes > .zero else { return 0 }
    let height = notes + Self.noteSeparator(leading: leading)
    return (height.units + leading.units - 1) / leading.units
  }

  /// Worse than any other ending.
  private static let forcedCost = 1_000_000

  /// A page one line short is seen by few, two lines by many; squares say so. Every page costs a
  /// little, so that none is made without need.
  private func pageCost(unused: Int) -> Int { 10 + 10 * unused * unused }

  /// A chapter's last page may be as short as it likes, but not a few lines lost on white.
  private func lastPageCost(used: Int) -> Int { used < 5 ? 1_000 : 0 }
}
