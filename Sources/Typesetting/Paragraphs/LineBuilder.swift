internal import Geometry

/// Turns the breaker's choice into lines of glyphs.
struct LineBuilder {
  private let glyphs: LineGlyphs
  private let paragraph: ParagraphItems
  private let request: ParagraphSetter.Request
  private let text: [UInt8]
  private let direction: Direction
  /// The paragraph, where letters of Chinese or Japanese are among it.
  private let ideographs: Composition?
  /// Stretches of code.
  private let code: [Range<Int>]

  init(
    setter: ParagraphSetter, composition: Composition, shaped: ShapedText,
    paragraph: ParagraphItems, request: ParagraphSetter.Request
  ) {
    self.paragraph = paragraph
    self.request = request
    direction = setter.direction
    text = Array(composition.styled.text.utf8)
    ideographs = !request.habits.keepsSpaces && text.mayHoldIdeographs ? composition : nil
    code = composition.code
    glyphs = LineGlyphs(setter: setter, composition: composition, shaped: shaped, text: text)
  }

  /// The settings with one line less and more, and what they hold.
  func variants(
    of broken: LineCountVariants
  ) -> [(facts: LineCountVariant, broken: BrokenParagraph)] {
    [broken.oneLineLess, broken.oneLineMore].compactMap(\.self).map { variant in
      let lines = places(of: variant).map(\.facts)
      let facts = LineCountVariant(
        lineCount: lines.count, demerits: variant.demerits - broken.best.demerits, lines: lines)
      return (facts, variant)
    }
  }

  func lines(_ broken: BrokenParagraph) -> [SetLine] {
    var kashidas: [Length] = []
    return places(of: broken).map { line($0, kashidas: &kashidas) }
  }

  /// Where a line stands in the text.
  private struct Place {
    var facts: LineFacts
    var measure: Length
    var hang: Hang
    /// Its letters are spaced, or closed up.
    var isTracked: Bool
    /// Of the paragraph, or before a break that the author made.
    var isLast: Bool
    var startsInWord: Bool
  }

  private func places(of broken: BrokenParagraph) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(broken.lines.count)
    var previousEnd = 0
    for (index, line) in broken.lines.enumerated() {
      guard let first = line.items.first(where: isBox), let last = line.items.last(where: isBox)
      else { continue }
      var bytes = paragraph.bytes[first].lowerBound..<paragraph.bytes[last].upperBound
      let startsInWord =
        bytes.lowerBound == previousEnd && index > 0
        && !text.touchesIdeograph(at: bytes.lowerBound)
      previousEnd = bytes.upperBound
      let hyphenates = drawsHyphen(atItem: line.breakItem)
      if !hyphenates, bytes.upperBound < text.count, text[bytes.upperBound] == 0x20 {
        bytes = bytes.lowerBound..<(bytes.upperBound + 1)
      }
      places.append(
        Place(
          facts: LineFacts(bytes: bytes, endsWithHyphen: hyphenates),
          measure: line.width, hang: line.hang, isTracked: line.tracking != .zero,
          isLast: index == broken.lines.count - 1 || isForced(atItem: line.breakItem),
          startsInWord: startsInWord))
    }
    return places
  }

  private func isBox(_ item: Int) -> Bool {
    if case .box = paragraph.items[item] { true } else { false }
  }

  private func drawsHyphen(atItem index: Int) -> Bool {
    guard index < paragraph.items.count, case .penalty(let penalty) = paragraph.items[index]
    else { return false }
    return penalty.before > .zero
  }

  private func isForced(atItem index: Int) -> Bool {
    guard index < paragraph.items.count else { return true }
    guard case .penalty(let penalty) = paragraph.items[index] else { return false }
    return penalty.cost <= Penalty.forced
  }

  /// Of the stretch of a line's spaces: beyond, holes are worse than an uneven edge, and the line is left
  /// short. The letters of Chinese and Japanese have little stretch and may take twice that.
  private var loosest: Double { ideographs == nil ? 2 : 4 }

  /// - Parameter kashidas: how far along the line before each of its own begins.
  private func line(_ place: Place, kashidas: inout [Length]) -> SetLine {
    let habits = request.habits
    let room = place.measure + place.hang.start + place.hang.end
    let justifier = LineJustifier(
      text: text, keepsSpaces: habits.keepsSpaces, code: code, ideographs: ideographs,
      direction: direction,
      kashidas: habits.lengthensJoins
        ? LineKashidas(glyphs: glyphs, text: text, above: kashidas) : nil)
    var runs: [SetLine.PlacedRun] = []
    func justify(tracking isTracked: Bool, fillsMeasure: Bool) -> LineJustifier.Setting {
      runs =
        isTracked
        ? glyphs.separateLetters(of: place.facts)
        : glyphs.runs(of: place.facts, startsInWord: place.startsInWord)
      return justifier.justify(
        &runs, tracking: isTracked ? glyphs.letters(in: runs) : [], from: -place.hang.start,
        to: room, fillsMeasure: fillsMeasure, mayShrink: !habits.isRagged)
    }
    var setting = justify(
      tracking: place.isTracked, fillsMeasure: !place.isLast && !habits.isRagged)
    let ratio = setting.ratio
    if ratio > loosest { setting = justify(tracking: false, fillsMeasure: false) }
    kashidas = setting.kashidas
    let reached = setting.width
    // A tenth of a point is no one's to see (TeX's \hfuzz).
    let excess = reached - room
    return SetLine(
      runs: runs, width: reached - place.hang.start - place.hang.end, bytes: place.facts.bytes,
      endsWithHyphen: place.facts.endsWithHyphen, excess: excess > .points(0.1) ? excess : .zero,
      ratio: place.isLast || habits.isRagged ? 0 : ratio)
  }
}
