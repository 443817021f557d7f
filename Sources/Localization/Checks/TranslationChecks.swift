package import Diagnostics
internal import Markdown

extension PassageState {
  /// What a translated passage has that its source has not, or the other way round, where languages do
  /// not differ: identifiers, values, links, notes, pictures and digits. What is stale is held against the
  /// words it was confirmed with, for the source's new ones will come with the new translation.
  ///
  /// - Parameters:
  ///   - file: of the translation.
  ///   - quotes: the quotation marks of its language; empty where nobody knows.
  package func check(
    in file: String, quotes: Set<Unicode.Scalar> = [], reporting diagnostics: inout [Diagnostic]
  ) {
    guard let translation, freshness != .local, freshness != .orphan,
      let original = freshness == .stale ? confirmedSource : source?.text
    else { return }
    let (theirs, ours) = (Signs(of: original), Signs(of: translation.text))
    for kind in Signs.Kind.allCases {
      let lacking = theirs[kind].subtractingCounts(ours[kind])
      let extra = ours[kind].subtractingCounts(theirs[kind])
      guard !lacking.isEmpty || !extra.isEmpty else { continue }
      diagnostics.append(
        .translationDiffers(
          kind, lacking: lacking, extra: extra, file: file, range: translation.range))
    }
    if let id = source?.id, id != translation.id, freshness != .stale {
      diagnostics.append(.translationID(id, file: file, range: translation.range))
    }
    checkQuotes(quotes, file: file, reporting: &diagnostics)
    checkLength(against: original, file: file, reporting: &diagnostics)
  }

  /// Marks of another language: a French guillemet left in English. Straight marks are the typesetter's.
  private func checkQuotes(
    _ quotes: Set<Unicode.Scalar>, file: String, reporting diagnostics: inout [Diagnostic]
  ) {
    guard let translation, !quotes.isEmpty else { return }
    let foreign = translation.text.unicodeScalars.first {
      "«»“”„‹›".unicodeScalars.contains($0) && !quotes.contains($0)
    }
    guard let foreign else { return }
    diagnostics.append(
      .translationQuotes(foreign, own: quotes, file: file, range: translation.range))
  }

  /// Headings have little room, and a passage of half or of three times the length lost or gained more
  /// than a language does.
  private func checkLength(
    against original: String, file: String, reporting diagnostics: inout [Diagnostic]
  ) {
    guard let translation else { return }
    let (before, after) = (original.count, translation.text.count)
    guard before >= 80 || translation.kind == .heading && before >= 12 else { return }
    let most = translation.kind == .heading ? 1.7 : 2.2
    guard Double(after) > most * Double(before) || Double(after) < 0.4 * Double(before) else {
      return
    }
    diagnostics.append(
      .translationLength(after, source: before, file: file, range: translation.range))
  }
}

/// What of a passage is the same in every language.
struct Signs {
  enum Kind: CaseIterable { case values, links, notes, pictures, digits }

  private var signs: [Kind: [String]] = [:]

  subscript(kind: Kind) -> [String] { signs[kind] ?? [] }

  init(of markdown: String) {
    var ignored: [Diagnostic] = []
    // Notes have to be defined to be called.
    let labels = Set(markdown.matches(of: /\[\^([^\]\s]+)\]/).map { String($0.1) })
    let notes = labels.sorted().map { "\n\n[^\($0)]: x" }.joined()
    let chapter = Chapter(parsing: markdown + notes, file: "", reporting: &ignored)
    var text = ""
    func collect(_ inlines: [Inline]) {
      for inline in inlines {
        switch inline {
        case .value(let call): signs[.values, default: []].append(call.name)
        case .link(let link):
          signs[.links, default: []].append(link.destination)
          if link.isAutolink { continue }
        case .noteCall(let call): signs[.notes, default: []].append(call.label)
        case .image(let image): signs[.pictures, default: []].append(image.source)
        case .text(let words): text += words.value
        case .softBreak, .hardBreak: text += " "
        case .code, .emphasis, .strong, .span: break
        }
        collect(inline.children)
      }
    }
    for block in chapter.blocks { collect(block.inlines) }
    signs[.digits] = numbers(in: text)
  }
}

