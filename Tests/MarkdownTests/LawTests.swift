import Diagnostics
import Markdown
import TestSupport
import Testing
import Web

/// What holds for any text at all.
@Suite struct LawTests {
  static let randomTexts: [(text: String, words: Int)] = (1...1500).map { seed in
    var random = RandomMarkdown(seed: UInt64(seed))
    let text = random.text(pieces: 5 + seed % 60)
    return (text, random.words)
  }

  @Test func nothingWrittenIsLost() {
    for (text, words) in Self.randomTexts {
      let kept = parse(text).chapter.nodes.flatMap(\.all).flatMap(\.words).joined(separator: "\n")
      let lost = (0..<words).map { "w\(1000 + $0)" }.filter { !kept.contains($0) }
      #expect(lost.isEmpty, "\(lost) lost from:\n\(text)")
    }
  }

  @Test func placesNestInTheirOrder() {
    for (text, _) in Self.randomTexts { checkPlaces(in: text) }
  }

  @Test func verbatimTextIsTheSource() {
    for (text, _) in Self.randomTexts { checkVerbatim(in: text) }
  }

  @Test func parsingAgainGivesTheSame() {
    for (text, _) in Self.randomTexts.prefix(200) {
      let first = parse(text)
      let second = parse(text)
      #expect(first.chapter == second.chapter)
      #expect(first.diagnostics == second.diagnostics)
      #expect(html(of: first.chapter) == html(of: second.chapter))
    }
  }

  @Test func lineEndsOfAnyKindMeanTheSame() {
    for (text, _) in Self.randomTexts.prefix(300) {
      let unix = text.unixLines
      let page = html(of: parse(unix).chapter)
      #expect(html(of: parse(unix.replacing("\n", with: "\r\n")).chapter) == page)
      #expect(html(of: parse(unix.replacing("\n", with: "\r")).chapter) == page)
    }
  }

  @Test func everyTagIsClosed() {
    for (text, _) in Self.randomTexts {
      let page = html(of: parse(text).chapter)
      var open: [Substring] = []
      // Whatever the author wrote is escaped, so what looks like a tag is one.
      for tag in page.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
        guard let inside = tag.split(separator: ">", omittingEmptySubsequences: false).first else {
          continue
        }
        if inside.hasSuffix("/") { continue }
        if inside.hasPrefix("/") {
          #expect(open.popLast() == inside.dropFirst(), "\(page)")
        } else {
          open.append(inside.prefix { $0 != " " })
        }
      }
      #expect(open.isEmpty, "\(page)")
    }
  }

  @Test func everyDiagnosticSaysWhereAndWhatToDo() {
    for (text, _) in Self.randomTexts {
      let lines = text.unixLines.lines
      for diagnostic in parse(text).diagnostics {
        #expect(!diagnostic.hints.isEmpty)
        #expect(diagnostic.range.map { $0.lowerBound.line <= lines.count } == true)
      }
    }
  }

  @Test func isolatedBytesAreTolerated() {
    for text in [
      "", "\n", "\r", "\0", "a\0b", "\u{FEFF}", "---", "---\n", "[", "![", "<", "&", ":::",
    ] {
      checkPlaces(in: text)
      checkVerbatim(in: text)
    }
    #expect(html(of: parse("a\0b").chapter) == "<p>a\u{FFFD}b</p>\n")
  }
}

/// The texts of others, which live outside the package.
@Suite(.enabled(if: SharedFiles.exist, "needs the shared folder beside the package"))
struct RealTextTests {
  @Test func realTextsKeepTheirWordsAndPlaces() throws {
    let texts = SharedFiles.realTexts
    try #require(texts.count > 20)
    for (path, text) in texts {
      checkPlaces(in: text)
      checkVerbatim(in: text)
      // What a character reference says is in the text, its name is not.
      let written = text.replacing(/&[A-Za-z]+;/, with: " ")
      let kept = Set(letters(of: parse(text).chapter))
      let numbers = /\d+/
      let lost = words(of: written).filter {
        !kept.contains($0) && $0.wholeMatch(of: numbers) == nil
      }
      #expect(lost.isEmpty, "\(path): \(lost.prefix(20))")
    }
  }
}

// MARK: What the laws say

/// The words kept anywhere in a chapter.
private func letters(of chapter: Chapter) -> [String] {
  chapter.nodes.flatMap(\.all).flatMap(\.words).flatMap(words)
}

private func words(of text: String) -> [String] {
  text.unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
    .map { String($0) }
}

private func checkPlaces(in text: String) {
  let lines = text.unixLines.lines
  let end = SourceLocation(line: max(1, lines.count), column: (lines.last?.count ?? 0) + 1)
  let chapter = parse(text).chapter
  for parent in chapter.nodes.flatMap(\.all) {
    #expect(parent.range.lowerBound >= .start && parent.range.upperBound <= end, "\(text)")
    var last = parent.range.lowerBound
    for child in parent.children {
      // A footnote inside has been taken out, so children follow but need not touch.
      #expect(
        child.range.lowerBound >= last && child.range.upperBound <= parent.range.upperBound,
        "\(child.name) \(child.range) in \(parent.name) \(parent.range), after \(last):\n\(text)")
      last = child.range.upperBound
    }
  }
}

private func checkVerbatim(in text: String) {
  let lines = text.unixLines.lines
  for node in parse(text).chapter.nodes.flatMap(\.all) where node.isVerbatim {
    let (start, end) = (node.range.lowerBound, node.range.upperBound)
    guard start.line == end.line, end.column - 1 <= lines[start.line - 1].count else {
      Issue.record("text over lines: \(node)")
      continue
    }
    var written = String.UnicodeScalarView()
    written.append(contentsOf: lines[start.line - 1][(start.column - 1)..<(end.column - 1)])
    #expect(String(written) == node.words[0], "\(node.range) in:\n\(text)")
  }
}

extension String {
  /// With line feeds for all line ends, and U+FFFD for NUL as the parser has it.
  fileprivate var unixLines: String {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      switch scalar {
      case "\r": text.unicodeScalars.append("\n")
      case "\n" where last == "\r": break
      case "\0": text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return text
  }

  fileprivate var lines: [[Unicode.Scalar]] {
    var lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
      Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
