internal import Diagnostics

extension [Prose] {
  /// Brackets and guillemets that are opened and not closed before the next heading. Speech may go
  /// on over paragraphs, each of which then begins with its guillemet again.
  var unclosedSigns: [Diagnostic] {
    var (brackets, guillemets): ([OpenSign], [OpenSign]) = ([], [])
    for (paragraph, prose) in enumerated() {
      for index in prose.letters.indices {
        let sign = OpenSign(
          paragraph: paragraph, place: prose.letters[index].start, end: prose.letters[index].end)
        switch prose.letters[index].scalar {
        case "(" where !prose.isSmiley(at: index): brackets.append(sign)
        case ")" where !prose.isEnumeration(at: index): _ = brackets.popLast()
        case "«" where prose.opensWithLeftGuillemets:
          let isTakenUp = index == 0 && !guillemets.isEmpty
          if !isTakenUp { guillemets.append(sign) }
        case "»" where prose.opensWithLeftGuillemets:
          _ = guillemets.popLast()
          // Two that end together are closed by one sign (Lexique de l'Imprimerie nationale).
          guard prose.endsSentence(after: index) else { continue }
          while guillemets.last?.paragraph == paragraph { guillemets.removeLast() }
        default: break
        }
      }
    }
    return (brackets.map { ("(", ")", $0) } + guillemets.map { ("«", "»", $0) }).map {
      .signUnclosed($0, closing: $1, file: self[$2.paragraph].file, range: $2.place..<$2.end)
    }
  }
}

private struct OpenSign {
  var paragraph: Int
  var place: SourceLocation
  var end: SourceLocation
}

extension Prose {
  fileprivate func isSmiley(at index: Int) -> Bool {
    index > 0 && ":;".unicodeScalars.contains(letters[index - 1].scalar)
  }

  /// Not »so«, nor »så».
  fileprivate var opensWithLeftGuillemets: Bool {
    !Self.reversesGuillemets.contains(primaryLanguage)
  }

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
  fileprivate static func signUnclosed(
    _ sign: String, closing: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "sign-unclosed", file: file, range: range,
      Wording(
        en: "the \(sign) opened here is not closed",
        fr: "le signe \(sign) ouvert ici n’est pas fermé"),
      hints: [
        Wording(en: "write \(closing) where it ends", fr: "écrivez \(closing) là où cela finit")
      ])
  }
}
