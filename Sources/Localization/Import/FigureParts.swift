internal import Diagnostics

/// Where a figure's file has its parts: `![alternative](address "caption")`.
struct FigureParts {
  /// Of the caption's words; empty behind the address where it has none.
  private let title: SourceRange
  /// What closes the caption; nil where there is none.
  private let quote: Character?
  /// Where the alternative's words stand, or would.
  let alternative: SourceLocation

  /// Nil for what is no image with its address beside it.
  init?(at place: SourceRange, in text: ChapterText) {
    let signs = Array(text.bytes.piece(place).unicodeScalars)
    guard signs.starts(with: "![".unicodeScalars) else { return nil }
    alternative = SourceLocation(
      line: place.lowerBound.line, column: place.lowerBound.column + 2)
    var reader = Reader(signs: signs, at: 2)
    guard reader.skipBrackets(), reader.skip("(") else { return nil }
    reader.skipSpaces()
    guard reader.skipAddress() else { return nil }
    let address = reader.at
    reader.skipSpaces()
    func location(_ index: Int) -> SourceLocation {
      signs[..<index].reduce(into: place.lowerBound) { location, sign in
        if sign == "\n" {
          location = SourceLocation(line: location.line + 1, column: 1)
        } else {
          location.column += 1
        }
      }
    }
    let closing: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "'": "'", "(": ")"]
    guard let opening = reader.current, let close = closing[opening] else {
      guard reader.current == ")" else { return nil }
      title = location(address)..<location(address)
      quote = nil
      return
    }
    let start = reader.at + 1
    reader.at = start
    guard reader.skip(to: close) else { return nil }
    title = location(start)..<location(reader.at)
    quote = Character(close)
  }

  func edit(caption: String) -> SourceEdit {
    guard let quote else { return SourceEdit(title, " \"\(caption.escaping(["\""]))\"") }
    return SourceEdit(title, caption.escaping(quote == ")" ? ["(", ")"] : [quote]))
  }
}

private struct Reader {
  let signs: [Unicode.Scalar]
  var at: Int

  var current: Unicode.Scalar? { at < signs.count ? signs[at] : nil }

  mutating func skip(_ sign: Unicode.Scalar) -> Bool {
    guard current == sign else { return false }
    at += 1
    return true
  }

  mutating func skipSpaces() {
    while let sign = current, sign.properties.isWhitespace { at += 1 }
  }

  /// To the next such sign that no backslash is before.
  mutating func skip(to close: Unicode.Scalar) -> Bool {
    while let sign = current {
      if sign == close { return true }
      at += sign == "\\" ? 2 : 1
    }
    return false
  }

  /// Behind the bracket that closes one already open.
  mutating func skipBrackets() -> Bool {
    var open = 1
    while let sign = current {
      at += sign == "\\" ? 2 : 1
      if sign == "[" { open += 1 }
      if sign == "]" { open -= 1 }
      if open == 0 { return true }
    }
    return false
  }

  mutating func skipAddress() -> Bool {
    if skip("<") { return skip(to: ">") && skip(">") }
    var open = 0
    while let sign = current, !sign.properties.isWhitespace {
      if sign == "(" { open += 1 }
      if sign == ")" {
        if open == 0 { break }
        open -= 1
      }
      at += sign == "\\" ? 2 : 1
    }
    return current != nil
  }
}
