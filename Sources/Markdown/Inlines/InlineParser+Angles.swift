internal import Diagnostics

/// What `<` starts: addresses, comments and raw HTML.
extension InlineParser {
  mutating func readAngle() {
    let start = at
    if let address = addressEnd() {
      let words = (start + 1)..<(address.end - 1)
      let text = bytes.string(words)
      at = address.end
      let label = Text(value: text, range: content.range(words), isVerbatim: true)
      let link = Link(
        destination: address.isMail ? "mailto:" + text : text, content: [.text(label)],
        isAutolink: true, range: content.range(start..<at))
      add(.inline(.link(link)), from: start)
    } else if let comment = commentEnd() {
      at = comment
      dropSpaceAfterComment(from: start)
    } else if let html = htmlEnd() {
      at = html
      let range = content.range(start..<at)
      let name = HTMLTag.name(in: bytes, from: start, to: at)
      diagnostics.append(.rawHTML(file: file, range: range, tag: name))
      addRawText(from: start)
    } else {
      if bytes.hasBytes("<!--", at: at) {
        let place = content.range(at..<(at + 4))
        diagnostics.append(.commentUnclosed(file: file, range: place))
      }
      addText()
    }
  }

  /// A tag may go over line ends, which text may not.
  private mutating func addRawText(from start: Int) {
    let end = at
    at = start
    while at < end {
      let lineStart = at
      while at < end, bytes[at] != .newline { at += 1 }
      add(.text, from: lineStart)
      guard at < end else { return }
      trimText(before: at)
      let range = content.end(at)..<content.start(at + 1)
      at += 1
      add(.inline(.softBreak(range)), from: at - 1)
    }
  }

  /// A comment between two spaces leaves one.
  private mutating func dropSpaceAfterComment(from start: Int) {
    if at == end || bytes[at] == .newline {
      trimText(before: start)
    } else if start == 0 || bytes[start - 1].isWhitespace {
      while at < end, bytes[at].isSpaceOrTab { at += 1 }
    }
  }

  /// `<scheme:…>` or `<name@host>`.
  private func addressEnd() -> (end: Int, isMail: Bool)? {
    if let end = webAddressEnd() { return (end, false) }
    if let end = mailAddressEnd() { return (end, true) }
    return nil
  }

  private func webAddressEnd() -> Int? {
    var next = at + 1
    guard next < end, bytes[next].isLetter else { return nil }
    while next < end, next - at <= 33,
      bytes[next].isAlphanumeric || bytes[next] == .plus || bytes[next] == .dot
        || bytes[next] == .minus
    { next += 1 }
    guard (3...33).contains(next - at), next < end, bytes[next] == .colon else { return nil }
    while next < end, bytes[next] > .space, bytes[next] != .less, bytes[next] != .greater {
      next += 1
    }
    return next < end && bytes[next] == .greater ? next + 1 : nil
  }

  private func mailAddressEnd() -> Int? {
    var next = at + 1
    while next < end, isMailByte(bytes[next]) { next += 1 }
    guard next > at + 1, next < end, bytes[next] == .at else { return nil }
    // Host names: labels of letters, digits and inner hyphens, 63 bytes at most, joined by dots.
    repeat {
      next += 1
      let label = next
      while next < end, bytes[next].isAlphanumeric || bytes[next] == .minus { next += 1 }
      guard (1...63).contains(next - label), bytes[label] != .minus, bytes[next - 1] != .minus
      else { return nil }
    } while next < end && bytes[next] == .dot
    return next < end && bytes[next] == .greater ? next + 1 : nil
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || ".!#$%&'*+/=?^_`{|}~-".utf8.contains(byte)
  }

  private mutating func commentEnd() -> Int? {
    guard bytes.hasBytes("<!--", at: at) else { return nil }
    // `<!-->` and `<!--->` are whole comments.
    return endAfter("-->", from: at + 2)
  }

  private mutating func htmlEnd() -> Int? {
    guard at + 1 < end else { return nil }
    switch bytes[at + 1] {
    case .question: return endAfter("?>", from: at + 2)
    case .exclamation where bytes.hasBytes("<![CDATA[", at: at):
      return endAfter("]]>", from: at + 9)
    case .exclamation where at + 2 < end && bytes[at + 2].isLetter:
      return endAfter(">", from: at + 3)
    default: return HTMLTag.end(in: bytes, from: at, to: end)
    }
  }

  private mutating func endAfter(_ pattern: StaticString, from start: Int) -> Int? {
    let name = "\(pattern)"
    guard !missingEnds.contains(name) else { return nil }
    if let found = bytes.firstIndex(of: pattern, from: start, to: end) {
      return found + pattern.utf8CodeUnitCount
    }
    missingEnds.insert(name)
    return nil
  }
}
