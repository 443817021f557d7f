internal import Diagnostics
internal import Geometry
internal import Markdown

/// A line of the contents, before it is set.
struct ContentsEntry {
  var level: Int
  /// "3" before a chapter's title; empty for sections.
  var number: String
  var title: String
  /// The anchor it leads to.
  var destination: String
}

extension GalleyBuilder {
  /// The contents: titles at the left, pages at the right, dots between for the eye to follow.
  mutating func setContents(_ entries: [ContentsEntry]) {
    let place = Place(
      indent: .zero, measure: desk.design.format.measure, style: desk.text,
      path: [element(.section)])
    appendSink(lines: 1)
    appendPenalty(Penalty.forbidden)
    let titleStyle = desk.style(
      desk.stylesheet.headingFace(weight: 900), size: desk.stylesheet.textSize * 2.2)
    let title = lines(desk.language.labels.contents, style: titleStyle, measure: place.measure)
    let heading = place.inside(element(.heading(level: 1)))
    for (index, line) in title.enumerated() {
      var strip = strip(line, in: heading, range: nil)
      strip.lineCount = 2
      strip.marks = line.marks.moved(by: Point(x: .zero, y: desk.leading + desk.baseline))
      if index == 0 { strip.marks.insert(.anchor(name: "contents", at: .zero), at: 0) }
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
    appendSink(lines: 1)
    appendPenalty(Penalty.forbidden)
    // Sections are inside their chapter's item, in contents of their own.
    var open: [(level: Int, contents: Place)] = [(1, place.inside(element(.contents)))]
    var item = place
    for (index, entry) in entries.enumerated() {
      if entry.level == 1 && index > 0 { appendSpace(lines: 1) }
      while open.count > 1, let last = open.last, last.level > entry.level { open.removeLast() }
      if index > 0, let last = open.last, last.level < entry.level {
        open.append((entry.level, item.inside(element(.contents))))
      }
      item = open[open.count - 1].contents.inside(element(.contentsItem))
      set(entry, in: item)
      // A chapter's title keeps with its first section.
      if entry.level == 1, index + 1 < entries.count, entries[index + 1].level > 1 {
        appendPenalty(Penalty.forbidden)
      }
    }
  }

  private mutating func set(_ entry: ContentsEntry, in place: Place) {
    let size = desk.stylesheet.textSize
    let isChapter = entry.level == 1
    let style =
      isChapter
      ? desk.style(desk.stylesheet.headingFace(weight: 700), size: size)
      : desk.style(desk.stylesheet.face(), size: size * 0.96)
    let indent = size * 1.7 * Double(max(1, entry.level - 1))
    let numberLine =
      isChapter ? line(desk.language.digits.written(entry.number), style: style) : nil
    let folioStyle = style.with(features: ["lnum"])
    let page = desk.language.digits.written(desk.references.folio(of: entry.destination))
    guard let folio = line(page, style: folioStyle) else { return }
    let folioRoom = size * 2
    let titles = lines(
      entry.title, style: style, measure: place.measure - indent - folioRoom)
    for (index, title) in titles.enumerated() {
      let isLast = index == titles.count - 1
      var marks: [Mark] = [
        .open(Tag(.reference, id: 1)),
        .open(Tag(.internalLink(destination: entry.destination), id: 1)),
      ]
      if index == 0, let numberLine { marks += numberLine.marks }
      marks += title.marks.moved(by: Point(x: indent, y: .zero))
      if isLast {
        let right = place.measure - folio.width
        if !isChapter { marks += leader(from: indent + title.width, to: right) }
        marks += folio.marks.moved(by: Point(x: right, y: .zero))
      }
      marks += [.close, .close]
      let composed = ComposedLine(
        marks: marks, width: place.measure, notes: [], endsWithHyphen: false)
      if index > 0 { appendPenalty(Penalty.forbidden) }
      append(strip(composed, in: place, range: nil))
    }
  }

  /// Dots on one grid for all lines, so that they stand in columns.
  private func leader(from start: Length, to end: Length) -> [Mark] {
    let pitch = desk.stylesheet.textSize * 0.5
    let dot = Length.points(0.8)
    let gap = desk.stylesheet.textSize * 0.6
    let first = (start + gap).units / pitch.units + 1
    let last = (end - gap).units / pitch.units
    guard last > first else { return [] }
    let y = -dot / 2
    let path = Path([
      .move(Point(x: pitch * first, y: y)), .line(Point(x: pitch * last + dot, y: y)),
    ])
    return [
      .open(Tag(.artifact)),
      .stroke(path, width: dot, dash: [dot, pitch - dot], ink: .black),
      .close,
    ]
  }
}

extension TextStyle {
  func with(features: [String]) -> TextStyle {
    var style = self
    style.features += features
    return style
  }
}
