import Diagnostics
import Foundation
import Localization
import Testing

@testable import Workshop

/// People at work on one memory: at once, with other programs, and with slips in what they type.
@Suite struct MemoryWorkTests {
  private static let count = 6
  private static let lines = (1...count).map { $0 * 2 + 1 }

  /// A chapter of six paragraphs, translated and confirmed.
  private func book() throws -> TemporaryBook {
    let book = try TemporaryBook([
      "content/fr/01-un.md": text("# Un {#un}", "Phrase"),
      "content/en/01-un.md": text("# One {#un}", "Sentence"),
    ])
    try book.write(
      TemporaryBook.sheet.replacing(
        "    title: Essai\n", with: "    title: Essai\n  en:\n    title: Trial\n"),
      to: "content/livret.yml")
    #expect(try confirm(book, "en") == Self.count + 1)
    return book
  }

  private func text(_ title: String, _ word: String) -> String {
    ([title] + (1...Self.count).map { "\(word) \($0) abc." }).joined(separator: "\n\n") + "\n"
  }

  private func work(_ book: TemporaryBook, _ places: String...) throws -> TranslationWork {
    try TranslationWork(
      in: book.path,
      places: places.map { TranslationPlace($0.contains("/") ? "\(book.path)/\($0)" : $0) })
  }

  private func confirm(_ book: TemporaryBook, _ place: String) throws -> Int {
    try work(book, place).confirm().confirmed
  }

  private func waiting(_ book: TemporaryBook) throws -> Int {
    try work(book).translations[0].state.passages.count { !$0.isSettled }
  }

  @Test func whoConfirmAtOnceForgetNothingOfEachOther() throws {
    let book = try book()
    try book.write(text("# Un {#un}", "Phrase neuve"), to: "content/fr/01-un.md")
    #expect(try waiting(book) == Self.count)
    let names = book.names(in: "content") + book.names(in: "content/en")
    // All have read the memory before any of them writes it.
    let works = try Self.lines.map { try work(book, "content/en/01-un.md:\($0)") }
    DispatchQueue.concurrentPerform(iterations: works.count) { index in
      _ = try? works[index].confirm()
    }
    #expect(try waiting(book) == 0)
    #expect(book.names(in: "content") + book.names(in: "content/en") == names)
  }

  private func edit(_ book: TemporaryBook, _ old: String, _ new: String) throws {
    let memory = try #require(book.text("content/en/en.po"))
    try book.write(
      memory.replacing("msgstr \"\(old)\"", with: "msgstr \"\(new)\""), to: "content/en/en.po")
  }

  @Test func whatWeblateWroteIntoTheMemoryWaits() throws {
    let book = try book()
    try edit(book, "Sentence 2 abc.", "Phrase 2, by Weblate.")
    let found = try work(book).edits
    #expect(found.map(\.code) == ["memory-edited"])
    #expect(found[0].file.hasSuffix("content/en/en.po"))
    #expect(found[0].notes[0].range?.lowerBound.line == 5)
    // Confirming all the rest leaves it; naming the very line gives it up.
    #expect(try confirm(book, "en") == 0)
    #expect(try confirm(book, "content/en/01-un.md") == 0)
    #expect(book.text("content/en/en.po")?.contains("by Weblate") == true)
    #expect(try confirm(book, "content/en/01-un.md:5") == 1)
    #expect(book.text("content/en/en.po")?.contains("by Weblate") == false)
    #expect(try waiting(book) == 0)
  }

  /// A place that names more than the passage does not say which of the two words are right.
  @Test func whatNeedsADecisionIsNotConfirmedAmongOthers() throws {
    let book = try book()
    try edit(book, "Sentence 2 abc.", "Phrase 2, by Weblate.")
    for place in ["en", "content/en/01-un.md", "content/en/01-un.md:1-200"] {
      let confirmation = try work(book, place).confirm()
      #expect(confirmation.confirmed == 0)
      #expect(confirmation.left == ["\(book.path)/content/en/01-un.md:5"])
      #expect(book.text("content/en/en.po")?.contains("by Weblate") == true)
    }
  }

