package import Geometry

/// What a paragraph is judged by. Demerits are squares of badness and penalties.
package struct LineBreakingParameters: Hashable, Sendable {
  /// One try at the whole paragraph.
  package struct Pass: Hashable, Sendable {
    /// The worst badness a line may have, up to 10,000.
    package var tolerance: Int
    /// Without it, no hyphens are added.
    package var hyphenates: Bool
    /// Pretended stretch on every line, so that bad lines can be told from worse ones.
    package var emergencyStretch: Length
    /// Letters may be spaced where spaces would be stretched further than this, or closed up where
    /// they cannot shrink enough; nil where letters stay as they are.
    package var tracksBeyond: Double?
    /// Too many hyphens in a row and last lines too short are refused, not only dear.
    package var isStrict: Bool

    package init(
      tolerance: Int, hyphenates: Bool = true, emergencyStretch: Length = .zero,
      tracksBeyond: Double? = nil, isStrict: Bool = true
    ) {
      self.tolerance = tolerance
      self.hyphenates = hyphenates
      self.emergencyStretch = emergencyStretch
      self.tracksBeyond = tracksBeyond
      self.isStrict = isStrict
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
  /// How many lines in a row may end with a hyphen; nil for any number.
  package var mostHyphensInARow: Int?
  /// No last line may be shorter, but for that of a paragraph of one line.
  package var shortestLastLine = Length.zero
  /// A last line that is shorter looks lost: it must not follow a hyphen.
  package var runt = Length.zero
  /// For such a line: that of a break that costs 100.
  package var runtDemerits = 10_000
  /// For each hyphen, runt or last line that should not be, where there is no other way: as much
  /// as two of the worst lines.
  package var faultDemerits = 200_000_000
  /// More lines than the best breaking has, or fewer; met as nearly as it can be.
  package var looseness = 0
  /// The worst badness of a line in a paragraph that is set longer or shorter for its page's sake:
  /// that of spaces stretched to one and a half times what they should give.
  package var variantTolerance = 0
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

  /// How far spaces may be stretched before letters are spaced: that is the badness of 200.
  package static let decentRatio = 1.26

  /// For a narrow measure, as on A5. Hyphens from the start, at their price: without them most
  /// paragraphs of so few words a line would be loose. What 200 refuses may be saved by a hundredth
  /// of an em between letters, which no one sees; then 800 may allow it, spaces stretched to twice
  /// what they should give; beyond that we pretend that each line could stretch by another em. Last
  /// of all any loose line is better than one that sticks out.
  ///
  /// - Parameter indent: that of the paragraphs; zero for text whose last lines may be as short as
  ///   they come.
  package static func livret(em: Length, indent: Length = .zero) -> LineBreakingParameters {
    let decent = decentRatio
    var parameters = LineBreakingParameters(passes: [
      Pass(tolerance: 200),
      Pass(tolerance: 200, tracksBeyond: decent),
      Pass(tolerance: 800, tracksBeyond: decent),
      Pass(tolerance: 800, emergencyStretch: em, tracksBeyond: decent, isStrict: false),
      Pass(tolerance: 10_000, emergencyStretch: em * 3, tracksBeyond: decent, isStrict: false),
    ])
    parameters.mostHyphensInARow = 2
    parameters.shortestLastLine = indent
    parameters.runt = indent * 1.5
    parameters.variantTolerance = 335
    return parameters
  }

  /// With an em of ten points.
  package static let livret = livret(em: .points(10))
}
