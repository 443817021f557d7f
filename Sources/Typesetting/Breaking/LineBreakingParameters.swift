package import Geometry

/// What a paragraph is judged by. Demerits are squares of badness and penalties.
package struct LineBreakingParameters: Hashable, Sendable {
  /// One try at the whole paragraph.
  package struct Pass: Hashable, Sendable {
    /// The worst badness a line may have, up to 10,000.
    package var tolerance: Int
    /// Without it, flagged penalties are no places to break.
    package var hyphenates: Bool
    /// Pretended stretch on every line, so that bad lines can be told from worse ones.
    package var emergencyStretch: Length

    package init(tolerance: Int, hyphenates: Bool = true, emergencyStretch: Length = .zero) {
      self.tolerance = tolerance
      self.hyphenates = hyphenates
      self.emergencyStretch = emergencyStretch
    }
  }

  /// Tried in order until one finds breaks; the last leaves lines overfull rather than fail. One
  /// at least.
  package var passes: [Pass]
  /// Added to every line's badness: the more, the fewer lines. TeX's 10 tells a paragraph of
  /// n perfect lines from one of n + 1.
  package var linePenalty = 10
  /// For a tight line beside a loose one, and the like: as much as a badness of 100, that of
  /// glue stretched to all it should give.
  package var clashDemerits = 10_000
  /// For two hyphenated lines in a row: the same.
  package var doubleHyphenDemerits = 10_000
  /// For a hyphen on the last line but one: half of it.
  package var finalHyphenDemerits = 5_000
  /// More lines than the best breaking has, or fewer; met as nearly as it can be.
  package var looseness = 0
  /// A line that takes the paragraph's demerits beyond this is not considered. TeX has 31 bits;
  /// we have 63, and some two thousand lines at the edge of tolerance 800 would need more than
  /// TeX's.
  package var demeritsLimit = 1 << 60

  package init(passes: [Pass]) {
    self.passes = passes
  }

  /// Plain TeX's: first without hyphens.
  package static let plainTeX = {
    var parameters = LineBreakingParameters(passes: [
      Pass(tolerance: 100, hyphenates: false),
      Pass(tolerance: 200),
    ])
    parameters.demeritsLimit = (1 << 30) - 1
    return parameters
  }()

  /// For a narrow measure, as on A5. Hyphens from the start, at their price: without them most
  /// paragraphs of so few words a line would be loose. What 200 refuses 800 may allow, spaces
  /// stretched to twice what they should give; beyond that we pretend that each line could
  /// stretch by another em. Last of all any loose line is better than one that sticks out.
  package static func livret(em: Length) -> LineBreakingParameters {
    LineBreakingParameters(passes: [
      Pass(tolerance: 200),
      Pass(tolerance: 800),
      Pass(tolerance: 800, emergencyStretch: em),
      Pass(tolerance: 10_000, emergencyStretch: em * 3),
    ])
  }

  /// With an em of ten points.
  package static let livret = livret(em: .points(10))
}
