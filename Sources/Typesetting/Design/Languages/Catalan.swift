extension BookLanguage {
  /// Institut d'Estudis Catalans: angular marks outside, the dash at the aside.
  package static let catalan = BookLanguage(
    tag: "ca",
    labels: Labels(
      contents: "Sumari", chapter: "Capítol", page: "pàgina", openQuote: "«", closeQuote: "»",
      asOf: "Informació de",
      callouts: [
        "note": "Cal saber", "warning": "Atenció", "example": "Exemple",
        "letter": "Model de carta", "steps": "Pas a pas", "qr": "Per escanejar",
      ],
      colophon: "Aquest quadern"),
    apparatus: ApparatusWords(
      figure: "figura", table: "taula", figureCaption: "Fig.", tableCaption: "Taula",
      notes: "Notes", see: "vegeu", seeAlso: "vegeu també", code: "Codi QR"),
    dates: DateWords(
      "D M de Y",
      months: [
        "de gener", "de febrer", "de març", "d’abril", "de maig", "de juny", "de juliol",
        "d’agost", "de setembre", "d’octubre", "de novembre", "de desembre",
      ], first: "1"),
    spacing: .spanish,
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true),
    dash: .closedInside,
    held: HeldWords(
      beforeWords: ["Sr.", "Sra.", "Srs.", "Dr.", "Dra.", "§"],
      beforeNumbers: [
        "núm.", "núms.", "n.", "p.", "pp.", "pàg.", "pàgs.", "art.", "arts.", "cap.", "fig.",
        "vol.",
      ]))
}
