internal import Geometry
internal import Imposition
internal import Typesetting

/// Sets instructions on one page: a title, steps in two columns, and what it all takes at the foot.
struct InstructionSheet {
  let instructions: Instructions
  let lettering: Lettering
  let size: Size

  /// To an A4 page.
  private var scale: Double {
    min(size.width / Paper.a4.size.width, size.height / Paper.a4.size.height)
  }
  private var isMirrored: Bool { lettering.direction == .rightToLeft }
  private var margin: Double { 43 * scale }
  private var gutter: Double { 28 * scale }
  private var leading: Double { Lettering.leading * scale }
  private var width: Double { size.width.points }
  private var measure: Double { width - 2 * margin }
  private var columnWidth: Double { (measure - gutter) / 2 }
  private var top: Double { 106 * scale + furtherLines }
  /// Between a step's number and what is said of it.
  private var indent: Double { 24 * scale }
  private var headHeight: Double { 28 * scale }
  /// Between a drawing and the first line below it, and between a step and the next at least;
  /// less where there are so many steps that the drawings would not have enough.
  private var figureGap: Double { (instructions.steps.count > 6 ? 18 : 24) * scale }
  private var rowGap: Double { 14 * scale }

  private struct Row {
    var first: Int
    var steps: [Instructions.Step]
  }

  /// What is counted may take so much of a line before it is broken.
  private static let factWidth = 58.0
  private var footTop: Double { size.height.points - 92 * scale }

  func page() -> Page {
    var marks = header
    let steps = instructions.steps
    let rows = stride(from: 0, to: steps.count, by: 2).map { first in
      Row(first: first, steps: Array(steps[first..<min(first + 2, steps.count)]))
    }
    let text = rows.map { $0.steps.map(textHeight(of:)).max() ?? 0 }
    let captions = rows.map { row in
      row.steps.map { FigureDrawing.foot(of: $0.figure, scale: scale) }.max() ?? 0
    }
    let fixed = text.reduce(0) { $0 + $1 + headHeight + figureGap }
    // Drawings share what texts leave, and those of one row stand on one line.
    let count = Double(max(rows.count, 1))
    let free = footTop - top - fixed - captions.reduce(0, +)
    let most = min(max(free / count - rowGap, 34 * scale), 112 * scale)
    let drawn = rows.map { row in
      row.steps.map {
        FigureDrawing.height(
          of: $0.figure, width: columnWidth - indent, atMost: most, lettering, scale: scale)
      }.max() ?? 0
    }
    let gap = min((footTop - top - fixed - drawn.reduce(0, +)) / count, 50 * scale)
    var y = top
    for (index, row) in rows.enumerated() {
      for (column, step) in row.steps.enumerated() {
        let x = margin + Double(isMirrored ? 1 - column : column) * (columnWidth + gutter)
        marks += self.marks(
          of: step, number: row.first + column + 1, at: Spot(x, y), figureHeight: drawn[index])
      }
      y += headHeight + drawn[index] + figureGap + text[index] + gap
    }
    return Page(kind: .body, side: .recto, folio: "1", size: size, marks: marks + foot)
  }

  // MARK: Head and foot

  private var title: [Lettering.Line] {
    lettering.lines(instructions.title, .heading, scale: scale, measure: measure)
  }

  /// What a title of several lines adds to the head.
  private var furtherLines: Double { 21 * scale * Double(max(title.count - 1, 0)) }

  private var header: [Mark] {
    var marks: [Mark] = []
    for (index, line) in title.enumerated() {
      marks += set(line, at: margin, margin + (16 + 21 * Double(index)) * scale)
    }
    let heading = lettering.line(instructions.heading, scale: scale)
    return element(.heading(level: 1), marks)
      + element(.paragraph, set(heading, at: margin, margin + 34 * scale + furtherLines))
      + rule(at: margin + 44 * scale + furtherLines)
  }

  private var foot: [Mark] {
    let facts = instructions.facts.map { fact in
      let value = lettering.line(fact.value, .heading, scale: scale)
      var room = max(value.width, Self.factWidth * scale)
      var name = lettering.lines(fact.name, scale: scale, measure: room)
      // Heads of columns, not paragraphs.
      while name.count > 2, room < measure {
        room += 4 * scale
        name = lettering.lines(fact.name, scale: scale, measure: room)
      }
      return (value: value, name: name, width: max(value.width, name.map(\.width).max() ?? 0))
    }
    let used = facts.reduce(0) { $0 + $1.width }
    let gap = min((measure - used) / Double(max(facts.count - 1, 1)), 44 * scale)
    let rows = Double(facts.map(\.name.count).max() ?? 1)
    var marks = rule(at: footTop + 4 * scale)
    var x = margin
    for fact in facts {
      let left = isMirrored ? width - x - fact.width : x
      var paragraph: [Mark] = []
      for (row, line) in fact.name.enumerated() {
        let place = Double(row) + rows - Double(fact.name.count)
        let y = footTop + 22 * scale + leading * place * 0.92
        paragraph += set(line, at: left, y, width: fact.width)
      }
      let y = footTop + 30 * scale + leading * rows * 0.92
      paragraph += set(fact.value, at: left, y, width: fact.width)
      marks += element(.paragraph, paragraph)
      x += fact.width + gap
    }
    return marks
  }

