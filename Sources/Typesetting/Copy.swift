package import Diagnostics
package import Markdown

/// A manuscript with what stands around it, ready to be typeset.
package struct Copy: Sendable {
  package var manuscript: Manuscript
  package var titleMatter: TitleMatter
  package var language: BookLanguage
  /// By tag: the other languages in which words of it stand.
  package var otherLanguages: [String: BookLanguage]
  /// By chapter: what its front matter says, in the order of the manuscript's chapters.
  package var chapterMatter: [ChapterMatter]
  /// The book's pictures, and which of them a path in the manuscript means.
  package var pictures: [Picture]
  package var pictureIDs: [String: PictureID]
  /// The codes to scan, by the addresses that they hold.
  package var qrCodes: [String: QRMatrix]

  package init(
    manuscript: Manuscript, titleMatter: TitleMatter, language: BookLanguage,
    otherLanguages: [String: BookLanguage] = [:], chapterMatter: [ChapterMatter],
    pictures: [Picture] = [],
    pictureIDs: [String: PictureID] = [:], qrCodes: [String: QRMatrix] = [:]
  ) {
    self.manuscript = manuscript
    self.titleMatter = titleMatter
    self.language = language
    self.otherLanguages = otherLanguages
    self.chapterMatter = chapterMatter
    self.pictures = pictures
    self.pictureIDs = pictureIDs
    self.qrCodes = qrCodes
  }
}

/// What a chapter's front matter says.
package struct ChapterMatter: Hashable, Sendable {
  /// From the file's name: "03-cartographier.md" is chapter 3.
  package var number: Int
  /// For the running head, where the title is too long.
  package var shortTitle: String?
  package var shortTitlePlace: SourceRange?
  /// As people write it; the state of its facts.
  package var date: String?

  package init(number: Int, shortTitle: String? = nil, date: String? = nil) {
    self.number = number
    self.shortTitle = shortTitle
    self.date = date
  }
}
