internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// Terms in bold at the left, what they mean on the same line and hanging below it, as in a
  /// dictionary.
  mutating func setDefinitions(_ list: DefinitionList, in place: Place) {
    let space = list.isTight ? 0 : 1
    if place.listDepth == 0 { appendSpace(lines: space) }
    var inner = place.inside(element(.list, attribute: .numbering(.none)))
    inner.listDepth += 1
    for (index, entry) in list.entries.enumerated() {
      if index > 0 {
        if list.isTight { appendPenalty(0) } else { appendSpace(lines: 1) }
      }
      set(entry, in: inner)
    }
    if place.listDepth == 0 { appendSpace(lines: space) }
  }

  private mutating func set(_ entry: DefinitionEntry, in place: Place) {
    let item = place.inside(element(.listItem))
    let hang = desk.stylesheet.textSize * 1.6
    let body = item.indented(by: hang)
    let term = compose(
      entry.term.content, style: place.style.bold(), indent: place.indent, measure: place.measure,
      options: .title)
    let label = item.inside(element(.listLabel))
    var strips = term.map { strip($0, in: label, range: entry.term.range) }
    if let id = entry.term.attributes.id {
      // A term without words is a place all the same.
      if strips.isEmpty { strips.append(Strip(lineCount: 0, marks: [], path: label.path)) }
      strips[0].marks.insert(.anchor(name: id, at: .zero), at: 0)
    }
    let runIn =
      term.count == 1 ? runIn(after: place.indent + term[0].width, before: entry, in: body) : nil
    if runIn != nil { strips[0].lineCount = 0 }
    for strip in strips {
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
    for (index, definition) in entry.definitions.enumerated() {
      if index > 0 { appendPenalty(0) }
      let inner = body.inside(element(.listBody))
      if index == 0, let runIn, case .paragraph(let first)? = definition.blocks.first {
        setParagraph(first, after: nil, in: inner, indent: runIn)
        set(Array(definition.blocks.dropFirst()), after: definition.blocks.first, in: inner)
      } else {
        set(definition.blocks, in: inner)
      }
    }
  }

  /// How far the first line of a definition starts to the right of the others, to follow its term
  /// on one line; nil where it begins with other things than words, or the term leaves no room.
  private func runIn(
    after termEnd: Length, before entry: DefinitionEntry, in body: Place
  ) -> Length? {
    guard case .paragraph(let paragraph)? = entry.definitions.first?.blocks.first,
      paragraph.figure == nil
    else { return nil }
    let gap = body.style.size * 0.7
    let indent = max(.zero, termEnd + gap - body.indent)
    return indent * 2 < body.measure ? indent : nil
  }
}
