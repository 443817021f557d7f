internal import Diagnostics
internal import Workshop

extension BuildReport {
  /// A few lines: what was made, how much paper it takes, and what was found.
  var summary: Wording {
    summary(
      headed: Wording(en: counted(pageCount, "page"), fr: compte(pageCount, "page")),
      showsAll: true)
  }

  /// The same of PNGs, which a book has many of.
  var proofSummary: Wording {
    summary(
      headed: Wording(en: "\(products.count) PNG", fr: "\(products.count) PNG"), showsAll: false)
  }

  private func summary(headed heading: Wording, showsAll: Bool) -> Wording {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    var english = rows(showsAll) { "  \($0.path)  \($0.size.english)" }
    var french = rows(showsAll) { "  \($0.path)  \($0.size.french)" }
    if products.isEmpty {
      english.append("nothing written")
      french.append("rien n’a été écrit")
    } else {
      if showsAll {
        english = booklets.map(\.line.english) + english
        french = booklets.map(\.line.french) + french
      }
      if let fitting {
        english.insert(fitting.wording.english, at: 0)
        french.insert(fitting.wording.french, at: 0)
      }
      english.insert(heading.english, at: 0)
      french.insert(heading.french, at: 0)
    }
    if let waiting {
      english.append(waiting.wording.english)
      french.append(waiting.wording.french)
    }
    if errors + warnings > 0 {
      english.append("\(counted(errors, "error")), \(counted(warnings, "warning"))")
      french.append("\(compte(errors, "erreur")), \(compte(warnings, "avertissement"))")
    }
    return Wording(
      en: english.joined(separator: "\n"), fr: french.joined(separator: "\n"))
  }

  /// One for each product; of many, the first and the last.
  private func rows(_ showsAll: Bool, _ row: (Product) -> String) -> [String] {
    guard !showsAll, products.count > 6, let first = products.first, let last = products.last else {
      return products.map(row)
    }
    return [row(first), "  …", row(last)]
  }

  /// A name, a number and a unit to a line, with tabs between, for `make bench`.
  var timingRows: String {
    timings.map { lap in
      let hundredths = Int((lap.value * 100).rounded())
      let decimals = String(hundredths % 100 + 100).dropFirst()
      return "\(lap.name)\t\(hundredths / 100).\(decimals)\t\(lap.unit)\n"
    }.joined()
  }
}

extension TranslationQueue {
  /// "3 passages wait: stale 2, missing 1 (livret translate status en)"
  fileprivate var wording: Wording {
    let kinds: [(Wording, Int)] = [
      (Wording(en: "stale", fr: "en retard"), stale),
      (Wording(en: "missing", fr: "à traduire"), missing),
      (Wording(en: "unconfirmed", fr: "à confirmer"), unconfirmed),
    ]
    let named = kinds.filter { $0.1 > 0 }
    let (english, french) = (
      named.map { "\($0.0.english) \($0.1)" }.joined(separator: ", "),
      named.map { "\($0.0.french) \($0.1)" }.joined(separator: ", ")
    )
    let count = stale + missing + unconfirmed
    return Wording(
      en: """
          \(counted(count, "passage")) \(count == 1 ? "waits" : "wait"): \(english) \
        (livret translate status \(language))
        """,
      fr: """
          \(compte(count, "passage")) \(count < 2 ? "attend" : "attendent") : \(french) \
        (livret translate status \(language))
        """)
  }
}

extension Product {
  /// As people write it: "84 kB".
  var size: Wording { Wording(en: size("kB", "."), fr: size("ko", ",")) }

  private func size(_ unit: String, _ point: String) -> String {
    let tenths = (bytes.count + 50) / 100
    return tenths < 100
      ? "\(tenths / 10)\(point)\(tenths % 10) \(unit)" : "\((tenths + 5) / 10) \(unit)"
  }
}

/// "0 pages", "1 page", "32 pages".
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The same in French, where none is singular: "0 page".
func compte(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number < 2 ? "" : "s")"
}

extension Stage {
  var wording: Wording {
    switch self {
    case .parse: Wording(en: "reading the chapters …", fr: "lecture des chapitres…")
    case .check: Wording(en: "checking …", fr: "vérification…")
    case .fonts: Wording(en: "opening the fonts …", fr: "ouverture des polices…")
    case .shape, .breaking: Wording(en: "setting the pages …", fr: "composition des pages…")
    case .drawReading: Wording(en: "drawing the pages …", fr: "dessin des pages…")
    case .drawBooklet: Wording(en: "drawing the sheets …", fr: "dessin des feuilles…")
    case .drawProofs: Wording(en: "drawing the PNGs …", fr: "dessin des PNG…")
    case .write: Wording(en: "writing …", fr: "écriture…")
    }
  }
}
