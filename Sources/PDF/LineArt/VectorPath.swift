internal import Typesetting

/// The outline of one of SVG's basic shapes, or a path, as moves, lines and curves.
struct VectorPath {
  enum Step: Sendable, Hashable {
    case move(Vector)
    case line(Vector)
    case curve(Vector, Vector, Vector)
    case close
  }

  private(set) var steps: [Step] = []

  /// By shape, the attributes that say its form.
  static let keys: [String: Set<String>] = [
    "path": ["d"], "rect": ["x", "y", "width", "height"], "circle": ["cx", "cy", "r"],
    "ellipse": ["cx", "cy", "rx", "ry"], "line": ["x1", "y1", "x2", "y2"],
    "polyline": ["points"], "polygon": ["points"],
  ]

  /// Nil for what is not written as SVG has it.
  init?(_ name: String, _ attributes: [SVGMarkup.Attribute]) throws(PictureFault) {
    var values: [String: String] = [:]
    for attribute in attributes where Self.keys[name]?.contains(attribute.name) == true {
      values[attribute.name] = try attribute.text()
    }
    func number(_ key: String) -> Double? {
      guard let value = values[key] else { return 0 }
      var numbers = NumberReader(value)
      let number = numbers.next()
      return numbers.isAtEnd ? number : nil
    }
    switch name {
    case "path":
      guard let steps = PathData.steps(of: values["d"] ?? "") else { return nil }
      self.steps = steps
    case "rect":
      guard let x = number("x"), let y = number("y"), let width = number("width"),
        let height = number("height")
      else { return nil }
      guard width > 0, height > 0 else { return }
      steps = [
        .move(Vector(x, y)), .line(Vector(x + width, y)), .line(Vector(x + width, y + height)),
        .line(Vector(x, y + height)), .close,
      ]
    case "circle", "ellipse":
      guard let x = number("cx"), let y = number("cy"),
        let across = number(name == "circle" ? "r" : "rx"),
        let down = number(name == "circle" ? "r" : "ry")
      else { return nil }
      guard across > 0, down > 0 else { return }
      appendEllipse(Vector(x, y), across, down)
    case "line":
      guard let x1 = number("x1"), let y1 = number("y1"), let x2 = number("x2"),
        let y2 = number("y2")
      else { return nil }
      steps = [.move(Vector(x1, y1)), .line(Vector(x2, y2))]
    case "polyline", "polygon":
      var numbers = NumberReader(values["points"] ?? "")
      while let x = numbers.next() {
        guard let y = numbers.next() else { return nil }
        steps.append(steps.isEmpty ? .move(Vector(x, y)) : .line(Vector(x, y)))
      }
      guard numbers.isAtEnd else { return nil }
      if name == "polygon", !steps.isEmpty { steps.append(.close) }
    default: return nil
    }
  }

  private mutating func appendEllipse(_ centre: Vector, _ across: Double, _ down: Double) {
    let right = Vector(centre.x + across, centre.y)
    let left = Vector(centre.x - across, centre.y)
    steps.append(.move(right))
    steps +=
      EllipticalArc(from: right, to: left, across, down, turn: 0, isLarge: false, isSweep: true)
      .curves
    steps +=
      EllipticalArc(from: left, to: right, across, down, turn: 0, isLarge: false, isSweep: true)
      .curves
    steps.append(.close)
  }
}

struct Vector: Sendable, Hashable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  static func + (a: Vector, b: Vector) -> Vector { Vector(a.x + b.x, a.y + b.y) }
  static func - (a: Vector, b: Vector) -> Vector { Vector(a.x - b.x, a.y - b.y) }
  static func * (a: Vector, factor: Double) -> Vector { Vector(a.x * factor, a.y * factor) }
}
