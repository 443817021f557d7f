internal import Diagnostics
internal import Fonts
internal import Localization
internal import Markdown
internal import Typesetting

/// A book folder with its sheet read, in one of its languages and editions.
struct Book {
  let folder: BookFolder
  let sheet: BookSheet
  let language: BookLanguage
  private(set) var words: BookSheet.TitleWords
  let date: BookDate?
  /// Nil for the book as it is.
  let edition: EditionSheet?

  /// Nil, and reported, where the sheet does not say enough to go on.
  init?(
    in folder: BookFolder, _ order: BuildOrder, reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) {
    guard let sheet = try folder.sheet(order.binding, reporting: &diagnostics) else { return nil }
    var edition: EditionSheet?
    if let name = order.edition {
      guard let found = folder.edition(name, of: sheet, reporting: &diagnostics) else { return nil }
      edition = found
    }
    self.init(
      in: folder, sheet, language: order.language ?? sheet.source, edition: edition,
      date: try order.date ?? sheet.date, reporting: &diagnostics)
  }

  /// Nil, and reported, where the book is not in that language.
  init?(
    in folder: BookFolder, _ sheet: BookSheet, language tag: String,
    edition: EditionSheet? = nil, date: BookDate?, reporting diagnostics: inout [Diagnostic]
  ) {
    guard let words = sheet.languages[tag], sheet.locales.has(tag) else {
      // One that nobody has described was reported where the sheet names it.
      if sheet.languages[tag] == nil {
        diagnostics.append(
          .languageAbsent(
            tag, in: folder.shown(BookFolder.sheet), known: sheet.languages.keys.sorted()))
      }
      return nil
    }
    guard let language = sheet.locales.language(tag, reporting: &diagnostics) else { return nil }
    self.folder = folder
    var ownSheet = sheet.spoken(words).local(edition)
    for own in [words.values] + (edition?.values(in: tag) ?? []) {
      ownSheet.values = ownSheet.values.replaced(by: own, reporting: &diagnostics)
    }
    ownSheet.values.checkCalls(reporting: &diagnostics)
    self.sheet = ownSheet
    self.language = language
    self.words = edition?.words(words, in: tag) ?? words
    self.date = date
    self.edition = edition
  }

  /// Where its finished files go, as messages show it.
  var outputFolder: String {
    folder.shown(
      edition.map { "output/\($0.name)/\(language.tag)" } ?? "output/\(language.tag)")
  }

  /// With the values that the words around the chapters call filled in.
  mutating func fill(_ values: Values, reporting diagnostics: inout [Diagnostic]) {
    var words = words
    var places = words.places
    func fill(_ text: inout String) {
      let place = places[text]
      for name in text.valueCalls where values.text[name] == nil {
        diagnostics.append(
          .valueUndefined(
            name, file: folder.shown(BookFolder.sheet), range: place, known: values))
      }
      text = values.filled(in: text)
      places[text] = place
    }
    fill(&words.title)
    fill(&words.subtitle)
    fill(&words.edition)
    fill(&words.publisher)
    for index in words.blurb.indices { fill(&words.blurb[index]) }
    for index in words.colophon.indices { fill(&words.colophon[index]) }
    words.places = places
    self.words = words
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
        chapter.matter(number: number, language: language, reporting: &diagnostics))
    }
    var titleMatter = TitleMatter(
      title: words.title, subtitle: words.subtitle, edition: words.edition,
      date: date?.words(in: language) ?? "", publisher: words.publisher,
      motif: pictures.motif, logo: pictures.logo, background: pictures.background,
      vignette: pictures.vignette,
      blurb: words.blurb,
      colophon: words.colophon)
    titleMatter.file = folder.shown(BookFolder.sheet)
    titleMatter.places = words.places
    return Copy(
      manuscript: manuscript, titleMatter: titleMatter, language: language,
      otherLanguages: otherLanguages(of: manuscript, reporting: &diagnostics),
      chapterMatter: matter, pictures: pictures.pictures, pictureIDs: pictures.ids,
      qrCodes: manuscript.codes(reporting: &diagnostics))
  }
}

extension Book {
  /// The languages of single words, by tag; those that nobody described are left out.
  private func otherLanguages(
    of manuscript: Manuscript, reporting diagnostics: inout [Diagnostic]
  ) -> [String: BookLanguage] {
    var tags: Set<String> = []
    for chapter in manuscript.chapters {
      chapter.visit(inline: { inline in
        switch inline {
        case .span(let span): tags.formUnion([span.attributes.values["lang"]].compactMap(\.self))
        case .image(let image): tags.formUnion([image.attributes.values["lang"]].compactMap(\.self))
        default: break
        }
      })
    }
    var languages: [String: BookLanguage] = [:]
    for tag in tags.sorted() where tag != language.tag {
      languages[tag] = sheet.locales.language(tag, reporting: &diagnostics)
    }
    return languages
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
      reading: YAMLText(text: text, file: file), binding, in: Locales(of: self),
      reporting: &diagnostics)
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
        Wording(en: "it is in \(list)", fr: "il est en \(list)"), .toList(tag),
      ])
  }
}
