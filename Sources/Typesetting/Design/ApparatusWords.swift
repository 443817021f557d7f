/// The words that the tool prints around the text: before captions, above notes, in the index.
package struct ApparatusWords: Hashable, Sendable {
  /// In a sentence: "figure 1, page 12".
  package var figure: String
  package var table: String
  /// Before a caption: "Fig. 1".
  package var figureCaption: String
  package var tableCaption: String
  /// The heading of notes at a chapter's end.
  package var notes: String
  /// From one entry of the index to another.
  package var see: String
  package var seeAlso: String
  /// What a code to scan is called for those who don't see it.
  package var code: String
}

extension BookLanguage {
  package var apparatus: ApparatusWords {
    switch tag.split(separator: "-").first?.lowercased() {
    case "fr":
      ApparatusWords(
        figure: "figure", table: "tableau", figureCaption: "Fig.", tableCaption: "Tableau",
        notes: "Notes", see: "voir", seeAlso: "voir aussi", code: "Code QR")
    case "es":
      ApparatusWords(
        figure: "figura", table: "tabla", figureCaption: "Fig.", tableCaption: "Tabla",
        notes: "Notas", see: "véase", seeAlso: "véase también", code: "Código QR")
    case "de":
      ApparatusWords(
        figure: "Abbildung", table: "Tabelle", figureCaption: "Abb.", tableCaption: "Tabelle",
        notes: "Anmerkungen", see: "siehe", seeAlso: "siehe auch", code: "QR-Code")
    case "it":
      ApparatusWords(
        figure: "figura", table: "tabella", figureCaption: "Fig.", tableCaption: "Tabella",
        notes: "Note", see: "vedi", seeAlso: "vedi anche", code: "Codice QR")
    case "pt":
      ApparatusWords(
        figure: "figura", table: "tabela", figureCaption: "Fig.", tableCaption: "Tabela",
        notes: "Notas", see: "ver", seeAlso: "ver também", code: "Código QR")
    case "ca":
      ApparatusWords(
        figure: "figura", table: "taula", figureCaption: "Fig.", tableCaption: "Taula",
        notes: "Notes", see: "vegeu", seeAlso: "vegeu també", code: "Codi QR")
    default:
      ApparatusWords(
        figure: "figure", table: "table", figureCaption: "Fig.", tableCaption: "Table",
        notes: "Notes", see: "see", seeAlso: "see also", code: "QR code")
    }
  }
}
