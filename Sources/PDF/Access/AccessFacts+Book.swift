internal import Geometry
internal import Typesetting

extension AccessFacts {
  /// Of a book as it is about to be written.
  init(_ book: TaggedBook, _ info: DocumentInfo, fonts: [ResourceCarrier.FontFacts]) {
    self.init()
    title = info.title
    language = info.languageTag
    // `Finishing` writes these in every file.
    (isMarked, showsTitle, hasMetadata) = (true, true, true)
    let order = book.structure.inReadingOrder
    var indices: [Int: Int] = [:]
    for (index, element) in order.enumerated() { indices[element] = index }
    elements = order.map { Element(book.structure.elements[$0], $0, indices) }
    pages = book.pages.map { _ in Page() }
    for link in book.links {
      pages[link.page].hasAnnotations = true
      links.append(
        Link(
          page: link.page + 1, elementType: book.structure.elements[link.element].type,
          description: book.description(ofLink: link.element)))
    }
    for index in pages.indices { pages[index].tabs = "S" }
    pagesWithMissingSigns = book.pages.indices.filter { book.pages[$0].hasMissingSigns }.map {
      $0 + 1
    }
    self.fonts = fonts.map {
      Font(name: $0.name, isEmbedded: $0.isEmbedded, saysItsLetters: true)
    }
  }
}

extension AccessFacts.Element {
  fileprivate init(_ element: StructureTree.Element, _ index: Int, _ indices: [Int: Int]) {
    self.init(type: element.type, parent: index == 0 ? nil : indices[element.parent])
    for child in element.children {
      switch child {
      case .element(let inner): indices[inner].map { children.append($0) }
      case .content: holdsContents = true
      case .link: break
      }
    }
    alternative = element.alternative
    spoken = element.tag?.spoken
    language = element.tag?.language
    identifier = element.identifier
    scope = element.scope
    numbering = element.numbering
  }
}
