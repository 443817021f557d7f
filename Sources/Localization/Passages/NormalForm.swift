/// A passage's words without what typography may change: the same for two spellings of one text, so that
/// wrapping lines, a curled apostrophe or a thin space makes no translation stale.
///
/// The rule, version 1; changing it makes every memory stale, so it may only be changed with its number:
/// canonical composition (NFC); every run of white space, of whatever width, is one space, none at the
/// ends, none inside quotation marks and none before ; : ! ? »; every single quotation mark and apostrophe
/// is ', every double one and every guillemet is "; soft hyphens and zero-width signs are left out; the
/// ellipsis is three points; every dash between spaces is -.
package struct NormalForm: Hashable, Sendable {
  package let text: String

  package init(of text: String) {
    var folding = Folding()
    folding.bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { folding.take(scalar) }
    self.text = String(decoding: folding.bytes, as: UTF8.self)
  }

  /// Sixteen hexadecimal digits, by FNV-1a of 64 bits over UTF-8 (Fowler, Noll and Vo): no secret is kept
  /// here, and a book has too few passages for two to meet.
  package var hash: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// Puts a normal form together, scalar by scalar.
private struct Folding {
  var bytes: [UInt8] = []
  private var hasSpace = false
  /// Double quotation marks open and close in turn; French has spaces within them, and their width is a
  /// matter of type.
  private var isQuoted = false
  private var isBehindOpening = false
  /// Where the last letter starts, which a mark may still change.
  private var last = 0

  mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // White_Space, as Unicode has it.
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      hasSpace = !bytes.isEmpty
    case 0x22: takeQuote()
    case 0x3A, 0x3B, 0x21, 0x3F:
      hasSpace = false
      append(scalar)
    case 0x21...0x7E: append(scalar)
    case 0x00AD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: break
    case 0x2018...0x201B, 0x2032, 0x2039, 0x203A: append("'")
    case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: takeQuote()
    case 0x2026: for _ in 0..<3 { append(".") }
    case 0x2010...0x2015, 0x2212: append("-")
    case 0x0300...0x036F, 0x0653...0x0655, 0x3099, 0x309A: takeMark(scalar)
    default: append(scalar)
    }
  }

  private mutating func takeQuote() {
    if isQuoted { hasSpace = false }
    append("\"")
    isQuoted.toggle()
    isBehindOpening = isQuoted
  }

  /// A letter and its mark are one scalar where there is one for both. Swift holds them to be the same
  /// character: looked up by the one, the other is found.
  private mutating func takeMark(_ mark: Unicode.Scalar) {
    let letter = String(decoding: bytes[last...], as: UTF8.self) + String(mark)
    guard !hasSpace, letter.count == 1, let composed = composedLetters[Character(letter)] else {
      return append(mark)
    }
    bytes.removeSubrange(last...)
    bytes += UTF8.encode(composed)!
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if hasSpace, !isBehindOpening { bytes.append(0x20) }
    hasSpace = false
    isBehindOpening = false
    last = bytes.count
    if scalar.isASCII {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes += UTF8.encode(scalar)!
    }
  }
}

extension Passage {
  package var normalForm: NormalForm { NormalForm(of: text) }
}

/// Of the alphabets whose composed letters are in daily use.
private let composedLetters: [Character: Unicode.Scalar] = {
  var letters: [Character: Unicode.Scalar] = [:]
  for range: ClosedRange<UInt32> in [
    0x00C0...0x024F, 0x0370...0x045F, 0x0622...0x06D3, 0x1E00...0x1FFF, 0x3041...0x30FF,
  ] {
    for value in range {
      // Two scalars may be canonically the same; the first one is the letter's own.
      guard let scalar = Unicode.Scalar(value), letters[Character(scalar)] == nil else { continue }
      letters[Character(scalar)] = scalar
    }
  }
  return letters
}()
