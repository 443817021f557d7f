/// A length on paper, in 1/1024 of a point (Pango's unit): sums and equality are exact.
package struct Length: Comparable, Hashable, Sendable {
  /// 1024 units a point, 72 points an inch.
  package var units: Int

  package init(units: Int) { self.units = units }

  package static let zero = Length(units: 0)
  package static let unitsPerPoint = 1024

  package static func points(_ points: Double) -> Length {
    Length(units: Int((points * Double(unitsPerPoint)).rounded()))
  }
  package static func millimetres(_ millimetres: Double) -> Length {
    .points(millimetres * 72 / 25.4)
  }

  package var points: Double { Double(units) / Double(Self.unitsPerPoint) }
  package var millimetres: Double { points * 25.4 / 72 }

  package static func < (a: Length, b: Length) -> Bool { a.units < b.units }
  package static func + (a: Length, b: Length) -> Length { Length(units: a.units + b.units) }
  package static func - (a: Length, b: Length) -> Length { Length(units: a.units - b.units) }
  package static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  package static func += (a: inout Length, b: Length) { a.units += b.units }
  package static func -= (a: inout Length, b: Length) { a.units -= b.units }
  package static func * (a: Length, factor: Int) -> Length { Length(units: a.units * factor) }
  package static func * (a: Length, factor: Double) -> Length {
    Length(units: Int((Double(a.units) * factor).rounded()))
  }
  package static func / (a: Length, b: Length) -> Double { Double(a.units) / Double(b.units) }
  /// Rounded towards zero to a whole unit.
  package static func / (a: Length, divisor: Int) -> Length { Length(units: a.units / divisor) }
}
