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
    var folded = String.UnicodeScalarView()
    var space = false
    for scalar in text.composed {
      switch Self.fold(scalar) {
      case .nothing: continue
      case .space: space = !folded.isEmpty
      case .scalars(let scalars):
        for scalar in scalars {
          let isHigh = ";:!?".unicodeScalars.contains(scalar)
          if space, !isHigh { folded.append(" ") }
          space = false
          folded.append(scalar)
        }
      }
    }
    self.text = String(folded).quotesClosedUp
  }

  private enum Fold {
    case nothing, space
    case scalars(String.UnicodeScalarView)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Fold {
    switch scalar.value {
    case 0x00AD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF: .nothing
    case 0x2018...0x201B, 0x2032, 0x2039, 0x203A: .scalars("'".unicodeScalars)
    case 0x201C...0x201F, 0x2033, 0x00AB, 0x00BB: .scalars("\"".unicodeScalars)
    case 0x2026: .scalars("...".unicodeScalars)
    case 0x2010...0x2015, 0x2212: .scalars("-".unicodeScalars)
    default:
      scalar.properties.isWhitespace
        ? .space : .scalars(String.UnicodeScalarView([scalar]))
    }
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

extension Passage {
  package var normalForm: NormalForm { NormalForm(of: text) }
}

extension String {
  /// Without the spaces just within a pair of double quotation marks: French has them, and their width
  /// is a matter of type. Marks open and close in turn.
  fileprivate var quotesClosedUp: String {
    guard utf8.contains(UInt8(ascii: "\"")) else { return self }
    var closed = ""
    var isOpen = false
    var afterOpening = false
    for character in self {
      if character == "\"" {
        if isOpen, closed.last == " " { closed.removeLast() }
        isOpen.toggle()
        afterOpening = isOpen
        closed.append(character)
      } else if afterOpening, character == " " {
        afterOpening = false
      } else {
        afterOpening = false
        closed.append(character)
      }
    }
    return closed
  }
}

extension String {
  /// Letters with marks of their own as one scalar each.
  fileprivate var composed: String.UnicodeScalarView {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return unicodeScalars }
    var scalars = String.UnicodeScalarView()
    for character in self {
      if character.unicodeScalars.count > 1, let letter = composedLetters[character] {
        scalars.append(letter)
      } else {
        scalars += character.unicodeScalars
      }
    }
    return scalars
  }
}

/// Swift holds a letter and its mark to be the same character as the two composed: looked up by the
/// one, the other is found. Of the alphabets whose composed letters are in daily use.
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
