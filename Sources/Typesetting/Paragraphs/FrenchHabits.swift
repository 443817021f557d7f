/// French spaces that depend on more than one sign: thousands, telephone numbers, units,
/// abbreviations, dashes and apostrophes.
struct FrenchHabits {
  /// By segment: set letter for letter.
  var verbatim: [Bool]

  /// "n° 3", "art. L253-5", "M. Dupont": the space after these must not break.
  private static let abbreviations = Set(
    [
      "n°", "nos", "no", "p.", "pp.", "art.", "M.", "MM.", "Mme", "Mmes", "al.", "fig.", "tab.",
      "chap.", "§", "L.", "R.", "D.", "bd", "av.",
    ].map { ShortWord($0.unicodeScalars) })

  /// "déc. 2021": the year does not go to the next line alone.
  private static let months = Set(
    [
      "janv.", "févr.", "avr.", "juil.", "sept.", "oct.", "nov.", "déc.", "Janv.", "Févr.", "Avr.",
      "Juil.", "Sept.", "Oct.", "Nov.", "Déc.",
    ].map { ShortWord($0.unicodeScalars) })

  /// "3 mois" may break, "3 km" may not.
  private static let units = Set(
    [
      "€", "km", "m", "m²", "cm", "mm", "kg", "g", "h", "min", "s", "Go", "Mo", "ko", "pt", "ha",
      "°C", "W",
    ].map { ShortWord($0.unicodeScalars) })

  func apply(to letters: [Letter]) -> [Letter] {
    var letters = letters
    setApostrophes(in: &letters)
    joinNumbers(in: &letters)
    joinAbbreviationsAndUnits(in: &letters)
    joinDashes(in: &letters)
    return letters
  }

  /// ' between letters is ’.
  private func setApostrophes(in letters: inout [Letter]) {
    for index in letters.indices where letters[index].scalar == "'" && isFree(letters[index]) {
      guard index > 0, letters[index - 1].scalar.isLetter, index + 1 < letters.count else {
        continue
      }
      letters[index].scalar = "’"
    }
  }

  /// "15 248" and "01 53 73 22 22" hold together.
  private func joinNumbers(in letters: inout [Letter]) {
    var index = 0
    while index < letters.count {
      guard letters[index].scalar.isDigit, index == 0 || !letters[index - 1].scalar.isWordPart
      else {
        index += 1
        continue
      }
      let groups = digitGroups(in: letters, from: index)
      let lengths = groups.map { $0.count }
      let isThousands =
        lengths.count >= 2 && lengths[0] <= 3 && lengths.dropFirst().allSatisfy { $0 == 3 }
      let isTelephone = lengths.count >= 4 && lengths.allSatisfy { $0 == 2 }
      if isThousands || isTelephone {
        // A telephone number is read aloud pair by pair: it gets full spaces.
        let space: Unicode.Scalar = isThousands ? "\u{202F}" : "\u{A0}"
        for group in groups.dropLast() { letters[group.upperBound].scalar = space }
      }
      index = groups.last?.upperBound ?? index + 1
    }
  }

  /// Runs of digits with one space between them.
  private func digitGroups(in letters: [Letter], from start: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var begin = start
    while true {
      var end = begin
      while end < letters.count, letters[end].scalar.isDigit { end += 1 }
      // "3e" or "2nd" is no group of a number.
      if end < letters.count, letters[end].scalar.isLetter { break }
      groups.append(begin..<end)
      guard end + 1 < letters.count, letters[end].scalar.isSpace, isFree(letters[end]),
        letters[end + 1].scalar.isDigit
      else { break }
      begin = end + 1
    }
    return groups
  }

  private func joinAbbreviationsAndUnits(in letters: inout [Letter]) {
    for index in letters.indices where letters[index].scalar == " " && isFree(letters[index]) {
      guard index > 0 else { continue }
      let before = word(endingAt: index, in: letters)
      let isNumberNext = index + 1 < letters.count && letters[index + 1].scalar.isDigit
      let isAbbreviation =
        Self.abbreviations.contains(before) || isNumberNext && Self.months.contains(before)
      let isMeasure =
        letters[index - 1].scalar.isDigit
        && Self.units.contains(word(startingAt: index + 1, in: letters))
      if isAbbreviation || isMeasure { letters[index].scalar = "\u{A0}" }
    }
  }

  private func word(endingAt end: Int, in letters: [Letter]) -> ShortWord {
    var start = end
    while start > 0, end - start < ShortWord.longest, !letters[start - 1].scalar.isSpace,
      letters[start - 1].scalar != "(", letters[start - 1].scalar != "’"
    {
      start -= 1
    }
    return ShortWord(letters[start..<end].lazy.map(\.scalar))
  }

  private func word(startingAt start: Int, in letters: [Letter]) -> ShortWord {
    var end = start
    while end < letters.count, end - start < ShortWord.longest,
      letters[end].scalar.isWordPart || letters[end].scalar == "€" || letters[end].scalar == "°"
    {
      end += 1
    }
    return ShortWord(letters[start..<end].lazy.map(\.scalar))
  }

  /// A dash that opens an aside holds to what follows, one that closes it to what precedes.
  private func joinDashes(in letters: inout [Letter]) {
    var isOpen = false
    for index in letters.indices {
      let scalar = letters[index].scalar
      guard scalar == "—" || scalar == "–", isFree(letters[index]) else { continue }
      let spaceBefore = index > 0 && letters[index - 1].scalar == " "
      let spaceAfter = index + 1 < letters.count && letters[index + 1].scalar == " "
      if index == 0 && spaceAfter {
        letters[1].scalar = "\u{A0}"  // dialogue
      } else if spaceBefore && spaceAfter {
        if isOpen {
          letters[index - 1].scalar = "\u{A0}"
        } else {
          letters[index + 1].scalar = "\u{A0}"
        }
        isOpen.toggle()
      } else if spaceBefore {
        letters[index - 1].scalar = "\u{A0}"
        isOpen = false
      }
    }
  }

  private func isFree(_ letter: Letter) -> Bool { !verbatim[Int(letter.segment)] }
}

/// A word of a few letters as one number, compared without making a String of it: every space of
/// the book asks for the word before it.
private struct ShortWord: Hashable {
  static let longest = 8
  private var packed: UInt128 = 0

  /// Longer words all become the same, which is none that anyone looks for.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var count = 0
    for scalar in scalars {
      packed = packed << 16 | UInt128(truncatingIfNeeded: scalar.value)
      count += 1
    }
    if count >= Self.longest { packed = 0 }
  }
}
