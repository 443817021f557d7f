internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

extension EditionSheet {
  /// Makes the edition's changes in a text.
  ///
  /// - Parameter source: the book in the language in which it is written, where the text is a translation.
  func change(
    _ text: inout BookText, of source: Manuscript?, in book: Book,
    reporting diagnostics: inout [Diagnostic]
  ) {
    var made: [Edition.Change] = []
    for change in changes {
      var verb = Edition.Change.Verb.omit
      if let block = change.block {
        guard
          let insert = insert(
            block.name, of: change, in: book, origins: &text.origins, reporting: &diagnostics)
        else { continue }
        verb = change.verb == .replace ? .replace(insert) : .after(insert)
      }
      made.append(Edition.Change(verb, target: change.target, place: change.place))
    }
    checkBlocks(in: book, reporting: &diagnostics)
    let before = text.manuscript
    text.manuscript = before.changed(
      by: Edition(named: name, changes: made), of: source, reporting: &diagnostics)
    if text.manuscript.chapters.map(\.file) != before.chapters.map(\.file) {
      // Chapters are counted anew where one has come or gone.
      text.numbers = text.manuscript.chapters.indices.map { $0 + 1 }
    }
    checkValues(
      calledBy: [source ?? before, before, text.manuscript], in: book, reporting: &diagnostics)
  }

  /// A file of the edition in the book's language, or else in the source's.
  private func insert(
    _ name: String, of change: Change, in book: Book, origins: inout LineOrigins,
    reporting diagnostics: inout [Diagnostic]
  ) -> Edition.Insert? {
    let tag = book.language.tag
    let paths = ["\(blocks)/\(tag)/\(name)", "\(blocks)/\(name)"]
    for (index, path) in paths.enumerated() {
      let shown = book.folder.shown(path)
      let words: String
      do {
        words = try book.folder.text(of: path, limit: mostChapterBytes)
      } catch .missing {
        continue
      } catch {
        diagnostics.append(error.diagnostic(of: shown))
        return nil
      }
      var chapter = Chapter(
        parsing: words, file: shown, firstLine: origins.lines(of: shown), reporting: &diagnostics)
      guard !chapter.blocks.isEmpty else {
        diagnostics.append(.editionBlockEmpty(shown, replaces: change.verb == .replace))
        return nil
      }
      if index == 1, tag != book.sheet.source {
        chapter = chapter.marked(asLanguage: book.sheet.source)
        diagnostics.append(.editionBlockUntranslated(shown, tag))
      }
      let original = chapter.original(reporting: &diagnostics)
      return Edition.Insert(
        chapter: chapter, original: original?.text, originalPlace: original?.place)
    }
    diagnostics.append(
      .editionBlockMissing(
        paths.map { book.folder.shown($0) }, at: change.place,
        known: files(in: book).map(\.name)))
    return nil
  }

  private var blocks: String { "\(folder)/blocks" }

  /// The files in `blocks/` and in its folders of languages.
  private func files(in book: Book) -> [(name: String, path: String)] {
    ([""] + book.sheet.languages.keys.sorted().map { $0 + "/" }).flatMap { place in
      ((try? book.folder.names(in: "\(blocks)/\(place)")) ?? [])
        .filter { $0.lowercased().hasSuffix(".md") }
        .map { ($0, "\(blocks)/\(place)\($0)") }
    }
  }

  /// Files that the sheet does not name are printed nowhere.
  private func checkBlocks(in book: Book, reporting diagnostics: inout [Diagnostic]) {
    let named = changes.compactMap(\.block?.name)
    for (name, path) in files(in: book) where !named.contains(name) {
      diagnostics.append(
        .editionBlockUnused(
          book.folder.shown(path), nearest: NearestWord(to: name, among: named), sheet: file))
    }
  }

