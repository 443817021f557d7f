internal import Diagnostics
internal import Fonts
internal import Geometry
internal import Typesetting

extension KitType {
  /// The first family of the first of these folders that has one.
  init?(fontsIn folders: [String], language: String, cache: String?) {
    var library: FontLibrary?
    for folder in folders where library == nil {
      library = try? FontLibrary(folder: folder, cache: cache)
    }
    guard let library, let family = library.faces.first?.family else { return nil }
    self.init(
      stylesheet: Stylesheet(
        textFamily: family, headingFamily: family, monoFamily: family, textSize: .points(10),
        leading: .points(13), noteSize: .points(8), noteLeading: .points(10),
        indent: .points(10)),
      shaper: library, files: library.files, language: language,
      direction: Direction(ofLanguage: language))
  }

  /// The faces of a book, for words in the user's language; nil where there is no book, or one that
  /// does not say enough.
  init?(ofBookIn folder: String, language: String, cache: String?) {
    // Whoever imposes another file is not told of what is wrong with the book.
    var ignored: [Diagnostic] = []
    guard let folder = try? BookFolder(folder),
      let sheet = (try? folder.sheet(reporting: &ignored)) ?? nil,
      let book = Book(in: folder, sheet, language: sheet.source, date: nil, reporting: &ignored),
      let fonts = try? book.fonts(cache: cache, reporting: &ignored)
    else { return nil }
    self.init(
      stylesheet: sheet.stylesheet, shaper: fonts, files: fonts.files, language: language,
      direction: Direction(ofLanguage: language))
  }

  /// The same with English words where the faces lack letters of the language.
  var legible: KitType {
    let sample = KitWords(tag: language).instructions
    let style = CharacterStyle(
      face: stylesheet.headingFace(weight: 400), size: .points(10), language: language)
    let shaped = shaper.shape(
      StyledText(
        text: sample, runs: [.init(bytes: 0..<sample.utf8.count, style: style)],
        direction: direction))
    guard !shaped.missing.isEmpty else { return self }
    return KitType(
      stylesheet: stylesheet, shaper: shaper, files: files, language: "en",
      direction: .leftToRight)
  }
}

extension Direction {
  fileprivate init(ofLanguage tag: String) {
    // Locales of the tool say nothing wrong.
    var ignored: [Diagnostic] = []
    self = Locales().language(tag, reporting: &ignored)?.direction ?? .leftToRight
  }
}
