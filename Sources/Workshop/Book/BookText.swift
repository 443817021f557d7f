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
  /// Where what was put into chapters comes from.
  var origins = LineOrigins(nil)
}

extension Book {
  /// The chapters, with what the source has and this language not yet, as the edition has them.
  func text(reporting diagnostics: inout [Diagnostic]) -> BookText {
    let own = parse(reporting: &diagnostics)
    var text = BookText(
      manuscript: own.manuscript, numbers: own.numbers, origins: LineOrigins(edition?.file))
    let source =
      language.tag == sheet.source ? nil : translate(&text, reporting: &diagnostics)
    if let edition { edition.change(&text, of: source, in: self, reporting: &diagnostics) }
    return text
  }

  /// - Returns: the source's chapters.
  private func translate(
    _ text: inout BookText, reporting diagnostics: inout [Diagnostic]
  ) -> Manuscript {
    let files = ChapterFiles(in: folder, language: sheet.source, reporting: &diagnostics)
    var source = Manuscript(chapters: [])
    var numbers: [Int] = []
    for file in files.files {
      // What is wrong in the source is said where the source is built.
      var ignored: [Diagnostic] = []
      guard let words = try? folder.text(of: file.path, limit: mostChapterBytes) else { continue }
      let shown = folder.shown(file.path)
      source.chapters.append(
        Chapter(
          parsing: words, file: shown, firstLine: text.origins.lines(of: shown),
          reporting: &ignored))
      numbers.append(file.number)
    }
    let translation = translation(text.manuscript, of: source, reporting: &diagnostics)
    text.translation = translation
    translation.findCriticalPassages(reporting: &diagnostics)
    guard words.policy.missing == .source else { return source }

    var chapters: [(number: Int, chapter: Chapter)] = zip(text.numbers, text.manuscript.chapters)
      .map { ($0, $1) }
    for (number, original) in zip(numbers, source.chapters) {
      if let index = chapters.firstIndex(where: { $0.chapter.name == original.name }) {
        chapters[index].chapter = chapters[index].chapter.filled(
          from: original, translation.passages(ofChapter: original.name),
          inLanguage: sheet.source)
      } else if !chapters.contains(where: { $0.number == number }) {
        chapters.append((number, original.marked(asLanguage: sheet.source)))
      }
    }
    chapters.sort { $0.number < $1.number }
    text.numbers = chapters.map(\.number)
    text.manuscript.chapters = chapters.map(\.chapter)
    return source
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

extension Translation {
  /// A deadline or an address that has changed must not be handed out.
  fileprivate func findCriticalPassages(reporting diagnostics: inout [Diagnostic]) {
    for passage in state.passages where passage.freshness == .stale {
      guard passage.source?.isCritical == true, let place = passage.translation else { continue }
      diagnostics.append(.criticalStale(file: file(of: passage), range: place.range))
    }
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

  fileprivate static func criticalStale(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "critical-stale", file: file, range: range,
      Wording(
        en: "the source of this critical passage has changed since it was translated",
        fr: "la source de ce passage critique a changé depuis sa traduction"),
      hints: [
        Wording(
          en: "livret translate diff shows the change; mend it here, then livret translate confirm",
          fr:
            "livret translate diff montre le changement ; corrigez ici, puis livret translate confirm"
        )
      ])
  }
}
