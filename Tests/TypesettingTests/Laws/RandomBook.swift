/// Chapters in Markdown with everything in them, the same for the same seed.
///
/// Every paragraph begins with a word of its own, "P12", and ends with "E12", so that a test can
/// tell where a paragraph is divided between pages.
struct RandomBook {
  private var random: SeededGenerator
  private var paragraphs = 0
  private var notes: [String] = []
  private var ids: [String] = []
  private var chapter = 0

  static func chapters(seed: UInt64, count: Int = 2, blocks: Int = 14) -> [String] {
    var book = RandomBook(random: SeededGenerator(state: seed))
    book.ids = (1...count).flatMap { chapter in (0..<blocks).map { "s\(chapter)-\($0)" } }
    return (0..<count).map { _ in book.nextChapter(blocks: blocks) }
  }

  private init(random: SeededGenerator) {
    self.random = random
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func nextChapter(blocks: Int) -> String {
    chapter += 1
    notes = []
    var parts = ["# \(words(1...5)) {#s\(chapter)-0}", paragraph()]
    // Every id that a reference may name is there.
    for index in 1..<blocks {
      parts.append("\(chance(70) ? "##" : "###") \(words(1...4)) {#s\(chapter)-\(index)}")
      parts.append(paragraph())
      for _ in 0..<number(0...3) { parts.append(block()) }
    }
    return (parts + notes).joined(separator: "\n\n")
  }

  private mutating func block() -> String {
    switch number(0...11) {
    case 0: list(marker: "-", separator: "\n")
    case 1: list(marker: "1.", separator: "\n\n")
    case 2: "> " + paragraph()
    case 3: "::: note \(words(0...2))\n\(paragraph())\n:::"
    case 4: "::: letter \(words(1...2))\n\(paragraph())\n\n\(paragraph())\n:::"
    case 5: table()
    case 6: "```\n\(words(1...3))\n  \(words(1...4))\n```"
    case 7: "- [ ] \(paragraph())\n- [x] \(paragraph())"
    case 8: "![\(words(1...2))](a.svg \"\(words(1...12))\")"
    case 9: definitions()
    default: paragraph()
    }
  }

  private mutating func list(marker: String, separator: String) -> String {
    let indent = String(repeating: " ", count: marker.count + 1)
    return (0..<number(1...4)).map { _ in
      var item = "\(marker) \(paragraph())"
      if chance(25) {
        item += "\n\n\(indent)- \(paragraph())\n\(indent)- \(paragraph())"
      }
      return item
    }.joined(separator: separator)
  }

  private mutating func definitions() -> String {
    (0..<number(1...3)).map { _ in
      "\(words(1...3))\n: \(paragraph())" + (chance(30) ? "\n\n  \(paragraph())" : "")
    }.joined(separator: "\n\n")
  }

  private mutating func table() -> String {
    var rows = ["| \(words(1...1)) | \(words(1...2)) |", "|:--|--:|"]
    for _ in 0..<number(1...5) { rows.append("| \(words(1...3)) | \(words(0...4)) |") }
    if chance(50) { rows.append(": \(inlines(number(1...12)))") }
    return rows.joined(separator: "\n")
  }

  private mutating func paragraph() -> String {
    paragraphs += 1
    let own = paragraphs
    return "P\(own) \(inlines(number(0...45))) E\(own)"
  }

  private mutating func inlines(_ count: Int) -> String {
    (0..<count).map { _ in
      switch number(1...60) {
      case 1: return "*\(words(1...3))*"
      case 2: return "**\(words(1...2))**"
      case 3: return "`\(word())`"
      case 4: return "[\(words(1...2))](https://\(["a", "b", "c"][number(0...2)]).example/page)"
      case 5: return "<https://www.example.org/\(word())/\(word())>"
      case 6: return "[](#\(ids[number(0...(ids.count - 1))]))"
      case 7: return "[\(words(1...2))](#\(ids[number(0...(ids.count - 1))]))"
      case 8:
        let label = "n\(notes.count)"
        notes.append("[^\(label)]: \(words(1...30)).")
        return "\(word())[^\(label)]"
      case 9: return "\(word())\\\n\(word())"
      case 10: return "\(word())-\(word())"
      case 11: return "« \(word()) » !"
      default: return word()
      }
    }.joined(separator: chance(50) ? " " : "\n")
  }

  private mutating func words(_ range: ClosedRange<Int>) -> String {
    (0..<number(range)).map { _ in word() }.joined(separator: " ")
  }

  private mutating func word() -> String {
    let syllables = ["la", "mé", "ro", "ti", "cha", "l'e", "nou", "vil", "o", "pa"]
    var word = (0..<number(1...5)).map { _ in syllables[number(0...9)] }.joined()
    if chance(10) { word += [",", ".", ";", "?"][number(0...3)] }
    return word
  }
}
