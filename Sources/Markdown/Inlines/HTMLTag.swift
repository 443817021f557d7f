/// Raw HTML inside words, as CommonMark recognizes it.
enum HTMLTag {
  /// The end of the opening or closing tag at `start`.
  static func end(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var at = start + 1
    let isClosing = at < end && bytes[at] == .slash
    if isClosing { at += 1 }
    guard at < end, bytes[at].isLetter else { return nil }
    while at < end, bytes[at].isAlphanumeric || bytes[at] == .minus { at += 1 }
    if !isClosing {
      while let attributeEnd = attributeEnd(in: bytes, from: at, to: end) { at = attributeEnd }
    }
    at = skipSpace(in: bytes, from: at, to: end)
    if !isClosing, at < end, bytes[at] == .slash { at += 1 }
    return at < end && bytes[at] == .greater ? at + 1 : nil
  }

  /// The end of ` name`, ` name=value`, ` name='value'` or ` name="value"`.
  private static func attributeEnd(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var at = skipSpace(in: bytes, from: start, to: end)
    guard at > start, at < end,
      bytes[at].isLetter || bytes[at] == .underscore || bytes[at] == .colon
    else { return nil }
    while at < end,
      bytes[at].isAlphanumeric || [.underscore, .colon, .dot, .minus].contains(bytes[at])
    { at += 1 }
    let nameEnd = at
    at = skipSpace(in: bytes, from: at, to: end)
    guard at < end, bytes[at] == .equals else { return nameEnd }
    at = skipSpace(in: bytes, from: at + 1, to: end)
    guard at < end else { return nil }
    if bytes[at] == .quotation || bytes[at] == .apostrophe {
      let quote = bytes[at]
      at += 1
      while at < end, bytes[at] != quote { at += 1 }
      return at < end ? at + 1 : nil
    }
    let valueStart = at
    while at < end, !bytes[at].isWhitespace,
      ![.quotation, .apostrophe, .equals, .less, .greater, .backtick].contains(bytes[at])
    { at += 1 }
    return at > valueStart ? at : nil
  }

  private static func skipSpace(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at].isWhitespace { at += 1 }
    return at
  }
}

extension HTMLTag {
  /// The tag's name in lower case, with a slash before it when it closes; empty for what is no tag.
  static func name(in bytes: [UInt8], from start: Int, to end: Int) -> String {
    var at = start + 1
    if at < end, bytes[at] == .slash { at += 1 }
    while at < end, bytes[at].isAlphanumeric { at += 1 }
    return bytes.string((start + 1)..<at).lowercased()
  }
}
