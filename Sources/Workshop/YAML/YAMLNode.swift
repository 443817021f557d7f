internal import Diagnostics
internal import Geometry
internal import Yams

/// A value of a YAML text, read as what it should be; what it is instead is reported at its place.
struct YAMLNode {
  let node: Node
  let source: YAMLText

  var range: SourceRange {
    guard let scalar = node.scalar else { return source.range(node.mark, columns: 1) }
    let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
    return source.range(scalar.mark, columns: scalar.string.unicodeScalars.count + quotes)
  }

  /// Nil for what is written on the command line, where the option's name says it all.
  var place: SourceRange? { source.hasLines ? range : nil }

  var isMapping: Bool {
    guard case .mapping = node else { return false }
    return true
  }

  /// Written, but with nothing after the colon.
  var isEmpty: Bool {
    guard let scalar = node.scalar else { return false }
    return scalar.string.isEmpty && scalar.style == .plain
  }

  func isWord(_ word: String) -> Bool { node.scalar?.string == word }

  /// A text as it is written: `no` and `2026` are texts too.
  func text(reporting diagnostics: inout [Diagnostic]) -> String? {
    guard let scalar = node.scalar, !isEmpty else {
      return report(Wording(en: "a text", fr: "un texte"), &diagnostics)
    }
    // Folded and literal texts end with a line end that no one meant.
    var text = scalar.string
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// A list of texts; one text alone is a list of one.
  func texts(reporting diagnostics: inout [Diagnostic]) -> [String] {
    if isEmpty { return [] }
    guard case .sequence(let items) = node else {
      return text(reporting: &diagnostics).map { [$0] } ?? []
    }
    return items.compactMap {
      YAMLNode(node: $0, source: source).text(reporting: &diagnostics)
    }
  }

  /// The items of a list; a value alone is a list of one.
  var items: [YAMLNode] {
    guard case .sequence(let items) = node else { return isEmpty ? [] : [self] }
    return items.map { YAMLNode(node: $0, source: source) }
  }

  /// One of some words, each with what it means.
  func choice<Value>(
    of choices: [(word: String, value: Value)], reporting diagnostics: inout [Diagnostic]
  ) -> Value? {
    guard let word = node.scalar?.string,
      let choice = choices.first(where: { $0.word.lowercased() == word.lowercased() })
    else {
      let words = choices.map(\.word)
      let list = words.joined(separator: ", ")
      return report(
        Wording(en: "one of \(list)", fr: "l’un de \(list)"), &diagnostics,
        nearest: NearestWord(to: node.scalar?.string ?? "", among: words))
    }
    return choice.value
  }

  /// A whole number within bounds.
  func number(
    in bounds: ClosedRange<Int>, reporting diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let number = node.scalar.flatMap({ Int($0.string) }), bounds.contains(number) else {
      let (least, most) = (bounds.lowerBound, bounds.upperBound)
      return report(
        Wording(
          en: "a whole number from \(least) to \(most)",
          fr: "un nombre entier de \(least) à \(most)"), &diagnostics)
    }
    return number
  }

  /// A number and a unit, such as `18 mm`, `1.5 cm` or `9,5 pt`.
  func length(reporting diagnostics: inout [Diagnostic]) -> Length? {
    guard let length = node.scalar.flatMap({ Length(written: $0.string) }) else {
      return report(
        Wording(
          en: "a length with its unit, such as 18 mm, 1.5 cm or 9.5 pt",
          fr: "une longueur avec son unité, comme 18 mm, 1.5 cm ou 9.5 pt"), &diagnostics)
    }
    return length
  }

  func date(reporting diagnostics: inout [Diagnostic]) -> BookDate? {
    guard let date = node.scalar.flatMap({ BookDate(iso8601: $0.string) }) else {
      return report(
        Wording(
          en: "a date written year-month-day, such as 2026-11-24",
          fr: "une date écrite année-mois-jour, comme 2026-11-24"), &diagnostics)
    }
    return date
  }

  /// What `keys` does not name is reported.
  func mapping(
    of keys: [String], reporting diagnostics: inout [Diagnostic]
  ) -> YAMLMapping? {
    guard let mapping = mapping(reporting: &diagnostics) else { return nil }
    for entry in mapping.entries where !keys.contains(entry.key) {
      diagnostics.append(
        .unknownKey(
          entry.key, at: source.hasLines ? entry.keyRange : nil, in: source, known: keys))
    }
    return mapping
  }

  /// A mapping with whatever keys its author chose.
  func mapping(reporting diagnostics: inout [Diagnostic]) -> YAMLMapping? {
    if isEmpty { return YAMLMapping(entries: [], node: self) }
    guard case .mapping(let pairs) = node else {
      return report(
        Wording(
          en: "a group of keys with their values, one to a line and indented,",
          fr: "un groupe de clés et de valeurs, une par ligne et en retrait"), &diagnostics)
    }
    var entries: [YAMLMapping.Entry] = []
    for (key, value) in pairs {
      let keyNode = YAMLNode(node: key, source: source)
      guard let name = keyNode.text(reporting: &diagnostics) else { continue }
      entries.append(
        YAMLMapping.Entry(
          key: name, keyRange: keyNode.range, value: YAMLNode(node: value, source: source)))
    }
    return YAMLMapping(entries: entries, node: self)
  }

  func report<Value>(
    _ expected: Wording, _ diagnostics: inout [Diagnostic], nearest: NearestWord? = nil
  ) -> Value? {
    diagnostics.append(
      Diagnostic(
        .error, "value-unexpected", file: source.file, range: place,
        Wording(
          en: "\(expected.english) is wanted here", fr: "il faut ici \(expected.french)"),
        hints: nearest?.hint.map { [$0] } ?? []))
    return nil
  }
}

/// The keys of a mapping in the order in which they are written.
struct YAMLMapping {
  struct Entry {
    var key: String
    var keyRange: SourceRange
    var value: YAMLNode
  }

