import Diagnostics
import Markdown

/// Any part of a chapter, so that laws about all parts are written once.
struct Node {
  var name: String
  var range: SourceRange
  /// What of the author's words is kept here: texts, addresses, labels, attributes.
  var words: [String] = []
  var children: [Node] = []
  /// A text that is the source to the letter.
  var isVerbatim = false

  /// This node and all below it, without recursion.
  var all: [Node] {
    var found: [Node] = []
    var waiting = [self]
    while let node = waiting.popLast() {
      found.append(node)
      waiting += node.children
    }
    return found
  }
}

extension Chapter {
  /// The parts at the top: front matter, blocks, notes.
  var nodes: [Node] {
    var nodes = blocks.map(Node.init)
    if let frontMatter {
      nodes.append(Node(name: "front", range: frontMatter.range, words: [frontMatter.yaml]))
    }
    return nodes
      + notes.map { note in
        Node(
          name: "note", range: note.range, words: [note.label], children: note.blocks.map(Node.init)
        )
      }
  }

  func parts(named name: String) -> [Node] {
    nodes.flatMap(\.all).filter { $0.name == name }.sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }
}

extension Node {
  init(_ block: Block) {
    switch block {
    case .heading(let heading):
      self.init(
        name: "heading", range: heading.range, words: heading.attributes.words,
        children: heading.content.map(Node.init))
    case .paragraph(let paragraph):
      self.init(
        name: "paragraph", range: paragraph.range, children: paragraph.content.map(Node.init))
    case .quote(let quote):
      self.init(name: "quote", range: quote.range, children: quote.blocks.map(Node.init))
    case .list(let list):
      let items = list.items.map {
        Node(name: "item", range: $0.range, children: $0.blocks.map(Node.init))
      }
      self.init(name: "list", range: list.range, children: items)
    case .code(let code):
      self.init(name: "code block", range: code.range, words: [code.info, code.text])
    case .thematicBreak(let rule):
      self.init(name: "rule", range: rule.range)
    case .callout(let callout):
      self.init(
        name: "callout", range: callout.range, words: [callout.kind] + callout.attributes.words,
        children: callout.title.map(Node.init) + callout.blocks.map(Node.init))
    case .table(let table):
      let cells = (table.head + table.rows.flatMap { $0 }).map {
        Node(name: "cell", range: $0.range, children: $0.content.map(Node.init))
      }
      let caption = table.caption.map {
        Node(
          name: "caption", range: $0.range, words: $0.attributes.words,
          children: $0.content.map(Node.init))
      }
      self.init(
        name: "table", range: table.range, children: cells + (caption.map { [$0] } ?? []))
    case .definitions(let list):
      let children = list.entries.flatMap { entry in
        [
          Node(
            name: "term", range: entry.term.range, words: entry.term.attributes.words,
            children: entry.term.content.map(Node.init))
        ]
          + entry.definitions.map {
            Node(name: "definition", range: $0.range, children: $0.blocks.map(Node.init))
          }
      }
      self.init(name: "definitions", range: list.range, children: children)
    }
  }

  init(_ inline: Inline) {
    let range = inline.range
    switch inline {
    case .text(let text):
      self.init(name: "text", range: range, words: [text.value], isVerbatim: text.isVerbatim)
    case .emphasis(let emphasis):
      self.init(name: "emphasis", range: range, children: emphasis.content.map(Node.init))
    case .strong(let strong):
      self.init(name: "strong", range: range, children: strong.content.map(Node.init))
    case .code(let code):
      self.init(name: "code", range: range, words: [code.text])
    case .link(let link):
      self.init(
        name: "link", range: range, words: [link.destination, link.title ?? ""],
        children: link.content.map(Node.init))
    case .image(let image):
      self.init(
        name: "image", range: range,
        words: [image.source, image.title ?? ""] + image.attributes.words,
        children: image.alternative.map(Node.init))
    case .span(let span):
      self.init(
        name: "span", range: range, words: span.attributes.words,
        children: span.content.map(Node.init))
    case .noteCall(let call):
      self.init(name: "call", range: range, words: [call.label])
    case .value(let value):
      self.init(name: "value", range: range, words: [value.name])
    case .softBreak:
      self.init(name: "line end", range: range)
    case .hardBreak:
      self.init(name: "line break", range: range)
    }
  }
}

extension Attributes {
  fileprivate var words: [String] {
    [id ?? ""] + classes + values.flatMap { [$0.key, $0.value] }
  }
}

/// A chapter and what was said about it.
func parse(_ source: String) -> (chapter: Chapter, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let chapter = Chapter(parsing: source, file: "chapter.md", reporting: &diagnostics)
  return (chapter, diagnostics)
}