/// Numbers, however a language parts their thousands and decimals: "10 000", "10,000" and "10.000" are one.
private func numbers(in text: String) -> [String] {
  let scalars = Array(text.unicodeScalars)
  var numbers: [String] = []
  var at = 0
  while at < scalars.count {
    guard let digit = scalars[at].digit else {
      at += 1
      continue
    }
    var number = String(digit)
    at += 1
    while at < scalars.count {
      if let digit = scalars[at].digit {
        number += String(digit)
        at += 1
      } else if isSeparator(scalars[at]), at + 3 < scalars.count,
        scalars[(at + 1)...(at + 3)].allSatisfy({ $0.digit != nil }),
        at + 4 == scalars.count || scalars[at + 4].digit == nil
      {
        at += 1
      } else {
        break
      }
    }
    numbers.append(number)
  }
  return numbers
}

private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
  " \u{A0}\u{202F}\u{2009}.,'’\u{66C}".unicodeScalars.contains(scalar)
}

extension Unicode.Scalar {
  /// Of a decimal digit of any script.
  fileprivate var digit: Int? {
    properties.generalCategory == .decimalNumber ? properties.numericValue.map { Int($0) } : nil
  }
}

extension [String] {
  /// What is left when each of the others takes away one like it.
  fileprivate func subtractingCounts(_ others: [String]) -> [String] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return filter { element in
      guard let count = counts[element], count > 0 else { return true }
      counts[element] = count - 1
      return false
    }
  }
}

extension Diagnostic {
  fileprivate static func translationDiffers(
    _ kind: Signs.Kind, lacking: [String], extra: [String], file: String, range: SourceRange
  ) -> Diagnostic {
    let (english, french, code) = kind.words
    func list(_ signs: [String]) -> String { signs.joined(separator: ", ") }
    var hints: [Wording] = []
    if !lacking.isEmpty {
      hints.append(
        Wording(
          en: "only the source has: \(list(lacking))", fr: "seule la source a : \(list(lacking))"))
    }
    if !extra.isEmpty {
      hints.append(
        Wording(
          en: "only the translation has: \(list(extra))",
          fr: "seule la traduction a : \(list(extra))"))
    }
    return Diagnostic(
      .warning, code, file: file, range: range,
      Wording(
        en: "\(english) differ from the source’s",
        fr: "\(french) ne sont pas ceux de la source"), hints: hints)
  }

  fileprivate static func translationID(
    _ id: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "translation-ids", file: file, range: range,
      Wording(
        en: "the source calls this “\(id)”", fr: "la source appelle ceci « \(id) »"),
      hints: [
        Wording(
          en: "write {#\(id)} behind it, so that references lead here in every language",
          fr: "écrivez {#\(id)} derrière, pour que les renvois y mènent dans chaque langue")
      ])
  }

  fileprivate static func translationQuotes(
    _ mark: Unicode.Scalar, own: Set<Unicode.Scalar>, file: String, range: SourceRange
  ) -> Diagnostic {
    let list = own.sorted { $0.value < $1.value }.map { String($0) }.joined(separator: " ")
    return Diagnostic(
      .warning, "translation-quotes", file: file, range: range,
      Wording(
        en: "“\(mark)” is a quotation mark of another language",
        fr: "« \(mark) » est un guillemet d’une autre langue"),
      hints: [Wording(en: "this one has \(list)", fr: "celle-ci a \(list)")])
  }

  fileprivate static func translationLength(
    _ length: Int, source: Int, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "translation-length", file: file, range: range,
      Wording(
        en: "this has \(length) characters where the source has \(source)",
        fr: "ceci a \(length) signes là où la source en a \(source)"),
      hints: [
        Wording(
          en: "is anything missing, or added? if not, confirm it",
          fr: "manque-t-il quelque chose, ou y a-t-il un ajout ? sinon, confirmez-le")
      ])
  }
}

extension Signs.Kind {
  fileprivate var words: (english: String, french: String, code: String) {
    switch self {
    case .values: ("the values {{ … }}", "les valeurs {{ … }}", "translation-values")
    case .links: ("the links", "les liens", "translation-links")
    case .notes: ("the footnotes", "les appels de note", "translation-notes")
    case .pictures: ("the pictures", "les images", "translation-pictures")
    case .digits: ("the numbers", "les nombres", "translation-digits")
    }
  }
}
