internal import Geometry
internal import Imposition

/// Printer's marks as they stand in a sheet's contents: thin lines of pure black, which is one ink on any
/// press.
struct MarksDrawing {
  private let sheetHeight: Length
  private(set) var text = PDFText()

  /// Seen beside a page, and narrower than a cut is exact (the trade's hairline).
  static let lineWidth = Length.points(0.25)
  static let dash = Length.millimetres(1)

  /// - Parameter marks: slug lines are passed over: they are type, and set as such.
  init(_ marks: [PrintersMark], sheetHeight: Length) {
    self.sheetHeight = sheetHeight
    guard !marks.isEmpty else { return }
    text.append("0 G 0 g \(Self.lineWidth) w 0 J\n")
    for mark in marks { draw(mark.shape) }
  }

  private mutating func draw(_ shape: PrintersMark.Shape) {
    switch shape {
    case .line(let from, let to, let isDashed):
      if isDashed { text.append("[\(Self.dash)] 0 d ") }
      move(to: from)
      line(to: to)
      text.append("S\(isDashed ? " [] 0 d" : "")\n")
    case .target(let centre, let radius):
      circle(centre, radius * 0.5)
      for (x, y) in [(radius, Length.zero), (.zero, radius)] {
        move(to: Point(x: centre.x - x, y: centre.y - y))
        line(to: Point(x: centre.x + x, y: centre.y + y))
      }
      text.append("S\n")
    case .block(let box):
      text.append(
        "\(box.minX) \(sheetHeight - box.maxY) \(box.size.width) \(box.size.height) re f\n")
    case .slug:
      break
    }
  }

  /// Four curves, each as near to a quarter of a circle as a cubic comes.
  private mutating func circle(_ centre: Point, _ radius: Length) {
    let pull = radius * 0.552_285
    func at(_ x: Length, _ y: Length) -> Point { Point(x: centre.x + x, y: centre.y + y) }
    move(to: at(radius, .zero))
    for (x, y) in [(1, 0), (0, 1), (-1, 0), (0, -1)] {
      // From (x, y) a quarter on to (-y, x).
      let (a, b) = (
        at(radius * x - pull * y, radius * y + pull * x),
        at(-radius * y + pull * x, radius * x + pull * y)
      )
      curve(a, b, to: at(-radius * y, radius * x))
    }
  }

  private mutating func move(to point: Point) { text.append("\(place(point)) m ") }
  private mutating func line(to point: Point) { text.append("\(place(point)) l ") }
  private mutating func curve(_ a: Point, _ b: Point, to point: Point) {
    text.append("\(place(a)) \(place(b)) \(place(point)) c ")
  }

  /// The plan measures from the top, a PDF from the bottom.
  private func place(_ point: Point) -> PDFText { "\(point.x) \(sheetHeight - point.y)" }
}
