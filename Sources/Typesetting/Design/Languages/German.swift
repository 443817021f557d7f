extension BookLanguage {
  /// Duden: „so“ and ‚so‘, spaced en rules, a narrow space before per cent and within "z. B.".
  package static let german = BookLanguage(
    tag: "de",
    labels: Labels(
      contents: "Inhalt", chapter: "Kapitel", page: "Seite", openQuote: "„", closeQuote: "“",
      asOf: "Stand der Angaben:",
      callouts: [
        "note": "Gut zu wissen", "warning": "Achtung", "example": "Beispiel",
        "letter": "Musterbrief", "steps": "Schritt für Schritt", "qr": "Zum Scannen",
      ],
      colophon: "Dieses Heft"),
    apparatus: ApparatusWords(
      figure: "Abbildung", table: "Tabelle", figureCaption: "Abb.", tableCaption: "Tabelle",
      notes: "Anmerkungen", see: "siehe", seeAlso: "siehe auch", code: "QR-Code"),
    dates: DateWords(
      "D. M Y",
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ]),
    spacing: .german,
    quotation: Quotation(
      Quotation.Marks("„", "“"), Quotation.Marks("‚", "‘"), single: Quotation.Marks("‚", "‘")),
    held: HeldWords(
      beforeWords: ["Dr.", "Prof.", "Hr.", "Fr.", "z.", "d.", "u.", "i.", "o.", "s.", "§", "§§"],
      beforeNumbers: [
        "Nr.", "S.", "Art.", "Abs.", "Abb.", "Tab.", "Kap.", "Bd.", "Ziff.", "Anm.", "ca.",
      ]))

  /// Guillemets without spaces, and no ß in our own words.
  package static let swissGerman = {
    var language = german
    language.tag = "de-CH"
    language.spacing = .spanish
    language.quotation = Quotation(
      .guillemets, .singleGuillemets, single: .singleGuillemets, variesGuillemets: true)
    language.labels.openQuote = "«"
    language.labels.closeQuote = "»"
    return language
  }()
}

extension PunctuationSpacing {
  static let german = PunctuationSpacing(
    before: ["“": .nothing, "‘": .nothing, "%": .thin, "€": .thin, "°": .thin],
    after: ["„": .nothing, "‚": .nothing])
}
