internal import Diagnostics

/// The first phase: finds the blocks line by line, as cmark does. Each line first goes on with the
/// open blocks it matches, then may open new ones, and what is left of it is text.
struct BlockParser {
  /// Containers in containers: enough for any text, and little enough that whoever walks the tree
  /// may do so by recursion.
  static let deepest = 100

  let source: SourceText
  let file: String
  var tree = BlockTree()
  var references = References()
  var diagnostics: [Diagnostic] = []

  var cursor: LineCursor
  /// The deepest open block, to which text would go.
  var tip = 0
  /// The deepest open block the line has matched.
  var matched = 0
  /// Quotes, items, callouts and notes that are open around the next block.
  var depth = 0
  var lastLineTooDeep = -2

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

  mutating func addText() {
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
    case .paragraph, .caption:
      cursor.skipIndent()
      appendSlice(cursor.rest(), to: matched)
    default:
      guard !cursor.isBlank else { return }
      cursor.skipIndent()
      let paragraph = open(.paragraph, from: cursor.offset)
      appendSlice(cursor.rest(), to: paragraph)
    }
  }

  mutating func appendSlice(_ slice: LineSlice, to node: Int) {
    if tree.nodes[node].slices.isEmpty {
      tree.nodes[node].slices = tree.slices.count..<tree.slices.count
    }
    tree.slices.append(slice)
    tree.nodes[node].slices = tree.nodes[node].slices.lowerBound..<tree.slices.count
  }
}
