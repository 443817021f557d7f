/// A writing other than that of most of this book's languages: what a font has or has not as a whole.
struct Script: Hashable {
  /// As after "no font of the book has".
  var english: String
  /// As after « aucune police du livre n’a ».
  var french: String

  init?(of scalar: Unicode.Scalar) {
    let value = scalar.value
    guard let known = Self.known.first(where: { $0.range.contains(value) }) else { return nil }
    (english, french) = (known.english, known.french)
  }

  /// The blocks of Unicode in which the letters of living scripts stand.
  private static let known: [(range: ClosedRange<UInt32>, english: String, french: String)] = [
    (0x0370...0x03FF, "Greek letters", "de lettres grecques"),
    (0x0400...0x052F, "Cyrillic letters", "de lettres cyrilliques"),
    (0x0530...0x058F, "Armenian letters", "de lettres arméniennes"),
    (0x0590...0x05FF, "Hebrew letters", "de lettres hébraïques"),
    (0x0600...0x06FF, "Arabic letters", "de lettres arabes"),
    (0x0700...0x074F, "Syriac letters", "de lettres syriaques"),
    (0x0750...0x077F, "Arabic letters", "de lettres arabes"),
    (0x0900...0x097F, "Devanagari letters", "de lettres devanagari"),
    (0x0980...0x09FF, "Bengali letters", "de lettres bengalies"),
    (0x0A00...0x0A7F, "Gurmukhi letters", "de lettres gourmoukhi"),
    (0x0A80...0x0AFF, "Gujarati letters", "de lettres goudjarati"),
    (0x0B80...0x0BFF, "Tamil letters", "de lettres tamoules"),
    (0x0C00...0x0C7F, "Telugu letters", "de lettres télougou"),
    (0x0C80...0x0CFF, "Kannada letters", "de lettres kannada"),
    (0x0D00...0x0D7F, "Malayalam letters", "de lettres malayalam"),
    (0x0D80...0x0DFF, "Sinhala letters", "de lettres cingalaises"),
    (0x0E00...0x0E7F, "Thai letters", "de lettres thaïes"),
    (0x0E80...0x0EFF, "Lao letters", "de lettres laotiennes"),
    (0x0F00...0x0FFF, "Tibetan letters", "de lettres tibétaines"),
    (0x1000...0x109F, "Burmese letters", "de lettres birmanes"),
    (0x10A0...0x10FF, "Georgian letters", "de lettres géorgiennes"),
    (0x1200...0x139F, "Ethiopic letters", "de lettres éthiopiennes"),
    (0x1780...0x17FF, "Khmer letters", "de lettres khmères"),
    (0x2D30...0x2D7F, "Tifinagh letters", "de lettres tifinaghes"),
    (0x3000...0x30FF, "Chinese and Japanese signs", "de signes chinois et japonais"),
    (0x3400...0x9FFF, "Chinese and Japanese signs", "de signes chinois et japonais"),
    (0xAC00...0xD7A3, "Korean letters", "de lettres coréennes"),
    (0xF900...0xFAFF, "Chinese and Japanese signs", "de signes chinois et japonais"),
    (0xFB1D...0xFB4F, "Hebrew letters", "de lettres hébraïques"),
    (0xFB50...0xFDFF, "Arabic letters", "de lettres arabes"),
    (0xFE70...0xFEFC, "Arabic letters", "de lettres arabes"),
    (0xFF00...0xFFEF, "Chinese and Japanese signs", "de signes chinois et japonais"),
    (0x2_0000...0x3_FFFF, "Chinese and Japanese signs", "de signes chinois et japonais"),
  ]
}
