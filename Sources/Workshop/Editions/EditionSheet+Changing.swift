internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

extension EditionSheet {
  /// Makes the edition's changes in a text.
  func change(
    _ text: inout BookText, in book: Book, reporting diagnostics: inout [Diagnostic]
  ) {
    let source = text.sides?.source
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
    if text.manuscript.chapters.isEmpty, !before.chapters.isEmpty {
      diagnostics.append(.editionEmpty(file))
    }
    for chapter in text.manuscript.chapters
    where !before.chapters.contains(where: { $0.blocks.first == chapter.blocks.first }) {
      chapter.checkTitle(reporting: &diagnostics)
    }
    checkValues(
      calledBy: [source ?? before, before, text.manuscript], in: book, reporting: &diagnostics)
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

extension Diagnostic {
  fileprivate static func editionEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "edition-empty", file: file,
      Wording(
        en: "this edition leaves no chapter of the book",
        fr: "cette édition ne laisse aucun chapitre du livre"),
      hints: [
        Wording(en: "omit less, or add a chapter", fr: "omettez moins, ou ajoutez un chapitre")
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
}
