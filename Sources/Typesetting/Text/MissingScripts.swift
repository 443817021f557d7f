internal import Diagnostics

/// Of findings that some font lacks a letter: to which script the letter belongs. A book in a script
/// without a font says so once, and not on every letter.
struct MissingScripts {
  private var scripts: [Diagnostic: Script] = [:]

  /// With more letters than these, it is no stray word that could be written otherwise.
  private static let mostLetters = 3

  mutating func note(_ scalar: Unicode.Scalar, _ finding: Diagnostic) {
    scripts[finding] = Script(of: scalar)
  }

  /// The findings with those of one script gathered where the first of them stands.
  ///
  /// - Parameter language: the book's.
  func gathered(_ findings: [Diagnostic], language: String) -> [Diagnostic] {
    guard !scripts.isEmpty else { return findings }
    var counts: [Script: Int] = [:]
    for finding in findings { if let script = scripts[finding] { counts[script, default: 0] += 1 } }
    var said: Set<Script> = []
    return findings.compactMap { finding in
      guard let script = scripts[finding], let count = counts[script], count > Self.mostLetters
      else { return finding }
      guard said.insert(script).inserted else { return nil }
      return .scriptMissing(script, file: finding.file, range: finding.range, language: language)
    }
  }
}

extension Diagnostic {
  fileprivate static func scriptMissing(
    _ script: Script, file: String, range: SourceRange?, language: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "script-missing", file: file, range: range,
      Wording(
        en: "no font of the book has \(script.english), here and elsewhere",
        fr: "aucune police du livre n’a \(script.french), ici et ailleurs"),
      hints: [
        Wording(
          en:
            "put one into fonts/ and, for a language written so, name it in content/livret.yml below languages: \(language): type: text:",
          fr:
            "mettez-en une dans fonts/ et, pour une langue qui s’écrit ainsi, nommez-la dans content/livret.yml sous languages: \(language): type: text:"
        )
      ])
  }
}
