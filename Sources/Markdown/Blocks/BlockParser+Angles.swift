/// Blocks that start with `<`: comments, which are dropped, and raw HTML, which stays text.
extension BlockParser {
  mutating func goOn(withComment node: Int) -> Continuation {
    let end = source.bytes.firstIndex(of: "-->", from: cursor.offset, to: cursor.end)
    guard let end else { return .matches }
    let start = cursor.offset
    appendSlice(LineSlice(start: start, end: end + 3), to: node)
    closeComment(node, at: end + 3)
    return cursor.isBlank ? .usedUp : .ends
  }

  /// `<!--` to `-->`; what follows the end in its line is read as the start of a line.
  mutating func openComment() -> Opening? {
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

  mutating func closeComment(_ comment: Int, at end: Int) {
    cursor.advance(to: end)
    tree.nodes[comment].end = end
    closeAll(through: comment, isWhole: true)
    matched = tip
  }

  mutating func openHTML() -> Opening {
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
}
