internal import Diagnostics
package import Markdown

/// What of a passage is the same in every language.
struct Signs {
  enum Kind: CaseIterable { case values, links, notes, pictures, digits }

  private var signs: [Kind: [String]] = [:]
  /// Of its numbers, those that are names of months: 11月.
  private(set) var months: [String] = []

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
        if let sign = inline.sign { signs[sign.kind, default: []].append(sign.word) }
        switch inline {
        case .link(let link) where link.isAutolink: continue
        case .text(let words): text += words.value
        case .softBreak, .hardBreak: text += " "
        default: break
        }
        collect(inline.children)
      }
    }
    for block in chapter.blocks { collect(block.inlines) }
    (signs[.digits], months) = numbers(in: text)
  }
}

extension Inline {
  fileprivate var sign: (kind: Signs.Kind, word: String)? {
    switch self {
    case .value(let call): (.values, call.name)
    case .link(let link): (.links, link.destination)
    case .noteCall(let call): (.notes, call.label)
    case .image(let image): (.pictures, image.source)
    case .text, .code, .emphasis, .strong, .span, .softBreak, .hardBreak: nil
    }
  }
}

/// Where a chapter's values, links, notes and pictures stand, so that a finding points at one of them and
/// not at the start of its passage.
package struct SignPlaces {
  private var places: [(kind: Signs.Kind, word: String, range: SourceRange)] = []

  /// Of no chapter.
  package init() {}

  package init(of chapter: Chapter) {
    chapter.visit(inline: { inline in
      if let sign = inline.sign { places.append((sign.kind, sign.word, inline.range)) }
    })
  }

  func place(of word: String, _ kind: Signs.Kind, within range: SourceRange) -> SourceRange? {
    places.first {
      $0.kind == kind && $0.word == word && range.encloses($0.range)
    }?.range
  }
}

/// Numbers, however a language parts their thousands and decimals: "10 000", "10,000" and "10.000" are
/// one; and those of them that are months.
private func numbers(in text: String) -> (all: [String], months: [String]) {
  let scalars = Array(text.unicodeScalars)
  var numbers: [String] = []
  var months: [String] = []
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
    if at < scalars.count, scalars[at] == "月" { months.append(number) }
  }
  return (numbers, months)
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
  func subtractingCounts(_ others: [String]) -> [String] {
    var counts = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
    return filter { element in
      guard let count = counts[element], count > 0 else { return true }
      counts[element] = count - 1
      return false
    }
  }
}

extension Signs.Kind {
  var words: (english: String, french: String, code: String) {
    switch self {
    case .values: ("the values {{ … }}", "les valeurs {{ … }}", "translation-values")
    case .links: ("the links", "les liens", "translation-links")
    case .notes: ("the footnotes", "les appels de note", "translation-notes")
    case .pictures: ("the pictures", "les images", "translation-pictures")
    case .digits: ("the numbers", "les nombres", "translation-digits")
    }
  }
}
