/// With what a list within lists of numbers counts.
package enum ListNumerals: Hashable, Sendable {
  case decimal, letters, roman
  /// The letters or words of a language, in order: "ア イ ウ".
  case signs([String])

  func label(_ number: Int, digits: Digits = .western) -> String {
    switch self {
    case .decimal: digits.written(number)
    case .letters: Self.letters(number) ?? digits.written(number)
    case .roman: Self.roman(number) ?? digits.written(number)
    case .signs(let signs):
      signs.indices.contains(number - 1) ? signs[number - 1] : digits.written(number)
    }
  }

  /// a to z, then aa to az; nil for what no letter stands for.
  private static func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var letters: [UInt8] = []
    var rest = number
    while rest > 0 {
      rest -= 1
      letters.insert(UInt8(ascii: "a") + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Up to 3999; beyond, the Romans wrote otherwise.
  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var roman = ""
    var rest = number
    for (value, sign) in signs {
      while rest >= value {
        roman += sign
        rest -= value
      }
    }
    return roman
  }
}

extension BookLanguage {
  /// 1. then a. then i., and from the start again.
  ///
  /// - Parameter depth: from 1.
  func numerals(atDepth depth: Int) -> ListNumerals {
    lists.isEmpty ? .decimal : lists[max(0, depth - 1) % lists.count]
  }
}
