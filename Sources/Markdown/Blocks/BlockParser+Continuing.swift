/// Which open blocks go on with a line.
extension BlockParser {
  /// Descends along the open blocks as far as the line matches them; false when that used it up.
  mutating func continueOpenBlocks() -> Bool {
    matched = 0
    depth = 0
    var fences: [(callout: Int, length: Int)] = []
    var length: Int?
    while matched != tip, let child = tree.nodes[matched].children.last {
      if case .callout = tree.nodes[child].kind {
        length = cursor.isIndented ? nil : closingCalloutFence(at: cursor)
        if let length { fences.append((child, length)) }
      }
      switch goOn(with: child) {
      case .matches: matched = child
      case .usedUp: return false
      case .ends:
        return fences.isEmpty || !closeCallout(among: fences)
      }
    }
    let isSwallowed = tree.nodes[matched].takesLinesAsTheyAre
    return fences.isEmpty || isSwallowed || !closeCallout(among: fences)
  }

  enum Continuation {
    case matches, ends, usedUp
  }

  mutating func goOn(with node: Int) -> Continuation {
    switch tree.nodes[node].kind {
    case .document, .list, .definitions:
      return .matches
    case .quote:
      guard !cursor.isIndented, cursor.next == .greater else { return .ends }
      tree.nodes[node].end = cursor.trimmedEnd
      skipQuoteMarker()
      depth += 1
      return .matches
    case .item(let contentColumn), .definition(let contentColumn):
      return goOn(in: node, indentedBy: contentColumn)
    case .note:
      return goOn(in: node, indentedBy: 4)
    case .callout:
      depth += 1
      return .matches
    case .paragraph, .table, .caption:
      return cursor.isBlank ? .ends : .matches
    case .fencedCode(let fence):
      if !cursor.isIndented, fence.isClosed(by: source.bytes, from: cursor.nonspace, to: cursor.end)
      {
        tree.nodes[node].kind = .fencedCode(fence.closed)
        tree.nodes[node].end = cursor.trimmedEnd
        closeAll(through: node)
        return .usedUp
      }
      cursor.advance(columns: min(fence.indent, cursor.indent))
      return .matches
    case .indentedCode:
      guard cursor.isIndented || cursor.isBlank else { return .ends }
      cursor.advance(columns: min(4, cursor.indent))
      return .matches
    case .rawHTML(let kind):
      return kind.endsAtBlankLine && cursor.isBlank ? .ends : .matches
    case .comment:
      return goOn(withComment: node)
    case .heading, .thematicBreak, .term:
      return .ends
    }
  }

  mutating func goOn(in node: Int, indentedBy columns: Int) -> Continuation {
    if cursor.isBlank {
      guard !tree.nodes[node].children.isEmpty else { return .ends }
      cursor.skipIndent()
    } else {
      guard cursor.indent >= columns else { return .ends }
      cursor.advance(columns: columns)
    }
    depth += 1
    return .matches
  }

  mutating func skipQuoteMarker() {
    cursor.advance(to: cursor.nonspace + 1)
    if cursor.offset < cursor.end, source.bytes[cursor.offset].isSpaceOrTab {
      cursor.advance(columns: 1)
    }
  }
}
