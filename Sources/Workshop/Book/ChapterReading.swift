internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

/// Far longer than any chapter.
let mostChapterBytes = 8_000_000

extension ChapterFiles {
  /// Opens and parses every chapter; what cannot be opened is reported and left out.
  ///
  /// - Parameter firstLine: of each file, the number from which its lines are counted.
  func parse(
    in folder: BookFolder, firstLine: (String) -> Int = { _ in 1 },
    reporting diagnostics: inout [Diagnostic]
  ) -> (manuscript: Manuscript, numbers: [Int]) {
    var manuscript = Manuscript(chapters: [])
    var numbers: [Int] = []
    for file in files {
      let shown = folder.shown(file.path)
      do {
        let text = try folder.text(of: file.path, limit: mostChapterBytes)
        let settled = ConflictMarkers(in: text, file: shown)
        diagnostics += settled.diagnostics
        manuscript.chapters.append(
          Chapter(
            parsing: settled.text, file: shown, firstLine: firstLine(shown),
            reporting: &diagnostics))
        numbers.append(file.number)
      } catch {
        diagnostics.append(error.diagnostic(of: shown))
      }
    }
    return (manuscript, numbers)
  }
}

extension Chapter {
  /// A chapter begins with a title: the contents and the running heads show it.
  func checkTitle(reporting diagnostics: inout [Diagnostic]) {
    guard let first = blocks.first else {
      diagnostics.append(.chapterEmpty(file))
      return
    }
    if title.allSatisfy(\.isWhitespace) {
      diagnostics.append(.chapterUntitled(file, at: first.range))
    }
  }

  /// What the front matter says: `short` and `date`.
  func matter(
    number: Int, language: BookLanguage, reporting diagnostics: inout [Diagnostic]
  ) -> ChapterMatter {
    var matter = ChapterMatter(number: number)
    guard let frontMatter else { return matter }
    let source = YAMLText(
      text: frontMatter.yaml, file: file, firstLine: frontMatter.range.lowerBound.line)
    let mapping = source.root(reporting: &diagnostics)?.mapping(
      of: ["short", "date", "replaces"], reporting: &diagnostics)
    matter.shortTitle = mapping?["short"]?.text(reporting: &diagnostics)
    matter.shortTitlePlace = mapping?["short"]?.range
    matter.date = mapping?["date"]?.date(reporting: &diagnostics)?.words(in: language)
    return matter
  }
}

extension Diagnostic {
  fileprivate static func chapterEmpty(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "chapter-empty", file: file,
      Wording(en: "this chapter is empty", fr: "ce chapitre est vide"),
      hints: [
        Wording(
          en: "begin it with a title: # Title", fr: "commencez-le par un titre : # Titre")
      ])
  }

  fileprivate static func chapterUntitled(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "chapter-untitled", file: file, range: range,
      Wording(
        en: "this chapter does not begin with a title, a line with a single # first",
        fr: "ce chapitre ne commence pas par un titre, une ligne avec un seul # devant"),
      hints: [
        Wording(
          en: "begin it with a title: # Title", fr: "commencez-le par un titre : # Titre")
      ])
  }
}
