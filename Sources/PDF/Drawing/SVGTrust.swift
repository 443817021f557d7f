internal import Typesetting

/// Refuses an SVG with anything but shapes in it: what a contributor sends is drawn on other
/// people's machines, and must look there as it did at home.
func checkTrust(svg bytes: [UInt8]) throws(PictureFault) {
  // A parser may take bytes after a zero, or before a foreign byte order mark, for something else.
  guard !bytes.contains(0) else { throw .untrusted(.encoding) }
  var markup = SVGMarkup(bytes)
  var open: [String] = []
  while let piece = try markup.next() {
    switch piece {
    case .declaration:
      throw .untrusted(.doctype)
    case .instruction(let target, let content):
      guard target == "xml" else { throw .untrusted(.outsideReference) }
      try check(declaration: content)
    case .start(let name, let attributes, let isEmpty):
      if let refusal = refusals[localName(name)] { throw .untrusted(refusal) }
      for attribute in attributes { try check(attribute) }
      if !isEmpty { open.append(name) }
      // Drawing goes down the tree; real pictures have a dozen levels.
      guard open.count <= 100 else { throw .untrusted(.nestedTooDeep) }
    case .end(let name):
      guard open.popLast() == name else { throw .corrupt }
    case .text(let text):
      if open.last.map(localName) == "style" {
        if couldLeadOut(text) { try check(style: String(decoding: text, as: UTF8.self)) }
      }
    }
  }
  guard open.isEmpty else { throw .corrupt }
}

/// By name without prefix: a prefix can mean anything, such as `x:include` for XInclude.
private let refusals: [String: PictureFault.Refusal] = [
  "text": .text, "tspan": .text, "tref": .text, "textPath": .text,
  "script": .script, "handler": .script,
  "a": .link,
  "include": .outsideReference, "fallback": .outsideReference, "link": .outsideReference,
  "image": .embeddedContent, "feImage": .embeddedContent, "foreignObject": .embeddedContent,
]

private func check(_ attribute: SVGMarkup.Attribute) throws(PictureFault) {
  switch localName(attribute.name) {
  case "href":
    let value = try attribute.text()
    guard value.drop(while: \.isWhitespace).hasPrefix("#") else {
      throw .untrusted(value.lowercased().contains("data:") ? .embeddedContent : .outsideReference)
    }
  case "base" where attribute.name == "xml:base":
    throw .untrusted(.outsideReference)
  case let name where name.utf8.starts(with: "on".utf8):
    throw .untrusted(.script)
  default:
    // Paths are long and hold nothing of the kind: no words are made of them.
    if couldLeadOut(attribute.value) { try check(style: attribute.text()) }
  }
}

/// Whether there is anything at all in a style that could lead out of the picture: a function, an
/// import, an escape, or a reference that could spell one of them.
private func couldLeadOut(_ style: ArraySlice<UInt8>) -> Bool {
  style.contains { byte in
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "&")
  }
}

/// `url(#here)` is within the picture; any other, and `@import`, lead out of it.
private func check(style: String) throws(PictureFault) {
  let style = style.lowercased()
  // Escapes can spell any word.
  guard !style.contains("@import"), !(style.contains("\\") && style.contains("(")),
    !(style.contains("\\") && style.contains("@"))
  else { throw .untrusted(.outsideReference) }
  for piece in style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst() {
    guard piece.drop(while: { $0.isWhitespace || $0 == "\"" || $0 == "'" }).hasPrefix("#") else {
      throw .untrusted(.outsideReference)
    }
  }
}

/// Only encodings in which the ASCII of tags is ASCII: others could hide them.
private func check(declaration content: ArraySlice<UInt8>) throws(PictureFault) {
  let declaration = String(decoding: content, as: UTF8.self).lowercased()
  let parts = declaration.split(separator: "encoding", omittingEmptySubsequences: false)
  guard parts.count > 1 else { return }
  let isQuote: (Character) -> Bool = { $0 == "\"" || $0 == "'" }
  let name = parts[1].drop { !isQuote($0) }.dropFirst().prefix { !isQuote($0) }
  let known = ["utf-8", "us-ascii", "ascii", "iso-8859-1", "iso-8859-15", "windows-1252"]
  guard known.contains(String(name)) else { throw .untrusted(.encoding) }
}

private func localName(_ name: String) -> String {
  guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
  return String(name[name.utf8.index(after: colon)...])
}
