internal import Geometry
internal import Typesetting

/// The contents of a drawing that others made, such as an SVG's, with its inks as they are to be printed:
/// greys as greys in any case, all of it grey or without solid areas where that is asked for.
struct DrawingInks {
  let policy: InkPolicy

  func contents(_ drawing: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(drawing.count)
    var scanner = ContentScanner(drawing)
    var shape = Shape()
    var filling = Ink.black
    var saved: [Ink] = []
    var copied = 0
    func copy(to end: Int) {
      output.append(contentsOf: drawing[copied..<end])
      copied = end
    }
    while let found = scanner.next() {
      let kind = scanner.kind(of: found)
      if case .ink(let isOfLines) = kind, let ink = scanner.ink(of: found) {
        let printed = policy.isGrey ? ink.grey : ink
        if !isOfLines { filling = printed }
        guard printed.isGrey else { continue }
        copy(to: found.start)
        output += (isOfLines ? printed.stroking : printed.filling).bytes
        copied = found.name.upperBound
      }
      guard policy.savesInk else { continue }
      switch scanner.name(of: found) {
      case "q": saved.append(filling)
      case "Q": filling = saved.popLast() ?? .black
      case "g": if let grey = scanner.numbers(of: found).first { filling = .grey(grey) }
      case "m", "re":
        if shape.isEmpty {
          copy(to: found.start)
          shape.start = output.count
        }
        shape.add(scanner.numbers(of: found), isBox: scanner.name(of: found) == "re")
      case "l", "c", "v", "y": shape.add(scanner.numbers(of: found))
      case "f", "F", "f*", "B", "B*", "b", "b*":
        if shape.isSolid, filling != .white {
          // Before the path, for no ink may change within one.
          let tint: PDFText = "q \(filling.tint.filling)\n"
          copy(to: found.name.upperBound)
          output.insert(contentsOf: tint.bytes, at: shape.start)
          output += Array("\nQ\n".utf8)
        }
        shape = Shape()
      case "S", "s", "n": shape = Shape()
      default: break
      }
    }
    copy(to: drawing.count)
    return output
  }

  /// How far a path reaches, in the units of the specimen's frame: the curves' handles with it, which is near enough.
  private struct Shape {
    /// Where it begins in what has been written.
    var start = 0
    private var low: (x: Double, y: Double)?
    private var high: (x: Double, y: Double) = (0, 0)

    var isEmpty: Bool { low == nil }

    mutating func add(_ numbers: [Double], isBox: Bool = false) {
      if isBox, numbers.count == 4 {
        return add([numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]])
      }
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        let (x, y) = (numbers[index], numbers[index + 1])
        guard let lowest = low else {
          (low, high) = ((x, y), (x, y))
          continue
        }
        low = (min(lowest.x, x), min(lowest.y, y))
        high = (max(high.x, x), max(high.y, y))
      }
    }

    /// More than a 25th of the picture both ways: larger than the letters and signs in it are.
    var isSolid: Bool {
      guard let low else { return false }
      return min(high.x - low.x, high.y - low.y)
        > Specimen.pictureFrame.size.width.points / 25
    }
  }
}

extension Ink {
  fileprivate static func grey(_ part: Double) -> Ink { Ink(red: part, green: part, blue: part) }
}
