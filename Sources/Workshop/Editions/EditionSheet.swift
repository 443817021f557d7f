internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

/// What `content/editions/NAME/edition.yml` says: what a town makes of the book.
struct EditionSheet {
  var name: String
  /// The folder of the edition, below the book's.
  var folder: String
  var values: [String: String] = [:]
  /// By tag: words around the chapters that differ.
  var languages: [String: YAMLMapping] = [:]
  var motif: BookSheet.PicturePath?
  var background: BookSheet.PicturePath?
  var vignette: BookSheet.PicturePath?
  var logo: BookSheet.PicturePath?
  fileprivate var changes: [(verb: Verb, target: String, file: String?, place: Edition.Place)] = []
  /// The sheet's own file, as messages show it.
  fileprivate var file: String

  fileprivate enum Verb: String, CaseIterable { case replace, after, omit }

  static func folder(of name: String) -> String { "content/editions/\(name)" }
}

extension BookFolder {
  /// The names of the book's editions, sorted.
  var editions: [String] {
    ((try? names(in: "content/editions")) ?? []).filter { name in
      (try? bytes(of: "\(EditionSheet.folder(of: name))/edition.yml", limit: YAMLText.mostBytes))
        != nil
    }
  }

  /// Nil, and reported, where there is no such edition.
  func edition(_ name: String, reporting diagnostics: inout [Diagnostic]) -> EditionSheet? {
    let path = "\(EditionSheet.folder(of: name))/edition.yml"
    let text: String
    do throws(FileFault) {
      guard editions.contains(name) else { throw .missing }
      text = try self.text(of: path, limit: YAMLText.mostBytes)
    } catch {
      diagnostics.append(.editionUnknown(name, file: shown(path), known: editions))
      return nil
    }
    return EditionSheet(
      named: name, YAMLText(text: text, file: shown(path)), reporting: &diagnostics)
  }
}

extension EditionSheet {
  fileprivate init?(
    named name: String, _ source: YAMLText, reporting diagnostics: inout [Diagnostic]
  ) {
    guard
      let sheet = source.root(reporting: &diagnostics)?.mapping(
        of: ["languages", "values", "replace", "after", "omit", "cover", "logo"],
        reporting: &diagnostics)
    else { return nil }
    self.name = name
    folder = Self.folder(of: name)
    file = source.file
    values = sheet["values"]?.flattened(reporting: &diagnostics) ?? [:]
    for entry in sheet["languages"]?.mapping(reporting: &diagnostics)?.entries ?? [] {
      languages[entry.key] = entry.value.mapping(
        of: ["title", "subtitle", "edition", "publisher", "blurb", "colophon"],
        reporting: &diagnostics)
    }
    for verb in [Verb.replace, .after] {
      for entry in sheet[verb.rawValue]?.mapping(reporting: &diagnostics)?.entries ?? [] {
        let place = Edition.Place(file: source.file, range: entry.keyRange)
        let words = entry.value.text(reporting: &diagnostics)
        changes.append((verb, entry.key, words, place))
      }
    }
    for item in sheet["omit"]?.items ?? [] {
      guard let target = item.text(reporting: &diagnostics) else { continue }
      changes.append(
        (.omit, target, nil, Edition.Place(file: source.file, range: item.range)))
    }
    let cover = sheet["cover"]?.mapping(
      of: ["motif", "background", "vignette"], reporting: &diagnostics)
    motif = cover?["motif"]?.picturePath(reporting: &diagnostics)
    background = cover?["background"]?.picturePath(reporting: &diagnostics)
    vignette = cover?["vignette"]?.picturePath(reporting: &diagnostics)
    logo = sheet["logo"]?.picturePath(reporting: &diagnostics)
  }

  /// The words around the chapters, with those that the edition has of its own.
  func words(
    _ words: BookSheet.TitleWords, in tag: String, reporting diagnostics: inout [Diagnostic]
  ) -> BookSheet.TitleWords {
    guard let own = languages[tag] else { return words }
    var words = words
    func read(_ key: String, into text: inout String) {
      guard let node = own[key], let given = node.text(reporting: &diagnostics) else { return }
      text = given
    }
    read("title", into: &words.title)
    read("subtitle", into: &words.subtitle)
    read("edition", into: &words.edition)
    read("publisher", into: &words.publisher)
    if let node = own["blurb"] { words.blurb = node.texts(reporting: &diagnostics) }
    if let node = own["colophon"] { words.colophon = node.texts(reporting: &diagnostics) }
    return words
  }

