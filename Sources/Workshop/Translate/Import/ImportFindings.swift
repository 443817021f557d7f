internal import Diagnostics
internal import Localization

extension Diagnostic {
  static func catalogueConflict(_ conflict: Rewording, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-conflict", file: file, range: conflict.state.translation?.range,
      Wording(
        en: "this was edited here and in the catalogue; nothing was overwritten",
        fr: "ceci a été modifié ici et dans le catalogue ; rien n’a été écrasé"),
      hints: [
        Wording(
          en: "the catalogue says: \(conflict.text)", fr: "le catalogue dit : \(conflict.text)"),
        Wording(
          en: "keep one of the two here, then confirm it with livret translate confirm",
          fr: "gardez ici l’un des deux, puis confirmez-le par livret translate confirm"),
      ])
  }

  static func catalogueUnplaced(_ addition: Rewording, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-unplaced", file: file, range: addition.state.translation?.range,
      Wording(
        en: "this translation’s place is not known: \(addition.text)",
        fr: "la place de cette traduction n’est pas connue : \(addition.text)"),
      hints: [
        Wording(
          en:
            "write it into the file by hand, where the source has: \(addition.state.source?.text ?? "")",
          fr:
            "écrivez-la dans le fichier à la main, là où la source a : \(addition.state.source?.text ?? "")"
        )
      ])
  }

  static func catalogueEntryUnknown(_ entry: POFile.Entry, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-entry-unknown", file: file, range: entry.range,
      Wording(
        en: "the source no longer has what this entry translates",
        fr: "la source n’a plus ce que cette entrée traduit"),
      hints: [
        Wording(
          en: "the catalogue says: \(entry.translation)",
          fr: "le catalogue dit : \(entry.translation)"),
        Wording(
          en: "export the catalogue again to see what it has now",
          fr: "exportez de nouveau le catalogue pour voir ce qu’elle a maintenant"),
      ])
  }

  static func catalogueRefused(_ range: SourceRange?, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-refused", file: file, range: range,
      Wording(
        en:
          "put into the chapter, this would not be the one piece of text that it translates; it was left out",
        fr:
          "mis dans le chapitre, ceci ne serait plus le seul morceau de texte qu’il traduit ; il a été laissé de côté"
      ),
      hints: [
        Wording(
          en: """
            write it as one paragraph, without signs that begin a heading, a list or a box; titles and \
            table cells in one line
            """,
          fr: """
            écrivez-le en un seul paragraphe, sans signe qui commence un titre, une liste ou un encadré ; \
            titres et cases de tableau sur une ligne
            """)
      ])
  }

  static func catalogueSign(_ strange: StrangeSign, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-sign", file: file, range: strange.range,
      Wording(
        en: "these words have \(strange.sign), which the book does not know; they were left out",
        fr:
          "ces mots ont \(strange.sign), que le livre ne connaît pas ; ils ont été laissés de côté"),
      hints: [
        Wording(
          en: "copy links, values and other signs as the source has them",
          fr: "recopiez liens, valeurs et autres signes comme la source les a")
      ])
  }

  static func catalogueLeftOut(_ count: Int, file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-incomplete", file: file, range: range,
      Wording(
        en: """
          passages translated in the catalogue were left out, since the blocks they stand in are not \
          wholly translated yet: \(count), the first of them here
          """,
        fr: """
          des passages traduits dans le catalogue ont été laissés de côté, car leurs blocs ne sont pas \
          encore traduits en entier : \(count), le premier ici
          """),
      hints: [
        Wording(
          en: "translate the rest of each list, table or box, and its notes, then import again",
          fr:
            "traduisez le reste de chaque liste, tableau ou encadré, et ses notes, puis importez de nouveau"
        )
      ])
  }

  static func chapterPlaceTaken(_ path: String, by other: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-chapter", file: path,
      Wording(
        en: "this chapter was not written: another one has its number",
        fr: "ce chapitre n’a pas été écrit : un autre porte son numéro"),
      notes: [Note(Wording(en: "here", fr: "ici"), file: other)],
      hints: [
        Wording(
          en: "rename that one as its source is named, then import again",
          fr: "renommez celui-là comme sa source, puis importez de nouveau")
      ])
  }

  static func shortTitleUntranslated(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-short-title", file: file, range: range,
      Wording(
        en: "the chapter's short title is still the source's: catalogues do not hold it",
        fr: "le titre court du chapitre est encore celui de la source : les catalogues ne l’ont pas"
      ),
      hints: [Wording(en: "translate this line", fr: "traduisez cette ligne")])
  }
}
