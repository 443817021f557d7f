internal import Geometry

/// Finds the glyphs of a line in those of its paragraph; shapes anew what a break has changed.
struct LineGlyphs {
  let setter: ParagraphSetter
  let composition: Composition
  let text: [UInt8]
  private let shaped: [SetLine.PlacedRun]
  /// By run: where its clusters begin.
  private let tables: [GlyphRun.ClusterTable]

  init(setter: ParagraphSetter, composition: Composition, shaped: ShapedText, text: [UInt8]) {
    self.setter = setter
    self.composition = composition
    self.text = text
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

  func runs(of facts: LineFacts, startsInWord: Bool) -> [SetLine.PlacedRun] {
    let bytes = facts.bytes
    guard facts.endsWithHyphen || startsInWord || endsInsideWord(bytes) else {
      return slices(bytes)
    }
    let runs = partlyShapedAnew(
      bytes, hyphenates: facts.endsWithHyphen, startsInWord: startsInWord)
    return facts.endsWithHyphen ? hyphenated(runs, at: bytes.upperBound) : runs
  }

  /// The same without ligatures, whose letters would stand closer than others where letters are
  /// spaced.
  func separateLetters(of facts: LineFacts) -> [SetLine.PlacedRun] {
    let runs = shapedAnew(facts.bytes, without: ["liga", "clig"])
    return facts.endsWithHyphen ? hyphenated(runs, at: facts.bytes.upperBound) : runs
  }

  /// The last glyph of each letter that may be spaced: not those of spaces, of scripts that join
  /// their letters and of what is set letter for letter, nor the line's last.
  func letters(in runs: [SetLine.PlacedRun]) -> [LineJustifier.Place] {
    var letters: [LineJustifier.Place] = []
    for (index, placed) in runs.enumerated() where !placed.run.isRightToLeft {
      var glyph = 0
      var byte = placed.bytes.lowerBound
      for cluster in placed.run.clusters where !placed.bytes.isEmpty {
        glyph += cluster.glyphCount
        if cluster.glyphCount > 0, SpaceKind(at: byte, in: text) == nil,
          !text.letterJoins(at: byte),
          !text.scalar(at: byte).isIdeographic,
          composition.segment(at: byte)?.look.isVerbatim == false
        {
          letters.append(LineJustifier.Place(run: index, glyph: glyph - 1))
        }
        byte += cluster.byteCount
      }
    }
    return letters.dropLast()
  }

  private func endsInsideWord(_ bytes: Range<Int>) -> Bool {
    bytes.upperBound < text.count && SpaceKind(at: bytes.upperBound, in: text) == nil
      && !SpaceKind.ends(at: bytes.upperBound, in: text)
      && !text.touchesIdeograph(at: bytes.upperBound)
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
  private func partlyShapedAnew(
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
    return head + slices(middle) + tail
  }

  /// With a hyphen behind the last word, embedded as deep as the word: it goes where the word goes.
  private func hyphenated(
    _ runs: [SetLine.PlacedRun], at end: Int
  ) -> [SetLine.PlacedRun] {
    guard let segment = composition.segment(at: end - 1) else { return runs }
    var hyphen = setter.hyphen(in: segment.look.style).run
    if let word = runs.last, !word.run.isRightToLeft { hyphen.level = word.run.level }
    return runs + [SetLine.PlacedRun(run: hyphen, x: .zero, bytes: end..<end)]
  }

  private func shapedAnew(
    _ bytes: Range<Int>, without features: [String] = []
  ) -> [SetLine.PlacedRun] {
    guard !bytes.isEmpty else { return [] }
    var runs: [StyledText.Run] = []
    for run in composition.styled.runs where run.bytes.overlaps(bytes) {
      let part = run.bytes.clamped(to: bytes)
      var style = run.style
      style.features += features.map { "\($0)=0" }
      runs.append(
        StyledText.Run(
          bytes: (part.lowerBound - bytes.lowerBound)..<(part.upperBound - bytes.lowerBound),
          style: style))
    }
    let part = StyledText(
      text: String(decoding: text[bytes], as: UTF8.self), runs: runs,
      direction: composition.styled.direction)
    let anew = Self.placed(setter.shaper.shape(part).runs, from: bytes.lowerBound)
    return anew.map { placed in
      // How deep it is embedded only the whole paragraph says.
      let whole = shaped[
        min(shaped.firstIndex(endingAfter: placed.bytes.lowerBound), shaped.count - 1)]
      guard whole.run.level % 2 == placed.run.level % 2 else { return placed }
      var placed = placed
      placed.run.level = whole.run.level
      return placed
    }
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
