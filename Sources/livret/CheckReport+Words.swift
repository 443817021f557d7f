internal import Diagnostics
internal import Workshop

extension CheckReport {
  /// What was mended, what was found, and how much of it needs no writer.
  var summary: Wording {
    var english = mends.map { $0.wording.english }
    var french = mends.map { $0.wording.french }
    if diagnostics.isEmpty {
      english.append("nothing to mend")
      french.append("rien à reprendre")
    } else {
      english.append(found.english)
      french.append(found.french)
    }
    return Wording(en: english.joined(separator: "\n"), fr: french.joined(separator: "\n"))
  }

  private var found: Wording {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var (english, french) = (
      "\(counted(errors, "error")), \(counted(warnings, "warning"))",
      "\(compte(errors, "erreur")), \(compte(warnings, "avertissement"))"
    )
    let mendable = diagnostics.count { !$0.fix.isEmpty }
    if mendable > 0 {
      english += "; livret check --fix mends \(mendable) of them"
      french += " ; livret check --fix en corrige \(mendable)"
    }
    return Wording(en: english, fr: french)
  }
}

extension Mend {
  /// `content/fr/01.md:3:7: mended: “de de” → “de” [word-twice]`
  fileprivate var wording: Wording {
    let start = diagnostic.range?.lowerBound ?? .start
    let place = "\(diagnostic.file):\(start.line):\(start.column)"
    let (before, after) = (before.onOneLine, after.onOneLine)
    let code = diagnostic.code
    return after.isEmpty
      ? Wording(
        en: "\(place): mended: “\(before)” taken away [\(code)]",
        fr: "\(place): corrigé : « \(before) » retiré [\(code)]")
      : Wording(
        en: "\(place): mended: “\(before)” → “\(after)” [\(code)]",
        fr: "\(place): corrigé : « \(before) » → « \(after) » [\(code)]")
  }
}

extension String {
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
