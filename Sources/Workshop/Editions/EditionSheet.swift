internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

/// What `content/editions/NAME/edition.yml` says: what a town makes of the book.
struct EditionSheet {
  var name: String
  /// The sheet's own file, as messages show it.
  var file: String
  /// The languages in which it is built where nobody asks for one; nil where it does not say.
  var builds: [String]?
  var values = Values()
  /// By tag.
  var languages: [String: Words] = [:]
  var motif: BookSheet.PicturePath?
  var background: BookSheet.PicturePath?
  var vignette: BookSheet.PicturePath?
  var logo: BookSheet.PicturePath?
  var changes: [Change] = []

  /// The words around the chapters that differ in one language, and values that are words themselves.
  struct Words {
    var title: String?
    var subtitle: String?
    var edition: String?
    var publisher: String?
    var blurb: [String]?
    var colophon: [String]?
    /// Where each of them is written.
    var places: [String: SourceRange] = [:]
    var values = Values()
  }

  /// One of its verbs, with the identifier of what it changes.
  struct Change {
    enum Verb { case replace, after, omit }
    var verb: Verb
    var target: String
    var place: SheetPlace
    /// The file of `blocks/` that is put there, and where it is named.
    var block: (name: String, range: SourceRange)?
  }

  /// The folder of the edition, below the book's.
  var folder: String { Self.folder(of: name) }

  static func folder(of name: String) -> String { "content/editions/\(name)" }

  /// Those that go before the book's own, the last before the first.
  func values(in tag: String) -> [Values] {
    [values] + (languages[tag].map { [$0.values] } ?? [])
  }

  /// The words around the chapters, with those that the edition has of its own.
  func words(_ words: BookSheet.TitleWords, in tag: String) -> BookSheet.TitleWords {
    guard let own = languages[tag] else { return words }
    var words = words
    words.title = own.title ?? words.title
    words.subtitle = own.subtitle ?? words.subtitle
    words.edition = own.edition ?? words.edition
    words.publisher = own.publisher ?? words.publisher
    words.blurb = own.blurb ?? words.blurb
    words.colophon = own.colophon ?? words.colophon
    words.places.merge(own.places.mapValues { LineOrigins.inSheet($0) }) { _, own in own }
    return words
  }
}

extension BookFolder {
  /// The names of the book's editions, sorted: the folders that have a sheet, be it at fault.
  var editions: [String] {
    ((try? names(in: "content/editions")) ?? []).filter { name in
      do throws(FileFault) {
        _ = try bytes(of: sheet(ofEdition: name), limit: YAMLText.mostBytes)
        return true
      } catch {
        return error != .missing
      }
    }
  }

  /// Nil, and reported, where there is no such edition or it cannot be read.
  func edition(
    _ name: String, of book: BookSheet, reporting diagnostics: inout [Diagnostic]
  ) -> EditionSheet? {
    let known = editions
    let file = shown(sheet(ofEdition: name))
    guard known.contains(name) else {
      diagnostics.append(.editionUnknown(name, file: file, known: known))
      return nil
    }
    do {
      let text = try text(of: sheet(ofEdition: name), limit: YAMLText.mostBytes)
      return EditionSheet(
        named: name, reading: YAMLText(text: text, file: file), of: book, reporting: &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic(of: file))
      return nil
    }
  }

  private func sheet(ofEdition name: String) -> String {
    "\(EditionSheet.folder(of: name))/edition.yml"
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
}
