internal import Geometry

/// Gives a line's spaces their widths: what is missing or too much is shared out among them in
/// proportion to what each can give.
struct LineJustifier {
  /// A glyph of a line.
  struct Place {
    var run: Int
    var glyph: Int
  }

  struct Space {
    var place: Place
    var stretch: Int
    var shrink: Int
  }

  let text: [UInt8]
  private let keepsSpaces: Bool
  /// Code, whose columns keep their width.
  private let code: [Range<Int>]
  /// The paragraph, where letters of Chinese or Japanese are among it.
  private let ideographs: Composition?
  /// Nil where no joins between letters are lengthened.
  private let kashidas: LineKashidas?
  /// Of the page: where lines begin.
  private let direction: Direction

  /// - Parameters:
  ///   - keepsSpaces: spaces are as wide as the face draws them.
  ///   - code: the bytes of code; its spaces keep their width too.
  ///   - ideographs: the paragraph, if letters of Chinese or Japanese are among it: they share what is
  ///     missing.
  init(
    text: [UInt8], keepsSpaces: Bool, code: [Range<Int>], ideographs: Composition?,
    direction: Direction,
    kashidas: LineKashidas? = nil
  ) {
    self.text = text
    self.keepsSpaces = keepsSpaces
    self.code = code
    self.ideographs = ideographs
    self.direction = direction
    self.kashidas = kashidas
  }

  /// How a line was set.
  struct Setting {
    var width: Length
    /// What part of their stretch (or, if negative, their shrink) the spaces took: infinitely much
    /// where a short line has none.
    var ratio: Double
    /// How far along the line each of its kashidas begins.
    var kashidas: [Length]
  }

  /// Sets `runs` to `measure`, as nearly as its spaces allow.
  ///
  /// - Parameters:
  ///   - letters: these may be spaced where spaces would be too wide, or closed up.
  ///   - left: where the first run is placed.
  ///   - fillsMeasure: false for last lines and ragged ones, which may shrink but never stretch.
  ///   - mayShrink: false for ragged text, whose spaces keep their width.
  func justify(
    _ runs: inout [SetLine.PlacedRun], tracking letters: [Place], from left: Length,
    to measure: Length, fillsMeasure: Bool, mayShrink: Bool
  ) -> Setting {
    var spaces = naturalSpaces(in: &runs)
    if let ideographs { spaces += gaps(in: &runs, of: ideographs) }
    var natural = 0
    for placed in runs { natural += placed.run.advance.units }
    var missing = measure.units - natural
    if missing > 0 && !fillsMeasure { missing = 0 }
    if missing < 0 && !mayShrink { missing = 0 }
    let lengthened = lengthenJoins(for: missing, beside: &spaces, in: &runs)
    missing -= lengthened.reduce(0) { $0 + $1.width }
    if missing != 0, !letters.isEmpty {
      missing -= space(letters, for: missing, beside: spaces, in: &runs)
    }
    let ratio = share(missing, among: spaces, in: &runs)
    var x = left
    // Places are counted from the line's beginning, on whichever side of the page that is.
    let order = visualOrder(ofLevels: runs.map(\.run.level))
    for index in direction == .leftToRight ? order : order.reversed() {
      runs[index].x = x
      x += runs[index].run.advance
    }
    return Setting(width: x - left, ratio: ratio, kashidas: lengthened.map(\.x))
  }

  /// Lengthens joins by what spaces should not be stretched for.
  private func lengthenJoins(
    for missing: Int, beside spaces: inout [Space], in runs: inout [SetLine.PlacedRun]
  ) -> [LineKashidas.Insertion] {
    guard missing > 0, let kashidas else { return [] }
    let stretch = spaces.reduce(0) { $0 + $1.stretch }
    let wanted = missing - Int(Double(stretch) * LineKashidas.easyRatio)
    let insertions = kashidas.lengthen(&runs, by: wanted, of: missing)
    for insertion in insertions {
      for index in spaces.indices
      where spaces[index].place.run == insertion.place.run
        && spaces[index].place.glyph >= insertion.place.glyph
      {
        spaces[index].place.glyph += insertion.count
      }
    }
    return insertions
  }

