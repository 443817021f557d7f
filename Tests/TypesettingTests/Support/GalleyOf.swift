import Diagnostics
import Geometry
import Markdown

@testable import Typesetting

extension GalleyBuilder {
  /// The galley of a chapter without opening, on the pages of `Design.small`.
  init(
    setting markdown: String, pictures: [String: Picture] = [:], design: Design = .small,
    language: BookLanguage = .english, qrCodes: [String: QRMatrix] = [:]
  ) {
    var ignored: [Diagnostic] = []
    let chapter = Chapter(parsing: markdown, file: "01.md", reporting: &ignored)
    let names = pictures.keys.sorted()
    let copy = Copy(
      manuscript: Manuscript(chapters: [chapter]), titleMatter: TitleMatter(title: ""),
      language: language, chapterMatter: [ChapterMatter(number: 1)])
    let desk = Desk(
      design: design, setter: ParagraphSetter(shaper: GridShaper(), direction: .leftToRight),
      standing: StandingType(),
      language: language, otherLanguages: [:], references: CrossReferences(), captions: .none,
      index: BookIndex(of: copy),
      pictures: names.map { pictures[$0]! },
      pictureIDs: Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1, PictureID(index: $0)) }),
      qrCodes: qrCodes)
    self.init(desk: desk, file: chapter.file, number: 1, notes: chapter.notes)
    setChapterBlocks(
      chapter.blocks,
      in: Place(indent: .zero, measure: design.format.measure, style: desk.text))
  }

  var strips: [Strip] {
    items.compactMap { if case .box(let box) = $0 { box.material } else { nil } }
  }
}
