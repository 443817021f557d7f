/// A rule of PDF/UA-1 that a program can check: what the Matterhorn Protocol 1.02 calls a failure
/// condition, and the clause of ISO 14289-1 that it comes from.
///
/// Conditions of what Livret never writes are left out: forms, sound and film, formulas, ruby,
/// optional contents, encryption, attached files, other people's fonts.
package struct AccessRule: Sendable {
  /// Of the Matterhorn Protocol.
  package let number: String
  /// Of ISO 14289-1:2014.
  package let clause: String
  package let wording: String
  /// Each failure, and where.
  let failures: @Sendable (AccessFacts) -> [String]

  private init(
    _ number: String, clause: String, _ wording: String,
    failures: @escaping @Sendable (AccessFacts) -> [String]
  ) {
    self.number = number
    self.clause = clause
    self.wording = wording
    self.failures = failures
  }

  package static let all: [AccessRule] = document + contents + elements + links + fonts

  // MARK: The document

  private static let document = [
    AccessRule("01-007", clause: "7.1", "The file is not suspect of false tags") {
      $0.isSuspect || !$0.isMarked ? ["document"] : []
    },
    AccessRule("06-001", clause: "7.1", "The catalog has metadata") {
      $0.hasMetadata ? [] : ["document"]
    },
    AccessRule("06-003", clause: "7.1", "The metadata have a title") {
      $0.title?.isEmpty == false ? [] : ["document"]
    },
    AccessRule("07-001", clause: "7.1", "Readers show the title and not the file's name") {
      $0.showsTitle ? [] : ["document"]
    },
    // 11-002 to 11-004 and 11-006 say the same of descriptions, bookmarks, links and metadata: the
    // document's language is theirs.
    AccessRule("11-001", clause: "7.2", "The text's language is known") { facts in
      (languageTag(facts.language) == nil ? ["document"] : [])
        + facts.places { $0.language != nil && languageTag($0.language) == nil }
    },
  ]

  // MARK: What is drawn

  private static let contents = [
    AccessRule("01-003", clause: "7.1", "Nothing is decoration and text at once") { facts in
      facts.pagesWhere { $0.mixedMarks > 0 }
    },
    AccessRule("01-005", clause: "7.1", "All that is drawn is decoration or text") { facts in
      facts.pagesWhere { $0.unmarkedContents > 0 || $0.orphanContents > 0 }
    },
    AccessRule("31-030", clause: "7.21.8", "No sign is shown that its font does not have") {
      $0.pagesWithMissingSigns.map { "page \($0)" }
    },
  ]

  // MARK: Elements

  private static let elements = [
    AccessRule("02-001", clause: "7.1", "Every element is of a standard type") { facts in
      facts.places { !standardTypes.contains($0.type) }
    },
    AccessRule("09-004", clause: "7.2", "Tables are made of rows, rows of cells, as many in each") {
      $0.placesOfMisplaced(within: tableSyntax) + $0.irregularTables
    },
    AccessRule("09-005", clause: "7.2", "Lists are made of items, items of labels and bodies") {
      $0.placesOfMisplaced(within: listSyntax)
    },
    AccessRule("09-006", clause: "7.2", "Contents are made of entries") {
      $0.placesOfMisplaced(within: contentsSyntax)
    },
    AccessRule("13-004", clause: "7.3", "Every figure has its text") { facts in
      facts.places { element in
        element.type == "Figure" && element.alternative?.isEmpty != false && element.spoken == nil
      }
    },
    AccessRule("14-002", clause: "7.4.2", "The first heading is of the first level") { facts in
      guard let first = facts.headings.first, first.level != 1 else { return [] }
      return [facts.place(first.index)]
    },
    AccessRule("14-003", clause: "7.4.2", "Headings skip no level on the way down") { facts in
      zip(facts.headings, facts.headings.dropFirst())
        .filter { $1.level > $0.level + 1 }.map { facts.place($1.index) }
    },
    AccessRule("14-007", clause: "7.4.4", "Headings have levels") { facts in
      facts.places { $0.type == "H" }
    },
    AccessRule("15-003", clause: "7.5", "Every head in a table says what it heads") { facts in
      facts.places { $0.type == "TH" && $0.scope == nil }
    },
    AccessRule("16-001", clause: "7.6", "Lists with labels say what these are") { facts in
      facts.places { $0.type == "L" && $0.numbering == nil }
    },
    AccessRule("19-003", clause: "7.9", "Every note has a name") { facts in
      facts.places { $0.type == "Note" && $0.identifier?.isEmpty != false }
    },
    AccessRule("19-004", clause: "7.9", "No two notes have one name") { facts in
      var seen: Set<String> = []
      return facts.places { element in
        element.identifier.map { !seen.insert($0).inserted } ?? false
      }
    },
  ]

  // MARK: Links

  private static let links = [
    AccessRule("28-009", clause: "7.18.3", "The tabulator follows the structure") { facts in
      facts.pagesWhere { $0.hasAnnotations && $0.tabs != "S" }
    },
    AccessRule("28-011", clause: "7.18.5", "Every link's area is in a link of the text") { facts in
      facts.linksWhere { $0.elementType != "Link" }
    },
    AccessRule("28-012", clause: "7.18.5", "Every link says where it leads") { facts in
      facts.linksWhere { $0.description?.isEmpty != false }
    },
  ]

  // MARK: Fonts

  private static let fonts = [
    AccessRule("31-009", clause: "7.21.4.1", "Fonts are in the file") { facts in
      facts.fonts.filter { !$0.isEmbedded }.map { "font \($0.name)" }
    },
    // 10-001 says the same of characters.
    AccessRule("31-027", clause: "7.21.7", "Every sign can be told as letters") { facts in
      facts.fonts.filter { !$0.saysItsLetters }.map { "font \($0.name)" }
    },
  ]

  // MARK: The syntax of elements (ISO 32000-1, tables 333 to 337)

  /// Which types an element may hold, and whether contents; types that appear here appear nowhere
  /// else.
  typealias Syntax = [String: (children: Set<String>, parents: Set<String>, contents: Bool)]

  private static let tableSyntax: Syntax = [
    "Table": (["THead", "TBody", "TFoot", "TR", "Caption"], [], false),
    "THead": (["TR"], ["Table"], false), "TBody": (["TR"], ["Table"], false),
    "TFoot": (["TR"], ["Table"], false),
    "TR": (["TH", "TD"], ["Table", "THead", "TBody", "TFoot"], false),
    "TH": (any, ["TR"], true), "TD": (any, ["TR"], true),
  ]

  private static let listSyntax: Syntax = [
    "L": (["L", "LI", "Caption"], [], false), "LI": (["Lbl", "LBody"], ["L"], false),
    "LBody": (any, ["LI"], true),
  ]

  private static let contentsSyntax: Syntax = [
    "TOC": (["TOC", "TOCI", "Caption"], [], false),
    "TOCI": (["Lbl", "Reference", "NonStruct", "P", "TOC"], ["TOC"], false),
  ]

  /// No limit, of parents or of children.
  private static let any: Set<String> = []

  private static let standardTypes: Set<String> = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
  ]
}
