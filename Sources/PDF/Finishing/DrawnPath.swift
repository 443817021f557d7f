/// A path of a drawing, taken apart: which of its contours belong together as one shape on paper, and
/// how thick that is.
struct DrawnPath {
  /// One stretch of a path that ends where it began.
  struct Contour {
    /// Where it stands in the contents.
    var bytes: Range<Int>
    /// Curves as a few straight pieces.
    private(set) var points: [Spot] = []
    private var low = Spot(x: .infinity, y: .infinity)
    private var high = Spot(x: -.infinity, y: -.infinity)

    init(bytes: Range<Int>) { self.bytes = bytes }

    mutating func add(_ spot: Spot) {
      points.append(spot)
      low = Spot(x: min(low.x, spot.x), y: min(low.y, spot.y))
      high = Spot(x: max(high.x, spot.x), y: max(high.y, spot.y))
    }

    var area: Double {
      var sum = 0.0
      for (a, b) in zip(points, points.dropFirst() + points.prefix(1)) {
        sum += a.x * b.y - b.x * a.y
      }
      return sum / 2
    }

    var length: Double {
      zip(points, points.dropFirst() + points.prefix(1)).reduce(0) { length, side in
        let (x, y) = (side.1.x - side.0.x, side.1.y - side.0.y)
        return length + (x * x + y * y).squareRoot()
      }
    }

    func contains(_ spot: Spot) -> Bool {
      guard spot.x >= low.x, spot.x <= high.x, spot.y >= low.y, spot.y <= high.y else {
        return false
      }
      var isInside = false
      for (a, b) in zip(points, points.dropFirst() + points.prefix(1))
      where (a.y > spot.y) != (b.y > spot.y) {
        if spot.x < a.x + (spot.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
      return isInside
    }
  }

  struct Spot {
    var x: Double
    var y: Double
  }

  /// A contour and the holes in it.
  struct Island {
    var contours: [Contour]
    var area: Double
    var length: Double

    /// Of the stroke that a pen would need to draw it: a square's is half its side.
    var thickness: Double { length > 0 ? 2 * area / length : 0 }

    func contains(_ spot: Spot) -> Bool {
      contours.count { $0.contains(spot) } % 2 == 1
    }
  }

  private(set) var contours: [Contour] = []
  private let matrix: Matrix
  private var current = Spot(x: 0, y: 0)

  /// - Parameter matrix: from the path's coordinates to those in which it is measured.
  init(in matrix: Matrix) {
    self.matrix = matrix
  }

  /// - Parameter bytes: of the operator and its operands.
  mutating func add(_ name: String, _ numbers: [Double], bytes: Range<Int>) {
    let spots = stride(from: 0, to: numbers.count - 1, by: 2).map { index in
      Spot(x: numbers[index], y: numbers[index + 1])
    }
    switch name {
    case "re" where spots.count == 2:
      let (corner, size) = (spots[0], spots[1])
      begin(at: corner, bytes)
      line(to: Spot(x: corner.x + size.x, y: corner.y))
      line(to: Spot(x: corner.x + size.x, y: corner.y + size.y))
      line(to: Spot(x: corner.x, y: corner.y + size.y))
    case "m" where spots.count == 1: begin(at: spots[0], bytes)
    case "l" where spots.count == 1: line(to: spots[0])
    case "c" where spots.count == 3: curve(spots[0], spots[1], to: spots[2])
    case "v" where spots.count == 2: curve(current, spots[0], to: spots[1])
    case "y" where spots.count == 2: curve(spots[0], spots[1], to: spots[1])
    default: break
    }
    guard let last = contours.indices.last else { return }
    contours[last].bytes = contours[last].bytes.lowerBound..<bytes.upperBound
  }

  private mutating func begin(at spot: Spot, _ bytes: Range<Int>) {
    contours.append(Contour(bytes: bytes))
    line(to: spot)
  }

  private mutating func line(to spot: Spot) {
    guard let last = contours.indices.last else { return }
    let (x, y) = (
      spot.x * matrix.a + spot.y * matrix.c + matrix.e,
      spot.x * matrix.b + spot.y * matrix.d + matrix.f
    )
    contours[last].add(Spot(x: x, y: y))
    current = spot
  }

  private mutating func curve(_ first: Spot, _ second: Spot, to end: Spot) {
    let start = current
    for t in [0.25, 0.5, 0.75, 1] {
      let u = 1 - t
      let parts = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      line(
        to: Spot(
          x: parts[0] * start.x + parts[1] * first.x + parts[2] * second.x + parts[3] * end.x,
          y: parts[0] * start.y + parts[1] * first.y + parts[2] * second.y + parts[3] * end.y))
    }
  }

  /// Each is looked for in all others. What has more is hatching, and no shape of it large.
  private static let mostContours = 3_000

  /// The shapes that filling it gives, by the rule of even and odd crossings or that of windings
  /// (ISO 32000-1, 8.5.3.3), in the order of the path.
  func islands(evenOdd: Bool) -> [Island] {
    guard contours.count <= Self.mostContours else {
      return [
        Island(
          contours: contours, area: abs(contours.reduce(0) { $0 + $1.area }),
          length: contours.reduce(0) { $0 + $1.length })
      ]
    }
    // A contour lies in a larger one, if in any: the smallest that it lies in is met last.
    let order = contours.indices.map { (index: $0, area: contours[$0].area) }
      .filter { $0.area != 0 }.sorted { (abs($1.area), $0.index) < (abs($0.area), $1.index) }
    var placed: [(index: Int, winding: Int, island: Int)] = []
    var islands: [(first: Int, island: Island)] = []
    for (index, area) in order {
      let contour = contours[index]
      let outer = placed.last { contours[$0.index].contains(contour.points[0]) }
      let around = outer?.winding ?? 0
      let winding = evenOdd ? 1 - around : around + (area > 0 ? 1 : -1)
      if let outer, around != 0 {
        if winding == 0 {
          islands[outer.island].island.area -= abs(area)
          islands[outer.island].island.length += contour.length
        }
        islands[outer.island].island.contours.append(contour)
        islands[outer.island].first = min(islands[outer.island].first, index)
        placed.append((index, winding, outer.island))
      } else {
        placed.append((index, winding, islands.count))
        islands.append(
          (index, Island(contours: [contour], area: abs(area), length: contour.length)))
      }
    }
    return islands.sorted { $0.first < $1.first }.map(\.island)
  }
}
