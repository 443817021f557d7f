internal import Markdown

/// Writes blocks as HTML.
struct HTMLWriter {
  private(set) var html = ""
  let notes: NoteNumbers
  /// The labels called so far.
  var calledNotes: Set<String> = []

  init(notes: NoteNumbers) {
    self.notes = notes
  }

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block, isTight: Bool = false) {
    switch block {
    case .heading(let heading):
      startLine()
      html += "<h\(heading.level)\(attributes(heading.attributes))>"
      write(heading.content)
      html += "</h\(heading.level)>\n"
    case .paragraph(let paragraph):
      write(paragraph, isTight: isTight)
    case .quote(let quote):
      startLine()
      html += "<blockquote>\n"
      write(quote.blocks)
      html += "</blockquote>\n"
    case .list(let list):
      write(list)
    case .code(let code):
      startLine()
      let language = code.info.split(whereSeparator: \.isWhitespace).first
      html += "<pre><code"
      if let language { html += " class=\"language-\(escaped(String(language)))\"" }
      html += ">\(escaped(code.text))</code></pre>\n"
    case .thematicBreak:
      startLine()
      html += "<hr />\n"
    case .callout(let callout):
      write(callout)
    case .table(let table):
      write(table)
    case .definitions(let list):
      write(list)
    }
  }

  private mutating func write(_ paragraph: Paragraph, isTight: Bool, task: ListItem.Task? = nil) {
    if !isTight {
      startLine()
      html += "<p>"
    }
    if let task { write(task) }
    write(paragraph.content)
    if !isTight { html += "</p>\n" }
  }

  private mutating func write(_ list: List) {
    startLine()
    let name: String
    switch list.marker {
    case .bullet:
      name = "ul"
      html += "<ul>\n"
    case .ordered(let start):
      name = "ol"
      html += start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n"
    }
    for item in list.items { write(item, isTight: list.isTight) }
    html += "</\(name)>\n"
  }

  private mutating func write(_ item: ListItem, isTight: Bool) {
    startLine()
    html += "<li>"
    var rest = item.blocks[...]
    if case .paragraph(let paragraph)? = rest.first {
      rest.removeFirst()
      // A paragraph that is not set close stands on a line of its own, as any block does.
      if !isTight { html += "\n" }
      write(paragraph, isTight: isTight, task: item.task)
    } else if let task = item.task {
      write(task)
    }
    for block in rest {
      if case .paragraph = block, isTight { startLine(after: "<li>") } else { startLine() }
      write(block, isTight: isTight)
    }
    html += "</li>\n"
  }

  private mutating func write(_ task: ListItem.Task) {
    let checked = task == .done ? " checked=\"\"" : ""
    html += "<input type=\"checkbox\"\(checked) disabled=\"\" /> "
  }

  /// Asides stand beside the text; letters, steps and the like belong to it.
  private mutating func write(_ callout: Callout) {
    startLine()
    let name =
      ["letter", "steps", "qr", "glossary", "index"].contains(callout.kind) ? "section" : "aside"
    var attributes = callout.attributes
    attributes.classes.insert(callout.kind, at: 0)
    html += "<\(name)\(self.attributes(attributes))>\n"
    if !callout.title.isEmpty {
      html += "<p class=\"title\">"
      write(callout.title)
      html += "</p>\n"
    }
    write(callout.blocks)
    html += "</\(name)>\n"
  }

  private mutating func write(_ table: Table) {
    startLine()
    html += "<table\(attributes(table.attributes))>\n"
    if let caption = table.caption {
      html += "<caption>"
      write(caption.content)
      html += "</caption>\n"
    }
    html += "<thead>\n"
    write(table.head, in: table, as: "th")
    html += "</thead>\n"
    if !table.rows.isEmpty {
      html += "<tbody>\n"
      for row in table.rows { write(row, in: table, as: "td") }
      html += "</tbody>\n"
    }
    html += "</table>\n"
  }

  private mutating func write(_ row: [TableCell], in table: Table, as name: String) {
    html += "<tr>\n"
    for (cell, alignment) in zip(row, table.alignments) {
      html += "<\(name)"
      switch alignment {
      case .leading: html += " align=\"left\""
      case .centre: html += " align=\"center\""
      case .trailing: html += " align=\"right\""
      case nil: break
      }
      html += ">"
      write(cell.content)
      html += "</\(name)>\n"
    }
    html += "</tr>\n"
  }

  mutating func writeNotes() {
    guard !notes.notes.isEmpty else { return }
    startLine()
    html += "<section class=\"footnotes\">\n<ol>\n"
    var labels: Set<String> = []
    for note in notes.notes {
      let label = escaped(note.label)
      // An id is used once, even where two notes have one label.
      let isFirst = labels.insert(note.label).inserted
      html += isFirst ? "<li id=\"note-\(label)\">\n" : "<li>\n"
      write(note.blocks)
      if isFirst, calledNotes.contains(note.label) {
        writeWayBack("<a href=\"#note-call-\(label)\" class=\"note-back\">↩</a>")
      }
      html += "</li>\n"
    }
    html += "</ol>\n</section>\n"
  }

  /// The way back to the call stands at the end of the note's last paragraph.
  private mutating func writeWayBack(_ link: String) {
    let paragraphEnd = "</p>\n"
    if html.utf8.suffix(paragraphEnd.utf8.count).elementsEqual(paragraphEnd.utf8) {
      html.unicodeScalars.removeLast(paragraphEnd.utf8.count)
      html += " \(link)</p>\n"
    } else {
      html += "<p>\(link)</p>\n"
    }
  }

  mutating func append(_ text: String) {
    html += text
  }

  mutating func startLine(after opening: String = "") {
    guard let last = html.utf8.last, last != UInt8(ascii: "\n") else { return }
    if !opening.isEmpty, html.hasSuffix(opening) { return }
    html += "\n"
  }
}
