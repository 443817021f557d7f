/// Whether a translation is as long as one may be: a passage of half or of three times the length lost or
/// gained more than a language does.
struct TranslationLength {
  private let source: Double
  private let translation: Double
  private let isHeading: Bool

  init(of translation: Passage, against original: String) {
    source = original.letters
    self.translation = translation.text.letters
    isHeading = translation.kind == .heading
  }

  /// Of short passages nobody can tell; headings have little room.
  var isOdd: Bool {
    guard source >= 80 || isHeading && source >= 12 else { return false }
    let most = isHeading ? 1.7 : 2.2
    return translation > most * source || translation < 0.4 * source
  }
}

extension String {
  /// How many letters of an alphabet would say as much: an ideograph is most of a word, a sign of kana or of
  /// hangul a syllable.
  fileprivate var letters: Double {
    reduce(0) { sum, character in
      switch character.unicodeScalars.first?.value ?? 0 {
      case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: sum + 3
      case 0x3040...0x30FF, 0xAC00...0xD7A3: sum + 2
      default: sum + 1
      }
    }
  }
}
