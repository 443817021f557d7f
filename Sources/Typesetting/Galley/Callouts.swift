internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  mutating func setCallout(_ callout: Callout, after previous: Block?, in place: Place) {
    switch callout.kind {
    case "index", "glossary": setApparatus(callout, in: place)
    default:
      turning(callout.blocks, title: callout.title, in: place) { builder, place in
        if callout.kind == "qr", builder.setCode(callout, in: place) { return }
        builder.setBox(callout, after: previous, in: place)
      }
    }
  }

  /// What looks like the text around it, under its title if it has one.
  private mutating func setApparatus(_ callout: Callout, in place: Place) {
    if !callout.title.isEmpty {
      appendSpace(lines: 1)
      setTitle(callout.title, of: callout, in: place)
    } else if let id = callout.attributes.id {
      append(Strip(lineCount: 0, marks: [.anchor(name: id, at: .zero)], path: place.path))
      appendPenalty(Penalty.forbidden)
    }
    if callout.kind == "glossary" {
      setGlossary(callout, in: place)
    } else {
      set(callout.blocks, in: place)
      if !callout.blocks.isEmpty { appendSpace(lines: 1) }
      setIndex(callout, in: place)
    }
    appendSpace(lines: 1)
  }

  /// A box beside the text: a bar, or for letters a frame like a sheet of paper. No tint: grey
  /// turns to dirt on a photocopy.
  private mutating func setBox(_ callout: Callout, after previous: Block?, in place: Place) {
    appendSpace(lines: 1, givesWay: !previous.isHeading)
    let isLetter = callout.kind == "letter"
    let inset = desk.stylesheet.textSize * (isLetter ? 1.0 : 0.9)
    var inner = place.indented(by: inset, trailing: isLetter ? inset : .zero)
      .inside(element(.section))
    let kind: Decoration.Kind =
      isLetter
      ? .frame(thickness: .points(0.6))
      : .bar(thickness: callout.kind == "warning" ? .points(3.2) : .points(1.4))
    inner.decorations.append(decoration(kind, x: place.indent, width: place.measure))
    inner.isLetter = isLetter
    if isLetter { appendInnerSink(in: inner) }
    speaking(callout.titleLanguage, in: inner) { $0.setTitle(of: callout, in: $1) }
    if isLetter {
      appendSpace(lines: 1)
      appendPenalty(Penalty.forbidden)
    }
    let start = items.count
    set(callout.blocks, in: inner)
    if isLetter {
      appendPenalty(Penalty.forbidden)
      appendInnerSink(in: inner)
      items.removeLast()
      holdEnds(from: start)
    }
    appendSpace(lines: 1, givesWay: true)
  }

  /// A letter that must be cut is cut in its middle: its address stays together, and so do its
  /// last words and the signature.
  private mutating func holdEnds(from start: Int) {
    let boxes = items[start...].indices.filter { items[$0].isStrip }
    let held = 6
    guard boxes.count > 2 * held else { return }
    // From the end, so that what is inserted moves nothing that is still to come.
    for index in (boxes.suffix(held - 1) + boxes.dropFirst().prefix(held - 1)).sorted(by: >) {
      items.insert(.penalty(Penalty(cost: Penalty.forbidden)), at: index)
    }
  }

  /// Room between a frame and its text; it is drawn around even where a page ends.
  private mutating func appendInnerSink(in place: Place) {
    var strip = Strip(lineCount: 1, marks: [])
    strip.decorations = place.decorations
    strip.isEdge = true
    append(strip)
    appendPenalty(Penalty.forbidden)
  }

  mutating func setTitle(of callout: Callout, in place: Place) {
    let label = desk.language.labels.callouts[callout.kind]
    var inlines = callout.title
    let range = callout.range.lowerBound..<callout.range.lowerBound
    if let label, let first = callout.title.first {
      inlines.insert(
        .text(
          Text(
            value: label + desk.language.labels.colon,
            range: first.range.lowerBound..<first.range.lowerBound, isVerbatim: false)),
        at: 0)
    } else if inlines.isEmpty {
      inlines = [.text(Text(value: label ?? callout.kind, range: range, isVerbatim: false))]
    }
    setTitle(inlines, of: callout, in: place)
  }

  private mutating func setTitle(_ inlines: [Inline], of callout: Callout, in place: Place) {
    let style = desk.style(
      desk.stylesheet.headingFace(weight: 700), size: desk.stylesheet.textSize * 0.95)
    let lines = compose(
      inlines, style: style, indent: place.indent, measure: place.measure,
      options: .title)
    let title = place.inside(element(.paragraph))
    for (index, line) in lines.enumerated() {
      var strip = strip(line, in: title, range: callout.range)
      if index == 0, let id = callout.attributes.id {
        strip.marks.insert(.anchor(name: id, at: .zero), at: 0)
      }
      strip.keepsWithNext = true
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
  }
}
