internal import CHyphen
internal import CPango
internal import Glibc

/// The patterns of one language. Owns libhyphen's dictionary.
final class HyphenationDictionary {
  private let handle: UnsafeMutablePointer<HyphenDict>
  /// The byte of each letter, for dictionaries in an encoding of one byte a letter; nil for UTF-8.
  private let encoding: [UInt32: UInt8]?

  init?(language: String, folder: String) {
    let files = Self.names(language).map { "\(folder)/hyph_\($0).dic" }
    guard let file = files.first(where: { access($0, R_OK) == 0 }),
      let handle = hnj_hyphen_load(file)
    else { return nil }
    self.handle = handle
    encoding = handle.pointee.utf8 != 0 ? nil : Self.encoding(handle.pointee)
  }

  deinit { hnj_hyphen_free(handle) }

  /// How many letters may stand before a hyphen, ascending; minima are not looked at.
  func points(in letters: [UInt32]) -> [Int] {
    guard var word = encoded(letters) else { return [] }
    let length = word.count
    word.append(0)
    var marks = [CChar](repeating: 0, count: length + 5)
    // Replaced letters ("Schiff-fahrt") come through these; such points are left out.
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var places: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let failed = word.withUnsafeBufferPointer { word in
      word.withMemoryRebound(to: CChar.self) {
        hnj_hyphen_hyphenate2(
          handle, $0.baseAddress, Int32(length), &marks, nil, &replacements, &places, &cuts)
      }
    }
    defer {
      free(places)
      free(cuts)
      if let replacements {
        for place in 0..<length { free(replacements[place]) }
        free(replacements)
      }
    }
    guard failed == 0 else { return [] }
    // The mark of a letter is odd where the word may be divided after it.
    return (1..<max(letters.count, 1)).filter {
      marks[$0 - 1] & 1 == 1 && replacements?[$0 - 1] == nil
    }
  }

  /// "fr_CH" before "fr"; a language alone may have only dictionaries of its countries.
  private static func names(_ tag: String) -> [String] {
    let parts = tag.split { $0 == "-" || $0 == "_" }.map(String.init)
    // A tag must not lead out of the folder.
    guard let language = parts.first?.lowercased(),
      parts.allSatisfy({ $0.utf8.allSatisfy { isLetterOrDigit($0) } })
    else { return [] }
    var names = parts.dropFirst().map { "\(language)_\($0.uppercased())" }
    names.append(language)
    switch language {
    case "en": names += ["en_GB", "en_US"]
    case "pt": names += ["pt_PT", "pt_BR"]
    case "nb", "nn", "no": names += ["nb_NO", "nn_NO"]
    default: names.append("\(language)_\(language.uppercased())")
    }
    return names
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Nil where the dictionary's encoding lacks a letter.
  private func encoded(_ letters: [UInt32]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count * 2)
    for letter in letters {
      if letter < 0x80 {
        bytes.append(UInt8(letter))
      } else if let encoding {
        guard let byte = encoding[letter] else { return nil }
        bytes.append(byte)
      } else {
        guard let utf8 = Unicode.Scalar(letter).flatMap(Unicode.UTF8.encode) else { return nil }
        bytes.append(contentsOf: utf8)
      }
    }
    return bytes
  }

  /// What the upper half of an encoding such as ISO8859-1 means.
  private static func encoding(_ dictionary: HyphenDict) -> [UInt32: UInt8] {
    let name = withUnsafeBytes(of: dictionary.cset) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    let prefix = "microsoft-"
    let charset = name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
    var table: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0xFF {
      var byte = CChar(bitPattern: byte)
      guard let letter = g_convert(&byte, 1, "UTF-8", charset, nil, nil, nil) else { continue }
      table[g_utf8_get_char(letter)] = UInt8(bitPattern: byte)
      g_free(letter)
    }
    return table
  }
}
