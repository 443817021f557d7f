/// How one sheet folds: where its pages lie on both sides when it is flat again.
struct Folding: Sendable {
  private let sheet: Layout

  private init(front: [[Int]], back: [[Int]], creases: [Layout.FieldCrease]) {
    sheet = Layout(
      front: Layout.Side(signed: front), back: Layout.Side(signed: back), creases: creases)
  }

  /// Folded once.
  static let folio = Folding(
    front: [[4, 1]], back: [[2, 3]], creases: [.down(1, rows: 0..<1, .mountain)])

  /// Folded once across, the fold at the head.
  static let topFolio = Folding(
    front: [[4], [1]], back: [[-3], [-2]], creases: [.across(1, columns: 0..<1, .mountain)])

  /// The top half behind, then the left half behind; heads meet at the first fold.
  static let quarto = Folding(
    front: [[-5, -4], [8, 1]], back: [[-3, -6], [2, 7]],
    creases: [
      .across(1, columns: 0..<2, .mountain), .down(1, rows: 1..<2, .mountain),
      .down(1, rows: 0..<1, .valley),
    ])

  /// The left half behind, the top half behind, the left half behind.
  static let octavo = Folding(
    front: [[-5, -12, -9, -8], [4, 13, 16, 1]], back: [[-7, -10, -11, -6], [2, 15, 14, 3]],
    creases: [
      .down(2, rows: 0..<2, .mountain),
      .across(1, columns: 2..<4, .mountain), .across(1, columns: 0..<2, .valley),
      .down(3, rows: 1..<2, .mountain), .down(1, rows: 1..<2, .valley),
      .down(3, rows: 0..<1, .valley), .down(1, rows: 0..<1, .mountain),
    ])

  /// Cut across; the bottom strip, turned by half a turn, goes inside the top strip.
  static let nestedStrips = Folding(
    front: [[8, 1], [-3, -6]], back: [[2, 7], [-5, -4]],
    creases: [
      .across(1, columns: 0..<2, .cut), .down(1, rows: 0..<1, .mountain),
      .down(1, rows: 1..<2, .mountain),
    ])

  private var pagesPerSheet: Int { 2 * sheet.front.rows.joined().count }

  /// The sheets of a signature, the outermost first.
  ///
  /// - Parameter pageCount: a multiple of the pages of a sheet.
  func sheets(_ pageCount: Int, _ nesting: Binding.Nesting) -> [Layout] {
    let count = pageCount / pagesPerSheet
    return (0..<count).map { s in
      var numbered = sheet
      func number(_ side: inout Layout.Side) {
        for row in side.rows.indices {
          for column in side.rows[row].indices {
            guard let page = side.rows[row][column].position else { continue }
            side.rows[row][column].position = position(page, sheet: s, of: count, nesting)
          }
        }
      }
      number(&numbered.front)
      number(&numbered.back)
      return numbered
    }
  }

  /// The position in the whole signature of a page of the one-sheet table.
  private func position(
    _ page: Int, sheet s: Int, of count: Int, _ nesting: Binding.Nesting
  ) -> Int {
    switch nesting {
    case .singly:
      // Half of each sheet's pages come before everything inside it, half after.
      let half = pagesPerSheet / 2
      return page <= half ? page + half * s : page + half * (2 * count - s - 2)
    case .together:
      // Each layer of the folded sheet is as many leaves as there are sheets. In every second one
      // the pile lies the other way up.
      let (layer, side) = (page - 1).quotientAndRemainder(dividingBy: 2)
      let leaf = layer * count + (layer % 2 == 0 ? s : count - 1 - s)
      return 2 * leaf + side + 1
    }
  }
}
