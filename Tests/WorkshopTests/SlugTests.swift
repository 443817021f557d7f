import Diagnostics
import Foundation
import Geometry
import Imposition
import PDF
import Testing
import Typesetting

@testable import Workshop

/// What stands beside the pages of a sheet, for whoever gathers them.
@Suite struct SlugTests {
  private let line = SlugLine(
    signature: 2, signatureCount: 3, sheet: 1, sheetCount: 4, isOuter: true)

  /// The runs of the line from left to right, each where it begins.
  private func runs(_ language: String, _ title: String, width: Length) throws -> [(
    text: String, x: Length, end: Length
  )] {
    let folder = try TemporaryBook()
    let sheet = TemporaryBook.sheet
      .replacing("source: fr", with: "source: \(language)")
      .replacing("  fr:\n    title: Essai", with: "  \(language):\n    title: \(title)")
      .replacing("headings: Source Sans Pro", with: "headings: Amiri")
    try folder.write(sheet, to: "content/livret.yml")
    try folder.write("# 1\n", to: "content/\(language)/01-un.md")
    var found: [Diagnostic] = []
    let order = BuildOrder(folder: folder.path)
    let book = try #require(try Book(in: BookFolder(folder.path), order, reporting: &found))
    let fonts = try book.fonts(cache: nil, reporting: &found)
    let type = SlugType(
      title: book.words.title, language: language, direction: book.language.direction,
      namesLanguage: true, date: book.date?.words(in: book.language),
      stylesheet: book.sheet.design.stylesheet, shaper: fonts)
    let page = type.page(of: line, width: width)
    #expect(page.size.width == width)
    return page.marks.compactMap { mark in
      guard case .run(let run, let point, let ink) = mark else { return nil }
      #expect(ink == .black && point.y == SlugType.baseline)
      return (run.text, point.x, point.x + run.advance)
    }.sorted { $0.x < $1.x }
  }

  @Test func aLineSaysWhichSheetOfWhichBookItIs() throws {
    let runs = try runs("fr", "Essai", width: .points(300))
    #expect(
      runs.map(\.text).joined()
        == "cahier 2/3 · feuille 1/4 · extérieur · Essai · fr · 1er juin 2026")
    #expect(runs[0].x == .zero)
    for (run, next) in zip(runs, runs.dropFirst()) { #expect(run.end == next.x) }
  }

  /// Each part is read by itself: the day is part of the date, and not of the Latin before it.
  @Test func aLineOfArabicIsReadFromTheRight() throws {
    let runs = try runs("ar", "ارفعوا", width: .points(300))
    #expect(runs.last?.end == .points(300))
    for (run, next) in zip(runs, runs.dropFirst()) { #expect(run.end == next.x) }
    let words = ["2026", "يونيو", "1", "ar", "ارفعوا", "الوجه", "1/4", "ورقة", "2/3", "ملزمة"]
    let places = words.map { word in
      runs.first { $0.text.contains(word) && (word != "1" || !$0.text.contains("/")) }?.x
    }
    #expect(!places.contains(nil), "\(runs.map(\.text))")
    let found = places.compactMap(\.self)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 }, "\(runs.map(\.text))")
  }
}
