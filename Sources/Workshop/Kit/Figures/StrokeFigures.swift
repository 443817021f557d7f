internal import Typesetting

// Numbers drawn with one even line, as the drawings around them are: they can stand on their heads,
// as pages do on a sheet.

extension Sketch {
  /// A page's number about its middle.
  ///
  /// - Parameter isUnderlined: where some stand on their heads, 6 and 9 must be told apart.
  mutating func number(
    _ number: Int, about centre: Spot, height: Double, isOnItsHead: Bool = false,
    isUnderlined: Bool = false
  ) {
    let figures = String(number).compactMap(\.wholeNumberValue)
    let (width, gap) = (0.58 * height, 0.22 * height)
    let whole = Double(figures.count) * width + Double(figures.count - 1) * gap
    let sign = isOnItsHead ? -1.0 : 1.0
    func place(_ x: Double, _ y: Double) -> Spot { centre + Spot(x * sign, y * sign) }
    for (index, figure) in figures.enumerated() {
      let left = -whole / 2 + Double(index) * (width + gap)
      stroke(
        Self.figures[figure].map { step in
          func point(_ spot: Spot) -> Spot {
            place(left + spot.x * height, (spot.y - 0.5) * height)
          }
          return switch step {
          case .move(let spot): .move(point(spot).point)
          case .line(let spot): .line(point(spot).point)
          case .curve(let a, let b, let end):
            .curve(point(a).point, point(b).point, point(end).point)
          }
        }, .figure(height: height))
    }
    if isUnderlined {
      let y = height * 0.72
      polyline([place(-whole / 2, y), place(whole / 2, y)], .figure(height: height))
    }
  }

  private enum Step {
    case move(Spot)
    case line(Spot)
    case curve(Spot, Spot, Spot)
  }

  /// 0 to 9 in a box one high and 0.58 wide, drawn from its top left corner.
  private static let figures: [[Step]] = [
    oval(0.29, 0.5, 0.29, 0.5),
    [m(0.08, 0.22), l(0.33, 0), l(0.33, 1)],
    [
      m(0.02, 0.26), c(0.02, 0.1, 0.13, 0, 0.29, 0), c(0.46, 0, 0.57, 0.11, 0.57, 0.27),
      c(0.57, 0.42, 0.48, 0.52, 0.35, 0.66), l(0.02, 1), l(0.58, 1),
    ],
    [
      m(0.04, 0.2), c(0.07, 0.07, 0.16, 0, 0.29, 0), c(0.45, 0, 0.55, 0.1, 0.55, 0.24),
      c(0.55, 0.39, 0.44, 0.47, 0.27, 0.47), c(0.46, 0.47, 0.58, 0.56, 0.58, 0.73),
      c(0.58, 0.89, 0.46, 1, 0.29, 1), c(0.14, 1, 0.03, 0.93, 0, 0.79),
    ],
    [m(0.43, 1), l(0.43, 0), l(0, 0.7), l(0.58, 0.7)],
    [
      m(0.52, 0), l(0.1, 0), l(0.06, 0.46), c(0.12, 0.4, 0.2, 0.37, 0.29, 0.37),
      c(0.46, 0.37, 0.58, 0.5, 0.58, 0.68), c(0.58, 0.87, 0.45, 1, 0.28, 1),
      c(0.14, 1, 0.03, 0.92, 0, 0.79),
    ],
    six,
    [m(0, 0), l(0.58, 0), l(0.21, 1)],
    oval(0.29, 0.24, 0.24, 0.24) + oval(0.29, 0.74, 0.29, 0.26),
    six.map { step in
      func turned(_ spot: Spot) -> Spot { Spot(0.58 - spot.x, 1 - spot.y) }
      return switch step {
      case .move(let spot): .move(turned(spot))
      case .line(let spot): .line(turned(spot))
      case .curve(let a, let b, let end): .curve(turned(a), turned(b), turned(end))
      }
    },
  ]

  private static let six = [
    m(0.51, 0.1), c(0.46, 0.03, 0.39, 0, 0.31, 0), c(0.12, 0, 0, 0.2, 0, 0.55),
    c(0, 0.84, 0.11, 1, 0.3, 1), c(0.47, 1, 0.58, 0.87, 0.58, 0.69),
    c(0.58, 0.52, 0.47, 0.39, 0.3, 0.39), c(0.15, 0.39, 0.03, 0.5, 0, 0.66),
  ]

  private static func oval(_ x: Double, _ y: Double, _ rx: Double, _ ry: Double) -> [Step] {
    let (kx, ky) = (rx * 0.5523, ry * 0.5523)
    return [
      m(x + rx, y), c(x + rx, y + ky, x + kx, y + ry, x, y + ry),
      c(x - kx, y + ry, x - rx, y + ky, x - rx, y), c(x - rx, y - ky, x - kx, y - ry, x, y - ry),
      c(x + kx, y - ry, x + rx, y - ky, x + rx, y),
    ]
  }

  private static func m(_ x: Double, _ y: Double) -> Step { .move(Spot(x, y)) }
  private static func l(_ x: Double, _ y: Double) -> Step { .line(Spot(x, y)) }
  private static func c(
    _ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double
  ) -> Step { .curve(Spot(a, b), Spot(c, d), Spot(e, f)) }
}
