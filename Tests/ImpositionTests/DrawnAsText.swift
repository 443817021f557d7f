import Geometry
import Imposition

/// Sheets as text, outside then inside: `[8|1] [2|7]`, the rows of a side under one another, and an
/// empty line between sheets of several rows. A dot is a blank page, and `r` stands before a page on
/// its head.
func drawnAsText(_ signatures: [Signature], columns: Int = 2) -> String {
  let sheets = signatures.flatMap(\.sheets).map { sheet in
    zip(rows(sheet.outer, columns), rows(sheet.inner, columns)).map { "\($0) \($1)" }
  }
  return sheets.map { $0.joined(separator: "\n") }
    .joined(separator: sheets.contains { $0.count > 1 } ? "\n\n" : "\n")
}

private func rows(_ forme: Forme, _ columns: Int) -> [String] {
  stride(from: 0, to: forme.cells.count, by: columns).map { start in
    let cells = forme.cells[start..<min(start + columns, forme.cells.count)].map { cell in
      guard let page = cell.page else { return "." }
      return cell.place.upsideDown ? "r\(page)" : "\(page)"
    }
    return "[\(cells.joined(separator: "|"))]"
  }
}

/// One side of a sheet, a character for 4 mm of its width and 8 mm of its height: pages are `.`, marks
/// are letters of their kinds (dashed folds small ones).
func drawnAsText(_ forme: Forme, pageSize: Size) -> String {
  func column(_ x: Length) -> Int { Int(x.millimetres / 4) }
  func row(_ y: Length) -> Int { Int(y.millimetres / 8) }
  let (columns, rows) = (column(forme.size.width), row(forme.size.height))
  var grid = Array(repeating: Array(repeating: Character(" "), count: columns), count: rows)
  func fill(_ box: Rectangle, _ character: Character) {
    for y in row(box.minY)...max(row(box.minY), row(box.maxY - Length(units: 1))) where y < rows {
      for x in column(box.minX)...max(column(box.minX), column(box.maxX - Length(units: 1)))
      where x < columns {
        grid[y][x] = character
      }
    }
  }
  for cell in forme.cells { fill(cell.trim(pageSize), ".") }
  for mark in forme.marks {
    var letter: Character =
      switch mark.kind {
      case .crop: "C"
      case .fold: "F"
      case .staple: "S"
      case .sewing: "N"
      case .collation: "B"
      case .registration: "R"
      case .slug: "T"
      }
    if case .line(_, _, isDashed: true) = mark.shape { letter = "f" }
    fill(mark.box, letter)
  }
  return grid.map { line in
    let text = String(line)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }.joined(separator: "\n")
}
