internal import Geometry
internal import Typesetting

/// What Cairo 1.16 cannot say of a book, said: its structure and languages, what is decoration and
/// what is grey, links, bookmarks, labels, page boxes and what the file is. The pages are composed
/// of the sorts and pictures of a specimen that Cairo made; libqpdf takes that apart, whatever kind
/// of tables a later Cairo writes.
func finishing(
  _ specimen: Specimen, _ sorts: Sorts, _ book: TaggedBook, _ destinations: Destinations,
  outline: [OutlineEntry], info: DocumentInfo, inks: InkPolicy
) throws(DrawingError) -> [UInt8] {
  var file = Finishing(book)
  let fount = try Fount(of: specimen, sorts, in: inks, for: &file.assembly)
  file.addPages(of: book, fount)
  file.addLinks(of: book, destinations)
  file.addStructure(of: book)
  let facts = AccessFacts(book, info, fonts: fount.facts)
  let catalog = file.addCatalog(
    of: book, destinations, outline: outline, info: info,
    claimsAccess: StructureWalk(facts).findings.isEmpty)
  let info = file.addInfo(info)
  return file.assembly.finish(catalog: catalog, info: info)
}

/// A reading PDF on its way: what has been added, and the numbers of what refers to one another.
struct Finishing {
  var assembly = PDFAssembly()
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

  fileprivate mutating func addPages(of book: TaggedBook, _ fount: Fount) {
    var linksOfPages: [[PDFText]] = Array(repeating: [], count: book.pages.count)
    for (link, reference) in zip(book.links, links) {
      linksOfPages[link.page].append("\(reference)")
    }
    for (index, page) in book.pages.enumerated() {
      let (contents, fonts, pictures) = PageWriter.contents(of: page, fount)
      // The page's own corner is that of the trimmed page, so that a bleed moves nothing. Screens show
      // what will be left of it.
      let trim = PDFText(
        Rectangle(origin: .zero, size: page.size), onPageOfHeight: page.size.height)
      let media = PDFText(
        Rectangle(
          x: -page.bleed, y: -page.bleed, width: page.size.width + page.bleed * 2,
          height: page.size.height + page.bleed * 2), onPageOfHeight: page.size.height)
      let crop: PDFText = page.bleed > .zero ? " /CropBox \(trim)" : ""
      let fontNames = fonts.map { font -> PDFText in
        "\(Fount.name(ofFont: font)) \(fount.fonts[font].reference)"
      }
      let pictureNames = pictures.map { id -> PDFText? in
        fount.pictures[id].map { "\(id.name) \($0)" }
      }
      let resources = PDFText.dictionary([
        fonts.isEmpty ? nil : "/Font \(PDFText.dictionary(fontNames))",
        pictures.isEmpty ? nil : "/XObject \(PDFText.dictionary(pictureNames))",
      ])
      assembly.add(
        .dictionary([
          "/Type /Page /Parent \(pageTree)",
          "/MediaBox \(media)\(crop) /TrimBox \(trim) /BleedBox \(media)",
          "/Contents \(assembly.add(deflating: contents)) /Resources \(resources)",
          "/StructParents \(index) /Tabs /S",
          linksOfPages[index].isEmpty ? nil : "/Annots \(PDFText.array(linksOfPages[index]))",
        ]), as: pages[index])
    }
    assembly.add(
      """
      << /Type /Pages /Count \(pages.count) /Kids \(PDFText.array(pages.map { "\($0)" })) >>
      """, as: pageTree)
    // Who prints pages need not unpack what is read aloud.
    assembly.pack()
  }

  fileprivate mutating func addCatalog(
    of book: TaggedBook, _ destinations: Destinations, outline: [OutlineEntry], info: DocumentInfo,
    claimsAccess: Bool
  ) -> PDFReference {
    let outlines = addOutline(outline, destinations)
    let isRightToLeft = info.direction == .rightToLeft
    return assembly.add(
      .dictionary([
        "/Type /Catalog /Pages \(pageTree)",
        "/PageLabels \(pageLabels(book.pages.map(\.folio)))",
        "/Names << /Dests \(addDestinations(destinations, book)) >>",
        outlines.map { "/Outlines \($0)" },
        "/StructTreeRoot \(structure) /MarkInfo << /Marked true >>",
        info.languageTag.map { "/Lang \(words: $0)" },
        "/Metadata \(addMetadata(info, claimsAccess: claimsAccess))",
        "/ViewerPreferences << /DisplayDocTitle true\(isRightToLeft ? " /Direction /R2L" : "") >>",
      ]))
  }
}
