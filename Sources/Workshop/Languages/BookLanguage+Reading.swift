internal import Diagnostics
internal import Typesetting

extension BookLanguage {
  static let localeKeys = [
    "based-on", "name", "direction", "labels", "callouts", "dates", "quotes", "dash", "emphasis",
    "spaces", "held-words", "groups-digits", "raises-ordinals", "digits", "lists", "ideographs",
    "sorting", "hyphenation",
  ]

  /// What a language's file says; of what it does not say, what its base says.
  ///
  /// - Parameter base: nil for a language that stands on its own: its words must then all be there.
  init?(
    tag: String, reading mapping: YAMLMapping, over base: BookLanguage?,
    reporting diagnostics: inout [Diagnostic]
  ) {
    var found: [Diagnostic] = []
    defer { diagnostics += found }
    self = base ?? .unknown(tag)
    self.tag = tag
    let isWhole = base == nil
    _ = mapping["name"]?.text(reporting: &found)
    mapping["direction"]?.choose(
      of: [("left-to-right", .leftToRight), ("right-to-left", .rightToLeft)], into: &direction,
      reporting: &found)
    if let node = mapping.node(of: "labels", required: isWhole, reporting: &found) {
      node.readLabels(into: &self, all: isWhole, reporting: &found)
    }
    if let node = mapping.node(of: "callouts", required: isWhole, reporting: &found) {
      node.readCallouts(into: &labels.callouts, all: isWhole, reporting: &found)
    }
    if let node = mapping.node(of: "dates", required: isWhole, reporting: &found) {
      node.read(into: &dates, all: isWhole, reporting: &found)
    }
    mapping["quotes"]?.read(into: &quotation, reporting: &found)
    mapping["dash"]?.choose(
      of: [
        ("paired", .paired), ("spaced", .spaced), ("closed", .closed),
        ("closed-inside", .closedInside),
      ], into: &dash, reporting: &found)
    mapping["emphasis"]?.choose(
      of: [("italic", .italic), ("bold", .bold)], into: &emphasis, reporting: &found)
    mapping["spaces"]?.read(into: &spacing, reporting: &found)
    mapping["held-words"]?.read(into: &held, reporting: &found)
    mapping["groups-digits"]?.choose(of: YAMLNode.yesOrNo, into: &groupsDigits, reporting: &found)
    mapping["raises-ordinals"]?.choose(
      of: YAMLNode.yesOrNo, into: &raisesOrdinals, reporting: &found)
    mapping["digits"]?.choose(
      of: [("western", .western), ("arabic", .arabic), ("extended-arabic", .extendedArabic)],
      into: &digits, reporting: &found)
    if let node = mapping["lists"] { lists = node.numerals(reporting: &found) }
    mapping["ideographs"]?.read(into: &ideographs, reporting: &found)
    mapping["sorting"]?.read(into: &sorting, reporting: &found)
    mapping["hyphenation"]?.read(into: &hyphenation, reporting: &found)
    if found.contains(where: { $0.severity == .error }) { return nil }
  }
}

extension YAMLMapping {
  fileprivate func node(
    of key: String, required isRequired: Bool, reporting diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    isRequired ? required(key, reporting: &diagnostics) : self[key]
  }
}

extension YAMLNode {
  fileprivate static let yesOrNo = [("yes", true), ("no", false)]

  fileprivate func choose<Value>(
    of choices: [(word: String, value: Value)], into value: inout Value,
    reporting diagnostics: inout [Diagnostic]
  ) {
    if let chosen = choice(of: choices, reporting: &diagnostics) { value = chosen }
  }

