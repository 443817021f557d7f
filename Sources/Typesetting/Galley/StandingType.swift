internal import Diagnostics

/// Set matter that is kept standing, as printers keep type for a later edition: a passage that
/// names no page is set once, however often page numbers send the book through the galley.
final class StandingType {
  /// Which passage: a block of a chapter, or one of its notes.
  struct Key: Hashable {
    enum Part: Hashable {
      case block(Int)
      case note(Int)
    }

    var chapter: Int
    var part: Part
  }

  /// What the counters said when a passage was begun: it is the same only after the same.
  struct Start: Hashable {
    var notes: Int
    var elements: Int
  }

  struct Passage {
    var start: Start
    var items: [Item<Strip>]
    /// The pieces, where the passage is a note.
    var setNotes: [SetNote]
    var diagnostics: [Diagnostic]
    /// The register and the number of elements after it.
    var register: NoteRegister
    var elements: Int
  }

  private var passages: [Key: Passage] = [:]

  subscript(key: Key) -> Passage? {
    get { passages[key] }
    set { passages[key] = newValue }
  }
}

extension GalleyBuilder {
  /// Sets a passage, or takes it as it stands from an earlier round.
  mutating func setOnce(
    _ part: StandingType.Key.Part, _ set: (inout GalleyBuilder) -> [SetNote]
  ) -> [SetNote] {
    let key = StandingType.Key(chapter: number, part: part)
    let start = StandingType.Start(notes: notes.contents.count, elements: elementCount)
    if let standing = desk.standing[key], standing.start == start {
      items += standing.items
      diagnostics += standing.diagnostics
      notes = standing.register
      elementCount = standing.elements
      return standing.setNotes
    }
    let (itemCount, findingCount) = (items.count, diagnostics.count)
    namesPages = false
    let setNotes = set(&self)
    if !namesPages {
      desk.standing[key] = StandingType.Passage(
        start: start, items: Array(items[itemCount...]), setNotes: setNotes,
        diagnostics: Array(diagnostics[findingCount...]), register: notes, elements: elementCount)
    }
    return setNotes
  }
}
