import Geometry
import Testing
import Typesetting

@Suite struct LineBreakingExamples {
  let typewriter = Typewriter()
  /// For text whose spaces stay as they are.
  let rigid: Typewriter = {
    var rigid = Typewriter()
    rigid.space = Glue(extent: .points(1))
    return rigid
  }()

  private func lines(_ text: String, width: Double) -> String {
    let items = typewriter.items(text)
    let shape = LineShape(rest: .points(width))
    return drawnAsText(breakIntoLines(items, shape: shape, parameters: .livret), of: items)
  }

  /// A line may have a letter or two more than forty: its spaces shrink.
  @Test func theFrogKing() {
    #expect(
      lines(frogKing, width: 40) == """
        In the old days, when a wish could still
        come true, there was a king whose daugh-
        ters were all lovely to look at; but the
        youngest was so beautiful that the sun
        itself, which has seen so much, wondered
        each time it shone upon her face. Near the
        king's castle lay a great dark wood, and
        in the wood, under an old linden tree, was
        a well. When the day was warm the princess
        went out into the wood and sat down at
        the edge of the cool well; and when the
        time grew long, she took a golden ball,
        threw it up high and caught it; and this
        ball was the plaything she liked best of
        all.
        """)
  }

  /// "youngest was so beautiful that the sun" stays short, rather than take "itself," and leave
  /// the next line shorter still.
  @Test func raggedRight() {
    var shape = LineShape(rest: .points(40))
    shape.end = Glue(extent: .zero, stretch: .points(6))
    let items = rigid.items(frogKing)
    let broken = breakIntoLines(items, shape: shape, parameters: .livret)
    #expect(
      drawnAsText(broken, of: items) == """
        In the old days, when a wish could still
        come true, there was a king whose daugh-
        ters were all lovely to look at; but the
        youngest was so beautiful that the sun
        itself, which has seen so much, wondered
        each time it shone upon her face. Near
        the king's castle lay a great dark wood,
        and in the wood, under an old linden
        tree, was a well. When the day was warm
        the princess went out into the wood and
        sat down at the edge of the cool well;
        and when the time grew long, she took a
        golden ball, threw it up high and caught
        it; and this ball was the plaything she
        liked best of all.
        """)
    #expect(broken.lines.allSatisfy { $0.naturalWidth <= $0.width })
  }

  @Test func centred() {
    var shape = LineShape(rest: .points(30))
    shape.start = Glue(extent: .zero, stretch: .points(8))
    shape.end = shape.start
    var centring = rigid
    centring.filling = Glue(extent: .zero)
    let items = centring.items(
      "The king's daugh|ter and the frog at the well un|der the lin|den tree")
    let broken = breakIntoLines(items, shape: shape, parameters: .livret)
    #expect(
      drawnAsText(broken, of: items) == """
        The king's daughter and
        the frog at the well
        under the linden tree
        """)
    for line in broken.lines {
      let margin = line.extent(of: shape.start)
      #expect(abs((margin * 2 + line.naturalWidth - line.width).units) <= 1)
    }
  }

  @Test func besideAnInitialTwoLinesHigh() {
    let shape = LineShape(first: [.points(30), .points(30)], rest: .points(40))
    let items = typewriter.items(frogKing)
    let broken = breakIntoLines(items, shape: shape, parameters: .livret)
    #expect(broken.lines.prefix(3).map(\.width) == [.points(30), .points(30), .points(40)])
    #expect(
      drawnAsText(broken, of: items).hasPrefix(
        """
        In the old days, when a wish
        """))
    #expect(broken.lines.allSatisfy { !$0.isOverfull && $0.badness <= 800 })
  }

  @Test func aHundredLinesAndMore() {
    let items = typewriter.items(Array(repeating: frogKing, count: 10).joined(separator: " "))
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(40)), parameters: .livret)
    #expect(broken.lines.count >= 100)
    #expect(broken.pass == 0)
    #expect(broken.lines.allSatisfy { $0.badness <= 200 })
  }

  /// A forced break fills its line by its own glue, and the next line starts afresh.
  @Test func aForcedBreak() {
    #expect(
      lines("Dear king,¶come to the well under the linden tree at noon.", width: 24) == """
        Dear king,
        come to the well under
        the linden tree at noon.
        """)
  }

  @Test func wordsTiedTogetherStayTogether() {
    #expect(
      lines("There were a hundred golden balls in the well, or 100~000.", width: 20) == """
        There were a hundred
        golden balls in the
        well, or 100 000.
        """)
  }
}

