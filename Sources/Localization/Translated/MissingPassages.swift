internal import Diagnostics
package import Markdown

extension Chapter {
  /// A translated chapter with what the source has and it lacks, each part after what it follows there,
  /// marked as being in the source's language: blocks, and items, rows and entries of lists and tables
  /// whose other parts are translated. A paragraph is one passage, and stays as it is.
  ///
  /// - Parameters:
  ///   - states: of the source chapter's passages, those whose translation is here or nowhere.
  ///   - taken: identifiers that the translation has, here or elsewhere: what bears one is there already.
  package func filled(
    from source: Chapter, _ states: [PassageState], inLanguage tag: String,
    except taken: Set<String> = []
  ) -> Chapter {
    guard states.contains(where: { $0.freshness == .missing }) else { return self }
    let foreign = source.marked(asLanguage: tag)
    var filled = self
    Gaps(states, except: taken).fill(&filled.blocks, from: foreign.blocks)
    let calls = filled.noteCalls
    let known = Set(notes.map(\.label))
    filled.notes += foreign.notes.filter { calls.contains($0.label) && !known.contains($0.label) }
    return filled
  }

  /// All of its words in a span that names their language.
  package func marked(asLanguage tag: String) -> Chapter {
    mapContent { content in
      guard let first = content.first, let last = content.last else { return content }
      // An image alone is a figure, and must stay alone: it says itself in what language its caption is.
      if content.count == 1, case .image(var image) = first {
        image.attributes.values["lang"] = tag
        return [.image(image)]
      }
      return [
        .span(
          Span(
            content: content, attributes: Attributes(values: ["lang": tag]),
            range: first.range.lowerBound..<last.range.upperBound))
      ]
    }
  }
}

extension Chapter {
  /// All identifiers of its blocks.
  package var ids: Set<String> {
    var ids: Set<String> = []
    visit(block: { block in if let id = block.id { ids.insert(id) } })
    return ids
  }

  /// Without the blocks of its text that bear one of these.
  package func without(_ ids: Set<String>) -> Chapter {
    guard !ids.isEmpty else { return self }
    var chapter = self
    chapter.blocks.removeAll { block in block.id.map(ids.contains) ?? false }
    return chapter
  }
}

/// What a translation lacks, by where the source has it.
private struct Gaps {
  private let places: [(source: SourceRange, translation: SourceRange?)]

  private let taken: Set<String>

  init(_ states: [PassageState], except taken: Set<String>) {
    self.taken = taken
    places = states.compactMap { state in
      state.source.map { ($0.range, state.translation?.range) }
    }
  }

  func fill(_ blocks: inout [Block], from source: [Block]) {
    fill(&blocks, from: source, at: \.range, id: \.id, within: fillWithin)
  }

  /// - Parameter within: what is done with a part of which a part is translated.
  private func fill<Part>(
    _ parts: inout [Part], from source: [Part], at range: (Part) -> SourceRange,
    id: (Part) -> String? = { _ in nil },
    within: (inout Part, Part) -> Void
  ) {
    var additions: [Int: [Part]] = [:]
    var anchor = -1
    // What comes first goes before the first part that is translated: a chapter may hold two of the source.
    for part in source {
      let first = places.first { range(part).encloses($0.source) && $0.translation != nil }
      guard let place = first?.translation,
        let index = parts.firstIndex(where: { range($0).encloses(place) })
      else { continue }
      anchor = index - 1
      break
    }
    for part in source {
      let own = places.filter { range(part).encloses($0.source) }
      let translated = own.compactMap(\.translation)
      if let last = translated.last {
        guard let index = parts.firstIndex(where: { range($0).encloses(last) }) else { continue }
        anchor = max(anchor, index)
        if translated.count < own.count { within(&parts[index], part) }
      } else if !own.isEmpty, !(id(part).map(taken.contains) ?? false) {
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
