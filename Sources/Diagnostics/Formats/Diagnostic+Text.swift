extension Diagnostic {
  /// `file:line:col: error: message [code]`, then notes and hints on lines of their own.
  package func text(in language: InterfaceLanguage) -> String {
    ([line(in: language)] + remarks(in: language)).joined(separator: "\n")
  }

  /// `file:line:col: error: message [code]`, which editors know how to follow.
  package func line(in language: InterfaceLanguage) -> String {
    "\(Self.place(file, range)): \(severity.rawValue): \(message.inLanguage(language)) [\(code)]"
  }

  /// Notes and hints, each on a line of its own.
  package func remarks(in language: InterfaceLanguage) -> [String] {
    let hintWord = language == .french ? "conseil\u{A0}:" : "hint:"
    return notes.map { note in
      "\(Self.place(note.file, note.range)): note: \(note.message.inLanguage(language))"
    } + hints.map { "  \(hintWord) \($0.inLanguage(language))" }
  }

  private static func place(_ file: String, _ range: SourceRange?) -> String {
    guard let start = range?.lowerBound else { return file }
    return "\(file):\(start.line):\(start.column)"
  }
}
