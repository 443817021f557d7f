internal import Geometry
internal import Imposition
internal import Typesetting

extension PrintTestSheet {
  /// Page 2 without its answers: the scales on which page 1's cross is read against the light.
  ///
  /// Whoever looks at page 2 sees where page 1's middle lies in its own sense, to the right and down:
  /// just as far must page 2 be moved.
  var back: Page {
    var sketch = Sketch(scale: 1)
    let distance = Self.scaleDistance
    for half in -10...10 {
      let along = Self.mm(Double(half) / 2)
      let tick = Self.mm(half % 10 == 0 ? 3.2 : half % 2 == 0 ? 2.4 : 1.4)
      sketch.polyline(
        [middle + Spot(along, -distance), middle + Spot(along, -distance - tick)], .rule)
      sketch.polyline(
        [middle + Spot(-distance, along), middle + Spot(-distance - tick, along)], .rule)
      guard half % 10 == 0 else { continue }
      let label = distance + Self.mm(5.4)
      drawLabel(half / 2, about: middle + Spot(along, -label), in: &sketch)
      drawLabel(half / 2, about: middle + Spot(-label - Self.mm(0.6), along), in: &sketch)
    }
    return page(size, artifact(sketch))
  }

  private func drawLabel(_ value: Int, about place: Spot, in sketch: inout Sketch) {
    let height = Self.mm(2.2)
    sketch.number(abs(value), about: place, height: height)
    if value < 0 {
      sketch.polyline([place + Spot(-height, 0), place + Spot(-height * 0.5, 0)], .rule)
    }
  }

  // MARK: Answers

  private var answerSize: Size {
    isWide
      ? Size(
        width: .points(min(Self.mm(100) * scale, middle.x - Self.reach - Self.mm(28))),
        height: .points(halfBand * 2 - 8 * scale))
      : Size(
        width: .points(Self.mm(128) * scale),
        height: .points(halfBand - Self.reach - 8 * scale))
  }

  /// Of the answer that stands upright, at the top left.
  var answerCorner: Spot {
    isWide
      ? Spot(
        middle.x - Self.reach - Self.mm(2) - answerSize.width.points,
        middle.y - answerSize.height.points / 2)
      : Spot(middle.x - answerSize.width.points / 2, middle.y - halfBand + 4 * scale)
  }

  /// What to type if this half of page 2 is upright.
  func answers(isUpright: Bool) -> Page {
    let width = answerSize.width.points
    let indent = 52 * scale
    let measure = width - indent
    let left = isMirrored ? 0 : indent
    var y = 12 * scale
    var marks = numeral("2", at: Spot(isMirrored ? width - 36 * scale : 0, 24 * scale))
    let rows: [(String, PrintTestAnswer.Way)] = [
      (words.inOneGo, .inOneGo), (words.blankSide, .blankSide), (words.sameSide, .sameSide),
    ]
    for (condition, way) in rows {
      let profile = PrintTestAnswer(way: way, isUpright: isUpright).profile(on: size)
      y = set(condition, at: Spot(left, y), measure: measure, into: &marks)
      let typed = typed("--printer \(profile.typed)", within: measure)
      let x = isMirrored ? left + measure - typed.width : left
      marks += [.open(Tag(.code))] + typed.marks.moved(by: Spot(x, y)) + [.close]
      y += leading * 1.35
    }
    y -= leading * 0.35
    y = set(words.sameSideHint, at: Spot(left, y), measure: measure, into: &marks)
    return page(answerSize, marks)
  }

  /// In one piece, for that is how it is typed.
  private func typed(_ words: String, within measure: Double) -> Lettering.Line {
    let line = lettering.line(words, .typed, scale: scale, direction: .leftToRight)
    guard line.width > measure else { return line }
    return lettering.line(
      words, .typed, scale: scale * measure / line.width, direction: .leftToRight)
  }
}
