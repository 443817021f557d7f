internal import Typesetting

extension PrintTestSheet {
  /// Beyond the margins' stairs and the ruler that stands upright.
  private var side: Double { Self.mm(28) }

  /// Page 1: what to do, and all that is measured on one side.
  var front: Page {
    var sketch = Sketch(scale: 1)
    drawMargins(in: &sketch)
    drawRulers(in: &sketch)
    drawCross(in: &sketch)
    return page(size, artifact(sketch) + topText + bottomText)
  }

  // MARK: Text

  private var topText: [Mark] {
    var marks: [Mark] = []
    let top = Self.mm(16) + 20 * scale
    let arrow = numeral("1", at: Spot(isMirrored ? side : width - side - 40 * scale, top))
    let measure = width - 2 * side
    let title = lettering.line(words.title, .heading, scale: scale)
    let x = isMirrored ? side + measure - title.width : side
    marks += [.open(Tag(.heading(level: 1)))] + title.marks.moved(by: Spot(x, top)) + [.close]
    _ = set(
      words.orientation, at: Spot(side, top + leading * 1.2), measure: measure, into: &marks)
    return marks + arrow
      + steps(
        [(1, [words.print, words.byHand]), (2, [words.turn, words.read])],
        top: top + leading * 2.9, measure: measure)
  }

  private var bottomText: [Mark] {
    steps(
      [(3, [words.ruler]), (4, [words.margin]), (5, [words.register])],
      top: height / 2 + halfBand + Self.mm(17),
      measure: width - 2 * side)
  }

  /// Numbered columns beside one another.
  private func steps(_ steps: [(Int, [String])], top: Double, measure: Double) -> [Mark] {
    var marks: [Mark] = []
    let gutter = 16 * scale
    let column = (measure + gutter) / Double(steps.count) - gutter
    let indent = 16 * scale
    for (index, step) in steps.enumerated() {
      let place = Double(isMirrored ? steps.count - 1 - index : index)
      let left = side + place * (column + gutter)
      let number = lettering.line(String(step.0), .strong, scale: scale)
      let x = isMirrored ? left + column - number.width : left
      marks += [.open(Tag(.paragraph))] + number.marks.moved(by: Spot(x, top)) + [.close]
      var y = top
      for text in step.1 {
        y = set(
          text, at: Spot(isMirrored ? left : left + indent, y), measure: column - indent,
          into: &marks)
      }
    }
    return marks
  }

  /// A number with an arrow that points to its head.
  func numeral(_ number: String, at place: Spot) -> [Mark] {
    let figure = lettering.line(number, .numeral(34 * scale))
    var sketch = Sketch(scale: 1.4 * scale)
    let x = place.x + figure.width + 10 * scale
    sketch.arrow(from: Spot(x, place.y), to: Spot(x, place.y - 24 * scale))
    return [.open(Tag(.paragraph))] + figure.marks.moved(by: place) + [.close]
      + artifact(sketch)
  }

  // MARK: Margins

  /// At each edge steps of a stair, each its own distance from the paper's edge.
  private func drawMargins(in sketch: inout Sketch) {
    let steps = 2...9
    let run = Self.mm(5.5)
    for step in steps {
      let depth = Self.mm(Double(step))
      let along = (Double(step) - 6) * run
      let (start, end) = (along + 0.5, along + run - 0.5)
      let label = depth + Self.mm(2.3)
      func number(_ spot: Spot) {
        sketch.number(step, about: spot, height: Self.mm(2.2))
      }
      for isFar in [false, true] {
        let x = isFar ? width - depth : depth
        let y = isFar ? height - depth : depth
        sketch.polyline([Spot(middle.x + start, y), Spot(middle.x + end, y)], .edge)
        sketch.polyline([Spot(x, middle.y + start), Spot(x, middle.y + end)], .edge)
        let centre = (start + end) / 2
        number(Spot(middle.x + centre, isFar ? height - label : label))
        number(Spot(isFar ? width - label : label, middle.y + centre))
      }
    }
  }

  // MARK: Rulers

  /// 100 mm across and along.
  private func drawRulers(in sketch: inout Sketch) {
    let across = Spot(middle.x - Self.mm(50), height / 2 + halfBand + Self.mm(5))
    let along = Spot(Self.mm(16), middle.y - Self.mm(50))
    for millimetre in 0...100 {
      let tick = Self.mm(millimetre % 10 == 0 ? 4 : millimetre % 5 == 0 ? 3 : 1.8)
      let distance = Self.mm(Double(millimetre))
      sketch.polyline(
        [across + Spot(distance, 0), across + Spot(distance, tick)], .rule)
      sketch.polyline([along + Spot(0, distance), along + Spot(tick, distance)], .rule)
      if millimetre % 50 == 0 {
        let label = Self.mm(6.5)
        sketch.number(
          millimetre, about: across + Spot(distance, label - Self.mm(0.3)), height: Self.mm(2.2))
        sketch.number(
          millimetre, about: along + Spot(label + Self.mm(1), distance), height: Self.mm(2.2))
      }
    }
    sketch.polyline([across, across + Spot(Self.mm(100), 0)], .rule)
    sketch.polyline([along, along + Spot(0, Self.mm(100))], .rule)
  }

  // MARK: Register

  /// A cross, with the verniers that slide along page 2's scales: nine tenths of a millimetre apart,
  /// so that of five lines on each side one meets a line behind it, and its number counts tenths.
  private func drawCross(in sketch: inout Sketch) {
    let reach = Self.reach
    sketch.polyline([middle + Spot(-reach, 0), middle + Spot(reach, 0)], .rule)
    sketch.polyline([middle + Spot(0, -reach), middle + Spot(0, reach)], .rule)
    for line in -5...5 where line != 0 {
      let along = Self.mm(0.9 * Double(line))
      for side in [-1.0, 1.0] {
        let (far, near) = (side * Self.scaleDistance, side * (Self.scaleDistance - Self.mm(2)))
        sketch.polyline([middle + Spot(along, far), middle + Spot(along, near)], .rule)
        sketch.polyline([middle + Spot(far, along), middle + Spot(near, along)], .rule)
      }
    }
  }
}
