import Diagnostics
import Foundation
import TestSupport
import Testing

/// What holds for any text at all.
@Suite struct SlipLaws {
  /// Texts made of what the rules look for.
  private static let texts: [String] = (1...600).map { seed in
    var random = SplitMix(seed: UInt64(seed))
    return (0..<(4 + seed % 40)).map { _ in pieces[random.next(below: pieces.count)] }.joined()
  }

  private static let pieces = [
    "de", "la", "nous", " ", " ", " ", "\n", "\n\n", "\n# ", "\n### ", ".", ",", ";", "..", "«",
    "»",
    "(", ")", "lecteur", ".rice", ".s", "•es", "‧e", "habitant", "https://", "www.", "example",
    ".org", " .", " ,", "**", "_", "[", "](", "<", ">", "`", "&eacute;", "\\", "é", "\r\n", "\r",
    "\n> ", "\n- ", "| a | b |\n|---|---|\n| ", "[^1]", "\n[^1]: ", "{{ a }}", "🙂", "\u{301}",
    "\u{A0}",
  ]

  @Test func mendingTwiceIsMendingOnce() {
    for text in Self.texts {
      var (rounds, once) = (0, text)
      while rounds < 10 {
        let next = mended(once)
        if next == once { break }
        (rounds, once) = (rounds + 1, next)
      }
      #expect(rounds < 10, "never done: \(text.debugDescription)")
      let left = slips(in: once).filter { !$0.fix.isEmpty }
      #expect(left.isEmpty, "\(once.debugDescription)")
    }
  }

  @Test func editsNeverOverlapAndStandInTheText() {
    for text in Self.texts {
      let lines = text.lineLengths
      for findings in slips(in: text).mendable.values {
        var end = SourceLocation.start
        for edit in findings.flatMap(\.fix) {
          #expect(edit.range.lowerBound >= end, "\(text.debugDescription)")
          end = edit.range.upperBound
          #expect(end.line <= lines.count && end.column <= lines[end.line - 1] + 1)
        }
      }
    }
  }

  @Test func mendingTakesOnlySpacesSignsAndWordsSaidTwice() {
    // The rules rewrite points, and take away spaces, signs and function words; no other letter.
    for text in Self.texts {
      let (before, after) = (text.letters, mended(text).letters)
      let gone = before.count - after.count
      let mayGo = before.filter { "dela".contains($0) }.count
      #expect((0...mayGo).contains(gone))
    }
  }

  @Test(arguments: [
    "(", ") ", "« ", "(»", "« a\n\n", "de ", "a.", "a•e", "https:// ", "<http://", "https://",
    "www.", "](http://", "[", " ,", "``", "élu.es ", "# a.\n", "![](", "`a` »",
  ])
  func hostileTextsTakeLinearTime(_ piece: String) {
    // Fifty thousand bytes; what grew with its square would take minutes.
    let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
    let time = ContinuousClock().measure { _ = slips(in: text) }
    #expect(time < .seconds(10))
  }

  @Test func theGuideHasNoSlips() throws {
    let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("content/fr")
    let names = try FileManager.default.contentsOfDirectory(atPath: content.path)
    #expect(!names.isEmpty)
    for name in names where name.hasSuffix(".md") {
      let text = try String(contentsOf: content.appendingPathComponent(name), encoding: .utf8)
      #expect(slips(in: text).map { $0.text(in: .english) }.isEmpty, "\(name)")
    }
  }

  /// Others' texts, 40,000 words in four languages, none of them written for Livret. Everything
  /// that is found in them was looked at, and is a slip.
  @Test(.enabled(if: SharedFiles.exist, "the shared texts are not here"))
  func realTextsHaveNoFalseFindings() {
    var found: [String] = []
    for (path, text) in SharedFiles.realTexts {
      let language = path.split(separator: "/").dropLast().last.map(String.init) ?? "en"
      found += slips(in: text, language: language).map {
        let start = $0.range?.lowerBound ?? .start
        return "\(path):\(start.line):\(start.column) \($0.code)"
      }
    }
    #expect(
      found == [
        "dfak/en/DDoSMitigation.md:52:36 sign-unclosed", "dfak/en/Glossary.md:15:63 sign-unclosed",
        "dfak/ru/AccountHijacking.md:40:65 heading-stopped",
        "dfak/ru/DDoSMitigation.md:41:134 sign-twice",
        "dfak/ru/DDoSMitigation.md:54:60 sign-unclosed",
        "dfak/ru/DevicesSeized.md:38:219 sign-unclosed",
        "dfak/ru/Malware.md:128:75 space-before-sign",
        "dfak/ru/SecureCommunication.md:86:133 sign-unclosed",
      ])
  }
}

private struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}

extension String {
  /// The scalars of each line.
  fileprivate var lineLengths: [Int] {
    var lengths = [0]
    var wasReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: wasReturn = false
      case "\n", "\r":
        lengths.append(0)
        wasReturn = scalar == "\r"
      default:
        lengths[lengths.count - 1] += 1
        wasReturn = false
      }
    }
    return lengths
  }

  fileprivate var letters: [Character] { filter(\.isLetter) }
}
