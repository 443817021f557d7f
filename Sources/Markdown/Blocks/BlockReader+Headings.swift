internal import Diagnostics

/// Headings, and the attributes at the end of a line.
extension BlockReader {
  mutating func heading(
    _ node: BlockNode, level: Int, isUnderlined: Bool
  ) -> Heading {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    var found = attributes(endingAt: content.bytes.count, in: content)
    if !isUnderlined {
      let end = withoutClosingHashes(content.bytes, to: found.end)
      if found.attributes == .none, end < found.end {
        found = attributes(endingAt: end, in: content)
      }
      found.end = min(found.end, end)
    }
    return Heading(
      level: level, content: inlines(content, to: found.end), attributes: found.attributes,
      range: range(of: node))
  }

  /// `# Title #` ends before the second hash, which stands alone.
  func withoutClosingHashes(_ bytes: [UInt8], to end: Int) -> Int {
    var at = end
    while at > 0, bytes[at - 1] == .hash { at -= 1 }
    guard at < end, at == 0 || bytes[at - 1].isSpaceOrTab else { return end }
    while at > 0, bytes[at - 1].isSpaceOrTab { at -= 1 }
    return at
  }

  /// The attributes at the end of a line, and where the words before them end.
  mutating func attributes(
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
  mutating func reportMalformed(_ line: Range<Int>, in content: InlineContent) {
    guard line.count > 2, content.bytes[line.upperBound - 1] == .closeBrace,
      let brace = content.bytes[line].lastIndex(of: .openBrace),
      content.bytes[brace + 1] == .hash || content.bytes[brace + 1] == .dot,
      brace == line.lowerBound || content.bytes[brace - 1].isWhitespace
    else { return }
    let place = content.range(brace..<line.upperBound)
    diagnostics.append(.attributesMalformed(file: file, range: place))
  }
}
