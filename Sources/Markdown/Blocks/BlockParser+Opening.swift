internal import Diagnostics

/// Which blocks start in a line.
extension BlockParser {
  /// Opens the blocks that start here; false when that used the line up.
  mutating func openBlocks() -> Bool {
    while !tree.nodes[matched].takesLinesAsTheyAre, !cursor.isBlank {
      if cursor.isIndented {
        guard !tree.nodes[tip].goesOnWithWords else { return true }
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

  enum Opening {
    /// No block starts here: the rest is text.
    case nothing
    /// A block that may hold others: go on after its marker.
    case container
    /// A block that took the line.
    case usedUp
    /// A block that takes this line and others as they are.
    case lines
  }

  mutating func openBlock(startingWith byte: UInt8) -> Opening {
    var opening = Opening.nothing
    switch byte {
    case .greater: return openQuote()
    case .hash: return openHeading()
    case .backtick, .tilde: return openCode()
    case .less: opening = openComment() ?? openHTML()
    case .colon:
      if let opened = openCallout() ?? openColon() { return opened }
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

  mutating func openQuote() -> Opening {
    guard mayGoDeeper() else { return .nothing }
    let start = cursor.nonspace
    let end = cursor.trimmedEnd
    skipQuoteMarker()
    let quote = open(.quote, from: start)
    tree.nodes[quote].end = end
    depth += 1
    return .container
  }

  mutating func openHeading() -> Opening {
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
  mutating func underlineHeading() -> Opening {
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

  mutating func openThematicBreak() -> Opening {
    let start = cursor.nonspace
    guard BlockStart.isThematicBreak(source.bytes, from: start, to: cursor.end) else {
      return .nothing
    }
    let rule = open(.thematicBreak, from: start)
    tree.nodes[rule].end = cursor.trimmedEnd
    close(rule)
    return .usedUp
  }

  mutating func openCode() -> Opening {
    let start = cursor.nonspace
    guard
      let fence = CodeFence(
        source.bytes, from: start, to: cursor.trimmedEnd, indent: cursor.indent)
    else { return .nothing }
    let code = open(.fencedCode(fence), from: start)
    tree.nodes[code].end = cursor.trimmedEnd
    return .usedUp
  }

  mutating func openNote() -> Opening {
    let start = cursor.nonspace
    guard let label = NoteLabel(definedIn: source.bytes, at: start, to: cursor.end) else {
      if NoteLabel.isMalformed(in: source.bytes, at: start, to: cursor.end) {
        let place = source.range(start..<cursor.trimmedEnd)
        diagnostics.append(.noteMalformed(file: file, range: place))
      }
      return .nothing
    }
    guard mayGoDeeper() else { return .nothing }
    let note = open(.note(label: label.text), from: start)
    tree.nodes[note].end = label.end + 1
    cursor.advance(to: label.end + 1)
    cursor.skipIndent()
    depth += 1
    return .container
  }

  mutating func openItem() -> Opening {
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

  /// A row of dashes under the last line of a paragraph makes that line the head of a table.
  mutating func openTable() -> Opening {
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

  mutating func mayGoDeeper() -> Bool {
    guard depth >= Self.deepest else { return true }
    let line = source.lineIndex(at: cursor.nonspace)
    if line != lastLineTooDeep + 1, line != lastLineTooDeep {
      let place = source.range(cursor.nonspace..<(cursor.nonspace + 1))
      diagnostics.append(.nestingTooDeep(file: file, range: place))
    }
    lastLineTooDeep = line
    return false
  }
}
