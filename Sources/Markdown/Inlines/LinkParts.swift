/// The parts of links and of link definitions: label, destination, title.
extension [UInt8] {
  /// The end of `[label]`, after its bracket: no bracket inside unless escaped, 999 bytes at most,
  /// something besides white space.
  func linkLabelEnd(at start: Int) -> Int? {
    guard start < count, self[start] == .openBracket else { return nil }
    var at = start + 1
    var hasWords = false
    while at < count, at - start <= 1000 {
      switch self[at] {
      case .closeBracket: return hasWords ? at + 1 : nil
      case .openBracket: return nil
      case .backslash where at + 1 < count && self[at + 1].isPunctuation:
        hasWords = true
        at += 1
      default:
        if !self[at].isWhitespace { hasWords = true }
      }
      at += 1
    }
    return nil
  }

  /// A destination: `<…>`, or bytes without white space in which parentheses match.
  func linkDestination(at start: Int) -> (raw: Range<Int>, end: Int)? {
    guard start < count else { return nil }
    return self[start] == .less ? angledDestination(at: start) : bareDestination(at: start)
  }

  private func angledDestination(at start: Int) -> (raw: Range<Int>, end: Int)? {
    var at = start + 1
    while at < count {
      switch self[at] {
      case .greater: return ((start + 1)..<at, at + 1)
      case .less, .newline: return nil
      case .backslash where at + 1 < count && self[at + 1].isPunctuation: at += 2
      default: at += 1
      }
    }
    return nil
  }

  private func bareDestination(at start: Int) -> (raw: Range<Int>, end: Int)? {
    var at = start
    var open = 0
    scan: while at < count {
      switch self[at] {
      case .backslash where at + 1 < count && self[at + 1].isPunctuation:
        at += 1
      case .openParenthesis:
        open += 1
        // As in cmark: deeper is no address, and looking further would cost time.
        if open > 32 { return nil }
      case .closeParenthesis:
        if open == 0 { break scan }
        open -= 1
      case 0...0x20, 0x7F:
        break scan
      default: break
      }
      at += 1
    }
    return open == 0 ? (start..<at, at) : nil
  }

  /// `"title"`, `'title'` or `(title)`.
  func linkTitle(at start: Int) -> (raw: Range<Int>, end: Int)? {
    guard start < count else { return nil }
    let closing: UInt8
    switch self[start] {
    case .quotation, .apostrophe: closing = self[start]
    case .openParenthesis: closing = .closeParenthesis
    default: return nil
    }
    var at = start + 1
    while at < count {
      if self[at] == closing { return ((start + 1)..<at, at + 1) }
      if self[at] == .openParenthesis, closing == .closeParenthesis { return nil }
      at += self[at] == .backslash && at + 1 < count && self[at + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// After spaces, tabs and at most one newline.
  func skippingSpaceAndNewline(from start: Int) -> Int {
    var at = skippingSpace(from: start)
    if at < count, self[at] == .newline { at = skippingSpace(from: at + 1) }
    return at
  }

  func skippingSpace(from start: Int) -> Int {
    var at = start
    while at < count, self[at].isSpaceOrTab { at += 1 }
    return at
  }

  /// The text of a range with its escapes and character references resolved.
  func unescaped(_ range: Range<Int>) -> String {
    guard self[range].contains(where: { $0 == .backslash || $0 == .ampersand }) else {
      return string(range)
    }
    var text: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = self[at]
      if byte == .backslash, at + 1 < range.upperBound, self[at + 1].isPunctuation {
        text.append(self[at + 1])
        at += 2
      } else if byte == .ampersand,
        let reference = CharacterReference(in: self, at: at, to: range.upperBound)
      {
        text += reference.text.utf8
        at = reference.end
      } else {
        text.append(byte)
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
