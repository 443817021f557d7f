internal import Diagnostics

/// Blocks that keep their lines: code, and raw HTML as text.
extension BlockReader {
  func codeText(of node: BlockNode) -> String {
    var text: [UInt8] = []
    for slice in tree.slices[node.slices] {
      text += repeatElement(.space, count: slice.padding)
      text += source.bytes[slice.start..<slice.end]
      text.append(.newline)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Raw HTML stays as the text it is, line by line.
  mutating func rawHTML(_ node: BlockNode, _ kind: HTMLBlockKind) -> Block {
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
}
