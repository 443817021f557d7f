/// The opening line of a callout: `::: kind Title {#id .class}`.
struct CalloutFence {
  static let kinds = ["note", "warning", "example", "letter", "steps", "qr", "glossary", "index"]

  let length: Int
  let kind: Range<Int>
  /// What follows the kind, attributes and all.
  let rest: Range<Int>
  let end: Int
  var isClosed = false

  /// Nil for colons alone, which close.
  init?(_ bytes: [UInt8], from start: Int, to end: Int) {
    var at = start
    while at < end, bytes[at] == .colon { at += 1 }
    self.length = at - start
    guard length >= 3 else { return nil }
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    guard at < end else { return nil }
    let kind = at
    while at < end, bytes[at].isNameByte { at += 1 }
    self.kind = kind..<at
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    self.rest = at..<end
    self.end = end
  }

  /// The length of a line of three or more colons alone.
  static func closingLength(_ bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var at = start
    while at < end, bytes[at] == .colon { at += 1 }
    let length = at - start
    guard length >= 3 else { return nil }
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    return at == end ? length : nil
  }
}
