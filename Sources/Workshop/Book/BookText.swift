internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

/// What a book says in one language and edition, before anything is numbered.
struct BookText {
  var manuscript: Manuscript
  /// Of the chapters, in their order.
  var numbers: [Int]
  /// Nil for the language in which the book is written.
  var translation: Translation?
  /// What both files say, before one was filled in from the other; nil for the source's language.
  var sides: (source: Manuscript, translation: Manuscript)?
  /// Where what was put into chapters comes from.
  var origins = LineOrigins(nil)
}

extension Book {
  /// The chapters, with what the source has and this language not yet, as the edition has them.
  func text(reporting diagnostics: inout [Diagnostic]) -> BookText {
    let own = parse(reporting: &diagnostics)
    var text = BookText(
      manuscript: own.manuscript, numbers: own.numbers, origins: LineOrigins(edition?.file))
    if language.tag != sheet.source { translate(&text, reporting: &diagnostics) }
    if let edition { edition.change(&text, in: self, reporting: &diagnostics) }
    return text
  }

  private func translate(_ text: inout BookText, reporting diagnostics: inout [Diagnostic]) {
    // What is wrong in the source is said where the source is built.
    var ignored: [Diagnostic] = []
    let files = ChapterFiles(in: folder, language: sheet.source, reporting: &diagnostics)
    let source = files.parse(
      in: folder, firstLine: { text.origins.lines(of: $0) }, reporting: &ignored)
    let translation = translation(text.manuscript, of: source.manuscript, reporting: &diagnostics)
    text.sides = (source.manuscript, text.manuscript)
    text.translation = translation
    // A language that is held back hands nothing out.
    if isReady(text, reporting: &ignored) {
      translation.findCriticalPassages(reporting: &diagnostics)
    }

    let numbered = Dictionary(
      zip(source.manuscript.chapters.map(\.name), source.numbers)
    ) { first, _ in first }
    var chapters = TranslatedChapters(
      text.manuscript, text.numbers, of: translation, numbered: numbered)
    chapters.findMoves(reporting: &diagnostics)
    if words.policy.missing == .source {
      chapters.fill(from: source.manuscript, numbered, inLanguage: sheet.source)
    }
    (text.manuscript, text.numbers) = chapters.ordered
  }

  /// The values that the words around the chapters may call besides the book's own: how this translation
  /// stands to its source.
  func values(of text: BookText) -> Values {
    var values = sheet.values
    guard let translation = text.translation else { return values }
    let waiting = translation.state.waiting
    let followed =
      waiting == 0 ? sheet.date : translation.memory.sourceDate.flatMap { BookDate(iso8601: $0) }
    values.text["translation.waiting"] = String(waiting)
    values.text["translation.date"] = (followed ?? sheet.date)?.words(in: language) ?? ""
    values.text["translation.source"] = sheet.languages[sheet.source]?.title ?? ""
    return values
  }

  /// Whether enough is translated to be published; said where it is not, which is no fault: the book's sheet
  /// wants it so.
  func isReady(_ text: BookText, reporting diagnostics: inout [Diagnostic]) -> Bool {
    guard let state = text.translation?.state, !state.isFresh(toPercent: words.policy.publishAt)
    else { return true }
    diagnostics.append(
      .translationUnready(
        language.tag, percent: state.freshPercent, least: words.policy.publishAt,
        file: folder.shown(BookFolder.sheet), range: words.policy.publishPlace ?? words.place))
    return false
  }
}

/// Chapters of which parts come from other files: their lines are counted from numbers that no file
/// reaches, and findings in them are given back to the files.
struct LineOrigins {
  private var files: [String] = []

  /// More than a chapter may have.
  private static let stride = mostChapterBytes + 1

  /// - Parameter sheet: an edition's, whose words stand around the chapters beside the book's.
  init(_ sheet: String?) { files = sheet.map { [$0] } ?? [] }

  /// A place in that edition's sheet.
  static func inSheet(_ range: SourceRange) -> SourceRange {
    moved(range.lowerBound, by: stride)..<moved(range.upperBound, by: stride)
  }

  private static func moved(_ location: SourceLocation, by lines: Int) -> SourceLocation {
    SourceLocation(line: location.line + lines, column: location.column)
  }

  /// The number of the first line of another file.
  mutating func lines(of file: String) -> Int {
    files.append(file)
    return files.count * Self.stride + 1
  }

  func located(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !files.isEmpty else { return diagnostics }
    return diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      locate(&diagnostic.file, &diagnostic.range)
      diagnostic.notes = diagnostic.notes.map { note in
        var note = note
        locate(&note.file, &note.range)
        return note
      }
      // Edits are made in the file that the finding names.
      if let range = diagnostic.fix.first?.range, range.lowerBound.line > Self.stride {
        diagnostic.fix = []
      }
      return diagnostic
    }
  }

  private func locate(_ file: inout String, _ range: inout SourceRange?) {
    guard let place = range, place.lowerBound.line > Self.stride else { return }
    let index = (place.lowerBound.line - 1) / Self.stride
    guard files.indices.contains(index - 1) else { return }
    file = files[index - 1]
    let lines = -index * Self.stride
    range = Self.moved(place.lowerBound, by: lines)..<Self.moved(place.upperBound, by: lines)
  }
}

extension Diagnostic {
  fileprivate static func translationUnready(
    _ tag: String, percent: Int, least: Int, file: String, range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "translation-unready", file: file, range: range,
      Wording(
        en: "nothing is made in “\(tag)”: \(percent) % of it is fresh, and \(least) % is to be",
        fr: "rien n’est fabriqué en « \(tag) » : à jour à \(percent) %, il faut \(least) %"),
      hints: [
        Wording(
          en:
            "livret translate status \(tag) shows what waits; publish-at says how much may wait",
          fr:
            "livret translate status \(tag) montre ce qui attend ; publish-at dit combien il le peut"
        )
      ])
  }
}
