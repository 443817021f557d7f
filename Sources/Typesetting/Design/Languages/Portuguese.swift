extension BookLanguage {
  /// Portugal: angular marks outside (Código de Redação Interinstitucional), spaced dashes.
  package static let portuguese = BookLanguage(
    tag: "pt",
    labels: Labels(
      contents: "Índice", chapter: "Capítulo", page: "página", openQuote: "«", closeQuote: "»",
      asOf: "Informação de",
      callouts: [
        "note": "A saber", "warning": "Atenção", "example": "Exemplo",
        "letter": "Modelo de carta", "steps": "Passo a passo", "qr": "Para digitalizar",
      ],
      colophon: "Esta brochura"),
    apparatus: ApparatusWords(
      figure: "figura", table: "tabela", figureCaption: "Fig.", tableCaption: "Tabela",
      notes: "Notas", see: "ver", seeAlso: "ver também", code: "Código QR"),
    dates: DateWords(
      "D de M de Y",
      months: [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
      ]),
    spacing: .portuguese,
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true),
    dash: .paired,
    held: HeldWords(
      beforeWords: ["Sr.", "Sra.", "D.", "Dr.", "Dra.", "§"],
      beforeNumbers: [
        "n.º", "n.os", "n.o", "p.", "pp.", "pág.", "págs.", "art.", "arts.", "cap.", "fig.",
        "vol.",
      ]))

  /// Brazil: high marks outside, the first of a month as an ordinal.
  package static let brazilianPortuguese = {
    var language = portuguese
    language.tag = "pt-BR"
    language.quotation = Quotation(.double, .single)
    language.labels.contents = "Sumário"
    language.labels.openQuote = "“"
    language.labels.closeQuote = "”"
    language.labels.callouts["qr"] = "Para escanear"
    language.labels.colophon = "Este livreto"
    language.dates.first = "1º"
    return language
  }()
}

extension PunctuationSpacing {
  static let portuguese = PunctuationSpacing(
    before: ["»": .nothing, "›": .nothing, "”": .nothing, "%": .nothing, "€": .thin, "°": .thin],
    after: ["«": .nothing, "‹": .nothing, "“": .nothing])
}
