internal import Diagnostics
internal import Typesetting
internal import Workshop

extension BookQuality {
  /// A table of counts, then what is worth looking at, a finding to a line.
  func text(in language: InterfaceLanguage) -> String {
    let words = Words(language)
    var rows = [words.heading(report.pageCount, report.lineCount), ""]
    let figures = report.rows(words)
    let width = figures.map(\.name.count).max() ?? 0
    for row in figures {
      let name = row.name + String(repeating: " ", count: width - row.name.count)
      let count = words.number(row.count)
      let padding = String(repeating: " ", count: max(0, 7 - count.count))
      rows.append("  \(name)\(padding)\(count)\(row.remark.isEmpty ? "" : "   \(row.remark)")")
    }
    rows += ["", words("fonts", "polices")] + fontFiles.map { "  \($0)" }
    // Lines that are a little loose are counted, not shown: there are many.
    let shown = report.findings.filter { $0.kind != .loose }
    if !shown.isEmpty { rows.append("") }
    rows += shown.map { $0.line(words) }
    return rows.map { $0 + "\n" }.joined()
  }
}

extension QualityReport {
  fileprivate struct Row {
    var name: String
    var count: Int
    var remark = ""
  }

  fileprivate func rows(_ words: Words) -> [Row] {
    func row(_ kind: Kind, indent: String = "", _ remark: String = "") -> Row {
      Row(name: indent + words.plural(kind), count: count(of: kind), remark: remark)
    }
    let most = words(
      "\(words.decimal(hyphensPerPage)) a page, \(mostHyphens) at most (page \(pageOfMostHyphens))",
      "\(words.decimal(hyphensPerPage)) par page, \(mostHyphens) au plus (page \(pageOfMostHyphens))"
    )
    return [
      Row(name: words("justified lines", "lignes justifiées"), count: justifiedCount),
      row(.loose, indent: "  ", words.percent(share(of: .loose))),
      row(.veryLoose, indent: "  ", words.percent(share(of: .veryLoose))),
      row(.overfull), row(.runt),
      Row(
        name: words("lines with a hyphen", "lignes coupées"), count: hyphenCount,
        remark: hyphenCount > 0 ? most : ""),
      row(
        .ladder, indent: "  ",
        words("longest: \(longestLadder)", "la plus longue : \(longestLadder)")
      ),
      row(.hyphenOverLeaf, indent: "  "),
      row(.widow), row(.orphan), row(.strandedHeading), row(.unlevelSpread), row(.shortPage),
      row(.gapAboveNotes), row(.splitNote), row(.strayNote), row(.blankPage), row(.missingGlyph),
    ]
  }
}

extension QualityReport.Finding {
  /// `content/fr/04.md:42: page 12: very loose line, 1.7: “words of the line”`
  fileprivate func line(_ words: Words) -> String {
    var place = file
    if let start = range?.lowerBound { place += ":\(start.line):\(start.column)" }
    let amount = self.amount.map { ", " + words.amount($0, of: kind) } ?? ""
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let shown = text.count > 50 ? String(text.prefix(49)) + "…" : text
    let quoted = shown.isEmpty ? "" : words(": “\(shown)”", " : « \(shown) »")
    return (place.isEmpty ? "" : place + ": ")
      + "page \(page): \(words.singular(kind))\(amount)\(quoted)"
  }
}

/// The report's words and numbers in the language of its reader.
private struct Words {
  private let isFrench: Bool

  init(_ language: InterfaceLanguage) { isFrench = language == .french }

  func callAsFunction(_ english: String, _ french: String) -> String {
    isFrench ? french : english
  }

  func heading(_ pages: Int, _ lines: Int) -> String {
    self(
      "quality of \(counted(pages, "page")), \(number(lines)) lines",
      "qualité de \(compte(pages, "page")), \(number(lines)) lignes")
  }

  /// "1 532" or "1,532".
  func number(_ number: Int) -> String {
    var digits = Array(String(number))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(isFrench ? "\u{202F}" : ",", at: index)
      index -= 3
    }
    return String(digits)
  }

  func decimal(_ number: Double, places: Int = 1) -> String {
    let written = number.written(places: places)
    return isFrench ? written.replacing(".", with: ",") : written
  }

  func percent(_ share: Double) -> String {
    decimal(share * 100) + (isFrench ? "\u{202F}%" : "%")
  }

  func amount(_ amount: Double, of kind: QualityReport.Kind) -> String {
    switch kind {
    case .overfull, .runt: decimal(amount) + "\u{A0}pt"
    case .loose, .veryLoose: decimal(amount, places: 2)
    default: (amount < 0 ? "−" : "") + decimal(amount.magnitude, places: 0)
    }
  }

  /// As the name of a row.
  func plural(_ kind: QualityReport.Kind) -> String {
    switch kind {
    case .overfull: self("lines too wide", "lignes trop larges")
    case .loose: self("loose, over 1", "lâches, plus de 1")
    case .veryLoose: self("very loose, over 1.5", "très lâches, plus de 1,5")
    case .ladder: self("ladders of more than two", "échelles de plus de deux")
    case .hyphenOverLeaf: self("at the foot of a right-hand page", "au pied d’une page de droite")
    case .runt: self("last lines too short", "dernières lignes trop courtes")
    case .widow: self("widows", "veuves")
    case .orphan: self("orphans", "orphelines")
    case .strandedHeading: self("stranded headings", "titres isolés")
    case .unlevelSpread: self("spreads not level", "doubles pages inégales")
    case .shortPage: self("pages two lines off and more", "pages à deux lignes près et plus")
    case .gapAboveNotes: self("gaps above notes", "vides au-dessus des notes")
    case .splitNote: self("notes split", "notes coupées")
    case .strayNote: self("notes away from their calls", "notes loin de leur appel")
    case .blankPage: self("blank pages", "pages blanches")
    case .missingGlyph: self("missing glyphs", "signes absents des polices")
    }
  }

  /// As one of them.
  func singular(_ kind: QualityReport.Kind) -> String {
    switch kind {
    case .overfull: self("line too wide", "ligne trop large")
    case .loose: self("loose line", "ligne lâche")
    case .veryLoose: self("very loose line", "ligne très lâche")
    case .ladder: self("ladder of hyphens", "échelle de coupures")
    case .hyphenOverLeaf:
      self("word divided over the leaf", "mot coupé au pied d’une page de droite")
    case .runt: self("last line too short", "dernière ligne trop courte")
    case .widow: self("widow", "veuve")
    case .orphan: self("orphan", "orpheline")
    case .strandedHeading: self("stranded heading", "titre isolé")
    case .unlevelSpread: self("spread not level", "double page inégale")
    case .shortPage: self("page of another depth", "page d’une autre hauteur")
    case .gapAboveNotes: self("blank lines above the notes", "lignes vides au-dessus des notes")
    case .splitNote: self("note split", "note coupée")
    case .strayNote: self("note away from its call", "note loin de son appel")
    case .blankPage: self("blank page", "page blanche")
    case .missingGlyph: self("missing glyph", "signe absent des polices")
    }
  }
}
