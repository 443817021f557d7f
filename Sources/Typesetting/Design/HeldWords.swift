/// Words that hold to what follows them, or to the number before them, on one line.
package struct HeldWords: Hashable, Sendable {
  /// "M. Dupont": to any word.
  private let toWords: Set<ShortWord>
  /// "p. 12", "déc. 2021": to a number alone; the word may end a sentence too.
  private let toNumbers: Set<ShortWord>

  package init(beforeWords: [String] = [], beforeNumbers: [String] = []) {
    toWords = Set(beforeWords.map { ShortWord($0.unicodeScalars) })
    toNumbers = Set(beforeNumbers.map { ShortWord($0.unicodeScalars) })
  }

  func holds(_ word: ShortWord, toNumber isNumber: Bool) -> Bool {
    toWords.contains(word) || isNumber && toNumbers.contains(word)
  }

  /// "3 mois" may break, "3 km" may not.
  static let units = Set(
    [
      "€", "£", "$", "km", "m", "m²", "km²", "cm", "mm", "kg", "g", "t", "h", "min", "s", "Go",
      "Mo", "ko", "GB", "MB", "kB", "pt", "ha", "°C", "°F", "W", "kW", "kWh", "V", "Hz",
    ].map { ShortWord($0.unicodeScalars) })
}

/// A word of a few letters as one number, compared without making a String of it: every space of
/// the book asks for the word before it.
struct ShortWord: Hashable {
  static let longest = 8
  private var packed: UInt128 = 0

  /// Longer words all become the same, which is none that anyone looks for.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var count = 0
    for scalar in scalars {
      packed = packed << 16 | UInt128(truncatingIfNeeded: scalar.value)
      count += 1
    }
    if count >= Self.longest { packed = 0 }
  }
}
