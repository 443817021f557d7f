/// Takes away the spaces that an author typed beside punctuation and puts the right ones there, so
/// that a plain space, a no-break space or none at all give the same page.
///
/// Sources: Lexique des règles typographiques en usage à l'Imprimerie nationale; the tables of
/// babel-french and polyglossia.
struct PunctuationSpacer {
  let context: CopyContext

  /// U+00A0; the item builder gives it a word's space, or a guillemet's beside « and ».
  private static let noBreak: Unicode.Scalar = "\u{A0}"
  private static let thin: Unicode.Scalar = "\u{202F}"

  /// No space goes between these and a sign: "(?)", "?!", "…?".
  private static let bareBefore: Set<Unicode.Scalar> = [
    "!", "?", ":", ".", "…", "(", "[", "{", "<", "«", "‹", "“", "‘", "\u{A0}", "\u{202F}",
  ]

  /// Nothing has been said since a guillemet opened.
  private static let opened: Set<Unicode.Scalar> = ["«", "‹", "\u{A0}", "\u{202F}"]

  func space(_ letters: [Letter]) -> [Letter] {
    var output: [Letter] = []
    output.reserveCapacity(letters.count + 16)
    let main = context.mainLanguage.spacing
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      // Letters, by far the most, have no rules.
      guard !letter.scalar.isWordPart, context.isFree(letter) else {
        output.append(letter)
        index += 1
        continue
      }
      let rules = context.hasOneLanguage ? main : context.language(of: letter).spacing
      if letter.scalar.isSpace {
        var next = index + 1
        var kept = letter.scalar == "\t" ? " " : letter.scalar
        while next < letters.count, letters[next].scalar.isSpace,
          context.isFree(letters[next])
        {
          // The strongest of several typed spaces wins: the author meant to hold words together.
          if kept == " " { kept = letters[next].scalar }
          next += 1
        }
        index = next
        let following = next < letters.count ? letters[next] : nil
        if spaceIsTaken(before: following, after: output.last, rules) { continue }
        output.append(Letter(scalar: kept, segment: letter.segment))
        continue
      }
      let typedSpace = index > 0 && letters[index - 1].scalar.isSpace
      // A note's call or code right behind a sign is no part of its word.
      let next =
        index + 1 < letters.count && context.isFree(letters[index + 1])
        ? letters[index + 1].scalar : nil
      if let space = spaceBefore(
        letter.scalar, typed: typedSpace, next: next, after: output.last, rules)
      {
        output.append(Letter(scalar: space, segment: output.last?.segment ?? letter.segment))
      }
      output.append(letter)
      if index + 1 < letters.count, let space = rules.after(letter.scalar).flatMap(Self.scalar) {
        output.append(Letter(scalar: space, segment: letter.segment))
      }
      index += 1
    }
    return output
  }

  /// A typed space that a rule will replace.
  private func spaceIsTaken(
    before next: Letter?, after previous: Letter?, _ rules: PunctuationSpacing
  ) -> Bool {
    if let previous, rules.after(previous.scalar) != nil { return true }
    if let previous, previous.scalar == Self.noBreak || previous.scalar == Self.thin { return true }
    guard let next, context.isFree(next) else { return false }
    guard rules.before(next.scalar) != nil else { return false }
    if Self.followsNumberOnly.contains(next.scalar) {
      return previous.map { $0.scalar.isDigit } ?? false
    }
    return previous != nil
  }

  /// These take a space after a number only: "50 %", but "n°".
  private static let followsNumberOnly: Set<Unicode.Scalar> = ["%", "€", "°"]

  private func spaceBefore(
    _ scalar: Unicode.Scalar, typed: Bool, next: Unicode.Scalar?, after previous: Letter?,
    _ rules: PunctuationSpacing
  ) -> Unicode.Scalar? {
    guard let space = rules.before(scalar), let previous else { return nil }
    // "« Quoi ? »": a guillemet that closes keeps its space, but after one that has just opened.
    let bare = scalar == "»" || scalar == "›" ? Self.opened : Self.bareBefore
    if bare.contains(previous.scalar) { return nil }
    if Self.followsNumberOnly.contains(scalar) {
      guard previous.scalar.isDigit else { return nil }
      // "20°" is an angle or a temperature as typed; "20 °C" wants its space.
      return scalar == "°" && !typed ? nil : Self.scalar(of: space)
    }
    // Inside "12:30", "http:" or "page?id=3" nobody typed a space, and a letter or digit follows.
    if !typed, scalar != "»", scalar != "›", let next, next.isWordPart || next == "/" {
      return nil
    }
    return Self.scalar(of: space)
  }

  private static func scalar(of space: PunctuationSpacing.Space) -> Unicode.Scalar? {
    switch space {
    case .nothing: nil
    case .thin: thin
    case .word, .guillemet: noBreak
    }
  }
}

extension Unicode.Scalar {
  /// Spaces that people type between words.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x2009, 0x202F, 0x2002...0x2006, 0x2008, 0x205F: true
    default: false
    }
  }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// A letter or a digit.
  var isWordPart: Bool {
    if let isLatinLetter { return isLatinLetter || isDigit }
    return properties.isAlphabetic || properties.numericType != nil
  }

  var isLetter: Bool { isLatinLetter ?? properties.isAlphabetic }

  /// Known without a look into Unicode's tables; nil where they must be asked.
  private var isLatinLetter: Bool? {
    switch value {
    case 0..<0x80: value | 0x20 >= 0x61 && value | 0x20 <= 0x7A
    // À to ɏ, but for × and ÷.
    case 0xC0..<0x250: value != 0xD7 && value != 0xF7
    // « and », the no-break space and general punctuation.
    case 0xA0, 0xAB, 0xBB, 0x2000...0x206F: false
    default: nil
    }
  }
}
