internal import Geometry

/// A length in points with three decimals and a point, whatever the locale: it is at most a
/// thousandth off, which nobody sees.
func decimal(_ length: Length) -> String {
  let thousandths = Int((length.points * 1000).rounded())
  let digits = String(abs(thousandths) % 1000)
  let padding = String(repeating: "0", count: 3 - digits.count)
  return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(padding)\(digits)"
}
