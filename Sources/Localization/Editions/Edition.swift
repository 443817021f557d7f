package import Diagnostics
package import Markdown

/// What a town makes of a book: its own values, passages put in the place of others or after them, and
/// passages left out.
///
/// A block is named by its identifier; a heading's stands for its whole section, a chapter's title for the
/// chapter.
package struct Edition: Sendable {
  /// A file of the edition, parsed.
  package struct Insert: Sendable {
    package var chapter: Chapter
    /// The hash of what it replaces, as its front matter gives it, and where; nil where it says nothing.
    package var original: String?
    package var originalPlace: SourceRange?

    package init(chapter: Chapter, original: String? = nil, originalPlace: SourceRange? = nil) {
      self.chapter = chapter
      self.original = original
      self.originalPlace = originalPlace
    }
  }

  package struct Change: Sendable {
    package enum Verb: Sendable {
      case replace(Insert)
      case after(Insert)
      case omit
    }
    package var verb: Verb
    /// The identifier of what is changed.
    package var target: String
    package var place: SheetPlace

    package init(_ verb: Verb, target: String, place: SheetPlace) {
      self.verb = verb
      self.target = target
      self.place = place
    }
  }

  /// As messages call it.
  package var name: String
  package var changes: [Change]

  package init(named name: String, changes: [Change]) {
    self.name = name
    self.changes = changes
  }
}

/// Where a book's or an edition's sheet says something.
package struct SheetPlace: Hashable, Sendable {
  package var file: String
  package var range: SourceRange

  package init(file: String, range: SourceRange) {
    self.file = file
    self.range = range
  }
}

extension Edition.Change {
  var insert: Edition.Insert? {
    switch verb {
    case .replace(let insert), .after(let insert): insert
    case .omit: nil
    }
  }

  /// Whether what it names is gone afterwards.
  var takesAway: Bool {
    if case .after = verb { false } else { true }
  }
}
