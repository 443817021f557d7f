internal import Diagnostics
internal import Typesetting
internal import Workshop

extension BookQuality {
  /// Counts by kind, and every finding with its page and its place in the source; keys sorted. A key
  /// may be added to version 1, none changes or goes.
  func json(with booklets: [BookletReport]) -> String {
    let counts = QualityReport.Kind.allCases.map {
      ($0.rawValue, JSON.number(report.count(of: $0)))
    }
    return JSON.object([
      "booklets": .array(booklets.map(\.json)),
      "counts": .object(Dictionary(uniqueKeysWithValues: counts)),
      "findings": .array(report.findings.map(\.json)),
      "fonts": .array(fontFiles.map(JSON.string)),
      "hyphens": .object([
        "lines": .number(report.hyphenCount),
        "longest-ladder": .number(report.longestLadder),
        "most-on-a-page": .number(report.mostHyphens),
        "per-page": .decimal(report.hyphensPerPage, places: 2),
      ]),
      "lines": .object([
        "all": .number(report.lineCount),
        "justified": .number(report.justifiedCount),
        "looser-than-1": .decimal(
          report.share(of: .loose) + report.share(of: .veryLoose), places: 4),
        "looser-than-1.5": .decimal(report.share(of: .veryLoose), places: 4),
      ]),
      "pages": .number(report.pageCount),
      "version": .number(1),
    ]).lines
  }
}

extension QualityReport {
  var hyphensPerPage: Double { pageCount > 0 ? Double(hyphenCount) / Double(pageCount) : 0 }
}

extension QualityReport.Finding {
  fileprivate var json: JSON {
    .object([
      "amount": amount.map { .decimal($0, places: 2) } ?? .null,
      "file": file.isEmpty ? .null : .string(file),
      "kind": .string(kind.rawValue),
      "page": .string(page),
      "range": range?.json ?? .null,
      "text": .string(text),
    ])
  }
}
