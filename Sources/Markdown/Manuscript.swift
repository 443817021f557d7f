package import Diagnostics

/// What the author wrote, understood: the chapters of a book in their order.
package struct Manuscript: Hashable, Sendable {
  package var chapters: [Chapter]

  package init(chapters: [Chapter]) {
    self.chapters = chapters
  }
}

/// One source file.
package struct Chapter: Hashable, Sendable {
  /// The file's path as diagnostics show it.
  package var file: String
  /// The YAML between `---` lines at the top, not yet read.
  package var frontMatter: FrontMatter?
  package var blocks: [Block]
  /// The footnote definitions, in the order in which they stand in the file.
  package var notes: [NoteDefinition]

  package init(
    file: String, frontMatter: FrontMatter? = nil, blocks: [Block], notes: [NoteDefinition] = []
  ) {
    self.file = file
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.notes = notes
  }
}

package struct FrontMatter: Hashable, Sendable {
  package var yaml: String
  /// Where the YAML text (after the opening `---`) stands in the file.
  package var range: SourceRange

  package init(yaml: String, range: SourceRange) {
    self.yaml = yaml
    self.range = range
  }
}

/// `[^label]: …`
package struct NoteDefinition: Hashable, Sendable {
  package var label: String
  package var blocks: [Block]
  package var range: SourceRange

  package init(label: String, blocks: [Block], range: SourceRange) {
    self.label = label
    self.blocks = blocks
    self.range = range
  }
}

/// `{#id .class key=value}`
package struct Attributes: Hashable, Sendable {
  package var id: String?
  package var classes: [String]
  package var values: [String: String]
  package var range: SourceRange?

  package init(
    id: String? = nil, classes: [String] = [], values: [String: String] = [:],
    range: SourceRange? = nil
  ) {
    self.id = id
    self.classes = classes
    self.values = values
    self.range = range
  }

  package static let none = Attributes()
}
