internal import Diagnostics

/// Makes blocks of the first phase's tree, and reads the words in them.
///
/// It walks the tree by recursion, which the first phase's limit on nesting keeps shallow.
struct BlockReader {
  let source: SourceText
  let file: String
  let tree: BlockTree
  private var definitions = Definitions()
  private(set) var notes: [NoteDefinition] = []
  private(set) var calls: [NoteCall] = []
  var diagnostics: [Diagnostic]
  /// Where the label of each note stands that is defined first.
  private(set) var noteLabels: [String: SourceRange] = [:]

  init(_ parser: BlockParser, reporting diagnostics: [Diagnostic]) {
    self.source = parser.source
    self.file = parser.file
    self.tree = parser.tree
    self.diagnostics = diagnostics
    definitions.references = parser.references
  }

  mutating func readChapter() -> [Block] {
    for node in tree.nodes {
      guard case .note(let label) = node.kind else { continue }
      noteIsDefined(label, at: node)
    }
    return blocks(in: tree.nodes[0])
  }

  private mutating func noteIsDefined(_ label: String, at node: BlockNode) {
    let key = References.key(label)
    let place = source.range(node.start..<(node.start + label.utf8.count + 3))
    if let first = noteLabels[key] {
      diagnostics.append(.noteDefinedTwice(label, file: file, range: place, first: first))
    } else {
      definitions.notes[key] = label
      noteLabels[key] = place
    }
  }

  private mutating func blocks(in parent: BlockNode) -> [Block] {
    var blocks: [Block] = []
    for child in parent.children {
      let node = tree.nodes[child]
      if case .note(let label) = node.kind {
        // A note in a note comes after it, as it starts after it.
        let place = notes.count
        notes.append(NoteDefinition(label: label, blocks: [], range: range(of: node)))
        notes[place].blocks = self.blocks(in: node)
      } else if let block = block(child) {
        blocks.append(block)
      }
    }
    return blocks
  }

  private mutating func block(_ index: Int) -> Block? {
    let node = tree.nodes[index]
    let range = range(of: node)
    switch node.kind {
    case .quote:
      return .quote(Quote(blocks: blocks(in: node), range: range))
    case .list(let marker):
      let items = node.children.map { item(tree.nodes[$0]) }
      return .list(
        List(
          marker: marker.number.map { .ordered(start: $0) } ?? .bullet,
          isTight: tree.isTight(index, in: source), items: items, range: range))
    case .callout(let fence):
      return .callout(callout(node, fence))
    case .paragraph:
      return .paragraph(Paragraph(content: words(of: node), range: range))
    case .heading(let level, let isUnderlined):
      return .heading(heading(node, level: level, isUnderlined: isUnderlined))
    case .fencedCode(let fence):
      return .code(
        CodeBlock(
          info: source.bytes.unescaped(fence.info), text: codeText(of: node), range: range))
    case .indentedCode:
      return .code(CodeBlock(info: "", text: codeText(of: node), range: range))
    case .rawHTML(let kind):
      return rawHTML(node, kind)
    case .thematicBreak:
      return .thematicBreak(ThematicBreak(range: range))
    case .table(let alignments):
      return .table(table(node, alignments))
    case .comment, .document, .item, .note:
      return nil
    }
  }

  // MARK: Containers

  private mutating func item(_ node: BlockNode) -> ListItem {
    guard let first = node.children.first, tree.nodes[first].isParagraph,
      let task = task(tree.nodes[first])
    else { return ListItem(blocks: blocks(in: node), range: range(of: node)) }
    var rest = node
    rest.children.removeFirst()
    var paragraph: [Block] = []
    if task.contentStart < tree.nodes[first].end {
      // The paragraph starts after its box.
      let content = InlineContent(of: tree.slices[tree.nodes[first].slices], in: source)
      let offset = task.contentStart - tree.nodes[first].start
      let words = inlines(content, from: offset, to: content.bytes.count)
      let range = source.range(task.contentStart..<tree.nodes[first].end)
      paragraph = [.paragraph(Paragraph(content: words, range: range))]
    }
    return ListItem(
      task: task.state, blocks: paragraph + blocks(in: rest), range: range(of: node))
  }

