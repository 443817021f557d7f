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
  static let textSize = 11.5
  static let leading = 15.0
  static let headingSize = 18.0

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
      case .typed: (stylesheet.monoFace(bold: true), Self.textSize * 0.84)
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
    let marks = visualOrder(ofLevels: shaped.runs.map(\.level)).map { index in
      let run = shaped.runs[index]
      defer { x += run.advance }
      return Mark.run(run, at: Point(x: x, y: .zero), ink: .black)
    }
    return Line(marks: marks, width: x.points)
  }

  /// As many lines as a text takes, ragged, words undivided, and no word alone on the last.
  func lines(
    _ text: String, _ style: Style = .text, scale: Double = 1, measure: Double
  ) -> [Line] {
    guard !text.isEmpty else { return [] }
    let words = WordsInLines(text, shape(text, style, scale, direction).widths)
    var ends = words.ends(in: measure)
    if ends.count > 1, words.lastWidth(of: ends) < measure / 3 {
      // The narrowest measure that needs no line more.
      var (narrow, wide) = (measure / 2, measure)
      while wide - narrow > 1 {
        let middle = (narrow + wide) / 2
        if words.ends(in: middle).count > ends.count { narrow = middle } else { wide = middle }
      }
      ends = words.ends(in: wide)
    }
    var start = 0
    return ends.map { end in
      defer { start = end }
      return line(words.text(from: start, to: end), style, scale: scale)
    }
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

/// A text and how far it reaches at each of its bytes: where its lines may end is at spaces.
private struct WordsInLines {
  private let bytes: [UInt8]
  private let widths: [Double]
  /// After each space, and at the end.
  private let places: [Int]

  init(_ text: String, _ widths: [Double]) {
    let letters = Array(text.utf8)
    bytes = letters
    self.widths = widths
    places =
      letters.indices.filter { letters[$0] == UInt8(ascii: " ") }.map { $0 + 1 } + [letters.count]
  }

  /// A space at a line's end takes no room.
  private func width(from start: Int, to end: Int) -> Double {
    let isSpace = end > start && bytes[end - 1] == UInt8(ascii: " ")
    return widths[isSpace ? end - 1 : end] - widths[start]
  }

  func ends(in measure: Double) -> [Int] {
    var ends: [Int] = []
    var start = 0
    var last = 0
    for place in places {
      if last > start, width(from: start, to: place) > measure {
        ends.append(last)
        start = last
      }
      last = place
    }
    return ends + [bytes.count]
  }

  func lastWidth(of ends: [Int]) -> Double {
    width(from: ends.dropLast().last ?? 0, to: bytes.count)
  }

  func text(from start: Int, to end: Int) -> String {
    var line = bytes[start..<end]
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
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
