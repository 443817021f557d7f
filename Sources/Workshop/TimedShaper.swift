internal import Typesetting

/// A shaper that tells how long it was at work, so that shaping and breaking, which take turns
/// paragraph by paragraph, can be timed apart. The typesetter itself knows no clock.
final class TimedShaper: Shaper {
  private let shaper: any Shaper
  private let clock = ContinuousClock()
  private(set) var time: Duration = .zero

  init(_ shaper: any Shaper) { self.shaper = shaper }

  func shape(_ text: StyledText) -> ShapedText {
    timed { shaper.shape(text) }
  }

  func hyphenate(_ word: String, language: String) -> [Int] {
    timed { shaper.hyphenate(word, language: language) }
  }

  func metrics(of style: CharacterStyle) -> FontMetrics { shaper.metrics(of: style) }

  private func timed<Answer>(_ work: () -> Answer) -> Answer {
    let start = clock.now
    defer { time += clock.now - start }
    return work()
  }
}
