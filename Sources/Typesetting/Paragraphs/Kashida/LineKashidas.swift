internal import Geometry

/// Lengthens joins between letters of a line, so that its spaces need not grow so wide.
///
/// Where a line ends is chosen as if there were spaces alone, and so pages are the same with and
/// without. A line whose spaces would take more than half of what they should give is lengthened by
/// what goes beyond, in the words that have the best places, from the line's end on, since there
/// scribes saw what was missing. A word has one kashida at most, two neighbours have not both one,
/// and none stands below one of the line before. Kashidas are tatweels of the face, as many as come
/// nearest; what they leave is the spaces', which alone set the line to its exact width.
struct LineKashidas {
  let glyphs: LineGlyphs
  let text: [UInt8]
  /// How far along the line before each of its kashidas begins.
  let above: [Length]

  /// What part of their stretch spaces take before joins are lengthened.
  static let easyRatio = 0.5
  /// Parts of an em: so long is a kashida if enough words can have one, and so long at most. Print
  /// that is read, not looked at, keeps them shorter than most letters are wide.
  private static let usual = 0.4
  private static let longest = 0.6
  /// Nearer than so many ems, kashidas of two lines would stand one below the other.
  private static let clearance = 1.0

  /// Glyphs that were put into a run.
  struct Insertion {
    /// The first of them, counted with those inserted before it.
    var place: LineJustifier.Place
    var count: Int
    var width: Int
    /// From the line's beginning, as wide as it will be.
    var x: Length
  }

  /// - Parameters:
  ///   - wanted: how much wider the line should become, in units; about as much it will.
  ///   - missing: and how much it may.
  func lengthen(
    _ runs: inout [SetLine.PlacedRun], by wanted: Int, of missing: Int
  ) -> [Insertion] {
    var joins = self.joins(in: runs, by: wanted, of: missing)
    var given = 0
    var hasRoom = true
    while hasRoom {
      hasRoom = false
      for index in joins.indices where joins[index].count < joins[index].most {
        let step = joins[index].step
        guard given + step / 2 <= wanted, given + step <= missing else { continue }
        joins[index].count += 1
        given += step
        hasRoom = true
      }
    }
    var insertions: [Insertion] = []
    for join in joins where join.count > 0 {
      guard
        let tatweels = glyphs.tatweels(join.count, at: join.byte, of: join.word, in: runs[join.run])
      else { continue }
      let glyph = runs[join.run].run.lengthen(
        with: tatweels, behind: join.byte - runs[join.run].bytes.lowerBound)
      insertions.append(
        Insertion(
          place: LineJustifier.Place(run: join.run, glyph: glyph), count: tatweels.count,
          width: tatweels.reduce(0) { $0 + $1.advance.units }, x: join.x))
    }
    return insertions
  }

  // MARK: Choosing words

  /// A join that may be lengthened.
  private struct Join {
    var run: Int
    var word: Range<Int>
    /// Among the words of the line.
    var number: Int
    var byte: Int
    var x: Length
    /// A tatweel's width, and how many may follow one another.
    var step: Int
    var usual: Int
    var most: Int
    var count = 0
  }

  /// The best joins, as many as it takes to lengthen the line with kashidas of the usual length.
  private func joins(in runs: [SetLine.PlacedRun], by wanted: Int, of missing: Int) -> [Join] {
    guard wanted > 0 else { return [] }
    let natural = runs.reduce(0) { $0 + $1.run.advance.units }
    let candidates = self.candidates(in: runs)
    let best = candidates.indices.sorted {
      let (first, second) = (candidates[$0].word.places[0].rank, candidates[$1].word.places[0].rank)
      return (first, $1) < (second, $0)
    }
    var joins: [Join] = []
    var expected = 0
    for number in best where expected < wanted {
      guard !joins.contains(where: { abs($0.number - number) == 1 }) else { continue }
      let (run, word) = candidates[number]
      guard let join = join(in: word, number, run, of: runs, stretched: (natural, missing)),
        expected == 0 || expected + join.step / 2 <= wanted
      else { continue }
      joins.append(join)
      expected += join.step * join.usual
    }
    return joins
  }

