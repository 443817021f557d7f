internal import Diagnostics
internal import Glibc

/// A stream that people may read, coloured where it is a terminal.
struct Screen {
  /// Colours and a line that comes and goes suit a terminal, not a file or another program.
  let isLively: Bool
  /// Columns; those of a page of plain text where nobody knows.
  let width: Int

  static let output = Screen(STDOUT_FILENO)
  static let errors = Screen(STDERR_FILENO)

  private init(_ descriptor: Int32) {
    isLively =
      isatty(descriptor) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    width = isKnown ? Int(size.ws_col) : Int(variable("COLUMNS")) ?? 100
  }

  /// One line about a finding; the word that says how grave it is stands out.
  func shown(_ line: String, severity: Diagnostic.Severity? = nil) -> String {
    let text = harmless(line)
    guard let severity, let place = text.firstRange(of: severity.rawValue + ":") else {
      return text
    }
    return text[..<place.lowerBound] + painted(String(text[place]), for: severity)
      + text[place.upperBound...]
  }

  /// Bold red, bold magenta: what compilers use, legible on light and on dark.
  func painted(_ text: String, for severity: Diagnostic.Severity) -> String {
    isLively ? "\u{1B}[1;\(severity == .error ? 31 : 35)m\(text)\u{1B}[0m" : text
  }
}

/// The names and words of a book come from anyone: none may steer the terminal.
private func harmless(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isControl = scalar.properties.generalCategory == .control && scalar != "\n"
    shown.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(shown)
}
