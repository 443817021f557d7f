internal import Diagnostics
internal import Localization

extension Translation {
  /// For Poedit and Weblate: what lags behind is fuzzy, with the words it was confirmed against.
  package var catalogue: String {
    state.catalogue(language: language.gettext, title: "livret").text
  }

  /// Writes something that was made of it, and never over its memory or what else is there of the book.
  package func write(_ text: String, to path: String) throws(WorkshopError) {
    guard !isMemory(path) else { throw WorkshopError(.exportOntoMemory(path)) }
    guard !isOfBook(path) else { throw WorkshopError(.exportOntoBook(path)) }
    try writeText(text, to: path)
  }

  /// Whether a path, however it is written, leads to the memory's file.
  func isMemory(_ path: String) -> Bool {
    guard path != memoryFile else { return true }
    return resolved(path).map { $0 == resolved(memoryFile) } ?? false
  }

  /// Whether something is there already, in the book's folder of texts.
  private func isOfBook(_ path: String) -> Bool {
    let folder = memoryFile.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
      .joined(separator: "/")
    guard let file = resolved(path), let content = resolved(folder) else { return false }
    return file.hasPrefix(content + "/")
  }
}

extension Diagnostic {
  fileprivate static func exportOntoMemory(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "export-onto-memory", file: path,
      Wording(
        en: "this is the translation memory itself, of which an export would be only a part",
        fr: "c’est la mémoire de traduction elle-même, dont un export ne serait qu’une partie"),
      hints: [
        Wording(
          en: "write it elsewhere; Weblate and Poedit may also work on the memory as it is",
          fr:
            "écrivez-le ailleurs ; Weblate et Poedit peuvent aussi travailler sur la mémoire telle quelle"
        )
      ])
  }

  fileprivate static func exportOntoBook(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "export-onto-book", file: path,
      Wording(
        en: "this file belongs to the book, and an export would take its place",
        fr: "ce fichier fait partie du livre, et un export prendrait sa place"),
      hints: [Wording(en: "write it elsewhere", fr: "écrivez-le ailleurs")])
  }
}
