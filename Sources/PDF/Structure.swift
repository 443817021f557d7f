internal import CCairo
internal import Geometry
internal import Typesetting

/// Draws pages inside the elements they belong to, so that the text can be read aloud in order.
///
/// Cairo marks content only in elements that have no elements inside. Where a paragraph holds words
/// and a link, the words are therefore put into spans of their own; rules and fills beside elements
/// stay outside, as decoration.
struct StructureWriter {
  /// An element as the file will have it, in the order in which they begin.
  struct Element: Hashable {
    var name: String
    var alternative: String?
    var language: String?
  }

  private(set) var elements: [Element] = []
  private let destinations: Destinations
  private var anchorsDrawn: Set<String> = []

  init(destinations: Destinations) {
    self.destinations = destinations
  }

  mutating func openDocument(on canvas: inout Canvas) {
    begin(Element(name: "Document"), on: &canvas)
  }

  func closeDocument(on canvas: inout Canvas) {
    canvas.endTag("Document")
  }

  /// One page: what is opened on it is closed on it.
  mutating func draw(
    _ page: Page, number: Int, on canvas: inout Canvas
  ) throws(DrawingError) {
    let holdsOthers = try elementsHoldingOthers(page.marks, page: number)
    var open: [OpenElement] = []
    var spanIsOpen = false

    for (index, mark) in page.marks.enumerated() {
      switch mark {
      case .open(let tag):
        closeSpan(&spanIsOpen, on: &canvas)
        let isDecoration = tag.role == .artifact || open.last?.isDecoration == true
        let element = OpenElement(
          name: tag.role.name, isDecoration: isDecoration, holdsOthers: holdsOthers[index])
        if !isDecoration {
          let attributes = try linkAttributes(tag.role, page: number)
          begin(
            Element(
              name: element.name, alternative: tag.role.alternative, language: tag.language),
            attributes, on: &canvas)
        }
        open.append(element)
      case .close:
        closeSpan(&spanIsOpen, on: &canvas)
        guard let element = open.popLast() else { throw .unbalancedTags(page: number) }
        if !element.isDecoration { canvas.endTag(element.name) }
      case .anchor(let name, let point):
        drawAnchor(name, at: point, on: &canvas)
      case .run, .picture:
        if let element = open.last, element.holdsOthers, !element.isDecoration, !spanIsOpen {
          begin(Element(name: "Span"), on: &canvas)
          spanIsOpen = true
        }
        try canvas.draw(mark, page: number)
      case .fill, .stroke:
        try canvas.draw(mark, page: number)
      }
    }
  }

  private struct OpenElement {
    var name: String
    var isDecoration: Bool
    var holdsOthers: Bool
  }

  private mutating func begin(
    _ element: Element, _ attributes: String? = nil, on canvas: inout Canvas
  ) {
    elements.append(element)
    canvas.beginTag(element.name, attributes)
  }

  private func closeSpan(_ isOpen: inout Bool, on canvas: inout Canvas) {
    guard isOpen else { return }
    canvas.endTag("Span")
    isOpen = false
  }

  /// Of an anchor that stands twice, the first counts.
  private mutating func drawAnchor(_ anchor: String, at point: Point, on canvas: inout Canvas) {
    guard let name = destinations.name(of: anchor), anchorsDrawn.insert(name).inserted else {
      return
    }
    let (x, y) = (decimal(point.x), decimal(point.y))
    canvas.beginTag(CAIRO_TAG_DEST, "name='\(name)' x=\(x) y=\(y)")
    canvas.endTag(CAIRO_TAG_DEST)
  }

  private func linkAttributes(_ role: Tag.Role, page: Int) throws(DrawingError) -> String? {
    switch role {
    case .internalLink(let destination):
      try destinations.linkAttributes(to: destination, page: page)
    case .externalLink(let uri): Destinations.linkAttributes(toWeb: uri)
    default: nil
    }
  }

  /// For each mark, whether it opens an element with others inside.
  private func elementsHoldingOthers(
    _ marks: [Mark], page: Int
  ) throws(DrawingError) -> [Bool] {
    var holdsOthers = Array(repeating: false, count: marks.count)
    var open: [Int] = []
    for (index, mark) in marks.enumerated() {
      switch mark {
      case .open:
        if let parent = open.last { holdsOthers[parent] = true }
        open.append(index)
      case .close:
        guard open.popLast() != nil else { throw .unbalancedTags(page: page) }
      default: break
      }
    }
    guard open.isEmpty else { throw .unbalancedTags(page: page) }
    return holdsOthers
  }
}

extension Tag.Role {
  /// Its name among the standard structure types (ISO 32000-1, 14.8.4).
  fileprivate var name: String {
    switch self {
    case .section: "Sect"
    case .paragraph: "P"
    case .quote: "BlockQuote"
    case .heading(let level): "H\(min(max(level, 1), 6))"
    case .list: "L"
    case .listItem: "LI"
    case .listLabel: "Lbl"
    case .listBody: "LBody"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .tableRow: "TR"
    case .tableHeader: "TH"
    case .tableCell: "TD"
    case .contents: "TOC"
    case .contentsItem: "TOCI"
    case .figure: "Figure"
    case .caption: "Caption"
    case .note: "Note"
    case .reference: "Reference"
    case .code: "Code"
    case .span: "Span"
    case .internalLink, .externalLink: CAIRO_TAG_LINK
    case .artifact: "Artifact"
    }
  }

  fileprivate var alternative: String? {
    if case .figure(let alternative) = self { alternative } else { nil }
  }
}
