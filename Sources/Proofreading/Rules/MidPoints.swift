internal import Diagnostics

extension Prose {
  /// "lecteur.rice.s", "habitant•es", "voisin‧es": French words for all genders whose parts are
  /// joined by another sign than the mid-point, U+00B7. Full stops are read aloud as the end of a
  /// sentence, bullets break lines, and neither is kept together by the typesetter.
  var falseMidPoints: [Diagnostic] {
    guard primaryLanguage == "fr" else { return [] }
    return InclusiveWord.candidates(in: self).compactMap { word in
      guard word.isInclusive(in: self) else { return nil }
      let right = word.parts.map(text).joined(separator: "·")
      let range = word.parts[0].lowerBound..<word.parts[word.parts.count - 1].upperBound
      return .falseMidPoint(
        text(range), right, file: file, range: self.range(range),
        fix: word.points.map { SourceEdit(self.range($0..<($0 + 1)), "·") })
    }
  }
}

/// A stem and the endings joined to it: `lecteur` `rice` `s`.
private struct InclusiveWord {
  var parts: [Range<Int>]
  /// The signs between them that are no mid-points.
  var points: [Int]
  var hasFullStop: Bool

  /// Signs that keyboards offer near the mid-point, or that look the same.
  static let points: Set<Unicode.Scalar> = [
    ".", "•", "‧", "\u{22C5}", "\u{2219}", "\u{30FB}", "\u{FF65}",
  ]

  /// Runs of letters joined by single signs, one of them at least no mid-point, outside addresses.
  static func candidates(in prose: Prose) -> [InclusiveWord] {
    let letters = prose.letters
    var found: [InclusiveWord] = []
    var index = 0
    while let token = prose.token(from: index) {
      index = token.upperBound
      guard token.contains(where: { points.contains(letters[$0].scalar) }),
        !prose.isAddress(token)
      else { continue }
      var at = token.lowerBound
      while at < token.upperBound {
        let word = InclusiveWord(in: prose, token: token, at: &at)
        if word.parts.count > 1, !word.points.isEmpty { found.append(word) }
      }
    }
    return found
  }

  private init(in prose: Prose, token: Range<Int>, at index: inout Int) {
    let letters = prose.letters
    parts = []
    points = []
    hasFullStop = false
    while index < token.upperBound, letters[index].scalar.isLetter {
      let start = index
      while index < token.upperBound, letters[index].scalar.isLetter { index += 1 }
      parts.append(start..<index)
      guard index + 1 < token.upperBound, letters[index + 1].scalar.isLetter else { break }
      let sign = letters[index].scalar
      guard sign == "·" || Self.points.contains(sign) else { break }
      if sign != "·" { points.append(index) }
      if sign == "." { hasFullStop = true }
      index += 1
    }
    index += 1
  }

  func isInclusive(in prose: Prose) -> Bool {
    // Written letter for letter, and not glued to a figure or a sign of file names.
    let whole = parts[0].lowerBound..<parts[parts.count - 1].upperBound
    guard prose.letters[whole].allSatisfy(\.isWritten),
      !prose.isStrange(at: whole.lowerBound - 1), !prose.isStrange(at: whole.upperBound)
    else { return false }
    let stem = prose.text(parts[0])
    let endings = parts.dropFirst().map(prose.text)
    guard haveOneCase(stem, endings), let ending = FeminineEnding(endings.map { $0.lowercased() })
    else { return false }
    if !hasFullStop { return true }
    let isPlain = stem.unicodeScalars.allSatisfy(\.isASCII)
    return ending.fits(stem.lowercased())
      && (!ending.isAlsoADomain || !isPlain || prose.countsSeveral(before: whole.lowerBound))
  }

  /// "élu.Elle" is two sentences, "ÉLU.E" one word.
  private func haveOneCase(_ stem: String, _ endings: [String]) -> Bool {
    guard let last = stem.unicodeScalars.last else { return false }
    let endings = endings.joined().unicodeScalars
    return last.isUppercase
      ? endings.allSatisfy(\.isUppercase) : endings.allSatisfy(\.isLowercase)
  }
}

/// What makes a French word feminine, and may stand behind a full stop only where it fits the stem:
/// "avril.le" is a sentence whose space is missing.
private struct FeminineEnding {
  private let ending: String

  /// Nil where these are no endings; a plural may have a part of its own.
  init?(_ endings: [String]) {
    let isPluralApart = endings.count == 2 && ["s", "x"].contains(endings[1])
    guard endings.count == 1 || isPluralApart, let first = endings.first else { return nil }
    guard let singular = Self.singular(first), !(isPluralApart && singular != first) else {
      return nil
    }
    ending = singular
    isAlsoADomain = endings == ["es"]
  }

  /// "amazon.es": Spain's.
  let isAlsoADomain: Bool

