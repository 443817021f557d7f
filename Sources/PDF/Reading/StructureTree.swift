internal import Geometry
internal import Typesetting

/// A book as it is read aloud: elements inside elements, and which contents of which page each
/// holds.
struct StructureTree {
  struct Element {
    /// Nil for the document itself.
    var tag: Tag?
    /// Its index; of the document, itself.
    var parent: Int
    /// In the order in which they are read.
    var children: [Child] = []
    /// Where its picture stands; nil for none, or for pictures on several pages.
    var frame: Frame?
    /// On which its contents begin.
    var page: Int?
    /// Of a note.
    var identifier: String?
  }

  enum Child: Hashable {
    case element(Int)
    /// A piece of marked content, by its number on the page. Pages are counted from 0.
    case content(Int, page: Int)
    /// A link's area, by its number in the book.
    case link(Int)
  }

  struct Frame: Hashable {
    var page: Int
    var rectangle: Rectangle
  }

  /// In the order in which they begin; the first is the document.
  private(set) var elements = [Element(tag: nil, parent: 0)]

  private struct Name: Hashable {
    var parent: Int
    var id: Int
  }

  private var known: [Name: Int] = [:]

  /// An element inside another: the same one again where its number says so.
  mutating func open(_ tag: Tag, in parent: Int) -> Int {
    let name = tag.id.map { Name(parent: parent, id: $0) }
    if let name, let index = known[name], elements[index].tag == tag { return index }
    let index = elements.count
    elements.append(Element(tag: tag, parent: parent))
    elements[parent].children.append(.element(index))
    if let name { known[name] = index }
    return index
  }

  mutating func add(_ child: Child, to element: Int) {
    elements[element].children.append(child)
    if case .content(_, let page) = child, elements[element].page == nil {
      elements[element].page = page
    }
  }

  /// Where a figure's picture stands.
  mutating func frame(_ rectangle: Rectangle, page: Int, in element: Int) {
    guard case .figure = elements[element].tag?.role else { return }
    // One picture, one frame: of more, none is the whole figure's.
    let isFirst = elements[element].children.isEmpty
    elements[element].frame = isFirst ? Frame(page: page, rectangle: rectangle) : nil
  }

  /// Takes out what holds nothing, puts figures in their places and gives notes their names. A table's cells stay, or its columns
  /// would shift.
  mutating func finish() {
    for index in elements.indices.reversed() {
      let children = elements[index].children.filter { child in
        guard case .element(let inner) = child else { return true }
        return !elements[inner].children.isEmpty || elements[inner].tag?.role.isCell == true
      }
      if children.count < elements[index].children.count { elements[index].children = children }
    }
    for index in elements.indices { putFiguresBack(in: index) }
    var noteCount = 0
    for index in inReadingOrder where elements[index].tag?.role == .note {
      noteCount += 1
      // Of as many digits whatever the number, so that their order is that of their bytes.
      elements[index].identifier = "note-\(String(1_000_000 + noteCount).dropFirst())"
    }
  }

  /// A figure that waited for the top of a page is read where it was spoken of, with its caption:
  /// elements are numbered in the order of the manuscript.
  private mutating func putFiguresBack(in parent: Int) {
    for place in elements[parent].children.indices {
      let children = elements[parent].children
      guard let figure = tag(of: children[place]), case .figure = figure.role, let id = figure.id
      else { continue }
      var target = place
      for earlier in (0..<place).reversed() {
        // Notes stand at the pages' feet, whatever their numbers.
        guard let tag = tag(of: children[earlier]), tag.role != .note, let number = tag.id else {
          continue
        }
        guard number > id else { break }
        target = earlier
      }
      guard target < place else { continue }
      let next = place + 1
      let isCaptioned = next < children.count && tag(of: children[next])?.role == .caption
      let unit = children[place...(isCaptioned ? next : place)]
      elements[parent].children.removeSubrange(unit.indices)
      elements[parent].children.insert(contentsOf: unit, at: target)
    }
  }

  private func tag(of child: Child) -> Tag? {
    if case .element(let index) = child { elements[index].tag } else { nil }
  }

  /// In the order in which they are read, from the document on.
  var inReadingOrder: [Int] {
    var order: [Int] = []
    var waiting = [0]
    while let next = waiting.popLast() {
      order.append(next)
      for case .element(let inner) in elements[next].children.reversed() { waiting.append(inner) }
    }
    return order
  }
}

extension StructureTree.Element {
  /// Its name among the standard structure types (ISO 32000-1, 14.8.4).
  var type: String { tag?.role.type ?? "Document" }
}

extension Tag.Role {
  fileprivate var type: String {
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
    case .internalLink, .externalLink: "Link"
    case .artifact: "Artifact"
    }
  }

  var isCell: Bool { self == .tableCell || self == .tableHeader }

  var isLink: Bool {
    switch self {
    case .internalLink, .externalLink: true
    default: false
    }
  }

  /// Holds elements and no contents of its own: lines and fills beside them are decoration.
  var isFrame: Bool {
    switch self {
    case .section, .quote, .list, .listItem, .table, .tableHead, .tableBody, .tableRow, .contents,
      .contentsItem, .note:
      true
    default: false
    }
  }
}
