internal import Diagnostics
internal import Glibc

/// Where people read what the tool says: standard error.
struct Console {
  let language = InterfaceLanguage.ofThisUser
  private let screen = Screen.errors

  func say(_ wording: Wording) {
    write(screen.shown(wording.inLanguage(language)) + "\n", to: STDERR_FILENO)
  }

  func say(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { say(diagnostic) }
  }

  func say(_ diagnostic: Diagnostic) {
    let text = screen.shown(diagnostic.text(in: language), severity: diagnostic.severity)
    write(text + "\n", to: STDERR_FILENO)
  }

  /// A line that the next one, or the end of the work, wipes away.
  func show(progress wording: Wording) {
    guard screen.isLively else { return }
    write("\r\u{1B}[K" + wording.inLanguage(language), to: STDERR_FILENO)
  }

  func endProgress() {
    if screen.isLively { write("\r\u{1B}[K", to: STDERR_FILENO) }
  }
}

extension InterfaceLanguage {
  /// From the environment, the first of the three variables that says anything.
  static var ofThisUser: InterfaceLanguage {
    InterfaceLanguage(locale: locale)
  }

  /// BCP 47, without a country: for what is printed, which has more languages than the console.
  static var tagOfThisUser: String {
    let tag = locale.prefix { $0.isASCII && $0.isLetter }.lowercased()
    return (2...3).contains(tag.count) ? tag : "en"
  }

  private static var locale: String {
    let names: [String] = ["LC_ALL", "LC_MESSAGES", "LANG"]
    return names.lazy.map(variable).first { !$0.isEmpty } ?? ""
  }
}

/// What the environment says; empty where it says nothing.
func variable(_ name: String) -> String {
  getenv(name).flatMap { String(validatingCString: $0) } ?? ""
}

/// Writes all of a text, as far as whoever reads it lets us.
func write(_ text: String, to descriptor: Int32) {
  write(Array(text.utf8)[...], to: descriptor)
}

func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) {
  var rest = bytes
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    rest.removeFirst(count)
  }
}
