/// The numbers of a list within lists of numbers: 1. then a. then i., and from the start again.
enum ListNumerals {
  case decimal, letters, roman

  /// - Parameter depth: from 1.
  init(atDepth depth: Int) {
    switch (depth - 1) % 3 {
    case 0: self = .decimal
    case 1: self = .letters
    default: self = .roman
    }
  }

  func label(_ number: Int) -> String {
    switch self {
    case .decimal: String(number)
    case .letters: Self.letters(number) ?? String(number)
    case .roman: Self.roman(number) ?? String(number)
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