  /// `[ ]` or `[x]` and a space, or alone, at the head of an item.
  private func task(_ paragraph: BlockNode) -> (state: ListItem.Task, contentStart: Int)? {
    let bytes = source.bytes
    let start = paragraph.start
    guard start + 3 <= paragraph.end, bytes[start] == .openBracket,
      bytes[start + 2] == .closeBracket
    else { return nil }
    let state: ListItem.Task
    switch bytes[start + 1] {
    case .space, .tab: state = .open
    case 0x78, 0x58: state = .done
    default: return nil
    }
    var at = start + 3
    guard at == paragraph.end || bytes[at].isWhitespace else { return nil }
    while at < paragraph.end, bytes[at].isSpaceOrTab { at += 1 }
    return (state, at)
  }

  private mutating func callout(_ node: BlockNode, _ fence: CalloutFence) -> Callout {
    let line = LineSlice(start: fence.rest.lowerBound, end: fence.rest.upperBound)
    let content = InlineContent(of: [line], in: source)
    let found = attributes(endingAt: content.bytes.count, in: content)
    var attributes = found.attributes
    var kind = source.bytes.string(fence.kind)
    if kind.isEmpty, !attributes.classes.isEmpty {
      // `::: {.warning #id}`, as others write it.
      kind = attributes.classes.removeFirst()
    }
    if !CalloutFence.kinds.contains(kind) {
      let place = fence.kind.isEmpty ? node.start..<fence.end : fence.kind
      diagnostics.append(.calloutUnknown(kind, file: file, range: source.range(place)))
    }
    let title = inlines(content, to: found.end)
    return Callout(
      kind: kind, title: title, attributes: attributes, blocks: blocks(in: node),
      range: range(of: node))
  }

  // MARK: Leaves

  private mutating func heading(
    _ node: BlockNode, level: Int, isUnderlined: Bool
  ) -> Heading {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    var end = content.bytes.count
    var found = attributes(endingAt: end, in: content)
    end = found.end
    if !isUnderlined {
      end = withoutClosingHashes(content.bytes, to: end)
      if found.attributes == .none {
        found = attributes(endingAt: end, in: content)
        end = found.end
      }
    }
    return Heading(
      level: level, content: inlines(content, to: end), attributes: found.attributes,
      range: range(of: node))
  }

  /// `# Title #` ends before the second hash, which stands alone.
  private func withoutClosingHashes(_ bytes: [UInt8], to end: Int) -> Int {
    var at = end
    while at > 0, bytes[at - 1] == .hash { at -= 1 }
    guard at < end, at == 0 || bytes[at - 1].isSpaceOrTab else { return end }
    while at > 0, bytes[at - 1].isSpaceOrTab { at -= 1 }
    return at
  }

  /// The attributes at the end of a line, and where the words before them end.
  private mutating func attributes(
    endingAt end: Int, in content: InlineContent
  ) -> (attributes: Attributes, end: Int) {
    let lineStart = content.bytes[..<end].lastIndex(of: .newline).map { $0 + 1 } ?? 0
    guard let list = AttributeList(in: content.bytes, from: lineStart, endingAt: end) else {
      reportMalformed(lineStart..<end, in: content)
      return (.none, end)
    }
    var attributes = list.attributes
    attributes.range = content.range(list.start..<end)
    var words = list.start
    while words > 0, content.bytes[words - 1].isWhitespace { words -= 1 }
    return (attributes, words)
  }

