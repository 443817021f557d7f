internal import Geometry

/// A length in points with three decimals at most and a point, whatever the locale: it is at most a
/// thousandth off, which nobody sees.
func decimal(_ length: Length) -> String {
  decimal(thousandths: Int((length.points * 1000).rounded()))
}

/// A part of an ink, between 0 and 1: finer than presses and screens show.
func decimal(_ part: Double) -> String {
  decimal(thousandths: part.isNaN ? 0 : Int((min(max(part, 0), 1) * 1000).rounded()))
}

func decimal(thousandths: Int) -> String { decimal(thousandths, places: 3) }

/// A ratio, of which a millionth shows at no size that paper has.
func decimal(millionths ratio: Double) -> String {
  decimal(Int((ratio * 1_000_000).rounded()), places: 6)
}

private func decimal(_ number: Int, places: Int) -> String {
  let unit = places == 3 ? 1000 : 1_000_000
  let (whole, rest) = abs(number).quotientAndRemainder(dividingBy: unit)
  let sign = number < 0 ? "-" : ""
  guard rest > 0 else { return "\(sign)\(whole)" }
  var digits = String(rest)
  digits = String(repeating: "0", count: places - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
