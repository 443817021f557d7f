internal import Geometry
internal import Typesetting

extension Finishing {
  /// What makes a link's words lead somewhere (ISO 32000-1, 12.5.6.5), with what is said of it in
  /// the place of its words.
  mutating func addLinks(of book: TaggedBook, _ destinations: Destinations) {
    for (index, (link, reference)) in zip(book.links, links).enumerated() {
      let page = book.pages[link.page]
      assembly.add(
        .dictionary([
          "/Type /Annot /Subtype /Link",
          "/Rect \(PDFText(link.rectangle, onPageOfHeight: page.size.height))",
          "/Border [0 0 0] /F 4 /StructParent \(book.pages.count + index)",
          book.structure.elements[link.element].tag.flatMap { action($0.role, destinations) },
          "/Contents \(words: book.description(ofLink: link.element))",
        ]), as: reference)
    }
  }

  private func action(_ role: Tag.Role, _ destinations: Destinations) -> PDFText? {
    switch role {
    case .internalLink(let anchor):
      destinations.name(of: anchor).map { "/Dest \(words: $0)" }
    case .externalLink(let uri):
      "/A << /Type /Action /S /URI /URI \(words: Destinations.webAddress(uri)) >>"
    default: nil
    }
  }
}

extension TaggedBook {
  /// The address of a link to the web; for one within the book its words, or where it leads if it
  /// has none.
  func description(ofLink element: Int) -> String {
    switch structure.elements[element].tag?.role {
    case .externalLink(let uri): uri
    case .internalLink(let anchor):
      linkWords[element]?.filter { $0 != "\u{AD}" }.nonEmpty ?? anchor
    default: ""
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
