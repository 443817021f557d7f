extension BookLanguage {
  /// Publishers' rules (Treccani): caporali outside, then high marks; spaced en rules.
  package static let italian = BookLanguage(
    tag: "it",
    labels: Labels(
      contents: "Indice", chapter: "Capitolo", page: "pagina", openQuote: "«", closeQuote: "»",
      asOf: "Informazioni aggiornate al",
      callouts: [
        "note": "Da sapere", "warning": "Attenzione", "example": "Esempio",
        "letter": "Modello di lettera", "steps": "Passo per passo", "qr": "Da inquadrare",
      ],
      colophon: "Questo libretto"),
    apparatus: ApparatusWords(
      figure: "figura", table: "tabella", figureCaption: "Fig.", tableCaption: "Tabella",
      notes: "Note", see: "vedi", seeAlso: "vedi anche", code: "Codice QR"),
    dates: DateWords(
      "D M Y",
      months: [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
      ], first: "1º"),
    spacing: .italian,
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true),
    held: HeldWords(
      beforeWords: ["sig.", "sig.ra", "sigg.", "dott.", "prof.", "avv.", "on.", "§"],
      beforeNumbers: [
        "n.", "nn.", "p.", "pp.", "pag.", "pagg.", "art.", "artt.", "cap.", "fig.", "vol.",
      ]))
}

extension PunctuationSpacing {
  /// Per cent touches its number.
  static let italian = PunctuationSpacing(
    before: ["»": .nothing, "›": .nothing, "”": .nothing, "%": .nothing, "€": .thin, "°": .thin],
    after: ["«": .nothing, "‹": .nothing, "“": .nothing])
}
