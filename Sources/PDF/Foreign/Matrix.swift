internal import Geometry
internal import Imposition

/// What takes coordinates of one space to another's (ISO 32000-1, 8.3.3): x to ax + cy + e and y to
/// bx + dy + f, y upwards, in points.
struct Matrix: Hashable, Sendable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  /// First this one, then another.
  func followed(by next: Matrix) -> Matrix {
    Matrix(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      e: e * next.a + f * next.c + next.e, f: e * next.b + f * next.d + next.f)
  }

  /// Six numbers, as the operator `cm` takes them and a form says them.
  var text: String {
    var text = PDFText()
    for number in [a, b, c, d] {
      text.append(ratio: number)
      text.append(syntax: " ")
    }
    text.append(.points(e))
    text.append(syntax: " ")
    text.append(.points(f))
    return String(decoding: text.bytes, as: UTF8.self)
  }
}

extension Matrix {
  /// From a page, upright, its trimmed corner at the bottom left at zero, to its place on a sheet of
  /// that height: the plan measures from the top, a PDF from the bottom.
  init(_ place: Transform, ofPage size: Size, sheetHeight: Length) {
    let turn = place.upsideDown ? -place.scale : place.scale
    let top = (sheetHeight - place.origin.y).points
    self.init(a: turn, d: turn, e: place.origin.x.points, f: top - turn * size.height.points)
  }
}