  fileprivate func readLabels(
    into language: inout BookLanguage, all isWhole: Bool, reporting diagnostics: inout [Diagnostic]
  ) {
    let places: [(key: String, place: WritableKeyPath<BookLanguage, String>)] = [
      ("contents", \.labels.contents), ("chapter", \.labels.chapter), ("page", \.labels.page),
      ("figure", \.apparatus.figure), ("table", \.apparatus.table),
      ("figure-caption", \.apparatus.figureCaption), ("table-caption", \.apparatus.tableCaption),
      ("notes", \.apparatus.notes), ("see", \.apparatus.see), ("see-also", \.apparatus.seeAlso),
      ("code", \.apparatus.code), ("as-of", \.labels.asOf), ("colophon", \.labels.colophon),
      ("open-quote", \.labels.openQuote), ("close-quote", \.labels.closeQuote),
    ]
    let mapping = mapping(of: places.map(\.key) + ["comma", "colon"], reporting: &diagnostics)
    if let comma = mapping?["comma"]?.text(reporting: &diagnostics) {
      language.labels.comma = comma
    }
    if let colon = mapping?["colon"]?.text(reporting: &diagnostics) {
      language.labels.colon = colon
    }
    for (key, place) in places {
      let node = mapping?.node(of: key, required: isWhole, reporting: &diagnostics)
      if let text = node?.text(reporting: &diagnostics) { language[keyPath: place] = text }
    }
  }

  fileprivate func readCallouts(
    into callouts: inout [String: String], all isWhole: Bool,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let kinds = ["note", "warning", "example", "letter", "steps", "qr"]
    let mapping = mapping(of: kinds, reporting: &diagnostics)
    for kind in kinds {
      let node = mapping?.node(of: kind, required: isWhole, reporting: &diagnostics)
      if let text = node?.text(reporting: &diagnostics) { callouts[kind] = text }
    }
  }

  fileprivate func read(
    into dates: inout DateWords, all isWhole: Bool, reporting diagnostics: inout [Diagnostic]
  ) {
    guard let mapping = mapping(of: ["pattern", "months", "first"], reporting: &diagnostics)
    else { return }
    let pattern = mapping.node(of: "pattern", required: isWhole, reporting: &diagnostics)
    if let pattern, let text = pattern.text(reporting: &diagnostics) {
      dates.pattern = text
      let isWhole = "DMY".allSatisfy { letter in text.count { $0 == letter } == 1 }
      if !isWhole { diagnostics.append(.datePatternUnfit(text, at: pattern)) }
    }
    if let months = mapping.node(of: "months", required: isWhole, reporting: &diagnostics) {
      dates.months = months.texts(reporting: &diagnostics)
      if dates.months.count != 12 { diagnostics.append(.monthsMiscounted(at: months)) }
    }
    if let first = mapping["first"] { dates.first = first.text(reporting: &diagnostics) }
  }

  /// "« »": what opens and what closes.
  private func marks(reporting diagnostics: inout [Diagnostic]) -> Quotation.Marks? {
    guard let text = text(reporting: &diagnostics) else { return nil }
    let signs = text.split(separator: " ")
    guard signs.count == 2, let open = signs[0].onlyScalar, let close = signs[1].onlyScalar else {
      diagnostics.append(.marksUnpaired(at: self))
      return nil
    }
    return Quotation.Marks(open, close)
  }

  fileprivate func read(
    into quotation: inout Quotation, reporting diagnostics: inout [Diagnostic]
  ) {
    let mapping = mapping(of: ["levels", "single", "vary-guillemets"], reporting: &diagnostics)
    if let levels = mapping?["levels"]?.items.compactMap({ $0.marks(reporting: &diagnostics) }),
      !levels.isEmpty
    {
      quotation.levels = levels
    }
    if let single = mapping?["single"]?.marks(reporting: &diagnostics) { quotation.single = single }
    mapping?["vary-guillemets"]?.choose(
      of: Self.yesOrNo, into: &quotation.variesGuillemets, reporting: &diagnostics)
  }

  /// Each side that is written stands for the whole of its base's.
  fileprivate func read(
    into spacing: inout PunctuationSpacing, reporting diagnostics: inout [Diagnostic]
  ) {
    let mapping = mapping(of: ["before", "after"], reporting: &diagnostics)
    if let before = mapping?["before"] {
      spacing.setBefore(before.spaces(reporting: &diagnostics))
    }
    if let after = mapping?["after"] { spacing.setAfter(after.spaces(reporting: &diagnostics)) }
  }

