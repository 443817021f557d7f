import Diagnostics
import Foundation
import Markdown
import TestSupport
import Testing
import Web

/// The examples of the CommonMark specification, which live outside the package.
@Suite(.enabled(if: SharedFiles.exist, "needs the shared folder beside the package"))
struct CommonMarkTests {
  struct Example: Decodable {
    let example: Int
    let section: String
    let markdown: String
    let html: String
    let rawHTML: Bool
  }

  private struct Examples: Decodable {
    let examples: [Example]
  }

  static let sections: [String: [Example]] = {
    guard let data = SharedFiles.data("commonmark/examples.json"),
      let all = try? JSONDecoder().decode(Examples.self, from: data)
    else { return [:] }
    return Dictionary(grouping: all.examples.filter { !$0.rawHTML }, by: \.section)
  }()

  @Test(arguments: sections.keys.sorted())
  func everyExamplePasses(in section: String) throws {
    for example in try #require(Self.sections[section]) {
      var diagnostics: [Diagnostic] = []
      let chapter = Chapter(
        parsing: example.markdown, file: "example.md", reporting: &diagnostics)
      let found = html(of: chapter)
      #expect(
        found == example.html,
        "example \(example.example):\n\(example.markdown)\nexpected:\n\(example.html)\nfound:\n\(found)"
      )
    }
  }

  @Test func thereAreEnoughExamples() {
    #expect(Self.sections.values.reduce(0) { $0 + $1.count } > 250)
  }
}
