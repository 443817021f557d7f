internal import Diagnostics
internal import Geometry
internal import Markdown

/// Sets the blocks of one chapter, one strip below another.
struct GalleyBuilder {
  var desk: Desk
  /// As diagnostics show it.
  let file: String
  /// Tells this chapter's notes and elements from others': "note-3-1".
  let number: Int

  var items: [Item<Strip>] = []
  var notes: NoteRegister
  var diagnostics: [Diagnostic] = []
  var elementCount = 0
  /// Whether what was set since this was cleared prints the number of a page.
  var namesPages = false
  /// False while notes are set: their links print the address itself.
  var linksBecomeNotes = true

  init(desk: Desk, file: String, number: Int, notes: [NoteDefinition]) {
    self.desk = desk
    self.file = file
    self.number = number
    self.notes = NoteRegister(definitions: notes)
  }

  var notePrefix: String { "note-\(number)-" }

  mutating func element(
    _ role: Tag.Role, attribute: Tag.Attribute? = nil, spoken: String? = nil
  ) -> Element {
    elementCount += 1
    let id = number << 24 | elementCount
    return Element(id: id, tag: Tag(role, id: id, attribute: attribute, spoken: spoken))
  }

  mutating func decoration(_ kind: Decoration.Kind, x: Length, width: Length) -> Decoration {
    elementCount += 1
    return Decoration(id: number << 24 | elementCount, kind: kind, x: x, width: width)
  }

  // MARK: Strips, space and places where pages may end

  mutating func append(_ strip: Strip) {
    items.append(.box(Box(extent: desk.leading * strip.lineCount, material: strip)))
  }

  /// Blank lines, lost at the top of a page.
  ///
  /// - Parameter givesWay: whether they may be a line more, or less where one remains, if that
  ///   makes facing pages level: around headings, tables, pictures and boxes, never in a text.
  mutating func appendSpace(lines: Int, givesWay: Bool = false) {
    guard lines > 0 else { return }
    items.append(
      .glue(
        Glue(
          extent: desk.leading * lines, stretch: givesWay ? desk.leading : .zero,
          shrink: givesWay && lines > 1 ? desk.leading : .zero)))
  }

  /// A page may end here, at a price.
  mutating func appendPenalty(_ cost: Int) {
    items.append(.penalty(Penalty(cost: cost)))
  }

  /// The depth of what was set last and must stay with what comes next: headings.
  var linesKeptAbove: Int {
    var (lines, space) = (0, 0)
    var isKept = false
    for item in items.reversed() {
      switch item {
      case .penalty(let penalty): isKept = isKept || penalty.cost >= Penalty.forbidden
      case .glue(let glue): space = max(space, glue.extent.units / desk.leading.units)
      case .box(let box):
        guard isKept else { return lines }
        lines += box.material.lineCount + space
        (space, isKept) = (0, false)
      }
    }
    return lines
  }

  /// The strips of a paragraph, no widow or orphan among them: at least two lines stand on each
  /// side of a page's end, so three lines stay together.
  mutating func appendLines(_ strips: [Strip]) {
    for (index, strip) in strips.enumerated() {
      if index > 0 {
        appendPenalty(
          Self.cost(
            ofEndingBelow: index, of: strips.count,
            endsWithHyphen: strips[index - 1].endsWithHyphen))
      }
      append(strip)
    }
  }

  /// What it costs to end a page below the first `count` of a paragraph's lines.
  static func cost(ofEndingBelow count: Int, of lineCount: Int, endsWithHyphen: Bool) -> Int {
    if count == 1 || count == lineCount - 1 { return Penalty.forbidden }
    // TeX's \brokenpenalty: a word divided between pages makes the reader turn back.
    return endsWithHyphen ? 100 : 0
  }

  // MARK: Blocks

  /// A chapter's own blocks, each kept standing for the next round.
  mutating func setChapterBlocks(_ blocks: [Block], in place: Place) {
    for (index, block) in blocks.enumerated() {
      let previous = index > 0 ? blocks[index - 1] : nil
      _ = setOnce(.block(index)) { builder in
        builder.set(
          block, after: previous, before: index + 1 < blocks.count ? blocks[index + 1] : nil,
          in: place)
        return []
      }
    }
  }

  mutating func set(_ blocks: [Block], after first: Block? = nil, in place: Place) {
    var previous = first
    for (index, block) in blocks.enumerated() {
      set(
        block, after: previous, before: index + 1 < blocks.count ? blocks[index + 1] : nil,
        in: place)
      previous = block
    }
  }

  private mutating func set(
    _ block: Block, after previous: Block?, before next: Block?, in place: Place
  ) {
    speaking(block.soleLanguage, in: place) { builder, place in
      builder.setAsItIs(block, after: previous, before: next, in: place)
    }
  }

  private mutating func setAsItIs(
    _ block: Block, after previous: Block?, before next: Block?, in place: Place
  ) {
    switch block {
    case .heading(let heading):
      setHeading(
        heading, isFirst: previous == nil, leansOnNext: next?.standsApart == true, in: place)
    case .paragraph(let paragraph):
      if let figure = paragraph.figure {
        setFigure(figure, after: previous, in: place)
      } else {
        setParagraph(paragraph, after: previous, in: place)
      }
    case .quote(let quote):
      setQuote(quote, in: place)
    case .list(let list):
      setList(list, after: previous, in: place)
    case .code(let code):
      setCode(code, in: place)
    case .thematicBreak(let rule):
      setThematicBreak(rule, in: place)
    case .callout(let callout):
      setCallout(callout, after: previous, in: place)
    case .table(let table):
      setTable(table, after: previous, in: place)
    case .definitions(let list):
      setDefinitions(list, in: place)
    }
  }
}

extension Block {
  /// A line of air stands above it.
  fileprivate var standsApart: Bool {
    switch self {
    case .table, .quote, .code: true
    case .callout(let callout): callout.kind != "index" && callout.kind != "glossary"
    case .paragraph(let paragraph): paragraph.figure != nil
    case .heading, .list, .thematicBreak, .definitions: false
    }
  }
}

extension Block? {
  /// The air between a heading and what stands apart below it never grows, or the heading would float.
  var isHeading: Bool { if case .heading? = self { true } else { false } }
}
