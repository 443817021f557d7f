internal import Geometry

/// Numbers as PDF writes them: decimals with a point, whatever the locale, and no more of them than
/// anyone sees.
extension PDFText {
  /// In points, to a thousandth.
  mutating func append(_ length: Length) {
    append(decimal: Int((length.points * 1000).rounded()), places: 3)
  }

  /// A part of an ink, between 0 and 1: finer than presses and screens show.
  mutating func append(share: Double) {
    append(decimal: share.isNaN ? 0 : Int((min(max(share, 0), 1) * 1000).rounded()), places: 3)
  }

  /// A ratio, of which a millionth shows at no size that paper has.
  mutating func append(ratio: Double) {
    append(decimal: Int((ratio * 1_000_000).rounded()), places: 6)
  }

  /// - Parameter number: in as small units as there are places.
  mutating func append(decimal number: Int, places: Int) {
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    var (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: unit)
    if number < 0 { append(syntax: "-") }
    append(Int(whole))
    guard rest > 0 else { return }
    append(syntax: ".")
    while rest > 0 {
      unit /= 10
      whole = rest / unit
      append(Int(whole))
      rest -= whole * unit
    }
  }
}

/// A length in points as text.
func decimal(_ length: Length) -> String {
  var text = PDFText()
  text.append(length)
  return String(decoding: text.bytes, as: UTF8.self)
}
