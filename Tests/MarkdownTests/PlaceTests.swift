import Diagnostics
import Markdown
import TestSupport
import Testing

/// Every node knows its place: the marks say where it starts and ends.
@Suite struct PlaceTests {
  /// Holds the places of the parts with a name against pairs of marks, in their order.
  private func expect(
    _ name: String, at marks: [(Int, Int)], in marked: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let text = MarkedText(marked)
    let found = parse(text.text).chapter.parts(named: name).map(\.range)
    #expect(found == marks.map { text.range($0.0, $0.1) }, sourceLocation: sourceLocation)
  }

  @Test func headings() {
    expect("heading", at: [(1, 3)], in: "1️⃣# Été {#ete} ##3️⃣  \n\nx")
    expect("text", at: [(1, 2)], in: "# 1️⃣Été2️⃣ {#ete} ##  ")
    expect("heading", at: [(1, 2)], in: "\n  1️⃣Deux\nlignes\n=====2️⃣\n")
    expect("text", at: [(1, 2), (3, 4)], in: "1️⃣Deux2️⃣  \n  3️⃣lignes4️⃣ {.x}\n=====\n")
  }

  @Test func wordsBeyondASCII() {
    expect("strong", at: [(1, 2)], in: "« 🙂 œ » 1️⃣**é**2️⃣ ë")
    expect("emphasis", at: [(1, 2), (3, 4)], in: "e\u{301} 1️⃣*a*2️⃣ 3️⃣_b_4️⃣")
  }

  @Test func marksInsideMarks() {
    expect("emphasis", at: [(1, 2)], in: "1️⃣***a** b*2️⃣")
    expect("strong", at: [(1, 2)], in: "*1️⃣**a**2️⃣ b*")
    expect("text", at: [(1, 2), (3, 4)], in: "1️⃣**2️⃣*3️⃣a4️⃣*")
  }

  @Test func linksAndImages() {
    expect("link", at: [(1, 2)], in: "x 1️⃣[a *b*](<c d> \"t\")2️⃣.")
    expect("link", at: [(1, 2), (3, 4)], in: "1️⃣[a][b]2️⃣ 3️⃣[b]4️⃣\n\n[b]: c")
    expect("link", at: [(1, 2)], in: "1️⃣<https://é.fr>2️⃣")
    expect("image", at: [(1, 2)], in: "1️⃣![a](b){#c}2️⃣ d")
    expect("span", at: [(1, 2)], in: "1️⃣[a [b](c)]{lang=en}2️⃣")
  }

  @Test func lineEnds() {
    expect("line end", at: [(1, 2)], in: "> a1️⃣ \n> 2️⃣b")
    expect("line break", at: [(1, 2), (3, 4)], in: "a1️⃣  \n2️⃣b3️⃣\\\n  4️⃣c")
    expect("text", at: [(1, 2), (3, 4)], in: "- 1️⃣a2️⃣\n  3️⃣b4️⃣")
  }

  @Test func containers() {
    expect("quote", at: [(1, 2)], in: "1️⃣> a\nb2️⃣\n\nc")
    expect("list", at: [(1, 2)], in: " 1️⃣- a\n\n   b\n - c2️⃣\n\nd")
    expect("item", at: [(1, 2), (3, 4)], in: " 1️⃣- a\n\n   b2️⃣\n 3️⃣- c4️⃣\n\nd")
    expect("paragraph", at: [(1, 2), (3, 4)], in: "- [ ] 1️⃣a2️⃣\n- [x]\n  3️⃣b4️⃣\n")
    expect("callout", at: [(1, 2)], in: "1️⃣::: note Titre\ntexte\n:::2️⃣\n")
    expect("note", at: [(1, 2)], in: "a[^b]\n\n1️⃣[^b]: c\n\n    d2️⃣\n\ne")
  }

  @Test func codeAndRules() {
    expect("code block", at: [(1, 2)], in: "> 1️⃣```swift\n> a\n> ```2️⃣\n")
    expect("code block", at: [(1, 2)], in: "a\n\n    1️⃣b\n\n      c2️⃣\n\nd")
    expect("code", at: [(1, 2)], in: "é 1️⃣`` ` ``2️⃣")
    expect("rule", at: [(1, 2)], in: "a\n\n 1️⃣* * *2️⃣ \n")
  }

  @Test func tables() {
    let table = "é\n\n1️⃣| 2️⃣a3️⃣ | 4️⃣b\\|c5️⃣ |\n|---|---|\n| 6️⃣d7️⃣ |8️⃣\n"
    expect("table", at: [(1, 8)], in: table)
    expect("cell", at: [(2, 3), (4, 5), (6, 7), (8, 8)], in: table)
  }

  @Test func captions() {
    let table = "a|b\n-|-\n1|2\n\n: 1️⃣Words *a*\n  b {#c}2️⃣\n\nafter"
    expect("caption", at: [(1, 2)], in: table)
    expect("table", at: [(3, 2)], in: "3️⃣" + table)
  }

  @Test func definitions() {
    let list = "x\n\n1️⃣Été {#e}2️⃣\n3️⃣: a\n  b4️⃣\n5️⃣:\tc\n\n    d6️⃣\n\n7️⃣F8️⃣\n\n9️⃣:   g\n\nend"
    expect("term", at: [(1, 2), (7, 8)], in: list)
    expect("definition", at: [(3, 4), (5, 6)], in: String(list.prefix { $0 != "F" }))
    expect("definitions", at: [(1, 2)], in: "1️⃣a\n: b\n\nc\n: d2️⃣\n\ne")
  }

  @Test func tabsCountAsOneColumn() {
    expect("text", at: [(1, 2)], in: "-\t1️⃣a2️⃣\n")
    expect("code block", at: [(1, 2)], in: "\t1️⃣a2️⃣\n")
  }

  @Test func frontMatter() {
    expect("front", at: [(1, 2)], in: "---\n1️⃣title: a\n2️⃣---\n# b\n")
    #expect(parse("---\ntitle: a\n---\n").chapter.frontMatter?.yaml == "title: a\n")
  }

  @Test func diagnosticsPointAtTheWords() {
    let text = MarkedText("> a 1️⃣<br>2️⃣ 3️⃣[^no]4️⃣\n\n5️⃣::: note6️⃣\nx\n")
    let ranges = parse(text.text).diagnostics.map(\.range)
    #expect(ranges == [text.range(1, 2), text.range(3, 4), text.range(5, 6)])
  }

  @Test func escapesAndReferencesAreNotVerbatim() throws {
    let texts = parse("a&amp;b\\*c & d").chapter.parts(named: "text")
    #expect(texts.map(\.words) == [["a"], ["&"], ["b"], ["*"], ["c & d"]])
    #expect(texts.map(\.isVerbatim) == [true, false, true, false, true])
  }
}
