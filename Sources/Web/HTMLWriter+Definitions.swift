internal import Markdown

extension HTMLWriter {
  mutating func write(_ list: DefinitionList) {
    startLine()
    append("<dl>\n")
    for entry in list.entries {
      append("<dt\(attributes(entry.term.attributes))>")
      write(entry.term.content)
      append("</dt>\n")
      for definition in entry.definitions {
        append("<dd>")
        for block in definition.blocks {
          if case .paragraph = block, list.isTight { startLine(after: "<dd>") } else { startLine() }
          write(block, isTight: list.isTight)
        }
        append("</dd>\n")
      }
    }
    append("</dl>\n")
  }
}
