/// The endings of ordinals as superior letters: "1er", "2de", "XXe".
///
/// Only what French writes so is touched, and only the letters' look: the text stays as typed, and
/// a face without superior letters leaves it so.
struct Ordinals {
  let context: CopyContext

  /// OpenType's feature; put on the ending alone.
  static let feature = "ordn"

  /// Gives each ending a look of its own, and what follows it the look that it had.
  func raise(
    in letters: inout [Letter], looks: inout [Composition.Look],
    origins: inout [Composition.Origin]
  ) {
    for ending in endings(in: letters) {
      let segment = letters[ending.lowerBound].segment
      // An ending that is partly something else already is the author's own affair.
      guard letters[ending].allSatisfy({ $0.segment == segment }) else { continue }
      func copy(_ change: (inout Composition.Look) -> Void) -> Int32 {
        var look = looks[Int(segment)]
        look.anchors = []
        look.note = nil
        change(&look)
        looks.append(look)
        origins.append(origins[Int(segment)])
        return Int32(looks.count - 1)
      }
      let raised = copy { $0.style.features.append(Self.feature) }
      for index in ending { letters[index].segment = raised }
      var index = ending.upperBound
      guard index < letters.count, letters[index].segment == segment else { continue }
      let rest = copy { _ in }
      while index < letters.count, letters[index].segment == segment {
        letters[index].segment = rest
        index += 1
      }
    }
  }

  /// The letters of each ending.
  private func endings(in letters: [Letter]) -> [Range<Int>] {
    var endings: [Range<Int>] = []
    for index in letters.indices {
      guard Self.mayBegin(letters[index].scalar),
        index == 0 || !letters[index - 1].scalar.isWordPart,
        context.isFree(letters[index]), context.language(of: letters[index]).raisesOrdinals
      else { continue }
      let word = letters[index...].prefix(Self.longest + 1).prefix { $0.scalar.isWordPart }
      if word.count <= Self.longest, let ending = Self.ending(of: word) { endings.append(ending) }
    }
    return endings
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "I", "V", "X", "L", "C": true
    default: false
    }
  }

  /// "XXXVIIIe", and numbers of as many digits.
  private static let longest = 9

  private static func ending(of word: ArraySlice<Letter>) -> Range<Int>? {
    let number = word.prefix { $0.scalar.isDigit }
    if !number.isEmpty {
      let ending = word[number.endIndex...]
      let isFirst = number.count == 1 && number[number.startIndex].scalar == "1"
      let isSecond = number.count == 1 && number[number.startIndex].scalar == "2"
      let known = isFirst ? first : isSecond ? second : others
      return known.contains(ending.string) ? ending.indices : nil
    }
    let roman = word.prefix { romans.contains($0.scalar) }
    let ending = word[roman.endIndex...]
    if roman.string == "I" { return first.contains(ending.string) ? ending.indices : nil }
    // "Le", "Ce" and "De" are words.
    guard roman.count > 1 || roman.string == "V" || roman.string == "X",
      others.contains(ending.string)
    else { return nil }
    return ending.indices
  }

  private static let romans: Set<Unicode.Scalar> = ["I", "V", "X", "L", "C"]
  private static let first: Set<String> = ["er", "ers", "re", "res"]
  private static let second: Set<String> = ["d", "de", "ds", "des", "nd", "nde", "nds", "e", "es"]
  private static let others: Set<String> = ["e", "es"]
}

extension ArraySlice<Letter> {
  fileprivate var string: String {
    var view = String.UnicodeScalarView()
    for letter in self { view.append(letter.scalar) }
    return String(view)
  }
}
