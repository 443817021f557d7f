internal import Diagnostics
internal import Typesetting

/// A language of a book, in one of its editions or as the book is.
package struct BookTarget: Hashable, Sendable {
  package var language: String
  package var edition: String?
}

/// All that a book is to be made as: its languages, the source's first, then its editions, each in the
/// languages that its sheet says, or has words for, and in the source's. One where the sheet is at fault: building that says why.
package func bookTargets(in folder: String) -> [BookTarget] {
  var ignored: [Diagnostic] = []
  guard let book = try? BookFolder(folder), let sheet = try? book.sheet(reporting: &ignored) else {
    return []
  }
  func ordered(_ tags: some Sequence<String>) -> [String] {
    [sheet.source] + Set(tags).filter { $0 != sheet.source }.sorted()
  }
  var targets = ordered(sheet.languages.keys).map { BookTarget(language: $0, edition: nil) }
  for name in book.editions {
    let edition = book.edition(name, of: sheet, reporting: &ignored)
    let languages = edition?.builds ?? ordered(edition.map { Array($0.languages.keys) } ?? [])
    targets += languages.map { BookTarget(language: $0, edition: name) }
  }
  return targets
}
