internal import Diagnostics
package import Markdown

/// What the parser understood, one node a line, each with its place `line:column-line:column`,
/// indented by two spaces a level. Texts that are not the source to the letter are marked with `=`.
package func tree(of chapter: Chapter) -> String {
  var writer = TreeWriter()
  if let front = chapter.frontMatter { writer.line("front matter", front.range, 0) }
  writer.write(chapter.blocks, 0)
  for note in chapter.notes {
    writer.line("note \(quoted(note.label))", note.range, 0)
    writer.write(note.blocks, 1)
  }
  return writer.text
}

private struct TreeWriter {
  private(set) var text = ""

  mutating func line(_ words: String, _ range: SourceRange, _ level: Int) {
    let (start, end) = (range.lowerBound, range.upperBound)
    text += String(repeating: "  ", count: level)
    text += "\(words) \(start.line):\(start.column)-\(end.line):\(end.column)\n"
  }

  mutating func write(_ blocks: [Block], _ level: Int) {
    for block in blocks { write(block, level) }
  }

  private mutating func write(_ block: Block, _ level: Int) {
    switch block {
    case .heading(let heading):
      line("heading \(heading.level)\(words(of: heading.attributes))", heading.range, level)
      write(heading.content, level + 1)
    case .paragraph(let paragraph):
      line(paragraph.figure == nil ? "paragraph" : "figure", paragraph.range, level)
      write(paragraph.content, level + 1)
    case .quote(let quote):
      line("quote", quote.range, level)
      write(quote.blocks, level + 1)
    case .list(let list):
      write(list, level)
    case .code(let code):
      let info = code.info.isEmpty ? "" : " \(quoted(code.info))"
      line("code\(info) \(quoted(code.text))", code.range, level)
    case .thematicBreak(let rule):
      line("break", rule.range, level)
    case .callout(let callout):
      line("callout \(callout.kind)\(words(of: callout.attributes))", callout.range, level)
      if let first = callout.title.first, let last = callout.title.last {
        line("title", first.range.lowerBound..<last.range.upperBound, level + 1)
        write(callout.title, level + 2)
      }
      write(callout.blocks, level + 1)
    case .table(let table):
      line("table", table.range, level)
      write(table.head, table, "head", level + 1)
      for row in table.rows { write(row, table, "cell", level + 1) }
      if let caption = table.caption {
        line("caption\(words(of: caption.attributes))", caption.range, level + 1)
        write(caption.content, level + 2)
      }
    case .definitions(let list):
      write(list, level)
    }
  }

  private mutating func write(_ list: List, _ level: Int) {
    let marker =
      switch list.marker {
      case .bullet: "bullet"
      case .ordered(let start): "from \(start)"
      }
    line("list \(marker) \(list.isTight ? "tight" : "loose")", list.range, level)
    for item in list.items {
      let task =
        switch item.task {
        case .open: " [ ]"
        case .done: " [x]"
        case nil: ""
        }
      line("item\(task)", item.range, level + 1)
      write(item.blocks, level + 2)
    }
  }

  private mutating func write(_ list: DefinitionList, _ level: Int) {
    line("definitions \(list.isTight ? "tight" : "loose")", list.range, level)
    for entry in list.entries {
      line("term\(words(of: entry.term.attributes))", entry.term.range, level + 1)
      write(entry.term.content, level + 2)
      for definition in entry.definitions {
        line("definition", definition.range, level + 1)
        write(definition.blocks, level + 2)
      }
    }
  }

  private mutating func write(
    _ row: [TableCell], _ table: Table, _ name: String, _ level: Int
  ) {
    for (cell, alignment) in zip(row, table.alignments) {
      line(name + (alignment.map { " \($0)" } ?? ""), cell.range, level)
      write(cell.content, level + 1)
    }
  }

  private mutating func write(_ inlines: [Inline], _ level: Int) {
    for inline in inlines { write(inline, level) }
  }

  private mutating func write(_ inline: Inline, _ level: Int) {
    switch inline {
    case .text(let text):
      line("text\(text.isVerbatim ? "" : "=") \(quoted(text.value))", text.range, level)
    case .emphasis(let emphasis):
      line("emphasis", emphasis.range, level)
      write(emphasis.content, level + 1)
    case .strong(let strong):
      line("strong", strong.range, level)
      write(strong.content, level + 1)
    case .code(let code):
      line("code \(quoted(code.text))", code.range, level)
    case .link(let link):
      let title = link.title.map { " title \(quoted($0))" } ?? ""
      let name = link.isAutolink ? "autolink" : "link"
      line("\(name) \(quoted(link.destination))\(title)", link.range, level)
      write(link.content, level + 1)
    case .image(let image):
      let title = image.title.map { " title \(quoted($0))" } ?? ""
      let attributes = words(of: image.attributes)
      line("image \(quoted(image.source))\(title)\(attributes)", image.range, level)
      write(image.alternative, level + 1)
    case .span(let span):
      line("span\(words(of: span.attributes))", span.range, level)
      write(span.content, level + 1)
    case .noteCall(let call):
      line("call \(quoted(call.label))", call.range, level)
    case .value(let value):
      line("value \(value.name)", value.range, level)
    case .softBreak(let range):
      line("line end", range, level)
    case .hardBreak(let range):
      line("line break", range, level)
    }
  }
}

private func words(of attributes: Attributes) -> String {
  var words = attributes.id.map { " #\($0)" } ?? ""
  for name in attributes.classes { words += " .\(name)" }
  for (key, value) in attributes.values.sorted(by: { $0.key < $1.key }) {
    words += " \(key)=\(quoted(value))"
  }
  return words
}

/// In double quotes, on one line.
private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\"", "\\": quoted += "\\\(scalar)"
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
