internal import Typesetting

/// What draws a page, operator by operator (ISO 32000-1, 7.8.2): the operands of each come before
/// its name.
struct ContentScanner {
  struct Operator {
    /// From the first operand, or the name where there is none.
    var start: Int
    var name: Range<Int>
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Nil at the end, where operands without an operator may be left.
  mutating func next() -> Operator? {
    var start: Int?
    while place < bytes.count {
      let begin = place
      switch bytes[place] {
      case 0, 9, 10, 12, 13, 32:
        place += 1
        continue
      case UInt8(ascii: "%"):
        skip { $0 != 10 && $0 != 13 }
        continue
      case UInt8(ascii: "("):
        skipString()
      case UInt8(ascii: "<"):
        place += 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "<") {
          place += 1
        } else {
          skip { $0 != UInt8(ascii: ">") }
          place += 1
        }
      case UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: ")"):
        place += 1
      case UInt8(ascii: "/"):
        place += 1
        skip(while: Self.isRegular)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        skip(while: Self.isRegular)
      default:
        skip(while: Self.isRegular)
        let found = Operator(start: start ?? begin, name: begin..<place)
        if name(of: found, is: "ID") { skipImage() }
        return found
      }
      if start == nil { start = begin }
    }
    return nil
  }

  /// What an operator does, as far as we must know.
  enum Kind {
    /// Sets red, green and blue, for lines or for all else.
    case ink(ofLines: Bool)
    case font
    /// Shows a string, or an array with strings.
    case letters
    case other
  }

  func kind(of found: Operator) -> Kind {
    guard found.name.count == 2 else { return .other }
    return switch (bytes[found.name.lowerBound], bytes[found.name.lowerBound + 1]) {
    case (UInt8(ascii: "r"), UInt8(ascii: "g")): .ink(ofLines: false)
    case (UInt8(ascii: "R"), UInt8(ascii: "G")): .ink(ofLines: true)
    case (UInt8(ascii: "T"), UInt8(ascii: "f")): .font
    case (UInt8(ascii: "T"), UInt8(ascii: "j")), (UInt8(ascii: "T"), UInt8(ascii: "J")): .letters
    default: .other
    }
  }

  func name(of found: Operator) -> String {
    String(decoding: bytes[found.name], as: UTF8.self)
  }

  /// The operands that are decimals.
  func numbers(of found: Operator) -> [Double] {
    bytes[found.start..<found.name.lowerBound].split { $0 <= 32 }.compactMap { word in
      Double(String(decoding: word, as: UTF8.self))
    }
  }

  private func name(of found: Operator, is name: StaticString) -> Bool {
    guard found.name.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<found.name.count
    where bytes[found.name.lowerBound + index] != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// The operands where they are the three parts of an ink, none below 0.
  func ink(of found: Operator) -> Ink? {
    var place = found.start
    guard let red = part(at: &place), let green = part(at: &place), let blue = part(at: &place),
      place == found.name.lowerBound
    else { return nil }
    return Ink(red: red, green: green, blue: blue)
  }

  /// A decimal and the space after it.
  private func part(at place: inout Int) -> Double? {
    let start = place
    var digits = 0.0
    var unit = 1.0
    var isFraction = false
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits * 10 + Double(bytes[place] - UInt8(ascii: "0"))
        if isFraction { unit *= 10 }
      case UInt8(ascii: ".") where !isFraction: isFraction = true
      case 9, 10, 13, 32:
        let isEmpty = place == start
        while place < bytes.count, bytes[place] <= 32 { place += 1 }
        return isEmpty ? nil : digits / unit
      default: return nil
      }
      place += 1
    }
    return nil
  }

  private mutating func skip(while isWanted: (UInt8) -> Bool) {
    while place < bytes.count, isWanted(bytes[place]) { place += 1 }
  }

  /// Parentheses inside are in pairs or escaped.
  private mutating func skipString() {
    var depth = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      place += 1
      if depth == 0 { return }
    }
    place = min(place, bytes.count)
  }

  /// The data of a picture that stands in the contents itself, up to its EI.
  private mutating func skipImage() {
    while place + 2 < bytes.count {
      let isEnd =
        bytes[place] <= 32 && bytes[place + 1] == UInt8(ascii: "E")
        && bytes[place + 2] == UInt8(ascii: "I")
        && (place + 3 == bytes.count || bytes[place + 3] <= 32)
      if isEnd { return }
      place += 1
    }
    place = bytes.count
  }

  /// Neither white space nor a delimiter.
  private static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...32, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "/"), UInt8(ascii: "%"):
      false
    default: true
    }
  }
}
