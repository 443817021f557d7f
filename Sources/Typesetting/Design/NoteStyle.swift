/// Where notes stand and how they are numbered.
package struct NoteStyle: Hashable, Sendable {
  package enum Place: Hashable, Sendable {
    /// At the foot of the page that calls them.
    case foot
    /// After the chapter that calls them, so that a chapter copied on its own has its notes.
    case chapterEnd
  }

  package enum Numbering: Hashable, Sendable {
    /// From 1 in each chapter.
    case byChapter
    /// From 1 on each page.
    case byPage
  }

  package var place: Place
  package var numbering: Numbering

  package init(place: Place = .foot, numbering: Numbering = .byChapter) {
    self.place = place
    self.numbering = numbering
  }

  /// Only the notes at a page's foot can be its own.
  var isNumberedByPage: Bool { place == .foot && numbering == .byPage }
}
