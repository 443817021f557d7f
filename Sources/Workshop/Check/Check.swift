package import Diagnostics
internal import Localization
internal import Markdown
internal import Proofreading
internal import Typesetting

/// What someone asks of a check.
package struct CheckOrder: Sendable {
  /// The folder with `content/livret.yml`.
  package var folder: String
  /// Nil for every language of the book.
  package var language: String?
  /// Nil for the book as it is and, unless a language is named, all of its editions.
  package var edition: String?
  /// Mend what can be mended without a writer.
  package var mends = false

  package init(folder: String) { self.folder = folder }
}

/// What came of it.
package struct CheckReport: Sendable {
  /// By file and place; after the mending, where there was one.
  package var diagnostics: [Diagnostic]
  /// What was mended, in the order in which it was done.
  package var mends: [Mend]
  /// By file: those of its lines on which something was found.
  fileprivate var lines: [String: [Int: String]]

  /// The line of the source on which a finding begins.
  package func line(of diagnostic: Diagnostic) -> String? {
    diagnostic.range.flatMap { lines[diagnostic.file]?[$0.lowerBound.line] }
  }
}

/// Proofreads a book in each of its languages, as the order says, and makes nothing of it.
///
/// - Throws: only what no mending of a text would help.
package func check(_ order: CheckOrder) throws(WorkshopError) -> CheckReport {
  let folder = try BookFolder(order.folder)
  var mends: [Mend] = []
  var found = try folder.findings(order)
  // What is mended may bring two words together, or show a slip that another one hid.
  for _ in 0..<Mend.mostRounds where order.mends {
    let made = try folder.mend(found)
    guard !made.isEmpty else { break }
    mends += made
    found = try folder.findings(order)
  }
  return CheckReport(diagnostics: found, mends: mends, lines: folder.lines(of: found))
}

extension BookFolder {
  /// Everything that can be found without setting the text.
  fileprivate func findings(_ order: CheckOrder) throws(WorkshopError) -> [Diagnostic] {
    var found: [Diagnostic] = []
    guard let sheet = try sheet(reporting: &found) else { return found.sortedByPlace }
    func languages(_ tags: some Sequence<String>) -> [String] {
      order.language.map { [$0] }
        ?? [sheet.source] + Set(tags).filter { $0 != sheet.source }.sorted()
    }
    func proofread(_ edition: EditionSheet?, in tags: [String]) {
      for tag in tags {
        Book(
          in: self, sheet, language: tag, edition: edition, date: sheet.date, reporting: &found)?
          .proofread(reporting: &found)
      }
    }
    if order.edition == nil { proofread(nil, in: languages(sheet.languages.keys)) }
    // What an edition shares with the book is found once; its own words are in the languages it names.
    if order.edition == nil {
      checkEditions(reporting: &found)
      if order.language == nil { checkLanguages(of: sheet, reporting: &found) }
    }
    let names = order.edition.map { [$0] } ?? (order.language == nil ? editions : [])
    for name in names {
      guard let edition = edition(name, of: sheet, reporting: &found) else { continue }
      proofread(edition, in: languages(edition.languages.keys + (edition.builds ?? [])))
    }
    // What is wrong in the sheet is wrong in every language.
    return found.withoutRepeats.sortedByPlace
  }

  /// The lines on which something was found.
  fileprivate func lines(of diagnostics: [Diagnostic]) -> [String: [Int: String]] {
    var wanted: [String: Set<Int>] = [:]
    for diagnostic in diagnostics {
      guard let line = diagnostic.range?.lowerBound.line else { continue }
      wanted[diagnostic.file, default: []].insert(line)
    }
    var lines: [String: [Int: String]] = [:]
    for (file, numbers) in wanted {
      guard let bytes = try? bytes(shown: file) else { continue }
      for number in numbers { lines[file, default: [:]][number] = bytes.line(number) }
    }
    return lines
  }
}

extension Book {
  /// All that a build would find before it sets the text, and the slips that no build looks for.
  fileprivate func proofread(reporting diagnostics: inout [Diagnostic]) {
    var found: [Diagnostic] = []
    let text = text(reporting: &found)
    var book = self
    book.fill(values(of: text), reporting: &found)
    let manuscript = text.manuscript.filled(with: sheet.values, reporting: &found)
      .withoutRemotePictures(reporting: &found)
    manuscript.proofread(reporting: &found)
    manuscript.findSlips(in: language.tag, reporting: &found)
    let pictures = BookPictures(of: manuscript, in: self, reporting: &found)
    _ = copy(manuscript, text.numbers, pictures, reporting: &found)
    checkTranslation(text, reporting: &found)
    diagnostics += text.origins.located(found)
  }
}
