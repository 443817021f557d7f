internal import Markdown

extension HTMLWriter {
  mutating func write(_ inlines: [Inline]) {
    for inline in inlines { write(inline) }
  }

  private mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text):
      append(escaped(text.value))
    case .emphasis(let emphasis):
      append("<em>")
      write(emphasis.content)
      append("</em>")
    case .strong(let emphasis):
      append("<strong>")
      write(emphasis.content)
      append("</strong>")
    case .code(let code):
      append("<code>\(escaped(code.text))</code>")
    case .link(let link):
      append("<a href=\"\(address(link.destination))\"\(title(link.title))>")
      write(link.content)
      append("</a>")
    case .image(let image):
      let words = escaped(InlineWalk.plainText(of: image.alternative))
      append("<img src=\"\(address(image.source))\" alt=\"\(words)\"\(title(image.title))")
      append("\(attributes(image.attributes)) />")
    case .span(let span):
      append("<span\(attributes(span.attributes))>")
      write(span.content)
      append("</span>")
    case .noteCall(let call):
      write(call)
    case .value(let value):
      append("{{ \(escaped(value.name)) }}")
    case .softBreak:
      append("\n")
    case .hardBreak:
      append("<br />\n")
    }
  }

  private mutating func write(_ call: NoteCall) {
    let label = escaped(call.label)
    guard let number = notes[call.label] else { return append("[^\(label)]") }
    // Only the first of several calls can be gone back to: an id is used once.
    let id = calledNotes.insert(call.label).inserted ? " id=\"note-call-\(label)\"" : ""
    append("<sup><a href=\"#note-\(label)\"\(id)>\(number)</a></sup>")
  }

  private func title(_ title: String?) -> String {
    title.map { " title=\"\(escaped($0))\"" } ?? ""
  }

  /// ` id="…" class="…" key="…"`, keys sorted so that the same text gives the same bytes. Keys
  /// that run code when a page is read are left out.
  func attributes(_ attributes: Attributes) -> String {
    var html = ""
    if let id = attributes.id { html += " id=\"\(escaped(id))\"" }
    if !attributes.classes.isEmpty {
      html += " class=\"\(escaped(attributes.classes.joined(separator: " ")))\""
    }
    for (key, value) in attributes.values.sorted(by: { $0.key < $1.key }) {
      guard Self.plainKeys.contains(key) else {
        html += " data-\(escaped(key))=\"\(escaped(value))\""
        continue
      }
      html += " \(key)=\"\(escaped(value))\""
    }
    return html
  }

  /// The keys HTML knows and that can do no harm; others become `data-` attributes.
  private static let plainKeys: Set<String> = ["lang", "dir", "title", "width", "height"]
}

/// `&`, `<`, `>` and `"` as references.
func escaped(_ text: String) -> String {
  // Most texts hold none of them, and are passed on as they are.
  let needsEscape = text.utf8.contains { byte in
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }
  guard needsEscape else { return text }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// An address for an attribute: percent-encoded where cmark does, `&` as a reference.
func address(_ destination: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let kept = Array("-_.+!*'(),%#@?=;:/~$".utf8)
  var bytes: [UInt8] = []
  for byte in destination.utf8 {
    let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A && byte < 0x80
    let isDigit = byte >= 0x30 && byte <= 0x39
    if isLetter || isDigit || kept.contains(byte) {
      bytes.append(byte)
    } else if byte == UInt8(ascii: "&") {
      bytes += "&amp;".utf8
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
