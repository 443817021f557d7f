/// The tags of an SVG one after another, read as an XML parser would read them, so that a picture
/// can be measured, and judged before any library sees it.
package struct SVGMarkup {
  package enum Piece {
    /// Names as written, with their prefix.
    case start(name: String, attributes: [Attribute], isEmpty: Bool)
    case end(name: String)
    /// Text between tags, and CDATA; references in it are left as they are.
    case text(ArraySlice<UInt8>)
    case instruction(target: String, content: ArraySlice<UInt8>)
    /// `<!DOCTYPE` and its kin.
    case declaration
  }

  package struct Attribute {
    package var name: String
    /// As written between the quotes: a picture is mostly paths, which nobody reads here.
    package var value: ArraySlice<UInt8>

    /// The value with character references resolved.
    package func text() throws(PictureFault) -> String { try resolved(value) }
  }

  private let bytes: [UInt8]
  private var place: Int

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    place = bytes.starts(with: Self.mark) ? Self.mark.count : 0
  }

  /// The byte order mark of UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Whether the first thing, after a byte order mark and white space, is a tag.
  static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    var markup = SVGMarkup(bytes)
    markup.skipSpace()
    return markup.peek == UInt8(ascii: "<")
  }

  /// The next piece, comments passed over; nil at the end.
  package mutating func next() throws(PictureFault) -> Piece? {
    while let byte = peek {
      guard byte == UInt8(ascii: "<") else { return .text(take { $0 != UInt8(ascii: "<") }) }
      if skip("<!--") {
        guard takeUntil("-->") != nil else { throw .corrupt }
      } else if skip("<![CDATA[") {
        guard let text = takeUntil("]]>") else { throw .corrupt }
        return .text(text)
      } else if skip("<!") {
        return .declaration
      } else if skip("<?") {
        let target = takeName()
        guard !target.isEmpty, let content = takeUntil("?>") else { throw .corrupt }
        return .instruction(target: target, content: content)
      } else if skip("</") {
        let name = takeName()
        skipSpace()
        guard !name.isEmpty, skip(">") else { throw .corrupt }
        return .end(name: name)
      } else {
        place += 1
        return try startTag()
      }
    }
    return nil
  }

  private mutating func startTag() throws(PictureFault) -> Piece {
    let name = takeName()
    guard !name.isEmpty else { throw .corrupt }
    var attributes: [Attribute] = []
    while true {
      skipSpace()
      if skip("/>") { return .start(name: name, attributes: attributes, isEmpty: true) }
      if skip(">") { return .start(name: name, attributes: attributes, isEmpty: false) }
      let attribute = takeName()
      skipSpace()
      guard !attribute.isEmpty, skip("=") else { throw .corrupt }
      skipSpace()
      guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw .corrupt
      }
      place += 1
      let value = take { $0 != quote && $0 != UInt8(ascii: "<") }
      guard peek == quote else { throw .corrupt }
      place += 1
      attributes.append(Attribute(name: attribute, value: value))
    }
  }

  // MARK: Reading

  private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(while isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, isWanted(bytes[place]) { place += 1 }
    return bytes[start..<place]
  }

  private mutating func skipSpace() {
    _ = take { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }

  private mutating func takeName() -> String {
    let name = take { byte in
      switch byte {
      case 0...0x20, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"):
        false
      default: true
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard place + word.count <= bytes.count,
        bytes[place..<(place + word.count)].elementsEqual(word)
      else { return false }
      place += word.count
      return true
    }
  }

  /// What comes before the word, which is passed; nil where it never comes.
  private mutating func takeUntil(_ word: StaticString) -> ArraySlice<UInt8>? {
    let start = place
    while place < bytes.count {
      let end = place
      if skip(word) { return bytes[start..<end] }
      place += 1
    }
    return nil
  }
}

/// With `&amp;`, `&#233;` and `&#xE9;` as what they stand for; other entities need a DOCTYPE.
private func resolved(_ value: ArraySlice<UInt8>) throws(PictureFault) -> String {
  guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
  var text = String.UnicodeScalarView()
  let pieces = value.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
  for (index, piece) in pieces.enumerated() {
    var rest = piece
    if index > 0 {
      guard let end = piece.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = referenced(String(decoding: piece[..<end], as: UTF8.self))
      else { throw .untrusted(.doctype) }
      text.append(scalar)
      rest = piece[(end + 1)...]
    }
    text.append(contentsOf: String(decoding: rest, as: UTF8.self).unicodeScalars)
  }
  return String(text)
}

private func referenced(_ name: String) -> Unicode.Scalar? {
  switch name {
  case "amp": "&"
  case "lt": "<"
  case "gt": ">"
  case "quot": "\""
  case "apos": "'"
  case _ where name.hasPrefix("#x"):
    UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
  case _ where name.hasPrefix("#"): UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init)
  default: nil
  }
}
