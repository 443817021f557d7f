internal import Geometry

extension Page {
  /// The page of a book bound on the right. Pages are put together as if lines began on the left; here
  /// everything changes sides, and only what has a direction of its own keeps it: letters, pictures.
  var mirrored: Page {
    var page = self
    page.marks = marks.map { $0.mirrored(within: size.width) }
    return page
  }
}

extension Mark {
  func mirrored(within width: Length) -> Mark {
    func mirrored(_ point: Point) -> Point { Point(x: width - point.x, y: point.y) }
    func mirrored(_ box: Rectangle) -> Rectangle {
      Rectangle(origin: Point(x: width - box.maxX, y: box.minY), size: box.size)
    }
    switch self {
    case .run(let run, let point, let ink):
      return .run(run, at: Point(x: width - point.x - run.advance, y: point.y), ink: ink)
    case .fill(let box, let ink):
      return .fill(mirrored(box), ink: ink)
    case .stroke(let path, let stroke, let dash, let ink):
      let steps = path.steps.map { step -> Path.Step in
        switch step {
        case .move(let point): .move(mirrored(point))
        case .line(let point): .line(mirrored(point))
        case .curve(let a, let b, let c): .curve(mirrored(a), mirrored(b), mirrored(c))
        case .close: .close
        }
      }
      return .stroke(Path(steps), width: stroke, dash: dash, ink: ink)
    case .picture(let id, let box):
      return .picture(id, in: mirrored(box))
    case .anchor(let name, let point):
      return .anchor(name: name, at: mirrored(point))
    case .open, .close:
      return self
    }
  }
}