  /// Makes the edition's changes in a text.
  func change(
    _ text: inout BookText, in book: Book, reporting diagnostics: inout [Diagnostic]
  ) {
    var made: [Edition.Change] = []
    for change in changes {
      switch change.verb {
      case .omit: made.append(Edition.Change(.omit, target: change.target, place: change.place))
      case .replace, .after:
        guard let name = change.file,
          let insert = insert(
            name, at: change.place, in: book, origins: &text.origins, reporting: &diagnostics)
        else { continue }
        made.append(
          Edition.Change(
            change.verb == .replace ? .replace(insert) : .after(insert), target: change.target,
            place: change.place))
      }
    }
    let before = text.manuscript.chapters.map(\.file)
    text.manuscript = text.manuscript.changed(
      by: Edition(changes: made), reporting: &diagnostics)
    text.numbers = renumbered(text.manuscript, before, text.numbers)
  }

  /// Chapters are counted anew where one has come or gone.
  private func renumbered(_ manuscript: Manuscript, _ before: [String], _ numbers: [Int]) -> [Int] {
    let after = manuscript.chapters.map(\.file)
    return after == before
      ? numbers : Array(1...max(after.count, 1)).prefix(after.count).map(\.self)
  }

  /// A file of the edition in the book's language, or else in the source's.
  private func insert(
    _ name: String, at place: Edition.Place, in book: Book, origins: inout LineOrigins,
    reporting diagnostics: inout [Diagnostic]
  ) -> Edition.Insert? {
    let tag = book.language.tag
    let paths = ["\(folder)/blocks/\(tag)/\(name)", "\(folder)/blocks/\(name)"]
    for (index, path) in paths.enumerated() {
      guard let words = try? book.folder.text(of: path, limit: mostChapterBytes) else { continue }
      let shown = book.folder.shown(path)
      var chapter = Chapter(
        parsing: words, file: shown, firstLine: origins.lines(of: shown), reporting: &diagnostics)
      if index == 1, tag != book.sheet.source {
        chapter = chapter.marked(asLanguage: book.sheet.source)
        diagnostics.append(.editionBlockUntranslated(shown, tag))
      }
      return Edition.Insert(
        chapter: chapter, original: chapter.original(reporting: &diagnostics), place: place)
    }
    diagnostics.append(.editionBlockMissing(paths.map { book.folder.shown($0) }, at: place))
    return nil
  }
}

extension Chapter {
  /// `replaces:` of the front matter.
  fileprivate func original(reporting diagnostics: inout [Diagnostic]) -> String? {
    guard let frontMatter else { return nil }
    let source = YAMLText(
      text: frontMatter.yaml, file: file, firstLine: frontMatter.range.lowerBound.line)
    return source.root(reporting: &diagnostics)?.mapping(
      of: ["replaces", "short", "date"], reporting: &diagnostics)?["replaces"]?.text(
        reporting: &diagnostics)
  }
}

extension Diagnostic {
  fileprivate static func editionUnknown(
    _ name: String, file: String, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "edition-unknown", file: file,
      Wording(en: "there is no edition “\(name)”", fr: "il n’y a pas d’édition « \(name) »"),
      hints: [
        NearestWord(to: name, among: known).hint
          ?? Wording(
            en: "an edition is a folder of content/editions with an edition.yml",
            fr: "une édition est un dossier de content/editions avec un edition.yml")
      ])
  }

  fileprivate static func editionBlockMissing(
    _ paths: [String], at place: Edition.Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "edition-block-missing", file: place.file, range: place.range,
      Wording(
        en: "the file of this change is not there", fr: "le fichier de ce changement n’est pas là"),
      hints: [
        Wording(
          en: "write it as \(paths.joined(separator: " or "))",
          fr: "écrivez-le : \(paths.joined(separator: " ou "))")
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
