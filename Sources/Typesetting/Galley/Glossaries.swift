internal import Markdown

extension GalleyBuilder {
  /// `::: glossary`: the terms of its definitions in the order of the language, whatever order
  /// their author wrote them in.
  mutating func setGlossary(_ callout: Callout, in place: Place) {
    let collation = Collation(desk.language.sorting)
    let blocks = callout.blocks.map { block -> Block in
      guard case .definitions(var list) = block else { return block }
      list.entries = list.entries.map { ($0, collation.key(of: $0.term.content.plainText)) }
        .sorted { $0.1 < $1.1 }.map(\.0)
      return .definitions(list)
    }
    set(blocks, in: place)
  }
}
