internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// The index of the book, in two columns where the page is wide enough, each page's columns read
  /// one after the other.
  mutating func setIndex(_ callout: Callout, in place: Place) {
    namesPages = true
    var place = place
    place.style.size = desk.smallTextSize
    var columns = IndexColumns()
    let gap = place.style.size * 2
    let count = place.measure >= place.style.size * 28 ? 2 : 1
    let width = (place.measure - gap * (count - 1)) / count
    var group: UInt32?
    let collation = Collation(desk.language.sorting)
    for entry in desk.index.entries {
      let own = collation.key(of: entry.term).group
      columns.blocks += blocks(of: entry, depth: 0, width: width, in: place, at: callout.range)
        .enumerated().map { index, lines in
          .init(lines: lines, opensGroup: index == 0 && group != nil && own != group)
        }
      group = own
    }
    let list = place.inside(element(.list, attribute: .numbering(.none)))
    let pages = columns.pages(count: count, first: roomOnPage(), others: desk.linesPerPage)
    for (index, page) in pages.enumerated() {
      // So much space that the next columns begin the next page, where it is lost.
      if index > 0 { appendSpace(lines: desk.linesPerPage) }
      append(strip(of: page, pitch: width + gap, in: list, range: callout.range))
    }
  }

  /// The lines left on the chapter's first page. Where they are few or none the index begins a page
  /// of its own, below the heading that stands with it.
  private func roomOnPage() -> Int {
    var used = 0
    var gap = Length.zero
    for item in items {
      switch item {
      case .box(let box):
        used += gap.units / desk.leading.units + box.material.lineCount
        gap = .zero
      case .glue(let glue): gap = max(gap, glue.extent)
      case .penalty: break
      }
    }
    let room = desk.linesPerPage - used - gap.units / desk.leading.units
    return room >= 5 ? room : max(5, desk.linesPerPage - linesKeptAbove)
  }

  // MARK: Entries

  /// The lines of an entry and of those below it; what stands in one block is not parted.
  private mutating func blocks(
    of entry: BookIndex.Entry, depth: Int, width: Length, in place: Place, at range: SourceRange
  ) -> [[ComposedLine]] {
    let turn = place.style.size
    let indent = turn * (depth + 1)
    var flattener = flattener
    flattener.append(entry, style: place.style, range: range)
    // Turned lines stand further in than the entries below.
    let lines = compose(
      flattener.composition(), indent: place.indent + indent + turn,
      measure: width - indent - turn,
      options: LineOptions(firstIndent: -turn * 2, hyphenates: false, isRagged: true))
    var blocks = Self.whole(lines, atMost: desk.linesPerPage / 2)
    for (index, child) in entry.children.enumerated() {
      var below = self.blocks(of: child, depth: depth + 1, width: width, in: place, at: range)
      // An entry without pages of its own is not left alone above them.
      if index == 0, blocks.count == 1 { below[0] = blocks.removeLast() + below[0] }
      blocks += below
    }
    return blocks
  }

  private static func whole(_ lines: [ComposedLine], atMost most: Int) -> [[ComposedLine]] {
    lines.count <= most ? [lines] : lines.map { [$0] }
  }

  private func strip(
    of columns: IndexColumns.Filled, pitch: Length, in place: Place, range: SourceRange
  ) -> Strip {
    var strip = Strip(lineCount: columns.height, marks: [])
    for (index, column) in columns.columns.enumerated() {
      for (row, block, line) in column {
        let at = Point(x: pitch * index, y: desk.leading * row + desk.baseline)
        strip.marks += [.open(Tag(.listItem, id: block)), .open(Tag(.listBody, id: block))]
        strip.marks += line.marks.moved(by: at)
        strip.marks += [.close, .close]
      }
    }
    strip.path = place.path
    strip.decorations = place.decorations
    strip.range = range
    return strip
  }
}

extension InlineFlattener {
  /// "term, 12, 14–16, see other": each number leads to its page.
  fileprivate mutating func append(
    _ entry: BookIndex.Entry, style: TextStyle, range: SourceRange
  ) {
    let origin = Composition.Origin(range: range)
    func look(_ tags: [Tag] = [], isItalic: Bool = false) -> Composition.Look {
      var style = style
      style.isItalic = isItalic
      return Composition.Look(style: style.character, tags: tags)
    }
    append(isolated(entry.term), look: look(), origin: origin)
    for pages in ranges(of: entry.anchors) {
      append(language.labels.comma, look: look(), origin: origin)
      for (index, page) in [pages.first, pages.last].compactMap(\.self).enumerated() {
        if index > 0 { append("–", look: look(), origin: origin) }
        append(
          language.digits.written(page.folio),
          look: look([Tag(.internalLink(destination: page.anchor))]), origin: origin)
      }
    }
    for (index, target) in entry.see.enumerated() {
      let words = language.apparatus
      let see = entry.anchors.isEmpty && entry.children.isEmpty ? words.see : words.seeAlso
      append(language.labels.comma, look: look(), origin: origin)
      if index == 0 { append("\(see) ", look: look(isItalic: true), origin: origin) }
      append(isolated(target), look: look(), origin: origin)
    }
  }

  /// A term without a letter that runs as the text does is one thing; its pages follow in the text's
  /// order.
  private func isolated(_ term: String) -> String {
    guard language.direction == .rightToLeft,
      !term.unicodeScalars.contains(where: \.isRightToLeft)
    else { return term }
    return term.isolated(running: .leftToRight)
  }

  private typealias IndexPage = (folio: String, anchor: String)

  /// The pages of some anchors, each once; three and more that follow one another as one range.
  private func ranges(of anchors: [String]) -> [(first: IndexPage, last: IndexPage?)] {
    var pages: [Int: IndexPage] = [:]
    for anchor in anchors {
      guard references.targets[anchor] != nil else { continue }
      let folio = references.folio(of: anchor)
      if let number = Int(folio), pages[number] == nil { pages[number] = (folio, anchor) }
    }
    let numbers = pages.keys.sorted()
    var ranges: [(first: IndexPage, last: IndexPage?)] = []
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      if end - index >= 2 {
        ranges.append((pages[numbers[index]]!, pages[numbers[end]]!))
      } else {
        ranges += numbers[index...end].map { (pages[$0]!, nil) }
      }
      index = end + 1
    }
    return ranges
  }
}