/// Where no breaks are good, there are lines all the same.
@Suite struct LinesThatCannotBeGood {
  let typewriter = Typewriter()

  @Test func aWordWiderThanTheLineIsOverfullAndAlone() {
    let items = typewriter.items(
      "The king said https://example.org/frogs/and/their/wells/index and wept a little")
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(
      drawnAsText(broken, of: items) == """
        The king said
        https://example.org/frogs/and/their/wells/index
        and wept a little
        """)
    #expect(broken.lines.map(\.isOverfull) == [false, true, false])
    #expect(broken.pass == 4)
  }

  /// The last pass takes any loose line rather than one that sticks out.
  @Test func aLineTooLooseForAnyToleranceIsSetLooseNotOverfull() {
    let items = typewriter.items("No extraordinarily-long-winded words")
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(28)), parameters: .livret)
    #expect(broken.lines.count == 3)
    #expect(broken.lines.filter(\.isOverfull).isEmpty)
  }

  @Test func aSingleWord() {
    let items = typewriter.items("frog")
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(broken.lines.map(\.items) == [0..<3])
    #expect(broken.lines.first?.stretchOrder == 1)
    #expect(broken.lines.first?.glueRatio == 16)
  }

  @Test func nothingAtAll() {
    let none = breakIntoLines(
      [Item<String>](), shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(none.lines.isEmpty)
  }

  @Test func blanksAlone() {
    let blank = [Item<String>](repeating: .glue(Glue(extent: .points(1))), count: 3)
    let broken = breakIntoLines(blank, shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(broken.lines.map(\.items) == [0..<3])
  }

  @Test func moreForcedBreaksThanText() {
    let items = typewriter.items("¶¶¶frog¶¶")
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(drawnAsText(broken, of: items) == "\n\n\nfrog\n\n")
  }

  @Test func aForcedBreakAtTheEndMakesNoLineOfItsOwn() {
    let items = typewriter.items("frog") + [.penalty(Penalty(cost: Penalty.forced))]
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(20)), parameters: .livret)
    #expect(broken.lines.count == 1)
  }
}

@Suite struct Hyphens {
  let typewriter = Typewriter()

  @Test func aHyphenatedLineNamesItsHyphen() throws {
    let items = typewriter.items("A king whose daugh|ters were love|ly")
    let broken = breakIntoLines(items, shape: LineShape(rest: .points(19)), parameters: .livret)
    #expect(drawnAsText(broken, of: items) == "A king whose daugh-\nters were lovely")
    let closing = try #require(broken.lines[0].closing)
    #expect(broken.lines[0].breakItem == closing)
    #expect(broken.lines[1].opening == closing)
    #expect(broken.lines[0].naturalWidth == .points(19))
    guard case .penalty(let penalty) = items[closing] else {
      Issue.record("the line ends at \(items[closing])")
      return
    }
    #expect(penalty.isFlagged)
  }

  /// As in old German, where Zuk-ker comes of Zucker.
  @Test func theWordMayReadDifferentlyWhenBroken() {
    let items: [Item<String>] = [
      .box(Box(extent: .points(2), material: "Zu")),
      .penalty(
        Penalty(
          cost: 0, before: .points(2), after: .points(1), otherwise: .points(2), isFlagged: true)),
      .box(Box(extent: .points(2), material: "er")),
    ]
    func widths(_ width: Double) -> [Length] {
      breakIntoLines(items, shape: LineShape(rest: .points(width)), parameters: .livret)
        .lines.map(\.naturalWidth)
    }
    #expect(widths(6) == [.points(6)])
    #expect(widths(4) == [.points(4), .points(3)])
  }

  @Test func theFirstPassOfPlainTeXDoesWithoutThem() {
    let items = typewriter.items("A king whose daugh|ters")
    func pass(_ width: Double) -> (Int, String) {
      let broken = breakIntoLines(
        items, shape: LineShape(rest: .points(width)), parameters: .plainTeX)
      return (broken.pass, drawnAsText(broken, of: items))
    }
    #expect(pass(12) == (0, "A king whose\ndaughters"))
    #expect(pass(19) == (1, "A king whose daugh-\nters"))
  }

