internal import Geometry

/// A place where a word may be divided: a UTF-8 offset into the text.
struct WordBreak {
  var offset: Int
  var penalty: Penalty
}

/// What it costs to end a line elsewhere than at a space.
enum BreakCost {
  /// At a hyphen that the tool draws: dearer than TeX's 50, since an A5 line is short and a guide
  /// read aloud at a meeting wants whole words.
  static let hyphen = 100
  /// At a hyphen, slash or dash that the author wrote.
  static let explicit = 50
  /// In an address, between its parts.
  static let address = 20
  /// Anywhere in a word that fits on no line: only when nothing else is left.
  static let anywhere = 9_000
}

extension ItemBuilder {
  /// Where a word may be divided, in order.
  mutating func wordBreaks(of word: Range<Int>) -> [WordBreak] {
    var points = addressBreaks(in: word)
    while nextBreak < shaped.breaks.count, shaped.breaks[nextBreak] < word.upperBound {
      let offset = shaped.breaks[nextBreak]
      nextBreak += 1
      guard offset > word.lowerBound, composition.segment(at: offset)?.look.isAddress != true,
        !beginsRaised(at: offset)
      else { continue }
      let isSoftHyphen = offset >= 2 && text[offset - 2] == 0xC2 && text[offset - 1] == 0xAD
      if isSoftHyphen { continue }
      let cost = text[offset - 1] == 0x8B ? 0 : BreakCost.explicit
      points.append(WordBreak(offset: offset, penalty: Penalty(cost: cost, isFlagged: cost != 0)))
    }
    if habits.hyphenates { addHyphens(in: word, to: &points) }
    return points.count < 2 ? points : points.sorted { $0.offset < $1.offset }
  }

  private func addressBreaks(in word: Range<Int>) -> [WordBreak] {
    composition.segments(in: word).filter(\.look.isAddress).flatMap { segment in
      let letters = withoutIsolates(segment.bytes.clamped(to: word))
      let address = String(decoding: text[letters], as: UTF8.self)
      let isCode = segment.look.tags.contains { $0.role == .code }
      // A full stop that begins a line belongs, for who reads from the right, to the sentence.
      let isForeign = composition.styled.direction == .rightToLeft
      let staysWhole =
        isForeign && !isCode && measured.width(letters) <= habits.narrowestLine
      return PrintedAddress.breaks(in: address.utf8, keepingHost: staysWhole).map {
        WordBreak(offset: letters.lowerBound + $0, penalty: Penalty(cost: BreakCost.address))
      }
    }
  }

  /// Without U+2066 before it and U+2069 behind it.
  private func withoutIsolates(_ bytes: Range<Int>) -> Range<Int> {
    let isOpened = text[bytes].starts(with: [0xE2, 0x81, 0xA6])
    let isClosed = text[bytes].reversed().starts(with: [0xA9, 0x81, 0xE2])
    let start = bytes.lowerBound + (isOpened ? 3 : 0)
    return start..<max(start, bytes.upperBound - (isClosed ? 3 : 0))
  }

  /// Soft hyphens where the author put some, the dictionary's points elsewhere.
  private func addHyphens(in word: Range<Int>, to points: inout [WordBreak]) {
    for letters in LetterRuns(text: text, range: word) {
      guard letters.count >= 4, let segment = composition.segment(at: letters.lowerBound),
        !segment.look.isVerbatim, !segment.look.isUndivided,
        !text[letters].contains(UInt8(ascii: "."))
      else { continue }
      let style = segment.look.style
      let soft = letters.filter {
        $0 + 1 < letters.upperBound && text[$0] == 0xC2 && text[$0 + 1] == 0xAD
      }
      var offsets: [Int]
      if soft.isEmpty {
        let string = String(decoding: text[letters], as: UTF8.self)
        offsets = hyphenate(string, style.language).map { letters.lowerBound + $0 }
      } else {
        offsets = soft.map { $0 + 2 }
      }
      // Of "habitant·es" the stem alone is divided.
      if let stem = letters.first(where: { text.isMidPoint(at: $0) }) {
        offsets.removeAll { $0 >= stem }
      }
      guard !offsets.isEmpty else { continue }
      let width = hyphen(style)
      let penalty = Penalty(
        cost: BreakCost.hyphen, before: width, isFlagged: true,
        hang: habits.hangs && !habits.isRagged
          ? width * Protrusion.hang(of: "-", isItalic: style.face.isItalic).end / 1000 : .zero)
      points += offsets.map { WordBreak(offset: $0, penalty: penalty) }
    }
  }

  func addPointsAnywhere(in word: Range<Int>, to points: inout [WordBreak]) {
    let known = Set(points.map(\.offset))
    for offset in word.dropFirst()
    where text[offset] & 0xC0 != 0x80 && !known.contains(offset) && !isBesideMidPoint(offset)
      && !beginsRaised(at: offset)
    {
      points.append(WordBreak(offset: offset, penalty: Penalty(cost: BreakCost.anywhere)))
    }
    points.sort { $0.offset < $1.offset }
  }

  /// The dot of "habitant·es" stands at no line's edge.
  private func isBesideMidPoint(_ offset: Int) -> Bool {
    text.isMidPoint(at: offset) || text.isMidPoint(at: offset - 2)
      || text.isMidPoint(at: offset - 3)
  }
}

extension [UInt8] {
  /// · or ‧, or the bullet that some type for it.
  fileprivate func isMidPoint(at index: Int) -> Bool {
    guard index >= 0, index + 1 < count else { return false }
    switch (self[index], self[index + 1]) {
    case (0xC2, 0xB7): return true
    case (0xE2, 0x80):
      return index + 2 < count && (self[index + 2] == 0xA7 || self[index + 2] == 0xA2)
    default: return false
    }
  }
}
