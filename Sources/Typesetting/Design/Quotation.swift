/// The marks around what is quoted.
package struct Quotation: Hashable, Sendable {
  package struct Marks: Hashable, Sendable {
    package var open: Unicode.Scalar
    package var close: Unicode.Scalar

    package init(_ open: Unicode.Scalar, _ close: Unicode.Scalar) {
      self.open = open
      self.close = close
    }

    package static let guillemets = Marks("«", "»")
    package static let singleGuillemets = Marks("‹", "›")
    package static let double = Marks("“", "”")
    package static let single = Marks("‘", "’")
  }

  /// For straight double marks: the outermost first, then what is quoted within it, and so on.
  package var levels: [Marks]
  /// For straight single marks.
  package var single: Marks
  /// Guillemets typed within guillemets become the second level's.
  package var variesGuillemets: Bool

  /// - Parameter levels: at least one.
  package init(_ levels: Marks..., single: Marks = .single, variesGuillemets: Bool = false) {
    self.levels = levels
    self.single = single
    self.variesGuillemets = variesGuillemets
  }

  package static let english = Quotation(.double, .single)
}
