internal import Geometry

/// Makes a paragraph's items, from its first byte to its last.
struct ItemBuilder {
  let composition: Composition
  let shaped: ShapedText
  let habits: BreakingHabits
  let hyphen: (CharacterStyle) -> Length
  let hyphenate: (String, String) -> [Int]
  let text: [UInt8]
  let measured: MeasuredText
  /// Calls of notes or ordinals are in the text.
  private let hasRaised: Bool
  private let code: [Range<Int>]

  private(set) var items: [Item<Range<Int>>] = []
  private(set) var bytes: [Range<Int>] = []
  private(set) var wideWords: [Range<Int>] = []
  /// The first of the shaper's breaks that was not yet come by.
  var nextBreak = 0
  /// The segment of the last box.
  private var segment = 0
  /// What no-break spaces hold together so far: where it starts, and its forbidding penalties.
  private var chain: (start: Int, holds: [Int]) = (0, [])

  init(
    composition: Composition, shaped: ShapedText, habits: BreakingHabits,
    hyphen: @escaping (CharacterStyle) -> Length, hyphenate: @escaping (String, String) -> [Int]
  ) {
    self.composition = composition
    self.shaped = shaped
    self.habits = habits
    self.hyphen = hyphen
    self.hyphenate = hyphenate
    text = Array(composition.styled.text.utf8)
    measured = MeasuredText(shaped)
    hasRaised = composition.segments.contains { $0.look.raise > .zero }
    code = composition.code
  }

