internal import Typesetting

/// The places of a book that links may lead to, known before anything is drawn: readers crash on a
/// link to a place that does not exist.
struct Destinations {
  /// By the anchor's name, its name in the file.
  private let names: [String: String]

  /// Checks the links of the pages too, so that the error says on which page they are.
  init(in pages: [Page]) throws(DrawingError) {
    var names: [String: String] = [:]
    for page in pages {
      for case .anchor(let name, _) in page.marks where names[name] == nil {
        names[name] = percentEncoded(name, keeping: isUnreserved)
      }
    }
    self.names = names
    for (index, page) in pages.enumerated() {
      for case .open(let tag) in page.marks {
        guard case .internalLink(let destination) = tag.role else { continue }
        try check(destination, page: index + 1)
      }
    }
  }

  /// Its name in the file.
  func name(of anchor: String) -> String? { names[anchor] }

  private func check(_ anchor: String, page: Int?) throws(DrawingError) {
    guard names[anchor] != nil else { throw .missingAnchor(anchor, page: page) }
  }

  /// Whether bookmarks lead somewhere too.
  func check(_ outline: [OutlineEntry]) throws(DrawingError) {
    var waiting = outline
    while let entry = waiting.popLast() {
      try check(entry.destination, page: nil)
      waiting += entry.children
    }
  }

  /// An address of the web in the signs that addresses may have (RFC 3986, 2).
  static func webAddress(_ uri: String) -> String {
    percentEncoded(uri, keeping: isFitForAddress)
  }
}

/// Names of the file are plain ASCII, so that `guide.pdf#nameddest=` finds them in any reader: "é"
/// becomes "%C3%A9", as in a web address.
private func percentEncoded(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if isKept(byte) {
      bytes.append(byte)
    } else {
      let digits = Array("0123456789ABCDEF".utf8)
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}

/// Printable ASCII but for parentheses, quotes, angle brackets and the backslash.
private func isFitForAddress(_ byte: UInt8) -> Bool {
  (0x21...0x7E).contains(byte) && !"()'\"<>\\`^{|}".utf8.contains(byte)
}
