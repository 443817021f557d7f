extension BookLanguage {
  package static let french = BookLanguage(
    tag: "fr",
    labels: Labels(
      contents: "Sommaire", chapter: "Chapitre", page: "page", openQuote: "« ", closeQuote: " »",
      asOf: "État des informations :",
      callouts: [
        "note": "À savoir", "warning": "Attention", "example": "Exemple",
        "letter": "Modèle de lettre", "steps": "Pas à pas", "qr": "À flasher",
      ],
      colophon: "Ce livret"),
    apparatus: ApparatusWords(
      figure: "figure", table: "tableau", figureCaption: "Fig.", tableCaption: "Tableau",
      notes: "Notes", see: "voir", seeAlso: "voir aussi", code: "Code QR"),
    // Only the first of a month is an ordinal (Lexique de l'Imprimerie nationale, « date »).
    dates: DateWords(
      "D M Y",
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ], first: "1er"),
    spacing: .french,
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true),
    dash: .paired,
    held: HeldWords(
      beforeWords: [
        "n°", "nos", "no", "p.", "pp.", "art.", "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr",
        "al.", "fig.", "tab.", "chap.", "§", "L.", "R.", "D.", "bd", "av.",
      ],
      beforeNumbers: [
        "vol.", "t.", "ch.", "janv.", "févr.", "avr.", "juil.", "sept.", "oct.", "nov.", "déc.",
        "Janv.", "Févr.", "Avr.", "Juil.", "Sept.", "Oct.", "Nov.", "Déc.",
      ]),
    raisesOrdinals: true)

  /// Guillemets hold their words with thin spaces, the colon too; quotes within quotes have single
  /// guillemets (Guide du typographe, Lausanne).
  package static let swissFrench = {
    var language = french
    language.tag = "fr-CH"
    language.spacing = .swissFrench
    language.quotation = Quotation(.guillemets, .singleGuillemets, .double, variesGuillemets: true)
    language.labels.openQuote = "«\u{202F}"
    language.labels.closeQuote = "\u{202F}»"
    return language
  }()

  /// No space before ; ! ? (Le guide du rédacteur, Bureau de la traduction).
  package static let canadianFrench = {
    var language = french
    language.tag = "fr-CA"
    language.spacing = .canadianFrench
    return language
  }()
}

extension PunctuationSpacing {
  private static let amounts: [Unicode.Scalar: Space] = ["%": .thin, "€": .thin, "°": .thin]
  private static let high: [Unicode.Scalar] = [";", "!", "?", "‼", "⁇", "⁈", "⁉"]

  private static func french(
    high space: Space, colon: Space, guillemet: Space
  ) -> PunctuationSpacing {
    var before = amounts
    for sign in high { before[sign] = space }
    before[":"] = colon
    before["»"] = guillemet
    before["›"] = guillemet
    before["”"] = .nothing
    return PunctuationSpacing(
      before: before, after: ["«": guillemet, "‹": guillemet, "“": .nothing])
  }

  /// France: thin before ; ! ?, a full space before the colon (Lexique de l'Imprimerie
  /// nationale; polyglossia, babel-french and microtype agree).
  package static let french = french(high: .thin, colon: .word, guillemet: .guillemet)
  static let swissFrench = french(high: .thin, colon: .thin, guillemet: .thin)
  static let canadianFrench = french(high: .nothing, colon: .word, guillemet: .guillemet)
}
