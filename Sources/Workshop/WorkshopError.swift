package import Diagnostics

/// Why a build could not run at all: nothing that mending a text would help.
package struct WorkshopError: Error, Hashable {
  package var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}

extension Diagnostic {
  static func noFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "folder-missing", file: path,
      Wording(en: "there is no such folder", fr: "il n’y a pas de dossier de ce nom"),
      hints: [
        Wording(
          en: "check how its name is spelt", fr: "vérifiez l’orthographe de son nom")
      ])
  }

  static func noBook(_ path: String, holding parent: String?) -> Diagnostic {
    Diagnostic(
      .error, "book-missing", file: path,
      Wording(
        en: "there is no book here: a book is a folder with \(BookFolder.sheet)",
        fr: "il n’y a pas de livre ici : un livre est un dossier qui contient \(BookFolder.sheet)"),
      hints: [
        parent.map {
          Wording(
            en: "there is one above; run livret build \($0)",
            fr: "il y en a un plus haut ; lancez livret build \($0)")
        }
          ?? Wording(
            en: "name the folder of your book: livret build FOLDER",
            fr: "nommez le dossier de votre livre : livret build DOSSIER")
      ])
  }

  static func badEpoch(_ value: String) -> Diagnostic {
    Diagnostic(
      .error, "epoch-bad", file: "SOURCE_DATE_EPOCH",
      Wording(
        en: "“\(value)” is not a number of seconds since 1970",
        fr: "« \(value) » n’est pas un nombre de secondes depuis 1970"),
      hints: [
        Wording(
          en: "unset SOURCE_DATE_EPOCH to use the book's date",
          fr: "retirez SOURCE_DATE_EPOCH pour employer la date du livre")
      ])
  }
}
