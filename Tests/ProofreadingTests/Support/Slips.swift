import Diagnostics
import Markdown
import Proofreading
import TestSupport
import Testing

/// What `livret check` marks in a chapter.
func slips(in text: String, language: String = "fr") -> [Diagnostic] {
  var found: [Diagnostic] = []
  var ignored: [Diagnostic] = []
  let chapter = Chapter(parsing: text, file: "1.md", reporting: &ignored)
  Manuscript(chapters: [chapter]).findSlips(in: language, reporting: &found)
  return found
}

/// The text with all its fixes made, once.
func mended(_ text: String, language: String = "fr") -> String {
  let found = slips(in: text, language: language).mendable["1.md"] ?? []
  return String(decoding: Array(text.utf8).mended(by: found.flatMap(\.fix)), as: UTF8.self)
}

/// A text with what is wrong in it between 1️⃣ and 2️⃣, 3️⃣ and 4️⃣, and what a fix makes of it.
struct Slip: CustomTestStringConvertible {
  var marked: String
  /// Nil where that takes a writer.
  var mended: String?
  var language = "fr"

  init(_ marked: String, _ mended: String? = nil, in language: String = "fr") {
    self.marked = marked
    self.mended = mended
    self.language = language
  }

  var testDescription: String { marked }

  /// The rule finds what is marked, nothing else is found, and the fix makes of it what it should.
  func expect(_ code: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
    let marks = MarkedText(marked)
    let found = slips(in: marks.text, language: language)
    #expect(found.map(\.code) == marks.ranges.map { _ in code }, sourceLocation: sourceLocation)
    #expect(found.map(\.range) == marks.ranges, sourceLocation: sourceLocation)
    let mended = ProofreadingTests.mended(marks.text, language: language)
    #expect(mended == self.mended ?? marks.text, sourceLocation: sourceLocation)
    for diagnostic in found {
      for wording in [diagnostic.message] + diagnostic.hints {
        #expect(!wording.english.isEmpty && !wording.french.isEmpty)
      }
      #expect(!diagnostic.hints.isEmpty)
    }
  }
}
