import Geometry
import Testing
import Typesetting

/// Decisions of TeX's that few paragraphs show, each in its smallest example.
@Suite("TeX's details") struct TeXDetails {
  private func box(_ width: Double) -> Item<String> {
    .box(Box(extent: .points(width), material: "x"))
  }
  private func glue(_ width: Double, stretch: Double = 0, shrink: Double = 0) -> Item<String> {
    .glue(Glue(extent: .points(width), stretch: .points(stretch), shrink: .points(shrink)))
  }
  private func penalty(_ cost: Int) -> Item<String> { .penalty(Penalty(cost: cost)) }
  private let end: [Item<String>] = [
    .penalty(Penalty(cost: Penalty.forbidden)),
    .glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)),
  ]

  private func broken(
    _ items: [Item<String>], width: Double = 10,
    _ change: (inout LineBreakingParameters) -> Void = { _ in }
  ) -> BrokenParagraph {
    // What the last pass has no choice about costs nothing there: nothing counts in it here.
    var parameters = LineBreakingParameters(passes: [
      .init(tolerance: 200), .init(tolerance: 200),
    ])
    parameters.demeritsLimit = LineBreakingParameters.plainTeX.demeritsLimit
    change(&parameters)
    return breakIntoLines(items, shape: LineShape(rest: .points(width)), parameters: parameters)
  }

  private func breaks(_ paragraph: BrokenParagraph) -> [Int] { paragraph.lines.map(\.breakItem) }

  // MARK: Demerits

  /// (10 + 100)² for a line stretched to all it should give, (10 + 0)² for the last.
  @Test func aLineCostsTheSquareOfItsBadness() {
    let words = [box(4), glue(1, stretch: 1), box(4)]
    let paragraph = broken(words + [glue(1), box(9)] + end)
    #expect(paragraph.lines.map(\.badness) == [100, 0])
    #expect(
      paragraph.demerits == 110 * 110 + 10 * 10 + 20_000,
      "and two clashes: very loose beside decent before it and behind it")
  }

  @Test(arguments: [(70, 4_900), (0, 0), (-70, -4_900), (-10_000, 0)])
  func penaltiesAddOrTakeTheirSquare(cost: Int, square: Int) {
    let paragraph = broken([box(10), penalty(cost), glue(1), box(5)] + end)
    #expect(breaks(paragraph) == [1, 6])
    #expect(paragraph.demerits == 100 + square + 100)
  }

  /// (10 + 100)² - 115² is less than the 10² of a perfect line.
  @Test(arguments: [(-115, 3), (-105, 5)])
  func aBonusMayBeWorthALooseLine(cost: Int, lineEnd: Int) {
    let words = [box(4), glue(1, stretch: 1), box(4), penalty(cost), box(1)]
    let paragraph = broken(words + [glue(1), box(5)] + end) { $0.clashDemerits = 0 }
    #expect(paragraph.lines.first?.breakItem == lineEnd)
  }

  /// In 31 bits, a path that costs 2³⁰ − 1 is no path: the last pass goes on from the last active
  /// break as if its line cost nothing.
  @Test func sumsBeyondThirtyBitsAreNone() {
    let line: [Item<String>] = [box(5), penalty(0), glue(1)]
    let items = Array(repeating: line, count: 15).flatMap(\.self) + [box(5)] + end
    func demerits(limit: Int) -> Int {
      broken(items, width: 8) {
        $0.passes = [.init(tolerance: 10_000), .init(tolerance: 10_000)]
        $0.clashDemerits = 0
        $0.demeritsLimit = limit
      }.demerits
    }
    // Fifteen lines without stretch: 100,000,000 each.
    #expect(demerits(limit: 1 << 60) == 1_500_000_100)
    #expect(demerits(limit: (1 << 30) - 1) < (1 << 30) - 1)
  }

  // MARK: Fitness

  /// Beyond 12 a line that shrinks is tight, and one that stretches is loose: these two clash.
  @Test(arguments: [(1.98, 13, true), (2.03, 12, false)])
  func neighboursMayDifferByOneClass(shrink: Double, badness: Int, clashes: Bool) {
    let first = [box(5), glue(1, shrink: shrink), box(5), penalty(-10_000)]
    let second = [box(4), glue(1, stretch: 1.5), box(4), penalty(-10_000)]
    let paragraph = broken(first + second + [box(3)] + end)
    #expect(paragraph.lines.map(\.badness) == [badness, 30, 0])
    let squares = (10 + badness) * (10 + badness) + 40 * 40 + 10 * 10
    #expect(paragraph.demerits == squares + (clashes ? 10_000 : 0))
  }

  /// Of the ways to one break, one of each class is kept: the dearer may clash less later.
  @Test func theDearerWayMayBeTheBetter() {
    var random = SeededGenerator(state: 11)
    var differs = 0
    for _ in 0..<800 {
      let items = randomParagraph(words: 12, using: &random)
      let shape = LineShape(rest: .points(60))
      func parameters(clash: Int) -> LineBreakingParameters {
        var parameters = LineBreakingParameters(passes: [
          .init(tolerance: 800), .init(tolerance: 800),
        ])
        parameters.clashDemerits = clash
        return parameters
      }
      let costly = breakIntoLines(items, shape: shape, parameters: parameters(clash: 50_000))
      let free = breakIntoLines(items, shape: shape, parameters: parameters(clash: 0))
      guard costly.pass == 0 else { continue }
      let referee = Referee(
        items: items, shape: shape, parameters: parameters(clash: 50_000), pass: 0)
      #expect(costly.demerits == referee.optima().values.min())
      if breaks(costly) != breaks(free) { differs += 1 }
    }
    #expect(differs > 5)
  }

  // MARK: Ties

  /// Of two ways that cost the same the later active break wins, as TeX's `d <= minimal` has it:
  /// three boxes on two lines, of which either may have two.
  @Test func ofEqualsTheLaterWins() {
    var shape = LineShape(rest: .points(8))
    shape.end = Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)
    let paragraph = breakIntoLines(
      [box(3), penalty(0), box(3), penalty(0), box(3)] + end, shape: shape,
      parameters: LineBreakingParameters(passes: [.init(tolerance: 200), .init(tolerance: 200)]))
    #expect(paragraph.demerits == 200)
    #expect(breaks(paragraph) == [3, 7])
  }

  // MARK: What is lost at a break

  @Test func anExplicitKernIsLostAfterABreakAsGlueIs() {
    // As the corpus's reader has it: a place to break before glue, and glue that cannot be one.
    let kern = [penalty(0), glue(2)]
    let paragraph = broken([box(10)] + kern + [glue(1), box(10)] + end)
    #expect(breaks(paragraph) == [1, 7])
    #expect(paragraph.lines.map(\.naturalWidth) == [.points(10), .points(10)])
  }

  @Test func aKernThatStaysKeepsTheGlueBehindItABreak() {
    let paragraph = broken([box(8), box(2), glue(1), box(10)] + end)
    #expect(breaks(paragraph) == [2, 6])
  }

  @Test func emptyBoxesAreNotLost() {
    let paragraph = broken([box(10), glue(1), box(0), glue(4), box(6)] + end)
    #expect(paragraph.lines.map(\.naturalWidth) == [.points(10), .points(10)])
  }

  @Test func textThatABreakBringsKeepsTheGlueBehindIt() {
    func widths(after: Double) -> [Length] {
      let hyphen = Item<String>.penalty(
        Penalty(cost: 50, before: .points(1), after: .points(after), isFlagged: true))
      return broken([box(9), hyphen, glue(2), box(5)] + end).lines.map(\.naturalWidth)
    }
    #expect(widths(after: 0) == [.points(10), .points(5)])
    #expect(widths(after: 1) == [.points(10), .points(8)])
  }

  // MARK: Passes

  /// A hyphen that stands there anyway is no hyphenation: the first pass may break at it.
  @Test func theFirstPassBreaksAtTheAuthorsHyphens() {
    func pass(before: Double, otherwise: Double) -> Int {
      let hyphen = Item<String>.penalty(
        Penalty(
          cost: 50, before: .points(before), otherwise: .points(otherwise), isFlagged: true))
      return broken([box(9), hyphen, box(6)] + end) {
        $0.passes = [.init(tolerance: 100, hyphenates: false), .init(tolerance: 200)]
      }.pass
    }
    #expect(pass(before: 1, otherwise: 1) == 0)
    #expect(pass(before: 1, otherwise: 0) == 1)
  }

  @Test func emergencyStretchTellsBadLinesFromWorseOnes() {
    // Stretched by five times what it should, and by two and a half once an em is added.
    let items = [box(3), glue(1, stretch: 1), box(1), glue(1, stretch: 1), box(9)] + end
    let paragraph = broken(items) {
      $0.passes = [
        .init(tolerance: 1_600), .init(tolerance: 1_600, emergencyStretch: .points(1)),
      ]
    }
    #expect(paragraph.pass == 1)
    #expect(breaks(paragraph) == [3, 7])
    #expect(paragraph.lines[0].badness == 10_000, "what is pretended is not there")
  }

  @Test func noFeasibleBreakLeavesLinesOverfullOneByOne() {
    let items =
      (0..<5).flatMap { _ in [box(12), glue(1, stretch: 0.5, shrink: 0.3)] }.dropLast() + end
    let paragraph = broken(items)
    #expect(paragraph.lines.count == 5)
    #expect(paragraph.lines.map(\.isOverfull) == [true, true, true, true, true])
    #expect(paragraph.demerits == 0, "TeX's artificial demerits")
  }

  @Test func aToleranceBeyondTenThousandIsTenThousand() {
    let items = [box(12), glue(1), box(3)] + end
    #expect(broken(items) { $0.passes = [.init(tolerance: 20_000)] }.lines[0].isOverfull)
    let loose = [box(2), glue(1), box(9)] + end
    #expect(breaks(broken(loose) { $0.passes = [.init(tolerance: 20_000)] }) == [1, 5])
  }

  // MARK: Looseness

  private static func words(seed: UInt64) -> [Item<String>] {
    var random = SeededGenerator(state: seed)
    return (0..<120).flatMap { _ -> [Item<String>] in
      let width = Length.points(Double.random(in: 4...16, using: &random))
      return [
        .box(Box(extent: width, material: "x")),
        .glue(Glue(extent: .points(3), stretch: .points(3), shrink: .points(1))),
      ]
    }.dropLast()
  }

  @Test(arguments: [-3, -1, 0, 1, 2, 40])
  func loosenessIsMetAsNearlyAsItCan(looseness: Int) {
    var met = 0
    for seed in 1...10 as ClosedRange<UInt64> {
      func count(_ looseness: Int) -> Int {
        broken(Self.words(seed: seed) + end, width: 80) {
          $0.passes = [.init(tolerance: 800)]
          $0.looseness = looseness
        }.lines.count
      }
      let reached = count(looseness) - count(0)
      #expect((min(looseness, 0)...max(looseness, 0)).contains(reached))
      if reached == looseness { met += 1 }
    }
    switch looseness {
    case 0, 1, 2: #expect(met == 10)
    case -1: #expect((1..<10).contains(met))
    default: #expect(met == 0)
    }
  }

  // MARK: Shapes

  /// As \hangindent with \hangafter=-2 and \parindent on the first of them.
  @Test func hangingFirstLines() {
    let shape = LineShape(first: [.points(60), .points(70)], rest: .points(80))
    let paragraph = breakIntoLines(
      Self.words(seed: 5) + end, shape: shape,
      parameters: LineBreakingParameters(passes: [.init(tolerance: 800)]))
    #expect(paragraph.lines.prefix(4).map(\.width.points) == [60, 70, 80, 80])
    let referee = Referee(
      items: Self.words(seed: 5) + end, shape: shape,
      parameters: LineBreakingParameters(passes: [.init(tolerance: 800)]), pass: 0)
    #expect(referee.demerits(ofBreaks: breaks(paragraph)) == paragraph.demerits)
  }
}
