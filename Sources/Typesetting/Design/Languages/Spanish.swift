extension BookLanguage {
  /// Ortografía de la lengua española (RAE): angular marks outside, the dash at the aside.
  package static let spanish = BookLanguage(
    tag: "es",
    labels: Labels(
      contents: "Índice", chapter: "Capítulo", page: "página", openQuote: "«", closeQuote: "»",
      asOf: "Información a fecha de",
      callouts: [
        "note": "Para saber más", "warning": "Atención", "example": "Ejemplo",
        "letter": "Modelo de carta", "steps": "Paso a paso", "qr": "Para escanear",
      ],
      colophon: "Este cuaderno"),
    apparatus: ApparatusWords(
      figure: "figura", table: "tabla", figureCaption: "Fig.", tableCaption: "Tabla",
      notes: "Notas", see: "véase", seeAlso: "véase también", code: "Código QR"),
    dates: DateWords(
      "D de M de Y",
      months: [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ]),
    spacing: .spanish,
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true),
    dash: .closedInside,
    held: HeldWords(
      beforeWords: ["Sr.", "Sra.", "Sres.", "D.", "Dña.", "Dr.", "Dra.", "§"],
      beforeNumbers: [
        "n.º", "n.o", "núm.", "núms.", "p.", "pp.", "pág.", "págs.", "art.", "arts.", "cap.",
        "fig.", "t.", "vol.",
      ]))

  /// In the Americas the marks outside are the English ones.
  package static let americanSpanish = {
    var language = spanish
    language.tag = "es-419"
    language.quotation = Quotation(.double, .single)
    language.labels.openQuote = "“"
    language.labels.closeQuote = "”"
    return language
  }()
}

extension PunctuationSpacing {
  /// Marks touch what they enclose; amounts have a space (ISO 80000; the RAE agrees for %).
  package static let spanish = PunctuationSpacing(
    before: ["»": .nothing, "›": .nothing, "”": .nothing, "%": .thin, "€": .thin, "°": .thin],
    after: ["«": .nothing, "‹": .nothing, "“": .nothing, "¿": .nothing, "¡": .nothing])
}
