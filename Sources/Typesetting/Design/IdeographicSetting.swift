/// How a language sets Chinese or Japanese letters, where such languages differ.
package struct IdeographicSetting: Hashable, Sendable {
  /// Full-width signs that stand in the left half of their square, as the full stop does.
  package var leftSigns: Set<Unicode.Scalar>
  /// Those that stand in its middle half, as the middle dot does.
  package var centredSigns: Set<Unicode.Scalar>
  /// By how many letters the first line of every paragraph stands in; nil where paragraphs that follow
  /// one another do, by the book's own indent.
  package var firstLine: Int?

  package init(
    leftSigns: Set<Unicode.Scalar> = [], centredSigns: Set<Unicode.Scalar> = [],
    firstLine: Int? = nil
  ) {
    self.leftSigns = leftSigns
    self.centredSigns = centredSigns
    self.firstLine = firstLine
  }
}
