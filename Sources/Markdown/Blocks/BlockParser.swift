internal import Diagnostics

/// The first phase: finds the blocks line by line, as cmark does. Each line first goes on with the
/// open blocks it matches, then may open new ones, and what is left of it is text.
struct BlockParser {
  /// Containers in containers: enough for any text, and little enough that whoever walks the tree
  /// may do so by recursion.
  static let deepest = 100

  let source: SourceText
  let file: String
  private(set) var tree = BlockTree()
  private(set) var references = References()
  private(set) var diagnostics: [Diagnostic] = []

  private var cursor: LineCursor
  /// The deepest open block, to which text would go.
  private var tip = 0
  /// The deepest open block the line has matched.
  private var matched = 0
  /// Quotes, items, callouts and notes that are open around the next block.
  private var depth = 0
  private var lastLineTooDeep = -2

  init(source: SourceText, file: String) {
    self.source = source
    self.file = file
    self.cursor = LineCursor(source.bytes)
  }

  mutating func parse(from firstLine: Int) {
    for line in source.lines.indices.dropFirst(firstLine) {
      cursor.begin(source.lines[line])
      guard continueOpenBlocks(), openBlocks() else { continue }
      addText()
    }
    while tip != 0 { close(tip) }
  }

  // MARK: Going on with open blocks

