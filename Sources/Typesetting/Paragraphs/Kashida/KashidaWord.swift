/// A word of the Arabic script, and where it may be lengthened.
///
/// The order of places is the one that Microsoft's engineers took from the practice of naskh for
/// Internet Explorer 5.5, and that most programs have followed since (Khatt Foundation, "The big
/// kashida secret"), with the exception that LibreOffice learnt from its readers: none before a final
/// yeh, but behind seen and sad.
struct KashidaWord {
  /// A join between two letters.
  struct Place: Hashable {
    /// The first byte of the letter behind it: the marks of the letter before stay on that letter.
    var byte: Int
    /// 1 for the best places, 6 for the last that will do.
    var rank: Int
  }

  var bytes: Range<Int>
  /// The best first; of those that are alike, the one nearer to the word's end.
  var places: [Place]

  /// In words of two letters a lengthened join is most of the word.
  private static let fewestLetters = 3
  private static let hamza: Unicode.Scalar = "\u{621}"
  private static let tatweel: Unicode.Scalar = "\u{640}"
  private static let nonJoiner: Unicode.Scalar = "\u{200C}"

  /// The words in these bytes that may be lengthened, but for those that their author lengthened.
  static func words(in bytes: Range<Int>, of text: [UInt8]) -> [KashidaWord] {
    var words: [KashidaWord] = []
    var word = Letters()
    var index = bytes.lowerBound
    while index < bytes.upperBound {
      let scalar = text.scalar(at: index)
      let group = JoiningGroup(scalar)
      if group != nil || scalar == hamza || scalar == nonJoiner {
        word.letters.append((group, index))
      } else if scalar == tatweel {
        word.isLengthened = true
      } else if !scalar.isArabicMark {
        words += word.ended(at: index, leastLetters: fewestLetters)
        word = Letters()
      }
      index = text.scalarEnd(after: index)
    }
    return words + word.ended(at: bytes.upperBound, leastLetters: fewestLetters)
  }
}

/// The letters of one word while they are read.
private struct Letters {
  /// Of no group are those that join nothing.
  var letters: [(group: JoiningGroup?, byte: Int)] = []
  var isLengthened = false

  /// The word, unless it is best left as it is.
  func ended(at end: Int, leastLetters: Int) -> [KashidaWord] {
    guard letters.count >= leastLetters, !isLengthened else { return [] }
    let places = (1..<letters.count).reversed().compactMap { index in
      rank(before: index).map { KashidaWord.Place(byte: letters[index].byte, rank: $0) }
    }
    guard !places.isEmpty else { return [] }
    // Those of one rank keep their order: no sort of the library's promises as much.
    let best = places.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    return [KashidaWord(bytes: letters[0].byte..<end, places: best.map(\.element))]
  }

  /// How good a place the join before a letter is; nil where there is no join, or it must stay short.
  private func rank(before index: Int) -> Int? {
    guard let before = letters[index - 1].group, let after = letters[index].group,
      before.joinsNext, !(before == .lam && after == .alef)
    else { return nil }
    // The article and its word are read as one: "الدليل" is lengthened nearer to its end.
    if before == .lam, index > 1, letters[index - 2].group == .alef { return nil }
    if before == .seen || before == .sad { return 1 }
    let next = index + 1 < letters.count ? letters[index + 1].group : nil
    let isFinal = !after.joinsNext || next == nil
    guard isFinal else {
      let isLast = index + 2 == letters.count
      return after.isTooth && (next == .reh || next == .yeh && isLast) ? 4 : nil
    }
    switch after {
    case .tehMarbuta, .dal, .heh: return 2
    case .alef, .lam, .tah, .kaf: return 3
    case .waw, .ain, .qaf, .feh: return 5
    case .yeh: return nil
    default: return 6
    }
  }
}
