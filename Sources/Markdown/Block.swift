package import Diagnostics

package indirect enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case quote(Quote)
  case list(List)
  case code(CodeBlock)
  case thematicBreak(ThematicBreak)
  case callout(Callout)
  case table(Table)
  case definitions(DefinitionList)
}

package struct Heading: Hashable, Sendable {
  /// 1 to 6.
  package var level: Int
  package var content: [Inline]
  package var attributes: Attributes
  package var range: SourceRange

  package init(level: Int, content: [Inline], attributes: Attributes = .none, range: SourceRange) {
    self.level = level
    self.content = content
    self.attributes = attributes
    self.range = range
  }
}

package struct Paragraph: Hashable, Sendable {
  package var content: [Inline]
  package var range: SourceRange

  package init(content: [Inline], range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// The image that stands alone in this paragraph, which makes it a figure.
  package var figure: Image? {
    guard content.count == 1, case .image(let image) = content[0] else { return nil }
    return image
  }
}

package struct Quote: Hashable, Sendable {
  package var blocks: [Block]
  package var range: SourceRange

  package init(blocks: [Block], range: SourceRange) {
    self.blocks = blocks
    self.range = range
  }
}

package struct List: Hashable, Sendable {
  package enum Marker: Hashable, Sendable {
    case bullet
    /// Numbered, the first item with this number.
    case ordered(start: Int)
  }

  package var marker: Marker
  /// No blank line between items: they are set close.
  package var isTight: Bool
  package var items: [ListItem]
  package var range: SourceRange

  package init(marker: Marker, isTight: Bool, items: [ListItem], range: SourceRange) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
    self.range = range
  }
}

package struct ListItem: Hashable, Sendable {
  /// For `- [ ]` and `- [x]`: a box to tick, ticked or not.
  package enum Task: Hashable, Sendable {
    case open, done
  }

  package var task: Task?
  package var blocks: [Block]
  package var range: SourceRange

  package init(task: Task? = nil, blocks: [Block], range: SourceRange) {
    self.task = task
    self.blocks = blocks
    self.range = range
  }
}

package struct CodeBlock: Hashable, Sendable {
  /// What follows the opening fence; empty for indented code.
  package var info: String
  package var text: String
  package var range: SourceRange

  package init(info: String, text: String, range: SourceRange) {
    self.info = info
    self.text = text
    self.range = range
  }
}

package struct ThematicBreak: Hashable, Sendable {
  package var range: SourceRange

  package init(range: SourceRange) {
    self.range = range
  }
}

/// `::: kind Title {#id .class}` … `:::`
package struct Callout: Hashable, Sendable {
  /// note, warning, example, letter, steps, qr, glossary or index; another word is reported and
  /// kept.
  package var kind: String
  package var title: [Inline]
  package var attributes: Attributes
  package var blocks: [Block]
  package var range: SourceRange

  package init(
    kind: String, title: [Inline], attributes: Attributes = .none, blocks: [Block],
    range: SourceRange
  ) {
    self.kind = kind
    self.title = title
    self.attributes = attributes
    self.blocks = blocks
    self.range = range
  }
}

package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable {
    case leading, centre, trailing
  }

  /// One for each column; nil where the author asked for none.
  package var alignments: [Alignment?]
  package var head: [TableCell]
  /// Every row has as many cells as the head.
  package var rows: [[TableCell]]
  package var caption: TableCaption?
  /// With its caption.
  package var range: SourceRange

  package init(
    alignments: [Alignment?], head: [TableCell], rows: [[TableCell]],
    caption: TableCaption? = nil, range: SourceRange
  ) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.caption = caption
    self.range = range
  }

  /// The caption's, which are the table's.
  package var attributes: Attributes { caption?.attributes ?? .none }
}

/// `: words {#id .class}` under a table.
package struct TableCaption: Hashable, Sendable {
  package var content: [Inline]
  package var attributes: Attributes
  package var range: SourceRange

  package init(content: [Inline], attributes: Attributes = .none, range: SourceRange) {
    self.content = content
    self.attributes = attributes
    self.range = range
  }
}

package struct TableCell: Hashable, Sendable {
  package var content: [Inline]
  package var range: SourceRange

  package init(content: [Inline], range: SourceRange) {
    self.content = content
    self.range = range
  }
}

extension Block {
  package var range: SourceRange {
    switch self {
    case .heading(let heading): heading.range
    case .paragraph(let paragraph): paragraph.range
    case .quote(let quote): quote.range
    case .list(let list): list.range
    case .code(let code): code.range
    case .thematicBreak(let rule): rule.range
    case .callout(let callout): callout.range
    case .table(let table): table.range
    case .definitions(let list): list.range
    }
  }
}
