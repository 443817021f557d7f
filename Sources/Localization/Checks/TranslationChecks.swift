package import Diagnostics

extension PassageState {
  /// What a translated passage has that its source has not, or the other way round, where languages do
  /// not differ: identifiers, values, links, notes, pictures and digits. What is stale is held against the
  /// words it was confirmed with, for the source's new ones will come with the new translation.
  ///
  /// - Parameters:
  ///   - file: of the translation.
  ///   - quotes: the quotation marks of its language; empty where nobody knows.
  ///   - places: of the signs of its chapter.
  package func check(
    in file: String, quotes: Set<Unicode.Scalar> = [], places: SignPlaces = SignPlaces(),
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard let translation, freshness != .local, freshness != .orphan,
      let original = freshness == .stale ? confirmedSource : source?.text
    else { return }
    let (theirs, ours) = (Signs(of: original), Signs(of: translation.text))
    for kind in Signs.Kind.allCases {
      let lacking = theirs[kind].subtractingCounts(ours[kind])
      var extra = ours[kind].subtractingCounts(theirs[kind])
      if kind == .digits { extra = extra.subtractingCounts(ours.months) }
      guard !lacking.isEmpty || !extra.isEmpty else { continue }
      diagnostics.append(
        .translationDiffers(
          kind, lacking: lacking, extra: extra, file: file,
          range: extra.lazy.compactMap { places.place(of: $0, kind, within: translation.range) }
            .first ?? translation.range))
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

  /// Who confirmed a passage has seen how long it is.
  private func checkLength(
    against original: String, file: String, reporting diagnostics: inout [Diagnostic]
  ) {
    guard let translation, freshness != .fresh,
      TranslationLength(of: translation, against: original).isOdd
    else { return }
    diagnostics.append(
      .translationLength(
        translation.text.count, source: original.count, file: file, range: translation.range))
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
