/// A place in a line, counted in bytes and in columns: a tab reaches to the next multiple of four
/// columns, and a container may take only some of them.
struct LineCursor {
  private let bytes: [UInt8]
  /// The byte to read next.
  private(set) var offset = 0
  /// The column of that byte, from 0.
  private(set) var column = 0
  /// The line's end, without what ends it.
  private(set) var end = 0
  /// The first byte from `offset` on that is not a space or a tab; `end` in a blank rest.
  private(set) var nonspace = 0
  private var nonspaceColumn = 0
  /// A container has taken some columns of the tab at `offset`.
  private var isInsideTab = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isBlank: Bool { nonspace == end }
  /// The columns of white space before the next thing.
  var indent: Int { nonspaceColumn - column }
  /// Four columns or more make code, not a block start.
  var isIndented: Bool { indent >= 4 }
  /// The next byte that is not a space or a tab.
  var next: UInt8 { nonspace < end ? bytes[nonspace] : .newline }

  /// Where the line ends when trailing spaces and tabs are left out.
  var trimmedEnd: Int {
    var at = end
    while at > offset, bytes[at - 1].isSpaceOrTab { at -= 1 }
    return at
  }

  mutating func begin(_ line: SourceLine) {
    offset = line.start
    end = line.end
    column = 0
    isInsideTab = false
    findNonspace()
  }

  mutating func advance(columns count: Int) {
    var left = count
    while left > 0, offset < end {
      if bytes[offset] == .tab {
        let width = 4 - column % 4
        isInsideTab = width > left
        column += min(width, left)
        if !isInsideTab { offset += 1 }
        left -= min(width, left)
      } else {
        isInsideTab = false
        offset += 1
        column += 1
        left -= 1
      }
    }
    if offset > nonspace { findNonspace() }
  }

  /// Goes to a byte further on in the line.
  mutating func advance(to target: Int) {
    while offset < target {
      column += bytes[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
      isInsideTab = false
    }
    if offset > nonspace { findNonspace() }
  }

  mutating func skipIndent() {
    advance(to: nonspace)
  }

  /// What is left of the line, as a line of code keeps it: a tab that was cut leaves spaces.
  func rest() -> LineSlice {
    guard isInsideTab else { return LineSlice(start: offset, end: end) }
    return LineSlice(start: offset + 1, end: end, padding: 4 - column % 4)
  }

  private mutating func findNonspace() {
    nonspace = offset
    nonspaceColumn = column
    while nonspace < end {
      switch bytes[nonspace] {
      case .space: nonspaceColumn += 1
      case .tab: nonspaceColumn += 4 - nonspaceColumn % 4
      default: return
      }
      nonspace += 1
    }
  }
}
