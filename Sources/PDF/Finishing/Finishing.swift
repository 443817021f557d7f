internal import Geometry
internal import Typesetting

/// What Cairo 1.16 cannot say of a book, said: its structure and languages, what is decoration and
/// what is grey, links, bookmarks, labels, page boxes and what the file is.
///
/// libqpdf takes apart what Cairo wrote, whatever kind of tables a later Cairo writes; of it only
/// what draws the pages is kept.
func finishing(
  _ drawing: [UInt8], _ book: TaggedBook, _ destinations: Destinations, outline: [OutlineEntry],
  info: DocumentInfo
) throws(DrawingError) -> [UInt8] {
  try drawing.withUnsafeBufferPointer { bytes throws(DrawingError) in
    // Cairo names a picture that a page shows twice twice among the page's resources.
    let drawn = try Objects(of: bytes, forgiving: true)
    var file = Finishing(book)
    try file.addPages(drawn, book)
    file.addLinks(of: book, destinations)
    file.addStructure(of: book)
    let catalog = file.addCatalog(of: book, destinations, outline: outline, info: info)
    let info = file.addInfo(info)
    return file.assembly.finish(catalog: catalog, info: info)
  }
}

/// A reading PDF on its way: what has been added, and the numbers of what refers to one another.
struct Finishing {
  var assembly = PDFAssembly()
  var carrier = ResourceCarrier()
  /// In the book's order, as are the links.
  let pages: [PDFReference]
  let links: [PDFReference]
  let structure: PDFReference
  private let pageTree: PDFReference

  init(_ book: TaggedBook) {
    pages = assembly.reserve(book.pages.count)
    links = assembly.reserve(book.links.count)
    structure = assembly.reserve()
    pageTree = assembly.reserve()
  }

  fileprivate mutating func addPages(
    _ drawn: borrowing Objects, _ book: TaggedBook
  ) throws(DrawingError) {
    guard drawn.pageCount == book.pages.count else { throw .objects("pages are missing") }
    var linksOfPages: [[PDFText]] = Array(repeating: [], count: book.pages.count)
    for (link, reference) in zip(book.links, links) {
      linksOfPages[link.page].append("\(reference)")
    }
    for (index, page) in book.pages.enumerated() {
      let drawnPage = drawn.page(index)
      let contents = try drawn.contents(of: drawnPage).withUnsafeBufferPointer {
        PageContents.finished($0, of: page)
      }
      guard let contents else {
        throw .objects("the pictures of page \(index + 1) are not as drawn")
      }
      let resources = drawn.value("/Resources", of: drawnPage)
      let boxes = PageBoxes(page)
      assembly.add(
        .dictionary([
          "/Type /Page /Parent \(pageTree) /MediaBox \(boxes.media)",
          "/TrimBox \(boxes.trim) /BleedBox \(boxes.bleed)",
          "/Contents \(assembly.add(deflating: contents))",
          resources.map { "/Resources \(carrier.text(of: $0, in: drawn, &assembly))" },
          "/StructParents \(index) /Tabs /S",
          linksOfPages[index].isEmpty ? nil : "/Annots \(PDFText.array(linksOfPages[index]))",
        ]), as: pages[index])
    }
    try carrier.finish(drawn, &assembly)
    assembly.add(
      """
      << /Type /Pages /Count \(pages.count) /Kids \(PDFText.array(pages.map { "\($0)" })) >>
      """, as: pageTree)
    // Who prints pages need not unpack what is read aloud.
    assembly.pack()
  }

  fileprivate mutating func addCatalog(
    of book: TaggedBook, _ destinations: Destinations, outline: [OutlineEntry], info: DocumentInfo
  ) -> PDFReference {
    let outlines = addOutline(outline, destinations)
    let conforms = StructureWalk(AccessFacts(book, info, fonts: carrier.fonts)).findings.isEmpty
    let isRightToLeft = info.direction == .rightToLeft
    return assembly.add(
      .dictionary([
        "/Type /Catalog /Pages \(pageTree)",
        "/PageLabels \(pageLabels(book.pages.map(\.folio)))",
        "/Names << /Dests \(addDestinations(destinations, book)) >>",
        outlines.map { "/Outlines \($0)" },
        "/StructTreeRoot \(structure) /MarkInfo << /Marked true >>",
        info.languageTag.map { "/Lang \(words: $0)" },
        "/Metadata \(addMetadata(info, claimsAccess: conforms))",
        "/ViewerPreferences << /DisplayDocTitle true\(isRightToLeft ? " /Direction /R2L" : "") >>",
      ]))
  }
}

/// The boxes of a page (ISO 32000-1, 14.11.2): the paper is as large as what is trimmed off it.
struct PageBoxes {
  let media: PDFText
  let trim: PDFText
  let bleed: PDFText

  init(_ page: TaggedPage) {
    let box = PDFText(
      Rectangle(origin: .zero, size: page.size), onPageOfHeight: page.size.height)
    (media, trim, bleed) = (box, box, box)
  }
}