  private static func singular(_ ending: String) -> String? {
    if stems[ending] != nil { return ending }
    guard ending.hasSuffix("s") else { return nil }
    let singular = String(ending.dropLast())
    return stems[singular] != nil ? singular : nil
  }

  func fits(_ stem: String) -> Bool {
    guard stem.count >= 2, let wanted = Self.stems[ending], !Self.noStems.contains(stem) else {
      return false
    }
    // "étudiants.es", "tous.tes": a stem may be plural already.
    let stems = stem.hasSuffix("s") ? [stem, String(stem.dropLast())] : [stem]
    return wanted.isEmpty
      || stems.contains { stem in
        wanted.contains { $0.hasPrefix("^") ? stem == $0.dropFirst() : stem.hasSuffix($0) }
      }
  }

  /// By ending: how stems end that take it, or all of the stem behind "^"; nothing where any does.
  private static let stems: [String: [String]] = [
    "e": [],
    "ale": ["al", "aux"],
    "celle": ["^celui", "^ceux"],
    "elle": ["^il", "^ils", "^eux", "el", "eau"],
    "ère": ["er"], "ere": ["er"], "ière": ["er"], "iere": ["er"],
    "esse": ["re", "te", "ce"], "sse": ["re", "te", "ce"], "eresse": ["eur"],
    "ète": ["et"],
    "euse": ["eur"], "ice": ["teur"], "rice": ["eur"], "trice": ["teur"],
    "la": ["^le"], "le": ["^la", "el", "^gentil", "^nul", "^pareil"], "lle": ["el"],
    "ma": ["^mon"], "mon": ["^ma"], "sa": ["^son"], "son": ["^sa"], "ta": ["^ton"], "ton": ["^ta"],
    "ienne": ["ien"], "nne": ["ien", "éen", "yen"],
    "ne": ["ien", "éen", "yen", "patron", "champion", "breton", "^bon"],
    "que": ["^grec", "^turc"],
    "se": ["eur", "eux", "oux"],
    "te": ["^muet", "^net", "^sot", "^tou"], "toute": ["^tou"],
    "ve": ["if", "euf", "^bref"],
  ]

  /// Words that take no ending, and may end sentences.
  private static let noStems: Set<String> = [
    "bien", "rien", "combien", "ciel", "etc", "art", "fig", "chap",
  ]
}

extension Prose {
  /// The next run of letters without a space in it.
  fileprivate func token(from start: Int) -> Range<Int>? {
    var start = start
    while start < letters.count, letters[start].scalar.isSpace { start += 1 }
    guard start < letters.count else { return nil }
    var end = start
    while end < letters.count, !letters[end].scalar.isSpace { end += 1 }
    return start..<end
  }

  /// Of a web page, a mailbox, a file.
  fileprivate func isAddress(_ token: Range<Int>) -> Bool {
    let signs: Set<Unicode.Scalar> = ["/", "@", "\\", "_", "#", "=", "+"]
    return letters[token].contains { signs.contains($0.scalar) } || text(token).contains("www.")
  }

  /// What makes a word part of something else: "b2b.e", "94.elu.es", "`code`.e".
  fileprivate func isStrange(at index: Int) -> Bool {
    guard letters.indices.contains(index) else { return false }
    let scalar = letters[index].scalar
    return scalar.isDigit || scalar.isLetter || scalar == Self.object
      || (InclusiveWord.points.contains(scalar) && letters.indices.contains(index + 1)
        && (letters[index + 1].scalar.isLetter || letters[index + 1].scalar.isDigit))
  }

  /// "les", "nos", "500": what comes before several people, and never before an address.
  fileprivate func countsSeveral(before index: Int) -> Bool {
    var end = index
    guard end > 0, letters[end - 1].scalar.isSpace else { return false }
    while end > 0, letters[end - 1].scalar.isSpace { end -= 1 }
    var start = end
    while start > 0, letters[start - 1].scalar.isLetter || letters[start - 1].scalar.isDigit {
      start -= 1
    }
    guard start < end else { return false }
    let word = text(start..<end).lowercased()
    return Self.plurals.contains(word) || word.unicodeScalars.allSatisfy(\.isDigit)
  }

  private static let plurals: Set<String> = [
    "les", "des", "aux", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques",
    "certains", "tous", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "cent", "mille", "nombreux", "futurs", "anciens", "nouveaux", "autres", "divers",
  ]
}

extension Diagnostic {
  fileprivate static func falseMidPoint(
    _ word: String, _ right: String, file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "mid-point", file: file, range: range,
      Wording(
        en: "“\(word)” is not written with a mid-point",
        fr: "« \(word) » n’est pas écrit avec un point médian"),
      hints: [
        Wording(en: "write \(right), with U+00B7", fr: "écrivez \(right), avec U+00B7")
      ], fix: fix)
  }
}
