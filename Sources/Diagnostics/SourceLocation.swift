/// A place in a source file: line and column, both counted from 1.
///
/// Columns count Unicode scalars, as editors' "column" and Yams do.
package struct SourceLocation: Comparable, Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static let start = SourceLocation(line: 1, column: 1)

  package static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// From the first character of something to just after its last.
package typealias SourceRange = Range<SourceLocation>

extension Range<SourceLocation> {
  /// For words that the tool itself makes.
  package static var nowhere: SourceRange { SourceLocation.start..<SourceLocation.start }
}

extension SourceRange {
  /// Whether the other stands in it, be it without width.
  package func encloses(_ other: SourceRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
