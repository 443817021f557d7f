internal import Geometry
internal import Typesetting

/// A book's pages as a PDF has them: what draws a page in stretches that each belong to one element
/// of the structure, or to none, and the structure itself.
struct TaggedBook {
  private(set) var structure = StructureTree()
  private(set) var pages: [TaggedPage] = []
  /// By number: the links' areas of all pages.
  private(set) var links: [LinkArea] = []
  /// What each link says, by its element.
  private(set) var linkWords: [Int: String] = [:]

  init(_ pages: [Page]) throws(DrawingError) {
    for page in pages { try append(page) }
    structure.finish()
  }

  private struct OpenElement {
    /// Nil inside an artifact.
    var element: Int?
    var artifact: Tag?
    /// The link that it is or stands in.
    var link: Int?
  }

  private mutating func append(_ page: Page) throws(DrawingError) {
    let index = pages.count
    var tagged = TaggedPage(page)
    var open: [OpenElement] = []
    var current = OpenElement(element: 0)
    var areas: [LinkArea] = []

    for mark in page.marks {
      switch mark {
      case .open(let tag):
        open.append(current)
        current = begin(tag, in: current)
      case .close:
        guard let outer = open.popLast() else { throw .unbalancedTags(page: index + 1) }
        current = outer
      case .anchor(let name, let point):
        tagged.anchors.append((name, point))
      case .run(let run, let point, let ink):
        // The document has no contents of its own: what is in no element is decoration.
        take(mark, ink, current.element == 0 ? nil : current.element, current.artifact, &tagged)
        if run.glyphs.contains(where: { $0.id == 0 }) { tagged.hasMissingSigns = true }
        guard let link = current.link else { continue }
        linkWords[link, default: ""] += run.text
        areas.extend(link, page: index, around: run, at: point)
      case .fill(_, let ink), .stroke(_, _, _, let ink):
        let element = current.element.flatMap { holdsContents($0) ? $0 : nil }
        take(mark, ink, element, current.artifact, &tagged)
      case .picture(_, let frame):
        guard let shown = tagged.shown(frame) else { continue }
        let element = current.element == 0 ? nil : current.element
        if let element { structure.frame(shown, page: index, in: element) }
        take(mark, nil, element, current.artifact, &tagged)
        if let link = current.link {
          areas.append(LinkArea(element: link, page: index, rectangle: shown))
        }
      }
    }
    guard open.isEmpty else { throw .unbalancedTags(page: index + 1) }
    for area in areas {
      structure.add(.link(links.count), to: area.element)
      links.append(area)
    }
    pages.append(tagged)
  }

  private mutating func begin(_ tag: Tag, in outer: OpenElement) -> OpenElement {
    guard let parent = outer.element, tag.role != .artifact else {
      return OpenElement(element: nil, artifact: outer.artifact ?? tag)
    }
    let element = structure.open(tag, in: parent)
    return OpenElement(element: element, link: tag.role.isLink ? element : outer.link)
  }

  private func holdsContents(_ element: Int) -> Bool {
    structure.elements[element].tag.map { !$0.role.isFrame } ?? false
  }

  /// Puts a mark into the stretch that it continues, or a new one.
  private mutating func take(
    _ mark: Mark, _ ink: Ink?, _ element: Int?, _ artifact: Tag?, _ page: inout TaggedPage
  ) {
    let owner: TaggedPage.Owner
    if let element {
      let last = page.contents.count - 1
      if case .content(last)? = page.stretches.last?.owner, page.contents[last].element == element {
        owner = .content(last)
      } else {
        owner = .content(last + 1)
        page.contents.append(
          TaggedPage.Content(element: element, type: structure.elements[element].type))
        structure.add(.content(last + 1, page: pages.count), to: element)
      }
    } else {
      owner = .artifact(artifact?.attribute)
    }
    page.take(mark, TaggedPage.Stretch(owner: owner, ink: ink))
  }
}

/// A page's drawing, in stretches that each have one owner and one ink.
struct TaggedPage {
  enum Owner: Hashable {
    /// A piece of marked content, by its number on the page.
    case content(Int)
    case artifact(Tag.Attribute?)
  }

  struct Stretch: Hashable {
    var owner: Owner
    /// Nil for a picture, which has its own.
    var ink: Ink?
  }

  struct Content: Hashable {
    var element: Int
    /// The element's, as the structure names it.
    var type: String
  }

  let size: Size
  let folio: String
  fileprivate(set) var stretches: [Stretch] = []
  /// What is drawn, each with the number of its stretch.
  fileprivate(set) var drawing: [(mark: Mark, stretch: Int)] = []
  /// The pieces of marked content, by their numbers.
  fileprivate(set) var contents: [Content] = []
  fileprivate(set) var anchors: [(name: String, point: Point)] = []
  /// Whether the boxes of signs that a face does not have are shown.
  fileprivate(set) var hasMissingSigns = false

  fileprivate init(_ page: Page) {
    (size, folio) = (page.size, page.folio)
  }

  fileprivate mutating func take(_ mark: Mark, _ stretch: Stretch) {
    if stretch.ink == nil || stretches.last != stretch { stretches.append(stretch) }
    drawing.append((mark, stretches.count - 1))
  }

  /// As much of a picture's frame as lies on the page; nil for less than a whole point of it, of
  /// which Cairo may draw nothing.
  fileprivate func shown(_ frame: Rectangle) -> Rectangle? {
    let (left, top) = (max(frame.minX, .zero), max(frame.minY, .zero))
    let shown = Rectangle(
      x: left, y: top, width: min(frame.maxX, size.width) - left,
      height: min(frame.maxY, size.height) - top)
    // Cairo's page ends with its last whole point.
    let right = Length.points(size.width.points.rounded(.down))
    let bottom = Length.points(size.height.points.rounded(.down))
    let isDrawn =
      min(shown.maxX, right) - left >= .points(1) && min(shown.maxY, bottom) - top >= .points(1)
    return isDrawn ? shown : nil
  }
}
