/// The lines of an index, poured into the columns of one page after another.
struct IndexColumns {
  struct Block {
    var lines: [ComposedLine]
    /// A blank line stands above it, unless it is at a column's head.
    var opensGroup = false
  }

  struct Filled {
    /// By column: the lines, each with its row and its block.
    var columns: [[(row: Int, block: Int, line: ComposedLine)]]
    var height: Int
    /// The block after the last.
    var end: Int
  }

  var blocks: [Block] = []
  /// Whether blank lines stand between the words of one letter and those of the next.
  var partsGroups = true

  /// A page of fewer lines, or a row of them below full columns, looks like a slip.
  private static let fewestLines = 4

  /// - Parameters:
  ///   - count: of the columns.
  ///   - first: the lines of the first page; all the others have `others`.
  func pages(count: Int, first: Int, others: Int) -> [Filled] {
    let pages = filled(count: count, first: first, others: others)
    guard pages.count > 1, pages[pages.count - 1].height < Self.fewestLines else { return pages }
    // Without blank lines there may be room for what is left over.
    var closed = self
    closed.partsGroups = false
    let spared = closed.filled(count: count, first: first, others: others)
    if spared.count < pages.count { return spared }
    // Else the page before gives some of its own.
    let start = pages.dropLast(2).last?.end ?? 0
    for height in stride(from: pages[pages.count - 2].height - 1, to: Self.fewestLines, by: -1) {
      let shorter = fill(from: start, count: count, height: height)
      let last = fill(from: shorter.end, count: count, height: others)
      guard last.end == blocks.count else { break }
      if last.height >= Self.fewestLines { return pages.dropLast(2) + [shorter, last] }
    }
    return pages
  }

  private func filled(count: Int, first: Int, others: Int) -> [Filled] {
    var pages: [Filled] = []
    while (pages.last?.end ?? 0) < blocks.count {
      pages.append(
        fill(
          from: pages.last?.end ?? 0, count: count, height: pages.isEmpty ? first : others))
    }
    return pages
  }

  /// As much as columns of that height hold; the last ones no deeper than they must be.
  private func fill(from start: Int, count: Int, height: Int) -> Filled {
    var filled = pour(from: start, count: count, height: height)
    guard filled.end == blocks.count else { return filled }
    var (low, high) = (1, filled.height)
    while low < high {
      let middle = (low + high) / 2
      let lower = pour(from: start, count: count, height: middle)
      if lower.end == blocks.count {
        (filled, high) = (lower, middle)
      } else {
        low = middle + 1
      }
    }
    return filled
  }

  private func pour(from start: Int, count: Int, height: Int) -> Filled {
    var filled = Filled(columns: [], height: 0, end: start)
    for _ in 0..<count {
      var column: [(row: Int, block: Int, line: ComposedLine)] = []
      var row = 0
      while filled.end < blocks.count {
        let block = blocks[filled.end]
        let gap = partsGroups && block.opensGroup && row > 0 ? 1 : 0
        // A block deeper than the page stands there all the same.
        guard row + gap + block.lines.count <= height || column.isEmpty else { break }
        row += gap
        for line in block.lines {
          column.append((row, filled.end, line))
          row += 1
        }
        filled.end += 1
      }
      filled.columns.append(column)
      filled.height = max(filled.height, row)
    }
    return filled
  }
}
