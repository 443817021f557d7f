package import Markdown

// Turns a manuscript into HTML: the chapter's blocks, then its footnotes.

/// The chapter as an HTML fragment, formed as CommonMark's own examples are.
///
/// Link destinations keep whatever scheme they have, as CommonMark asks; whoever publishes the
/// HTML must allow the schemes it trusts.
package func html(of chapter: Chapter) -> String {
  var writer = HTMLWriter(notes: NoteNumbers(in: chapter))
  writer.write(chapter.blocks)
  writer.writeNotes()
  return writer.html
}

/// The footnotes as they are numbered: in the order of the first calls, those without a call last.
struct NoteNumbers {
  private(set) var notes: [NoteDefinition] = []
  private var numbers: [String: Int] = [:]

  init(in chapter: Chapter) {
    // Of two notes with one label the first counts; the other still prints, after all others.
    let defined = Dictionary(chapter.notes.map { ($0.label, $0) }) { first, _ in first }
    var waiting = InlineWalk.calls(in: chapter.blocks)[...]
    while let call = waiting.popFirst() {
      guard numbers[call.label] == nil, let note = defined[call.label] else { continue }
      add(note)
      waiting += InlineWalk.calls(in: note.blocks)
    }
    let called = Set(notes.map(\.range))
    for note in chapter.notes where !called.contains(note.range) { add(note) }
  }

  /// Nil for a call without a definition.
  subscript(label: String) -> Int? { numbers[label] }

  private mutating func add(_ note: NoteDefinition) {
    notes.append(note)
    if numbers[note.label] == nil { numbers[note.label] = notes.count }
  }
}
