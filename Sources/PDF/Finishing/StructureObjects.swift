internal import Geometry
internal import Typesetting

extension Finishing {
  /// The elements that are read aloud, and the way back to them from the pages (ISO 32000-1, 14.7).
  mutating func addStructure(of book: TaggedBook) {
    let order = book.structure.inReadingOrder
    var references = Array(repeating: structure, count: book.structure.elements.count)
    for element in order { references[element] = assembly.reserve() }
    var identifiers: [PDFText] = []

    for index in order {
      let element = book.structure.elements[index]
      let parent = index == 0 ? structure : references[element.parent]
      // Most elements have no more than this: there are thousands, each made with few pieces.
      var text: PDFText = "<< /Type /StructElem /S /\(element.type) /P \(parent)"
      if let page = element.page { text.append(" /Pg \(pages[page])") }
      append(element.children, of: element, to: &text, references, book)
      if let identifier = element.identifier {
        identifiers.append("\(words: identifier) \(references[index])")
        text.append(" /ID \(words: identifier)")
      }
      if let attributes = attributes(of: element, book) { text.append(" /A \(attributes)") }
      if let words = element.alternative { text.append(" /Alt \(words: words)") }
      if let words = element.tag?.spoken { text.append(" /ActualText \(words: words)") }
      if let language = languageTag(element.tag?.language) {
        text.append(" /Lang \(words: language)")
      }
      text.append(" >>")
      assembly.add(text, as: references[index])
    }
    assembly.add(
      .dictionary([
        "/Type /StructTreeRoot /K \(references[0])",
        "/ParentTree \(assembly.add(parentTree(of: book, references)))",
        "/ParentTreeNextKey \(book.pages.count + book.links.count)",
        identifiers.isEmpty ? nil : "/IDTree << /Names \(PDFText.array(identifiers)) >>",
      ]), as: structure)
  }

  private func append(
    _ children: [StructureTree.Child], of element: StructureTree.Element, to text: inout PDFText,
    _ references: [PDFReference], _ book: TaggedBook
  ) {
    guard !children.isEmpty else { return }
    text.append(children.count == 1 ? " /K" : " /K [")
    for child in children {
      switch child {
      case .element(let inner): text.append(" \(references[inner])")
      case .content(let number, let page) where page == element.page: text.append(" \(number)")
      case .content(let number, let page):
        text.append(" << /Type /MCR /Pg \(pages[page]) /MCID \(number) >>")
      case .link(let number):
        let page = pages[book.links[number].page]
        text.append(" << /Type /OBJR /Pg \(page) /Obj \(links[number]) >>")
      }
    }
    if children.count > 1 { text.append(" ]") }
  }

  private func attributes(of element: StructureTree.Element, _ book: TaggedBook) -> PDFText? {
    if let numbering = element.numbering { return "<< /O /List /ListNumbering /\(numbering) >>" }
    if let scope = element.scope { return "<< /O /Table /Scope /\(scope) >>" }
    return element.frame.map { frame in
      let box = PDFText(frame.rectangle, onPageOfHeight: book.pages[frame.page].size.height)
      return "<< /O /Layout /Placement /Block /BBox \(box) >>"
    }
  }

  /// For each page the elements of its contents, for each link its element.
  private func parentTree(of book: TaggedBook, _ references: [PDFReference]) -> PDFText {
    var text: PDFText = "<< /Nums ["
    for (index, page) in book.pages.enumerated() {
      text.append(" \(index) [")
      for content in page.contents { text.append(" \(references[content.element])") }
      text.append(" ]")
    }
    for (index, link) in book.links.enumerated() {
      text.append(" \(book.pages.count + index) \(references[link.element])")
    }
    text.append(" ] >>")
    return text
  }
}

extension StructureTree.Element {
  /// Nil where there is none, or an empty one.
  var alternative: String? {
    guard case .figure(let alternative) = tag?.role, !alternative.isEmpty else { return nil }
    return alternative
  }

  var numbering: String? {
    guard case .numbering(let numbering) = tag?.attribute else { return nil }
    return numbering.name
  }

  /// What a table's header heads.
  var scope: String? {
    guard tag?.role == .tableHeader else { return nil }
    return tag?.attribute == .heads(.row) ? "Row" : "Column"
  }
}

extension Tag.Numbering {
  fileprivate var name: String {
    switch self {
    case .none: "None"
    case .disc: "Disc"
    case .circle: "Circle"
    case .square: "Square"
    case .decimal: "Decimal"
    case .upperRoman: "UpperRoman"
    case .lowerRoman: "LowerRoman"
    case .upperAlpha: "UpperAlpha"
    case .lowerAlpha: "LowerAlpha"
    }
  }
}
