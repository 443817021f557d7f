internal import Diagnostics

/// The words of a block in one piece: its lines without the markers of their containers, joined by
/// newlines, and where each stands in the source.
struct InlineContent {
  let bytes: [UInt8]
  private let source: SourceText
  /// Where each line starts, in `bytes` and in the source.
  private let lines: [(content: Int, source: Int)]

  init(of slices: ArraySlice<LineSlice>, in source: SourceText) {
    var bytes: [UInt8] = []
    var lines: [(content: Int, source: Int)] = []
    bytes.reserveCapacity(slices.reduce(0) { $0 + $1.end - $1.start + 1 })
    lines.reserveCapacity(slices.count)
    for slice in slices {
      if !lines.isEmpty { bytes.append(.newline) }
      lines.append((bytes.count, slice.start))
      bytes += source.bytes[slice.start..<slice.end]
    }
    self.bytes = bytes
    self.source = source
    self.lines = lines
  }

  /// The place of the byte at an offset.
  func start(_ offset: Int) -> SourceLocation {
    source.location(at: sourceOffset(offset))
  }

  /// The place just after the byte before an offset, which may be the end of a line.
  func end(_ offset: Int) -> SourceLocation {
    source.location(at: offset == 0 ? sourceOffset(0) : sourceOffset(offset - 1) + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    let start = start(offsets.lowerBound)
    return offsets.isEmpty ? start..<start : start..<end(offsets.upperBound)
  }

  private func sourceOffset(_ offset: Int) -> Int {
    guard lines.count > 1 else { return (lines.first?.source ?? 0) + offset }
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].content <= offset { low = middle } else { high = middle }
    }
    return lines[low].source + offset - lines[low].content
  }
}
