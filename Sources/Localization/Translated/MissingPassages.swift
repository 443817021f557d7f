internal import Diagnostics
package import Markdown

extension Chapter {
  /// A translated chapter with the source's blocks that it lacks, each after what it follows there, marked
  /// as being in the source's language. A block of which a part is translated stays as it is: no page
  /// changes language in the middle.
  ///
  /// - Parameter states: of this chapter's passages.
  package func filled(
    from source: Chapter, _ states: [PassageState], inLanguage tag: String
  ) -> Chapter {
    var additions: [Int: [Block]] = [:]
    var anchor = -1
    var rest = states[...]
    for block in source.blocks {
      let own = rest.filter { $0.source.map { block.range.contains($0.range) } ?? false }
      rest = rest.drop { state in
        state.source.map { $0.range.lowerBound < block.range.upperBound } ?? true
      }
      let translated = own.compactMap(\.translation)
      if let last = translated.last, let index = blocks.firstIndex(holding: last.range) {
        anchor = max(anchor, index)
      }
      if translated.isEmpty, !own.isEmpty { additions[anchor, default: []].append(block) }
    }
    guard !additions.isEmpty else { return self }

    var foreign = Chapter(file: file, blocks: additions.sorted { $0.key < $1.key }.flatMap(\.value))
    let calls = foreign.noteCalls
    let known = Set(notes.map(\.label))
    foreign.notes = source.notes.filter { calls.contains($0.label) && !known.contains($0.label) }
    foreign = foreign.marked(asLanguage: tag)
    var filled = self
    filled.blocks = []
    var next = foreign.blocks.makeIterator()
    func append(after index: Int) {
      for _ in additions[index] ?? [] { if let block = next.next() { filled.blocks.append(block) } }
    }
    append(after: -1)
    for (index, block) in blocks.enumerated() {
      filled.blocks.append(block)
      append(after: index)
    }
    filled.notes += foreign.notes
    return filled
  }

  /// All of its words in a span that names their language.
  package func marked(asLanguage tag: String) -> Chapter {
    mapContent { content in
      guard let first = content.first, let last = content.last else { return content }
      // An image alone is a figure, and must stay alone.
      if content.count == 1, case .image = first { return content }
      return [
        .span(
          Span(
            content: content, attributes: Attributes(values: ["lang": tag]),
            range: first.range.lowerBound..<last.range.upperBound))
      ]
    }
  }
}

extension [Block] {
  fileprivate func firstIndex(holding range: SourceRange) -> Int? {
    firstIndex { $0.range.contains(range) }
  }
}

extension SourceRange {
  fileprivate func contains(_ other: SourceRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
