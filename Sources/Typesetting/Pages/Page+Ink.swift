internal import Geometry

extension Page {
  /// The same page in less ink or without colours; its pictures are for whoever draws them to change.
  package func printed(_ policy: InkPolicy) -> Page {
    guard !policy.changesNothing else { return self }
    var page = self
    page.marks = marks.filter { !policy.savesInk || !covers($0) }.map { $0.printed(policy) }
    return page
  }

  /// A picture under all of the page.
  private func covers(_ mark: Mark) -> Bool {
    guard case .picture(_, let box) = mark else { return false }
    return box.minX <= .zero && box.minY <= .zero && box.maxX >= size.width
      && box.maxY >= size.height
  }
}

extension Mark {
  fileprivate func printed(_ policy: InkPolicy) -> Mark {
    func changed(_ ink: Ink) -> Ink { policy.isGrey ? ink.grey : ink }
    switch self {
    case .run(let run, let point, let ink):
      return .run(run, at: point, ink: changed(ink))
    case .stroke(let path, let width, let dash, let ink):
      return .stroke(path, width: width, dash: dash, ink: changed(ink))
    case .fill(let box, let ink):
      guard policy.savesInk, ink != .white, box.isSolid else {
        return .fill(box, ink: changed(ink))
      }
      return .stroke(
        box.outline(inset: frameWidth / 2), width: frameWidth, dash: [], ink: changed(ink))
    case .picture, .open, .close, .anchor:
      return self
    }
  }
}

/// Thin, and still there after a photocopy.
private let frameWidth = Length.points(0.5)

extension Rectangle {
  /// More than a rule or a bar is wide: those are lines, whatever they are drawn as.
  fileprivate var isSolid: Bool { min(size.width, size.height) > .millimetres(2) }

  fileprivate func outline(inset: Length) -> Path {
    let (left, right) = (minX + inset, maxX - inset)
    let (top, bottom) = (minY + inset, maxY - inset)
    return Path([
      .move(Point(x: left, y: top)), .line(Point(x: right, y: top)),
      .line(Point(x: right, y: bottom)), .line(Point(x: left, y: bottom)), .close,
    ])
  }
}
