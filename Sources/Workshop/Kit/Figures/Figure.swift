internal import Geometry
internal import Imposition

/// What is drawn at one step: things side by side, in the order in which they come.
struct Figure: Hashable, Sendable {
  var parts: [Part]
  /// Between each and the next.
  var join: Join = .arrow

  enum Join: Hashable, Sendable {
    case none, arrow
  }

  enum Part: Hashable, Sendable {
    case paper(PaperView)
    case printer
    /// A mini-zine seen from above, when its ends have been pushed together.
    case cross(Length)
  }
}

/// A sheet, a pile or a booklet seen from above, in true proportion to others of the same figure.
struct PaperView: Hashable, Sendable {
  var size: Size
  var faces: [[FoldedPile.Face]]
  var isPile = false
  var creases: [Crease] = []
  var heavyEdges: [Cell.Edge] = []
  var movement: Movement?
  /// Ticks along the spine where staples go, or dots where the needle goes: from 0 to 1.
  var staples: [Double] = []
  var stitches: [Double] = []
  /// Along which the spine or fold lies, in the view's own breadth or height.
  var spine: Spine?
  var caption = ""

  /// A line between fields: columns from the left, rows from the top.
  struct Crease: Hashable, Sendable {
    var from: Spot
    var to: Spot
    var line: Kind
    enum Kind: Hashable, Sendable { case fold, cut }
  }

  enum Movement: Hashable, Sendable {
    case fold(FoldMove)
    /// As a page is turned, over its right side, or over its left.
    case turnOver(rightwards: Bool)
    case turnOverTheTop
  }

  enum Spine: Hashable, Sendable {
    case upright(at: Double)
    case level(at: Double)
  }

  init(_ size: Size, _ faces: [[FoldedPile.Face]]) {
    self.size = size
    self.faces = faces
  }

  /// The numbers it shows, row by row; nil where nothing is printed.
  var numbers: [Int?] { faces.flatMap { $0.map(\.page) } }
}

extension Figure {
  /// The numbers of all its parts, for those who have to check them.
  var numbers: [[Int?]] {
    parts.compactMap { if case .paper(let view) = $0 { view.numbers } else { nil } }
  }
}
