internal import Geometry
internal import Imposition
internal import Typesetting

/// Printer's marks as they stand in a sheet's contents.
struct MarksDrawing {
  private(set) var text = PDFText()
  private let sheetHeight: Length

  init(_ marks: [PrintersMark], sheetHeight: Length) {
    self.sheetHeight = sheetHeight
    let drawing = marks.flatMap(\.drawing)
    guard !drawing.isEmpty else { return }
    text.append("0 G 0 g 0 J\n")
    for mark in drawing {
      switch mark {
      case .stroke(let path, let width, let dash, _): draw(path, width, dash)
      case .fill(let box, _):
        text.append(
          "\(box.minX) \(sheetHeight - box.maxY) \(box.size.width) \(box.size.height) re f\n")
      case .run, .picture, .open, .close, .anchor: break
      }
    }
  }

  private mutating func draw(_ path: Path, _ width: Length, _ dash: [Length]) {
    let lengths = dash.map { "\($0)" as PDFText }
    text.append("\(width) w \(PDFText.array(lengths)) 0 d ")
    for step in path.steps {
      switch step {
      case .move(let point): text.append("\(place(point)) m ")
      case .line(let point): text.append("\(place(point)) l ")
      case .curve(let a, let b, let point):
        text.append("\(place(a)) \(place(b)) \(place(point)) c ")
      case .close: text.append("h ")
      }
    }
    text.append("S\n")
  }

  /// The plan measures from the top, a PDF from the bottom.
  private func place(_ point: Point) -> PDFText { "\(point.x) \(sheetHeight - point.y)" }
}