  private func candidates(
    in runs: [SetLine.PlacedRun]
  ) -> [(run: Int, word: KashidaWord)] {
    var candidates: [(run: Int, word: KashidaWord)] = []
    for (index, placed) in runs.enumerated() where placed.run.isRightToLeft {
      for word in KashidaWord.words(in: placed.bytes, of: text)
      where glyphs.composition.segment(at: word.bytes.lowerBound)?.look.isVerbatim == false {
        candidates.append((index, word))
      }
    }
    return candidates
  }

  /// The best place of the word that its face and the line before allow.
  private func join(
    in word: KashidaWord, _ number: Int, _ index: Int, of runs: [SetLine.PlacedRun],
    stretched line: (natural: Int, missing: Int)
  ) -> Join? {
    let placed = runs[index]
    let em = placed.run.size
    guard let style = glyphs.composition.segment(at: word.bytes.lowerBound)?.look.style,
      case let step = glyphs.setter.tatweel(in: style).units, step > 0
    else { return nil }
    let most = Int((em * Self.longest).units / step)
    guard most > 0 else { return nil }
    let start = runs[..<index].reduce(Length.zero) { $0 + $1.run.advance }
    for place in word.places {
      let offset = place.byte - placed.bytes.lowerBound
      let inRun = placed.run.slice(0..<offset)?.advance ?? .zero
      let x = (start + inRun) * (Double(line.natural + line.missing) / Double(line.natural))
      guard !above.contains(where: { abs(($0 - x).units) < (em * Self.clearance).units }),
        glyphs.tatweels(1, at: place.byte, of: word.bytes, in: placed) != nil
      else { continue }
      return Join(
        run: index, word: word.bytes, number: number, byte: place.byte, x: x, step: step,
        usual: max(1, (em * Self.usual).units / step), most: most)
    }
    return nil
  }
}

extension LineGlyphs {
  /// So many tatweels as the face draws them between two letters of a word; nil where it would draw
  /// other letters of the word otherwise for their sake: such letters are joined in a way of their own,
  /// one upon the other or as a ligature, that is not to be pulled apart.
  fileprivate func tatweels(
    _ count: Int, at place: Int, of word: Range<Int>, in placed: SetLine.PlacedRun
  ) -> [GlyphRun.Glyph]? {
    let inRun =
      (word.lowerBound - placed.bytes.lowerBound)..<(word.upperBound - placed.bytes.lowerBound)
    guard let style = composition.segment(at: word.lowerBound)?.look.style,
      let usual = placed.run.slice(inRun), usual.text.utf8.count == word.count
    else { return nil }
    let inserted = (place - word.lowerBound)..<(place - word.lowerBound + 2 * count)
    var bytes = Array(text[word])
    bytes.insert(
      contentsOf: String(repeating: "\u{640}", count: count).utf8, at: inserted.lowerBound)
    let shaped = setter.shaper.shape(
      StyledText(
        text: String(decoding: bytes, as: UTF8.self),
        runs: [StyledText.Run(bytes: 0..<bytes.count, style: style)], direction: .rightToLeft))
    guard shaped.missing.isEmpty, shaped.runs.count == 1, let run = shaped.runs.first,
      run.isRightToLeft, run.face == usual.face,
      let before = run.slice(0..<inserted.lowerBound),
      let between = run.slice(inserted), between.text.utf8.count == inserted.count,
      let after = run.slice(inserted.upperBound..<bytes.count),
      after.glyphs + before.glyphs == usual.glyphs
    else { return nil }
    return between.glyphs
  }
}

extension GlyphRun {
  /// Puts tatweels behind a letter and its marks; returns the place of the first.
  ///
  /// They say nothing, but belong to the sign before them: a glyph that stands for nothing would
  /// leave a gap in the word for programs that look for spaces by the widths of letters.
  fileprivate mutating func lengthen(with tatweels: [Glyph], behind offset: Int) -> Int {
    var (byte, glyph, index) = (0, glyphs.count, 0)
    while index < clusters.count, byte < offset {
      byte += clusters[index].byteCount
      glyph -= clusters[index].glyphCount
      index += 1
    }
    glyphs.insert(contentsOf: tatweels, at: glyph)
    clusters[index - 1].glyphCount += tatweels.count
    return glyph
  }
}