  @Test func anotherCatalogueLeavesWhatWasWrittenIntoTheMemory() throws {
    let book = try book()
    let old = try work(book).translations[0].catalogue
    try edit(book, "Sentence 2 abc.", "Phrase 2, by Weblate.")
    let take = { (catalogue: String) in
      try book.write(catalogue, to: "x.po")
      return try importCatalogue("\(book.path)/x.po", into: book.path, language: nil)
    }
    for untouched in [old, try work(book).translations[0].catalogue] {
      let report = try take(untouched)
      #expect(report.diagnostics.isEmpty && report.products.isEmpty && report.confirmed == 0)
    }
    let other = try take(old.replacing("\"Sentence 4 abc.\"", with: "\"Other 4.\""))
    #expect(other.diagnostics.isEmpty)
    #expect((other.replaced, other.confirmed) == (1, 1))
    #expect(book.text("content/en/en.po")?.contains("by Weblate") == true)
    // Edited in both: someone has to choose.
    let same = try take(old.replacing("\"Sentence 2 abc.\"", with: "\"Other 2.\""))
    #expect(same.diagnostics.map(\.code) == ["catalogue-conflict"])
    #expect(book.text("content/en/en.po")?.contains("by Weblate") == true)
    #expect(try waiting(book) == 1)
  }

