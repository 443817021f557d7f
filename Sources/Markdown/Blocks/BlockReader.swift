internal import Diagnostics

/// Makes blocks of the first phase's tree, and reads the words in them.
///
/// It walks the tree by recursion, which the first phase's limit on nesting keeps shallow.
struct BlockReader {
  let source: SourceText
  let file: String
  let tree: BlockTree
  private(set) var definitions = Definitions()
  private(set) var notes: [NoteDefinition] = []
  private(set) var calls: [NoteCall] = []
  private(set) var usedReferences: Set<Int> = []
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

  mutating func noteIsDefined(_ label: String, at node: BlockNode) {
    let key = References.key(label)
    let place = source.range(node.start..<(node.start + label.utf8.count + 3))
    if let first = noteLabels[key] {
      diagnostics.append(.noteDefinedTwice(label, file: file, range: place, first: first))
    } else {
      definitions.notes[key] = label
      noteLabels[key] = place
    }
  }

  mutating func blocks(in parent: BlockNode) -> [Block] {
    var blocks: [Block] = []
    for child in parent.children {
      let node = tree.nodes[child]
      if case .note(let label) = node.kind {
        // A note in a note comes after it, as it starts after it.
        let place = notes.count
        notes.append(NoteDefinition(label: label, blocks: [], range: range(of: node)))
        notes[place].blocks = self.blocks(in: node)
      } else if case .caption = node.kind, case .table(var table)? = blocks.last {
        let caption = caption(node)
        table.caption = caption
        table.range = table.range.lowerBound..<caption.range.upperBound
        blocks[blocks.count - 1] = .table(table)
      } else if let block = block(child) {
        blocks.append(block)
      }
    }
    return blocks
  }

  mutating func block(_ index: Int) -> Block? {
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
    case .definitions:
      return .definitions(definitions(index))
    case .comment, .document, .item, .note, .caption, .term, .definition:
      return nil
    }
  }

  // MARK: Containers

  mutating func item(_ node: BlockNode) -> ListItem {
    guard let first = node.children.first, tree.nodes[first].isParagraph else {
      return ListItem(blocks: blocks(in: node), range: range(of: node))
    }
    let content = InlineContent(of: tree.slices[tree.nodes[first].slices], in: source)
    guard let task = task(content.bytes) else {
      return ListItem(blocks: blocks(in: node), range: range(of: node))
    }
    var paragraph: [Block] = []
    let end = content.bytes.count
    if task.contentStart < end {
      // The paragraph starts after its box.
      let words = inlines(content, from: task.contentStart, to: end)
      let range = content.range(task.contentStart..<end)
      paragraph = [.paragraph(Paragraph(content: words, range: range))]
    }
    var rest = node
    rest.children.removeFirst()
    return ListItem(
      task: task.state, blocks: paragraph + blocks(in: rest), range: range(of: node))
  }

  /// `[ ]` or `[x]` and white space, or alone, at the head of an item.
  private func task(_ bytes: [UInt8]) -> (state: ListItem.Task, contentStart: Int)? {
    guard bytes.count >= 3, bytes[0] == .openBracket, bytes[2] == .closeBracket else { return nil }
    let state: ListItem.Task
    switch bytes[1] {
    case .space, .tab: state = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): state = .done
    default: return nil
    }
    guard bytes.count == 3 || bytes[3].isWhitespace else { return nil }
    return (state, bytes.skippingSpaceAndNewline(from: 3))
  }

  mutating func callout(_ node: BlockNode, _ fence: CalloutFence) -> Callout {
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

  mutating func words(of node: BlockNode) -> [Inline] {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    return inlines(content, to: content.bytes.count)
  }

  mutating func inlines(
    _ content: InlineContent, from start: Int = 0, to end: Int, isCell: Bool = false
  ) -> [Inline] {
    var parser = InlineParser(
      content, from: start, to: end, definitions: definitions, file: file, isCell: isCell)
    let inlines = parser.parse()
    calls += parser.calls
    if !parser.usedReferences.isEmpty { usedReferences.formUnion(parser.usedReferences) }
    diagnostics += parser.diagnostics
    return inlines
  }

  func range(of node: BlockNode) -> SourceRange {
    source.range(node.start..<max(node.start, node.end))
  }
}
