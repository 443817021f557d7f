import Geometry
import Testing

@testable import Typesetting

/// The best pages against all the pages there could be.
@Suite("Pagination") struct PaginationTests {
  private static let leading = Length.points(12)
  private static let lines = 6

  /// Small sections, so that every way to set and divide them can be tried.
  @Test(arguments: 1...200)
  func noOtherPagesAreBetter(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let takes = Self.randomTakes(&random)
    for side in [Page.Side.recto, .verso] {
      var section = SectionPages(takes, linesPerPage: Self.lines, leading: Self.leading)
      let plans = section.plans(openingOn: side)
      var referee = PageReferee(takes: takes, side: side)
      referee.tryAll()
      for (count, plan) in plans where plan.cost < PageCosts.forced {
        #expect(plan.cost == referee.least[count], "\(count) pages from a \(side)")
      }
      for (count, cost) in referee.least where cost < PageCosts.forced {
        #expect(plans[count]?.cost == cost, "\(count) pages from a \(side)")
      }
    }
  }

  /// What the plans say stands on their pages is the whole section, each row once and in order but
  /// for figures, and as deep as they say.
  @Test(arguments: 1...200)
  func everyRowIsOnOnePage(_ seed: Int) {
    var random = SeededGenerator(state: UInt64(seed))
    let takes = Self.randomTakes(&random, tied: seed % 4 == 0)
    var section = SectionPages(takes, linesPerPage: Self.lines, leading: Self.leading)
    for (count, plan) in section.plans(openingOn: .recto) {
      #expect(plan.pages.count == count)
      var rowsOfTake: [Int: [Int]] = [:]
      var wayOfTake: [Int: Int] = [:]
      var order: [Int] = []
      for page in plan.pages {
        var used = 0
        var notes = Length.zero
        let parts = section.parts(of: page)
        for (index, part) in parts.enumerated() {
          #expect(wayOfTake[part.take] ?? part.way == part.way)
          wayOfTake[part.take] = part.way
          rowsOfTake[part.take, default: []] += part.rows
          if order.last != part.take && !takes.takes[part.take].isFigure { order.append(part.take) }
          let rows = takes.rows(part.take, part.way).dropFirst(part.rows.lowerBound).prefix(
            part.rows.count)
          used += part.gap + rows.reduce(0) { $0 + $1.lines } + (index == 0 ? rows.first!.head : 0)
          notes += rows.reduce(.zero) { $0 + $1.notes }
        }
        #expect(parts.first?.gap == 0)
        #expect(page.end.depth == used + Self.noteLines(notes))
      }
      #expect(order == order.sorted())
      for take in takes.takes.indices {
        #expect(rowsOfTake[take] == Array(0..<takes.rows(take, wayOfTake[take] ?? 0).count))
      }
    }
  }

  static func noteLines(_ notes: Length) -> Int {
    notes > .zero
      ? Int(((notes + PageFiller.noteSeparator(leading: leading)) / leading).rounded(.up)) : 0
  }

  private static func randomTakes(_ random: inout SeededGenerator, tied: Bool = false) -> Takes {
    var takes = Takes()
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let kind = Int.random(in: 0...9, using: &random)
      let note: Length =
        Int.random(in: 0...4, using: &random) == 0
        ? .points(Double(Int.random(in: 1...2, using: &random)) * 10) : .zero
      let firstWay = takes.ways.count
      let usual = kind < 6 ? Int.random(in: 1...5, using: &random) : 1
      for count in usual >= 3 ? [usual, usual - 1, usual + 1] : [usual] {
        let first = takes.rows.count
        let noteRow = Int.random(in: 0..<count, using: &random)
        for row in 0..<count {
          let isTied = tied || (row == 0 || row == count - 2) && row < count - 1
          takes.rows.append(
            .init(
              lines: kind == 9 ? 3 : 1, head: kind == 8 ? 1 : 0,
              notes: row == noteRow ? note : .zero,
              cost: isTied ? Takes.Row.forbidden : Int.random(in: 0...3, using: &random) * 50,
              endsWithHyphen: row < count - 1 && Int.random(in: 0...3, using: &random) == 0))
        }
        takes.ways.append(
          .init(
            cost: count == usual ? 0 : Int.random(in: 1...900, using: &random),
            rows: first..<takes.rows.count))
      }
      if Int.random(in: 0...5, using: &random) == 0 {
        for way in firstWay..<takes.ways.count {
          takes.rows[takes.ways[way].rows.upperBound - 1].cost = Takes.Row.forbidden
        }
      }
      let gap = Int.random(in: 0...2, using: &random)
      takes.takes.append(
        .init(
          gap: gap, stretch: gap > 0 ? 1 : 0, shrink: gap > 1 ? 1 : 0,
          ways: firstWay..<takes.ways.count, isFigure: kind == 9, item: takes.takes.count))
    }
    return takes
  }
}

/// Tries all ways, gaps, ends of pages and places of figures, and counts what they cost by the
/// words of `PageCosts`, page by page.
private struct PageReferee {
  let takes: Takes
  let side: Page.Side
  /// By number of pages.
  private(set) var least: [Int: Int] = [:]

  init(takes: Takes, side: Page.Side) {
    self.takes = takes
    self.side = side
  }

