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

  package init(
    figure: String = "", table: String = "", figureCaption: String = "",
    tableCaption: String = "", notes: String = "", see: String = "", seeAlso: String = "",
    code: String = ""
  ) {
    self.figure = figure
    self.table = table
    self.figureCaption = figureCaption
    self.tableCaption = tableCaption
    self.notes = notes
    self.see = see
    self.seeAlso = seeAlso
    self.code = code
  }
}
