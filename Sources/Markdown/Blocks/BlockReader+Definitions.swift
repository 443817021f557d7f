internal import Diagnostics

/// Terms and their definitions, which the first phase leaves side by side.
extension BlockReader {
  mutating func definitions(_ list: Int) -> DefinitionList {
    var entries: [DefinitionEntry] = []
    for child in tree.nodes[list].children {
      let node = tree.nodes[child]
      if case .term = node.kind {
        entries.append(DefinitionEntry(term: term(node), definitions: []))
      } else {
        entries[entries.count - 1].definitions.append(
          Definition(blocks: blocks(in: node), range: range(of: node)))
      }
    }
    return DefinitionList(
      isTight: tree.areTight(list, in: source), entries: entries,
      range: range(of: tree.nodes[list]))
  }

  private mutating func term(_ node: BlockNode) -> Term {
    let content = InlineContent(of: tree.slices[node.slices], in: source)
    let found = attributes(endingAt: content.bytes.count, in: content)
    return Term(
      content: inlines(content, to: found.end), attributes: found.attributes,
      range: range(of: node))
  }
}
