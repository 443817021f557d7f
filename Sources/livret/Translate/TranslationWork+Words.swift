internal import Diagnostics
internal import Localization
internal import Workshop

extension TranslationWork {
  var isAllFresh: Bool {
    translations.allSatisfy(\.state.isSettled)
  }

  /// A row for each chapter and one for the whole, of each language; what is zero is left out.
  func statusTable(in language: InterfaceLanguage) -> String {
    let head = columns.map { $0.wording.inLanguage(language) }
    var rows: [[String]] = []
    for translation in translations {
      rows.append([translation.language, translation.state.percent] + head)
      for chapter in translation.chapters {
        rows.append(
          ["  \(chapter.name)", ""]
            + counts(of: translation.passages(of: chapter)))
      }
      rows.append(
        [
          Wording(en: "  together", fr: "  ensemble").inLanguage(language), "",
        ] + counts(of: translation.state.passages))
    }
    return aligned(rows)
  }

  private var columns: [PassageState.Freshness] { PassageState.Freshness.allCases }

  private func counts(of passages: [PassageState]) -> [String] {
    columns.map { column in
      let count = passages.count { $0.freshness == column }
      return count == 0 ? "·" : String(count)
    }
  }

  /// The first column to the left, the others to the right.
  private func aligned(_ rows: [[String]]) -> String {
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.map { column in
        let pad = String(repeating: " ", count: widths[column] - row[column].count)
        return column == 0 ? row[column] + pad : pad + row[column]
      }
      return cells.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// Passages that are not fresh, each with its place, hash and words; keys sorted. A key may be added to
  /// version 1, none changes or goes.
  var statusJSON: JSON {
    .object([
      "languages": .array(translations.map(json)),
      "version": .number(1),
    ])
  }

  private func json(_ translation: Translation) -> JSON {
    func counts(_ passages: [PassageState]) -> JSON {
      .object(
        Dictionary(
          uniqueKeysWithValues: columns.map { column in
            (column.rawValue, JSON.number(passages.count { $0.freshness == column }))
          }))
    }
    return .object([
      "chapters": .array(
        translation.chapters.map { chapter in
          .object([
            "counts": counts(translation.passages(of: chapter)), "name": .string(chapter.name),
          ])
        }),
      "counts": counts(translation.state.passages),
      "fresh": .decimal(translation.state.freshPart, places: 4),
      "language": .string(translation.language),
      "waiting": .array(
        waiting(in: translation).map { .object($0.members) }),
    ])
  }
}

extension TranslationState {
  /// Rounded down: 100 % is all of it.
  fileprivate var percent: String { "\(freshPercent) %" }
}

extension PassageState.Freshness {
  var wording: Wording {
    switch self {
    case .fresh: Wording(en: "fresh", fr: "à jour")
    case .stale: Wording(en: "stale", fr: "en retard")
    case .missing: Wording(en: "missing", fr: "manque")
    case .orphan: Wording(en: "orphan", fr: "orphelin")
    case .unconfirmed: Wording(en: "unconfirmed", fr: "à confirmer")
    case .local: Wording(en: "local", fr: "local")
    }
  }
}
