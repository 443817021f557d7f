internal import Diagnostics

/// What a colon and a space at the start of a line begin: the caption of the table above, or a
/// definition of the term above.
extension BlockParser {
  mutating func openColon() -> Opening? {
    guard let colon = ColonMarker(at: cursor, in: source.bytes) else { return nil }
    if let opening = openCaption(after: colon) ?? openDefinition(after: colon) { return opening }
    if !tree.nodes[tip].goesOnWithWords {
      let place = source.range(cursor.nonspace..<cursor.trimmedEnd)
      diagnostics.append(.strayColon(file: file, range: place))
    }
    return nil
  }

  /// Under a table, with or without a blank line between.
  private mutating func openCaption(after colon: ColonMarker) -> Opening? {
    let table = tree.nodes[matched].isTable ? matched : tree.nodes[matched].children.last
    guard let table, tree.nodes[table].isTable else { return nil }
    cursor = colon.cursorAfter
    open(.caption, from: cursor.nonspace)
    return .lines
  }

  private mutating func openDefinition(after colon: ColonMarker) -> Opening? {
    let isFurther = if case .definitions = tree.nodes[matched].kind { true } else { false }
    guard isFurther || term != nil else { return nil }
    guard mayGoDeeper() else { return .nothing }
    if !isFurther {
      guard let term else { return nil }
      define(term)
    }
    let start = cursor.nonspace
    cursor = colon.cursorAfter
    let definition = open(.definition(contentColumn: colon.contentColumn), from: start)
    tree.nodes[definition].end = start + 1
    depth += 1
    return .container
  }

  /// The paragraph above, if it is one line: a colon that wrapping has put at the start of a later
  /// line defines nothing.
  private var term: Int? {
    let paragraph = matched == tip ? tree.nodes[matched].children.last ?? matched : matched
    let node = tree.nodes[paragraph]
    return node.isParagraph && node.slices.count == 1 && !isReference(node) ? paragraph : nil
  }

  private func isReference(_ paragraph: BlockNode) -> Bool {
    var unused = References()
    let content = InlineContent(of: tree.slices[paragraph.slices], in: source)
    return unused.take(from: content) > 0
  }

  /// Makes a term of the paragraph, in the list just before it or else in a new one, which then is
  /// the deepest open block.
  private mutating func define(_ paragraph: Int) {
    closeUnmatched()
    trimParagraph(paragraph)
    let parent = tree.nodes[paragraph].parent
    let former = tree.nodes[parent].children.dropLast().last
    let (slices, start) = (tree.nodes[paragraph].slices, tree.nodes[paragraph].start)
    let list: Int
    if let former, case .definitions = tree.nodes[former].kind {
      tree.nodes[parent].children.removeLast()
      list = former
    } else {
      tree.nodes[paragraph].kind = .definitions
      tree.nodes[paragraph].slices = 0..<0
      list = paragraph
    }
    let term = BlockNode(
      kind: .term, parent: list, start: start, end: tree.nodes[paragraph].end, slices: slices)
    tree.nodes[list].children.append(tree.nodes.count)
    tree.nodes.append(term)
    tip = list
    matched = list
  }
}

/// A colon before words, and where these stand.
private struct ColonMarker {
  /// The columns a line must be indented by to go on with what begins here.
  let contentColumn: Int
  let cursorAfter: LineCursor

  init?(at cursor: LineCursor, in bytes: [UInt8]) {
    let start = cursor.nonspace
    guard start + 1 < cursor.end, bytes[start] == .colon, bytes[start + 1].isSpaceOrTab else {
      return nil
    }
    var after = cursor
    after.advance(to: start + 1)
    guard !after.isBlank else { return nil }
    // As after a bullet: what stands further in is code.
    let spaces = after.indent > 4 ? 1 : after.indent
    contentColumn = cursor.indent + 1 + spaces
    after.advance(columns: spaces)
    cursorAfter = after
  }
}

extension Diagnostic {
  fileprivate static func strayColon(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "colon-stray", file: file, range: range,
      Wording(
        en: "no term or table stands above this colon; the line stays text",
        fr: "il n’y a ni mot ni tableau au-dessus de ce deux-points ; la ligne reste du texte"),
      hints: [
        Wording(
          en: "write the term it defines on one line above it, or \\: for a colon that is text",
          fr:
            "écrivez au-dessus, sur une ligne, le mot qu’elle définit, ou \\: pour un deux-points "
            + "qui est du texte")
      ])
  }
}
