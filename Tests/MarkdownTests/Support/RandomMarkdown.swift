/// Markdown put together at random from marks and words that all differ: `w1000`, `w1001`, …
struct RandomMarkdown {
  private var state: UInt64
  private(set) var words = 0

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  // Comments and link definitions are left out: what they say is meant to go.
  private static let marks = [
    "*", "**", "_", "__", "`", "``", "[", "]", "![", "](", "](<", ">)", ")", " \"", "\"",
    "[^", "<", ">", "<b ", "</i>", "<div>", "{{ ", " }}", "{", "}", "{#", "{.", " k=", "]{.", "\\",
    "&amp;", "&eacute;", "|", " | ", "\n", "\n", "\n\n", "\n\n", "  \n", "\\\n", "\r\n", "\r", "\t",
    " ", " ", "é", "œ", "🙂", "\n# ", "\n## ", " ##\n", "\n===\n", "\n---\n", "\n***\n",
    "\n> ", "\n- ", "\n  - ", "\n1. ", "\n   ", "\n    ", "\n- [ ] ", "\n- [x] ", "\n```", "\n~~~",
    "\n```\n", "\n::: note ", "\n:::: warning ", "\n:::\n", "\n::::\n",
    "\n| a | b |\n|---|:-:|\n| ",
    "\n|--|--|\n", "\n: ", "\n:   ", "\n\n: ", "\n\n    ",
    "\n[^a]: ", "\n<table>\n", "\n<pre>\n", "</pre>", "<?", "?>", "@", "http",
  ]

  private mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  mutating func text(pieces: Int) -> String {
    var text = ""
    for _ in 0..<pieces {
      if next(below: 3) == 0 {
        text += "w\(1000 + words)"
        words += 1
        if next(below: 2) == 0 { text += " " }
      } else {
        text += Self.marks[next(below: Self.marks.count)]
      }
    }
    return text
  }
}
