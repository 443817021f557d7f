import Geometry
import Typesetting

/// SplitMix64: the same paragraphs on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Words, spaces, hyphenation points of all kinds, tied words and forced breaks.
///
/// No syllable is narrower than a hyphen: like TeX, the breaker gives up on a line that a hyphen
/// makes too wide, though a narrower syllable without it might have fitted.
func randomParagraph(words: Int, using random: inout SeededGenerator) -> [Item<String>] {
  var items: [Item<String>] = []
  func points(_ range: ClosedRange<Double>) -> Length {
    .points(Double.random(in: range, using: &random))
  }
  func chance(_ percent: Int) -> Bool { Int.random(in: 1...100, using: &random) <= percent }
  for word in 0..<words {
    if word > 0 {
      if chance(3) {
        items.append(.penalty(Penalty(cost: Penalty.forbidden)))
        items.append(.glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 2)))
        items.append(.penalty(Penalty(cost: Penalty.forced)))
      } else {
        if chance(5) { items.append(.penalty(Penalty(cost: Penalty.forbidden))) }
        if chance(5) {
          items.append(.penalty(Penalty(cost: [-120, 70].randomElement(using: &random)!)))
        }
        let width = points(2.5...4)
        items.append(.glue(Glue(extent: width, stretch: width * 0.5, shrink: width * 0.33)))
      }
    }
    let hang = Hang(start: points(0...0.5), end: points(0...1.5))
    items.append(
      .box(Box(extent: points(3...14), hang: hang, tracking: points(0...1), material: "x")))
    while chance(30) {
      // Some letters stand there only unbroken, and some come back after the break.
      items.append(
        .penalty(
          Penalty(
            cost: [50, 100, 0].randomElement(using: &random)!, before: .points(3),
            after: chance(15) ? .points(2) : .zero, otherwise: chance(15) ? .points(1) : .zero,
            isFlagged: true, hang: points(0...1.5))))
      items.append(.box(Box(extent: points(5...14), material: "y")))
    }
  }
  items.append(.penalty(Penalty(cost: Penalty.forbidden)))
  items.append(.glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)))
  return items
}
