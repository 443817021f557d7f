import Diagnostics
import Foundation
import Geometry
import Markdown
import Testing
import Typesetting

/// Sources that are right and yet rare.
@Suite("Odd sources") struct OddSourcesTests {
  /// Where each line of a page's code begins, in letters.
  private func indents(_ proof: Proof) -> [Int] {
    proof.body.flatMap(\.marks).compactMap { mark in
      guard case .run(let run, let at, _) = mark, run.text.hasPrefix("x") else { return nil }
      return at.x.units / run.glyphs[0].advance.units
    }
  }

  @Test func codeKeepsItsIndentsAndColumns() {
    let fenced = Proof("# T\n\n```\nx\n  x\n\tx\n    x\n```")
    let places = indents(fenced)
    #expect(places.count == 4)
    #expect(zip(places, [0, 2, 4, 4]).allSatisfy { $0 - places[0] == $1 })
  }

  @Test(arguments: ["    x", "a\n\n    x\n\n      x\nb", "- a\n\n      x", "> a\n>\n>     x"])
  func indentedCodeIsSet(source: String) {
    let proof = Proof("# T\n\n\(source)\n")
    #expect(!indents(proof).isEmpty)
  }

  @Test func aNoteCalledInANoteFollowsIt() {
    let proof = Proof("# T\n\nText[^a].\n\n[^a]: one[^b].\n\n[^b]: two[^a].\n")
    let anchors = proof.body.flatMap(\.marks).compactMap { mark -> String? in
      if case .anchor(let name, _) = mark, name.hasPrefix("note-") { name } else { nil }
    }
    #expect(anchors == ["note-1-1", "note-1-2"])
  }

  @Test func tooManyColumnsAreOneFinding() {
    let row = String(repeating: "| word ", count: 60) + "|"
    let rule = String(repeating: "|--", count: 60) + "|"
    let proof = Proof("# T\n\n\(row)\n\(rule)\n\(row)\n")
    #expect(proof.codes == ["table-too-many-columns"])
    #expect(proof.diagnostics.count == 1)
  }

  @Test func aCharacterMissingInATitleIsFound() {
    var matter = TitleMatter(title: "A ☃ here", blurb: ["b ☃"])
    matter.file = "livret.yml"
    matter.places = [
      "A ☃ here": SourceLocation(line: 2, column: 8)..<SourceLocation(line: 2, column: 16)
    ]
    let proof = Proof("# T\n\nText.", shaper: GridShaper(missing: ["☃"]), matter: matter)
    #expect(proof.codes == ["character-missing"])
    #expect(proof.reports.first?.hasPrefix("livret.yml:2:10: error:") == true)
  }

  @Test func aBlurbLongerThanThePageIsFound() {
    let blurb = String(repeating: "word ", count: 2_000)
    let proof = Proof("# T\n\nText.", matter: TitleMatter(title: "T", blurb: [blurb]))
    #expect(proof.codes == ["back-cover-full"])
  }

  /// The examples stand beside the package; without them the test is skipped.
  @Test(.enabled(if: Examples.exist, "needs the shared folder beside the package"))
  func everyCommonMarkExampleIsSet() throws {
    for example in try Examples.read() {
      let proof = Proof("# T\n\n\(example)\n")
      #expect(proof.body.count >= 1)
    }
  }
}

private enum Examples {
  private struct File: Decodable {
    struct Example: Decodable { var markdown: String }
    var examples: [Example]
  }

  static let path: String = {
    if let folder = ProcessInfo.processInfo.environment["LIVRET_SHARED"] {
      return folder + "/commonmark/examples.json"
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().path + "/shared/commonmark/examples.json"
  }()

  static var exist: Bool { FileManager.default.fileExists(atPath: path) }

  static func read() throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONDecoder().decode(File.self, from: data).examples.map(\.markdown)
  }
}