  /// A misspelt name would print nowhere.
  private func checkValues(
    calledBy manuscripts: [Manuscript], in book: Book, reporting diagnostics: inout [Diagnostic]
  ) {
    let own = values(in: book.language.tag).reduce(Values()) { values, own in
      // What contradicts another value has been reported with the book's.
      var ignored: [Diagnostic] = []
      return values.replaced(by: own, reporting: &ignored)
    }
    var calls: Set<String> = []
    for manuscript in manuscripts { calls.formUnion(manuscript.valueCalls) }
    if own.text.keys.allSatisfy(calls.contains) { return }
    // Other languages may call what this one does not.
    for words in book.sheet.languages.values {
      for text in words.texts { calls.formUnion(text.valueCalls) }
    }
    for text in languages.values.flatMap(\.places.keys) { calls.formUnion(text.valueCalls) }
    for file in files(in: book) {
      let text = try? book.folder.text(of: file.path, limit: mostChapterBytes)
      calls.formUnion(text?.valueCalls ?? [])
    }
    own.checkUse(by: calls, reporting: &diagnostics)
  }
}

extension BookSheet.TitleWords {
  fileprivate var texts: [String] { [title, subtitle, edition, publisher] + blurb + colophon }
}

extension Chapter {
  /// `replaces:` of the front matter.
  fileprivate func original(
    reporting diagnostics: inout [Diagnostic]
  ) -> (text: String?, place: SourceRange)? {
    guard let frontMatter else { return nil }
    let source = YAMLText(
      text: frontMatter.yaml, file: file, firstLine: frontMatter.range.lowerBound.line)
    let node = source.root(reporting: &diagnostics)?.mapping(
      of: ["replaces", "short", "date"], reporting: &diagnostics)?["replaces"]
    return node.map { ($0.text(reporting: &diagnostics), $0.range) }
  }
}

extension Diagnostic {
  fileprivate static func editionBlockMissing(
    _ paths: [String], at place: SheetPlace, known: [String]
  ) -> Diagnostic {
    let name = paths[0].split(separator: "/").last.map(String.init) ?? ""
    return Diagnostic(
      .error, "edition-block-missing", file: place.file, range: place.range,
      Wording(
        en: "the file of this change is not there", fr: "le fichier de ce changement n’est pas là"),
      hints: [
        NearestWord(to: name, among: known).hint
          ?? Wording(
            en: "write it as \(paths.joined(separator: " or "))",
            fr: "écrivez-le : \(paths.joined(separator: " ou "))")
      ])
  }

  fileprivate static func editionBlockEmpty(_ file: String, replaces: Bool) -> Diagnostic {
    Diagnostic(
      .error, "edition-block-empty", file: file,
      Wording(
        en: "there is nothing in this file to print",
        fr: "il n’y a rien à imprimer dans ce fichier"),
      hints: [
        replaces
          ? Wording(
            en: "write what replaces the passage; to leave the passage out, use omit",
            fr: "écrivez ce qui remplace le passage ; pour l’ôter, employez omit")
          : Wording(
            en: "write what is to be printed, or take the file out of edition.yml",
            fr: "écrivez ce qu’il faut imprimer, ou ôtez le fichier de edition.yml")
      ])
  }

  fileprivate static func editionBlockUnused(
    _ file: String, nearest: NearestWord, sheet: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-block-unused", file: file,
      Wording(
        en: "the edition does not use this file, so it is printed nowhere",
        fr: "l’édition n’emploie pas ce fichier : il ne s’imprime nulle part"),
      hints: [
        nearest.hint
          ?? Wording(
            en: "name it below replace: or after: in \(sheet), or take it away",
            fr: "nommez-le sous replace: ou after: dans \(sheet), ou retirez-le")
      ])
  }

  fileprivate static func editionBlockUntranslated(_ file: String, _ tag: String) -> Diagnostic {
    Diagnostic(
      .warning, "edition-block-untranslated", file: file,
      Wording(
        en: "this is printed in the book’s own language, for it has no translation to “\(tag)”",
        fr: "ceci s’imprime dans la langue du livre, faute de traduction vers « \(tag) »"),
      hints: [
        Wording(
          en: "write it in a folder \(tag)/ beside it",
          fr: "écrivez-le dans un dossier \(tag)/ à côté")
      ])
  }
}
