internal import Glibc

/// Where units come to lie: x' = a·x + c·y + e, y' = b·x + d·y + f, as SVG and PDF both write it.
struct Matrix: Sendable, Hashable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  static let identity = Matrix()

  /// First this, then the one around it.
  func inside(_ outer: Matrix) -> Matrix {
    Matrix(
      a: outer.a * a + outer.c * b, b: outer.b * a + outer.d * b,
      c: outer.a * c + outer.c * d, d: outer.b * c + outer.d * d,
      e: outer.a * e + outer.c * f + outer.e, f: outer.b * e + outer.d * f + outer.f)
  }
}

extension Matrix {
  /// "translate(3 4) rotate(-13 10 20) scale(2)" (SVG 1.1, 7.6); nil for what is not written so.
  init?(written text: String) {
    self = .identity
    for part in text.split(separator: ")", omittingEmptySubsequences: true) {
      let part = part.drop { $0.isWhitespace || $0 == "," }
      if part.isEmpty { continue }
      let pieces = part.split(separator: "(", omittingEmptySubsequences: false)
      guard pieces.count == 2 else { return nil }
      var numbers = NumberReader(String(pieces[1]))
      var values: [Double] = []
      while let value = numbers.next() { values.append(value) }
      let name = pieces[0].filter { !$0.isWhitespace }
      guard numbers.isAtEnd, let one = Matrix(name, values) else { return nil }
      self = one.inside(self)
    }
  }

  private init?(_ name: String, _ values: [Double]) {
    switch (name, values.count) {
    case ("matrix", 6):
      self.init(a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
    case ("translate", 1...2): self.init(e: values[0], f: values.count > 1 ? values[1] : 0)
    case ("scale", 1...2): self.init(a: values[0], d: values[values.count - 1])
    case ("rotate", 1), ("rotate", 3):
      let (sine, cosine) = (sin(values[0] * .pi / 180), cos(values[0] * .pi / 180))
      let turn = Matrix(a: cosine, b: sine, c: -sine, d: cosine)
      guard values.count == 3 else {
        self = turn
        return
      }
      self = Matrix(e: -values[1], f: -values[2]).inside(turn)
        .inside(Matrix(e: values[1], f: values[2]))
    default: return nil
    }
  }
}
