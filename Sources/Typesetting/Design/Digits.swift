/// The signs with which a language writes the numbers that the tool counts: pages, notes, lists,
/// days. What an author types stays as it is.
package enum Digits: Hashable, Sendable {
  case western
  /// ٠١٢٣٤٥٦٧٨٩, of the Arab East.
  case arabic
  /// ۰۱۲۳۴۵۶۷۸۹, of Persian and Urdu.
  case extendedArabic

  package func written(_ number: Int) -> String { written(String(number)) }

  /// The same with every European digit of a text.
  package func written(_ text: String) -> String {
    guard let zero else { return text }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      written.append(isDigit ? Unicode.Scalar(zero + scalar.value - 0x30)! : scalar)
    }
    return String(written)
  }

  private var zero: UInt32? {
    switch self {
    case .western: nil
    case .arabic: 0x660
    case .extendedArabic: 0x6F0
    }
  }
}
