/// The part of a source line that belongs to a block.
struct LineSlice {
  var start: Int
  var end: Int
  /// Spaces that stand for the rest of a tab a container has cut.
  var padding = 0
}

/// A block as the first phase finds it: its kind, its lines, and where it stands; the words in it
/// are not yet read. All offsets count bytes of the source.
struct BlockNode {
  enum Kind {
    case document
    case quote
    case list(ListMarker)
    /// `contentColumn`: how far a line must be indented to go on with the item.
    case item(contentColumn: Int)
    case note(label: String)
    case callout(CalloutFence)
    case paragraph
    case heading(level: Int, isUnderlined: Bool)
    case fencedCode(CodeFence)
    case indentedCode
    case rawHTML(HTMLBlockKind)
    case comment
    case thematicBreak
    case table([Table.Alignment?])
    /// What a table shows, on lines under it.
    case caption
    case definitions
    /// The line above its definitions.
    case term
    /// `contentColumn`: how far a line must be indented to go on with the definition.
    case definition(contentColumn: Int)
  }

  var kind: Kind
  let parent: Int
  var children: [Int] = []
  var start: Int
  var end: Int
  /// Its lines in `BlockTree.slices`.
  var slices: Range<Int>

  var isParagraph: Bool {
    if case .paragraph = kind { true } else { false }
  }

  var isTable: Bool {
    if case .table = kind { true } else { false }
  }

  /// Whether words on an indented line go on with it.
  var goesOnWithWords: Bool {
    if case .caption = kind { true } else { isParagraph }
  }

  /// Code, raw HTML and comments take their lines as they are.
  var takesLinesAsTheyAre: Bool {
    switch kind {
    case .fencedCode, .indentedCode, .rawHTML, .comment: true
    default: false
    }
  }

  func canContain(_ child: Kind) -> Bool {
    switch kind {
    case .document, .quote, .item, .note, .callout, .definition:
      switch child {
      case .item, .term, .definition: false
      default: true
      }
    case .list:
      if case .item = child { true } else { false }
    case .definitions:
      if case .definition = child { true } else { false }
    default: false
    }
  }
}

/// Blocks in one array, parents before children, joined by index: no chain of references to free,
/// however deep.
struct BlockTree {
  var nodes: [BlockNode] = [
    BlockNode(kind: .document, parent: -1, start: 0, end: 0, slices: 0..<0)
  ]
  /// Only one block takes lines at a time, so the lines of one block stand together.
  var slices: [LineSlice] = []

  /// A list is tight when no blank line stands between its items or between the blocks of an item.
  func isTight(_ list: Int, in source: SourceText) -> Bool {
    !hasGap(between: nodes[list].children, in: source)
      && !nodes[list].children.contains { hasGap(between: nodes[$0].children, in: source) }
  }

  /// Definitions are tight when no blank line stands before or between those of a term, or between
  /// the blocks of one.
  func areTight(_ definitions: Int, in source: SourceText) -> Bool {
    let children = nodes[definitions].children
    let isParted = zip(children, children.dropFirst()).contains { former, latter in
      if case .term = nodes[latter].kind { return false }
      return hasGap(between: [former, latter], in: source)
    }
    return !isParted && !children.contains { hasGap(between: nodes[$0].children, in: source) }
  }

  private func hasGap(between siblings: [Int], in source: SourceText) -> Bool {
    zip(siblings, siblings.dropFirst()).contains { former, latter in
      source.lineIndex(at: nodes[former].end) + 1 < source.lineIndex(at: nodes[latter].start)
    }
  }
}
