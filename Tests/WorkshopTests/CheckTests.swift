import Diagnostics
import Foundation
import Testing

@testable import Workshop

extension TemporaryBook {
  fileprivate func check(_ change: (inout CheckOrder) -> Void = { _ in }) throws -> CheckReport {
    var order = CheckOrder(folder: path)
    change(&order)
    return try Workshop.check(order)
  }

  fileprivate func bytes(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: path + "/" + name))).map(Array.init) ?? []
  }
}

@Suite struct Checking {
  @Test func aSoundBookHasNothing() throws {
    let report = try TemporaryBook().check()
    #expect(report.diagnostics.isEmpty && report.mends.isEmpty)
  }

  @Test func whatABuildFindsAndWhatOnlyACheckFinds() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nla la carte, [ici](#rien), {{ x }}, ![a](b.png)\n"
    ])
    let found = try book.check().diagnostics
    #expect(
      found.map(\.code) == ["word-twice", "link-to-nothing", "value-undefined", "file-missing"])
    #expect(book.names(in: "output") == [])
  }

  @Test func everyLanguageIsCheckedAndTheSheetOnce() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nla la carte\n",
      "content/en/01-un.md": "# One\n\nthe the map\n",
    ])
    let sheet = TemporaryBook.sheet.replacing(
      "type:\n", with: "  en:\n    title: Essay\ncover: {motif: images/m.svg}\ntype:\n")
    try book.write(sheet, to: "content/livret.yml")
    let found = try book.check().diagnostics
    #expect(found.map(\.code) == ["word-twice", "word-twice", "file-missing"])
    #expect(try book.check { $0.language = "en" }.diagnostics.count == 2)
    #expect(try book.check { $0.language = "de" }.diagnostics.map(\.code) == ["language-absent"])
  }

  /// A translation against its source, once it says all that the source says.
  @Test(arguments: [
    ("", []),
    ("date: 2026-06-01", ["2 translation-date"]),
    ("[](#un)/[](#moyen)", ["7 link-to-nothing"]),
    ("- Mot/- Word\n  {{ x }}", ["8 value-undefined", "8 translation-values"]),
    ("![Une rue](a.svg)/![A street](b.svg)", ["7 translation-pictures"]),
  ])
  func aTranslationIsHeldAgainstItsSource(_ words: String, _ expected: [String]) throws {
    let isDate = words.hasPrefix("date")
    let sides = isDate ? ["", ""] : words.split(separator: "/", maxSplits: 1).map(String.init)
    func chapter(_ date: String, _ title: String, _ text: String?) -> String {
      "---\n\(date)\n---\n# \(title) {#un}\n\n\(text ?? "")\n"
    }
    let svg = #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#
    let book = try TemporaryBook([
      "content/fr/01-un.md": chapter("date: 2026-05-01", "Un", sides.first).replacing(
        "# Un", with: "\n# Un"),
      "content/en/01-un.md": chapter(isDate ? words : "date: 2026-05-01", "One", sides.last)
        .replacing("# One", with: "\n# One"),
      "content/images/a.svg": svg, "content/images/b.svg": svg,
    ])
    try book.write(
      TemporaryBook.sheet.replacing("type:\n", with: "  en:\n    title: Essay\ntype:\n"),
      to: "content/livret.yml")
    _ = try TranslationWork(in: book.path, places: []).confirm()
    let found = try book.check { $0.language = "en" }.diagnostics
    #expect(found.map { "\($0.range?.lowerBound.line ?? 0) \($0.code)" } == expected)
  }

  @Test func theLineOfAFindingIsAtHand() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\r\n\r\nla la carte\r\n"])
    let report = try book.check()
    #expect(report.diagnostics.map { report.line(of: $0) } == ["la la carte"])
  }
}

@Suite struct Mending {
  private static let bom: [UInt8] = [0xEF, 0xBB, 0xBF]

  @Test func onlyTheSlipsChange() throws {
    let book = try TemporaryBook()
    let before =
      "---\r\nshort: de de\r\n---\r\n# Un\r\n\r\nde de lecteur.rice.s , `de de`\t \n\rFin"
    let after = "---\r\nshort: de de\r\n---\r\n# Un\r\n\r\nde lecteur·rice·s, `de de`\t \n\rFin"
    try book.write(Self.bom + Array(before.utf8), to: "content/fr/01-un.md")
    let report = try book.check { $0.mends = true }
    #expect(book.bytes("content/fr/01-un.md") == Self.bom + Array(after.utf8))
    #expect(report.diagnostics.isEmpty)
    #expect(report.mends.map(\.before) == ["de de", "lecteur.rice.s", " ,"])
    #expect(report.mends.map(\.after) == ["de", "lecteur·rice·s", ","])
    #expect(book.names(in: "content/fr") == ["01-un.md"])
  }

  @Test func aSecondRunHasNothingToMend() throws {
    let text = "# Un\n\nla la la la carte ,, et..\n"
    let book = try TemporaryBook(["content/fr/01-un.md": text])
    let first = try book.check { $0.mends = true }
    let (once, second) = (book.text("content/fr/01-un.md"), try book.check { $0.mends = true })
    #expect(!first.mends.isEmpty && second.mends.isEmpty)
    #expect(book.text("content/fr/01-un.md") == once)
    #expect(once == "# Un\n\nla carte, et..\n")
    #expect(second.diagnostics.map(\.code) == ["sign-twice"])
  }

  @Test func whatNeedsAWriterIsLeft() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\nUne caméra caméra (ici.\n"])
    let report = try book.check { $0.mends = true }
    #expect(report.diagnostics.map(\.code) == ["word-twice", "sign-unclosed"])
    #expect(report.mends.isEmpty)
  }

  @Test func aFileKeepsWhoMayReadIt() throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un\n\nla la carte\n"])
    let path = book.path + "/content/fr/01-un.md"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    _ = try book.check { $0.mends = true }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test func linksAreNotReplacedAndNothingElseIsWrittenThen() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\nla la carte\n", "content/autre.md": "# Deux\n\nla la carte\n",
    ])
    try book.link("content/fr/02-deux.md", to: "../autre.md")
    #expect(throws: WorkshopError.self) { try book.check { $0.mends = true } }
    #expect(book.text("content/fr/01-un.md") == "# Un\n\nla la carte\n")
    #expect(book.names(in: "content/fr") == ["01-un.md", "02-deux.md"])
  }
}
