internal import Diagnostics
internal import Fonts
internal import Markdown
internal import Typesetting

/// A book folder with its sheet read, in one of its languages.
struct Book {
  let folder: BookFolder
  let sheet: BookSheet
  let language: BookLanguage
  let words: BookSheet.TitleWords
  let date: BookDate?

  /// Nil, and reported, where the sheet does not say enough to go on.
  init?(
    in folder: BookFolder, _ order: BuildOrder, reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) {
    guard let sheet = try folder.sheet(order.binding, reporting: &diagnostics) else { return nil }
    self.init(
      in: folder, sheet, language: order.language ?? sheet.source,
      date: try order.date ?? sheet.date, reporting: &diagnostics)
  }

  /// Nil, and reported, where the book is not in that language.
  init?(
    in folder: BookFolder, _ sheet: BookSheet, language tag: String, date: BookDate?,
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard let words = sheet.languages[tag], let language = BookLanguage(tag: tag) else {
      if tag != sheet.source {
        diagnostics.append(
          .languageAbsent(
            tag, in: folder.shown(BookFolder.sheet), known: sheet.languages.keys.sorted()))
      }
      return nil
    }
    self.folder = folder
    self.sheet = sheet
    self.language = language
    self.words = words
    self.date = date
  }

  /// The chapters, and their numbers in the same order.
  func parse(
    reporting diagnostics: inout [Diagnostic]
  ) -> (manuscript: Manuscript, numbers: [Int]) {
    let files = ChapterFiles(in: folder, language: language.tag, reporting: &diagnostics)
    let source = files.parse(in: folder, reporting: &diagnostics)
    for chapter in source.manuscript.chapters { chapter.checkTitle(reporting: &diagnostics) }
    return source
  }

  /// Everything that the typesetter sets.
  func copy(
    _ manuscript: Manuscript, _ numbers: [Int], _ pictures: BookPictures,
    reporting diagnostics: inout [Diagnostic]
  ) -> Copy {
    var matter: [ChapterMatter] = []
    for (chapter, number) in zip(manuscript.chapters, numbers) {
      matter.append(
        chapter.matter(number: number, language: language.tag, reporting: &diagnostics))
    }
    var titleMatter = TitleMatter(
      title: words.title, subtitle: words.subtitle, edition: words.edition,
      date: date?.words(in: language.tag) ?? "", publisher: words.publisher,
      motif: pictures.motif, background: pictures.background, vignette: pictures.vignette,
      blurb: words.blurb,
      colophon: words.colophon)
    titleMatter.file = folder.shown(BookFolder.sheet)
    titleMatter.places = words.places
    return Copy(
      manuscript: manuscript, titleMatter: titleMatter, language: language,
      chapterMatter: matter, pictures: pictures.pictures, pictureIDs: pictures.ids,
      qrCodes: manuscript.codes(reporting: &diagnostics))
  }
}

extension BookFolder {
  /// Nil, and reported, where the sheet does not say enough to go on.
  func sheet(
    _ binding: BindingWords = BindingWords(), reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) -> BookSheet? {
    let file = shown(Self.sheet)
    let text: String
    do {
      text = try self.text(of: Self.sheet, limit: YAMLText.mostBytes)
    } catch {
      throw WorkshopError(error.diagnostic(of: file))
    }
    return BookSheet(
      reading: YAMLText(text: text, file: file), binding, reporting: &diagnostics)
  }
}

extension BuildOrder {
  /// What `SOURCE_DATE_EPOCH` says; nil where it says nothing.
  fileprivate var date: BookDate? {
    get throws(WorkshopError) {
      guard let epoch, !epoch.isEmpty else { return nil }
      guard let seconds = Int(epoch), let date = BookDate(secondsSince1970: seconds) else {
        throw WorkshopError(.badEpoch(epoch))
      }
      return date
    }
  }
}

extension Diagnostic {
  fileprivate static func languageAbsent(
    _ tag: String, in file: String, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "language-absent", file: file,
      Wording(
        en: "this book is not in the language “\(tag)”",
        fr: "ce livre n’est pas dans la langue « \(tag) »"),
      hints: [
        Wording(en: "it is in \(list)", fr: "il est en \(list)")
      ])
  }
}
