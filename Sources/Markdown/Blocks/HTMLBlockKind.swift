/// The seven ways in which CommonMark lets a block of raw HTML start, by how it ends; `comment`
/// stands for one that never ends.
enum HTMLBlockKind {
  case verbatim, comment, instruction, declaration, characterData, knownTag, anyTag

  private static let verbatimTags: Set<String> = ["script", "pre", "style", "textarea"]

  private static let knownTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center",
    "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main", "menu",
    "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]

  init?(_ bytes: [UInt8], from start: Int, to end: Int, mayInterruptParagraph: Bool) {
    guard start + 1 < end else { return nil }
    if bytes[start + 1] == .question {
      self = .instruction
    } else if bytes.hasBytes("<![CDATA[", at: start) {
      self = .characterData
    } else if bytes[start + 1] == .exclamation {
      guard start + 2 < end, bytes[start + 2].isLetter else { return nil }
      self = .declaration
    } else {
      self.init(tagIn: bytes, from: start, to: end, mayBeAny: mayInterruptParagraph)
    }
  }

  private init?(tagIn bytes: [UInt8], from start: Int, to end: Int, mayBeAny: Bool) {
    let isClosing = bytes[start + 1] == .slash
    let name = start + (isClosing ? 2 : 1)
    var at = name
    while at < end, bytes[at].isAlphanumeric { at += 1 }
    let tag = bytes.string(name..<at).lowercased()
    let endsName = at == end || bytes[at].isSpaceOrTab || bytes[at] == .greater
    let endsTag = at + 1 < end && bytes[at] == .slash && bytes[at + 1] == .greater
    if !isClosing, endsName, Self.verbatimTags.contains(tag) {
      self = .verbatim
    } else if endsName || endsTag, Self.knownTags.contains(tag) {
      self = .knownTag
    } else if mayBeAny, !Self.verbatimTags.contains(tag),
      let tagEnd = HTMLTag.end(in: bytes, from: start, to: end),
      bytes[tagEnd..<end].allSatisfy({ $0.isSpaceOrTab })
    {
      self = .anyTag
    } else {
      return nil
    }
  }

  var endsAtBlankLine: Bool { self == .knownTag || self == .anyTag }

  /// Whether the line between the offsets is the last of the block.
  func isEnded(by bytes: [UInt8], from start: Int, to end: Int) -> Bool {
    switch self {
    case .instruction: bytes.firstIndex(of: "?>", from: start, to: end) != nil
    case .declaration: bytes.firstIndex(of: ">", from: start, to: end) != nil
    case .characterData: bytes.firstIndex(of: "]]>", from: start, to: end) != nil
    case .verbatim:
      Self.verbatimTags.contains { tag in
        bytes.string(start..<end).lowercased().utf8.contains(closingTag: tag)
      }
    case .comment, .knownTag, .anyTag: false
    }
  }
}

extension String.UTF8View {
  fileprivate func contains(closingTag name: String) -> Bool {
    let pattern = Array("</\(name)>".utf8)
    let bytes = Array(self)
    guard bytes.count >= pattern.count else { return false }
    return (0...(bytes.count - pattern.count)).contains { start in
      bytes[start] == pattern[0]
        && bytes[start..<(start + pattern.count)].elementsEqual(pattern)
    }
  }
}
