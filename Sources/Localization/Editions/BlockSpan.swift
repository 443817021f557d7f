internal import Markdown

/// The place of what an identifier stands for: one block, or a heading with all that stands below it.
struct BlockSpan {
  /// The containers on the way, from the outside: the block's index, and for lists and definitions the
  /// number of the child list within it.
  fileprivate var path: [(block: Int, list: Int)]
  fileprivate var range: Range<Int>

  func isWhole(_ blocks: [Block]) -> Bool { path.isEmpty && range == blocks.indices }

  /// Whether what is done at the one place comes before what is done at the other, in the order of the text;
  /// at one place, what is put behind a section of many blocks comes after what is put behind its last one,
  /// and before what stands next.
  ///
  /// - Parameters isBehind: something is put behind the span, which itself stays.
  static func isBefore(
    _ a: (span: BlockSpan, isBehind: Bool), _ b: (span: BlockSpan, isBehind: Bool)
  ) -> Bool {
    func position(_ span: BlockSpan, _ isBehind: Bool) -> [Int] {
      span.path.flatMap { [$0.block, $0.list] }
        + [isBehind ? span.range.upperBound : span.range.lowerBound]
    }
    let (positionA, positionB) = (position(a.span, a.isBehind), position(b.span, b.isBehind))
    guard positionA == positionB else { return positionA.lexicographicallyPrecedes(positionB) }
    guard a.isBehind, b.isBehind else { return a.isBehind && !b.isBehind }
    return a.span.range.count < b.span.range.count
  }

  func take(from blocks: [Block]) -> [Block] {
    var list = blocks
    for step in path { list = list[step.block].lists[step.list] }
    return Array(list[range])
  }

  func replace(in blocks: inout [Block], with new: [Block]) {
    edit(&blocks, path[...]) { $0.replaceSubrange(range, with: new) }
  }

  func insert(_ new: [Block], in blocks: inout [Block]) {
    edit(&blocks, path[...]) { $0.insert(contentsOf: new, at: range.upperBound) }
  }

  private func edit(
    _ blocks: inout [Block], _ path: ArraySlice<(block: Int, list: Int)>,
    _ change: (inout [Block]) -> Void
  ) {
    guard let step = path.first else { return change(&blocks) }
    var lists = blocks[step.block].lists
    edit(&lists[step.list], path.dropFirst(), change)
    blocks[step.block].lists = lists
  }
}

extension [Block] {
  func span(of id: String) -> BlockSpan? {
    for index in indices {
      if self[index].id == id {
        return BlockSpan(path: [], range: index..<sectionEnd(from: index))
      }
      for (list, blocks) in self[index].lists.enumerated() {
        guard var found = blocks.span(of: id) else { continue }
        found.path.insert((index, list), at: 0)
        return found
      }
    }
    return nil
  }

  /// Behind the block, or behind a heading's section: at the next heading of its level or a higher one.
  private func sectionEnd(from start: Int) -> Int {
    guard case .heading(let heading) = self[start] else { return start + 1 }
    let next = self[(start + 1)...].firstIndex {
      if case .heading(let other) = $0 { other.level <= heading.level } else { false }
    }
    return next ?? count
  }
}

extension Block {
  /// The identifier by which the whole block is known; a term's is not its list's.
  var id: String? {
    switch self {
    case .heading(let heading): heading.attributes.id
    case .callout(let callout): callout.attributes.id
    case .table(let table): table.attributes.id
    case .paragraph(let paragraph): paragraph.figure?.attributes.id
    case .quote, .list, .code, .thematicBreak, .definitions: nil
    }
  }

  /// The lists of blocks within it, each of which may be edited for itself.
  fileprivate var lists: [[Block]] {
    get {
      switch self {
      case .quote(let quote): [quote.blocks]
      case .callout(let callout): [callout.blocks]
      case .list(let list): list.items.map(\.blocks)
      case .definitions(let list): list.entries.flatMap { $0.definitions.map(\.blocks) }
      case .heading, .paragraph, .code, .thematicBreak, .table: []
      }
    }
    set {
      switch self {
      case .quote(var quote):
        quote.blocks = newValue[0]
        self = .quote(quote)
      case .callout(var callout):
        callout.blocks = newValue[0]
        self = .callout(callout)
      case .list(var list):
        for index in list.items.indices { list.items[index].blocks = newValue[index] }
        self = .list(list)
      case .definitions(var list):
        var next = newValue.makeIterator()
        for entry in list.entries.indices {
          for definition in list.entries[entry].definitions.indices {
            list.entries[entry].definitions[definition].blocks = next.next() ?? []
          }
        }
        self = .definitions(list)
      case .heading, .paragraph, .code, .thematicBreak, .table:
        break
      }
    }
  }
}
