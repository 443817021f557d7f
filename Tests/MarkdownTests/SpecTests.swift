import Diagnostics
import Foundation
import Markdown
import Testing
import Web

/// The manual of the syntax, `Specs/*.md`, is a test: each block `markdown` is parsed, and the
/// blocks `html`, `tree` and `diagnostics` after it say what comes of it.
///
/// With `LIVRET_RECORD=1` what is found is written into the manual, and the run fails.
@Suite struct SpecTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Specs")

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test func thereIsAManual() {
    #expect(Self.files.count >= 8)
  }

  @Test(arguments: files)
  func manualIsTrue(_ file: String) throws {
    let url = Self.folder.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let manual = parse(text)
    #expect(manual.diagnostics.map { $0.text(in: .english) } == [])

    var source: CodeBlock?
    var corrections: [(block: CodeBlock, text: String)] = []
    var checks = 0
    for case .code(let block) in manual.chapter.blocks {
      if block.info == "markdown" {
        source = block
        continue
      }
      let example = try #require(source, "\(file): an expectation stands before its example")
      guard let found = Self.found(block.info, in: example.text) else { continue }
      checks += 1
      if found != block.text { corrections.append((block, found)) }
      let line = example.range.lowerBound.line
      #expect(found == block.text, "\(file):\(line): \(block.info) of\n\(example.text)")
    }
    #expect(checks > 0)
    if ProcessInfo.processInfo.environment["LIVRET_RECORD"] != nil {
      try Self.record(corrections, in: text, at: url)
    }
  }

  private static func found(_ kind: String, in source: String) -> String? {
    let (chapter, diagnostics) = parse(source)
    switch kind {
    case "html": return html(of: chapter)
    case "tree": return tree(of: chapter)
    case "diagnostics": return diagnostics.map { $0.text(in: .english) + "\n" }.joined()
    default: return nil
    }
  }

  private static func record(
    _ corrections: [(block: CodeBlock, text: String)], in text: String, at url: URL
  ) throws {
    var lines = text.components(separatedBy: "\n")
    for (block, found) in corrections.reversed() {
      let body = block.range.lowerBound.line..<(block.range.upperBound.line - 1)
      lines.replaceSubrange(body, with: found.components(separatedBy: "\n").dropLast())
    }
    try lines.joined(separator: "\n").write(to: url, atomically: true, encoding: .utf8)
  }
}
