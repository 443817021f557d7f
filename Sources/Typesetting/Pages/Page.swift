package import Geometry

/// One finished page.
package struct Page: Hashable, Sendable {
  package enum Side: Hashable, Sendable {
    /// Right-hand in a left-bound book.
    case recto
    case verso
  }

  package enum Kind: Hashable, Sendable {
    case cover, frontMatter, body, blank, colophon, backCover
  }

  package var kind: Kind
  package var side: Side
  /// The number that the page bears, or would bear: cross-references and labels use it.
  package var folio: String
  /// Trimmed.
  package var size: Size
  /// How far the marks may reach beyond each edge, to be cut off.
  package var bleed = Length.zero
  /// In reading order, in the page's own coordinates; tags are balanced within the page.
  package var marks: [Mark]
  /// Of the pages of the text.
  package var text: PageText?

  package init(kind: Kind, side: Side, folio: String, size: Size, marks: [Mark]) {
    self.kind = kind
    self.side = side
    self.folio = folio
    self.size = size
    self.marks = marks
  }
}

/// An entry of the contents, as a reader's side panel shows it.
package struct OutlineEntry: Hashable, Sendable {
  package var title: String
  /// The name of the anchor it leads to.
  package var destination: String
  package var children: [OutlineEntry]

  package init(title: String, destination: String, children: [OutlineEntry] = []) {
    self.title = title
    self.destination = destination
    self.children = children
  }
}
