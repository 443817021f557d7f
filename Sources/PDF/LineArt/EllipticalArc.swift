internal import Glibc

/// A part of an ellipse as SVG writes it (SVG 1.1, F.6), in curves of a quarter turn at most.
struct EllipticalArc {
  private(set) var curves: [VectorPath.Step] = []

  /// - Parameter turn: of the ellipse's axes, in degrees.
  init(
    from start: Vector, to end: Vector, _ across: Double, _ down: Double, turn: Double,
    isLarge: Bool, isSweep: Bool
  ) {
    guard start != end else { return }
    guard across > 0, down > 0 else {
      curves = [.line(end)]
      return
    }
    let (sine, cosine) = (sin(turn * .pi / 180), cos(turn * .pi / 180))
    // Half the way from the end to the start, along the ellipse's axes.
    let half = (start - end) * 0.5
    let way = Vector(cosine * half.x + sine * half.y, cosine * half.y - sine * half.x)
    // An ellipse too small to reach is made larger.
    let reach = (way.x / across) * (way.x / across) + (way.y / down) * (way.y / down)
    let scale = max(1, reach.squareRoot())
    let radii = Vector(across * scale, down * scale)
    let share = max(0, 1 / max(reach, 1e-12) - 1).squareRoot() * (isLarge == isSweep ? -1 : 1)
    let middle = Vector(
      share * radii.x * way.y / radii.y, -share * radii.y * way.x / radii.x)
    let centre =
      Vector(cosine * middle.x - sine * middle.y, sine * middle.x + cosine * middle.y)
      + (start + end) * 0.5
    let first = atan2((way.y - middle.y) / radii.y, (way.x - middle.x) / radii.x)
    let last = atan2((-way.y - middle.y) / radii.y, (-way.x - middle.x) / radii.x)
    var angle = last - first
    if isSweep, angle < 0 { angle += 2 * .pi }
    if !isSweep, angle > 0 { angle -= 2 * .pi }

    func place(_ angle: Double, _ along: Double) -> Vector {
      // On the ellipse, and so far along its direction.
      let x = radii.x * (cos(angle) - along * sin(angle))
      let y = radii.y * (sin(angle) + along * cos(angle))
      return centre + Vector(cosine * x - sine * y, sine * x + cosine * y)
    }
    let count = max(1, Int((abs(angle) / (.pi / 2) - 1e-9).rounded(.up)))
    let part = angle / Double(count)
    let reachOfControl = 4.0 / 3 * tan(part / 4)
    for index in 0..<count {
      let (from, to) = (first + part * Double(index), first + part * Double(index + 1))
      curves.append(
        .curve(
          place(from, reachOfControl), place(to, -reachOfControl),
          index == count - 1 ? end : place(to, 0)))
    }
  }
}
