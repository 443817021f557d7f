internal import Typesetting

/// Cairo 1.16 knows neither artifacts nor greys, and its tags cost more than what they tag. So each
/// stretch of a page is drawn in an ink that spells its number; where a number appears in what Cairo
/// wrote, finishing puts what the stretch belongs to, and its own ink.
extension Ink {
  init(number: Int) {
    self.init(
      red: Double(number >> 16 & 255) / 255, green: Double(number >> 8 & 255) / 255,
      blue: Double(number & 255) / 255)
  }

  /// The number that it spells; Cairo writes six digits of each part.
  var number: Int {
    [red, green, blue].reduce(0) { $0 << 8 | Int(min(max($1, 0), 1) * 255 + 0.5) }
  }
}

extension Mark {
  func inked(_ ink: Ink) -> Mark {
    switch self {
    case .run(let run, let point, _): .run(run, at: point, ink: ink)
    case .fill(let rectangle, _): .fill(rectangle, ink: ink)
    case .stroke(let path, let width, let dash, _):
      .stroke(path, width: width, dash: dash, ink: ink)
    case .picture, .open, .close, .anchor: self
    }
  }
}
