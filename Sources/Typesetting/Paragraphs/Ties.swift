/// Ties together what a line's end must not part: numbers, telephone numbers, amounts and their
/// units, abbreviations and what follows them, dashes and what they set off.
struct Ties {
  let context: CopyContext

  private static let noBreak: Unicode.Scalar = "\u{A0}"
  private static let thin: Unicode.Scalar = "\u{202F}"

  func tie(_ letters: inout [Letter], _ content: TypedContent) {
    if content.contains(.digits) { tieNumbers(in: &letters) }
    tieWords(in: &letters)
    if content.contains(.dashes) { tieDashes(in: &letters) }
  }

  /// "15 248" and "01 53 73 22 22" hold together.
  private func tieNumbers(in letters: inout [Letter]) {
    var index = 0
    while index < letters.count {
      guard letters[index].scalar.isDigit, !isInWord(letters, index),
        context.language(of: letters[index]).groupsDigits
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
        let space = isThousands ? Self.thin : Self.noBreak
        for group in groups.dropLast() { letters[group.upperBound].scalar = space }
      }
      index = groups.last?.upperBound ?? index + 1
    }
  }

  /// Arabic and Hebrew write small words and numbers together: "بـ2 500".
  private func isInWord(_ letters: [Letter], _ index: Int) -> Bool {
    guard index > 0, letters[index - 1].scalar.isWordPart else { return false }
    return !letters[index - 1].scalar.isRightToLeft
  }

  /// Runs of digits with one space between them.
  private func digitGroups(in letters: [Letter], from start: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var begin = start
    while true {
      var end = begin
      while end < letters.count, letters[end].scalar.isDigit { end += 1 }
      // "3e" or "2nd" is no group of a number.
      if end < letters.count, letters[end].scalar.isLetter, !letters[end].scalar.isRightToLeft {
        break
      }
      groups.append(begin..<end)
      guard end + 1 < letters.count, letters[end].scalar.isSpace, context.isFree(letters[end]),
        letters[end + 1].scalar.isDigit
      else { break }
      begin = end + 1
    }
    return groups
  }

  private func tieWords(in letters: inout [Letter]) {
    let held = context.mainLanguage.held
    for index in letters.indices.dropFirst()
    where letters[index].scalar == " " && context.isFree(letters[index]) {
      let next = index + 1 < letters.count ? letters[index + 1].scalar : nil
      let before = word(endingAt: index, in: letters)
      let held = context.hasOneLanguage ? held : context.language(of: letters[index]).held
      let isHeld = held.holds(before, toNumber: next?.isDigit ?? false)
      let isMeasure =
        letters[index - 1].scalar.isDigit
        && HeldWords.units.contains(word(startingAt: index + 1, in: letters))
      if isHeld || isMeasure { letters[index].scalar = Self.noBreak }
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
      letters[end].scalar.isWordPart || Self.unitSigns.contains(letters[end].scalar)
    {
      end += 1
    }
    return ShortWord(letters[start..<end].lazy.map(\.scalar))
  }

  private static let unitSigns: Set<Unicode.Scalar> = ["€", "£", "$", "°"]

  /// A dash that opens an aside holds to what follows, one that closes it to what precedes; in
  /// languages that set off no pairs, no dash begins a line.
  private func tieDashes(in letters: inout [Letter]) {
    var isOpen = false
    for index in letters.indices {
      let scalar = letters[index].scalar
      guard scalar == "—" || scalar == "–", context.isFree(letters[index]) else { continue }
      let spaceBefore = index > 0 && letters[index - 1].scalar == " "
      let spaceAfter = index + 1 < letters.count && letters[index + 1].scalar == " "
      if index == 0 && spaceAfter {
        letters[1].scalar = Self.noBreak  // dialogue
      } else if spaceBefore && spaceAfter {
        if isOpen || context.language(of: letters[index]).dash != .paired {
          letters[index - 1].scalar = Self.noBreak
        } else {
          letters[index + 1].scalar = Self.noBreak
        }
        isOpen.toggle()
      } else if spaceBefore && !(index + 1 < letters.count && letters[index + 1].scalar.isWordPart)
      {
        letters[index - 1].scalar = Self.noBreak
        isOpen = false
      }
    }
  }
}