  mutating func build() {
    let hasIdeographs = !habits.keepsSpaces && text.mayHoldIdeographs
    var index = 0
    while index < text.count {
      if let space = SpaceKind(at: index, in: text) {
        let mayBreak = appendSpace(space, at: index)
        if mayBreak { endChain(at: index, next: index + space.byteCount) }
        index += space.byteCount
        continue
      }
      var end = index + 1
      while end < text.count, SpaceKind(at: end, in: text) == nil { end += 1 }
      if hasIdeographs { appendIdeographs(index..<end) } else { appendWord(index..<end) }
      index = end
    }
    endChain(at: text.count, next: text.count)
    append(.penalty(Penalty(cost: Penalty.forbidden)), text.count..<text.count)
    append(
      .glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)), text.count..<text.count)
  }

  mutating func append(_ item: Item<Range<Int>>, _ range: Range<Int>) {
    items.append(item)
    bytes.append(range)
  }

  // MARK: Spaces

  /// Words that no-break spaces tie into something wider than a line are parted at these.
  mutating func endChain(at end: Int, next: Int) {
    if !chain.holds.isEmpty, measured.width(chain.start..<end) > habits.narrowestLine {
      for item in chain.holds {
        items[item] = .penalty(Penalty(cost: BreakCost.anywhere))
      }
      let isKnown = wideWords.last.map { $0.lowerBound >= chain.start } ?? false
      if !isKnown { wideWords.append(chain.start..<end) }
    }
    chain = (next, [])
  }

  /// Whether a line may end at the space.
  private mutating func appendSpace(_ space: SpaceKind, at index: Int) -> Bool {
    let range = index..<(index + space.byteCount)
    if space == .lineEnd {
      append(.penalty(Penalty(cost: Penalty.forbidden)), range)
      append(.glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)), range)
      append(.penalty(Penalty(cost: Penalty.forced)), range)
      return true
    }
    let natural = measured.width(range)
    let isRigid = habits.keepsSpaces || code.contains { $0.contains(index) }
    let elasticity = isRigid ? .none : space.elasticity(at: index, in: text)
    var glue = Glue(extent: natural * elasticity.width)
    if !habits.isRagged {
      glue.stretch = natural * elasticity.stretch
      glue.shrink = natural * elasticity.shrink
    }
    let mayBreak = mayBreak(at: range.upperBound) && space == .word
    if !mayBreak { hold(at: range.lowerBound) }
    append(.glue(glue), range)
    return mayBreak
  }

  /// Whether the shaper lets a line end there, and no call follows; places are asked for in order.
  mutating func mayBreak(at offset: Int) -> Bool {
    while nextBreak < shaped.breaks.count, shaped.breaks[nextBreak] < offset { nextBreak += 1 }
    return nextBreak < shaped.breaks.count && shaped.breaks[nextBreak] == offset
      && !beginsRaised(at: offset)
  }

  /// Whether what is raised begins there. The call of a note belongs to the sign before it, whatever
  /// UAX 14 thinks of a figure behind a bracket or a full stop: it never begins a line.
  func beginsRaised(at offset: Int) -> Bool {
    guard hasRaised, let segment = composition.segment(at: offset) else { return false }
    return segment.look.raise > .zero && segment.bytes.lowerBound == offset
  }

  /// Forbids a line to end there, unless what is held together is wider than a line.
  mutating func hold(at offset: Int) {
    chain.holds.append(items.count)
    append(.penalty(Penalty(cost: Penalty.forbidden)), offset..<offset)
  }

  // MARK: Words

  /// The pieces of what stands between two spaces.
  mutating func appendWord(_ word: Range<Int>) {
    var points = wordBreaks(of: word).filter {
      $0.offset > word.lowerBound && $0.offset < word.upperBound
    }
    if !fits(word, parted: points) {
      wideWords.append(word)
      addPointsAnywhere(in: word, to: &points)
    }
    var start = word.lowerBound
    for point in points {
      guard point.offset > start else { continue }
      appendBox(start..<point.offset)
      append(.penalty(point.penalty), point.offset..<point.offset)
      start = point.offset
    }
    appendBox(start..<word.upperBound)
  }

  /// Whether every piece of the word has room on a line, its hyphen too.
  private func fits(_ word: Range<Int>, parted points: [WordBreak]) -> Bool {
    guard measured.width(word) > habits.narrowestLine else { return true }
    var start = word.lowerBound
    for point in points {
      guard point.offset > start else { continue }
      let width = measured.width(start..<point.offset) + point.penalty.before
      if width > habits.narrowestLine { return false }
      start = point.offset
    }
    return measured.width(start..<word.upperBound) <= habits.narrowestLine
  }

  private mutating func appendBox(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    var box = Box(extent: measured.width(range), material: range)
    if !habits.isRagged && !habits.keepsSpaces {
      while segment < composition.segments.count - 1,
        composition.segments[segment].bytes.upperBound <= range.lowerBound
      { segment += 1 }
      let look = composition.segments[segment].look
      box.tracking = tracking(of: range, look)
      if habits.hangs { box.hang = hang(of: range, look) }
      if habits.isIndented && items.isEmpty { box.hang.start = .zero }
    }
    append(.box(box), range)
  }

  /// What its letters may be counted on to give.
  private func tracking(of range: Range<Int>, _ look: Composition.Look) -> Length {
    guard !look.isVerbatim else { return .zero }
    var letters = 0
    for index in range where text[index] & 0xC0 != 0x80 {
      if text.letterJoins(at: index) { return .zero }
      letters += 1
    }
    return look.style.tracking * letters
  }

  /// In addresses and code signs are letters; they hang all the same, for the look of the edge.
  private func hang(of range: Range<Int>, _ look: Composition.Look) -> Hang {
    let isItalic = look.style.face.isItalic
    let second = text.scalarEnd(after: range.lowerBound)
    var last = range.upperBound - 1
    while last > range.lowerBound, text[last] & 0xC0 == 0x80 { last -= 1 }
    let first = Protrusion.hang(of: text.scalar(at: range.lowerBound), isItalic: isItalic)
    let final = Protrusion.hang(of: text.scalar(at: last), isItalic: isItalic)
    return Hang(
      start: measured.width(range.lowerBound..<second) * first.start / 1000,
      end: measured.width(last..<range.upperBound) * final.end / 1000)
  }
}

/// How far the pen has moved before each byte of a text.
struct MeasuredText {
  private var places: [Int] = [0]

  init(_ shaped: ShapedText) {
    places.reserveCapacity(1 + shaped.runs.reduce(0) { $0 + $1.text.utf8.count })
    var x = 0
    for run in shaped.runs {
      var glyph = run.isRightToLeft ? run.glyphs.count : 0
      for cluster in run.clusters {
        if run.isRightToLeft { glyph -= cluster.glyphCount }
        var width = 0
        for index in glyph..<(glyph + cluster.glyphCount) {
          width += run.glyphs[index].advance.units
        }
        if !run.isRightToLeft { glyph += cluster.glyphCount }
        // Inside a ligature the letters share its width; the line is shaped anew anyway.
        for byte in 1...max(1, cluster.byteCount) {
          places.append(x + width * byte / max(1, cluster.byteCount))
        }
        x += width
      }
    }
  }

  func width(_ bytes: Range<Int>) -> Length {
    Length(units: places[bytes.upperBound] - places[bytes.lowerBound])
  }
}

extension CharacterStyle {
  /// How much may be put between two letters, or taken away: a hundredth of the size, which no one
  /// sees, less what is lost where ligatures give way to letters.
  fileprivate var tracking: Length { size * 9 / 1000 }
}
