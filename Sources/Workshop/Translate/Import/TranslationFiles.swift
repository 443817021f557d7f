internal import Diagnostics
internal import Localization
internal import Markdown

/// The chapters of a translation and of its source, in memory, while a catalogue's words go in.
struct TranslationFiles {
  struct File {
    var number: Int
    /// Without its ending.
    var name: String
    var path: String
    var text: ChapterText
    var isNew = false
    var isChanged = false
  }

  private let translation: Translation
  private let book: BookFolder
  private var files: [File]
  private let sources: [File]

  private(set) var replaced: [Rewording] = []
  private(set) var added: [Rewording] = []
  private var refused: [Rewording] = []
  private var unplaced: [Rewording] = []
  private var leftOut: [Rewording] = []
  private var written: Set<Passage> = []

  /// Nil, and reported, where a chapter cannot be read.
  init?(
    of translation: Translation, in book: BookFolder, reporting diagnostics: inout [Diagnostic]
  ) {
    self.translation = translation
    self.book = book
    guard let files = Self.files(of: translation.language, in: book, reporting: &diagnostics),
      let sources = Self.files(of: translation.source, in: book, reporting: &diagnostics)
    else { return nil }
    (self.files, self.sources) = (files, sources)
  }

  private static func files(
    of language: String, in book: BookFolder, reporting diagnostics: inout [Diagnostic]
  ) -> [File]? {
    // That a translation has no chapter yet is no fault.
    var ignored: [Diagnostic] = []
    var files: [File] = []
    for file in ChapterFiles(in: book, language: language, reporting: &ignored).files {
      let path = book.shown(file.path)
      do throws(FileFault) {
        let bytes = try book.bytes(of: file.path, limit: mostChapterBytes)
        _ = try decoded(bytes)
        let text = ChapterText(bytes, file: path)
        files.append(
          File(number: file.number, name: text.chapter.name, path: path, text: text))
      } catch {
        diagnostics.append(error.diagnostic(of: path))
        return nil
      }
    }
    return files
  }

  // MARK: - Taking words in

  mutating func take(_ changes: CatalogueImport, reporting diagnostics: inout [Diagnostic]) {
    // Chapters of the source by the file of their translation, which may bear another name.
    var homes: [String: [File]] = [:]
    for source in sources { homes[home(of: source), default: []].append(source) }
    for file in files where homes[file.name] == nil { homes[file.name] = [] }
    let waiting = Set(changes.additions.compactMap { $0.state.source?.place.chapter })
    for (name, sources) in homes.sorted(by: { $0.key < $1.key }) {
      var file: File
      if let found = files.first(where: { $0.name == name }) {
        file = found
      } else {
        guard let source = sources.first, waiting.contains(source.name) else { continue }
        let path = book.shown("content/\(translation.language)/\(name).md")
        if let other = files.first(where: { $0.number == source.number }) {
          diagnostics.append(.chapterPlaceTaken(path, by: other.path))
          continue
        }
        file = File(
          number: source.number, name: name, path: path,
          text: ChapterText(newFrom: source.text, file: path), isNew: true)
      }
      let result = ChapterImport(
        into: file.text, named: name,
        from: sources.map { ($0.text, states(of: $0.name)) }, changes)
      replaced += result.replaced
      added += result.added
      refused += result.refused
      unplaced += result.unplaced
      leftOut += result.leftOut
      guard !(result.replaced + result.added).isEmpty else { continue }
      (file.text, file.isChanged) = (result.text, true)
      if file.isNew, let range = file.shortTitle {
        diagnostics.append(.shortTitleUntranslated(file: file.path, range: range))
      }
      files.removeAll { $0.name == name }
      files.append(file)
    }
    files.sort { $0.number < $1.number }
    written = Set((replaced + added).compactMap(\.state.source))
  }

  private func states(of chapter: String) -> [PassageState] {
    translation.state.passages.filter { $0.source?.place.chapter == chapter }
  }

  /// The translated chapter in which most of a chapter's passages stand.
  private func home(of source: File) -> String {
    var counts: [String: Int] = [:]
    for state in states(of: source.name) {
      if let place = state.translation?.place.chapter { counts[place, default: 0] += 1 }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return most?.key ?? source.name
  }

  // MARK: - What came of it

  func isWritten(_ state: PassageState) -> Bool {
    state.source.map(written.contains) ?? false
  }

  /// Of the whole translation, as its files will be.
  var passages: [Passage] {
    files.flatMap { $0.text.chapter.passages(named: $0.name) }
  }

  var products: [Product] {
    files.filter(\.isChanged).map { Product(path: $0.path, bytes: $0.text.bytes) }
  }

  func findings(of changes: CatalogueImport, from catalogue: String) -> [Diagnostic] {
    let path = { (state: PassageState) in
      let name = (state.translation ?? state.source)?.place.chapter ?? ""
      return files.first { $0.name == name }?.path ?? translation.file(of: state)
    }
    var findings = changes.conflicts.map {
      Diagnostic.catalogueConflict($0, file: path($0.state))
    }
    findings += changes.unknown.map { .catalogueEntryUnknown($0, file: catalogue) }
    let refused = (changes.malformed.map(\.range) + refused.map(\.range)).map {
      Diagnostic.catalogueRefused($0, file: catalogue)
    }
    findings += refused.withoutRepeats.sortedByPlace
    findings += changes.strange.map { .catalogueSign($0, file: catalogue) }.sortedByPlace
    findings += unplaced.map { .catalogueUnplaced($0, file: path($0.state)) }
    if let first = leftOut.first, let source = first.state.source {
      let file = sources.first { $0.name == source.place.chapter }?.path ?? catalogue
      findings.append(.catalogueLeftOut(leftOut.count, file: file, range: source.range))
    }
    return findings
  }
}

extension TranslationFiles.File {
  /// Of a new file's front matter, which is its source's.
  fileprivate var shortTitle: SourceRange? {
    guard let matter = text.chapter.frontMatter else { return nil }
    let lines = matter.yaml.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = lines.firstIndex(where: { $0.hasPrefix("short:") }) else { return nil }
    let line = matter.range.lowerBound.line + index
    return SourceLocation(
      line: line, column: 1)..<SourceLocation(
        line: line, column: lines[index].unicodeScalars.count + 1)
  }
}
