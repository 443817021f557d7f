internal import CPango
internal import Typesetting

/// Letters that may be divided, folded as the patterns want them: small, composed, with straight
/// apostrophes. Remembers where each letter stands in the word as it was written.
struct DivisibleWord {
  private(set) var letters: [UInt32] = []
  /// The UTF-8 offset of each letter in the written word.
  private(set) var offsets: [Int] = []

  /// No language has a longer word; what is longer is not worth the time.
  static let mostBytes = 256
  private static let apostrophe: UInt32 = 0x27

  /// The parts between hyphens, each divided as a word of its own; none where the word is not one
  /// to divide: with digits or signs in it, in capitals, or with soft hyphens, which tell by
  /// themselves where to divide.
  static func parts(of word: String) -> [DivisibleWord] {
    var word = word
    return word.withUTF8 { bytes in
      var parts = [DivisibleWord()]
      parts[0].letters.reserveCapacity(bytes.count)
      parts[0].offsets.reserveCapacity(bytes.count)
      var capitals = 0
      var hasSmall = false
      var ended = false
      var scalars = Scalars(bytes)
      var place = 0
      while let scalar = scalars.next() {
        defer { place = scalars.offset }
        let part = parts.count - 1
        switch scalar {
        case 0x27, 0x2019:
          if !ended { parts[part].append(apostrophe, at: place) }
        case 0x2D, 0x2010, 0x2011:
          if !ended { parts.append(DivisibleWord()) }
        case 0x200C, 0x200D:
          // A joiner or its contrary says how letters look, not what they are.
          break
        case 0xB7, 0x2027:
          // Of "habitant·es" only "habitant" is divided; what stands behind is looked at all the
          // same, for signs.
          ended = true
        default:
          if Codepoint.isMark(scalar) {
            if !ended { parts[part].compose(scalar) }
          } else if g_unichar_isalpha(scalar) != 0 {
            // Titlecase "Été" is a word, "ÉTÉ" an abbreviation or a shout.
            if g_unichar_isupper(scalar) != 0 { capitals += 1 } else { hasSmall = true }
            if !ended { parts[part].append(g_unichar_tolower(scalar), at: place) }
          } else if g_unichar_isalnum(scalar) != 0
            || hasLetters(bytes, 0..<place) && hasLetters(bytes, scalars.offset..<bytes.count)
          {
            // A digit, or a sign that is not at the word's edge as quotes and full stops are.
            return []
          }
        }
      }
      return hasSmall ? parts : []
    }
  }

  /// UTF-8 offsets into the written word.
  func points(in dictionary: HyphenationDictionary, keeping minima: Hyphenation) -> [Int] {
    guard letters.count >= minima.before + minima.after else { return [] }
    return dictionary.points(in: letters).filter { point in
      // "l’administration" is not divided after its first "a": what counts begins behind the
      // apostrophe.
      let start = letters[..<point].lastIndex(of: Self.apostrophe).map { $0 + 1 } ?? 0
      return point - start >= minima.before
        && letters[point...].count(where: { $0 != Self.apostrophe }) >= minima.after
    }
    .map { offsets[$0] }
  }

  private mutating func append(_ letter: UInt32, at offset: Int) {
    letters.append(letter)
    offsets.append(offset)
  }

  /// Puts a mark on the last letter, "e" and an accent becoming "é". A mark that makes no letter
  /// of its own is nothing the patterns know.
  private mutating func compose(_ mark: UInt32) {
    guard let last = letters.last else { return }
    var composed: UInt32 = 0
    if hb_unicode_compose(hb_unicode_funcs_get_default(), last, mark, &composed) != 0 {
      letters[letters.count - 1] = composed
    }
  }

  private static func hasLetters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var scalars = Scalars(UnsafeBufferPointer(rebasing: bytes[range]))
    while let scalar = scalars.next() {
      if g_unichar_isalnum(scalar) != 0 { return true }
    }
    return false
  }
}
