/// What starts the blocks of one line: headings, underlines and breaks.
enum BlockStart {
  /// `#` to `######` and then a space or the line's end.
  static func headingLevel(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end, bytes[at] == .hash { at += 1 }
    let level = at - start
    guard (1...6).contains(level), at == end || bytes[at].isSpaceOrTab else { return nil }
    return level
  }

  /// A line of `=` (level 1) or `-` (level 2) alone.
  static func underlineLevel(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    let mark = bytes[start]
    var at = start
    while at < end, bytes[at] == mark { at += 1 }
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    return at == end ? (mark == .equals ? 1 : 2) : nil
  }

  /// Three or more `*`, `-` or `_`, with spaces between them or not.
  static func isThematicBreak(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    let mark = bytes[start]
    var count = 0
    for i in start..<end {
      if bytes[i] == mark {
        count += 1
      } else if !bytes[i].isSpaceOrTab {
        return false
      }
    }
    return count >= 3
  }
}

/// The opening line of a code block: three or more backticks or tildes.
struct CodeFence {
  let mark: UInt8
  let length: Int
  /// The columns before the fence, which its lines may have too.
  let indent: Int
  /// What follows the fence, trimmed.
  let info: Range<Int>
  private(set) var isClosed = false

  init?(_ bytes: [UInt8], from start: Int, to end: Int, indent: Int) {
    let mark = bytes[start]
    var at = start
    while at < end, bytes[at] == mark { at += 1 }
    guard at - start >= 3 else { return nil }
    // A code span on one line looks the same, but ends with backticks.
    if mark == .backtick, bytes[at..<end].contains(.backtick) { return nil }
    self.mark = mark
    self.length = at - start
    self.indent = indent
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    self.info = at..<end
  }

  var closed: CodeFence {
    var fence = self
    fence.isClosed = true
    return fence
  }

  func isClosed(by bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    var at = start
    while at < end, bytes[at] == mark { at += 1 }
    guard at - start >= length else { return false }
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    return at == end
  }
}
