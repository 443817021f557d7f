package import Diagnostics

/// A catalogue of gettext, as Poedit and Weblate read and write it.
///
/// What we do not use (references, other flags, obsolete entries, comments) is kept as it was.
package struct POFile: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// `# …`, without the sign and its space.
    package var translatorComments: [String] = []
    /// `#. …`
    package var extractedComments: [String] = []
    /// `#: …`
    package var references: [String] = []
    /// `#, …`, one by one.
    package var flags: [String] = []
    /// `#| …` lines as they are: what the msgid was before.
    package var previousID: String?
    package var context: String?
    package var id = ""
    package var translation = ""
    /// Where the entry stands in its file.
    package var range: SourceRange?

    package init() {}

    package var isFuzzy: Bool { flags.contains("fuzzy") }
  }

  /// The fields of the header, in order; the header is an entry whose msgid is empty.
  package var header: [(name: String, value: String)]
  package var headerComments: [String]
  package var entries: [Entry]
  /// `#~` lines, as they are.
  package var obsolete: [String]

  package init(
    header: [(name: String, value: String)], headerComments: [String] = [], entries: [Entry] = [],
    obsolete: [String] = []
  ) {
    self.header = header
    self.headerComments = headerComments
    self.entries = entries
    self.obsolete = obsolete
  }

  package static func == (a: POFile, b: POFile) -> Bool {
    a.header.elementsEqual(b.header, by: ==) && a.headerComments == b.headerComments
      && a.entries == b.entries && a.obsolete == b.obsolete
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(headerComments)
    hasher.combine(entries)
    hasher.combine(obsolete)
  }
}
