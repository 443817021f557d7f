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
  private var top: Double { 104 * scale }
  private var footTop: Double { size.height.points - 92 * scale }

  func page() -> Page {
    var marks = header
    let steps = instructions.steps
    let rows = max((steps.count + 1) / 2, 2)
    let rowHeight = (footTop - top) / Double(rows)
    for (index, step) in steps.enumerated() {
      let column = index % 2
      let x = margin + Double(isMirrored ? 1 - column : column) * (columnWidth + gutter)
      marks += self.marks(
        of: step, number: index + 1,
        at: Spot(x, top + Double(index / 2) * rowHeight), height: rowHeight)
    }
    return Page(kind: .body, side: .recto, folio: "1", size: size, marks: marks + foot)
  }

  // MARK: Head and foot

  private var header: [Mark] {
    let title = lettering.lines(instructions.title, .heading, scale: scale, measure: measure)
    let line = title.first ?? .init(marks: [], width: 0)
    return element(.heading(level: 1), set(line, at: margin, margin + 16 * scale))
      + element(
        .paragraph,
        set(
          lettering.line(instructions.heading, scale: scale), at: margin, margin + 34 * scale))
      + rule(at: margin + 44 * scale)
  }

  private var foot: [Mark] {
    let count = max(instructions.facts.count, 1)
    let column = measure / Double(count)
    var marks = rule(at: footTop + 6 * scale)
    for (index, fact) in instructions.facts.enumerated() {
      let x = margin + column * Double(isMirrored ? count - 1 - index : index)
      let value = lettering.line(fact.value, .heading, scale: scale)
      var paragraph = set(value, at: x, footTop + 31 * scale, width: column)
      let name = lettering.lines(fact.name, scale: scale, measure: column - 8 * scale)
      for (row, line) in name.enumerated() {
        let y = footTop + 46 * scale + leading * Double(row) * 0.9
        paragraph += set(line, at: x, y, width: column)
      }
      marks += element(.paragraph, paragraph)
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

  private func marks(
    of step: Instructions.Step, number: Int, at corner: Spot, height: Double
  ) -> [Mark] {
    let indent = 22 * scale
    let left = isMirrored ? corner.x : corner.x + indent
    let measure = columnWidth - indent
    let text = step.text.flatMap {
      lettering.lines($0, scale: scale, measure: measure)
    }
    let settings = step.settings
    let textHeight = leading * Double(text.count + settings.count)
    let headHeight = 26 * scale
    let room = height - headHeight - textHeight - 22 * scale
    let figureHeight = max(30 * scale, min(room, 88 * scale))

    var y = corner.y + 14 * scale
    let figure = lettering.line(String(number), .heading, scale: scale)
    let title = lettering.line(step.title, .heading, scale: scale)
    var marks = element(
      .heading(level: 2),
      set(figure, at: corner.x, y, width: columnWidth)
        + set(title, at: left, y, width: measure))
    y += 12 * scale
    marks += element(
      .figure(alternative: step.title),
      FigureDrawing.marks(
        of: step.figure, at: Spot(left, y), width: measure, height: figureHeight, lettering,
        scale: scale))
    y += figureHeight + 20 * scale
    marks += table(of: settings, at: left, y, measure)
    y += leading * Double(settings.count)
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
    of settings: [Instructions.Setting], at left: Double, _ top: Double, _ measure: Double
  ) -> [Mark] {
    guard !settings.isEmpty else { return [] }
    let names = settings.map { lettering.line($0.name, scale: scale) }
    let second = (names.map(\.width).max() ?? 0) + 12 * scale
    var marks: [Mark] = []
    for (index, setting) in settings.enumerated() {
      let y = top + leading * Double(index)
      let value = fitted(setting.value, to: measure - second)
      let x = isMirrored ? left : left + second
      marks += element(
        .paragraph,
        set(names[index], at: left, y, width: measure)
          + set(value, at: x, y, width: measure - second))
    }
    return marks
  }

  /// A file's name is not broken: one too long is shortened in its middle.
  private func fitted(_ text: String, to measure: Double) -> Lettering.Line {
    var line = lettering.line(text, .strong, scale: scale)
    var kept = text.count
    while line.width > measure, kept > 6 {
      kept -= 1
      line = lettering.line(
        text.prefix(kept / 2) + "…" + text.suffix(kept - kept / 2), .strong, scale: scale)
    }
    return line
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