  var entries: [Entry]
  var node: YAMLNode

  /// Nil where the key is absent, or has nothing after its colon.
  subscript(key: String) -> YAMLNode? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isEmpty else {
      return nil
    }
    return value
  }

  /// Keys with nothing after their colons, which say nothing.
  ///
  /// - Parameter keys: nil for all.
  func checkWritten(_ keys: [String]? = nil, reporting diagnostics: inout [Diagnostic]) {
    for entry in entries where entry.value.isEmpty && keys?.contains(entry.key) != false {
      diagnostics.append(.emptyKey(entry.key, at: entry.keyRange, in: node.source))
    }
  }

  func required(_ key: String, reporting diagnostics: inout [Diagnostic]) -> YAMLNode? {
    if let value = self[key] { return value }
    let place = entries.first { $0.key == key }?.keyRange ?? node.range
    diagnostics.append(.missingKey(key, at: place, in: node.source))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownKey(
    _ key: String, at range: SourceRange?, in source: YAMLText, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "key-unknown", file: source.file, range: range,
      Wording(en: "no key is called “\(key)” here", fr: "aucune clé ne s’appelle « \(key) » ici"),
      hints: [
        NearestWord(to: key, among: known).hint
          ?? Wording(en: "the keys here are \(list)", fr: "les clés sont ici \(list)")
      ])
  }

  fileprivate static func emptyKey(
    _ key: String, at range: SourceRange, in source: YAMLText
  ) -> Diagnostic {
    Diagnostic(
      .warning, "key-empty", file: source.file, range: range,
      Wording(
        en: "“\(key)” has nothing after its colon, so it changes nothing",
        fr: "« \(key) » n’a rien après ses deux-points, donc ne change rien"),
      hints: [
        Wording(
          en: "write what it should be, or take the line away",
          fr: "écrivez ce qu’il faut, ou retirez la ligne")
      ])
  }

  fileprivate static func missingKey(
    _ key: String, at range: SourceRange, in source: YAMLText
  ) -> Diagnostic {
    Diagnostic(
      .error, "key-missing", file: source.file, range: range,
      Wording(en: "“\(key)” is missing here", fr: "il manque ici « \(key) »"),
      hints: [
        Wording(en: "add a line \(key): …", fr: "ajoutez une ligne \(key): …")
      ])
  }
}
