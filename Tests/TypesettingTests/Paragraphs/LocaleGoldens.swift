import Testing

@testable import Typesetting

/// What every language that comes with the tool prints, on one page to be read.
@Suite("Words of languages") struct LocaleGoldens {
  @Test func theyAreThese() {
    let text = BookLanguage.known.map(\.inWords).joined(separator: "\n")
    expectGolden(text, "languages")
  }
}

extension BookLanguage {
  fileprivate var inWords: String {
    let kinds = ["note", "warning", "example", "letter", "steps", "qr"]
    let marks = (quotation.levels + [quotation.single]).map { "\($0.open)\($0.close)" }
    let signs = ";:!?%€°»›”“‘«‹„‚¿¡".unicodeScalars.map { sign in
      "\(spacing.before(sign)?.shown ?? "")\(sign)\(spacing.after(sign)?.shown ?? "")"
    }
    let rules: [String] = [
      groupsDigits ? "groups digits" : "", raisesOrdinals ? "raises ordinals" : "",
      quotation.variesGuillemets ? "varies guillemets" : "", "dash \(dash)",
      hyphenation.map { "hyphen \($0.before)-\($0.after)" } ?? "no hyphens",
    ]
    let days = (1...12).map { month in
      digits.written(dates.day(month == 6 ? 1 : 24, month: month, year: 2026))
    }
    let chapter = Labels.numbered(labels.chapter, digits.written(3))
    let page = Labels.numbered(labels.page, digits.written(12))
    let numbers = (1...3).map { numerals(atDepth: $0).label(2, digits: digits) }
    let parts: [String] = [
      apparatus.figure, apparatus.table, apparatus.figureCaption, apparatus.tableCaption,
      apparatus.notes, apparatus.see, apparatus.seeAlso, apparatus.code,
    ]
    var lines = ["\(tag), \(direction == .leftToRight ? "left to right" : "right to left")"]
    let rows: [[String]] = [
      [labels.contents, labels.asOf, labels.colophon, chapter, page],
      kinds.map { labels.callouts[$0] ?? "" }, parts, days,
      ["\(labels.openQuote)…\(labels.closeQuote)\(labels.comma)\(page)"]
        + sorting.alphabet.map { letters in String(letters.map(Character.init)) }.joinedWords
        + sorting.articles,
      ["\(labels.openQuote)…\(labels.closeQuote)"] + marks, [signs.joined(separator: " ")], numbers,
      [rules.filter { !$0.isEmpty }.joined(separator: ", ")],
    ]
    lines += rows.map { "  " + $0.joined(separator: " | ") }
    return lines.map { $0.replacing("\u{A0}", with: "⍽").replacing("\u{202F}", with: "⋅") + "\n" }
      .joined()
  }
}

extension [String] {
  fileprivate var joinedWords: [String] { isEmpty ? [] : [joined(separator: " ")] }
}

extension PunctuationSpacing.Space {
  fileprivate var shown: String {
    switch self {
    case .nothing: "×"
    case .thin: "⋅"
    case .word: "⍽"
    case .guillemet: "◦"
    }
  }
}
