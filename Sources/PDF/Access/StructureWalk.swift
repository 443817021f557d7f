/// Goes through a file's structure, rule by rule. No validator of PDF/UA can be had everywhere: a
/// file claims to conform only where this finds nothing.
package struct StructureWalk {
  package struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The rule's number.
    package var rule: String
    package var place: String

    package var description: String { "\(rule) at \(place)" }
  }

  package let findings: [Finding]

  package init(_ facts: AccessFacts) {
    findings = AccessRule.all.flatMap { rule in
      rule.failures(facts).map { Finding(rule: rule.number, place: $0) }
    }
  }
}

extension AccessFacts {
  /// An element's way from the root: "Document/L/LI 12".
  func place(_ index: Int) -> String {
    var types: [String] = []
    var next: Int? = index
    while let element = next, types.count < 100 {
      types.append(elements[element].type)
      next = elements[element].parent
    }
    return "\(types.reversed().joined(separator: "/")) \(index)"
  }

  func places(where fails: (Element) -> Bool) -> [String] {
    elements.indices.filter { fails(elements[$0]) }.map(place)
  }

  func pagesWhere(_ fails: (Page) -> Bool) -> [String] {
    pages.indices.filter { fails(pages[$0]) }.map { "page \($0 + 1)" }
  }

  func linksWhere(_ fails: (Link) -> Bool) -> [String] {
    links.filter(fails).map { "a link on page \($0.page)" }
  }

  /// In the order in which they are read.
  var headings: [(index: Int, level: Int)] {
    var headings: [(index: Int, level: Int)] = []
    var waiting = Array(elements.indices.filter { elements[$0].parent == nil }.reversed())
    while let index = waiting.popLast() {
      let type = elements[index].type
      if type.first == "H", let level = Int(type.dropFirst()) { headings.append((index, level)) }
      waiting += elements[index].children.reversed()
    }
    return headings
  }

  func placesOfMisplaced(within syntax: AccessRule.Syntax) -> [String] {
    elements.indices.filter { index in
      let element = elements[index]
      let parent = element.parent.map { elements[$0].type } ?? ""
      guard let rule = syntax[element.type] else { return false }
      return !(rule.parents.isEmpty || rule.parents.contains(parent))
        || !(rule.children.isEmpty
          || element.children.allSatisfy { rule.children.contains(elements[$0].type) })
        || element.holdsContents && !rule.contents
    }.map(place)
  }

  /// Where rows have not as many cells as the first.
  var irregularTables: [String] {
    elements.indices.filter { elements[$0].type == "Table" }.filter { table in
      let rows = elements[table].children.flatMap { child in
        elements[child].type == "TR" ? [child] : elements[child].children
      }
      return Set(rows.map { elements[$0].children.count }).count > 1
    }.map(place)
  }
}
