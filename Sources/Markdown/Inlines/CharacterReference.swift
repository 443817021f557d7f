/// `&eacute;`, `&#233;` or `&#xE9;`: a character by its name or number.
struct CharacterReference {
  let text: String
  let end: Int

  init?(in bytes: [UInt8], at start: Int, to end: Int) {
    guard start + 2 < end else { return nil }
    let found =
      bytes[start + 1] == .hash
      ? Self.numbered(bytes, from: start + 2, to: end)
      : Self.named(bytes, from: start + 1, to: end)
    guard let found else { return nil }
    self.text = found.text
    self.end = found.end
  }

  private static func numbered(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> (text: String, end: Int)? {
    let isHexadecimal = bytes[start] | 0x20 == 0x78
    let digits = isHexadecimal ? start + 1 : start
    let most = isHexadecimal ? 6 : 7
    var at = digits
    var number: UInt32 = 0
    while at < end, at - digits < most, let digit = bytes[at].hexadecimal,
      isHexadecimal || digit < 10
    {
      number = number * (isHexadecimal ? 16 : 10) + digit
      at += 1
    }
    guard at > digits, at < end, bytes[at] == .semicolon else { return nil }
    let scalar = number == 0 ? nil : Unicode.Scalar(number)
    return (String(Character(scalar ?? "\u{FFFD}")), at + 1)
  }

  /// The longest name in the table has 31 letters.
  private static let longestName = 31

  private static func named(
    _ bytes: [UInt8], from start: Int, to end: Int
  ) -> (text: String, end: Int)? {
    var at = start
    while at < end, at - start <= longestName, bytes[at].isAlphanumeric { at += 1 }
    guard at > start, at < end, bytes[at] == .semicolon,
      let text = lookUp(bytes, start..<at)
    else { return nil }
    return (text, at + 1)
  }

  /// Halves the table; an entry starts after a semicolon and its name ends at a space.
  private static func lookUp(_ bytes: [UInt8], _ name: Range<Int>) -> String? {
    let entries = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    var low = 0
    var high = entries.count
    while low < high {
      var entry = (low + high) / 2
      while entry > low, entries[entry - 1] != .semicolon { entry -= 1 }
      switch compare(bytes, name, with: entries, at: entry) {
      case 0: return text(of: entries, at: entry + name.count + 1)
      case ..<0: high = entry
      default:
        low = entry
        while low < high, entries[low] != .semicolon { low += 1 }
        low += 1
      }
    }
    return nil
  }

  /// Below 0 when the name sorts before the entry's.
  private static func compare(
    _ bytes: [UInt8], _ name: Range<Int>, with entries: UnsafeBufferPointer<UInt8>, at entry: Int
  ) -> Int {
    for i in 0..<name.count {
      let letter = entries[entry + i]
      if letter == .space { return 1 }
      if bytes[name.lowerBound + i] != letter {
        return Int(bytes[name.lowerBound + i]) - Int(letter)
      }
    }
    return entries[entry + name.count] == .space ? 0 : -1
  }

  private static func text(of entries: UnsafeBufferPointer<UInt8>, at start: Int) -> String {
    var scalars = String.UnicodeScalarView()
    var number: UInt32 = 0
    for byte in entries[start...] {
      if let digit = byte.hexadecimal {
        number = number * 16 + digit
      } else {
        if let scalar = Unicode.Scalar(number) { scalars.append(scalar) }
        number = 0
        if byte == .semicolon { break }
      }
    }
    return String(scalars)
  }
}
