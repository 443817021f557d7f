internal import Geometry
internal import Typesetting

/// A book's pages as a PDF has them: what draws a page, each thing with the element of the structure
/// that it belongs to, if it belongs to one, and the structure itself.
struct TaggedBook {
  private(set) var structure = StructureTree()
  private(set) var pages: [TaggedPage] = []
  /// By number: the links' areas of all pages.
  private(set) var links: [LinkArea] = []
  /// What each link says, by its element.
  private(set) var linkWords: [Int: String] = [:]

  /// Where each element's letters ended last.
  private var ends: [Int: LineEnd] = [:]

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
      case .run(let run, let point, _):
        // The document has no contents of its own: what is in no element is decoration.
        let element = current.element == 0 ? nil : current.element
        let end = LineEnd(of: run, at: point)
        let isParted = element.flatMap { ends[$0] }?.parts(from: run, at: point) ?? false
        take(mark, element, current.artifact, isParted: isParted, &tagged)
        if let element { ends[element] = end }
        if run.glyphs.contains(where: { $0.id == 0 }) { tagged.hasMissingSigns = true }
        guard let link = current.link else { continue }
        linkWords[link, default: ""] += (isParted ? " " : "") + run.text
        areas.extend(link, page: index, around: run, at: point)
      case .fill, .stroke:
        let element = current.element.flatMap { holdsContents($0) ? $0 : nil }
        if case .fill(let rectangle, _) = mark, let element {
          structure.frame(tagged.clipped(rectangle), page: index, in: element)
        }
        take(mark, element, current.artifact, &tagged)
      case .picture(_, let frame):
        let shown = tagged.clipped(frame)
        // Nothing to see, and nothing that could be scaled to it.
        guard shown.size.width > .zero, shown.size.height > .zero else { continue }
        let element = current.element == 0 ? nil : current.element
        if let element { structure.frame(shown, page: index, in: element) }
        take(mark, element, current.artifact, &tagged)
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

  /// Puts a mark into the contents that it continues, or new ones.
  ///
  /// - Parameter isParted: whether a word ended before it, and no letter says so.
  private mutating func take(
    _ mark: Mark, _ element: Int?, _ artifact: Tag?, isParted: Bool = false,
    _ page: inout TaggedPage
  ) {
    guard let element else { return page.take(mark, .artifact(artifact?.attribute), false) }
    let last = page.contents.count - 1
    if case .content(last)? = page.drawing.last?.owner, page.contents[last].element == element {
      return page.take(mark, .content(last), isParted)
    }
    structure.add(.content(last + 1, page: pages.count), to: element)
    page.begin(TaggedPage.Content(element: element, type: structure.elements[element].type))
    page.take(mark, .content(last + 1), isParted)
  }
}

/// Where letters ended, for those who must hear that the next ones are another word's: a title and
/// its page in the contents, a chapter's number and its title.
private struct LineEnd {
  private let point: Point
  private let size: Length
  private let isSpace: Bool

  init(of run: GlyphRun, at start: Point) {
    point = Point(x: start.x + run.advance, y: start.y)
    size = run.size
    isSpace = run.text.unicodeScalars.last?.properties.isWhitespace ?? true
  }

  func parts(from run: GlyphRun, at start: Point) -> Bool {
    guard !isSpace, run.text.unicodeScalars.first?.properties.isWhitespace == false else {
      return false
    }
    // Words go on from line to line, but never in another size.
    guard point.y == start.y else { return size != run.size }
    return !run.isRightToLeft && start.x - point.x > size * 0.2
  }
}

/// A page's drawing, each mark with its owner.
struct TaggedPage {
  enum Owner: Hashable {
    /// A piece of marked content, by its number on the page.
    case content(Int)
    case artifact(Tag.Attribute?)
  }

  struct Content: Hashable {
    var element: Int
    /// The element's, as the structure names it.
    var type: String
  }

  let size: Size
  let bleed: Length
  let folio: String
  private(set) var drawing: [(mark: Mark, owner: Owner, isParted: Bool)] = []
  /// The pieces of marked content, by their numbers.
  private(set) var contents: [Content] = []
  fileprivate(set) var anchors: [(name: String, point: Point)] = []
  /// Whether the boxes of signs that a face does not have are shown.
  fileprivate(set) var hasMissingSigns = false

  fileprivate init(_ page: Page) {
    (size, bleed, folio) = (page.size, page.bleed, page.folio)
  }

  fileprivate mutating func begin(_ content: Content) { contents.append(content) }

  fileprivate mutating func take(_ mark: Mark, _ owner: Owner, _ isParted: Bool) {
    drawing.append((mark, owner, isParted))
  }

  /// As much of a frame as lies on the page.
  fileprivate func clipped(_ frame: Rectangle) -> Rectangle {
    let (left, top) = (max(frame.minX, .zero), max(frame.minY, .zero))
    return Rectangle(
      x: left, y: top, width: min(frame.maxX, size.width) - left,
      height: min(frame.maxY, size.height) - top)
  }
}