  private func rule(at y: Double) -> [Mark] {
    let line = Path([
      .move(Spot(margin, y).point), .line(Spot(width - margin, y).point),
    ])
    return element(
      .artifact, [.stroke(line, width: .points(0.9 * scale), dash: [], ink: .black)])
  }

  // MARK: Steps

  private func textHeight(of step: Instructions.Step) -> Double {
    let lines = step.text.reduce(0) {
      $0 + lettering.lines($1, scale: scale, measure: columnWidth - indent).count
    }
    let measure = columnWidth - indent
    let rows = step.settings.reduce(0) {
      $0 + valueLines(of: $1, in: measure - valueIndent(of: step.settings)).count
    }
    return leading * Double(lines + rows)
  }

  private func marks(
    of step: Instructions.Step, number: Int, at corner: Spot, figureHeight: Double
  ) -> [Mark] {
    let left = isMirrored ? corner.x : corner.x + indent
    let measure = columnWidth - indent
    var y = corner.y + 14 * scale
    let figure = lettering.line(String(number), .heading, scale: scale)
    let title = lettering.line(step.title, .heading, scale: scale)
    var marks = element(
      .heading(level: 2),
      set(figure, at: corner.x, y, width: columnWidth)
        + set(title, at: left, y, width: measure))
    y = corner.y + headHeight
    marks += element(
      .figure(alternative: step.title),
      FigureDrawing.marks(
        of: step.figure, at: Spot(left, y), width: measure, height: figureHeight, lettering,
        scale: scale))
    y += figureHeight + figureGap
    marks += table(of: step.settings, at: left, &y, measure)
    for sentence in step.text {
      var paragraph: [Mark] = []
      for line in lettering.lines(sentence, scale: scale, measure: measure) {
        paragraph += set(line, at: left, y, width: measure)
        y += leading
      }
      marks += element(.paragraph, paragraph)
    }
    return marks
  }

  /// Names in one column, values in the next.
  private func table(
    of settings: [Instructions.Setting], at left: Double, _ y: inout Double, _ measure: Double
  ) -> [Mark] {
    let second = valueIndent(of: settings)
    var marks: [Mark] = []
    for setting in settings {
      let name = lettering.line(setting.name, scale: scale)
      var row = set(name, at: left, y, width: measure)
      for line in valueLines(of: setting, in: measure - second) {
        row += set(line, at: isMirrored ? left : left + second, y, width: measure - second)
        y += leading
      }
      marks += element(.paragraph, row)
    }
    return marks
  }

  private func valueIndent(of settings: [Instructions.Setting]) -> Double {
    (settings.map { lettering.line($0.name, scale: scale).width }.max() ?? 0) + 12 * scale
  }

  /// Someone looks for a file by its whole name: one too long goes on below, from one of its joints
  /// on if it has any.
  private func valueLines(of setting: Instructions.Setting, in measure: Double) -> [Lettering.Line]
  {
    func line(_ text: Substring) -> Lettering.Line {
      lettering.line(String(text), .strong, scale: scale)
    }
    var lines: [Lettering.Line] = []
    var rest = setting.value[...]
    while line(rest).width > measure {
      var end = rest.index(after: rest.startIndex)
      var joint: Substring.Index?
      while end < rest.endIndex, line(rest[...end]).width <= measure {
        if " -_".contains(rest[end]) { joint = rest.index(after: end) }
        end = rest.index(after: end)
      }
      let cut = joint ?? end
      guard cut < rest.endIndex else { break }
      lines.append(line(rest[..<cut]))
      rest = rest[cut...]
    }
    return lines + [line(rest)]
  }

  // MARK: Placing

  /// At the side where lines begin.
  private func set(
    _ line: Lettering.Line, at x: Double, _ y: Double, width: Double? = nil
  ) -> [Mark] {
    let width = width ?? measure
    return line.marks.moved(by: Spot(isMirrored ? x + width - line.width : x, y))
  }

  private func element(_ role: Tag.Role, _ marks: [Mark]) -> [Mark] {
    [.open(Tag(role))] + marks + [.close]
  }
}
