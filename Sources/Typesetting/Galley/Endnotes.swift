internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// The chapter's notes one below another after its last block, under a heading of their own.
  mutating func setEndnotes() {
    var number = 0
    // Setting a note may call further notes, which follow it.
    while number < notes.contents.count {
      if number == 0 { setEndnotesHeading() }
      number += 1
      let content = notes.contents[number - 1]
      _ = setOnce(.note(number)) { builder in
        builder.setEndnote(content, number: number)
        return []
      }
    }
    // They stand in the text: no page keeps room for them.
    for index in items.indices {
      guard case .box(var box) = items[index] else { continue }
      box.material.notes = []
      box.material.paragraph = box.material.paragraph?.renumbered { _ in [] }
      items[index] = .box(box)
    }
  }

  private mutating func setEndnotesHeading() {
    let title = Text(value: desk.language.apparatus.notes, range: .nowhere, isVerbatim: false)
    let heading = Heading(
      level: 2, content: [.text(title)], attributes: Attributes(id: "notes-\(self.number)"),
      range: .nowhere)
    let place = Place(indent: .zero, measure: desk.design.format.measure, style: desk.text)
    setHeading(heading, isFirst: false, in: place)
  }

  private mutating func setEndnote(_ content: NoteRegister.Content, number: Int) {
    let (desk, linksBecomeNotes, start) = (desk, linksBecomeNotes, items.count)
    self.desk.design.stylesheet.textSize = desk.smallTextSize
    self.linksBecomeNotes = false
    setBody(of: content, number: number, from: start)
    (self.desk, self.linksBecomeNotes) = (desk, linksBecomeNotes)
  }
}
