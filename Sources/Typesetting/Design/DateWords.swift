/// How people of a language write a day: "24 novembre 2026".
package struct DateWords: Hashable, Sendable {
  /// With D, M and Y for day, month and year.
  package var pattern: String
  /// From January on.
  package var months: [String]
  /// The first of a month, where it is an ordinal: "1er".
  package var first: String?

  package init(_ pattern: String, months: [String], first: String? = nil) {
    self.pattern = pattern
    self.months = months
    self.first = first
  }

  /// - Parameters:
  ///   - day: from 1.
  ///   - month: from 1 to 12.
  package func day(_ day: Int, month: Int, year: Int) -> String {
    guard months.indices.contains(month - 1) else { return "\(year)-\(month)-\(day)" }
    return pattern.map { sign in
      switch sign {
      case "D": day == 1 ? first ?? "1" : String(day)
      case "M": months[month - 1]
      case "Y": String(year)
      default: String(sign)
      }
    }.joined()
  }
}
