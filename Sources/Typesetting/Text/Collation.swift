/// The order in which a language's readers look words up: letters first, accents only between words
/// of the same letters, then small letters before capitals. It is our own and not the system's, so
/// that a book is the same on every machine.
struct Collation {
  private let sorting: Sorting
  /// By letter of the language's own alphabet: its weight, and which of its place's letters it is.
  private var places: [Unicode.Scalar: (weight: UInt32, accent: UInt32)] = [:]

  init(_ sorting: Sorting) {
    self.sorting = sorting
    guard let first = sorting.alphabet.joined().min() else { return }
    for (place, letters) in sorting.alphabet.enumerated() {
      for (variant, letter) in letters.enumerated() {
        places[letter] = (Self.weight(of: first) + UInt32(place), UInt32(variant))
      }
    }
  }

  struct Key: Comparable, Hashable {
    /// Letters and numbers without accents and case; words are parted by a weight below all.
    fileprivate(set) var letters: [UInt32] = []
    fileprivate var accents: [UInt32] = []
    fileprivate var capitals: [Bool] = []
    /// Words that differ in signs alone still have one order.
    fileprivate var text: [UInt8] = []

    static func < (a: Key, b: Key) -> Bool {
      if a.letters != b.letters { return a.letters.lexicographicallyPrecedes(b.letters) }
      if a.accents != b.accents { return a.accents.lexicographicallyPrecedes(b.accents) }
      if a.capitals != b.capitals {
        return a.capitals.lexicographicallyPrecedes(b.capitals) { !$0 && $1 }
      }
      return a.text.lexicographicallyPrecedes(b.text)
    }
  }

  /// Word by word: "Conseil d’État" stands before "Conseiller".
  func key(of text: String) -> Key {
    var key = Key()
    var number: [UInt32] = []
    var isBetweenWords = false
    func endNumber() {
      guard !number.isEmpty else { return }
      // More digits are a greater number: article 9 stands before article 10.
      let digits = number.drop { $0 == 0 }
      key.append(Self.number + UInt32(digits.count))
      for digit in digits { key.append(Self.digit + digit) }
      number = []
    }
    func beginLetter() {
      endNumber()
      if isBetweenWords, !key.letters.isEmpty { key.append(Self.gap) }
      isBetweenWords = false
    }
    for scalar in lookedUp(text).unicodeScalars {
      if let digit = Self.value(of: scalar) {
        if number.isEmpty { beginLetter() }
        number.append(digit)
      } else if let mark = Self.combiningMark(scalar) {
        if !key.accents.isEmpty { key.accents[key.accents.count - 1] += mark }
      } else if scalar.properties.isAlphabetic, !Self.isIgnored(scalar) {
        beginLetter()
        append(scalar, to: &key)
      } else if !Self.isIgnored(scalar) {
        endNumber()
        isBetweenWords = true
      }
    }
    endNumber()
    if sorting.readsAccentsFromTheEnd { key.accents.reverse() }
    key.text = Array(text.utf8)
    return key
  }

  /// Without the article that is written to it, where a word is left.
  private func lookedUp(_ text: String) -> Substring {
    for article in sorting.articles where text.hasPrefix(article) {
      let rest = text.dropFirst(article.count)
      if rest.prefix(2).allSatisfy(\.isLetter), rest.count > 1 { return rest }
    }
    return text[...]
  }

  private func append(_ scalar: Unicode.Scalar, to key: inout Key) {
    let isCapital = scalar.properties.isUppercase
    for small in scalar.properties.lowercaseMapping.unicodeScalars {
      if let own = places[small] {
        key.append(own.weight, accent: own.accent, isCapital: isCapital)
      } else if let folded = Self.folded[small] {
        for base in folded.base {
          key.append(
            places[base]?.weight ?? Self.weight(of: base), accent: folded.accent,
            isCapital: isCapital)
        }
      } else if Self.combiningMark(small) == nil {
        key.append(Self.weight(of: small), isCapital: isCapital)
      }
    }
  }

  // MARK: Weights, from the lowest to the highest

  private static let gap: UInt32 = 1
  private static let number: UInt32 = 0x100
  private static let digit: UInt32 = 0x10
  private static let letter: UInt32 = 0x1_0000

  /// Between two letters of Unicode is room for an alphabet.
  private static func weight(of scalar: Unicode.Scalar) -> UInt32 { letter + scalar.value * 0x80 }

  private static func value(of scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    // Those of Arabic and Persian.
    case 0x660...0x669: scalar.value - 0x660
    case 0x6F0...0x6F9: scalar.value - 0x6F0
    default: nil
    }
  }

  /// Accents, and the vowels that Arabic and Hebrew write above and below letters.
  private static func combiningMark(_ scalar: Unicode.Scalar) -> UInt32? {
    guard scalar.value >= 0x300, scalar.properties.generalCategory == .nonspacingMark else {
      return nil
    }
    return 100 + scalar.value - 0x300
  }

  /// The mid-points of inclusive writing, soft hyphens, joiners and what draws letters out part no
  /// words.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0xB7, 0x640, 0x2027, 0x200B...0x200D, 0x2060: true
    default: false
    }
  }

  private static let folded: [Unicode.Scalar: (base: [Unicode.Scalar], accent: UInt32)] = {
    let variants = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
      "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉ", "o": "òóôõöøōŏő",
      "r": "ŕŗř", "s": "śŝşšșſ", "t": "ţťŧț", "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ",
      "z": "źżž", "ae": "æ", "oe": "œ", "ij": "ĳ", "ss": "ß", "th": "þ",
    ]
    var folded: [Unicode.Scalar: (base: [Unicode.Scalar], accent: UInt32)] = [:]
    for (base, letters) in variants {
      for (index, letter) in letters.unicodeScalars.enumerated() {
        folded[letter] = (Array(base.unicodeScalars), UInt32(index + 1))
      }
    }
    return folded
  }()
}

extension Collation.Key {
  fileprivate mutating func append(_ weight: UInt32, accent: UInt32 = 0, isCapital: Bool = false) {
    letters.append(weight)
    accents.append(accent)
    capitals.append(isCapital)
  }

  /// The same for words that a dictionary puts under one letter: numbers and signs are one group.
  var group: UInt32 {
    guard let first = letters.first, first >= 0x1_0000 else { return 0 }
    return first
  }
}
