internal import Geometry

/// A page made into one thing to be placed: a form (ISO 32000-1, 8.10), drawn by the very bytes that
/// draw the page.
///
/// A form reaches as far as its page's MediaBox: whoever places it cuts it off, at the trimmed edge
/// or as far beyond as the sheet has room and the page a bleed.
struct PageForm {
  /// In the file of the sheets.
  let object: Objects.Object
  let geometry: PageGeometry

  /// - Parameter number: counted from 1.
  init(
    ofPage number: Int, of pages: borrowing Objects, on sheets: borrowing Objects
  ) throws(DrawingError) {
    guard number >= 1, number <= pages.pageCount else { throw .missingPage(number) }
    let page = pages.page(number - 1)
    guard let geometry = PageGeometry(of: page, in: pages) else {
      throw .objects("page \(number) has no size")
    }
    self.geometry = geometry
    let contents = sheets.copy(try pages.form(ofPage: page, media: geometry.media), of: pages)
    let pictures = pages.annotations(of: page).pictures
    object =
      pictures.isEmpty
      ? contents
      : sheets.form(of: contents, under: pictures, of: pages, media: geometry.media)
    try pages.check()
  }
}

extension Objects {
  /// The page's contents, given what a form needs in their own file.
  ///
  /// Several pages may share one stream. They share its form where they need it for the same; a page
  /// that does not, or whose stream is a form already, gets a copy.
  fileprivate func form(
    ofPage page: Object, media: PageGeometry.Box
  ) throws(DrawingError) -> Object {
    let entries: [(key: String, value: Object)] = [
      ("/Subtype", object("/Form")),
      ("/BBox", sharedMediaBox(of: page) ?? object(media.text)),
      // A form without resources would look for them on the sheet.
      ("/Resources", resources(of: page) ?? object("<< >>")),
      ("/Group", value("/Group", of: page)),
    ].compactMap { key, value in value.map { (key, $0) } }

    var form = try stream(ofPage: page)
    let dictionary = dictionary(of: form)
    let own = ["/Type", "/Subtype", "/BBox", "/Matrix", "/Resources", "/Group"]
      .compactMap { key in value(key, of: dictionary).map { (key, $0) } }
    if !own.isEmpty {
      let isThisForm =
        own.map(\.0) == entries.map(\.key)
        && zip(own, entries).allSatisfy { text($0.1) == text($1.value) }
      if isThisForm { return form }
      form = try copy(ofStream: form)
    }
    for (key, value) in entries { set(key, value, in: self.dictionary(of: form)) }
    return form
  }

  /// Standing by themselves they can be packed, which a stream and what stands in it cannot; and pages
  /// that inherit them have them once.
  private func resources(of page: Object) -> Object? {
    guard let (resources, owner) = find("/Resources", from: page) else { return nil }
    let whole = standalone(resources)
    set("/Resources", whole, in: owner)
    return whole
  }

  /// Nil for a page that has one of its own. The dictionary of a stream is never compressed, and a
  /// number is shorter than four.
  private func sharedMediaBox(of page: Object) -> Object? {
    guard value("/MediaBox", of: page) == nil, let (box, owner) = find("/MediaBox", from: page)
    else { return nil }
    let whole = standalone(box)
    set("/MediaBox", whole, in: owner)
    return whole
  }

  /// One stream as it stands. A list of streams is one drawing cut anywhere: only put together can it
  /// be a form.
  private func stream(ofPage page: Object) throws(DrawingError) -> Object {
    guard let contents = value("/Contents", of: page) else { return stream([]) }
    if isStream(contents) { return contents }
    let parts = isArray(contents) ? items(of: contents).filter { isStream($0) } : []
    switch parts.count {
    case 0: return stream([])
    case 1: return parts[0]
    default: return compressedStream(try self.contents(of: page))
    }
  }
}
