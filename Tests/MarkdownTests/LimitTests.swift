import Diagnostics
import Markdown
import Testing
import Web

/// Hostile and absurd texts take linear time and shallow stacks.
@Suite(.serialized) struct LimitTests {
  struct Hostile: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  static let hostileTexts = [
    Hostile("brackets", times(100_000, "[")),
    Hostile("closed brackets", times(50_000, "[") + times(50_000, "]")),
    Hostile("crossing marks", times(33_000, "*a_")),
    Hostile("nested emphasis", times(15_000, "*a ") + times(15_000, "b* ")),
    Hostile("nested strong", times(7_000, "*a **a ") + times(7_000, "b** b* ")),
    Hostile("rule of three", "a**b" + times(33_000, "c* ")),
    Hostile("quotes", times(100_000, ">")),
    Hostile("quotes on lines", times(150, times(200, "> ") + "a\n")),
    Hostile("bullets", times(50_000, "- ")),
    Hostile("deeper lists", (0..<300).map { times($0, "  ") + "- a\n" }.joined()),
    Hostile("backticks", (1...440).map { times($0, "`") + " " }.joined()),
    Hostile("images", times(16_000, "![[]()")),
    Hostile("open links", times(25_000, "[a](")),
    Hostile("open titles", times(14_000, "[a](b \"")),
    Hostile("mixed titles", times(7_000, "[a](b 'c(d \"(")),
    Hostile("definitions", (0..<7_000).map { "[l\($0)]: /u\($0)\n" }.joined()),
    Hostile("open definition", "[a]: /u \"" + times(50_000, "x\n")),
    Hostile(
      "wide table",
      times(10_000, "a|") + "\n" + times(10_000, "-|") + "\n" + times(10_000, "b|") + "\n"),
    Hostile(
      "table of gaps", times(10_000, "a|") + "\n" + times(10_000, "-|") + "\n" + times(9_000, "x\n")
    ),
    Hostile("angles", times(100_000, "<")),
    Hostile("open attributes", times(16_000, "<a x=\"")),
    Hostile("open comments", times(14_000, "a <!-- ")),
    Hostile("open instructions", times(25_000, "a <?")),
    Hostile("comments", times(20_000, "<!--\n")),
    Hostile("braces", times(50_000, "{{")),
    Hostile("spans", times(14_000, "[a]{k=\"")),
    Hostile("open span attributes", (0..<8_000).map { "[a]{ k\($0)=" }.joined()),
    Hostile("open image attributes", (0..<8_000).map { "![a](b){ k\($0)=" }.joined()),
    Hostile("note calls", (0..<8_000).map { "[^n\($0)]" }.joined()),
    Hostile("notes", (0..<8_000).map { "[^n\($0)]: x\n" }.joined()),
    Hostile("notes in notes", times(16_000, "[^a]: ")),
    Hostile("callouts", times(11_000, "::: note\n")),
    Hostile("lazy lines", times(100, "> ") + "a\n" + times(50_000, "b\n")),
    Hostile("spaces", times(100_000, " ") + "a"),
    Hostile("one line of letters beyond ASCII", times(14_000, "é *b* ")),
    Hostile("terms", times(12_000, "a\n: b\n\n")),
    Hostile("more definitions", "a\n" + times(25_000, ": b\n")),
    Hostile("deeper definitions", "a\n" + (0..<300).map { times($0, "  ") + ": a\n" }.joined()),
    Hostile("captions", times(8_000, "a|\n-|\n: b\n\n")),
    Hostile("long caption", "a|\n-|\n: b\n" + times(50_000, "x\n")),
    Hostile("references", times(12_000, "&eacute;")),
    Hostile("open front matter", "---\na: b\n" + times(50_000, "x\n")),
  ]

  /// Quadratic work on 100 kB would take minutes; linear work in a debug build a fraction of this.
  @Test(arguments: hostileTexts)
  func takesLinearTime(_ hostile: Hostile) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let chapter = parse(hostile.text).chapter
      _ = html(of: chapter)
    }
    #expect(time < .seconds(4))
  }

  @Test(arguments: ["> ", "- ", "1. ", "[^a]: "], [99, 100, 101, 200, 20_000])
  func containersNestToALimit(mark: String, levels: Int) {
    let found = parse(Self.times(levels, mark) + "word")
    let isTooDeep = found.diagnostics.contains { $0.code == "nesting-too-deep" }
    #expect(isTooDeep == (levels > 100))
    let texts = found.chapter.parts(named: "text").flatMap(\.words)
    #expect(texts.contains { $0.hasSuffix("word") })
  }

  @Test(arguments: [99, 200, 20_000])
  func emphasisNestsToALimit(levels: Int) {
    let found = parse(Self.times(levels, "*a ") + "word" + Self.times(levels, " b*"))
    #expect(found.diagnostics.map(\.code) == (levels > 100 ? ["nesting-too-deep"] : []))
    #expect(found.chapter.parts(named: "emphasis").count == min(levels, 100))
  }

  /// The deepest tree there can be is still walked by recursion on a small stack.
  @Test func containersAndEmphasisNestTogether() {
    let emphasis = Self.times(150, "*a ") + "word" + Self.times(150, " b*")
    let (chapter, _) = parse(Self.times(150, "- ") + "\n\n" + Self.times(100, "1. ") + emphasis)
    #expect(html(of: chapter).contains("word"))
    #expect(tree(of: chapter).contains("word"))
  }
}
