internal import Geometry
internal import Typesetting

/// A drawing's contents without solid areas. A shape that is thicker than a 50th of the picture (a
/// square of a 25th, a bar of a 50th) and darker than a tint becomes a tint with an outline, which a
/// photocopy keeps; what is light and was seen for lying upon it is outlined too. Letters and lines
/// are thinner, and stay.
struct InkSaving {
  private(set) var output: [UInt8] = []
  private let drawing: UnsafeBufferPointer<UInt8>
  private let policy: InkPolicy
  private let extent: Double
  private var copied = 0
  private var state = State()
  private var saved: [State] = []
  private var path: DrawnPath?
  private var clips = false
  /// What large shapes were filled with, the uppermost last; nil for those that are light.
  private var grounds: [(shape: DrawnPath.Island, ink: Ink?)] = []

  private struct State {
    var matrix = Matrix()
    var filling = Ink.black
    var stroking = Ink.black
  }

  /// - Parameter extent: the longer side of the picture, in the contents' units.
  init(_ drawing: UnsafeBufferPointer<UInt8>, _ policy: InkPolicy, extent: Double) {
    self.drawing = drawing
    self.policy = policy
    self.extent = extent
    output.reserveCapacity(drawing.count)
    var scanner = ContentScanner(drawing)
    while let found = scanner.next() { take(found, scanner) }
    copy(to: drawing.count)
  }

  private mutating func copy(to end: Int) {
    output.append(contentsOf: drawing[copied..<end])
    copied = end
  }

  private mutating func write(_ text: PDFText) { output += text.bytes }

  private mutating func take(_ found: ContentScanner.Operator, _ scanner: ContentScanner) {
    let name = scanner.name(of: found)
    switch name {
    case "q": saved.append(state)
    case "Q": state = saved.popLast() ?? State()
    case "cm":
      let parts = scanner.numbers(of: found)
      guard parts.count == 6 else { return }
      state.matrix = Matrix(
        a: parts[0], b: parts[1], c: parts[2], d: parts[3], e: parts[4], f: parts[5]
      ).followed(by: state.matrix)
    case "g", "rg", "G", "RG":
      let parts = scanner.numbers(of: found)
      guard parts.count == (name.count == 1 ? 1 : 3) else { return }
      let ink = Ink(red: parts[0], green: parts[parts.count / 2], blue: parts[parts.count - 1])
      let printed = policy.isGrey ? ink.grey : ink
      let isOfLines = name == "G" || name == "RG"
      if isOfLines { state.stroking = printed } else { state.filling = printed }
      guard printed.isGrey else { return }
      copy(to: found.start)
      write(isOfLines ? printed.stroking : printed.filling)
      copied = found.name.upperBound
    // A gradient, of which nobody knows how dark it is.
    case "scn", "sc": state.filling = .black
    case "SCN", "SC": state.stroking = .black
    case "m", "re", "l", "c", "v", "y", "h":
      if path == nil { path = DrawnPath(in: state.matrix) }
      path?.add(
        name, scanner.numbers(of: found), bytes: found.start..<found.name.upperBound)
    case "W", "W*": clips = true
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n":
      if let path, !clips { paint(path, name, found) }
      path = nil
      clips = false
    default: break
    }
  }

  private mutating func paint(
    _ path: DrawnPath, _ name: String, _ found: ContentScanner.Operator
  ) {
    guard let start = path.contours.first?.bytes.lowerBound, name != "n" else { return }
    if name == "S" || name == "s" {
      guard state.stroking.isLight, let spot = path.contours[0].points.first,
        let ink = ground(under: spot)
      else { return }
      copy(to: start)
      write("q \(ink.stroking)\n")
      copy(to: found.name.upperBound)
      write("\nQ")
      return
    }
    let islands = path.islands(evenOdd: name.hasSuffix("*"))
    let outlined = islands.map { outline(of: $0) }
    for case (let island, true) in zip(islands, islands.map(isLarge)) {
      grounds.append((island, state.filling.isLight ? nil : state.filling))
      if grounds.count > Self.mostGrounds { grounds.removeFirst() }
    }
    guard outlined.contains(where: { $0 != nil }) else { return }
    copy(to: start)
    copied = found.name.upperBound
    // Those that are outlined first: what is thin may lie upon them.
    let ways = outlined.reduce(into: [Ink?]()) { if !$0.contains($1) { $0.append($1) } }
    for case let ink? in ways {
      let outlined = zip(islands, outlined).filter { $0.1 == ink }.map(\.0)
      write("q \(tint.filling)\n")
      if name.hasLine { draw(outlined, name) }
      if !name.hasLine || state.stroking.isLight {
        write("\(ink.stroking) \(outlineWidth) w [] 0 d 1 j\n")
        draw(outlined, name.hasLine ? "S" : name.withLine)
      }
      write("Q\n")
    }
    draw(zip(islands, outlined).filter { $0.1 == nil }.map(\.0), name)
  }

  private mutating func draw(_ islands: [DrawnPath.Island], _ name: String) {
    guard !islands.isEmpty else { return }
    let contours = islands.flatMap(\.contours).map(\.bytes)
    for bytes in contours.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      output.append(contentsOf: drawing[bytes])
      output.append(UInt8(ascii: "\n"))
    }
    write("\(name)\n")
  }

  private var tint: Ink { state.filling.isLight ? state.filling : state.filling.tint }

  /// What a shape is to be outlined with, if it is.
  private func outline(of island: DrawnPath.Island) -> Ink? {
    let isLarge = isLarge(island)
    guard state.filling.isLight else { return isLarge ? state.filling : nil }
    return isLarge ? nil : ground(under: island.contours[0].points[0])
  }

  private var outlineWidth: Length {
    let matrix = state.matrix
    let scale = abs(matrix.a * matrix.d - matrix.b * matrix.c).squareRoot()
    return .points(extent / Self.outlinesInExtent / (scale > 0 ? scale : 1))
  }

  private func isLarge(_ island: DrawnPath.Island) -> Bool {
    island.thickness > extent / Self.solidsInExtent
  }

  private func ground(under spot: DrawnPath.Spot) -> Ink? {
    grounds.last { $0.shape.contains(spot) }?.ink
  }

  private static let solidsInExtent = 50.0
  /// Each light shape is looked for in all of them; nobody draws over so many.
  private static let mostGrounds = 300
  /// Half a point in a picture as wide as an A5 page's text.
  private static let outlinesInExtent = 600.0
}

extension Ink {
  /// No darker than a tint is.
  fileprivate var isLight: Bool { grey.red > 0.8 }
}

extension String {
  /// Whether the operator draws the path's line.
  fileprivate var hasLine: Bool { !["f", "F", "f*"].contains(self) }

  /// The operator that fills a path and draws its line too.
  fileprivate var withLine: String { self == "f*" ? "B*" : "B" }
}