  /// `{#two words}` at a line's end wants to be attributes.
  private mutating func reportMalformed(_ line: Range<Int>, in content: InlineContent) {
    guard line.count > 2, content.bytes[line.upperBound - 1] == .closeBrace,
      let brace = content.bytes[line].lastIndex(of: .openBrace),
      content.bytes[brace + 1] == .hash || content.bytes[brace + 1] == .dot,
      brace == line.lowerBound || content.bytes[brace - 1].isWhitespace
    else { return }
    let place = content.range(brace..<line.upperBound)
    diagnostics.append(.attributesMalformed(file: file, range: place))
  }

  private func codeText(of node: BlockNode) -> String {
    var text: [UInt8] = []
    for slice in tree.slices[node.slices] {
      text += repeatElement(.space, count: slice.padding)
      text += source.bytes[slice.start..<slice.end]
      text.append(.newline)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Raw HTML stays as the text it is, line by line.
  private mutating func rawHTML(_ node: BlockNode, _ kind: HTMLBlockKind) -> Block {
    if kind != .comment {
      let end = tree.slices[node.slices.lowerBound].end
      let tag = HTMLTag.name(in: source.bytes, from: node.start, to: end)
      let place = source.range(node.start..<end)
      diagnostics.append(.rawHTML(file: file, range: place, tag: tag))
    }
    var content: [Inline] = []
    var lastEnd: Int?
    for slice in tree.slices[node.slices] {
      var start = slice.start
      var end = slice.end
      while start < end, source.bytes[start].isSpaceOrTab { start += 1 }
      while end > start, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
      guard start < end else { continue }
      if let lastEnd { content.append(.softBreak(source.range(lastEnd..<start))) }
      let value = source.bytes.string(start..<end)
      content.append(
        .text(Text(value: value, range: source.range(start..<end), isVerbatim: true)))
      lastEnd = end
    }
    return .paragraph(Paragraph(content: content, range: range(of: node)))
  }

  private mutating func table(_ node: BlockNode, _ alignments: [Table.Alignment?]) -> Table {
    let rows = tree.slices[node.slices].map { row($0, columns: alignments.count) }
    return Table(
      alignments: alignments, head: rows[0], rows: Array(rows.dropFirst()), range: range(of: node))
  }

  private mutating func row(_ line: LineSlice, columns: Int) -> [TableCell] {
    var cells = TableRow.cells(source.bytes, from: line.start, to: line.end)
    if cells.count > columns {
      // Cells too many go on in the last: better a strange cell than words lost.
      let extra = cells[columns].lowerBound..<cells[cells.count - 1].upperBound
      diagnostics.append(
        .tableRowTooLong(
          file: file, range: source.range(extra), cells: cells.count, columns: columns))
      cells[columns - 1] = cells[columns - 1].lowerBound..<extra.upperBound
      cells.removeSubrange(columns...)
    }
    var row = cells.map { cell in
      let content = InlineContent(
        of: [LineSlice(start: cell.lowerBound, end: cell.upperBound)], in: source)
      return TableCell(
        content: inlines(content, to: content.bytes.count, isCell: true),
        range: source.range(cell))
    }
    if row.count < columns {
      var end = line.end
      while end > line.start, source.bytes[end - 1].isSpaceOrTab { end -= 1 }
      let empty = TableCell(content: [], range: source.range(end..<end))
      row += repeatElement(empty, count: columns - row.count)
    }
    return row
  }

  private mutating func words(of node: BlockNode) -> [Inline] {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    return inlines(content, to: content.bytes.count)
  }

  private mutating func inlines(
    _ content: InlineContent, from start: Int = 0, to end: Int, isCell: Bool = false
  ) -> [Inline] {
    var parser = InlineParser(
      content, from: start, to: end, definitions: definitions, file: file, isCell: isCell)
    let inlines = parser.parse()
    calls += parser.calls
    diagnostics += parser.diagnostics
    return inlines
  }

  private func range(of node: BlockNode) -> SourceRange {
    source.range(node.start..<max(node.start, node.end))
  }
}
