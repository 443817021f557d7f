/// Finds what is read from left to right in a text written from right to left: a number with its signs,
/// a telephone number, some words of another script.
///
/// Two tokens are read in the order of the text, the first on the right: no token reaches over a comma
/// and a space, nor from one number to the next. The dash of a range stands between two tokens. Brackets
/// and marks at a token's end belong to the sentence.
struct ForwardTokens {
  let text: [Unicode.Scalar]

  /// How many letters the token has that begins there; nil where none does.
  func length(from start: Int) -> Int? {
    guard !text[start].isRightToLeft, text[start] != " " else { return nil }
    if let end = endOfTelephone(from: start) { return extended(end) - start }
    guard let first = startOfWord(behindSignsAt: start) else { return nil }
    return end(from: first) - start
  }

  // MARK: What stands before

  /// The first letter or digit, behind signs that belong to it: "−5", "$100", "§ 2", "#mot", "--draft".
  private func startOfWord(behindSignsAt start: Int) -> Int? {
    if isWord(start) { return start }
    var at = start
    while at < text.count, at < start + 3, Self.signsOfNumbers.contains(text[at]) {
      // Behind a letter a hyphen joins: "ב-5".
      if text[at] == "-", at == start, !isFree(before: at) { return nil }
      at += 1
    }
    if at > start {
      let mayStandApart = text[at - 1] == "§" || text[at - 1] == "№"
      let word = mayStandApart && isBlank(at) ? at + 1 : at
      if isFigure(word) || isWord(word) && mayStandApart { return word }
    }
    at = start
    while at < text.count, at < start + 3, Self.signsOfWords.contains(text[at]) { at += 1 }
    return at > start && isWord(at) && isFree(before: start) ? at : nil
  }

  private static let signsOfNumbers: Set<Unicode.Scalar> = [
    "+", "-", "−", "±", "~", "≈", "<", ">", "≤", "≥", "§", "№", "$", "€", "£", "¥", "₪", "﷼", ".",
  ]
  private static let signsOfWords: Set<Unicode.Scalar> = ["-", "#", "@", "/", ".", "_", "\\", "~"]

  /// Nothing stands there to which a sign could belong.
  private func isFree(before index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = text[index - 1]
    return !before.isRightToLeft && !isWord(index - 1) && before != ")" && before != "]"
      && before != "%"
  }

  // MARK: Words

  /// What is known of the last word.
  private struct Word {
    var start: Int
    var end: Int
    var hasLetters = false
  }

  /// Words and numbers that follow one another, from the first letter on.
  private func end(from start: Int) -> Int {
    var next: Int? = start
    var end = start
    while let start = next {
      let word = word(from: start)
      end = word.end
      next = startOfNext(after: word)
    }
    return extended(end)
  }

  private func word(from start: Int) -> Word {
    var word = Word(start: start, end: start)
    if let end = endOfTelephone(from: start) {
      word.end = end
      return word
    }
    while true {
      while isWord(word.end) {
        word.hasLetters = word.hasLetters || !isFigure(word.end)
        word.end += 1
      }
      guard
        let next = endOfJoint(at: word.end) ?? endOfBracket(at: word.end)
          ?? endOfGap(inNumber: word)
      else { return word }
      word.end = next
    }
  }

  /// Signs within a word, between letters or digits: "251-1", "24/11/2026", "nom@exemple.org".
  private func endOfJoint(at start: Int) -> Int? {
    var end = start
    while end < text.count, end < start + 3, Self.joints.contains(text[end]) { end += 1 }
    guard end > start, isWord(end) else { return nil }
    switch text[start] {
    case ",", "٫", "٬": return isFigure(start - 1) && isFigure(end) ? end : nil
    case "–": return isFigure(start - 1) || isFigure(end) ? nil : end
    default: return end
    }
  }

  private static let joints: Set<Unicode.Scalar> = [
    ".", ",", ":", "/", "-", "–", "‐", "‑", "'", "’", "&", "@", "_", "+", "=", "#", "~", "*", "·",
    "?", "!", "%", "\\", "×", "°", "′", "٫", "٬",
  ]

  /// "f(x)", "a[0]", "251-1(2)".
  private func endOfBracket(at start: Int) -> Int? {
    guard start < text.count, text[start] == "(" || text[start] == "[" else { return nil }
    let close: Unicode.Scalar = text[start] == "(" ? ")" : "]"
    var end = start + 1
    while isWord(end) || end < text.count && Self.joints.contains(text[end]) { end += 1 }
    return end > start + 1 && end < text.count && text[end] == close ? end + 1 : nil
  }

  /// "15 248 300".
  private func endOfGap(inNumber word: Word) -> Int? {
    guard !word.hasLetters, isBlank(word.end), !isFigure(word.end + 4), !isWord(word.end + 4),
      (1...3).allSatisfy({ isFigure(word.end + $0) })
    else { return nil }
    var group = word.end
    while group > word.start, isFigure(group - 1) { group -= 1 }
    let isFirst = group == word.start
    guard isFirst || group > word.start && isBlank(group - 1) else { return nil }
    let count = word.end - group
    return count == 3 || isFirst && count < 3 && count > 0 ? word.end + 1 : nil
  }

