internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

extension EditionSheet {
  /// A file of the edition in the book's language, or else in the source's.
  func insert(
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
      let settled = ConflictMarkers(in: words, file: shown)
      diagnostics += settled.diagnostics
      var chapter = Chapter(
        parsing: settled.text, file: shown, firstLine: origins.lines(of: shown),
        reporting: &diagnostics)
      guard !chapter.blocks.isEmpty else {
        diagnostics.append(.editionBlockEmpty(shown, replaces: change.verb == .replace))
        return nil
      }
      if index == 1, tag != book.sheet.source {
        chapter = chapter.marked(asLanguage: book.sheet.source)
        diagnostics.append(.editionBlockUntranslated(shown, tag))
      }
      let original = chapter.original(of: change, reporting: &diagnostics)
      return Edition.Insert(
        chapter: chapter, original: original?.text(reporting: &diagnostics),
        originalPlace: original?.range)
    }
    let wanted = tag == book.sheet.source ? paths.suffix(1) : paths[...]
    diagnostics.append(
      .editionBlockMissing(
        wanted.map { book.folder.shown($0) }, at: change.place,
        known: files(in: book).map(\.name)))
    return nil
  }

  private var blocks: String { "\(folder)/blocks" }

  /// The files in `blocks/` and in its folders of languages.
  func files(in book: Book) -> [(name: String, path: String)] {
    ([""] + book.sheet.languages.keys.sorted().map { $0 + "/" }).flatMap { place in
      ((try? book.folder.names(in: "\(blocks)/\(place)")) ?? [])
        .filter { $0.lowercased().hasSuffix(".md") }
        .map { ($0, "\(blocks)/\(place)\($0)") }
    }
  }
}

extension Chapter {
  /// `replaces:` of the front matter; keys that say nothing of such a file are reported.
  fileprivate func original(
    of change: EditionSheet.Change, reporting diagnostics: inout [Diagnostic]
  ) -> YAMLNode? {
    guard let frontMatter else { return nil }
    let source = YAMLText(
      text: frontMatter.yaml, file: file, firstLine: frontMatter.range.lowerBound.line)
    let mapping = source.root(reporting: &diagnostics)?.mapping(
      of: ["replaces", "short", "date"], reporting: &diagnostics)
    for entry in mapping?.entries ?? [] {
      switch entry.key {
      case "replaces" where change.verb == .after:
        diagnostics.append(.editionKeyOfReplacement(at: entry.keyRange, in: file))
      case "short", "date":
        if !beginsWithTitle {
          diagnostics.append(.editionKeyOfChapter(entry.key, at: entry.keyRange, in: file))
        }
      default: break
      }
    }
    return mapping?["replaces"]
  }
}

extension Diagnostic {
  fileprivate static func editionKeyOfReplacement(
    at range: SourceRange, in file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-key-idle", file: file, range: range,
      Wording(
        en: "this file replaces nothing, so “replaces” says nothing here",
        fr: "ce fichier ne remplace rien, donc « replaces » ne dit rien ici"),
      hints: [
        Wording(
          en: "take the line away, or name the file below replace: in edition.yml",
          fr: "retirez la ligne, ou nommez le fichier sous replace: dans edition.yml")
      ])
  }

  fileprivate static func editionKeyOfChapter(
    _ key: String, at range: SourceRange, in file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-key-idle", file: file, range: range,
      Wording(
        en: "only chapters print “\(key)”, and this file is none",
        fr: "seuls les chapitres impriment « \(key) », et ce fichier n’en est pas un"),
      hints: [
        Wording(
          en: "take the line away, or begin the file with a title: # Title",
          fr: "retirez la ligne, ou commencez le fichier par un titre : # Titre")
      ])
  }

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
