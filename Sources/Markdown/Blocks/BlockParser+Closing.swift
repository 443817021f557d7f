internal import Diagnostics

/// The tree grows and is settled here: blocks open below others and close after their last line.
extension BlockParser {
  @discardableResult
  mutating func open(_ kind: BlockNode.Kind, from start: Int) -> Int {
    closeUnmatched()
    while !tree.nodes[tip].canContain(kind) { close(tip) }
    let node = tree.nodes.count
    tree.nodes.append(
      BlockNode(kind: kind, parent: tip, start: start, end: start, slices: 0..<0))
    tree.nodes[tip].children.append(node)
    tip = node
    matched = node
    return node
  }

  mutating func closeUnmatched() {
    while tip != matched { close(tip) }
  }

  mutating func closeAll(through node: Int, isWhole: Bool = false) {
    while tip != node { close(tip) }
    close(node, isWhole: isWhole)
    matched = tip
  }

  /// Settles a block whose last line has been read. `isWhole` tells of a comment that has its end.
  mutating func close(_ node: Int, isWhole: Bool = false) {
    tip = tree.nodes[node].parent
    if matched == node { matched = tip }
    switch tree.nodes[node].kind {
    case .paragraph:
      takeReferences(from: node)
      if tree.nodes[node].slices.isEmpty {
        tree.nodes[tip].children.removeLast()
      } else {
        trimParagraph(node)
      }
    case .comment where !isWhole:
      // A comment that never ends would swallow the rest in silence.
      tree.nodes[node].kind = .rawHTML(.comment)
      dropBlankEnd(of: node)
      let opening = source.range(tree.nodes[node].start..<(tree.nodes[node].start + 4))
      diagnostics.append(.commentUnclosed(file: file, range: opening))
    case .indentedCode, .rawHTML:
      dropBlankEnd(of: node)
    case .fencedCode(let fence) where !fence.isClosed:
      let opening = source.range(tree.nodes[node].start..<fence.info.upperBound)
      diagnostics.append(.codeUnclosed(file: file, range: opening, fence: fence))
      if let last = tree.nodes[node].slices.last {
        tree.nodes[node].end = max(tree.nodes[node].end, tree.slices[last].end)
      }
    case .callout(let fence) where !fence.isClosed:
      reachLastChild(node)
      let line = tree.nodes[node].start..<fence.end
      diagnostics.append(.calloutUnclosed(file: file, range: source.range(line), fence: fence))
    case .caption:
      trimParagraph(node)
    case .quote, .list, .item, .note, .callout, .definitions, .definition:
      reachLastChild(node)
    case .document, .heading, .fencedCode, .comment, .thematicBreak, .table, .term:
      break
    }
  }

  mutating func reachLastChild(_ node: Int) {
    guard let last = tree.nodes[node].children.last else { return }
    tree.nodes[node].end = max(tree.nodes[node].end, tree.nodes[last].end)
  }

  mutating func takeReferences(from paragraph: Int) {
    let slices = tree.nodes[paragraph].slices
    guard let first = slices.first, tree.slices[first].start < tree.slices[first].end,
      source.bytes[tree.slices[first].start] == .openBracket
    else { return }
    let content = InlineContent(of: tree.slices[slices], in: source)
    let lines = references.take(from: content)
    tree.nodes[paragraph].slices = (slices.lowerBound + lines)..<slices.upperBound
  }

  mutating func trimParagraph(_ node: Int) {
    let slices = tree.nodes[node].slices
    let last = slices.upperBound - 1
    while tree.slices[last].end > tree.slices[last].start,
      source.bytes[tree.slices[last].end - 1].isSpaceOrTab
    {
      tree.slices[last].end -= 1
    }
    tree.nodes[node].start = tree.slices[slices.lowerBound].start
    tree.nodes[node].end = tree.slices[last].end
  }

  mutating func dropBlankEnd(of node: Int) {
    var slices = tree.nodes[node].slices
    func isBlank(_ slice: LineSlice) -> Bool {
      source.bytes[slice.start..<slice.end].allSatisfy { $0.isSpaceOrTab }
    }
    while let last = slices.last, isBlank(tree.slices[last]) { slices.removeLast() }
    tree.nodes[node].slices = slices
    if let last = slices.last { tree.nodes[node].end = tree.slices[last].end }
  }
}
