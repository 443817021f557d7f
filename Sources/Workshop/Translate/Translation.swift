internal import Diagnostics
package import Localization
internal import Markdown
internal import Typesetting

/// One language of a book beside its source: the files, the memory, and how they stand.
package struct Translation: Sendable {
  package var language: String
  /// The source's language and what the book is called in it.
  package var source: String
  package var title: String
  /// Whether it is written from the right.
  package var isRightToLeft: Bool
  /// The source's chapters in order: the file's name without its ending, and both files as messages show
  /// them; the translation's may not exist.
  package var chapters: [ChapterPair]
  package var state: TranslationState
  /// Which of the translation's files is which chapter's.
  var pairs: ChapterPairs
  package var memory: Memory
  /// Where the memory's entries stand in its file.
  var memoryRanges: [SourceRange?]
  /// Of the book, as its sheet says it.
  package var sourceDate: String?
  /// The memory's file as messages show it.
  package var memoryFile: String
  /// Merges that nobody has settled, in its chapters and the source's: of each only one side is known, and
  /// a memory written now would forget the other.
  var merges: [Diagnostic] = []

  package struct ChapterPair: Hashable, Sendable {
    package var name: String
    package var title: String
    package var sourceFile: String
    package var translationFile: String
  }

  /// The states of one chapter's passages, in order.
  package func passages(of chapter: ChapterPair) -> [PassageState] {
    passages(ofChapter: chapter.name)
  }

  func passages(ofChapter name: String) -> [PassageState] {
    state.passages.filter { $0.place?.chapter == name }
  }

  /// The file in which a passage's translation stands, or would.
  package func file(of passage: PassageState) -> String {
    if let own = passage.translation?.place.chapter { return file(named: own) }
    let name = passage.source?.place.chapter ?? ""
    return chapters.first { $0.name == name }?.translationFile ?? file(named: name)
  }

  /// A chapter's file of this language, by the chapter's name.
  func file(named name: String) -> String {
    // The memory stands beside the chapters.
    let folder = memoryFile.lastIndex(of: "/").map { memoryFile[...$0] } ?? ""
    return "\(folder)\(name).md"
  }

  /// The source's file in which a passage's original stands; nil for what the source has not.
  package func sourceFile(of passage: PassageState) -> String? {
    passage.source.flatMap { source in
      chapters.first { $0.name == source.place.chapter }?.sourceFile
    }
  }

  /// Each missing passage's place in the source with the translated passage of the same file after which
  /// it belongs; nil for those that would begin the file.
  package var neighboursOfMissing: [Passage: Passage] {
    var neighbours: [Passage: Passage] = [:]
    var last: (file: String, passage: Passage)?
    for passage in state.passages {
      let file = file(of: passage)
      if let translation = passage.translation {
        last = (file, translation)
      } else if let source = passage.source, let last, last.file == file {
        neighbours[source] = last.passage
      }
    }
    return neighbours
  }
}

extension BookFolder {
  /// Reads the source, and translation and memory of each other language.
  func translations(_ sheet: BookSheet, reporting diagnostics: inout [Diagnostic]) -> [Translation]
  {
    defer { diagnostics = diagnostics.withoutRepeats }
    let tags = sheet.languages.keys.filter { $0 != sheet.source }.sorted()
    guard !tags.isEmpty,
      let source = Book(
        in: self, sheet, language: sheet.source, date: nil, reporting: &diagnostics)
    else { return [] }
    // What is wrong in a chapter's own text is for livret check to say.
    var inSource: [Diagnostic] = []
    let original = source.parse(reporting: &inSource).manuscript
    var translations: [Translation] = []
    for tag in tags {
      guard let book = Book(in: self, sheet, language: tag, date: nil, reporting: &diagnostics)
      else { continue }
      var found: [Diagnostic] = []
      var translation = book.translation(
        book.chaptersIfAny(reporting: &found), of: original, reporting: &diagnostics)
      translation.merges = (found + inSource).filter(\.isOfMerge)
      translations.append(translation)
    }
    return translations
  }
}

extension Book {
  /// How these chapters stand to those of the source, by this language's memory.
  func translation(
    _ translated: Manuscript, of original: Manuscript, reporting diagnostics: inout [Diagnostic]
  ) -> Translation {
    let tag = language.tag
    let memoryPath = "content/\(tag)/\(tag).po"
    var catalogue = POFile(header: [])
    do throws(FileFault) {
      let text = try folder.text(of: memoryPath, limit: mostChapterBytes)
      catalogue = POFile(parsing: text, file: folder.shown(memoryPath), reporting: &diagnostics)
    } catch .missing {
      // Untracked: all of it is unconfirmed.
    } catch {
      diagnostics.append(error.diagnostic(of: folder.shown(memoryPath)))
    }
    let memory = Memory(catalogue)
    let state = TranslationState(
      source: original.chapters.flatMap { $0.passages(named: $0.name) },
      translation: translated.chapters.flatMap { $0.passages(named: $0.name) }, memory: memory)
    let pairs = ChapterPairs(
      source: original.chapters.map(\.name), translation: translated.chapters.map(\.name), state)
    let chapters = original.chapters.map { chapter in
      let name = pairs.translations[chapter.name] ?? pairs.hosts[chapter.name] ?? chapter.name
      return Translation.ChapterPair(
        name: chapter.name, title: chapter.title, sourceFile: chapter.file,
        translationFile: folder.shown("content/\(tag)/\(name).md"))
    }
    return Translation(
      language: tag, source: sheet.source, title: sheet.languages[sheet.source]?.title ?? "",
      isRightToLeft: language.direction == .rightToLeft, chapters: chapters,
      state: state, pairs: pairs, memory: memory,
      memoryRanges: catalogue.translated.map(\.range),
      sourceDate: sheet.date?.iso8601, memoryFile: folder.shown(memoryPath))
  }
}

extension Chapter {
  /// The file's name without folder and ending: the same in every language.
  var name: String {
    let file = file.split(separator: "/").last ?? ""
    return String(file.hasSuffix(".md") ? file.dropLast(3) : file)
  }
}

extension Book {
  /// A translation that is only begun has no chapter yet, which is no fault.
  fileprivate func chaptersIfAny(reporting diagnostics: inout [Diagnostic]) -> Manuscript {
    var ignored: [Diagnostic] = []
    return ChapterFiles(in: folder, language: language.tag, reporting: &ignored)
      .parse(in: folder, reporting: &diagnostics).manuscript
  }
}
