import Geometry
import Testing
import Typesetting

@Suite struct LineBreakingLaws {
  /// Few enough words that all choices of breaks can be tried, and many.
  static func paragraphs(_ count: Int, words: ClosedRange<Int>) -> [[Item<String>]] {
    var random = SeededGenerator(state: UInt64(words.upperBound))
    return (0..<count).map { _ in
      randomParagraph(words: Int.random(in: words, using: &random), using: &random)
    }
  }

  static let shapes: [LineShape] = {
    var ragged = LineShape(rest: .points(70))
    ragged.end = Glue(extent: .zero, stretch: .points(15))
    return [
      LineShape(rest: .points(60)),
      LineShape(first: [.points(45), .points(75)], rest: .points(55)),
      ragged,
    ]
  }()

  /// All that counts happens in the first pass. In the last, as TeX does, the breaker takes no
  /// demerits for a line to a forced break that has only one way to be made: nothing is chosen
  /// there, but sums differ.
  static let onePass = LineBreakingParameters(
    passes: [.init(tolerance: 600), .init(tolerance: 600)])

  /// The same with all that TeX has not.
  static let restricted: [LineBreakingParameters] = [false, true].map { isStrict in
    var parameters = LineBreakingParameters(passes: [
      .init(tolerance: 600, tracksBeyond: 1.26, isStrict: isStrict), .init(tolerance: 600),
    ])
    parameters.mostHyphensInARow = 1
    parameters.shortestLastLine = .points(14)
    parameters.runt = .points(24)
    return parameters
  }

  @Test(arguments: shapes) func linesPartitionTheItems(shape: LineShape) {
    for items in Self.paragraphs(100, words: 1...80) {
      let broken = breakIntoLines(items, shape: shape, parameters: .livret)
      var next = 0
      for line in broken.lines {
        // Between two lines lie only what was broken at and what is lost at a line's start.
        for i in next..<line.items.lowerBound {
          if case .box = items[i] { Issue.record("a box is lost at \(i)") }
        }
        #expect(line.breakItem == line.items.upperBound)
        #expect(line.items.upperBound >= next)
        next = line.items.upperBound
      }
      #expect(next == items.count)
    }
  }

  @Test(arguments: shapes) func glueFillsEveryLineThatCanBeFilled(shape: LineShape) {
    for items in Self.paragraphs(100, words: 1...80) {
      for line in breakIntoLines(items, shape: shape, parameters: .livret).lines {
        var width = line.extent(of: shape.start) + line.extent(of: shape.end)
        var canStretch = shape.end.stretch > .zero
        for item in items[line.items] {
          switch item {
          case .box(let box): width += box.extent
          case .glue(let glue):
            width += line.extent(of: glue)
            canStretch = canStretch || glue.stretch > .zero
          case .penalty(let penalty): width += penalty.otherwise
          }
        }
        if let opening = line.opening, case .penalty(let penalty) = items[opening] {
          width += penalty.after
        }
        if let closing = line.closing, case .penalty(let penalty) = items[closing] {
          width += penalty.before
        }
        width += line.tracking - line.hang.start - line.hang.end
        if line.isOverfull {
          #expect(width > line.width)
        } else if canStretch || line.glueRatio < 0 {
          // Every glue is rounded to a whole unit.
          #expect(abs((width - line.width).units) <= line.items.count)
        }
      }
    }
  }

  @Test(arguments: shapes, [onePass] + restricted)
  func noChoiceOfBreaksIsBetter(shape: LineShape, parameters: LineBreakingParameters) {
    var feasible = 0
    for items in Self.paragraphs(150, words: 2...14) {
      let optima = Referee(items: items, shape: shape, parameters: parameters, pass: 0).optima()
      let broken = breakIntoLines(items, shape: shape, parameters: parameters)
      guard let least = optima.values.min() else { continue }
      feasible += 1
      #expect(broken.demerits == least)
      #expect(broken.lines.allSatisfy { !$0.isOverfull })
    }
    #expect(feasible > 40, "too few paragraphs can be broken at all")
  }

  @Test(arguments: shapes, [onePass] + restricted)
  func noOtherBreaksWithThatManyLinesAreBetter(
    shape: LineShape, parameters: LineBreakingParameters
  ) {
    var shorter = 0
    var longer = 0
    for items in Self.paragraphs(150, words: 2...14) {
      let optima = Referee(items: items, shape: shape, parameters: parameters, pass: 0).optima()
      guard let least = optima.values.min() else { continue }
      let variants = lineCountVariants(items, shape: shape, parameters: parameters)
      let count = variants.best.lines.count
      #expect(variants.best.demerits == least)
      for (variant, wanted) in [
        (variants.oneLineLess, count - 1), (variants.oneLineMore, count + 1),
      ] {
        #expect(variant?.demerits == optima[wanted])
        #expect(variant == nil || variant?.lines.count == wanted)
      }
      if variants.oneLineLess != nil { shorter += 1 }
      if variants.oneLineMore != nil { longer += 1 }
    }
    #expect(shorter + longer > 0)
  }