  private struct Book {
    var pages = 0
    var cost = 0
    var facing: Int?
    // The page in the making.
    var used = 0
    var notes = Length.zero
    var isOpening = true
    var waiting: Int?
  }

  private static let lines = 6

  private func isRecto(_ book: Book) -> Bool { (book.pages % 2 == 0) == (side == .recto) }

  mutating func tryAll() { set(0, Book()) }

  private mutating func set(_ index: Int, _ book: Book) {
    guard index < takes.takes.count else {
      if book.waiting == nil { finish(book) }
      return
    }
    let take = takes.takes[index]
    if take.isFigure, book.waiting != nil { return }
    if take.isFigure, !book.isOpening {
      var later = book
      later.cost += PageCosts.figurePutOff
      later.waiting = index
      set(index + 1, later)
    }
    let gaps = book.isOpening ? [0] : Array((take.gap - take.shrink)...(take.gap + take.stretch))
    for way in 0..<take.ways.count {
      for gap in gaps {
        var book = book
        if !book.isOpening { book.cost += abs(gap - take.gap) * PageCosts.unevenGap }
        book.used += gap
        book.cost += takes.ways[take.ways.lowerBound + way].cost
        set(index, way, row: 0, book)
      }
    }
  }

  private mutating func set(_ index: Int, _ way: Int, row: Int, _ book: Book) {
    let rows = Array(takes.rows(index, way))
    guard row < rows.count else { return set(index + 1, book) }
    var book = book
    book.used += rows[row].lines + (book.isOpening ? rows[row].head : 0)
    book.notes += rows[row].notes
    let depth = book.used + PaginationTests.noteLines(book.notes)
    guard depth <= Self.lines + 1 else { return }
    book.isOpening = false
    set(index, way, row: row + 1, book)

    // The page may end here.
    let isLast = row == rows.count - 1
    if isLast && index == takes.takes.count - 1 && book.waiting == nil { return }
    guard rows[row].mayEndPage else { return }
    book.cost += rows[row].cost + PageCosts.page
    let lacks = Self.lines - depth
    book.cost += PageCosts.shortness(lacks)
    if isRecto(book) {
      if rows[row].endsWithHyphen { book.cost += PageCosts.hyphenOverLeaf }
      if book.waiting != nil { book.cost += PageCosts.figureOverLeaf }
    }
    if let facing = book.facing, facing != lacks || abs(lacks) > 1 {
      book.cost += PageCosts.unlevel(by: lacks - facing)
    }
    book.facing = isRecto(book) ? nil : lacks
    book.pages += 1
    (book.used, book.notes, book.isOpening) = (0, .zero, true)
    let next = isLast ? (index + 1, 0, 0) : (index, way, row + 1)
    guard let figure = book.waiting else {
      return isLast ? set(index + 1, book) : set(index, way, row: row + 1, book)
    }
    // The figure opens the next page, with a blank line under it; never above a table's rest.
    if next.0 < takes.takes.count, Array(takes.rows(next.0, next.1))[next.2].head > 0 { return }
    let picture = takes.rows(figure, 0).first!
    book.used = picture.lines
    book.notes = picture.notes
    book.isOpening = false
    book.waiting = nil
    guard next.0 < takes.takes.count else { return finish(book) }
    below(figure, next, book)
  }

  private mutating func below(_ figure: Int, _ next: (Int, Int, Int), _ book: Book) {
    // A page that ends right under the figure.
    var short = book
    if takes.rows(figure, 0).last!.mayEndPage {
      let depth = book.used + PaginationTests.noteLines(book.notes)
      let lacks = Self.lines - depth
      short.cost += takes.rows(figure, 0).last!.cost + PageCosts.page + PageCosts.shortness(lacks)
      if let facing = short.facing, facing != lacks || abs(lacks) > 1 {
        short.cost += PageCosts.unlevel(by: lacks - facing)
      }
      short.facing = isRecto(short) ? nil : lacks
      short.pages += 1
      (short.used, short.notes, short.isOpening) = (0, .zero, true)
      next.2 > 0 ? set(next.0, next.1, row: next.2, short) : set(next.0, short)
    }
    var book = book
    if next.2 > 0 {
      book.used += 1
      return set(next.0, next.1, row: next.2, book)
    }
    let take = takes.takes[next.0]
    if take.isFigure && book.waiting != nil { return }
    if take.isFigure {
      var later = book
      later.cost += PageCosts.figurePutOff
      later.waiting = next.0
      set(next.0 + 1, later)
    }
    let usual = max(take.gap, 1)
    for way in 0..<take.ways.count {
      for gap in (usual - take.shrink)...(usual + take.stretch) {
        var book = book
        book.cost += abs(gap - usual) * PageCosts.unevenGap
        book.used += gap
        book.cost += takes.ways[take.ways.lowerBound + way].cost
        set(next.0, way, row: 0, book)
      }
    }
  }

  private mutating func finish(_ book: Book) {
    let depth = book.used + PaginationTests.noteLines(book.notes)
    let lacks = Self.lines - depth
    var cost = book.cost + PageCosts.page + PageCosts.lastPage(book.used)
    if lacks < 0 && book.facing != lacks { cost += PageCosts.unlevel(by: lacks) }
    least[book.pages + 1] = min(least[book.pages + 1] ?? Int.max, cost)
  }
}
