internal import Geometry
internal import Typesetting

/// A drawing of lines and areas and nothing else, as most SVGs of a guide are: it goes into a file as
/// it stands. Through librsvg and Cairo one such drawing takes as long as twenty pages of text.
///
/// In its own units, y growing downwards, as in the SVG.
struct LineArt: Sendable, Hashable {
  struct Shape: Sendable, Hashable {
    var path: [VectorPath.Step]
    var style: Style
    /// Of the groups around it and its own, from the outermost inwards.
    var transform: Matrix
  }

  struct Style: Sendable, Hashable {
    var fill: Ink? = .black
    var fillsEvenOdd = false
    var stroke: Ink?
    var width = 1.0
    var cap = Cap.butt
    var join = Join.miter
    var miterLimit = 4.0
    var dash: [Double] = []
    var dashOffset = 0.0

    enum Cap: Int, Sendable { case butt, round, square }
    enum Join: Int, Sendable { case miter, round, bevel }
  }

  /// Of its viewBox.
  private(set) var left = 0.0
  private(set) var top = 0.0
  private(set) var width: Double
  private(set) var height: Double
  private(set) var shapes: [Shape] = []

  /// Nil for an SVG with anything else in it, or with a fault: librsvg judges that.
  init?(svg bytes: [UInt8], _ header: PictureHeader) {
    (width, height) = (header.naturalSize.width.points, header.naturalSize.height.points)
    // Smaller units than these would be written too coarsely.
    guard let found = try? read(bytes), found, max(width, height) >= 10 else { return nil }
  }

  // MARK: Reading

  private struct Group {
    var name: String
    var style = Style()
    var transform = Matrix.identity
    /// Words about the drawing.
    var isSilent = false
  }

  private mutating func read(_ bytes: [UInt8]) throws(PictureFault) -> Bool {
    guard !bytes.contains(0) else { return false }
    var markup = SVGMarkup(bytes)
    var open: [Group] = []
    var isDone = false
    while let piece = try markup.next() {
      switch piece {
      case .declaration: return false
      case .instruction(let target, _): guard target == "xml" else { return false }
      case .text(let text): guard !text.contains(UInt8(ascii: "&")) else { return false }
      case .end(let name):
        guard open.popLast()?.name == name else { return false }
        isDone = open.isEmpty
      case .start(let name, let attributes, let isEmpty):
        guard !isDone, open.count < 100,
          let group = try begin(name, attributes, in: open.last)
        else { return false }
        if isEmpty { isDone = open.isEmpty } else { open.append(group) }
      }
    }
    return isDone
  }

  /// What an element is to those in it; nil for one that is no line art.
  private mutating func begin(
    _ name: String, _ attributes: [SVGMarkup.Attribute], in outer: Group?
  ) throws(PictureFault) -> Group? {
    guard let outer else {
      guard name == "svg" else { return nil }
      var root = Group(name: name)
      let hasUnits = try readRoot(attributes)
      let isPlain = try root.style.read(attributes, besides: Self.rootKeys)
      return hasUnits && isPlain ? root : nil
    }
    var group = outer
    group.name = name
    switch name {
    case "title", "desc", "metadata":
      group.isSilent = true
      return group
    case "g":
      return try read(attributes, into: &group, besides: []) ? group : nil
    default:
      guard !outer.isSilent, let keys = VectorPath.keys[name],
        try read(attributes, into: &group, besides: keys),
        let path = try VectorPath(name, attributes)
      else { return nil }
      shapes.append(Shape(path: path.steps, style: group.style, transform: group.transform))
      return group
    }
  }

  private func read(
    _ attributes: [SVGMarkup.Attribute], into group: inout Group, besides keys: Set<String>
  ) throws(PictureFault) -> Bool {
    for attribute in attributes where attribute.name == "transform" {
      guard let transform = Matrix(written: try attribute.text()) else { return false }
      group.transform = transform.inside(group.transform)
    }
    return try group.style.read(attributes, besides: keys.union(["transform"]))
  }

