internal import Geometry

/// Says how well a line fills its width (tex.web, sections 851–853).
struct LineJudge {
  private let tracking: Tracking?

  init(pass: LineBreakingParameters.Pass) {
    tracking = pass.tracksBeyond.map(Tracking.init)
  }

  func judge(_ start: Measure, _ end: Measure, width: Length) -> (badness: Int, Fitness) {
    let missing = width - (end.extent - start.extent)
    guard missing > .zero else {
      let shrink = end.shrink - start.shrink
      if -missing <= shrink {
        let badness = Badness.of(-missing, against: shrink)
        return (badness, Fitness(shrunkWithBadness: badness))
      }
      let letters = tracking == nil ? .zero : end.tracking - start.tracking
      return (-missing <= shrink + letters ? Badness.full : Badness.overfull, .tight)
    }
    if end.infiniteStretch != start.infiniteStretch { return (0, .decent) }
    let stretch = end.stretch - start.stretch
    var badness = Badness.of(missing, against: stretch)
    if let tracking, badness > tracking.badness {
      let letters = tracking.taken(of: end.tracking - start.tracking, missing: missing, stretch)
      badness = max(tracking.badness, Badness.of(missing - letters, against: stretch))
    }
    return (badness, Fitness(stretchedWithBadness: badness))
  }
}

/// How much of what is missing on a line its letters take, once its spaces are stretched as far as
/// they should be.
struct Tracking {
  /// How far that is.
  private let ratio: Double
  /// How bad.
  let badness: Int

  init(beyond ratio: Double) {
    self.ratio = ratio
    badness = Int(100 * ratio * ratio * ratio)
  }

  /// - Parameter most: what the letters can give.
  func taken(of most: Length, missing: Length, _ stretch: Length) -> Length {
    max(.zero, min(most, missing - stretch * ratio))
  }
}