  /// Where the next word of the same token begins.
  private func startOfNext(after word: Word) -> Int? {
    let end = word.end
    if isBlank(end) {
      if isWord(end + 1) {
        return !word.hasLetters && isFigure(end + 1) ? nil : end + 1
      }
      guard isBlank(end + 2), end + 1 < text.count else { return nil }
      // "Vidéoprotection : quelles…": behind a space these are French, amid its words.
      let isFrench = ":!?".unicodeScalars.contains(text[end + 1]) && word.hasLetters
      if isFrench { return isWord(end + 3) ? end + 3 : nil }
      guard Self.operators.contains(text[end + 1]) else { return nil }
      return startOfWord(behindSignsAt: end + 3)
    }
    // "L. 251-1", "art. 5": elsewhere a sentence ends there.
    guard end + 2 < text.count, text[end] == ".", isBlank(end + 1), isWord(end + 2),
      isAbbreviation(word)
    else { return nil }
    return end + 2
  }

  private static let operators: Set<Unicode.Scalar> = [
    "+", "=", "×", "÷", "<", ">", "±", "≤", "≥", "≈", "&",
  ]

  private func isAbbreviation(_ word: Word) -> Bool {
    let letters = text[word.start..<word.end]
    guard letters.allSatisfy(\.properties.isAlphabetic) else { return false }
    if letters.count == 1 { return text[word.start].properties.isUppercase }
    let next = word.end + 2
    return letters.count <= 4 && letters.dropFirst().allSatisfy(\.properties.isLowercase)
      && (isFigure(next) || next + 1 < text.count && text[next + 1] == ".")
  }

  // MARK: Telephone numbers

  /// E.164 allows no more.
  private static let mostDigits = 15

  /// "+33 1 53 73 22 22", "(01) 53 73 22 22", "03-123 4567", "01 53 73 22 22".
  private func endOfTelephone(from start: Int) -> Int? {
    var at = start
    if at < text.count, text[at] == "+" { at += 1 }
    let isInternational = at > start
    guard isFigure(at) || at < text.count && text[at] == "(" else { return nil }
    var groups: [Range<Int>] = []
    var (end, hasBrackets, hasHyphens) = (start, false, false)
    var count = 0
    while at < text.count, count <= Self.mostDigits {
      let isBracket = text[at] == "("
      let first = isBracket ? at + 1 : at
      var last = first
      while isFigure(last) { last += 1 }
      guard last > first, !isBracket || last < text.count && text[last] == ")" else { break }
      if isBracket { hasBrackets = true }
      groups.append(first..<last)
      count += last - first
      at = isBracket ? last + 1 : last
      end = at
      if isBracket, isFigure(at) { continue }
      let isHyphen = at < text.count && text[at] == "-"
      guard isHyphen || isBlank(at), isFigure(at + 1) || at + 1 < text.count && text[at + 1] == "("
      else { break }
      hasHyphens = hasHyphens || isHyphen
      at += 1
    }
    guard groups.count > 1, (7...Self.mostDigits).contains(count), !isWord(end) else { return nil }
    let isOfPairs =
      !hasHyphens && groups.count >= 4 && groups.dropFirst().allSatisfy { $0.count == 2 }
    let hasZero = text[groups[0].lowerBound].properties.numericValue == 0
    return isInternational || hasBrackets || hasZero || isOfPairs ? end : nil
  }

  // MARK: What stands behind

  /// With the signs that close a token: "29 %", "11°", "20 °C", "C++", "5*".
  private func extended(_ end: Int) -> Int {
    var end = end
    func has(_ signs: String, _ index: Int) -> Bool {
      index < text.count && signs.unicodeScalars.contains(text[index])
    }
    if isFigure(end - 1) {
      // With its own digits Arabic has the sign on the left: "٪٥".
      let takesUnit = !text[end - 1].isArabicDigit
      if takesUnit, has("%‰٪", end) {
        end += 1
      } else if takesUnit, isBlank(end), has("%‰", end + 1) {
        end += 2
      } else if isBlank(end), has("°", end + 1), has("CF", end + 2), !isWord(end + 3) {
        end += 3
      } else if has("°′″", end) {
        end += 1
      }
    }
    while has("+*", end), !isWord(end + 1) { end += 1 }
    return end
  }

  // MARK: Letters

  private func isBlank(_ index: Int) -> Bool { index < text.count && text[index].isSpace }
  private func isFigure(_ index: Int) -> Bool {
    index >= 0 && index < text.count && text[index].isFigure
  }
  private func isWord(_ index: Int) -> Bool {
    index < text.count && text[index].isForwardLetter
  }
}

extension Unicode.Scalar {
  /// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin, and their presentation forms,
  /// but for digits and the signs of numbers.
  var isRightToLeft: Bool {
    switch value {
    case 0..<0x590: false
    case 0x660...0x66C, 0x6F0...0x6F9: false
    case 0x590...0x8FF, 0xFB1D...0xFDFB, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF,
      0x1_E800...0x1_EFFF:
      true
    default: false
    }
  }

  /// ٠ to ٩, which UAX 9 calls Arabic numbers; those of Persian and Urdu behave as European ones.
  var isArabicDigit: Bool { value >= 0x660 && value <= 0x669 }

  /// A digit of any script.
  fileprivate var isFigure: Bool {
    if value < 0x80 { return isDigit }
    return properties.numericType == .decimal
  }

  /// A letter of a script written from left to right, a digit of any script, or a mark on one.
  fileprivate var isForwardLetter: Bool {
    if value < 0x80 { return isWordPart }
    if isRightToLeft { return false }
    if (0x300...0x36F).contains(value) { return true }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
