internal import Markdown

extension [Inline] {
  /// These words as Markdown in one line (but for forced line ends), in one spelling whichever the author chose: what a translator
  /// reads and writes, and what hashes are made of.
  var markdown: String { map(\.markdown).joined() }
}

extension Inline {
  fileprivate var markdown: String {
    switch self {
    case .text(let text): text.value.escaped
    case .emphasis(let emphasis): "*\(emphasis.content.markdown)*"
    case .strong(let emphasis): "**\(emphasis.content.markdown)**"
    case .code(let code): code.text.inBackticks
    case .link(let link):
      if link.isAutolink {
        "<\(link.content.plain)>"
      } else {
        "[\(link.content.markdown)](\(link.destination.bracketed)\(link.title.asTitle))"
      }
    case .image(let image):
      "![\(image.alternative.markdown)](\(image.source.bracketed)\(image.title.asTitle))"
        + image.attributes.markdown
    case .span(let span): "[\(span.content.markdown)]\(span.attributes.markdown)"
    case .noteCall(let call): "[^\(call.label)]"
    case .value(let call): "{{ \(call.name) }}"
    case .softBreak: " "
    case .hardBreak: "\\\n"
    }
  }

  fileprivate var plain: String {
    if case .text(let text) = self { return text.value }
    return children.map(\.plain).joined()
  }
}

extension [Inline] {
  fileprivate var plain: String { map(\.plain).joined() }
}

extension Attributes {
  fileprivate var markdown: String {
    var words = id.map { ["#\($0)"] } ?? []
    words += classes.map { ".\($0)" }
    words += values.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }
    return words.isEmpty ? "" : "{\(words.joined(separator: " "))}"
  }
}

extension String {
  /// A backslash before each sign that would mean something.
  fileprivate var escaped: String {
    let signs = Array("\\*_`[]<".utf8)
    guard utf8.contains(where: signs.contains) else { return self }
    var escaped: [UInt8] = []
    for byte in utf8 {
      if signs.contains(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// In more backticks than stand together within.
  fileprivate var inBackticks: String {
    var longest = 0
    var run = 0
    for byte in utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 || isEmpty ? " " : ""
    return fence + pad + self + pad + fence
  }

  fileprivate var bracketed: String { contains(" ") ? "<\(self)>" : self }
}

extension String? {
  fileprivate var asTitle: String {
    map { " \"\($0.replacing("\"", with: "\\\""))\"" } ?? ""
  }
}
