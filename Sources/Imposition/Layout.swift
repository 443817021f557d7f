/// Both sides of a flat sheet, as the tables of the trade show them: the back is what one sees after
/// turning the sheet about its vertical middle, as one turns a leaf.
struct Layout: Sendable {
  var front: Side
  var back: Side
  /// As seen from the front, in fields.
  var creases: [FieldCrease] = []
  /// Whether there is a spine from which a page is placed, or a leaf lies in its field's middle.
  var isFolded = true

  /// Rows from the head, fields from the left.
  struct Side: Sendable {
    var rows: [[Field]]

    /// Each row from the right: for books that are bound on the right.
    var mirrored: Side { Side(rows: rows.map { $0.reversed() }) }
  }

  struct Field: Sendable {
    /// The position in the signature from 1, odd on right-hand pages; nil where nothing is printed.
    var position: Int?
    var isOnItsHead = false
  }

  /// A line between fields: (columns from the left, rows from the head).
  struct FieldCrease: Sendable {
    var from: (x: Int, y: Int)
    var to: (x: Int, y: Int)
    var kind: Crease.Kind

    static func down(_ x: Int, rows: Range<Int>, _ kind: Crease.Kind) -> FieldCrease {
      FieldCrease(from: (x, rows.lowerBound), to: (x, rows.upperBound), kind: kind)
    }
    static func across(_ y: Int, columns: Range<Int>, _ kind: Crease.Kind) -> FieldCrease {
      FieldCrease(from: (columns.lowerBound, y), to: (columns.upperBound, y), kind: kind)
    }
  }
}

extension Binding {
  /// The flat sheets of one signature of that many pages, bound on the left (or at the top).
  func layouts(of pageCount: Int) -> [Layout] {
    switch style {
    case .saddleStitch, .signatures, .perfectGathered:
      return folio.sheets(pageCount, .together)
    case .quarto(let nesting, _):
      return Folding.quarto.sheets(pageCount, nesting)
    case .octavo(let nesting, _):
      return Folding.octavo.sheets(pageCount, nesting)
    case .cutSaddle(.nested):
      return Folding.nestedStrips.sheets(pageCount, .singly)
    case .cutSaddle(.twoCopies):
      return Folding.folio.sheets(pageCount, .together).map { Layout(strips: [$0, $0]) }
    case .cutSaddle(.stacked):
      let strips = Folding.folio.sheets(pageCount, .together)
      let half = strips.count / 2
      return (0..<half).map { Layout(strips: [strips[$0], strips[$0 + half]]) }
    case .miniZine(let heads):
      return [Layout(miniZine: heads)]
    case .cutAndStack, .perfectLeaves:
      let fields = fields
      return leaves(pageCount / 2, columns: fields.columns, rows: fields.rows)
    }
  }

  private var folio: Folding { boundEdge == .top ? .topFolio : .folio }

  /// Leaf upon leaf in each field: cell c of sheet s holds leaf c·S + s, for S sheets.
  private func leaves(_ leafCount: Int, columns: Int, rows: Int) -> [Layout] {
    let cells = columns * rows
    let sheetCount = (leafCount + cells - 1) / cells
    // Turned over the top, a leaf's back stands upright; turned as a leaf is here, on its head.
    let headDown = boundEdge == .top
    return (0..<sheetCount).map { s in
      func side(_ page: (Int) -> Layout.Field) -> Layout.Side {
        Layout.Side(
          rows: (0..<rows).map { row in
            (0..<columns).map { column in
              let leaf = (row * columns + column) * sheetCount + s
              return leaf < leafCount ? page(leaf) : Layout.Field()
            }
          })
      }
      let cuts =
        (1..<max(columns, 1)).map { Layout.FieldCrease.down($0, rows: 0..<rows, .cut) }
        + (1..<max(rows, 1)).map { Layout.FieldCrease.across($0, columns: 0..<columns, .cut) }
      return Layout(
        front: side { Layout.Field(position: 2 * $0 + 1) },
        back: side { Layout.Field(position: 2 * $0 + 2, isOnItsHead: headDown) }.mirrored,
        creases: cuts, isFolded: false)
    }
  }
}

extension Layout {
  /// Strips one below the other, to be cut apart.
  init(strips: [Layout]) {
    front = Side(rows: strips.flatMap(\.front.rows))
    back = Side(rows: strips.flatMap(\.back.rows))
    let columns = front.rows[0].count
    creases = (1..<strips.count).map { .across($0, columns: 0..<columns, .cut) }
    for row in strips.indices { creases.append(.down(1, rows: row..<row + 1, .mountain)) }
  }

  /// Going round the ring of its eight fields the pages follow one another; one row is on its head.
  init(miniZine heads: Binding.Heads) {
    let rows =
      switch heads {
      case .atTheMiddle: [[-5, -4, -3, -2], [6, 7, 8, 1]]
      case .atTheEdges: [[2, 3, 4, 5], [-1, -8, -7, -6]]
      }
    front = Side(signed: rows)
    back = Side(rows: rows.map { $0.map { _ in Field() } })
    // Two fields that face each other in a spread fold towards the reader, the two of a leaf away.
    creases = [
      .across(1, columns: 1..<3, .cut), .across(1, columns: 0..<1, .mountain),
      .across(1, columns: 3..<4, .mountain), .down(1, rows: 0..<2, .valley),
      .down(2, rows: 0..<2, .mountain), .down(3, rows: 0..<2, .valley),
    ]
  }
}

extension Layout.Side {
  /// Numbers as in the tables, negative where a page is on its head.
  init(signed rows: [[Int]]) {
    self.rows = rows.map { $0.map { Layout.Field(position: abs($0), isOnItsHead: $0 < 0) } }
  }
}
