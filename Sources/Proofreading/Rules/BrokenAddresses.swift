internal import Diagnostics

extension Prose {
  /// Addresses with a space typed in them, "https:// example.org": neither a reader's program nor
  /// a reader can tell where they end.
  var brokenAddresses: [Diagnostic] {
    var found: [Diagnostic] = []
    var index = 0
    while index < letters.count {
      guard let address = brokenAddress(at: index) else {
        index += 1
        continue
      }
      found.append(diagnostic(of: address))
      index = address.upperBound
    }
    return found
  }

  /// From where it begins to the end of what surely is part of it.
  private func brokenAddress(at start: Int) -> Range<Int>? {
    let reader = AddressReader(letters: letters, at: start)
    var (bracketed, plain) = (reader, reader)
    if let inside = bracketed.bracketed() { return inside }
    return start == 0 || !letters[start - 1].scalar.isLetter ? plain.plain() : nil
  }

  private func diagnostic(of address: Range<Int>) -> Diagnostic {
    let spaces = address.filter { letters[$0].scalar.isSpace }
    let canGo = isWhole(address) && spaces.allSatisfy { letters[$0].isWritten }
    let whole = letters[address].lazy.map(\.scalar).filter { !$0.isSpace }
    return .addressBroken(
      text(address), String(String.UnicodeScalarView(whole)), file: file, range: range(address),
      fix: canGo ? spaces.map { SourceEdit(range($0..<($0 + 1)), "") } : [])
  }
}

/// Reads on through letters as long as they make an address.
private struct AddressReader {
  let letters: [Prose.Letter]
  var at: Int
  private var spaces = 0

  /// Longer ones are not read to their ends, which would take its time anew at each of many.
  private static let longest = 500

  private static let neverInside: Set<Unicode.Scalar> = [Prose.object, "\n", "\"", "<", "[", "]"]

  init(letters: [Prose.Letter], at start: Int) {
    self.letters = letters
    at = start
  }

  /// "https:// example.org", "www. example.org", "https://example. org".
  mutating func plain() -> Range<Int>? {
    let start = at
    if skip("https") || skip("http") {
      skipSpaces()
      guard skip(":") else { return nil }
      skipSpaces()
      guard skip("//") else { return nil }
    } else if !skip("www.") {
      return nil
    }
    skipSpaces()
    guard skipHost() else { return nil }
    if spaces == 0 { skipCutEnd() }
    return spaces > 0 ? start..<at : nil
  }

  /// "<https://example.org/a b>" and "](https://example.org/a b)": the brackets tell where the
  /// address ends, and the space keeps it from being one.
  mutating func bracketed() -> Range<Int>? {
    let closing: Unicode.Scalar
    if skip("<") { closing = ">" } else if skip("](") { closing = ")" } else { return nil }
    let start = at
    guard skip("https") || skip("http") else { return nil }
    skipSpaces()
    guard skip(":") else { return nil }
    skipSpaces()
    guard skip("//") else { return nil }
    while at < letters.count, letters[at].scalar != closing, at - start < Self.longest {
      guard !Self.neverInside.contains(letters[at].scalar) else { return nil }
      if letters[at].scalar.isSpace { spaces += 1 }
      at += 1
    }
    // More than a few, and it is a sentence in brackets that begins with an address.
    guard at < letters.count, letters[at].scalar == closing, (1...2).contains(spaces) else {
      return nil
    }
    return start..<at
  }

  private mutating func skip(_ word: String) -> Bool {
    let end = at + word.unicodeScalars.count
    guard end <= letters.count,
      letters[at..<end].lazy.map(\.scalar).elementsEqual(word.unicodeScalars)
    else { return false }
    at = end
    return true
  }

  private mutating func skipSpaces() {
    while at < letters.count, letters[at].scalar.isSpace, letters[at].scalar != "\n" {
      spaces += 1
      at += 1
    }
  }

  /// A name with a point in it, and what is joined to it; but not the sign that ends the sentence,
  /// nor a bracket around it.
  private mutating func skipHost() -> Bool {
    let start = at
    while at < letters.count, !letters[at].scalar.isSpace, letters[at].scalar != Prose.object,
      at - start < Self.longest
    {
      at += 1
    }
    guard letters[start..<at].first?.scalar.isLetter == true,
      letters[start..<at].contains(where: { $0.scalar == "." })
    else { return false }
    while ",;:!?)»>”".unicodeScalars.contains(letters[at - 1].scalar) { at -= 1 }
    if spaces > 0, letters[at - 1].scalar == "." { at -= 1 }
    return true
  }

  /// What is behind the space can only be the end of a host's name.
  private mutating func skipCutEnd() {
    guard letters[at - 1].scalar == "." else { return }
    var end = self
    end.skipSpaces()
    let start = end.at
    while end.at < letters.count, letters[end.at].scalar.isLetter { end.at += 1 }
    let name = String(String.UnicodeScalarView(letters[start..<end.at].lazy.map(\.scalar)))
    if end.spaces == 1, Self.topDomains.contains(name) { self = end }
  }

  private static let topDomains: Set<String> = [
    "be", "ch", "com", "eu", "fr", "info", "net", "org",
  ]
}

extension Diagnostic {
  fileprivate static func addressBroken(
    _ address: String, _ whole: String, file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "address-broken", file: file, range: range,
      Wording(
        en: "a space cuts the address “\(address)”",
        fr: "une espace coupe l’adresse « \(address) »"),
      hints: [
        fix.isEmpty
          ? Wording(en: "take it away", fr: "retirez-la")
          : Wording(en: "write \(whole)", fr: "écrivez \(whole)")
      ], fix: fix)
  }
}
