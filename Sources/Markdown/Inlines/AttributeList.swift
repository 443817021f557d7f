/// `{#id .class key=value key="two words"}` in bytes.
struct AttributeList {
  private(set) var attributes = Attributes()
  /// After the closing brace.
  private(set) var end: Int

  /// Far more than anyone writes. A list that never ends holds braces after which others could
  /// begin: reading on to the text's end for each of them would take time with its square.
  private static let mostBytes = 1_000

  init?(in bytes: [UInt8], at start: Int, to textEnd: Int) {
    let limit = min(textEnd, start + Self.mostBytes)
    guard start + 2 < limit, bytes[start] == .openBrace else { return nil }
    end = start + 1
    while true {
      let itemStart = end
      while end < limit, bytes[end].isWhitespace { end += 1 }
      guard end < limit else { return nil }
      if bytes[end] == .closeBrace { break }
      // Items stand apart.
      guard end > itemStart || itemStart == start + 1, readItem(bytes, to: limit) else {
        return nil
      }
    }
    guard attributes != .none else { return nil }
    end += 1
  }

  /// The list that ends just at `end`, such as the one that closes a heading's line. A list that
  /// touches a bracket belongs to what the bracket closes.
  init?(in bytes: [UInt8], from start: Int, endingAt end: Int) {
    guard end - start >= 3, bytes[end - 1] == .closeBrace,
      let brace = bytes[start..<(end - 1)].lastIndex(of: .openBrace)
    else { return nil }
    if brace > start {
      let before = bytes[brace - 1]
      guard before != .backslash, before != .closeBracket, before != .closeParenthesis else {
        return nil
      }
    }
    self.init(in: bytes, at: brace, to: end)
    guard self.end == end else { return nil }
    self.start = brace
  }

  /// Where the opening brace of a list found from its end stands.
  private(set) var start = 0

  private mutating func readItem(_ bytes: [UInt8], to limit: Int) -> Bool {
    switch bytes[end] {
    case .hash, .dot:
      let isID = bytes[end] == .hash
      let name = end + 1
      end = name
      while end < limit, bytes[end].isNameByte || bytes[end] == .colon || bytes[end] == .dot {
        end += 1
      }
      guard end > name else { return false }
      if !isID {
        attributes.classes.append(bytes.string(name..<end))
      } else if attributes.id == nil {
        attributes.id = bytes.string(name..<end)
      } else {
        return false
      }
      return true
    default:
      return readPair(bytes, to: limit)
    }
  }

  private mutating func readPair(_ bytes: [UInt8], to limit: Int) -> Bool {
    let key = end
    while end < limit, bytes[end].isNameByte { end += 1 }
    guard end > key, end + 1 < limit, bytes[end] == .equals else { return false }
    let name = bytes.string(key..<end)
    // A second value would silence the first.
    guard attributes.values[name] == nil else { return false }
    end += 1
    var value = end
    if bytes[end] == .quotation || bytes[end] == .apostrophe {
      let quote = bytes[end]
      value += 1
      end += 1
      while end < limit, bytes[end] != quote { end += 1 }
      guard end < limit else { return false }
      attributes.values[name] = bytes.string(value..<end)
      end += 1
    } else {
      while end < limit, !bytes[end].isWhitespace, bytes[end] != .closeBrace { end += 1 }
      guard end > value else { return false }
      attributes.values[name] = bytes.string(value..<end)
    }
    return true
  }
}