  /// What the source has taken out is not kept because all the rest is right.
  @Test func anOrphanBecomesLocalOnlyWhereItIsNamed() throws {
    let book = try book()
    try book.write(
      text("# Un {#un}", "Phrase").replacing("Phrase 4 abc.\n\n", with: ""),
      to: "content/fr/01-un.md")
    for place in ["en", "content/en/01-un.md", "content/en/01-un.md:3-20"] {
      let confirmation = try work(book, place).confirm()
      #expect(
        (confirmation.confirmed, confirmation.keptAsLocal, confirmation.left.count) == (0, 0, 1))
      #expect(try work(book).translations[0].state.count(.orphan) == 1)
    }
    let confirmation = try work(book, "content/en/01-un.md:9").confirm()
    #expect(
      (confirmation.confirmed, confirmation.keptAsLocal, confirmation.left.count) == (0, 1, 0))
    #expect(try work(book).translations[0].state.count(.local) == 1)
  }

  /// Of a merge only one side is read: the memory would forget the other.
  @Test(arguments: ["content/en/01-un.md", "content/fr/01-un.md"])
  func nothingIsConfirmedBeforeAMergeIsSettled(file: String) throws {
    let book = try book()
    let memory = book.text("content/en/en.po")
    let catalogue = try work(book).translations[0].catalogue
    let text = try #require(book.text(file))
    let line = file.contains("/en/") ? "Sentence 4 abc." : "Phrase 4 abc."
    let merge = text.replacing(
      line, with: "<<<<<<< HEAD\nTiny.\n=======\nWee.\n>>>>>>> other")
    try book.write(merge, to: file)
    #expect(try work(book, "en").merges.map(\.code) == ["merge-conflict"])
    for place in ["en", "content/en/01-un.md:1"] {
      #expect(throws: WorkshopError.self) { try confirm(book, place) }
    }
    try book.write(
      catalogue.replacing("\"Sentence 2 abc.\"", with: "\"Phrase 2.\""), to: "x.po")
    let report = try importCatalogue("\(book.path)/x.po", into: book.path, language: nil)
    #expect(report.diagnostics.map(\.code) == ["merge-conflict"])
    #expect(report.products.isEmpty)
    #expect(book.text(file) == merge)
    #expect(book.text("content/en/en.po") == memory)
  }

  @Test func importingTheMemoryItselfTakesInWhatWasWrittenThere() throws {
    let book = try book()
    try edit(book, "Sentence 2 abc.", "Phrase 2, by Weblate.")
    try edit(book, "Sentence 4 abc.", "Phrase 4, by Weblate.")
    try book.write(
      text("# One {#un}", "Sentence").replacing("Sentence 4", with: "My sentence 4"),
      to: "content/en/01-un.md")
    let report = try importCatalogue(
      "\(book.path)/content/en/en.po", into: book.path, language: nil)
    #expect(
      report.diagnostics.map(\.code) == ["catalogue-conflict"])
    #expect(report.replaced == 1)
    let english = try #require(book.text("content/en/01-un.md"))
    #expect(english.contains("Phrase 2, by Weblate."))
    #expect(english.contains("My sentence 4"))
    // The conflict is there until someone has decided.
    #expect(book.text("content/en/en.po")?.contains("Phrase 4, by Weblate.") == true)
    #expect(try waiting(book) == 1)
    #expect(try confirm(book, "content/en/01-un.md:9") == 1)
    #expect(try waiting(book) == 0)
  }

  @Test(arguments: [
    ("content/en/01-un.md:20-10", "translation-lines"),
    ("content/en/01-un.md:0", "translation-lines"),
    ("content/en/01-un.md:abc", "translation-lines"),
    ("content/en/01-un.md:999", "translation-lines"),
    ("content/en/01-un.md:", "translation-lines"), ("en:3", "translation-lines"),
    ("content/fr/01-un.md", "translation-place-unknown"), ("es", "translation-place-unknown"),
    ("content/fr/../en/01-un.md:3", ""), ("en", ""),
  ])
  func aPlaceThatNamesNothingIsSaid(place: String, code: String) throws {
    #expect(try work(book(), place).diagnostics.map(\.code) == (code.isEmpty ? [] : [code]))
  }

  @Test func theSourceIsNoTranslationAndItsTranslationsAreNamed() throws {
    let hint = try work(book(), "content/fr/01-un.md").diagnostics.first?.hints.first
    #expect(hint?.english.contains("content/en/01-un.md") == true)
  }

  @Test func anExportIsNotWrittenOverTheMemory() throws {
    let book = try book()
    let translation = try work(book).translations[0]
    let memory = book.text("content/en/en.po")
    for path in ["content/en/en.po", "content/fr/../en/en.po"] {
      #expect(throws: WorkshopError.self) {
        try translation.write(translation.catalogue, to: "\(book.path)/\(path)")
      }
    }
    #expect(book.text("content/en/en.po") == memory)
    try translation.write(translation.catalogue, to: "\(book.path)/en.po")
    #expect(book.text("en.po") == translation.catalogue)
  }

  /// Weblate may hold a copy of the memory: what is untouched in it asks for nothing.
  @Test func aCopyOfTheMemoryGivesWhatWasEditedInIt() throws {
    let book = try book()
    let memory = try #require(book.text("content/en/en.po"))
    try book.write(
      memory.replacing("msgstr \"Sentence 2 abc.\"", with: "msgstr \"Phrase 2.\""), to: "copy.po")
    // In the meantime another one is stale.
    try book.write(
      text("# Un {#un}", "Phrase").replacing("Phrase 4", with: "La phrase 4"),
      to: "content/fr/01-un.md")
    let report = try importCatalogue("\(book.path)/copy.po", into: book.path, language: nil)
    #expect(report.diagnostics.isEmpty)
    #expect(report.replaced == 1)
    #expect(try waiting(book) == 1)
  }

  /// An older export: what nobody edited in it asks for nothing, and what someone did is not lost.
  @Test func wordsForAnEarlierSourceAreTakenInAsStale() throws {
    let book = try book()
    let old = try work(book).translations[0].catalogue
    try book.write(
      text("# Un {#un}", "Phrase").replacing("Phrase 2", with: "La phrase 2")
        .replacing("Phrase 4", with: "La phrase 4").replacing("Phrase 5 abc.", with: "Autre."),
      to: "content/fr/01-un.md")
    try book.write(
      text("# One {#un}", "Sentence").replacing("Sentence 5 abc.", with: "Another."),
      to: "content/en/01-un.md")
    _ = try confirm(book, "content/en/01-un.md:11")
    let take = { (catalogue: String) in
      try book.write(catalogue, to: "x.po")
      return try importCatalogue("\(book.path)/x.po", into: book.path, language: nil)
    }
    let untouched = try take(old)
    #expect(untouched.diagnostics.isEmpty && untouched.products.isEmpty)

    let report = try take(
      old.replacing("\"Sentence 4 abc.\"", with: "\"The 4.\"").replacing(
        "\"Sentence 5 abc.\"", with: "\"The 5.\""))
    #expect(report.diagnostics.map(\.code) == ["catalogue-entry-unknown"])
    #expect(report.diagnostics[0].hints[0].english == "the catalogue says: The 5.")
    #expect((report.replaced, report.confirmed) == (1, 0))
    #expect(book.text("content/en/01-un.md")?.contains("The 4.") == true)
    let stale = try work(book).translations[0].state.passages.filter { $0.freshness == .stale }
    #expect(stale.map(\.translation?.text) == ["Sentence 2 abc.", "The 4."])
    #expect(stale.map(\.confirmedSource) == ["Phrase 2 abc.", "Phrase 4 abc."])
  }

  @Test func aMissingPassageHasAPlace() throws {
    let book = try book()
    try book.write(
      text("# One {#un}", "Sentence").replacing("Sentence 4 abc.\n\n", with: ""),
      to: "content/en/01-un.md")
    let translation = try work(book).translations[0]
    let missing = try #require(translation.state.passages.first { $0.freshness == .missing })
    #expect(translation.sourceFile(of: missing)?.hasSuffix("content/fr/01-un.md") == true)
    let neighbour = try translation.neighboursOfMissing[#require(missing.source)]
    #expect(neighbour?.text == "Sentence 3 abc.")
  }
}
