/// Holds what is written from left to right together in a text written from right to left: a telephone
/// number, an address, an article of a law. Without it the groups of "01 53 73 22 22" would follow one
/// another from the right, and "2.1" could print as "1.2" (UAX 9, directional isolates).
struct Isolation {
  let context: CopyContext

  /// U+2066 before each such stretch, and U+2069 behind it.
  func isolated(_ letters: [Letter]) -> [Letter] {
    var isolated: [Letter] = []
    isolated.reserveCapacity(letters.count + 16)
    var at = 0
    while at < letters.count {
      guard letters[at].scalar.isLeftToRight else {
        isolated.append(letters[at])
        at += 1
        continue
      }
      var start = at
      // What opens and what stands before a number goes with it: "+33 1", "§ 2", "#mot".
      while let last = isolated.last, "+#@§".unicodeScalars.contains(last.scalar) {
        isolated.removeLast()
        start -= 1
      }
      let end = self.end(of: letters, from: at)
      isolated.append(Letter(scalar: "\u{2066}", segment: letters[start].segment))
      isolated += letters[start..<end]
      isolated.append(Letter(scalar: "\u{2069}", segment: letters[end - 1].segment))
      at = end
    }
    return isolated
  }

  /// Behind the last letter or digit that belongs to the stretch, with a sign that closes it.
  private func end(of letters: [Letter], from start: Int) -> Int {
    var end = start + 1
    var at = end
    while at < letters.count {
      let scalar = letters[at].scalar
      if scalar.isLeftToRight {
        at += 1
        end = at
      } else if joins(letters, at) {
        at += 1
      } else {
        break
      }
    }
    while end < letters.count, "%°*".unicodeScalars.contains(letters[end].scalar) { end += 1 }
    // Brackets that were opened within.
    var open = 0
    for letter in letters[start..<end] {
      if letter.scalar == "(" { open += 1 }
      if letter.scalar == ")" { open -= 1 }
    }
    if open > 0, end < letters.count, letters[end].scalar == ")" { end += 1 }
    return end
  }

  /// Signs that may stand within: all in addresses; elsewhere no full stop or colon that a space
  /// follows, for there a sentence goes on, but behind a single capital ("L. 251-1"); commas are those of
  /// the other script.
  private func joins(_ letters: [Letter], _ at: Int) -> Bool {
    let scalar = letters[at].scalar
    if scalar.isStronglyRightToLeft || scalar == "\u{2028}" { return false }
    if !context.isFree(letters[at]) { return true }
    switch scalar {
    case ".", ":", "!", "?":
      guard at + 1 < letters.count, letters[at + 1].scalar.isBlank else { return true }
      // "Vidéoprotection : quelles…": behind a space they are French, in the middle of its words.
      if scalar != ".", at > 0, letters[at - 1].scalar.isBlank { return true }
      let isInitial =
        at > 0 && letters[at - 1].scalar.properties.isUppercase
        && (at < 2 || !letters[at - 2].scalar.isLeftToRight)
      return scalar == "." && isInitial
    case "«", "»", "“", "”", "\"", "[", "]", "—", "–", "•", "·", "|": return false
    case "(":
      // "L. 251-1 (2)" goes on; a bracket behind a space opens an aside of the sentence.
      return at > 0 && !letters[at - 1].scalar.isBlank
    default: return true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" }

  /// A letter of a script written from left to right, or a European digit.
  fileprivate var isLeftToRight: Bool {
    if isASCII { return properties.isAlphabetic || ("0"..."9").contains(self) }
    return properties.isAlphabetic && !isStronglyRightToLeft
  }

  /// The blocks of Hebrew, Arabic, Syriac, Thaana, N'Ko and their kin, and their presentation forms.
  fileprivate var isStronglyRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
      0x1_E800...0x1_EFFF:
      true
    default: false
    }
  }
}
