import Diagnostics
import Foundation
import Testing

@testable import Workshop

@Suite struct MakingProofs {
  /// Pages enough for three sheets: a cover, a contents, chapters, a back cover.
  private func book() throws -> TemporaryBook {
    let chapters = (1...4).map { ("content/fr/0\($0)-un.md", "# Un\n\nBonjour.\n") }
    return try TemporaryBook(Dictionary(uniqueKeysWithValues: chapters))
  }

  private func make(
    _ kind: ProofOrder.Kind, in book: TemporaryBook, _ change: (inout ProofOrder) -> Void = { _ in }
  ) throws -> BuildReport {
    try book.build { order in
      var proofs = ProofOrder(kind)
      proofs.ppi = 20
      change(&proofs)
      order.proofs = proofs
    }
  }

  @Test func eachPageHasItsFileAndNothingElseIsMade() throws {
    let book = try book()
    let report = try make(.pages, in: book)
    #expect(report.diagnostics.isEmpty)
    #expect(book.names(in: "output/fr") == ["pages"])
    let names = book.names(in: "output/fr/pages")
    #expect(names.count == report.pageCount)
    #expect(names.first == "page-01.png" && names.last == "page-0\(report.pageCount).png")
    #expect(
      report.products.allSatisfy {
        $0.bytes.starts(with: [0x89] + Array("PNG".utf8)) && $0.path.hasPrefix(book.path)
      })
  }

  @Test(arguments: [
    (ProofOrder.Kind.pages, [2...3, 3...3, 7...7], ["page-02.png", "page-03.png", "page-07.png"]),
    (.spreads, [1...4], ["spread-01.png", "spread-02-03.png", "spread-04-05.png"]),
    (.sheets, [1...1], ["sheet-01-outer.png"]),
    (.sheets, [2...2], ["sheet-01-inner.png"]),
    (.sheets, [3...3], ["sheet-02-outer.png"]),
    (.contactSheet, [2...5], ["contact-sheet.png"]),
  ])
  func whatHoldsThePagesAskedForIsMade(
    kind: ProofOrder.Kind, pages: [ClosedRange<Int>], files: [String]
  ) throws {
    let book = try book()
    _ = try make(kind, in: book) { $0.pages = pages }
    #expect(book.names(in: "output/fr/pages") == files)
  }

  @Test func everySideOfEverySheetIsMade() throws {
    let book = try book()
    let report = try make(.sheets, in: book)
    #expect(report.products.count == report.sheetCount * 2)
  }

  @Test func aFolderOfTheUsersIsUsedAsWritten() throws {
    let book = try book()
    let report = try make(.contactSheet, in: book) { $0.folder = book.path + "/a/b" }
    #expect(report.products.map(\.path) == [book.path + "/a/b/contact-sheet.png"])
    #expect(book.names(in: "a/b") == ["contact-sheet.png"])
    #expect(book.names(in: "output").isEmpty)
  }

  @Test(arguments: [
    ("", "a.png"), (".", "a.png"), ("b", "b/a.png"), ("b/", "b/a.png"), ("/", "/a.png"),
  ])
  func foldersAndNamesAreJoined(folder: String, path: String) {
    #expect(joined(folder, "a.png") == path)
  }

  @Test(arguments: [[0...1], [1...99], [99...99], [1...Int.max]])
  func pagesThatTheBookDoesNotHaveAreRefused(pages: [ClosedRange<Int>]) throws {
    let book = try book()
    let wrong = pages[0].lowerBound < 1 ? 0 : pages[0].upperBound
    do {
      _ = try make(.pages, in: book) { $0.pages = pages }
      Issue.record("a page that is not there was drawn")
    } catch let error as WorkshopError {
      #expect(error.diagnostic.code == "page-absent")
      #expect(error.diagnostic.message.english.hasSuffix("no page \(wrong)"))
      #expect(error.diagnostic.hints[0].english.contains("from 1, the cover, to "))
    }
    #expect(book.names(in: "output").isEmpty)
  }

  @Test func tooManyPixelsAreRefusedBeforeAnythingIsWritten() throws {
    let book = try book()
    do {
      _ = try make(.contactSheet, in: book) { $0.ppi = 600 }
      Issue.record("a picture of more than 40 million pixels was drawn")
    } catch let error as WorkshopError {
      #expect(error.diagnostic.code == "proof-too-large")
      #expect(error.diagnostic.message.english.contains("40 million is the most"))
    }
    #expect(book.names(in: "output").isEmpty)
  }

  @Test func errorsLeaveTheEarlierFilesAsTheyWere() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\n[](#rien)\n"])
    try book.write("earlier", to: "output/fr/pages/page-01.png")
    let report = try make(.pages, in: book)
    #expect(report.diagnostics.map(\.code) == ["link-to-nothing"])
    #expect(report.products.isEmpty)
    #expect(book.text("output/fr/pages/page-01.png") == "earlier")
  }

  @Test func theSameBookGivesTheSameBytes() throws {
    let (one, other) = (try book(), try book())
    #expect(
      try make(.sheets, in: one).products.map(\.bytes)
        == make(.sheets, in: other).products.map(\.bytes))
  }
}
