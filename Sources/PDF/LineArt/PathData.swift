/// SVG's path data (SVG 1.1, 8.3) as steps in absolute places.
struct PathData {
  private var numbers: NumberReader
  private var steps: [VectorPath.Step] = []
  private var point = Vector(0, 0)
  private var start = Vector(0, 0)
  /// Of the last curve, for one that goes on smoothly.
  private var control: (cubic: Vector?, quadratic: Vector?)

  /// Nil where it is not written as SVG has it; a reader would show what comes before, or nothing.
  static func steps(of text: String) -> [VectorPath.Step]? {
    var data = PathData(numbers: NumberReader(text), control: (nil, nil))
    return data.read() ? data.steps : nil
  }

  private mutating func read() -> Bool {
    var command: UInt8?
    while true {
      if let letter = numbers.letter() {
        command = letter
      } else if numbers.isAtEnd {
        return true
      } else if command == UInt8(ascii: "M") || command == UInt8(ascii: "m") {
        // More places after a move are lines.
        command = command.map { $0 - 1 }
      } else if command == UInt8(ascii: "Z") || command == UInt8(ascii: "z") {
        return false
      }
      guard let command, !steps.isEmpty || command | 32 == UInt8(ascii: "m"),
        perform(command | 32, isRelative: command & 32 != 0)
      else { return false }
    }
  }

  /// - Parameter command: in small letters.
  private mutating func perform(_ command: UInt8, isRelative: Bool) -> Bool {
    let origin = isRelative ? point : Vector(0, 0)
    var next = (cubic: Vector?.none, quadratic: Vector?.none)
    defer { control = next }
    switch command {
    case UInt8(ascii: "m"):
      guard let to = numbers.vector() else { return false }
      point = origin + to
      start = point
      steps.append(.move(point))
    case UInt8(ascii: "l"):
      guard let to = numbers.vector() else { return false }
      line(to: origin + to)
    case UInt8(ascii: "h"):
      guard let x = numbers.next() else { return false }
      line(to: Vector(origin.x + x, point.y))
    case UInt8(ascii: "v"):
      guard let y = numbers.next() else { return false }
      line(to: Vector(point.x, origin.y + y))
    case UInt8(ascii: "z"):
      steps.append(.close)
      point = start
    case UInt8(ascii: "c"):
      guard let first = numbers.vector(), let second = numbers.vector(), let to = numbers.vector()
      else { return false }
      next.cubic = origin + second
      curve(origin + first, origin + second, to: origin + to)
    case UInt8(ascii: "s"):
      guard let second = numbers.vector(), let to = numbers.vector() else { return false }
      let first = control.cubic.map { point * 2 - $0 } ?? point
      next.cubic = origin + second
      curve(first, origin + second, to: origin + to)
    case UInt8(ascii: "q"):
      guard let middle = numbers.vector(), let to = numbers.vector() else { return false }
      next.quadratic = origin + middle
      curve(origin + middle, to: origin + to)
    case UInt8(ascii: "t"):
      guard let to = numbers.vector() else { return false }
      let middle = control.quadratic.map { point * 2 - $0 } ?? point
      next.quadratic = middle
      curve(middle, to: origin + to)
    case UInt8(ascii: "a"):
      return arc(origin)
    default: return false
    }
    return true
  }

  private mutating func line(to end: Vector) {
    steps.append(.line(end))
    point = end
  }

  private mutating func curve(_ first: Vector, _ second: Vector, to end: Vector) {
    steps.append(.curve(first, second, end))
    point = end
  }

  /// With one control point: two, each two thirds of the way to it.
  private mutating func curve(_ middle: Vector, to end: Vector) {
    curve(
      point + (middle - point) * (2.0 / 3), end + (middle - end) * (2.0 / 3), to: end)
  }

  private mutating func arc(_ origin: Vector) -> Bool {
    guard let across = numbers.next(), let down = numbers.next(), let turn = numbers.next(),
      let isLarge = numbers.flag(), let isSweep = numbers.flag(), let to = numbers.vector()
    else { return false }
    let end = origin + to
    steps +=
      EllipticalArc(
        from: point, to: end, abs(across), abs(down), turn: turn, isLarge: isLarge, isSweep: isSweep
      ).curves
    point = end
    return true
  }
}

/// Numbers one after another, as SVG lets them be written: with spaces and commas between, or with
/// nothing where a sign or a point begins the next.
struct NumberReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
    skipSpace()
  }

  var isAtEnd: Bool { place == bytes.count }

  /// Nil at the end, and at what is no number.
  mutating func next() -> Double? {
    let start = place
    var digits = 0.0
    var unit = 1.0
    var count = 0
    let isNegative = take("-")
    if !isNegative { _ = take("+") }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    while place < bytes.count, isDigit(bytes[place]) {
      digits = digits * 10 + Double(bytes[place] - UInt8(ascii: "0"))
      (place, count) = (place + 1, count + 1)
    }
    if take(".") {
      while place < bytes.count, isDigit(bytes[place]) {
        digits = digits * 10 + Double(bytes[place] - UInt8(ascii: "0"))
        unit *= 10
        (place, count) = (place + 1, count + 1)
      }
    }
    guard count > 0, count < 15 else {
      place = start
      return nil
    }
    if place < bytes.count, bytes[place] | 32 == UInt8(ascii: "e") {
      // Powers of ten are for other drawings than ours.
      place = start
      return nil
    }
    skipSpace()
    if take(",") { skipSpace() }
    return (isNegative ? -1 : 1) * digits / unit
  }

  mutating func vector() -> Vector? {
    guard let x = next(), let y = next() else { return nil }
    return Vector(x, y)
  }

  /// 0 or 1, with or without a space after it.
  mutating func flag() -> Bool? {
    guard place < bytes.count,
      bytes[place] == UInt8(ascii: "0") || bytes[place] == UInt8(ascii: "1")
    else { return nil }
    defer {
      place += 1
      skipSpace()
      if take(",") { skipSpace() }
    }
    return bytes[place] == UInt8(ascii: "1")
  }

  /// Nil where something else comes next.
  mutating func letter() -> UInt8? {
    guard place < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place] | 32)
    else { return nil }
    defer {
      place += 1
      skipSpace()
    }
    return bytes[place]
  }

  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: byte) else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x0A, 0x09, 0x0D].contains(bytes[place]) { place += 1 }
  }
}
