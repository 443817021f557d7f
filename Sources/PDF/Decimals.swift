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

private func decimal(thousandths: Int) -> String {
  let (whole, rest) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
  let sign = thousandths < 0 ? "-" : ""
  guard rest > 0 else { return "\(sign)\(whole)" }
  var digits = String(rest)
  digits = String(repeating: "0", count: 3 - digits.count) + digits
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
