internal import Diagnostics
internal import Typesetting

extension YAMLNode {
  /// `{place: foot, numbering: chapter}`
  func noteStyle(reporting diagnostics: inout [Diagnostic]) -> NoteStyle {
    var style = NoteStyle()
    guard let mapping = mapping(of: ["place", "numbering"], reporting: &diagnostics) else {
      return style
    }
    if let place = mapping["place"]?.choice(
      of: [("foot", NoteStyle.Place.foot), ("end", .chapterEnd)], reporting: &diagnostics)
    {
      style.place = place
    }
    if let node = mapping["numbering"],
      let numbering = node.choice(
        of: [("chapter", NoteStyle.Numbering.byChapter), ("page", .byPage)],
        reporting: &diagnostics)
    {
      style.numbering = numbering
      if numbering == .byPage, style.place == .chapterEnd {
        diagnostics.append(.notesOfNoPage(at: node))
      }
    }
    return style
  }
}

extension Diagnostic {
  fileprivate static func notesOfNoPage(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "notes-of-no-page", file: node.source.file, range: node.range,
      Wording(
        en: "notes at the end of a chapter cannot be numbered by the page",
        fr: "des notes en fin de chapitre ne peuvent pas être numérotées par page"),
      hints: [
        Wording(
          en: "write numbering: chapter, or place: foot",
          fr: "écrivez numbering: chapter, ou place: foot")
      ])
  }
}
