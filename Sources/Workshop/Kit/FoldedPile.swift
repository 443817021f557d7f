internal import Geometry
internal import Imposition

/// One movement of hands at a table, with the paper lying flat.
enum FoldMove: Hashable, Sendable {
  case leftOverRight, rightOverLeft
  /// The far half towards the reader.
  case topDown
}

/// A pile of printed paper on a table: what lies in each of its fields, and what becomes of it when
/// it is folded. Instructions are drawn from it, so that each picture shows the numbers that hands
/// and eyes will find.
struct FoldedPile: Hashable, Sendable {
  struct Face: Hashable, Sendable {
    var page: Int?
    var isOnItsHead: Bool
  }

  /// One thickness of paper: what is seen of it from above, and what lies below.
  struct Layer: Hashable, Sendable {
    var up: Face
    var down: Face
  }

  /// Row by row from the far edge, each from the left: layers from the table upwards.
  var fields: [[[Layer]]]

  /// Sheets with their insides up, the first of them at the bottom.
  ///
  /// - Parameters:
  ///   - rows: of each sheet, such as one strip of it.
  ///   - overTheTop: the sheets were turned over their far edge and not, as pages are, over a side.
  init(of sheets: some Sequence<FlatSheet>, overTheTop: Bool = false) {
    fields = []
    for sheet in sheets {
      let pile = sheet.insideUp(overTheTop: overTheTop)
      if fields.isEmpty { fields = pile.map { $0.map { _ in [] } } }
      for (row, layers) in pile.enumerated() {
        for (column, layer) in layers.enumerated() { fields[row][column].append(layer) }
      }
    }
  }

  /// With sheets below it, the first of them at the bottom.
  func laid(on sheets: [FlatSheet], overTheTop: Bool) -> FoldedPile {
    guard !sheets.isEmpty else { return self }
    var pile = FoldedPile(of: sheets, overTheTop: overTheTop)
    for (row, columns) in fields.enumerated() {
      for (column, layers) in columns.enumerated() { pile.fields[row][column] += layers }
    }
    return pile
  }

  var columns: Int { fields.first?.count ?? 0 }
  var rows: Int { fields.count }

  /// What is seen from above.
  var top: [[Face]] {
    fields.map { $0.map { $0.last?.up ?? Face(page: nil, isOnItsHead: false) } }
  }

  /// What is seen of it from below, after turning it as one turns a page.
  var underside: [[Face]] {
    fields.map { $0.reversed().map { $0.first?.down ?? Face(page: nil, isOnItsHead: false) } }
  }

  func folded(_ move: FoldMove) -> FoldedPile {
    var pile = self
    switch move {
    case .leftOverRight:
      pile.fields = fields.map { row in
        (row.count / 2..<row.count).map { row[$0] + row[row.count - 1 - $0].turned(onHead: false) }
      }
    case .rightOverLeft:
      pile.fields = fields.map { row in
        (0..<row.count / 2).map { row[$0] + row[row.count - 1 - $0].turned(onHead: false) }
      }
    case .topDown:
      pile.fields = (rows / 2..<rows).map { row in
        (0..<columns).map { fields[row][$0] + fields[rows - 1 - row][$0].turned(onHead: true) }
      }
    }
    return pile
  }

  /// Once it is folded to one field: the pages from the top on, as they are turned.
  var reading: [Face] {
    (fields.first?.first ?? []).reversed().flatMap { [$0.up, $0.down] }
  }
}

extension [FoldedPile.Layer] {
  /// The other side up, the topmost lowest; what is folded over a far edge stands on its head then.
  fileprivate func turned(onHead: Bool) -> Self {
    reversed().map { layer in
      var layer = FoldedPile.Layer(up: layer.down, down: layer.up)
      if onHead {
        layer.up.isOnItsHead.toggle()
        layer.down.isOnItsHead.toggle()
      }
      return layer
    }
  }
}

/// What is printed on both sides of a sheet or of a strip of it, as one sees it after turning it as
/// one turns a page, whichever way the printer wanted its back.
struct FlatSheet: Hashable, Sendable {
  var outer: [[FoldedPile.Face]]
  var inner: [[FoldedPile.Face]]

  init(_ sheet: Sheet, of binding: Binding) {
    self.init(sheet, inRowsOf: binding.fields.columns, of: binding)
  }

  init(_ sheet: Sheet, inRowsOf columns: Int, of binding: Binding) {
    let inner =
      binding.turnsBacks(of: sheet.outer.size) ? sheet.inner.upsideDown : sheet.inner
    self.init(
      outer: sheet.outer.faces(inRowsOf: columns), inner: inner.faces(inRowsOf: columns))
  }

  init(outer: [[FoldedPile.Face]], inner: [[FoldedPile.Face]]) {
    self.outer = outer
    self.inner = inner
  }

  /// A strip of it, cut from side to side.
  func strip(_ row: Int) -> FlatSheet { FlatSheet(outer: [outer[row]], inner: [inner[row]]) }

  var onItsHead: FlatSheet { FlatSheet(outer: outer.onTheirHeads, inner: inner.onTheirHeads) }

  fileprivate func insideUp(overTheTop: Bool) -> [[FoldedPile.Layer]] {
    let up = overTheTop ? inner.onTheirHeads : inner
    // Turned over a side, left and right change places; over the top, near and far, and heads.
    let down =
      overTheTop ? outer.onTheirHeads.map { Array($0.reversed()) } : outer.map { $0.reversed() }
    return zip(up, down).map { zip($0, $1).map { FoldedPile.Layer(up: $0, down: $1) } }
  }
}

extension [[FoldedPile.Face]] {
  /// Turned by half a turn as one.
  var onTheirHeads: Self {
    reversed().map { row in
      row.reversed().map { FoldedPile.Face(page: $0.page, isOnItsHead: !$0.isOnItsHead) }
    }
  }
}

extension Forme {
  /// Its pages row by row, as they lie.
  fileprivate func faces(inRowsOf columns: Int) -> [[FoldedPile.Face]] {
    stride(from: 0, to: cells.count, by: columns).map { start in
      cells[start..<min(start + columns, cells.count)].map {
        FoldedPile.Face(page: $0.page, isOnItsHead: $0.place.upsideDown)
      }
    }
  }
}
