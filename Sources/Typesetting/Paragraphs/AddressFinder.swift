/// Finds addresses in running text: what was written as "exemple.org/page?x=1" or
/// "nom@exemple.org", without the brackets that would make links of them.
///
/// The bare name of a site, "exemple.org", is not divided at all: "habitant.es" looks the same.
enum AddressFinder {
  struct Address {
    /// Of its scalars.
    var range: Range<Int>
    /// Without a path and an @.
    var isBareName: Bool
  }

  static func addresses(in text: [Unicode.Scalar]) -> [Address] {
    var addresses: [Address] = []
    var start = 0
    while start < text.count {
      guard !isGap(text[start]) else {
        start += 1
        continue
      }
      var end = start
      var mayBeOne = false
      while end < text.count, !isGap(text[end]) {
        mayBeOne = mayBeOne || text[end] == "." || text[end] == "@"
        end += 1
      }
      if mayBeOne {
        let word = trimmed(start..<end, of: text)
        if isAddress(text[word]) {
          addresses.append(Address(range: word, isBareName: false))
        } else if isHost(text[word]) {
          addresses.append(Address(range: word, isBareName: true))
        }
      }
      start = end
    }
    return addresses
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar == "\n" || scalar == "«" || scalar == "»" || scalar == "|"
  }

  /// Without what surrounds it: "(a@b.org)," and "l'exemple.org/page", and without the small words
  /// that Arabic and Hebrew write onto the next one: "وexemple.org", "ב-exemple.org".
  private static func trimmed(_ word: Range<Int>, of text: [Unicode.Scalar]) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    while start < end, !isPart(text[start]) { start += 1 }
    if start < end, text[start].isRightToLeft,
      let first = text[start..<end].firstIndex(where: { isPart($0) && !$0.isRightToLeft }),
      !text[start..<first].contains(where: { $0 == "." || $0 == "@" || $0 == "/" })
    {
      start = first
    }
    if let apostrophe = text[start..<end].firstIndex(where: { $0 == "'" || $0 == "’" }),
      !text[start..<apostrophe].contains(where: { $0 == "." || $0 == "@" || $0 == "/" })
    {
      start = apostrophe + 1
    }
    while start < end, !isPart(text[end - 1]), text[end - 1] != "/" { end -= 1 }
    return start..<end
  }

  private static func isAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    if word.starts(with: "www.".unicodeScalars) { return true }
    if let colon = word.firstIndex(of: ":"), word[colon...].starts(with: "://".unicodeScalars) {
      return colon > word.startIndex
    }
    if let at = word.firstIndex(of: "@") {
      let host = word[(at + 1)...]
      return at > word.startIndex && !host.contains("@") && isHost(host.prefix { !isPathStart($0) })
    }
    guard let path = word.firstIndex(where: isPathStart), path + 1 < word.endIndex else {
      return false
    }
    return isHost(word[..<path])
  }

  private static func isPathStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "/" || scalar == "?" || scalar == "#"
  }

  /// Two names or more, the last of letters alone.
  private static func isHost(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let names = word.split(separator: ".", omittingEmptySubsequences: false)
    guard names.count > 1, let last = names.last else { return false }
    return names.allSatisfy { !$0.isEmpty && $0.allSatisfy { isPart($0) || $0 == "-" } }
      && last.count > 1 && last.allSatisfy(\.isLetter)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordPart }
}
