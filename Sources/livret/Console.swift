internal import Diagnostics
internal import Glibc

/// Where people read what the tool says: standard error, coloured where it is a terminal.
struct Console {
  let language: InterfaceLanguage
  /// Colours and a line that comes and goes suit a terminal, not a file or another program.
  private let isLively: Bool

  init() {
    language = .ofThisUser
    isLively =
      isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
  }

  func say(_ wording: Wording) {
    write(wording.inLanguage(language) + "\n", to: STDERR_FILENO)
  }

  func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { say(diagnostic) }
  }

  func say(_ diagnostic: Diagnostic) {
    var text = harmless(diagnostic.text(in: language))
    if isLively {
      let word = diagnostic.severity.rawValue + ":"
      // Bold red, bold magenta: what compilers use, legible on light and on dark.
      let colour = diagnostic.severity == .error ? "\u{1B}[1;31m" : "\u{1B}[1;35m"
      if let place = text.firstRange(of: word) {
        text.replaceSubrange(place, with: colour + word + "\u{1B}[0m")
      }
    }
    write(text + "\n", to: STDERR_FILENO)
  }

  /// A line that the next one, or the end of the work, wipes away.
  func show(progress wording: Wording) {
    guard isLively else { return }
    write("\r\u{1B}[K" + wording.inLanguage(language), to: STDERR_FILENO)
  }

  func endProgress() {
    if isLively { write("\r\u{1B}[K", to: STDERR_FILENO) }
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

extension InterfaceLanguage {
  /// From the environment, the first of the three variables that says anything.
  static var ofThisUser: InterfaceLanguage {
    let names: [String] = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return InterfaceLanguage(locale: names.lazy.map(variable).first { !$0.isEmpty } ?? "")
  }
}

/// What the environment says; empty where it says nothing.
func variable(_ name: String) -> String {
  getenv(name).flatMap { String(validatingCString: $0) } ?? ""
}

/// Writes all of a text, as far as whoever reads it lets us.
func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest.removeFirst(count)
  }
}
