/// What the items of one list have in common.
struct ListMarker {
  /// `-`, `+`, `*` for bullets; `.` or `)` after a number.
  let mark: UInt8
  /// Nil for bullets.
  let number: Int?

  func goesOn(with next: ListMarker) -> Bool {
    mark == next.mark && (number == nil) == (next.number == nil)
  }
}

/// A bullet or a number at the start of a line, and where the item's content stands.
struct ItemMarker {
  let marker: ListMarker
  let markerEnd: Int
  /// The columns a line must be indented by to go on with the item.
  let contentColumn: Int
  let cursorAfter: LineCursor

  init?(at cursor: LineCursor, in bytes: [UInt8], interruptsParagraph: Bool) {
    let start = cursor.nonspace
    guard let marker = Self.marker(bytes, from: start, to: cursor.end) else { return nil }
    let end = marker.end
    guard end == cursor.end || bytes[end].isSpaceOrTab else { return nil }

    var after = cursor
    after.advance(to: end)
    if interruptsParagraph {
      // Only an item with words, and only a list that starts with 1, is no accident of wrapping.
      guard !after.isBlank, marker.list.number ?? 1 == 1 else { return nil }
    }
    // An item's content starts one to four columns after its marker; further on it is code, which
    // starts one column after.
    let spaces = after.isBlank || after.indent > 4 ? 1 : after.indent
    self.contentColumn = cursor.indent + (end - start) + spaces
    after.advance(columns: spaces)
    self.marker = marker.list
    self.markerEnd = end
    self.cursorAfter = after
  }

  private static func marker(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> (list: ListMarker, end: Int)? {
    guard bytes[start].isDigit else {
      return (ListMarker(mark: bytes[start], number: nil), start + 1)
    }
    var at = start
    var number = 0
    // Ten digits and more would not fit a number everywhere, so they are words.
    while at < end, bytes[at].isDigit, at - start < 10 {
      number = number * 10 + Int(bytes[at] - .zero)
      at += 1
    }
    guard at - start < 10, at < end, bytes[at] == .dot || bytes[at] == .closeParenthesis else {
      return nil
    }
    return (ListMarker(mark: bytes[at], number: number), at + 1)
  }
}