  /// Finds the spaces and gives each its own width before sharing: a guillemet's is narrower.
  /// The space at which the line ends keeps its glyph, for those who copy the text, but no width.
  private func naturalSpaces(in runs: inout [SetLine.PlacedRun]) -> [Space] {
    var spaces: [Space] = []
    for runIndex in runs.indices {
      let isBackward = runs[runIndex].run.isRightToLeft
      var glyph = isBackward ? runs[runIndex].run.glyphs.count : 0
      var byte = runs[runIndex].bytes.lowerBound
      for cluster in runs[runIndex].run.clusters {
        if isBackward { glyph -= cluster.glyphCount }
        if cluster.glyphCount == 1, byte < text.count, let kind = SpaceKind(at: byte, in: text),
          kind.byteCount == cluster.byteCount, kind != .lineEnd
        {
          let isLast =
            runIndex == runs.count - 1
            && byte + cluster.byteCount == runs[runIndex].bytes.upperBound
          if isLast && kind == .word {
            runs[runIndex].run.glyphs[glyph].advance = .zero
          } else {
            let isRigid = keepsSpaces || code.contains { $0.contains(byte) }
            let elasticity = isRigid ? .none : kind.elasticity(at: byte, in: text)
            let width = runs[runIndex].run.glyphs[glyph].advance
            runs[runIndex].run.glyphs[glyph].advance = width * elasticity.width
            spaces.append(
              Space(
                place: Place(run: runIndex, glyph: glyph),
                stretch: (width * elasticity.stretch).units,
                shrink: (width * elasticity.shrink).units))
          }
        }
        if !isBackward { glyph += cluster.glyphCount }
        byte += cluster.byteCount
      }
    }
    return spaces
  }

  /// Spaces letters by what spaces should not be stretched for, and closes them up by what spaces
  /// cannot shrink; returns how much that gives in all.
  private func space(
    _ letters: [Place], for missing: Int, beside spaces: [Space],
    in runs: inout [SetLine.PlacedRun]
  ) -> Int {
    let most = letters.reduce(0) { $0 + runs[$1.run].run.size.units / 100 }
    let wanted: Int
    if missing > 0 {
      let stretch = spaces.reduce(0) { $0 + $1.stretch }
      wanted = missing - Int(Double(stretch) * LineBreakingParameters.decentRatio)
    } else {
      wanted = -missing - spaces.reduce(0) { $0 + $1.shrink }
    }
    let amount = max(0, min(most, wanted)) * missing.signum()
    var given = 0
    for (index, letter) in letters.enumerated() {
      let share = amount * (index + 1) / letters.count - given
      given += share
      runs[letter.run].run.glyphs[letter.glyph].advance += Length(units: share)
    }
    return given
  }

  private func share(
    _ missing: Int, among spaces: [Space], in runs: inout [SetLine.PlacedRun]
  ) -> Double {
    guard missing != 0 else { return 0 }
    let weights = spaces.map { missing > 0 ? $0.stretch : $0.shrink }
    let total = weights.reduce(0, +)
    guard total > 0 else { return missing > 0 ? .infinity : 0 }
    // No space gives more than its shrink; what is still too much sticks out and is reported.
    let amount = missing > 0 ? missing : max(missing, -total)
    var given = 0
    var weight = 0
    for (index, space) in spaces.enumerated() {
      // Rounding is carried along, so that the last space ends exactly on the measure.
      weight += weights[index]
      let share = amount * weight / total - given
      given += share
      runs[space.place.run].run.glyphs[space.place.glyph].advance += Length(units: share)
    }
    return Double(amount) / Double(total)
  }
}
