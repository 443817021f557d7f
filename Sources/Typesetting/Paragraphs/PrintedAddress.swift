/// An address as paper shows it: short enough to type, still whole.
struct PrintedAddress: Hashable {
  var text: String

  /// Drops "https://", "http://", "mailto:", "tel:" and a lone final slash.
  init(of uri: String) {
    var text = Substring(uri)
    for scheme in ["https://", "http://", "mailto:", "tel:"] where text.hasPrefix(scheme) {
      text = text.dropFirst(scheme.count)
      break
    }
    if text.hasSuffix("/") && !text.dropLast().contains("/") { text = text.dropLast() }
    self.text = String(text)
  }

  /// Where such an address may be divided without a hyphen: UTF-8 offsets, ascending.
  ///
  /// Before . ? & = # _ % ~ and after / - and :, so that the sign shows that more follows; never
  /// within "//". Between them, pieces of more than 16 letters may break anywhere
  /// (as Typst does).
  ///
  /// - Parameter keepsHost: the name of the site is not divided, for its end alone on a line looks
  ///   like a sentence's; nor is a short address.
  static func breaks(in text: String.UTF8View, keepingHost keepsHost: Bool = false) -> [Int] {
    let bytes = Array(text)
    if keepsHost && bytes.count < shortest { return [] }
    let host = keepsHost ? host(of: bytes) : 0..<0
    let opening = Set(".?&=#_%~".utf8)
    let slash = UInt8(ascii: "/")
    var breaks: [Int] = []
    var pieceStart = 0
    for index in bytes.indices.dropFirst() {
      let byte = bytes[index]
      guard byte & 0xC0 != 0x80 else { continue }
      if host.contains(index) {
        pieceStart = host.upperBound
        continue
      }
      let previous = bytes[index - 1]
      let afterSlash =
        (previous == slash || previous == UInt8(ascii: "-") || previous == UInt8(ascii: ":"))
        && byte != slash
      // "www" or ".fr" alone on a line looks like a slip.
      let farFromEdges = index >= 6 && bytes.count - index >= 4
      if (opening.contains(byte) && !opening.contains(previous) || afterSlash) && farFromEdges {
        breaks.append(index)
        pieceStart = index
      } else if index - pieceStart >= 16, farFromEdges {
        breaks.append(index)
      }
    }
    return breaks
  }

  /// An address of fewer letters stays whole.
  private static let shortest = 20

  /// From behind the scheme or the @ to the path.
  private static func host(of address: [UInt8]) -> Range<Int> {
    var start = 0
    if let colon = address.firstIndex(of: UInt8(ascii: ":")),
      address[colon...].starts(with: "://".utf8)
    {
      start = colon + 3
    }
    let end = address[start...].firstIndex { "/?#".utf8.contains($0) } ?? address.count
    if let at = address[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = at + 1 }
    return start..<end
  }
}
