package import Geometry

/// The room that each line of a paragraph has. Where a line starts is the caller's to know.
package struct LineShape: Hashable, Sendable {
  /// The widths of the first lines, when they differ from the rest: beside an initial, or after
  /// an indent.
  package var first: [Length]
  /// The width of every other line.
  package var rest: Length
  /// Glue at the start of every line, as for centred text.
  package var start = Glue(extent: .zero)
  /// Glue at the end of every line, as for a ragged edge.
  package var end = Glue(extent: .zero)

  package init(first: [Length] = [], rest: Length) {
    self.first = first
    self.rest = rest
  }

  /// - Parameter line: from 0.
  package func width(ofLine line: Int) -> Length {
    line < first.count ? first[line] : rest
  }
}
