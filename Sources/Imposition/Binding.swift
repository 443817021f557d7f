package import Geometry

/// How a book is printed, folded and held together.
package struct Binding: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// Sheets folded once, nested, and stapled through the fold.
    case saddleStitch
  }

  /// The edge a printer turns the sheet about, to print its back.
  package enum Flip: Hashable, Sendable {
    case shortEdge
    case longEdge
  }

  /// The edge of a closed book, lying face up, that holds the leaves.
  package enum BoundEdge: Hashable, Sendable {
    case left
    /// As Arabic and Hebrew books are.
    case right
  }

  package var style: Style
  /// The paper the booklet is printed on; a sheet is used landscape, two pages side by side.
  package var paper: Paper
  package var pageSize: Size
  package var flip: Flip
  package var boundEdge: BoundEdge
  /// The last page stays the outside of the back cover: blanks come just before it, inside.
  package var keepsBackCover: Bool

  package init(
    style: Style = .saddleStitch, paper: Paper = .a4, pageSize: Size = Paper.a5.size,
    flip: Flip = .shortEdge, boundEdge: BoundEdge = .left, keepsBackCover: Bool = true
  ) {
    self.style = style
    self.paper = paper
    self.pageSize = pageSize
    self.flip = flip
    self.boundEdge = boundEdge
    self.keepsBackCover = keepsBackCover
  }

  /// The sheet as it is printed: landscape, folded across its long edges.
  package var sheetSize: Size {
    paper.size.width < paper.size.height ? paper.size.turned : paper.size
  }

  /// Whether two pages lie side by side on a sheet without being cut; they are never scaled.
  package var pageFits: Bool {
    pageSize.width * 2 <= sheetSize.width && pageSize.height <= sheetSize.height
  }
}