  private func spaces(
    reporting diagnostics: inout [Diagnostic]
  ) -> [Unicode.Scalar: PunctuationSpacing.Space] {
    let kinds: [(key: String, space: PunctuationSpacing.Space)] = [
      ("none", .nothing), ("thin", .thin), ("word", .word), ("guillemet", .guillemet),
    ]
    let mapping = mapping(of: kinds.map(\.key), reporting: &diagnostics)
    var spaces: [Unicode.Scalar: PunctuationSpacing.Space] = [:]
    for (key, space) in kinds {
      guard let node = mapping?[key], let text = node.text(reporting: &diagnostics) else {
        continue
      }
      for word in text.split(separator: " ") {
        guard let sign = word.onlyScalar else {
          diagnostics.append(.signsUnparted(String(word), at: node))
          continue
        }
        spaces[sign] = space
      }
    }
    return spaces
  }

  fileprivate func read(into held: inout HeldWords, reporting diagnostics: inout [Diagnostic]) {
    let mapping = mapping(of: ["before-words", "before-numbers"], reporting: &diagnostics)
    held = HeldWords(
      beforeWords: mapping?["before-words"]?.texts(reporting: &diagnostics) ?? [],
      beforeNumbers: mapping?["before-numbers"]?.texts(reporting: &diagnostics) ?? [])
  }

  fileprivate func numerals(reporting diagnostics: inout [Diagnostic]) -> [ListNumerals] {
    items.compactMap { item in
      guard let text = item.text(reporting: &diagnostics) else { return nil }
      switch text {
      case "decimal": return .decimal
      case "letters": return .letters
      case "roman": return .roman
      default:
        let signs = text.split(separator: " ").map(String.init)
        // One word alone is a slip for one of those above.
        if signs.count == 1 { diagnostics.append(.numeralsUnknown(text, at: item)) }
        return .signs(signs)
      }
    }
  }

  fileprivate func read(
    into ideographs: inout IdeographicSetting, reporting diagnostics: inout [Diagnostic]
  ) {
    let mapping = mapping(
      of: ["first-line", "left-signs", "centred-signs"], reporting: &diagnostics)
    if let letters = mapping?["first-line"]?.number(in: 0...4, reporting: &diagnostics) {
      ideographs.firstLine = letters
    }
    if let signs = mapping?["left-signs"]?.text(reporting: &diagnostics) {
      ideographs.leftSigns = Set(signs.unicodeScalars)
    }
    if let signs = mapping?["centred-signs"]?.text(reporting: &diagnostics) {
      ideographs.centredSigns = Set(signs.unicodeScalars)
    }
  }

  fileprivate func read(into sorting: inout Sorting, reporting diagnostics: inout [Diagnostic]) {
    let mapping = mapping(
      of: ["alphabet", "articles", "accents-from-the-end"], reporting: &diagnostics)
    if let alphabet = mapping?["alphabet"]?.text(reporting: &diagnostics) {
      sorting.alphabet = alphabet.split(separator: " ").map { Array($0.unicodeScalars) }
    }
    if let articles = mapping?["articles"] {
      sorting.articles = articles.texts(reporting: &diagnostics)
    }
    mapping?["accents-from-the-end"]?.choose(
      of: Self.yesOrNo, into: &sorting.readsAccentsFromTheEnd, reporting: &diagnostics)
  }

  fileprivate func read(
    into hyphenation: inout Hyphenation?, reporting diagnostics: inout [Diagnostic]
  ) {
    if isWord("none") {
      hyphenation = nil
      return
    }
    let mapping = mapping(of: ["dictionary", "before", "after"], reporting: &diagnostics)
    var read = hyphenation ?? Hyphenation()
    if let node = mapping?["dictionary"] { read.dictionary = node.text(reporting: &diagnostics) }
    if let before = mapping?["before"]?.number(in: 1...9, reporting: &diagnostics) {
      read.before = before
    }
    if let after = mapping?["after"]?.number(in: 1...9, reporting: &diagnostics) {
      read.after = after
    }
    hyphenation = read
  }
}

extension Substring {
  fileprivate var onlyScalar: Unicode.Scalar? {
    unicodeScalars.count == 1 ? unicodeScalars.first : nil
  }
}
