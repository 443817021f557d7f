internal import Diagnostics

/// One line of a source file, without what ends it.
struct SourceLine {
  var start: Int
  var end: Int
}

/// A source file as bytes, cut into lines, which tells the line and column of any byte.
struct SourceText {
  /// UTF-8; NUL bytes have become U+FFFD, which is one scalar too, so columns stay true.
  let bytes: [UInt8]
  let lines: [SourceLine]
  private let firstLine: Int

  /// What is known at every 64th byte, so that finding a place costs the same anywhere in the file,
  /// even in a line of a megabyte.
  private struct Milestone {
    var line: Int
    /// Continuation bytes from the start of the file to here.
    var continuations: Int
  }
  private let milestones: [Milestone]
  private static let stride = 64

  /// - Parameter firstLine: the number of its first line.
  init(_ source: String, firstLine: Int = 1) {
    self.firstLine = firstLine
    let bytes = Self.withoutNULs(Array(source.utf8))
    let lines = Self.lines(of: bytes)
    self.milestones = Self.milestones(of: bytes, lines: lines)
    self.bytes = bytes
    self.lines = lines
  }

  /// The index of the line on which the byte at `offset` stands.
  func lineIndex(at offset: Int) -> Int {
    var line = milestones[offset / Self.stride].line
    while line + 1 < lines.count, lines[line + 1].start <= offset { line += 1 }
    return line
  }

  func location(at offset: Int) -> SourceLocation {
    guard !lines.isEmpty else { return SourceLocation(line: firstLine, column: 1) }
    let line = lineIndex(at: offset)
    let start = lines[line].start
    let column = offset - start - (continuations(before: offset) - continuations(before: start))
    return SourceLocation(line: line + firstLine, column: column + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    location(at: offsets.lowerBound)..<location(at: offsets.upperBound)
  }

  private func continuations(before offset: Int) -> Int {
    let index = offset / Self.stride
    var count = milestones[index].continuations
    for i in (index * Self.stride)..<offset where bytes[i].isContinuation { count += 1 }
    return count
  }

  private static func withoutNULs(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(.nul) else { return bytes }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count + 16)
    for byte in bytes {
      if byte == .nul { clean += [0xEF, 0xBF, 0xBD] } else { clean.append(byte) }
    }
    return clean
  }

  private static func lines(of bytes: [UInt8]) -> [SourceLine] {
    var lines: [SourceLine] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == .newline || byte == .carriageReturn {
        lines.append(SourceLine(start: start, end: at))
        if byte == .carriageReturn, at + 1 < bytes.count, bytes[at + 1] == .newline { at += 1 }
        start = at + 1
      }
      at += 1
    }
    if start < bytes.count { lines.append(SourceLine(start: start, end: bytes.count)) }
    return lines
  }

  private static func milestones(of bytes: [UInt8], lines: [SourceLine]) -> [Milestone] {
    var milestones: [Milestone] = []
    milestones.reserveCapacity(bytes.count / stride + 1)
    var line = 0
    var continuations = 0
    var at = 0
    while true {
      while line + 1 < lines.count, lines[line + 1].start <= at { line += 1 }
      milestones.append(Milestone(line: line, continuations: continuations))
      guard at + stride <= bytes.count else { return milestones }
      for i in at..<(at + stride) where bytes[i].isContinuation { continuations += 1 }
      at += stride
    }
  }
}
