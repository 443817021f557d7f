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
