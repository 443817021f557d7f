package import Geometry
package import Imposition

/// What a booklet is made of, for whoever prints it.
package struct BookletReport: Hashable, Sendable {
  /// What the names of its files begin with, such as `guide-quarto-a3`.
  package var name: String
  package var binding: Binding
  /// As `binding:` and `--binding` call its style.
  package var style: String
  package var facts: BookFacts
  /// The sheets of each signature of the body.
  package var signatures: [Int]
  /// The most by which nested sheets push a page outwards: what creep would make up for.
  package var push: Length
  /// The marks that were asked for and have no room outside the pages.
  package var marksWithoutRoom: [PrintersMarks.Kind]

  init(_ imposed: ImposedBooklet) {
    binding = imposed.booklet.binding
    name = imposed.name
    style = binding.styleWord.rawValue
    facts = binding.facts(pageCount: imposed.pageCount)
    signatures = imposed.signatures.filter { !$0.isCover }.map(\.sheets.count)
    var shifting = binding
    shifting.creep = Creep(thickness: binding.stock.thickness)
    push = shifting.facts(pageCount: imposed.pageCount).largestCreep
    let printed = Set(
      imposed.signatures.flatMap(\.sheets).flatMap { $0.outer.marks + $0.inner.marks }.map(\.kind))
    marksWithoutRoom = PrintersMarks.Kind.allCases.filter {
      imposed.booklet.binding.marks.kinds.contains($0) && !printed.contains($0)
    }
  }
}
