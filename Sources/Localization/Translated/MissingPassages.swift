internal import Diagnostics
package import Markdown

extension Chapter {
  /// A translated chapter with what the source has and it lacks, each part after what it follows there,
  /// marked as being in the source's language: blocks, and items, rows and entries of lists and tables
  /// whose other parts are translated. A paragraph is one passage, and stays as it is.
  ///
  /// - Parameter states: of this chapter's passages.
  package func filled(
    from source: Chapter, _ states: [PassageState], inLanguage tag: String
  ) -> Chapter {
    guard states.contains(where: { $0.freshness == .missing }) else { return self }
    let foreign = source.marked(asLanguage: tag)
    var filled = self
    Gaps(states).fill(&filled.blocks, from: foreign.blocks)
    let calls = filled.noteCalls
    let known = Set(notes.map(\.label))
    filled.notes += foreign.notes.filter { calls.contains($0.label) && !known.contains($0.label) }
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

/// What a translation lacks, by where the source has it.
private struct Gaps {
  private let places: [(source: SourceRange, translation: SourceRange?)]

  init(_ states: [PassageState]) {
    places = states.compactMap { state in
      state.source.map { ($0.range, state.translation?.range) }
    }
  }

  func fill(_ blocks: inout [Block], from source: [Block]) {
    fill(&blocks, from: source, at: \.range, within: fillWithin)
  }

  /// - Parameter within: what is done with a part of which a part is translated.
  private func fill<Part>(
    _ parts: inout [Part], from source: [Part], at range: (Part) -> SourceRange,
    within: (inout Part, Part) -> Void
  ) {
    var additions: [Int: [Part]] = [:]
    var anchor = -1
    for part in source {
      let own = places.filter { range(part).contains($0.source) }
      let translated = own.compactMap(\.translation)
      if let last = translated.last {
        guard let index = parts.firstIndex(where: { range($0).contains(last) }) else { continue }
        anchor = max(anchor, index)
        if translated.count < own.count { within(&parts[index], part) }
      } else if !own.isEmpty {
        additions[anchor, default: []].append(part)
      }
    }
    guard !additions.isEmpty else { return }
    parts =
      (additions[-1] ?? []) + parts.enumerated().flatMap { [$1] + (additions[$0] ?? []) }
  }

  private func fillWithin(_ block: inout Block, from source: Block) {
    switch (block, source) {
    case (.quote(var quote), .quote(let original)):
      fill(&quote.blocks, from: original.blocks)
      block = .quote(quote)
    case (.callout(var callout), .callout(let original)):
      if callout.title.isEmpty { callout.title = original.title }
      fill(&callout.blocks, from: original.blocks)
      block = .callout(callout)
    case (.list(var list), .list(let original)):
      fill(&list.items, from: original.items, at: \.range) { fill(&$0.blocks, from: $1.blocks) }
      block = .list(list)
    case (.definitions(var list), .definitions(let original)):
      fill(&list.entries, from: original.entries, at: \.range) { entry, original in
        fill(&entry.definitions, from: original.definitions, at: \.range) {
          fill(&$0.blocks, from: $1.blocks)
        }
      }
      block = .definitions(list)
    case (.table(var table), .table(let original)):
      table.caption = table.caption ?? original.caption
      if table.head.count == original.head.count {
        fillCells(&table.head, from: original.head)
        fill(&table.rows, from: original.rows, at: \.range, within: fillCells)
      }
      block = .table(table)
    default:
      break
    }
  }

  private func fillCells(_ cells: inout [TableCell], from source: [TableCell]) {
    for (index, cell) in source.enumerated().prefix(cells.count) where cells[index].content.isEmpty
    {
      cells[index] = cell
    }
  }
}

extension [TableCell] {
  fileprivate var range: SourceRange {
    guard let first, let last else { return SourceLocation.start..<SourceLocation.start }
    return first.range.lowerBound..<last.range.upperBound
  }
}

extension SourceRange {
  fileprivate func contains(_ other: SourceRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
