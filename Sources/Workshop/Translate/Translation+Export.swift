internal import Diagnostics
internal import Localization

extension Translation {
  /// For Poedit and Weblate: what lags behind is fuzzy, with the words it was confirmed against.
  package var catalogue: String {
    state.catalogue(language: language.gettext, title: "livret").text
  }

  /// Writes something that was made of it, and never over its memory.
  package func write(_ text: String, to path: String) throws(WorkshopError) {
    guard !isMemory(path) else { throw WorkshopError(.exportOntoMemory(path)) }
    try writeText(text, to: path)
  }

  /// Whether a path, however it is written, leads to the memory's file.
  func isMemory(_ path: String) -> Bool {
    guard path != memoryFile else { return true }
    return resolved(path).map { $0 == resolved(memoryFile) } ?? false
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
}
