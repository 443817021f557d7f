import Geometry

/// The fold between a signature's first page and its last, seen from outside, from head to foot (from
/// left to right at the head of a book that is bound there).
///
/// What is marked on it must keep to the fold: to either side of it is a page.
struct Spine {
  let isUpright: Bool
  let at: Length
  let from: Length
  let length: Length

  init(_ trim: Rectangle, _ edge: Cell.Edge) {
    isUpright = edge == .left || edge == .right
    at =
      switch edge {
      case .left: trim.minX
      case .right: trim.maxX
      case .top: trim.minY
      case .bottom: trim.maxY
      }
    from = isUpright ? trim.minY : trim.minX
    length = isUpright ? trim.size.height : trim.size.width
  }

  /// At a quarter and three quarters of the height, as long as a staple is.
  func stapleMarks() -> [PrintersMark] {
    [length / 4, length * 3 / 4].map { line(.staple, $0, min(.millimetres(12), length / 4)) }
  }

  /// Each hole in the middle of a short line.
  func sewingMarks(_ stations: SewingStations) -> [PrintersMark] {
    stations.places(along: length).map { line(.sewing, $0, .millimetres(1.5)) }
  }

  /// A step lower for each signature, and from the top again once it has reached the foot.
  func collationMark(_ number: Int, avoiding sewing: SewingStations?) -> PrintersMark? {
    let step = Length.millimetres(4)
    let holes = sewing?.places(along: length) ?? []
    // What is cut off head and foot must not take a step away.
    let margin = Length.millimetres(10)
    let steps = stride(from: margin.units, through: (length - margin - step).units, by: step.units)
      .map(Length.init(units:))
      .filter { top in
        !holes.contains { top - .millimetres(1) < $0 && $0 < top + step + .millimetres(1) }
      }
    guard !steps.isEmpty else { return nil }
    let top = from + steps[(number - 1) % steps.count]
    let half = Length.millimetres(0.35)
    return PrintersMark(
      .collation,
      .block(
        isUpright
          ? Rectangle(x: at - half, y: top, width: half * 2, height: step)
          : Rectangle(x: top, y: at - half, width: step, height: half * 2)))
  }

  private func line(_ kind: PrintersMarks.Kind, _ middle: Length, _ long: Length) -> PrintersMark {
    let (start, end) = (from + middle - long / 2, from + middle + long / 2)
    return PrintersMark(
      kind,
      isUpright
        ? .line(from: Point(x: at, y: start), to: Point(x: at, y: end))
        : .line(from: Point(x: start, y: at), to: Point(x: end, y: at)))
  }
}