  @Test func aDearHyphenIsAvoided() {
    var dear = typewriter
    dear.hyphenCost = 5000
    let tolerant = LineBreakingParameters(passes: [.init(tolerance: 5000)])
    func hyphens(_ items: [Item<String>]) -> Int {
      breakIntoLines(items, shape: LineShape(rest: .points(40)), parameters: tolerant)
        .lines.count { $0.closing != nil }
    }
    #expect(hyphens(typewriter.items(frogKing)) == 1)
    #expect(hyphens(dear.items(frogKing)) == 0)
  }
}

/// What plain TeX does not know: how lines end beside one another and at the paragraph's end.
@Suite struct HyphensInARow {
  let typewriter = Typewriter()
  /// Each line would end with a hyphen, if it might.
  let words = "ab|cdef ghij|klmn opqr|stuv wxyz|abcd efgh|ijkl mnop|qrst uvwx"

  private func broken(
    _ text: String, width: Double, _ change: (inout LineBreakingParameters) -> Void
  ) -> BrokenParagraph {
    var parameters = LineBreakingParameters(passes: [
      .init(tolerance: 300), .init(tolerance: 10_000),
      .init(tolerance: 10_000, isStrict: false),
    ])
    change(&parameters)
    return breakIntoLines(
      typewriter.items(text), shape: LineShape(rest: .points(width)), parameters: parameters)
  }

  private func longestLadder(_ paragraph: BrokenParagraph) -> Int {
    var longest = 0
    var run = 0
    for line in paragraph.lines {
      run = line.closing == nil ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest
  }

  @Test(arguments: [1, 2, 3]) func noMoreThanThatMany(most: Int) {
    let free = broken(words, width: 10) { $0.doubleHyphenDemerits = 0 }
    #expect(longestLadder(free) > 3)
    let limited = broken(words, width: 10) {
      $0.doubleHyphenDemerits = 0
      $0.mostHyphensInARow = most
    }
    #expect(longestLadder(limited) <= most)
    #expect(limited.lines.allSatisfy { !$0.isOverfull })
  }

  /// Where syllables fit and words do not, hyphens come in any number, and no line sticks out.
  @Test func unlessThereIsNoOtherWay() {
    let paragraph = broken("abcdef|ghijkl|mnopqr|stuvwx|yzabcd|efghij", width: 7.2) {
      $0.mostHyphensInARow = 2
    }
    #expect(paragraph.pass == 2)
    #expect(longestLadder(paragraph) == 5)
    #expect(paragraph.lines.allSatisfy { !$0.isOverfull })
  }

  @Test func noLastLineIsShorterThanTheIndentWhereAnotherIsFeasible() {
    let text = "aaaa bbbb cccc dddd eeee ffff gg"
    func lines(_ shortest: Double) -> String {
      var lines = typewriter
      lines.space.stretch = .points(2)
      let items = lines.items(text)
      var parameters = LineBreakingParameters(passes: [
        .init(tolerance: 10_000), .init(tolerance: 10_000, isStrict: false),
      ])
      parameters.shortestLastLine = .points(shortest)
      return drawnAsText(
        breakIntoLines(items, shape: LineShape(rest: .points(14)), parameters: parameters),
        of: items)
    }
    #expect(lines(0) == "aaaa bbbb cccc\ndddd eeee ffff\ngg")
    #expect(lines(3) == "aaaa bbbb\ncccc dddd eeee\nffff gg")
  }

  @Test func aParagraphOfOneLineIsAsShortAsItIs() {
    let paragraph = broken("Yes.", width: 14) { $0.shortestLastLine = .points(6) }
    #expect(paragraph.pass == 0 && paragraph.lines.count == 1)
  }

  /// "daugh-" / "ters" leaves less than a runt; the whole word does not.
  @Test func noHyphenBeforeARunt() {
    func lines(_ runt: Double) -> String {
      let text = "The king had two daugh|ters"
      let items = typewriter.items(text)
      var parameters = LineBreakingParameters(passes: [
        .init(tolerance: 10_000), .init(tolerance: 10_000, isStrict: false),
      ])
      parameters.runt = .points(runt)
      return drawnAsText(
        breakIntoLines(items, shape: LineShape(rest: .points(23)), parameters: parameters),
        of: items)
    }
    #expect(lines(4) == "The king had two daugh-\nters")
    #expect(lines(6) == "The king had two\ndaughters")
  }

  @Test func plainTeXKnowsNoneOfThis() {
    let parameters = LineBreakingParameters.plainTeX
    #expect(parameters.mostHyphensInARow == nil)
    #expect(parameters.shortestLastLine == .zero && parameters.runt == .zero)
    #expect(parameters.passes.allSatisfy { $0.tracksBeyond == nil })
  }
}
