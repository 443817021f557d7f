internal import ArgumentParser
internal import Diagnostics
internal import Workshop

/// How findings are written on standard output. A new one is a case and a line below.
enum FindingsFormat: String, ExpressibleByArgument, CaseIterable {
  /// With the line of the source, what is meant underlined, and what to do.
  case human
  /// A finding to a line.
  case short
  case json

  func text(
    of report: CheckReport, in language: InterfaceLanguage, on screen: Screen
  ) -> String {
    switch self {
    case .human:
      report.diagnostics.map { human($0, of: report, in: language, on: screen) }.joined()
    case .short:
      report.diagnostics.map { screen.shown($0.line(in: language)) + "\n" }.joined()
    case .json: report.diagnostics.json
    }
  }

  private func human(
    _ diagnostic: Diagnostic, of report: CheckReport, in language: InterfaceLanguage,
    on screen: Screen
  ) -> String {
    var lines = [screen.shown(diagnostic.line(in: language), severity: diagnostic.severity)]
    if let line = report.line(of: diagnostic), let range = diagnostic.range {
      let excerpt = Excerpt(of: line, range, width: screen.width)
      lines.append(excerpt.text { screen.painted($0, for: diagnostic.severity) })
    }
    lines += diagnostic.remarks(in: language).map { screen.shown($0) }
    return lines.joined(separator: "\n") + "\n"
  }
}
