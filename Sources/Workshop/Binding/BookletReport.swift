internal import Diagnostics
package import Geometry
package import Imposition

/// What a booklet is made of, for whoever prints it.
package struct BookletReport: Hashable, Sendable {
  /// What the names of its files begin with, such as `guide-quarto-a3`.
  package var name: String
  /// As `binding:` and `--binding` call it.
  package var style: String
  package var paper: Paper
  /// The sheets of each signature of the body.
  package var signatures: [Int]
  package var coverSheets: Int
  package var blankPages: Int
  package var scale: Double
  /// Of all its leaves, pressed together.
  package var thickness: Length
  /// How wide the cover's spine is; nil where there is none to glue.
  package var spine: Length?
  /// Nil where pages are not shifted.
  package var creep: Creep?
  /// The most by which nested sheets push a page outwards: what creep would make up for.
  package var push: Length
  /// The marks that were asked for and have no room outside the pages.
  package var marksWithoutRoom: [PrintersMarks.Kind]
  package var kit: KitOrder

  package var sheetCount: Int { signatures.reduce(0, +) }

  init(_ imposed: ImposedBooklet) {
    let binding = imposed.booklet.binding
    let bodies = imposed.signatures.filter { !$0.isCover }
    let pages = imposed.signatures.flatMap(\.pages)
    name = imposed.name
    style = binding.styleWord.rawValue
    paper = binding.paper
    signatures = bodies.map(\.sheets.count)
    coverSheets = imposed.signatures.count - bodies.count
    blankPages = pages.count { $0 == nil }
    scale = binding.scale
    // A mini-zine's leaves are its sheet folded double.
    let layers = binding.styleWord == .zine ? 2 : 1
    thickness = binding.stock.thickness * (pages.count / 2 * layers)
    let spine = binding.spineWidth(ofLeaves: bodies.reduce(0) { $0 + $1.pages.count } / 2)
    self.spine = spine > .zero ? spine : nil
    creep = binding.creep
    let longest = bodies.map(\.pages.count).max() ?? 0
    push = binding.styleWord.isNested ? binding.stock.thickness * max(0, longest / 4 - 1) : .zero
    let printed = Set(
      imposed.signatures.flatMap(\.sheets).flatMap { $0.outer.marks + $0.inner.marks }.map(\.kind))
    marksWithoutRoom = PrintersMarks.Kind.allCases.filter {
      binding.marks.kinds.contains($0) && !printed.contains($0)
    }
    kit = imposed.booklet.kit
  }
}
