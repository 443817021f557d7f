internal import Geometry

/// The written form of a PDF's objects (ISO 32000-1, 7.3), put together from literals and values:
///
///     let page: PDFText = "<< /Type /Page /Parent \(pages) /Contents \(contents) >>"
struct PDFText: ExpressibleByStringInterpolation {
  private(set) var bytes: [UInt8] = []

  init(_ bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  init(stringLiteral literal: String) {
    bytes = Array(literal.utf8)
  }

  init(stringInterpolation interpolation: StringInterpolation) {
    bytes = interpolation.text.bytes
  }

  var isEmpty: Bool { bytes.isEmpty }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = PDFText()

    init(literalCapacity: Int, interpolationCount: Int) {
      text.bytes.reserveCapacity(literalCapacity + 8 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text.append(syntax: literal) }

    /// Words of the PDF's own language, such as a name.
    mutating func appendInterpolation(_ syntax: String) { text.append(syntax: syntax) }

    mutating func appendInterpolation(_ other: PDFText) { text.append(other) }

    mutating func appendInterpolation(_ number: Int) { text.append(number) }

    mutating func appendInterpolation(_ length: Length) { text.append(syntax: decimal(length)) }

    mutating func appendInterpolation(_ object: PDFReference) {
      text.append(object.number)
      text.append(syntax: " 0 R")
    }

    /// What people are to read.
    mutating func appendInterpolation(words: String) { text.append(words: words) }

    /// The same in hexadecimal digits whatever it is.
    mutating func appendInterpolation(hexadecimal words: String) {
      text.append(hexadecimal: words)
    }

    mutating func appendInterpolation(thousandths: Int) {
      text.append(syntax: decimal(thousandths: thousandths))
    }

    /// A ratio, to a millionth.
    mutating func appendInterpolation(fine ratio: Double) {
      text.append(syntax: decimal(millionths: ratio))
    }
  }

  mutating func append(_ other: PDFText) { bytes.append(contentsOf: other.bytes) }

  mutating func append(syntax: String) { bytes.append(contentsOf: syntax.utf8) }

  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var unit: UInt = 1
    while rest / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }

  /// Plain ASCII stands between parentheses; all else is UTF-16 with its mark, in hexadecimal
  /// digits: nothing to escape.
  private mutating func append(words: String) {
    if words.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      bytes.append(UInt8(ascii: "("))
      for byte in words.utf8 {
        append(character: byte)
      }
      bytes.append(UInt8(ascii: ")"))
    } else {
      append(hexadecimal: words)
    }
  }

  private mutating func append(hexadecimal words: String) {
    append(syntax: "<FEFF")
    for unit in words.utf16 { append(digitsOf: unit) }
    append(syntax: ">")
  }

  /// Four of them, in hexadecimal.
  mutating func append(digitsOf number: UInt16) {
    for shift in [12, 8, 4, 0] { bytes.append(Self.digits[Int(number >> shift) & 15]) }
  }

  /// A byte inside parentheses.
  mutating func append(character byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    // Read as a line's end whatever line's end it is.
    case 13: append(syntax: "\\r")
    default: bytes.append(byte)
    }
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

extension PDFText {
  /// A dictionary of those entries that there are.
  static func dictionary(_ entries: [PDFText?]) -> PDFText {
    var text: PDFText = "<<"
    for case let entry? in entries {
      text.append(syntax: " ")
      text.append(entry)
    }
    text.append(syntax: " >>")
    return text
  }

  static func array(_ items: some Sequence<PDFText>) -> PDFText {
    var text: PDFText = "["
    for (index, item) in items.enumerated() {
      if index > 0 { text.append(syntax: " ") }
      text.append(item)
    }
    text.append(syntax: "]")
    return text
  }

  /// A rectangle of a page whose height is given: a PDF measures from the bottom.
  init(_ rectangle: Rectangle, onPageOfHeight height: Length) {
    self = """
      [\(rectangle.minX) \(height - rectangle.maxY) \(rectangle.maxX) \(height - rectangle.minY)]
      """
  }
}
