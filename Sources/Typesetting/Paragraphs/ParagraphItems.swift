internal import Geometry

/// A paragraph as the breaker reads it; a box's material is the range of its bytes.
struct ParagraphItems {
  private(set) var items: [Item<Range<Int>>] = []
  /// By item: the bytes it stands for, empty for penalties.
  private(set) var bytes: [Range<Int>] = []
  /// Words wider than a line, which may break anywhere.
  private(set) var wideWords: [Range<Int>] = []
}

/// What a paragraph allows at the ends of its lines.
struct BreakingHabits: Hashable {
  var hyphenates = true
  /// Spaces keep their width and the right edge is ragged.
  var isRagged = false
  /// Spaces are as wide as the face draws them.
  var keepsSpaces = false
  /// Its lines may become one less or more, for the sake of a page: the text, not titles or cells.
  var variesLineCount = false
  /// No line is wider than this in any case.
  var narrowestLine: Length
}

extension ParagraphItems {
  /// Breaking at a hyphen that the tool draws: dearer than TeX's 50, since an A5 line is short
  /// and a guide read aloud at a meeting wants whole words.
  private static let hyphenCost = 100
  /// At a hyphen, slash or dash that the author wrote.
  private static let explicitCost = 50
  /// In an address, between its parts.
  private static let addressCost = 20
  /// Anywhere in a word that fits on no line: only when nothing else is left.
  private static let anywhereCost = 9_000

  /// - Parameters:
  ///   - hyphenWidth: of the hyphen in a style.
  ///   - hyphenate: offsets at which a word may be divided, in a language.
  init(
    of composition: Composition, shaped: ShapedText, habits: BreakingHabits,
    hyphenWidth: (CharacterStyle) -> Length, hyphenate: (String, String) -> [Int]
  ) {
    var builder = ItemBuilder(
      composition: composition, shaped: shaped, habits: habits, measured: Measured(shaped))
    builder.build(hyphenWidth: hyphenWidth, hyphenate: hyphenate)
    items = builder.items
    bytes = builder.bytes
    wideWords = builder.wideWords
  }

  /// How far the pen has moved before each byte.
  fileprivate struct Measured {
    var places: [Int]

    init(_ shaped: ShapedText) {
      places = [0]
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

  fileprivate struct ItemBuilder {
    let composition: Composition
    let shaped: ShapedText
    let habits: BreakingHabits
    let measured: Measured
    var items: [Item<Range<Int>>] = []
    var bytes: [Range<Int>] = []
    var wideWords: [Range<Int>] = []
    private var nextBreak = 0
    /// What no-break spaces hold together so far: where it starts, and its forbidding penalties.
    private var chain: (start: Int, holds: [Int]) = (0, [])

    init(
      composition: Composition, shaped: ShapedText, habits: BreakingHabits, measured: Measured
    ) {
      self.composition = composition
      self.shaped = shaped
      self.habits = habits
      self.measured = measured
    }

    private mutating func append(_ item: Item<Range<Int>>, _ range: Range<Int>) {
      items.append(item)
      bytes.append(range)
    }

    private mutating func appendBox(_ range: Range<Int>) {
      guard !range.isEmpty else { return }
      append(.box(Box(extent: measured.width(range), material: range)), range)
    }

    mutating func build(
      hyphenWidth: (CharacterStyle) -> Length, hyphenate: (String, String) -> [Int]
    ) {
      let text = Array(composition.styled.text.utf8)
      var index = 0
      while index < text.count {
        if let space = SpaceKind(at: index, in: text) {
          let mayBreak = appendSpace(space, at: index, in: text)
          if mayBreak { endChain(at: index, next: index + space.byteCount) }
          index += space.byteCount
          continue
        }
        var end = index + 1
        while end < text.count, SpaceKind(at: end, in: text) == nil { end += 1 }
        appendWord(index..<end, in: text, hyphenWidth: hyphenWidth, hyphenate: hyphenate)
        index = end
      }
      endChain(at: text.count, next: text.count)
      append(.penalty(Penalty(cost: Penalty.forbidden)), text.count..<text.count)
      append(
        .glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)), text.count..<text.count)
    }

    /// Words that no-break spaces tie into something wider than a line are parted at these.
    private mutating func endChain(at end: Int, next: Int) {
      if !chain.holds.isEmpty, measured.width(chain.start..<end) > habits.narrowestLine {
        for item in chain.holds {
          items[item] = .penalty(Penalty(cost: ParagraphItems.anywhereCost))
        }
        let isKnown = wideWords.last.map { $0.lowerBound >= chain.start } ?? false
        if !isKnown { wideWords.append(chain.start..<end) }
      }
      chain = (next, [])
    }

    /// Whether a line may end at the space.
    private mutating func appendSpace(
      _ space: SpaceKind, at index: Int, in text: [UInt8]
    ) -> Bool {
      let range = index..<(index + space.byteCount)
      if space == .lineEnd {
        append(.penalty(Penalty(cost: Penalty.forbidden)), range)
        append(.glue(Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)), range)
        append(.penalty(Penalty(cost: Penalty.forced)), range)
        return true
      }
      let natural = measured.width(range)
      let elasticity = habits.keepsSpaces ? .none : space.elasticity(at: index, in: text)
      var glue = Glue(extent: natural * elasticity.width)
      if !habits.isRagged {
        glue.stretch = natural * elasticity.stretch
        glue.shrink = natural * elasticity.shrink
      }
      while nextBreak < shaped.breaks.count, shaped.breaks[nextBreak] < range.upperBound {
        nextBreak += 1
      }
      let mayBreak =
        space == .word && nextBreak < shaped.breaks.count
        && shaped.breaks[nextBreak] == range.upperBound
      if !mayBreak {
        chain.holds.append(items.count)
        append(.penalty(Penalty(cost: Penalty.forbidden)), range.lowerBound..<range.lowerBound)
      }
      append(.glue(glue), range)
      return mayBreak
    }