  private static let rootKeys: Set<String> = ["width", "height", "viewBox", "version"]

  /// The units: as many as the viewBox says, in the shape of the natural size; else 96 to the inch.
  private mutating func readRoot(
    _ attributes: [SVGMarkup.Attribute]
  ) throws(PictureFault) -> Bool {
    let (naturalWidth, naturalHeight) = (width, height)
    guard let box = attributes.first(where: { $0.name == "viewBox" }) else {
      (width, height) = (width / 0.75, height / 0.75)
      return true
    }
    var numbers = NumberReader(try box.text())
    guard let x = numbers.next(), let y = numbers.next(), let width = numbers.next(),
      let height = numbers.next(), numbers.isAtEnd, width > 0, height > 0
    else { return false }
    (left, top, self.width, self.height) = (x, y, width, height)
    return abs(naturalWidth * height / (naturalHeight * width) - 1) < 0.001
  }
}

extension LineArt.Style {
  /// False for what changes the look of line art in ways that are not read here.
  ///
  /// - Parameter keys: the names of attributes that others read.
  mutating func read(
    _ attributes: [SVGMarkup.Attribute], besides keys: Set<String>
  ) throws(PictureFault) -> Bool {
    for attribute in attributes {
      if keys.contains(attribute.name) || Self.saysNothing(attribute.name) { continue }
      guard read(attribute.name, try attribute.text()) else { return false }
    }
    return true
  }

  private static func saysNothing(_ name: String) -> Bool {
    ["id", "role", "class", "xmlns"].contains(name) || name.hasPrefix("aria-")
      || name.hasPrefix("data-") || name.hasPrefix("xmlns:")
  }

  private mutating func read(_ name: String, _ value: String) -> Bool {
    func number() -> Double? {
      var numbers = NumberReader(value)
      let number = numbers.next()
      return numbers.isAtEnd ? number.flatMap { $0 >= 0 ? $0 : nil } : nil
    }
    func set<Value>(_ key: WritableKeyPath<Self, Value>, _ value: Value?) -> Bool {
      guard let value else { return false }
      self[keyPath: key] = value
      return true
    }
    switch name {
    case "fill": return set(\.fill, Self.paint(value))
    case "stroke": return set(\.stroke, Self.paint(value))
    case "stroke-width": return set(\.width, number())
    case "stroke-miterlimit": return set(\.miterLimit, number().map { max($0, 1) })
    case "stroke-dashoffset": return set(\.dashOffset, number())
    case "fill-rule": return set(\.fillsEvenOdd, ["nonzero": false, "evenodd": true][value])
    case "stroke-linecap":
      return set(\.cap, ["butt": .butt, "round": .round, "square": .square][value])
    case "stroke-linejoin":
      return set(\.join, ["miter": .miter, "round": .round, "bevel": .bevel][value])
    case "stroke-dasharray":
      if value == "none" { return set(\.dash, []) }
      var numbers = NumberReader(value)
      var dash: [Double] = []
      while let length = numbers.next() { dash.append(length) }
      return set(\.dash, numbers.isAtEnd && dash.allSatisfy { $0 >= 0 } ? dash : nil)
    default: return false
    }
  }

  /// "none", "#000" and "#000000", "black" and "white".
  private static func paint(_ value: String) -> Ink?? {
    switch value {
    case "none": return .some(nil)
    case "black": return .some(.black)
    case "white": return .some(.white)
    default: break
    }
    guard value.first == "#", let number = Int(value.dropFirst(), radix: 16) else { return nil }
    switch value.utf8.count {
    case 4: return ink(number >> 8 & 15, number >> 4 & 15, number & 15, of: 15)
    case 7: return ink(number >> 16 & 255, number >> 8 & 255, number & 255, of: 255)
    default: return nil
    }
  }

  private static func ink(_ red: Int, _ green: Int, _ blue: Int, of most: Double) -> Ink {
    Ink(red: Double(red) / most, green: Double(green) / most, blue: Double(blue) / most)
  }
}
