/// `[^label]`, the name of a footnote: no white space, no brackets.
struct NoteLabel {
  let text: String
  /// After the closing bracket.
  let end: Int

  /// Longer is no label but an accident.
  private static let longest = 200

  /// The call at `start`, where a bracket opens.
  init?(calledIn bytes: [UInt8], at start: Int, to end: Int) {
    guard start + 1 < end, bytes[start + 1] == .caret else { return nil }
    var at = start + 2
    while at < end, at - start < Self.longest, bytes[at] != .closeBracket {
      guard bytes[at] != .openBracket, !bytes[at].isWhitespace else { return nil }
      at += 1
    }
    guard at < end, bytes[at] == .closeBracket, at > start + 2 else { return nil }
    self.text = bytes.string((start + 2)..<at)
    self.end = at + 1
  }

  /// The definition at `start`: a call with a colon after it.
  init?(definedIn bytes: [UInt8], at start: Int, to end: Int) {
    guard let label = NoteLabel(calledIn: bytes, at: start, to: end),
      label.end < end, bytes[label.end] == .colon
    else { return nil }
    self = label
  }

  /// Whether `[^two words]:` stands here, which wants to be a definition and can't.
  static func isMalformed(in bytes: [UInt8], at start: Int, to end: Int) -> Bool {
    guard start + 1 < end, bytes[start + 1] == .caret,
      NoteLabel(calledIn: bytes, at: start, to: end) == nil
    else { return false }
    let bracket = bytes[start..<min(end, start + longest)].firstIndex(of: .closeBracket)
    guard let bracket, bracket + 1 < end else { return false }
    return bytes[bracket + 1] == .colon
  }
}
