internal import Markdown

/// What can be gathered from words without writing them.
enum InlineWalk {
  /// The calls of footnotes in reading order.
  static func calls(in blocks: [Block]) -> [NoteCall] {
    var calls: [NoteCall] = []
    gather(blocks, into: &calls)
    return calls
  }

  /// The words alone, as an `alt` attribute wants them.
  static func plainText(of inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let words): text += words.value
      case .code(let code): text += code.text
      case .noteCall(let call): text += "[^\(call.label)]"
      case .value(let value): text += "{{ \(value.name) }}"
      case .softBreak, .hardBreak: text += "\n"
      default: text += plainText(of: content(of: inline))
      }
    }
    return text
  }

  private static func gather(_ blocks: [Block], into calls: inout [NoteCall]) {
    for block in blocks {
      switch block {
      case .heading(let heading): gather(heading.content, into: &calls)
      case .paragraph(let paragraph): gather(paragraph.content, into: &calls)
      case .quote(let quote): gather(quote.blocks, into: &calls)
      case .list(let list): for item in list.items { gather(item.blocks, into: &calls) }
      case .callout(let callout):
        gather(callout.title, into: &calls)
        gather(callout.blocks, into: &calls)
      case .table(let table):
        for row in [table.head] + table.rows {
          for cell in row { gather(cell.content, into: &calls) }
        }
        gather(table.caption?.content ?? [], into: &calls)
      case .definitions(let list):
        for entry in list.entries {
          gather(entry.term.content, into: &calls)
          for definition in entry.definitions { gather(definition.blocks, into: &calls) }
        }
      case .code, .thematicBreak: break
      }
    }
  }

  private static func gather(_ inlines: [Inline], into calls: inout [NoteCall]) {
    for inline in inlines {
      if case .noteCall(let call) = inline {
        calls.append(call)
      } else {
        gather(content(of: inline), into: &calls)
      }
    }
  }

  private static func content(of inline: Inline) -> [Inline] {
    switch inline {
    case .emphasis(let emphasis), .strong(let emphasis): emphasis.content
    case .link(let link): link.content
    case .image(let image): image.alternative
    case .span(let span): span.content
    case .text, .code, .noteCall, .value, .softBreak, .hardBreak: []
    }
  }
}
