/// The codes by which a specimen shows its sorts, in the order of the sorts.
struct SpecimenCodes {
  struct Code {
    /// The font's name among the page's resources.
    var font: String
    var bytes: [UInt8]
  }

  private(set) var strings: [Code] = []

  /// - Parameter drawing: What draws the page; letters are shown and nothing else.
  init(_ drawing: UnsafeBufferPointer<UInt8>) {
    var scanner = ContentScanner(drawing)
    var font = ""
    while let found = scanner.next() {
      let operands = UnsafeBufferPointer(rebasing: drawing[found.start..<found.name.lowerBound])
      switch scanner.kind(of: found) {
      case .font:
        let name = operands.prefix { $0 > 32 }
        font = String(decoding: name, as: UTF8.self)
      case .letters:
        strings.append(Code(font: font, bytes: Self.strings(in: operands)))
      default: break
      }
    }
  }

  /// All bytes that a string, or an array with strings, shows.
  private static func strings(in operands: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var place = 0
    while place < operands.count {
      switch operands[place] {
      case UInt8(ascii: "("): literal(in: operands, at: &place, into: &bytes)
      case UInt8(ascii: "<"): hexadecimal(in: operands, at: &place, into: &bytes)
      default: place += 1
      }
    }
    return bytes
  }

  private static func hexadecimal(
    in operands: UnsafeBufferPointer<UInt8>, at place: inout Int, into bytes: inout [UInt8]
  ) {
    var digits: [UInt8] = []
    place += 1
    while place < operands.count, operands[place] != UInt8(ascii: ">") {
      let digit = Character(Unicode.Scalar(operands[place])).hexDigitValue
      if let digit { digits.append(UInt8(digit)) }
      place += 1
    }
    for pair in stride(from: 0, to: digits.count, by: 2) {
      // A digit without its other stands for sixteens (ISO 32000-1, 7.3.4.3).
      bytes.append(digits[pair] << 4 | (pair + 1 < digits.count ? digits[pair + 1] : 0))
    }
    place += 1
  }

  private static func literal(
    in operands: UnsafeBufferPointer<UInt8>, at place: inout Int, into bytes: inout [UInt8]
  ) {
    var depth = 1
    place += 1
    while place < operands.count {
      var byte = operands[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return }
      case UInt8(ascii: "\\"):
        let digits = operands[place...].prefix(3).prefix { (48...55).contains($0) }
        if digits.isEmpty {
          guard place < operands.count else { return }
          byte = controls[operands[place]] ?? operands[place]
          place += 1
        } else {
          byte = UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 48) })
          place += digits.count
        }
      default: break
      }
      bytes.append(byte)
    }
  }

  private static let controls: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "b"): 8,
    UInt8(ascii: "f"): 12,
  ]
}
