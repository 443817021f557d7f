import Geometry
import Imposition

/// Sheets as text, one a line, outside then inside: `[8|1] [2|7]`. A dot is a blank page, and
/// `r` stands before a page on its head.
func drawnAsText(_ signatures: [Signature]) -> String {
  signatures.flatMap(\.sheets)
    .map { "\(drawnAsText($0.outer)) \(drawnAsText($0.inner))" }
    .joined(separator: "\n")
}

private func drawnAsText(_ forme: Forme) -> String {
  let cells = forme.cells.map { cell in
    guard let page = cell.page else { return "." }
    return cell.place.upsideDown ? "r\(page)" : "\(page)"
  }
  return "[\(cells.joined(separator: "|"))]"
}
