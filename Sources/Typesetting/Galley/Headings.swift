internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// How headings of a level look. Their space above and their lines are whole lines of the grid.
  private struct HeadingLook {
    var size: Double
    var weight: Int
    var linesAbove: Int
    var isItalic = false
  }

  private func look(ofLevel level: Int) -> HeadingLook {
    switch level {
    case 1: HeadingLook(size: 2.2, weight: 900, linesAbove: 0)
    case 2: HeadingLook(size: 1.25, weight: 700, linesAbove: 2)
    case 3: HeadingLook(size: 1.08, weight: 700, linesAbove: 1)
    default: HeadingLook(size: 1.0, weight: 600, linesAbove: 1)
    }
  }

  /// A heading within a chapter; the chapter's own is set by `setOpening`.
  ///
  /// - Parameter leansOnNext: a line of air follows, above a table or a box: the heading stands half a
  ///   line lower, so that it belongs to what is below it.
  mutating func setHeading(
    _ heading: Heading, isFirst: Bool, leansOnNext: Bool = false, in place: Place
  ) {
    let look = look(ofLevel: heading.level)
    if !isFirst { appendSpace(lines: look.linesAbove, givesWay: true) }
    let style = desk.style(
      desk.stylesheet.headingFace(weight: look.weight, italic: look.isItalic),
      size: desk.stylesheet.textSize * look.size)
    let inner = place.inside(element(.heading(level: heading.level)))
    let lines = compose(
      heading.content, style: style, indent: place.indent, measure: place.measure,
      options: .title)
    // Where tails would touch the text below, the heading moves up into the space above.
    let shift = leansOnNext ? desk.leading / 2 : -desk.tails(of: style)
    let anchor = heading.anchor(inChapter: number)
    if lines.isEmpty {
      // A heading without words is a place all the same: links may lead there.
      append(Strip(lineCount: 0, marks: [.anchor(name: anchor, at: .zero)]))
      appendPenalty(Penalty.forbidden)
    }
    appendKept(
      lines, anchor: anchor, heading: heading, linesEach: linesEach(of: style), by: shift, in: inner
    )
  }

  /// How many lines of the grid each line of a heading takes.
  private func linesEach(of style: TextStyle) -> Int {
    max(
      1, Int((style.size / desk.leading).rounded(.up)),
      Int(((style.size + desk.tails(of: style)) / desk.leading).rounded()))
  }

  /// A heading's lines, which no page's end parts from one another nor from what follows.
  private mutating func appendKept(
    _ lines: [ComposedLine], anchor: String? = nil, heading: Heading, linesEach: Int,
    by shift: Length = .zero, in place: Place
  ) {
    for (index, line) in lines.enumerated() {
      var strip = strip(line, in: place, range: heading.range)
      strip.lineCount = linesEach
      strip.marks = line.marks.moved(
        by: Point(x: .zero, y: desk.leading * (linesEach - 1) + desk.baseline + shift))
      if index == 0, let anchor {
        strip.marks.insert(.anchor(name: anchor, at: .zero), at: 0)
      }
      strip.keepsWithNext = true
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
  }

  /// The top of a chapter's first page: its number, its title and the date of its facts.
  mutating func setOpening(_ heading: Heading, matter: ChapterMatter, anchor: String) {
    let place = Place(
      indent: .zero, measure: desk.design.format.measure, style: desk.text)
    let small = desk.style(
      desk.stylesheet.headingFace(weight: 400, italic: true),
      size: desk.stylesheet.textSize * 0.9)
    // A line between title and date where tails need it, taken from the air above.
    let needsLine = matter.date != nil && desk.tails(of: titleStyle) * 3 > desk.leading
    appendSink(lines: needsLine ? 1 : 2, range: heading.range)
    appendPenalty(Penalty.forbidden)
    let range = heading.range
    let headingPlace = place.inside(element(.heading(level: 1)))
    speaking(heading.content.soleLanguage, in: headingPlace) { builder, inner in
      builder.setTitle(
        heading, number: matter.number, anchor: anchor, in: inner)
    }
    if let date = matter.date {
      if needsLine {
        appendSink(lines: 1, range: heading.range)
        appendPenalty(Penalty.forbidden)
      }
      let lines = compose(
        [
          .text(
            Text(value: "\(desk.language.labels.asOf) \(date)", range: range, isVerbatim: false))
        ],
        style: small, indent: .zero, measure: place.measure, options: LineOptions(isRagged: true))
      let paragraph = place.inside(element(.paragraph))
      for line in lines {
        append(strip(line, in: paragraph, range: range))
        appendPenalty(Penalty.forbidden)
      }
    }
    appendSink(lines: 2, range: heading.range)
    appendPenalty(Penalty.forbidden)
  }

  /// "Chapter 3", and below it the title.
  private mutating func setTitle(
    _ heading: Heading, number: Int, anchor: String, in place: Place
  ) {
    let range = heading.range
    let labelStyle = desk.style(
      desk.stylesheet.headingFace(weight: 600), size: desk.stylesheet.textSize * 0.95)
    let title = titleStyle
    let label = compose(
      [
        .text(
          Text(
            value: BookLanguage.Labels.numbered(
              desk.language.labels.chapter, desk.language.digits.written(number),
              space: " "), range: range,
            isVerbatim: false))
      ],
      style: labelStyle, indent: .zero, measure: place.measure, options: LineOptions(isRagged: true)
    )
    for (index, line) in label.enumerated() {
      var strip = strip(line, in: place, range: range)
      if index == 0 { strip.marks.insert(.anchor(name: anchor, at: .zero), at: 0) }
      if index == 0, let id = heading.attributes.id, id != anchor {
        strip.marks.insert(.anchor(name: id, at: .zero), at: 0)
      }
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
    let lines = compose(
      heading.content, style: title, indent: .zero, measure: place.measure,
      options: .title)
    appendKept(lines, heading: heading, linesEach: max(2, linesEach(of: title)), in: place)
  }

  private var titleStyle: TextStyle {
    desk.style(desk.stylesheet.headingFace(weight: 900), size: desk.stylesheet.textSize * 2.2)
  }

  /// Blank lines that stay, even at the top of a page.
  mutating func appendSink(lines: Int, range: SourceRange? = nil) {
    append(Strip(lineCount: lines, marks: [], range: range))
  }
}
