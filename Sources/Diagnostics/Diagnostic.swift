/// What is wrong in a source file, where, and how to mend it.
///
/// Its words are for a writer, not for a programmer: what, where, and what to do.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// A second place that matters, such as the first use of a name used twice.
  package struct Note: Hashable, Sendable {
    package var file: String
    package var range: SourceRange?
    package var message: Wording

    package init(_ message: Wording, file: String, range: SourceRange? = nil) {
      self.message = message
      self.file = file
      self.range = range
    }
  }

  package var severity: Severity
  /// Stable and wordy, such as `note-undefined`; never translated.
  package var code: String
  package var file: String
  /// Nil where the file as a whole is meant.
  package var range: SourceRange?
  package var message: Wording
  package var notes: [Note]
  /// What to do about it.
  package var hints: [Wording]
  /// What mends it without changing what is said; empty where that takes a writer.
  package var fix: [SourceEdit]

  package init(
    _ severity: Severity, _ code: String, file: String, range: SourceRange? = nil,
    _ message: Wording, notes: [Note] = [], hints: [Wording] = [],
    fix: [SourceEdit] = []
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.range = range
    self.message = message
    self.notes = notes
    self.hints = hints
    self.fix = fix
  }
}

extension [Diagnostic] {
  /// What is found twice, said once: where it was found first.
  package var withoutRepeats: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}

/// A sentence for people, in each language the tool speaks.
package struct Wording: Hashable, Sendable {
  package var english: String
  package var french: String

  package init(en english: String, fr french: String) {
    self.english = english
    self.french = french
  }

  package func inLanguage(_ language: InterfaceLanguage) -> String {
    switch language {
    case .english: english
    case .french: french
    }
  }
}

/// The languages in which the tool speaks to its user (not those of the book).
package enum InterfaceLanguage: Sendable {
  case english, french

  /// French where the value of `LC_ALL`, `LC_MESSAGES` or `LANG` begins with "fr".
  package init(locale: String) {
    self = locale.hasPrefix("fr") ? .french : .english
  }
}