  /// Descends along the open blocks as far as the line matches them; false when that used it up.
  private mutating func continueOpenBlocks() -> Bool {
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

  private enum Continuation {
    case matches, ends, usedUp
  }

  private mutating func goOn(with node: Int) -> Continuation {
    switch tree.nodes[node].kind {
    case .document, .list:
      return .matches
    case .quote:
      guard !cursor.isIndented, cursor.next == .greater else { return .ends }
      tree.nodes[node].end = cursor.trimmedEnd
      skipQuoteMarker()
      depth += 1
      return .matches
    case .item(let contentColumn):
      return goOn(in: node, indentedBy: contentColumn)
    case .note:
      return goOn(in: node, indentedBy: 4)
    case .callout:
      depth += 1
      return .matches
    case .paragraph, .table:
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
    case .heading, .thematicBreak:
      return .ends
    }
  }

  private mutating func goOn(in node: Int, indentedBy columns: Int) -> Continuation {
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

  private mutating func goOn(withComment node: Int) -> Continuation {
    let end = source.bytes.firstIndex(of: "-->", from: cursor.offset, to: cursor.end)
    guard let end else { return .matches }
    let start = cursor.offset
    appendSlice(LineSlice(start: start, end: end + 3), to: node)
    closeComment(node, at: end + 3)
    return cursor.isBlank ? .usedUp : .ends
  }

  private mutating func skipQuoteMarker() {
    cursor.advance(to: cursor.nonspace + 1)
    if cursor.offset < cursor.end, source.bytes[cursor.offset].isSpaceOrTab {
      cursor.advance(columns: 1)
    }
  }

  // MARK: Opening blocks

  /// Opens the blocks that start here; false when that used the line up.
  private mutating func openBlocks() -> Bool {
    while !tree.nodes[matched].takesLinesAsTheyAre, !cursor.isBlank {
      if cursor.isIndented {
        guard !tree.nodes[tip].isParagraph else { return true }
        let start = cursor.nonspace
        cursor.advance(columns: 4)
        open(.indentedCode, from: start)
        return true
      }
      switch openBlock(startingWith: cursor.next) {
      case .nothing: return true
      case .container: continue
      case .usedUp: return false
      case .lines: return true
      }
    }
    return true
  }

  private enum Opening {
    /// No block starts here: the rest is text.
    case nothing
    /// A block that may hold others: go on after its marker.
    case container
    /// A block that took the line.
    case usedUp
    /// A block that takes this line and others as they are.
    case lines
  }

  private mutating func openBlock(startingWith byte: UInt8) -> Opening {
    var opening = Opening.nothing
    switch byte {
    case .greater: return openQuote()
    case .hash: return openHeading()
    case .backtick, .tilde: return openCode()
    case .less: opening = openComment() ?? openHTML()
    case .colon:
      if let callout = openCallout() { return callout }
    case .openBracket: opening = openNote()
    case .equals: return underlineHeading()
    case .star, .underscore:
      opening = openThematicBreak()
    case .minus:
      opening = underlineHeading()
      if case .nothing = opening { opening = openThematicBreak() }
    default: break
    }
    guard case .nothing = opening else { return opening }
    if byte == .star || byte == .minus || byte == .plus || byte.isDigit {
      opening = openItem()
      guard case .nothing = opening else { return opening }
    }
    return byte == .pipe || byte == .colon || byte == .minus ? openTable() : .nothing
  }

  private mutating func openQuote() -> Opening {
    guard mayGoDeeper() else { return .nothing }
    let start = cursor.nonspace
    let end = cursor.trimmedEnd
    skipQuoteMarker()
    let quote = open(.quote, from: start)
    tree.nodes[quote].end = end
    depth += 1
    return .container
  }

  private mutating func openHeading() -> Opening {
    let start = cursor.nonspace
    let end = cursor.trimmedEnd
    guard let level = BlockStart.headingLevel(source.bytes, from: start, to: end) else {
      return .nothing
    }
    let heading = open(.heading(level: level, isUnderlined: false), from: start)
    tree.nodes[heading].end = end
    var content = start + level
    while content < end, source.bytes[content].isSpaceOrTab { content += 1 }
    appendSlice(LineSlice(start: content, end: end), to: heading)
    close(heading)
    return .usedUp
  }

  /// `===` or `---` under a paragraph makes it a heading, unless it held only link definitions.
  private mutating func underlineHeading() -> Opening {
    guard tree.nodes[matched].isParagraph, matched == tip,
      let level = BlockStart.underlineLevel(source.bytes, from: cursor.nonspace, to: cursor.end)
    else { return .nothing }
    takeReferences(from: matched)
    guard !tree.nodes[matched].slices.isEmpty else { return .nothing }
    trimParagraph(matched)
    tree.nodes[matched].kind = .heading(level: level, isUnderlined: true)
    tree.nodes[matched].end = cursor.trimmedEnd
    close(matched)
    return .usedUp
  }

  private mutating func openThematicBreak() -> Opening {
    let start = cursor.nonspace
    guard BlockStart.isThematicBreak(source.bytes, from: start, to: cursor.end) else {
      return .nothing
    }
    let rule = open(.thematicBreak, from: start)
    tree.nodes[rule].end = cursor.trimmedEnd
    close(rule)
    return .usedUp
  }

  private mutating func openCode() -> Opening {
    let start = cursor.nonspace
    guard
      let fence = CodeFence(
        source.bytes, from: start, to: cursor.trimmedEnd, indent: cursor.indent)
    else { return .nothing }
    let code = open(.fencedCode(fence), from: start)
    tree.nodes[code].end = cursor.trimmedEnd
    return .usedUp
  }

  /// `<!--` to `-->`; what follows the end in its line is read as the start of a line.
  private mutating func openComment() -> Opening? {
    let start = cursor.nonspace
    guard source.bytes.hasBytes("<!--", at: start) else { return nil }
    let comment = open(.comment, from: start)
    // `<!-->` and `<!--->` are whole comments.
    let end = source.bytes.firstIndex(of: "-->", from: start + 2, to: cursor.end)
    appendSlice(LineSlice(start: start, end: end.map { $0 + 3 } ?? cursor.end), to: comment)
    guard let end else { return .usedUp }
    closeComment(comment, at: end + 3)
    return cursor.isBlank ? .usedUp : .container
  }

  private mutating func closeComment(_ comment: Int, at end: Int) {
    cursor.advance(to: end)
    tree.nodes[comment].end = end
    closeAll(through: comment, isWhole: true)
    matched = tip
  }

  private mutating func openHTML() -> Opening {
    let start = cursor.nonspace
    guard
      let kind = HTMLBlockKind(
        source.bytes, from: start, to: cursor.end,
        mayInterruptParagraph: !tree.nodes[matched].isParagraph)
    else { return .nothing }
    open(.rawHTML(kind), from: start)
    cursor.skipIndent()
    return .lines
  }

  private mutating func openNote() -> Opening {
    guard let label = NoteLabel(definedIn: source.bytes, at: cursor.nonspace, to: cursor.end),
      mayGoDeeper()
    else { return .nothing }
    let start = cursor.nonspace
    let note = open(.note(label: label.text), from: start)
    tree.nodes[note].end = label.end + 1
    cursor.advance(to: label.end + 1)
    cursor.skipIndent()
    depth += 1
    return .container
  }

  private mutating func openItem() -> Opening {
    guard
      let item = ItemMarker(
        at: cursor, in: source.bytes, interruptsParagraph: tree.nodes[matched].isParagraph),
      mayGoDeeper()
    else { return .nothing }
    let start = cursor.nonspace
    cursor = item.cursorAfter
    if case .list(let marker) = tree.nodes[matched].kind, marker.goesOn(with: item.marker) {
    } else {
      open(.list(item.marker), from: start)
    }
    let node = open(.item(contentColumn: item.contentColumn), from: start)
    tree.nodes[node].end = item.markerEnd
    depth += 1
    return .container
  }

  private mutating func openCallout() -> Opening? {
    let start = cursor.nonspace
    let end = cursor.trimmedEnd
    guard let fence = CalloutFence(source.bytes, from: start, to: end) else {
      if closingCalloutFence(at: cursor) != nil, !tree.nodes[tip].isParagraph {
        diagnostics.append(.strayCalloutEnd(file: file, range: source.range(start..<end)))
      }
      return nil
    }
    guard mayGoDeeper() else { return .nothing }
    let callout = open(.callout(fence), from: start)
    tree.nodes[callout].end = end
    depth += 1
    return .usedUp
  }

  private func closingCalloutFence(at cursor: LineCursor) -> Int? {
    CalloutFence.closingLength(source.bytes, from: cursor.nonspace, to: cursor.end)
  }

  /// Closes the innermost callout with a fence of just this length, or else the innermost with a
  /// shorter one; false when all are longer.
  private mutating func closeCallout(among fences: [(callout: Int, length: Int)]) -> Bool {
    func opening(_ callout: Int) -> Int {
      if case .callout(let fence) = tree.nodes[callout].kind { fence.length } else { 0 }
    }
    let chosen =
      fences.last { opening($0.callout) == $0.length }
      ?? fences.last { opening($0.callout) < $0.length }
    guard let callout = chosen?.callout, case .callout(var fence) = tree.nodes[callout].kind
    else { return false }
    fence.isClosed = true
    tree.nodes[callout].kind = .callout(fence)
    let end = cursor.trimmedEnd
    closeAll(through: callout)
    tree.nodes[callout].end = end
    return true
  }

  /// A row of dashes under the last line of a paragraph makes that line the head of a table.
  private mutating func openTable() -> Opening {
    guard tree.nodes[matched].isParagraph, matched == tip,
      let head = tree.nodes[matched].slices.last.map({ tree.slices[$0] }),
      let alignments = TableRow.alignments(source.bytes, from: cursor.nonspace, to: cursor.end),
      TableRow.cells(source.bytes, from: head.start, to: head.end).count == alignments.count,
      alignments.count > 1 || source.bytes[head.start..<head.end].contains(.pipe)
        || source.bytes[cursor.nonspace..<cursor.end].contains(.pipe)
    else { return .nothing }
    let row = tree.nodes[matched].slices.upperBound - 1
    tree.nodes[matched].slices = tree.nodes[matched].slices.lowerBound..<row
    let table = open(.table(alignments), from: head.start)
    tree.nodes[table].slices = row..<(row + 1)
    tree.nodes[table].end = cursor.trimmedEnd
    return .usedUp
  }

  private mutating func mayGoDeeper() -> Bool {
    guard depth >= Self.deepest else { return true }
    let line = source.lineIndex(at: cursor.nonspace)
    if line != lastLineTooDeep + 1, line != lastLineTooDeep {
      let place = source.range(cursor.nonspace..<(cursor.nonspace + 1))
      diagnostics.append(.nestingTooDeep(file: file, range: place))
    }
    lastLineTooDeep = line
    return false
  }

  // MARK: Text

  private mutating func addText() {
    if matched != tip, !cursor.isBlank, tree.nodes[tip].isParagraph {
      // A paragraph goes on lazily where the markers of its containers are left out.
      cursor.skipIndent()
      appendSlice(cursor.rest(), to: tip)
      return
    }
    closeUnmatched()
    switch tree.nodes[matched].kind {
    case .fencedCode, .indentedCode, .comment:
      appendSlice(cursor.rest(), to: matched)
    case .rawHTML(let kind):
      appendSlice(cursor.rest(), to: matched)
      if kind.isEnded(by: source.bytes, from: cursor.offset, to: cursor.end) { close(matched) }
    case .table(let alignments) where !cursor.isBlank:
      cursor.skipIndent()
      let rows = tree.nodes[matched].slices.count
      if alignments.count * rows >= TableRow.mostCells {
        let place = source.range(cursor.offset..<cursor.trimmedEnd)
        diagnostics.append(.tableTooLarge(file: file, range: place))
        appendSlice(cursor.rest(), to: open(.paragraph, from: cursor.offset))
      } else {
        let slice = cursor.rest()
        appendSlice(slice, to: matched)
        tree.nodes[matched].end = cursor.trimmedEnd
      }
    case .paragraph:
      cursor.skipIndent()
      appendSlice(cursor.rest(), to: matched)
    default:
      guard !cursor.isBlank else { return }
      cursor.skipIndent()
      let paragraph = open(.paragraph, from: cursor.offset)
      appendSlice(cursor.rest(), to: paragraph)
    }
  }

  private mutating func appendSlice(_ slice: LineSlice, to node: Int) {
    if tree.nodes[node].slices.isEmpty {
      tree.nodes[node].slices = tree.slices.count..<tree.slices.count
    }
    tree.slices.append(slice)
    tree.nodes[node].slices = tree.nodes[node].slices.lowerBound..<tree.slices.count
  }

  // MARK: The tree

  @discardableResult
  private mutating func open(_ kind: BlockNode.Kind, from start: Int) -> Int {
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

  private mutating func closeUnmatched() {
    while tip != matched { close(tip) }
  }

  private mutating func closeAll(through node: Int, isWhole: Bool = false) {
    while tip != node { close(tip) }
    close(node, isWhole: isWhole)
    matched = tip
  }

  /// Settles a block whose last line has been read. `isWhole` tells of a comment that has its end.
  private mutating func close(_ node: Int, isWhole: Bool = false) {
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
      if let last = tree.nodes[node].slices.last {
        tree.nodes[node].end = max(tree.nodes[node].end, tree.slices[last].end)
      }
    case .callout(let fence) where !fence.isClosed:
      reachLastChild(node)
      let line = tree.nodes[node].start..<fence.end
      diagnostics.append(.calloutUnclosed(file: file, range: source.range(line), fence: fence))
    case .quote, .list, .item, .note, .callout:
      reachLastChild(node)
    case .document, .heading, .fencedCode, .comment, .thematicBreak, .table:
      break
    }
  }

  private mutating func reachLastChild(_ node: Int) {
    guard let last = tree.nodes[node].children.last else { return }
    tree.nodes[node].end = max(tree.nodes[node].end, tree.nodes[last].end)
  }

  private mutating func takeReferences(from paragraph: Int) {
    let slices = tree.nodes[paragraph].slices
    guard let first = slices.first, tree.slices[first].start < tree.slices[first].end,
      source.bytes[tree.slices[first].start] == .openBracket
    else { return }
    let content = InlineContent(of: tree.slices[slices], in: source)
    let lines = references.take(from: content)
    tree.nodes[paragraph].slices = (slices.lowerBound + lines)..<slices.upperBound
  }

  private mutating func trimParagraph(_ node: Int) {
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

  private mutating func dropBlankEnd(of node: Int) {
    var slices = tree.nodes[node].slices
    func isBlank(_ slice: LineSlice) -> Bool {
      source.bytes[slice.start..<slice.end].allSatisfy { $0.isSpaceOrTab }
    }
    while let last = slices.last, isBlank(tree.slices[last]) { slices.removeLast() }
    tree.nodes[node].slices = slices
    if let last = slices.last { tree.nodes[node].end = tree.slices[last].end }
  }
}
