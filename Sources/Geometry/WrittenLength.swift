extension Length {
  /// A positive number and its unit: mm, cm or pt, with a point or a comma; nil for anything else,
  /// and for what no paper has room for.
  package init?(written text: String) {
    let text = text.drop { $0 == " " }
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    let unit = text[digits.endIndex...].filter { $0 != " " }
    guard let first = digits.first, first.isNumber,
      let number = Double(digits.map { $0 == "," ? "." : String($0) }.joined()),
      number > 0, number <= 2_000
    else { return nil }
    switch unit {
    case "mm": self = .millimetres(number)
    case "cm": self = .millimetres(number * 10)
    case "pt": self = .points(number)
    default: return nil
    }
  }
}
