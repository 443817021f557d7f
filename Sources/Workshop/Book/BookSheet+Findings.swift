internal import Diagnostics
internal import Typesetting

/// What a book's sheet is told beyond wrong keys and kinds of values.
extension Diagnostic {
  static func slugUnfit(_ slug: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "slug-unfit", file: node.source.file, range: node.range,
      Wording(
        en: "“\(slug)” cannot begin the names of files",
        fr: "« \(slug) » ne peut pas commencer des noms de fichiers"),
      hints: [
        Wording(
          en: "use small letters without accents, digits and hyphens",
          fr: "employez des minuscules sans accent, des chiffres et des traits d’union")
      ])
  }

  static func bleedTooWide(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "bleed-too-wide", file: node.source.file, range: node.range,
      Wording(
        en: "no more than 10 mm are cut off a page", fr: "on ne rogne pas plus de 10 mm d’une page"),
      hints: [Wording(en: "3 mm is usual", fr: "3 mm est l’usage")])
  }

  static func titleBlank(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "title-blank", file: node.source.file, range: node.range,
      Wording(en: "this title has no words", fr: "ce titre n’a pas de mots"),
      hints: [
        Wording(
          en: "write the book's title: the cover and the window of the PDF show it",
          fr: "écrivez le titre du livre : la couverture et la fenêtre du PDF le montrent")
      ])
  }

  static func languageUnknown(
    _ tag: String, at range: SourceRange, in source: YAMLText, known tags: [String]
  ) -> Diagnostic {
    let known = tags.joined(separator: ", ")
    return Diagnostic(
      .error, "language-unknown", file: source.file, range: range,
      Wording(
        en: "the language “\(tag)” is not one that livret can set",
        fr: "livret ne sait pas composer la langue « \(tag) »"),
      hints: [
        Wording(en: "use one of these: \(known)", fr: "employez l’une de celles-ci : \(known)"),
        Wording(
          en: "or describe it in content/locales/\(tag).yml",
          fr: "ou décrivez-la dans content/locales/\(tag).yml"),
      ])
  }

  static func sourceUnknown(_ tag: String, at node: YAMLNode, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "source-unknown", file: node.source.file, range: node.range,
      Wording(
        en: "the book is written in “\(tag)”, which is not below languages:",
        fr: "le livre est écrit en « \(tag) », qui n’est pas sous languages:"),
      hints: [
        NearestWord(to: tag, among: known).hint
          ?? Wording(
            en: "add \(tag): with a title below languages:",
            fr: "ajoutez \(tag): avec un titre sous languages:")
      ])
  }

  static func noRoomForText(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "page-no-room", file: node.source.file, range: node.range,
      Wording(
        en: "these margins leave no room for the text",
        fr: "ces marges ne laissent pas de place au texte"),
      hints: [
        Wording(en: "make the margins smaller", fr: "réduisez les marges")
      ])
  }

  static func typeUnreadable(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "type-size", file: node.source.file, range: node.range,
      Wording(
        en: "text of this size cannot be set; from 4 to 72 pt it can",
        fr: "un texte de ce corps ne peut pas être composé ; de 4 à 72 pt, oui"))
  }

  static func familyUnknown(
    _ name: String, at range: SourceRange, in file: String, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "family-unknown", file: file, range: range,
      Wording(
        en: "no font in the folder fonts/ is of the family “\(name)”",
        fr: "aucune police du dossier fonts/ n’est de la famille « \(name) »"),
      hints: [
        NearestWord(to: name, among: known).hint
          ?? Wording(en: "fonts/ has \(list)", fr: "fonts/ contient \(list)")
      ])
  }
}
