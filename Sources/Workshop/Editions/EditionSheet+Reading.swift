internal import Diagnostics
internal import Localization

extension EditionSheet {
  /// - Parameter book: the sheet of the book of which this is an edition.
  init?(
    named name: String, reading source: YAMLText, of book: BookSheet,
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard
      let sheet = source.root(reporting: &diagnostics)?.mapping(
        of: ["build", "languages", "values", "replace", "after", "omit", "cover", "logo"],
        reporting: &diagnostics)
    else { return nil }
    sheet.checkWritten(reporting: &diagnostics)
    self.name = name
    file = source.file
    let tags = book.languages.keys.sorted()
    builds = sheet["build"]?.items.compactMap { item in
      guard let tag = item.text(reporting: &diagnostics) else { return nil }
      if tags.contains(tag) { return tag }
      diagnostics.append(
        .editionLanguageUnknown(tag, at: item.range, in: source.file, known: tags))
      return nil
    }
    for entry in sheet["languages"]?.mapping(reporting: &diagnostics)?.entries ?? [] {
      if !tags.contains(entry.key) {
        diagnostics.append(
          .editionLanguageUnknown(entry.key, at: entry.keyRange, in: source.file, known: tags))
      }
      languages[entry.key] = entry.value.localWords(reporting: &diagnostics)
    }
    values = sheet["values"]?.values(reporting: &diagnostics) ?? Values()
    for (key, verb) in [("replace", Change.Verb.replace), ("after", .after)] {
      for entry in sheet[key]?.mapping(reporting: &diagnostics)?.entries ?? [] {
        guard let name = entry.value.text(reporting: &diagnostics) else { continue }
        guard name.isBelowItsFolder, !tags.contains(where: { name.hasPrefix($0 + "/") }) else {
          diagnostics.append(.editionBlockOutside(name, at: entry.value))
          continue
        }
        changes.append(
          Change(
            verb: verb, target: entry.key,
            place: SheetPlace(file: source.file, range: entry.keyRange),
            block: (name, entry.value.range)))
      }
    }
    for item in sheet["omit"]?.items ?? [] {
      guard let target = item.text(reporting: &diagnostics) else { continue }
      changes.append(
        Change(
          verb: .omit, target: target, place: SheetPlace(file: source.file, range: item.range)))
    }
    let cover = sheet["cover"]?.mapping(
      of: ["motif", "background", "vignette"], reporting: &diagnostics)
    cover?.checkWritten(reporting: &diagnostics)
    motif = cover?["motif"]?.picturePath(reporting: &diagnostics)
    background = cover?["background"]?.picturePath(reporting: &diagnostics)
    vignette = cover?["vignette"]?.picturePath(reporting: &diagnostics)
    logo = sheet["logo"]?.picturePath(reporting: &diagnostics)
  }
}

extension YAMLNode {
  fileprivate func localWords(reporting diagnostics: inout [Diagnostic]) -> EditionSheet.Words {
    var words = EditionSheet.Words()
    let texts = ["title", "subtitle", "edition", "publisher", "blurb", "colophon"]
    guard let mapping = mapping(of: texts + ["values"], reporting: &diagnostics) else {
      return words
    }
    mapping.checkWritten(reporting: &diagnostics)
    words.title = mapping["title"]?.text(reporting: &diagnostics)
    if let node = mapping["title"], words.title?.allSatisfy(\.isWhitespace) == true {
      diagnostics.append(.titleBlank(at: node))
    }
    words.subtitle = mapping["subtitle"]?.text(reporting: &diagnostics)
    words.edition = mapping["edition"]?.text(reporting: &diagnostics)
    words.publisher = mapping["publisher"]?.text(reporting: &diagnostics)
    words.blurb = mapping["blurb"]?.texts(reporting: &diagnostics)
    words.colophon = mapping["colophon"]?.texts(reporting: &diagnostics)
    words.places = mapping.places(of: texts)
    words.values = mapping["values"]?.values(reporting: &diagnostics) ?? Values()
    return words
  }
}

extension YAMLMapping {
  /// Where each of the texts below some keys is written.
  func places(of keys: [String]) -> [String: SourceRange] {
    // What is no text is reported where the words are read.
    var ignored: [Diagnostic] = []
    var places: [String: SourceRange] = [:]
    for key in keys {
      for item in self[key]?.items ?? [] {
        if let text = item.text(reporting: &ignored) { places[text] = item.range }
      }
    }
    return places
  }
}

extension String {
  /// A path that leads nowhere else, whatever stands there.
  fileprivate var isBelowItsFolder: Bool {
    split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !["", ".", ".."].contains($0)
    }
  }
}

extension Diagnostic {
  fileprivate static func editionLanguageUnknown(
    _ tag: String, at range: SourceRange, in file: String, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "edition-language-unknown", file: file, range: range,
      Wording(
        en: "the book is not in the language “\(tag)”",
        fr: "le livre n’est pas dans la langue « \(tag) »"),
      hints: [
        Wording(
          en: "use one of these: \(list); or add it below languages: in content/livret.yml",
          fr:
            "employez l’une de celles-ci : \(list) ; ou ajoutez-la sous languages: dans content/livret.yml"
        )
      ])
  }

  fileprivate static func editionBlockOutside(_ name: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "edition-block-outside", file: node.source.file, range: node.range,
      Wording(
        en: "“\(name)” is not the name of a file in this edition's folder blocks/",
        fr: "« \(name) » n’est pas le nom d’un fichier du dossier blocks/ de cette édition"),
      hints: [
        Wording(
          en: """
            write a name such as \(name.split(separator: "/").last ?? "here.md"), without a \
            language: translations stand in blocks/en/, and so on, under the same name
            """,
          fr: """
            écrivez un nom comme \(name.split(separator: "/").last ?? "ici.md"), sans langue : \
            les traductions sont dans blocks/en/, etc., sous le même nom
            """)
      ])
  }
}
