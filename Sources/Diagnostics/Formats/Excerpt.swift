/// The line of the source in which something was found, with what is meant underlined.
package struct Excerpt: Hashable, Sendable {
  private var number: Int
  /// As much of the line as there is room for.
  private var shown: [Unicode.Scalar]
  /// What is meant, among the shown letters; may stand just behind the last of them.
  private var marked: Range<Int>

  /// - Parameters:
  ///   - line: the line on which the range begins.
  ///   - width: how many columns the reader's window has.
  package init(of line: String, _ range: SourceRange, width: Int) {
    number = range.lowerBound.line
    let letters = line.unicodeScalars.map(\.harmless)
    let start = min(max(0, range.lowerBound.column - 1), letters.count)
    let goesOn = range.upperBound.line > number
    let end = goesOn ? letters.count : min(range.upperBound.column - 1, letters.count)
    marked = start..<max(start + 1, end)

    let room = max(20, width - Self.margin(number).count)
    var window = 0..<letters.count
    if letters.count > room {
      // A third of the room before what is meant, if what follows fills the rest.
      let first = max(0, min(start - room / 3, letters.count - room))
      window = first..<(first + room)
    }
    shown = Array(letters[window])
    if window.lowerBound > 0 { shown[0] = "…" }
    if window.upperBound < letters.count { shown[shown.count - 1] = "…" }
    let first = marked.lowerBound - window.lowerBound
    marked = first..<max(first + 1, min(marked.upperBound - window.lowerBound, shown.count))
  }

  /// Two lines, with no line's end behind the second.
  ///
  /// - Parameter paint: dresses the underline for a terminal.
  package func text(paint: (String) -> String = { $0 }) -> String {
    let margin = Self.margin(number)
    let blank = String(repeating: " ", count: margin.count - 2) + "| "
    func columns(_ range: Range<Int>) -> Int { shown[range].reduce(0) { $0 + $1.columns } }
    let before = columns(0..<min(marked.lowerBound, shown.count))
    let within = columns(marked.clamped(to: 0..<shown.count))
    return margin + String(String.UnicodeScalarView(shown)) + "\n" + blank
      + String(repeating: " ", count: before)
      + paint(String(repeating: "^", count: max(1, within)))
  }

  private static func margin(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: " ", count: max(2, 6 - digits.count)) + digits + " | "
  }
}

extension Unicode.Scalar {
  /// The words of a book come from anyone: none may steer the terminal.
  fileprivate var harmless: Unicode.Scalar {
    if self == "\t" { return " " }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    // What turns the reading direction would turn the underline away from its letters.
    case .format where value != 0x200C && value != 0x200D: return "\u{FFFD}"
    default: return self
    }
  }

  /// How many columns a terminal gives it: none for accents, two for ideographs and pictures.
  fileprivate var columns: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isWide =
      (0x1100..<0x1160).contains(value) || (0x2E80..<0xA4D0).contains(value)
      || (0xAC00..<0xD7A4).contains(value) || (0xF900..<0xFB00).contains(value)
      || (0xFE30..<0xFE70).contains(value) || (0xFF00..<0xFF61).contains(value)
      || (0x1F300..<0x1F650).contains(value) || (0x20000..<0x40000).contains(value)
    return isWide ? 2 : 1
  }
}
