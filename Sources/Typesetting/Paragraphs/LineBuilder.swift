internal import Geometry

/// Turns the breaker's choice into lines of glyphs.
struct LineBuilder {
  private let setter: ParagraphSetter
  private let composition: Composition
  private let paragraph: ParagraphItems
  private let request: ParagraphSetter.Request
  private let text: [UInt8]
  private let shaped: [SetLine.PlacedRun]
  /// By run: where its clusters begin.
  private let tables: [GlyphRun.ClusterTable]

  init(
    setter: ParagraphSetter, composition: Composition, shaped: ShapedText,
    paragraph: ParagraphItems, request: ParagraphSetter.Request
  ) {
    self.setter = setter
    self.composition = composition
    self.paragraph = paragraph
    self.request = request
    text = Array(composition.styled.text.utf8)
    self.shaped = Self.placed(shaped.runs, from: 0)
    tables = shaped.runs.map(GlyphRun.ClusterTable.init)
  }

  private static func placed(_ runs: [GlyphRun], from start: Int) -> [SetLine.PlacedRun] {
    var byte = start
    return runs.map { run in
      let bytes = byte..<(byte + run.text.utf8.count)
      byte = bytes.upperBound
      return SetLine.PlacedRun(run: run, x: .zero, bytes: bytes)
    }
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
    places(of: broken).map(line)
  }

  /// Where a line stands in the text.
  private struct Place {
    var facts: LineFacts
    var measure: Length
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
      let startsInWord = bytes.lowerBound == previousEnd && index > 0
      previousEnd = bytes.upperBound
      let hyphenates = drawsHyphen(atItem: line.breakItem)
      if !hyphenates, bytes.upperBound < text.count, text[bytes.upperBound] == 0x20 {
        bytes = bytes.lowerBound..<(bytes.upperBound + 1)
      }
      places.append(
        Place(
          facts: LineFacts(bytes: bytes, endsWithHyphen: hyphenates),
          measure: request.shape.width(ofLine: index),
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

  private func line(_ place: Place) -> SetLine {
    let bytes = place.facts.bytes
    let hyphenates = place.facts.endsWithHyphen
    var runs =
      hyphenates || place.startsInWord || endsInsideWord(bytes)
      ? runsShapedAnew(bytes, hyphenates: hyphenates, startsInWord: place.startsInWord)
      : slices(bytes)
    let (width, ratio) = LineJustifier(text: text, keepsSpaces: request.habits.keepsSpaces).justify(
      &runs, to: place.measure, fillsMeasure: !place.isLast && !request.habits.isRagged,
      mayShrink: !request.habits.isRagged)
    // A tenth of a point is no one's to see (TeX's \hfuzz).
    let excess = width - place.measure
    return SetLine(
      runs: runs, width: width, bytes: bytes, endsWithHyphen: hyphenates,
      excess: excess > .points(0.1) ? excess : .zero,
      ratio: place.isLast || request.habits.isRagged ? 0 : ratio)
  }

  private func endsInsideWord(_ bytes: Range<Int>) -> Bool {
    bytes.upperBound < text.count && SpaceKind(at: bytes.upperBound, in: text) == nil
      && !SpaceKind.ends(at: bytes.upperBound, in: text)
  }

  /// The runs as the whole paragraph was shaped, cut to these bytes.
  private func slices(_ bytes: Range<Int>) -> [SetLine.PlacedRun] {
    var slices: [SetLine.PlacedRun] = []
    var index = shaped.firstIndex(endingAfter: bytes.lowerBound)
    while index < shaped.count, shaped[index].bytes.lowerBound < bytes.upperBound {
      let placed = shaped[index]
      let wanted = placed.bytes.clamped(to: bytes)
      let start = wanted.lowerBound - placed.bytes.lowerBound
      let inRun = start..<(start + wanted.count)
      if let run = placed.run.slice(inRun, by: tables[index]) {
        slices.append(SetLine.PlacedRun(run: run, x: .zero, bytes: wanted))
      }
      index += 1
    }
    return slices
  }

  /// Letters whose neighbours a break took away are shaped anew: no ligature or kerning reaches
  /// across a line's end. Whole words in the middle stay as they are.
  private func runsShapedAnew(
    _ bytes: Range<Int>, hyphenates: Bool, startsInWord: Bool
  ) -> [SetLine.PlacedRun] {
    var middle = bytes
    var head: [SetLine.PlacedRun] = []
    var tail: [SetLine.PlacedRun] = []
    if hyphenates || endsInsideWord(bytes) {
      let start = bytes.last { $0 > 0 && SpaceKind.ends(at: $0, in: text) } ?? bytes.lowerBound
      tail = shapedAnew(start..<bytes.upperBound)
      middle = bytes.lowerBound..<start
    }
    if startsInWord, !middle.isEmpty {
      let end = middle.first { SpaceKind(at: $0, in: text) != nil } ?? middle.upperBound
      head = shapedAnew(middle.lowerBound..<end)
      middle = end..<middle.upperBound
    }
    var runs = head + slices(middle) + tail
    if hyphenates, let segment = composition.segment(at: bytes.upperBound - 1) {
      runs.append(
        SetLine.PlacedRun(
          run: setter.hyphen(in: segment.look.style).run, x: .zero,
          bytes: bytes.upperBound..<bytes.upperBound))
    }
    return runs
  }

  private func shapedAnew(_ bytes: Range<Int>) -> [SetLine.PlacedRun] {
    guard !bytes.isEmpty else { return [] }
    var runs: [StyledText.Run] = []
    for run in composition.styled.runs where run.bytes.overlaps(bytes) {
      let part = run.bytes.clamped(to: bytes)
      runs.append(
        StyledText.Run(
          bytes: (part.lowerBound - bytes.lowerBound)..<(part.upperBound - bytes.lowerBound),
          style: run.style))
    }
    let part = StyledText(
      text: String(decoding: text[bytes], as: UTF8.self), runs: runs,
      direction: composition.styled.direction)
    return Self.placed(setter.shaper.shape(part).runs, from: bytes.lowerBound)
  }
}

extension [SetLine.PlacedRun] {
  /// The first run that ends after this byte; runs follow one another.
  fileprivate func firstIndex(endingAfter byte: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].bytes.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension SpaceKind {
  /// Whether a space ends just before this byte.
  fileprivate static func ends(at index: Int, in text: [UInt8]) -> Bool {
    SpaceKind(at: index - 1, in: text) == .word
      || index >= 2 && SpaceKind(at: index - 2, in: text) == .noBreak
      || index >= 3 && SpaceKind(at: index - 3, in: text) == .lineEnd
  }
}
