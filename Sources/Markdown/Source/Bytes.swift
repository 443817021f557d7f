/// The bytes that mean something in Markdown, by name, and the classes CommonMark puts them in.
extension UInt8 {
  static var nul: UInt8 { 0x00 }
  static var tab: UInt8 { 0x09 }
  static var newline: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var space: UInt8 { 0x20 }
  static var exclamation: UInt8 { 0x21 }
  static var quotation: UInt8 { 0x22 }
  static var hash: UInt8 { 0x23 }
  static var ampersand: UInt8 { 0x26 }
  static var apostrophe: UInt8 { 0x27 }
  static var openParenthesis: UInt8 { 0x28 }
  static var closeParenthesis: UInt8 { 0x29 }
  static var star: UInt8 { 0x2A }
  static var plus: UInt8 { 0x2B }
  static var minus: UInt8 { 0x2D }
  static var dot: UInt8 { 0x2E }
  static var slash: UInt8 { 0x2F }
  static var zero: UInt8 { 0x30 }
  static var colon: UInt8 { 0x3A }
  static var semicolon: UInt8 { 0x3B }
  static var less: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }
  static var question: UInt8 { 0x3F }
  static var at: UInt8 { 0x40 }
  static var openBracket: UInt8 { 0x5B }
  static var backslash: UInt8 { 0x5C }
  static var closeBracket: UInt8 { 0x5D }
  static var caret: UInt8 { 0x5E }
  static var underscore: UInt8 { 0x5F }
  static var backtick: UInt8 { 0x60 }
  static var openBrace: UInt8 { 0x7B }
  static var pipe: UInt8 { 0x7C }
  static var closeBrace: UInt8 { 0x7D }
  static var tilde: UInt8 { 0x7E }

  var isSpaceOrTab: Bool { self == .space || self == .tab }

  /// Space, tab, and what ends or feeds a line.
  var isWhitespace: Bool { self == .space || (self >= 0x09 && self <= 0x0D) }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isLetter: Bool {
    let lowercase = self | 0x20
    return lowercase >= 0x61 && lowercase <= 0x7A
  }

  var isAlphanumeric: Bool { isDigit || isLetter }

  /// One of ``!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~``, which a backslash can escape.
  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }

  /// A letter, a digit, `-` or `_`, or a byte of a letter beyond ASCII: what names are made of.
  var isNameByte: Bool { isAlphanumeric || self == .minus || self == .underscore || self >= 0x80 }

  /// A byte inside a UTF-8 sequence, which starts no scalar.
  var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// The value of a hexadecimal digit.
  var hexadecimal: UInt32? {
    if isDigit { return UInt32(self - 0x30) }
    let lowercase = self | 0x20
    return lowercase >= 0x61 && lowercase <= 0x66 ? UInt32(lowercase - 0x61 + 10) : nil
  }
}

extension Unicode.Scalar {
  /// What CommonMark calls Unicode whitespace.
  var isMarkdownWhitespace: Bool {
    if value < 0x80 { return UInt8(value).isWhitespace }
    return properties.generalCategory == .spaceSeparator
  }

  /// What CommonMark calls Unicode punctuation: the categories P and S.
  var isMarkdownPunctuation: Bool {
    if value < 0x80 { return UInt8(value).isPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default:
      return false
    }
  }
}

extension [UInt8] {
  func string(_ range: Range<Int>) -> String {
    String(decoding: self[range], as: UTF8.self)
  }

  /// The offset of the first `pattern` between `start` and `end`.
  func firstIndex(of pattern: StaticString, from start: Int, to end: Int) -> Int? {
    let count = pattern.utf8CodeUnitCount
    let first = pattern.utf8Start.pointee
    var at = start
    while at + count <= end {
      if self[at] == first, hasBytes(pattern, at: at) { return at }
      at += 1
    }
    return nil
  }

  func hasBytes(_ pattern: StaticString, at start: Int) -> Bool {
    let count = pattern.utf8CodeUnitCount
    guard start + count <= self.count else { return false }
    for i in 0..<count where self[start + i] != pattern.utf8Start[i] { return false }
    return true
  }
}
