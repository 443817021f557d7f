internal import Diagnostics

extension [Prose] {
  /// Brackets and guillemets that are opened and not closed before the next heading. Speech may go
  /// on over paragraphs, each of which then begins with its guillemet again.
  var unclosedSigns: [Diagnostic] {
    var open: [OpenSign] = []
    for (paragraph, prose) in enumerated() {
      for index in prose.letters.indices {
        let scalar = prose.letters[index].scalar
        if let closing = prose.closing(of: scalar, at: index) {
          let isTakenUp = index == 0 && open.contains { $0.scalar == scalar }
          if !isTakenUp {
            open.append(
              OpenSign(
                scalar: scalar, closing: closing, paragraph: paragraph, file: prose.file,
                range: prose.range(index..<(index + 1))))
          }
        } else if let last = open.lastIndex(where: { $0.closing == scalar }),
          !prose.isEnumeration(at: index)
        {
          open.remove(at: last)
          // Two that end together are closed by one sign (Lexique de l'Imprimerie nationale).
          if scalar == "»", prose.endsSentence(after: index) {
            open.removeAll { $0.closing == scalar && $0.paragraph == paragraph }
          }
        }
      }
    }
    return open.map { .signUnclosed($0) }
  }
}

private struct OpenSign {
  var scalar: Unicode.Scalar
  var closing: Unicode.Scalar
  var paragraph: Int
  var file: String
  var range: SourceRange
}

extension Prose {
  /// The sign that closes what this letter opens.
  fileprivate func closing(of scalar: Unicode.Scalar, at index: Int) -> Unicode.Scalar? {
    switch scalar {
    case "(":
      // A smiley.
      if index > 0, ":;".unicodeScalars.contains(letters[index - 1].scalar) { return nil }
      return ")"
    case "«": return Self.reversesGuillemets.contains(primaryLanguage) ? nil : "»"
    default: return nil
    }
  }

  /// »So«, or »så».
  private static let reversesGuillemets: Set<Substring> = [
    "bs", "cs", "da", "de", "et", "fi", "hr", "hu", "pl", "sk", "sl", "sr", "sv",
  ]

  /// "a)" and "12)" close nothing.
  fileprivate func isEnumeration(at index: Int) -> Bool {
    guard letters[index].scalar == ")" else { return false }
    var start = index
    while start > 0, letters[start - 1].scalar.isLetter || letters[start - 1].scalar.isDigit {
      start -= 1
    }
    guard index - start <= 2, start < index else { return false }
    return start == 0
  }

  fileprivate func endsSentence(after index: Int) -> Bool {
    letters[(index + 1)...].first { !$0.scalar.isSpace && $0.scalar != Self.object }
      .map { !$0.scalar.isLetter && !$0.scalar.isDigit } ?? true
  }
}

extension Diagnostic {
  fileprivate static func signUnclosed(_ sign: OpenSign) -> Diagnostic {
    Diagnostic(
      .warning, "sign-unclosed", file: sign.file, range: sign.range,
      Wording(
        en: "the \(sign.scalar) opened here is not closed",
        fr: "le signe \(sign.scalar) ouvert ici n’est pas fermé"),
      hints: [
        Wording(
          en: "write \(sign.closing) where it ends", fr: "écrivez \(sign.closing) là où cela finit")
      ])
  }
}
