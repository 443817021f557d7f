/// The words that a dictionary may know in a stretch of text: runs of letters with the apostrophes,
/// soft hyphens and mid-points inside them.
struct LetterRuns: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private let end: Int
  private var index: Int

  init(text: [UInt8], range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Range<Int>? {
    while index < end {
      let start = index
      var last = start
      while index < end {
        let scalar = text.scalar(at: index)
        if scalar.isLetter {
          index = text.scalarEnd(after: index)
          last = index
        } else if last > start && Self.joins(scalar) {
          index = text.scalarEnd(after: index)
        } else {
          break
        }
      }
      if last > start { return start..<last }
      index = text.scalarEnd(after: index)
    }
    return nil
  }

  /// ' ’ · U+2027, soft hyphen and the joiners stand inside words; so do combining marks. A full
  /// stop or a bullet inside a word makes it one that is not divided: an address, or "auteur.rice".
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x27, 0x2E, 0x2019, 0xB7, 0x2022, 0x2027, 0xAD, 0x200C, 0x200D, 0x300...0x36F: true
    default: false
    }
  }
}

/// A text's bytes, read a letter at a time; they are valid UTF-8.
extension [UInt8] {
  /// - Parameter index: of a letter's first byte.
  func scalar(at index: Int) -> Unicode.Scalar {
    let first = self[index]
    if first < 0x80 { return Unicode.Scalar(first) }
    let end = scalarEnd(after: index)
    var value = UInt32(first & (first >= 0xF0 ? 0x07 : first >= 0xE0 ? 0x0F : 0x1F))
    for byte in self[(index + 1)..<end] { value = value << 6 | UInt32(byte & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Where the letter ends that begins at this index.
  func scalarEnd(after index: Int) -> Int {
    let first = self[index]
    let width = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    return Swift.min(index + width, count)
  }

  /// Whether the letter there is of a script that joins its letters, or hangs them from one line:
  /// Arabic, Syriac, N'Ko, Mongolian and those of India.
  func letterJoins(at index: Int) -> Bool {
    switch self[index] {
    case 0xD8...0xDF, 0xE0: true
    case 0xE1: index + 1 < count && (0xA0...0xA2).contains(self[index + 1])
    case 0xEF: index + 1 < count && (0xAC...0xBB).contains(self[index + 1])
    default: false
    }
  }
}
