/// The link definitions of a file: `[label]: destination "title"`.
struct References {
  struct Target {
    let destination: String
    let title: String?
  }

  private var targets: [String: Target] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// The target of a label without its brackets.
  func target(of label: Range<Int>, in bytes: [UInt8]) -> Target? {
    guard !targets.isEmpty else { return nil }
    return targets[Self.key(bytes.string(label))]
  }

  /// Takes the definitions at the head of a paragraph; tells how many lines they take.
  mutating func take(from content: InlineContent) -> Int {
    let bytes = content.bytes
    var at = 0
    var lines = 0
    while at < bytes.count, bytes[at] == .openBracket, let end = take(from: bytes, at: at) {
      for i in at..<end where bytes[i] == .newline { lines += 1 }
      at = end
    }
    return at == bytes.count ? lines + 1 : lines
  }

  private mutating func take(from bytes: [UInt8], at start: Int) -> Int? {
    // `[^…]:` wants to be a footnote; where it can't, its words must not vanish as a definition.
    guard let labelEnd = bytes.linkLabelEnd(at: start), bytes[start + 1] != .caret,
      labelEnd < bytes.count, bytes[labelEnd] == .colon
    else { return nil }
    let destinationStart = bytes.skippingSpaceAndNewline(from: labelEnd + 1)
    guard let destination = bytes.linkDestination(at: destinationStart),
      destination.end > destinationStart
    else { return nil }

    // The title, when there is one that ends its line; else the destination must end its own.
    var title: Range<Int>?
    var end: Int?
    let titleStart = bytes.skippingSpaceAndNewline(from: destination.end)
    if titleStart > destination.end, let found = bytes.linkTitle(at: titleStart),
      let lineEnd = Self.lineEnd(of: bytes, from: found.end)
    {
      title = found.raw
      end = lineEnd
    } else {
      end = Self.lineEnd(of: bytes, from: destination.end)
    }
    guard let end else { return nil }
    let key = Self.key(bytes.string((start + 1)..<(labelEnd - 1)))
    let target = Target(
      destination: bytes.unescaped(destination.raw), title: title.map(bytes.unescaped))
    // The first definition of a label counts.
    if targets[key] == nil { targets[key] = target }
    return end
  }

  /// After the newline when only white space is left in the line.
  private static func lineEnd(of bytes: [UInt8], from start: Int) -> Int? {
    let at = bytes.skippingSpace(from: start)
    if at == bytes.count { return at }
    return bytes[at] == .newline ? at + 1 : nil
  }

  /// Labels match whatever their case and white space.
  static func key(_ label: String) -> String {
    let words = label.utf8.split(whereSeparator: \.isWhitespace)
    let collapsed = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    // Down and up again folds letters such as ẞ and final sigma.
    return collapsed.lowercased().uppercased()
  }
}
