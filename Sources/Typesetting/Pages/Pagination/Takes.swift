internal import Geometry

/// A section as pagination reads it: a row of takes. A take is what compositors called the piece of
/// copy that one of them set: here a paragraph, in the ways in which it may be set, or a strip that
/// has but one.
///
/// Rows and ways stand in two flat lists, so that a page's worth of them is read at a stretch.
struct Takes: Hashable {
  /// One strip and what may happen below it.
  struct Row: Hashable {
    /// Its height in lines of the grid.
    var lines: Int
    /// Lines that come above it where it opens a page: a table's head again.
    var head: Int
    /// Of the notes that must stand on its page.
    var notes: Length
    /// Of ending a page below it; `forbidden` or more where that may not be.
    var cost: Int
    var endsWithHyphen = false

    static let forbidden = Penalty.forbidden
    var mayEndPage: Bool { cost < Self.forbidden }
  }

  /// One way to set a take.
  struct Way: Hashable {
    /// What it costs beyond the best way, which costs nothing and comes first.
    var cost: Int
    var rows: Range<Int>
    /// Which of the paragraph's other ways it is.
    var other = 0
  }

  struct Take: Hashable {
    /// Blank lines above it, unless it opens a page.
    var gap: Int
    /// What the gap may grow and shrink by, in lines.
    var stretch: Int
    var shrink: Int
    var ways: Range<Int>
    /// A picture and its caption, which may wait for the top of the next page.
    var isFigure = false
    /// The item of its first strip.
    var item: Int
  }

  var takes: [Take] = []
  var ways: [Way] = []
  var rows: [Row] = []

  func rows(_ take: Int, _ way: Int) -> ArraySlice<Row> {
    rows[ways[takes[take].ways.lowerBound + way].rows]
  }
}

extension Takes {
  /// - Parameter notes: the height of each of the section's notes.
  init(_ items: [Item<Strip>], notes: [Length], leading: Length) {
    var reader = Reader(items: items, notes: notes, leading: leading)
    reader.read()
    takes = reader.takes
    ways = reader.ways
    rows = reader.rows
    keepHeadings(items)
  }

  /// Demerits, by which lines are judged, as costs, by which pages are: a hundred lines' worth of
  /// perfect setting or one line stretched to its tolerance costs less than a spread that is not
  /// level, and about as much as one a line short.
  private static let demeritsPerCost = 250

  private struct Reader {
    let items: [Item<Strip>]
    let notes: [Length]
    let leading: Length
    var takes: [Take] = []
    var ways: [Way] = []
    var rows: [Row] = []

    mutating func read() {
      var gap = Glue(extent: .zero)
      var cost = 0
      var index = 0
      while index < items.count {
        switch items[index] {
        case .box(let box):
          close(at: cost)
          index = take(box.material, at: index, below: gap)
          gap = Glue(extent: .zero)
          cost = 0
          continue
        case .glue(let glue):
          // Space below one block and above the next is one space, the larger of the two.
          if (glue.extent, glue.stretch) > (gap.extent, gap.stretch) { gap = glue }
        case .penalty(let penalty):
          cost = cost >= Row.forbidden ? cost : cost + penalty.cost
        }
        index += 1
      }
      close(at: Penalty.forbidden)
    }

    /// What ending a page below the last take costs, whichever way it is set.
    private mutating func close(at cost: Int) {
      guard let take = takes.last else { return }
      for way in take.ways { rows[ways[way].rows.upperBound - 1].cost = cost }
    }

    /// Reads the take that begins with this strip; returns the item behind it.
    private mutating func take(_ strip: Strip, at item: Int, below gap: Glue) -> Int {
      let firstWay = ways.count
      var end = item + 1
      if let paragraph = strip.paragraph {
        end = paragraph.end(from: item)
        appendWay(items[item..<end])
        let height = rows[ways[firstWay].rows].notes
        // Of a note too long for its page pieces wait for later strips: such a paragraph stays.
        for (index, other) in paragraph.others.enumerated()
        where height == other.lines.flatMap(\.notes).height(notes) { appendWay(other, index) }
      } else if let figure = strip.figure {
        while end + 1 < items.count, case .penalty = items[end], items[end + 1].figure == figure {
          end += 2
        }
        appendWay(items[item..<end])
      } else {
        appendWay(items[item..<end])
      }
      takes.append(
        Take(
          gap: gap.extent.units / leading.units, stretch: gap.stretch.units / leading.units,
          shrink: gap.shrink.units / leading.units, ways: firstWay..<ways.count,
          isFigure: strip.figure?.stays == false, item: item))
      return end
    }

    /// The way in which the galley has it.
    private mutating func appendWay(_ items: ArraySlice<Item<Strip>>) {
      let first = rows.count
      for item in items {
        switch item {
        case .box(let box):
          let strip = box.material
          rows.append(
            Row(
              lines: strip.lineCount,
              head: strip.repeatedHead.reduce(0) { $0 + $1.lineCount },
              notes: strip.notes.height(notes), cost: 0,
              endsWithHyphen: strip.endsWithHyphen))
        case .penalty(let penalty):
          rows[rows.count - 1].cost += penalty.cost
        case .glue: break
        }
      }
      ways.append(Way(cost: 0, rows: first..<rows.count))
    }

    private mutating func appendWay(_ other: ParagraphWays.Other, _ index: Int) {
      let first = rows.count
      for (index, line) in other.lines.enumerated() {
        rows.append(
          Row(
            lines: 1, head: 0, notes: line.notes.height(notes),
            cost: GalleyBuilder.cost(
              ofEndingBelow: index + 1, of: other.lines.count,
              endsWithHyphen: line.endsWithHyphen),
            endsWithHyphen: line.endsWithHyphen))
      }
      ways.append(
        Way(
          cost: max(1, other.demerits / Takes.demeritsPerCost), rows: first..<rows.count,
          other: index))
    }
  }

  // MARK: Headings

  /// Two lines at least stand below a heading on its page, if its section has as many: a line
  /// alone between two headings, or in a box, is not tied to what follows.
  private mutating func keepHeadings(_ items: [Item<Strip>]) {
    func strip(_ take: Int) -> Strip? {
      if case .box(let box) = items[takes[take].item] { box.material } else { nil }
    }
    for index in takes.indices {
      guard let heading = strip(index), heading.keepsWithNext else { continue }
      let box = heading.decorations.last
      var lines = 0
      var next = index + 1
      while next < takes.count - 1, lines < 2, let row = strip(next), let follower = strip(next + 1)
      {
        lines += rows(next, 0).reduce(0) { $0 + $1.lines }
        let endsSection = follower.keepsWithNext && !row.keepsWithNext
        let endsBox = box.map { !follower.decorations.contains($0) } ?? false
        if endsSection || endsBox { break }
        if lines < 2 { forbidEnding(after: next) }
        next += 1
      }
    }
  }

  private mutating func forbidEnding(after take: Int) {
    for way in takes[take].ways { rows[ways[way].rows.upperBound - 1].cost = Row.forbidden }
  }
}

extension Item where Material == Strip {
  /// Of which figure this is a strip.
  fileprivate var figure: Figure? {
    if case .box(let box) = self { box.material.figure } else { nil }
  }
}

extension ArraySlice<Takes.Row> {
  /// Of all their notes.
  var notes: Length { reduce(.zero) { $0 + $1.notes } }
}

extension [Int] {
  /// Of the notes with these numbers.
  fileprivate func height(_ notes: [Length]) -> Length { reduce(.zero) { $0 + notes[$1] } }
}
