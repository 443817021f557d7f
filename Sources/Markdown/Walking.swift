// Ways through a manuscript for those who look for one thing in it or change one thing. The
// parser limits how deep blocks and inlines nest, so plain recursion is safe.

extension Inline {
  /// What stands within it: the words of a link, the alternative text of an image.
  package var children: [Inline] {
    switch self {
    case .emphasis(let emphasis), .strong(let emphasis): emphasis.content
    case .link(let link): link.content
    case .image(let image): image.alternative
    case .span(let span): span.content
    case .text, .code, .noteCall, .value, .softBreak, .hardBreak: []
    }
  }
}

extension Block {
  package var children: [Block] {
    switch self {
    case .quote(let quote): quote.blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .callout(let callout): callout.blocks
    case .definitions(let list): list.entries.flatMap(\.definitions).flatMap(\.blocks)
    case .heading, .paragraph, .code, .thematicBreak, .table: []
    }
  }

  /// The inlines of its own, not those of its children.
  package var inlines: [Inline] {
    switch self {
    case .heading(let heading): heading.content
    case .paragraph(let paragraph): paragraph.content
    case .callout(let callout): callout.title
    case .table(let table):
      (table.head + table.rows.joined()).flatMap(\.content) + (table.caption?.content ?? [])
    case .definitions(let list): list.entries.flatMap(\.term.content)
    case .quote, .list, .code, .thematicBreak: []
    }
  }
}

extension Chapter {
  /// Calls for every block and every inline, each before what stands within it: the text in its
  /// order, then the notes.
  package func visit(block: (Block) -> Void = { _ in }, inline: (Inline) -> Void = { _ in }) {
    func visit(_ inlines: [Inline]) {
      for each in inlines {
        inline(each)
        visit(each.children)
      }
    }
    func visit(_ blocks: [Block]) {
      for each in blocks {
        block(each)
        visit(each.inlines)
        visit(each.children)
      }
    }
    visit(blocks)
    for note in notes { visit(note.blocks) }
  }

  /// The labels of the notes that it calls, from its text and from its notes.
  package var noteCalls: Set<String> {
    var calls: Set<String> = []
    visit(inline: { if case .noteCall(let call) = $0 { calls.insert(call.label) } })
    return calls
  }

  /// The chapter with every inline replaced by what `change` makes of it, its children first.
  package func mapInlines(_ change: (Inline) -> [Inline]) -> Chapter {
    func map(_ inlines: [Inline]) -> [Inline] {
      inlines.flatMap { inline in
        switch inline {
        case .emphasis(var emphasis):
          emphasis.content = map(emphasis.content)
          return change(.emphasis(emphasis))
        case .strong(var emphasis):
          emphasis.content = map(emphasis.content)
          return change(.strong(emphasis))
        case .link(var link):
          link.content = map(link.content)
          return change(.link(link))
        case .image(var image):
          image.alternative = map(image.alternative)
          return change(.image(image))
        case .span(var span):
          span.content = map(span.content)
          return change(.span(span))
        case .text, .code, .noteCall, .value, .softBreak, .hardBreak:
          return change(inline)
        }
      }
    }
    return mapContent(map)
  }

  /// The chapter with the words of every heading, paragraph, title, cell, caption and term replaced by
  /// what `change` makes of them.
  package func mapContent(_ change: ([Inline]) -> [Inline]) -> Chapter {
    func map(_ cell: TableCell) -> TableCell {
      TableCell(content: change(cell.content), range: cell.range)
    }
    func map(_ blocks: [Block]) -> [Block] {
      blocks.map { block in
        switch block {
        case .heading(var heading):
          heading.content = change(heading.content)
          return .heading(heading)
        case .paragraph(var paragraph):
          paragraph.content = change(paragraph.content)
          return .paragraph(paragraph)
        case .quote(var quote):
          quote.blocks = map(quote.blocks)
          return .quote(quote)
        case .list(var list):
          for index in list.items.indices {
            list.items[index].blocks = map(list.items[index].blocks)
          }
          return .list(list)
        case .callout(var callout):
          callout.title = change(callout.title)
          callout.blocks = map(callout.blocks)
          return .callout(callout)
        case .table(var table):
          table.head = table.head.map(map)
          table.rows = table.rows.map { $0.map(map) }
          if let caption = table.caption { table.caption?.content = change(caption.content) }
          return .table(table)
        case .definitions(var list):
          for index in list.entries.indices {
            list.entries[index].term.content = change(list.entries[index].term.content)
            for (place, definition) in list.entries[index].definitions.enumerated() {
              list.entries[index].definitions[place].blocks = map(definition.blocks)
            }
          }
          return .definitions(list)
        case .code, .thematicBreak:
          return block
        }
      }
    }
    var chapter = self
    chapter.blocks = map(blocks)
    for index in notes.indices { chapter.notes[index].blocks = map(notes[index].blocks) }
    return chapter
  }
}
