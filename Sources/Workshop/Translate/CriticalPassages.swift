internal import Diagnostics
internal import Localization

/// Passages of one section, one after the other, about which the same is to be said.
private struct CriticalRun {
  var freshness: PassageState.Freshness
  var states: [PassageState]

  var section: Passage.Place? { states[0].source?.place }
}

extension Translation {
  /// A deadline or an address that has changed must not be handed out as it was, nor one that nobody has
  /// confirmed; and one that is new in the source must not be left out.
  func findCriticalPassages(reporting diagnostics: inout [Diagnostic]) {
    var runs: [CriticalRun] = []
    for state in state.passages where state.source?.isCritical == true && !state.isSettled {
      if let last = runs.last, last.freshness == state.freshness,
        last.section == state.source?.place
      {
        runs[runs.count - 1].states.append(state)
      } else {
        runs.append(CriticalRun(freshness: state.freshness, states: [state]))
      }
    }
    for run in runs { say(run, reporting: &diagnostics) }
  }

  private func say(_ run: CriticalRun, reporting diagnostics: inout [Diagnostic]) {
    let (first, last) = (run.states[0], run.states[run.states.count - 1])
    switch run.freshness {
    case .stale:
      for state in run.states {
        guard let range = state.translation?.range else { continue }
        diagnostics.append(.criticalStale(file: file(of: state), range: range))
      }
    case .unconfirmed:
      guard let start = first.translation?.range, let end = last.translation?.range else { return }
      diagnostics.append(
        .criticalUnconfirmed(run.states.count, file: file(of: first), start, to: end))
    case .missing:
      guard let source = sourceFile(of: first), let range = first.source?.range else { return }
      diagnostics.append(
        .criticalMissing(
          run.states.count, language: language, file: source, range, from: file(of: first)))
    case .fresh, .orphan, .local: break
    }
  }
}

extension Diagnostic {
  fileprivate static func criticalStale(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "critical-stale", file: file, range: range,
      Wording(
        en: "the source of this critical passage has changed since it was translated",
        fr: "la source de ce passage critique a changé depuis sa traduction"),
      hints: [
        Wording(
          en: "livret translate diff shows the change; mend it here, then livret translate confirm",
          fr:
            "livret translate diff montre le changement ; corrigez ici, puis livret translate confirm"
        )
      ])
  }

  fileprivate static func criticalUnconfirmed(
    _ count: Int, file: String, _ start: SourceRange, to end: SourceRange
  ) -> Diagnostic {
    let (first, last) = (start.lowerBound.line, max(start, end).upperBound.line)
    let lines = first >= last ? "\(first)" : "\(first)-\(last)"
    return Diagnostic(
      .warning, "critical-unconfirmed", file: file, range: start,
      Wording(
        en: count == 1
          ? "nobody has confirmed this critical passage"
          : "nobody has confirmed \(count) critical passages from here on",
        fr: count == 1
          ? "personne n’a confirmé ce passage critique"
          : "personne n’a confirmé \(count) passages critiques à partir d’ici"),
      hints: [
        Wording(
          en: "compare with the source, then livret translate confirm \(file):\(lines)",
          fr: "comparez avec la source, puis livret translate confirm \(file):\(lines)")
      ])
  }

  fileprivate static func criticalMissing(
    _ count: Int, language: String, file: String, _ range: SourceRange, from translation: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "critical-missing", file: file, range: range,
      Wording(
        en: count == 1
          ? "the translation “\(language)” lacks this critical passage"
          : "the translation “\(language)” lacks \(count) critical passages from here on",
        fr: count == 1
          ? "la traduction « \(language) » n’a pas ce passage critique"
          : "la traduction « \(language) » n’a pas \(count) passages critiques à partir d’ici"),
      hints: [
        Wording(
          en: "translate it in \(translation); livret translate diff \(language) shows where",
          fr: "traduisez-le dans \(translation) ; livret translate diff \(language) montre où")
      ])
  }
}

private func max(_ a: SourceRange, _ b: SourceRange) -> SourceRange {
  a.upperBound < b.upperBound ? b : a
}
