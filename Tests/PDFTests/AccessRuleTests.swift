import PDF
import Testing

/// Each rule of PDF/UA finds what breaks it, and nothing else does.
struct AccessRuleTests {
  /// A document with a heading, a list, a table, contents, a figure, a note and a link.
  private static let sound: AccessFacts = {
    var facts = AccessFacts()
    facts.title = "Le guide"
    facts.language = "fr-CH"
    (facts.isMarked, facts.showsTitle, facts.hasMetadata) = (true, true, true)
    func add(_ type: String, in parent: Int? = 0, contents: Bool = false) -> Int {
      facts.elements.append(AccessFacts.Element(type: type, parent: parent))
      facts.elements[facts.elements.count - 1].holdsContents = contents
      if let parent { facts.elements[parent].children.append(facts.elements.count - 1) }
      return facts.elements.count - 1
    }
    _ = add("Document", in: nil)
    for level in [1, 2, 3, 2, 1] { _ = add("H\(level)", contents: true) }
    let list = add("L")
    facts.elements[list].numbering = "Disc"
    let item = add("LI", in: list)
    _ = add("Lbl", in: item, contents: true)
    _ = add("LBody", in: item, contents: true)
    let table = add("Table")
    for (group, cell) in [("THead", "TH"), ("TBody", "TD")] {
      let row = add("TR", in: add(group, in: table))
      for _ in 0..<2 { facts.elements[add(cell, in: row, contents: true)].scope = "Column" }
    }
    let entry = add("TOCI", in: add("TOC"))
    _ = add("Link", in: add("Reference", in: entry), contents: true)
    facts.elements[add("Figure", contents: true)].alternative = "Une rue"
    facts.elements[add("Note")].identifier = "note-1"
    facts.elements[add("Note")].identifier = "note-2"
    var page = AccessFacts.Page()
    (page.hasAnnotations, page.tabs) = (true, "S")
    facts.pages = [page, AccessFacts.Page()]
    facts.links = [AccessFacts.Link(page: 1, elementType: "Link", description: "Un 2")]
    facts.fonts = [AccessFacts.Font(name: "/A", isEmbedded: true, saysItsLetters: true)]
    return facts
  }()

  @Test func nothingIsFoundInWhatIsSound() {
    #expect(StructureWalk(Self.sound).findings == [])
  }

  private static func first(_ type: String, in facts: AccessFacts) -> Int {
    facts.elements.firstIndex { $0.type == type }!
  }

  typealias Break = @Sendable (inout AccessFacts) -> Void

  private static let breaks: [(rule: String, of: String, Break)] = [
    ("01-003", "decoration in a text", { $0.pages[1].mixedMarks = 1 }),
    ("01-005", "unmarked contents", { $0.pages[1].unmarkedContents = 2 }),
    ("01-005", "contents of no element", { $0.pages[1].orphanContents = 1 }),
    ("01-007", "suspects", { $0.isSuspect = true }),
    ("01-007", "no marks", { $0.isMarked = false }),
    ("02-001", "a type of one's own", { $0.elements[first("Figure", in: $0)].type = "Chose" }),
    ("06-001", "no metadata", { $0.hasMetadata = false }),
    ("06-003", "no title", { $0.title = nil }),
    ("06-003", "an empty title", { $0.title = "" }),
    ("07-001", "a file's name", { $0.showsTitle = false }),
    ("09-004", "a cell without a row", { $0.elements[first("TR", in: $0)].type = "Div" }),
    ("09-004", "a short row", { $0.elements[first("TR", in: $0)].children.removeLast() }),
    (
      "09-004", "words between cells",
      { $0.elements[first("TR", in: $0)].holdsContents = true }
    ),
    ("09-005", "an item without a list", { $0.elements[first("L", in: $0)].type = "Div" }),
    ("09-005", "a paragraph among items", { $0.elements[first("Lbl", in: $0)].type = "P" }),
    ("09-006", "an entry without contents", { $0.elements[first("TOC", in: $0)].type = "Div" }),
    ("09-006", "a link among entries", { $0.elements[first("Reference", in: $0)].type = "Link" }),
    ("11-001", "no language", { $0.language = nil }),
    ("11-001", "no tag of a language", { $0.elements[1].language = "français !" }),
    ("13-004", "a mute figure", { $0.elements[first("Figure", in: $0)].alternative = "" }),
    ("14-002", "a first heading of the second level", { $0.elements[1].type = "H2" }),
    ("14-003", "a skipped level", { $0.elements[2].type = "H3" }),
    ("14-007", "a heading without a level", { $0.elements[5].type = "H" }),
    ("15-003", "a head of nothing", { $0.elements[first("TH", in: $0)].scope = nil }),
    ("16-001", "labels of no kind", { $0.elements[first("L", in: $0)].numbering = nil }),
    ("19-003", "a nameless note", { $0.elements[first("Note", in: $0)].identifier = nil }),
    ("19-004", "namesakes", { $0.elements[first("Note", in: $0)].identifier = "note-2" }),
    ("28-009", "tabulators of their own", { $0.pages[0].tabs = nil }),
    ("28-011", "a link in no link", { $0.links[0].elementType = "P" }),
    ("28-012", "a mute link", { $0.links[0].description = nil }),
    ("31-009", "a font elsewhere", { $0.fonts[0].isEmbedded = false }),
    ("31-027", "a mute font", { $0.fonts[0].saysItsLetters = false }),
    ("31-030", "a missing sign", { $0.pagesWithMissingSigns = [2] }),
  ]

  @Test(arguments: breaks.indices) func eachRuleFindsWhatBreaksIt(_ index: Int) {
    let (rule, name, breakIt) = Self.breaks[index]
    var facts = Self.sound
    breakIt(&facts)
    let found = StructureWalk(facts).findings
    #expect(Set(found.map(\.rule)) == [rule], "\(name): \(found)")
  }

  @Test func everyRuleIsTriedAndNamedOnce() {
    let numbers = AccessRule.all.map(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(Set(numbers) == Set(Self.breaks.map(\.rule)))
  }

  @Test func aFindingSaysWhere() {
    var facts = Self.sound
    facts.elements[Self.first("Lbl", in: facts)].type = "P"
    #expect(StructureWalk(facts).findings.map(\.description) == ["09-005 at Document/L/LI 7"])
  }
}
