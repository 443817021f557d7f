/// The rows of a pipe table, cut into cells.
enum TableRow {
  /// A row may leave cells out, so a small file could ask for very many; past this a table ends.
  static let mostCells = 100_000

  /// The cells as trimmed byte ranges; a pipe after a backslash does not cut.
  static func cells(_ bytes: [UInt8], from start: Int, to end: Int) -> [Range<Int>] {
    let row = trimmed(bytes, start..<end)
    var cells: [Range<Int>] = []
    var at = row.lowerBound
    if at < row.upperBound, bytes[at] == .pipe { at += 1 }
    var cellStart = at
    while at < row.upperBound {
      if bytes[at] == .backslash, at + 1 < row.upperBound {
        at += 2
      } else if bytes[at] == .pipe {
        cells.append(trimmed(bytes, cellStart..<at))
        at += 1
        cellStart = at
      } else {
        at += 1
      }
    }
    if cellStart < row.upperBound { cells.append(trimmed(bytes, cellStart..<row.upperBound)) }
    return cells
  }

  /// Reads `| :-- | :-: | --: |`, the row under the head.
  static func alignments(_ bytes: [UInt8], from start: Int, to end: Int) -> [Table.Alignment?]? {
    for i in start..<end {
      switch bytes[i] {
      case .pipe, .minus, .colon, .space, .tab: continue
      default: return nil
      }
    }
    var alignments: [Table.Alignment?] = []
    for cell in cells(bytes, from: start, to: end) {
      guard let first = cell.first, let last = cell.last else { return nil }
      let leads = bytes[first] == .colon
      let trails = bytes[last] == .colon
      let dashes = (first + (leads ? 1 : 0))..<max(first + (leads ? 1 : 0), last + (trails ? 0 : 1))
      guard !dashes.isEmpty, dashes.allSatisfy({ bytes[$0] == .minus }) else { return nil }
      switch (leads, trails) {
      case (true, true): alignments.append(.centre)
      case (true, false): alignments.append(.leading)
      case (false, true): alignments.append(.trailing)
      case (false, false): alignments.append(nil)
      }
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    return start..<end
  }
}
