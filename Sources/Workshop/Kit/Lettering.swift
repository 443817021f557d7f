internal import Geometry
internal import Typesetting

/// The book's type at hand for the sheets of the kit: one size for text, one for headings.
struct Lettering {
  let stylesheet: Stylesheet
  let shaper: any Shaper
  /// BCP 47.
  let language: String
  let direction: Direction

  enum Style: Hashable {
    case text, strong, heading
    /// What someone types.
    case typed
    /// A number to be seen from afar, of so many points.
    case numeral(Double)
  }

  /// Of an A4 page, in points; clear at arm's length.
  static let textSize = 10.5
  static let leading = 13.5
  static let headingSize = 16.0

  struct Line {
    var marks: [Mark]
    /// In points.
    var width: Double
  }

  private func character(_ style: Style, _ scale: Double) -> CharacterStyle {
    let (face, size): (FaceName, Double) =
      switch style {
      case .text: (stylesheet.headingFace(weight: 400), Self.textSize)
      case .strong: (stylesheet.headingFace(weight: 700), Self.textSize)
      case .heading: (stylesheet.headingFace(weight: 700), Self.headingSize)
      case .numeral(let size): (stylesheet.headingFace(weight: 700), size)
      case .typed: (stylesheet.monoFace(bold: true), Self.textSize * 0.94)
      }
    return CharacterStyle(
      face: face, size: .points(size * scale), features: ["lnum"], language: language)
  }

  /// One line, its baseline at y = 0.
  func line(
    _ text: String, _ style: Style = .text, scale: Double = 1, direction: Direction? = nil
  ) -> Line {
    guard !text.isEmpty else { return Line(marks: [], width: 0) }
    let direction = direction ?? self.direction
    let shaped = shape(text, style, scale, direction)
    var x = Length.zero
    let marks = shaped.runs.inVisualOrder(direction).map { run in
      defer { x += run.advance }
      return Mark.run(run, at: Point(x: x, y: .zero), ink: .black)
    }
    return Line(marks: marks, width: x.points)
  }

  /// As many lines as a text takes, ragged, words undivided; broken at spaces alone.
  func lines(
    _ text: String, _ style: Style = .text, scale: Double = 1, measure: Double
  ) -> [Line] {
    guard !text.isEmpty else { return [] }
    let shaped = shape(text, style, scale, direction)
    let bytes = Array(text.utf8)
    let widths = shaped.widths
    var lines: [Line] = []
    var start = 0
    var last: Int?
    func end(at byte: Int) {
      let words = String(decoding: bytes[start..<byte], as: UTF8.self)
      lines.append(line(words.trimmed, style, scale: scale))
      start = byte
    }
    for place in shaped.breaks + [bytes.count] {
      if let last,
        widths[place] - widths[start] > measure + spaceWidth(widths, bytes, before: place)
      {
        end(at: last)
      }
      last = place
    }
    end(at: bytes.count)
    return lines
  }

  /// A space at a line's end takes no room.
  private func spaceWidth(_ widths: [Double], _ bytes: [UInt8], before place: Int) -> Double {
    place > 0 && bytes[place - 1] == UInt8(ascii: " ") ? widths[place] - widths[place - 1] : 0
  }

  private func shape(
    _ text: String, _ style: Style, _ scale: Double, _ direction: Direction
  ) -> ShapedText {
    shaper.shape(
      StyledText(
        text: text,
        runs: [.init(bytes: 0..<text.utf8.count, style: character(style, scale))],
        direction: direction))
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    var bytes = utf8[...]
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ShapedText {
  /// How far the letters before each byte reach, in points; one more than there are bytes.
  fileprivate var widths: [Double] {
    var widths = [0.0]
    var sum = 0.0
    for run in runs {
      var glyph = 0
      // A right-to-left run's first letters are its last glyphs.
      let glyphs = run.isRightToLeft ? run.glyphs.reversed() : run.glyphs
      for cluster in run.clusters {
        for _ in 0..<cluster.glyphCount {
          sum += glyphs[glyph].advance.points
          glyph += 1
        }
        widths += [Double](repeating: sum, count: cluster.byteCount)
      }
    }
    return widths
  }
}

extension [GlyphRun] {
  /// From left to right (UAX 9, L2, for the two levels that short sentences have).
  fileprivate func inVisualOrder(_ direction: Direction) -> [GlyphRun] {
    var ordered: [GlyphRun] = []
    var against: [GlyphRun] = []
    let isAgainst: (GlyphRun) -> Bool = { $0.isRightToLeft == (direction == .leftToRight) }
    for run in self {
      if isAgainst(run) {
        against.append(run)
      } else {
        ordered += against.reversed()
        against = []
        ordered.append(run)
      }
    }
    ordered += against.reversed()
    return direction == .leftToRight ? ordered : ordered.reversed()
  }
}