  /// The pass must be the first that the referee finds breaks in, too.
  @Test(arguments: shapes, [LineBreakingParameters.plainTeX, .livret])
  func theFirstPassThatCanSucceedDoes(shape: LineShape, parameters: LineBreakingParameters) {
    for items in Self.paragraphs(60, words: 2...12) {
      let broken = breakIntoLines(items, shape: shape, parameters: parameters)
      for pass in 0..<broken.pass {
        #expect(
          Referee(items: items, shape: shape, parameters: parameters, pass: pass).optima().isEmpty)
      }
      let optima = Referee(
        items: items, shape: shape, parameters: parameters, pass: broken.pass
      ).optima()
      if let least = optima.values.min() {
        let referee = Referee(
          items: items, shape: shape, parameters: parameters, pass: broken.pass)
        #expect(referee.demerits(ofBreaks: broken.lines.map(\.breakItem)) == least)
      } else {
        #expect(broken.pass == parameters.passes.count - 1)
      }
    }
  }

  @Test(arguments: shapes) func demeritsAddUp(shape: LineShape) {
    var added = 0
    for items in Self.paragraphs(60, words: 10...60) {
      let broken = breakIntoLines(items, shape: shape, parameters: .livret)
      let referee = Referee(items: items, shape: shape, parameters: .livret, pass: broken.pass)
      let demerits = referee.demerits(ofBreaks: broken.lines.map(\.breakItem))
      if broken.pass < 3 {
        #expect(broken.demerits == demerits)
        added += 1
      } else if let demerits {
        #expect(broken.demerits <= demerits)
      }
    }
    #expect(added > 10, "too few paragraphs are broken before the last pass")
  }

  @Test func loosenessGivesThatManyLinesMoreOrLess() {
    var tried = 0
    for items in Self.paragraphs(60, words: 60...120) {
      let shape = LineShape(rest: .points(140))
      let variants = lineCountVariants(items, shape: shape, parameters: Self.onePass)
      for (variant, looseness) in [(variants.oneLineLess, -1), (variants.oneLineMore, 1)] {
        guard let variant else { continue }
        var parameters = Self.onePass
        parameters.looseness = looseness
        #expect(breakIntoLines(items, shape: shape, parameters: parameters) == variant)
        tried += 1
      }
    }
    #expect(tried > 20)
  }

  @Test func aParagraphOfManyPagesIsVariedToo() {
    let items = Self.paragraphs(1, words: 4000...4000)[0]
    let parameters = LineBreakingParameters(passes: [.init(tolerance: 200)])
    let shape = LineShape(rest: .points(140))
    let variants = lineCountVariants(items, shape: shape, parameters: parameters)
    #expect(variants.best == breakIntoLines(items, shape: shape, parameters: parameters))
    let count = variants.best.lines.count
    #expect(count > 300)
    #expect(variants.oneLineLess?.lines.count == count - 1)
    #expect(variants.oneLineMore?.lines.count == count + 1)
  }

  @Test func noVariantIsWorseThanVariantsMayBe() {
    var needed = 0
    for items in Self.paragraphs(60, words: 20...60) {
      let shape = LineShape(rest: .points(90))
      let variants = lineCountVariants(items, shape: shape, parameters: .livret)
      let others = [variants.oneLineLess, variants.oneLineMore].compactMap(\.self)
      if variants.best.pass > 0 {
        needed += 1
        #expect(others.isEmpty)
      }
      for other in others {
        #expect(
          other.lines.allSatisfy {
            $0.badness <= LineBreakingParameters.livret.variantTolerance
          })
        #expect(other.demerits >= variants.best.demerits)
      }
    }
    #expect((1..<60).contains(needed))
  }

  @Test func aForcedBreakEndsALine() {
    for items in Self.paragraphs(60, words: 20...60) {
      let ends = Set(
        breakIntoLines(items, shape: Self.shapes[0], parameters: .livret).lines.map(\.breakItem))
      for (i, item) in items.enumerated() {
        if case .penalty(let penalty) = item, penalty.cost <= Penalty.forced {
          #expect(ends.contains(i))
        }
      }
    }
  }

  /// In a release build, with and without a look at other line counts:
  /// `swift test -c release -Xswiftc -enable-testing --filter LineBreakingLaws`
  @Test func aThousandLinesTakeLessThanFiftyMilliseconds() {
    var random = SeededGenerator(state: 9)
    let items = randomParagraph(words: 11_000, using: &random)
    let shape = LineShape(rest: .points(180))
    let clock = ContinuousClock()
    var count = 0
    func best(of run: () -> Int) -> Double {
      (0..<5).map { _ in clock.measure { count = run() } / .milliseconds(1) }.min() ?? 0
    }
    let plain = best { breakIntoLines(items, shape: shape, parameters: .livret).lines.count }
    let varied = best {
      lineCountVariants(items, shape: shape, parameters: .livret).best.lines.count
    }
    print("\(count) lines broken in \(plain) ms, and with other line counts in \(varied) ms")
    #expect(count >= 1000)
    #if !DEBUG
      #expect(plain < 50 && varied < 100)
    #endif
  }

  /// Sixteen times the lines must not take 256 times as long; other tests run beside this one.
  @Test func timeGrowsWithTheLength() {
    let clock = ContinuousClock()
    func milliseconds(lines: Int) -> Double {
      var random = SeededGenerator(state: 7)
      let items = randomParagraph(words: lines * 11, using: &random)
      var count = 0
      let times = (0..<3).map { _ in
        clock.measure {
          count =
            breakIntoLines(items, shape: LineShape(rest: .points(180)), parameters: .livret)
            .lines.count
        }
      }
      let least = (times.min() ?? .zero) / .milliseconds(1)
      print("\(count) lines broken in \(least) ms")
      return least
    }
    #expect(milliseconds(lines: 8000) < 80 * milliseconds(lines: 500))
  }
}
