package import Geometry

/// How a book is printed, folded and held together.
package struct Binding: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    /// Sheets folded once, nested, and stapled through the fold.
    case saddleStitch
    /// Sheets folded once and nested in several signatures, to be sewn.
    case signatures(Gathering)
    /// Sheets folded twice, eight pages each.
    case quarto(Nesting, Gathering)
    /// Sheets folded three times, sixteen pages each.
    case octavo(Nesting, Gathering)
    /// Single leaves, as many to a sheet as it holds: the pile is cut, and the cut piles are laid
    /// one upon the other.
    case cutAndStack
    /// Two strips to a sheet, cut apart, folded and stapled.
    case cutSaddle(Strips)
    /// One sheet printed on one side, slit and folded to eight pages.
    case miniZine(Heads)
    /// Single leaves, cut as for `cutAndStack`, and glued at the spine.
    case perfectLeaves
    /// Signatures folded once, laid one upon the other, and glued at the spine.
    case perfectGathered(Gathering)
  }

  /// How several sheets that are folded more than once make one signature. The two orders differ,
  /// and whoever folds the other way gets nonsense.
  package enum Nesting: Hashable, Sendable {
    /// The sheets lie on one another and are folded as one.
    case together
    /// Each sheet is folded alone; then one is put inside the other.
    case singly
  }

  /// What the two strips of a sheet become once it is cut across.
  package enum Strips: Hashable, Sendable {
    /// The same sheet of two copies of the booklet.
    case twoCopies
    /// Two sheets of one booklet: the pile is cut once, and its bottom half put under the top half.
    case stacked
    /// Two sheets of one booklet, the bottom strip going inside the top strip, sheet by sheet.
    case nested
  }

  /// Where the heads of a mini-zine's pages lie on the flat sheet.
  package enum Heads: Hashable, Sendable {
    case atTheMiddle
    case atTheEdges
  }

  /// The edge of a closed book, lying face up, that holds the leaves.
  package enum BoundEdge: Hashable, Sendable {
    case left
    /// As Arabic and Hebrew books are.
    case right
    /// As calendars are: each leaf reads upright when it is turned over the top.
    case top
  }

  package var style: Style
  /// The paper the booklet is printed on; a sheet is used in the way in which its pages fit.
  package var paper: Paper
  /// A page as it is set or found, trimmed.
  package var pageSize: Size
  /// The size of a page on paper to its own size; 1 unless someone asked for another.
  package var scale: Double
  package var printer: PrinterProfile
  package var boundEdge: BoundEdge
  package var blanks: Blanks
  /// Blank leaves after the front cover's leaf, and as many before the back cover's.
  package var flyleaves: Int
  package var cover: Cover
  package var stock: PaperStock
  /// Nil where the pages are not to be shifted.
  package var creep: Creep?
  package var marks: PrintersMarks
  /// How far what is printed reaches beyond the trimmed page, for the knife not to leave a white edge.
  package var bleed: Length
  /// Whether the last page is no page of the zine but lies over the whole back of its sheet, at its
  /// own size: that one. Nil where there is none.
  package var poster: Size?

  package init(
    style: Style = .saddleStitch, paper: Paper = .a4, pageSize: Size = Paper.a5.size,
    scale: Double = 1, printer: PrinterProfile = PrinterProfile(), boundEdge: BoundEdge = .left,
    blanks: Blanks = .insideBackCover, flyleaves: Int = 0, cover: Cover = .ofTheBody,
    stock: PaperStock = PaperStock(), creep: Creep? = nil, marks: PrintersMarks = PrintersMarks(),
    bleed: Length = .zero,
    poster: Size? = nil
  ) {
    self.style = style
    self.paper = paper
    self.pageSize = pageSize
    self.scale = scale
    self.printer = printer
    self.boundEdge = boundEdge
    self.blanks = blanks
    self.flyleaves = flyleaves
    self.cover = cover
    self.stock = stock
    self.creep = creep
    self.marks = marks
    self.bleed = bleed
    self.poster = poster
  }

  /// A page as it comes to lie on paper.
  package var placedSize: Size {
    scale == 1 ? pageSize : Size(width: pageSize.width * scale, height: pageSize.height * scale)
  }
}