    /// The pieces of what stands between two spaces.
    private mutating func appendWord(
      _ word: Range<Int>, in text: [UInt8], hyphenWidth: (CharacterStyle) -> Length,
      hyphenate: (String, String) -> [Int]
    ) {
      var points: [(offset: Int, penalty: Penalty)] = []
      for point in divisions(of: word, in: text, hyphenWidth: hyphenWidth, hyphenate: hyphenate)
      where point.offset > word.lowerBound && point.offset < word.upperBound {
        points.append(point)
      }
      if !fits(word, parted: points) {
        wideWords.append(word)
        addPointsAnywhere(in: word, text: text, to: &points)
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
    private func fits(_ word: Range<Int>, parted points: [(offset: Int, penalty: Penalty)]) -> Bool
    {
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

    private mutating func divisions(
      of word: Range<Int>, in text: [UInt8], hyphenWidth: (CharacterStyle) -> Length,
      hyphenate: (String, String) -> [Int]
    ) -> [(offset: Int, penalty: Penalty)] {
      var points: [(offset: Int, penalty: Penalty)] = []
      var index = word.lowerBound
      while index < word.upperBound, let segment = composition.segment(at: index) {
        let piece = index..<min(word.upperBound, segment.bytes.upperBound)
        if segment.look.isAddress {
          let address = Substring(decoding: text[piece], as: UTF8.self)
          for offset in PrintedAddress.breaks(in: String(address).utf8) {
            points.append((piece.lowerBound + offset, Penalty(cost: ParagraphItems.addressCost)))
          }
        }
        index = piece.upperBound
      }
      while nextBreak < shaped.breaks.count, shaped.breaks[nextBreak] < word.upperBound {
        let offset = shaped.breaks[nextBreak]
        nextBreak += 1
        guard offset > word.lowerBound, composition.segment(at: offset)?.look.isAddress != true
        else { continue }
        let isSoftHyphen = offset >= 2 && text[offset - 2] == 0xC2 && text[offset - 1] == 0xAD
        if isSoftHyphen { continue }
        let cost = text[offset - 1] == 0x8B ? 0 : ParagraphItems.explicitCost
        points.append((offset, Penalty(cost: cost, isFlagged: cost != 0)))
      }
      let address = PrintedAddress.range(in: text, word: word)
      // "auteur.rice" is none, and short names of sites need no division.
      if let address, points.isEmpty, text[address].contains(UInt8(ascii: "@")) {
        let string = String(decoding: text[address], as: UTF8.self)
        for offset in PrintedAddress.breaks(in: string.utf8) {
          points.append((address.lowerBound + offset, Penalty(cost: ParagraphItems.addressCost)))
        }
      }
      // A hyphen in an address would be read as one of its signs.
      if habits.hyphenates, address == nil {
        points += hyphenPoints(in: word, text: text, width: hyphenWidth, hyphenate: hyphenate)
      }
      return points.sorted { $0.offset < $1.offset }
    }

    /// Soft hyphens where the author put some, the dictionary's points elsewhere.
    private func hyphenPoints(
      in word: Range<Int>, text: [UInt8], width: (CharacterStyle) -> Length,
      hyphenate: (String, String) -> [Int]
    ) -> [(offset: Int, penalty: Penalty)] {
      var points: [(offset: Int, penalty: Penalty)] = []
      for letters in LetterRuns(text: text, range: word) {
        guard letters.count >= 4, let segment = composition.segment(at: letters.lowerBound),
          !segment.look.isVerbatim
        else { continue }
        let style = segment.look.style
        let soft = letters.filter {
          $0 + 1 < letters.upperBound && text[$0] == 0xC2 && text[$0 + 1] == 0xAD
        }
        let offsets: [Int]
        if soft.isEmpty {
          let string = String(decoding: text[letters], as: UTF8.self)
          offsets = hyphenate(string, style.language).map { letters.lowerBound + $0 }
        } else {
          offsets = soft.map { $0 + 2 }
        }
        for offset in offsets {
          points.append(
            (
              offset,
              Penalty(cost: ParagraphItems.hyphenCost, before: width(style), isFlagged: true)
            ))
        }
      }
      return points
    }

    private func addPointsAnywhere(
      in word: Range<Int>, text: [UInt8], to points: inout [(offset: Int, penalty: Penalty)]
    ) {
      let known = Set(points.map(\.offset))
      for offset in word.dropFirst() where text[offset] & 0xC0 != 0x80 && !known.contains(offset) {
        points.append((offset, Penalty(cost: ParagraphItems.anywhereCost)))
      }
      points.sort { $0.offset < $1.offset }
    }
  }
}
