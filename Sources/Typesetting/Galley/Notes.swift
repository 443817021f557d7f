internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// Sets all notes of the chapter and hangs them on the strips of their calls.
  mutating func setNotes() -> [SetNote] {
    if desk.design.notes.place == .chapterEnd {
      setEndnotes()
      return []
    }
    var set: [SetNote] = []
    /// By number: the pieces of a note, one unless it is longer than half a page.
    var pieces: [[Int]] = []
    // Setting a note may call further notes, which follow it.
    while pieces.count < notes.contents.count {
      let number = pieces.count + 1
      let content = notes.contents[number - 1]
      let parts = setOnce(.note(number)) { $0.setNote(content, number: number) }
      pieces.append(Array(set.count..<(set.count + parts.count)))
      set += parts
    }
    hang(pieces, set)
    return set
  }

  private mutating func setNote(_ content: NoteRegister.Content, number: Int) -> [SetNote] {
    let saved = (desk, items, linksBecomeNotes)
    defer { (desk, items, linksBecomeNotes) = saved }
    desk = desk.forNotes
    items = []
    linksBecomeNotes = false
    setBody(of: content, number: number, from: 0)
    return stacked(number: number, longest: saved.0.longestWholeNote)
  }

  /// What a note says, from the given item on, and its label.
  mutating func setBody(of content: NoteRegister.Content, number: Int, from start: Int) {
    let place = Place(indent: .zero, measure: desk.design.format.measure, style: desk.text)
    var blocks: [Block] = []
    if case .footnote(let definition) = content { blocks = definition.blocks }
    turning(blocks, in: place) { builder, _ in
      builder.setBodyAsItIs(of: content, number: number, from: start)
    }
  }

  private mutating func setBodyAsItIs(
    of content: NoteRegister.Content, number: Int, from start: Int
  ) {
    let hang = desk.stylesheet.textSize * 1.9
    let noteElement = element(.note)
    let place = Place(
      indent: hang, measure: desk.design.format.measure - hang, style: desk.text,
      path: [noteElement])
    let range: SourceRange
    switch content {
    case .footnote(let definition):
      range = definition.range
      set(definition.blocks, in: place)
    case .address(let uri, let source):
      range = source
      let link = Link(
        destination: uri, content: [], isAutolink: true, range: range)
      setText(
        [.link(link)], in: place.inside(element(.paragraph)), range: range,
        options: LineOptions(isRagged: true))
    }
    label(number, hang: hang, path: place.path, range: range, from: start)
  }

  /// The note's number before its first line; it leads back to the call.
  private mutating func label(
    _ number: Int, hang: Length, path: [Element], range: SourceRange, from start: Int
  ) {
    var style = desk.text
    style.features.append("lnum")
    var shown = number
    if let places = desk.references.notes {
      shown = places.number(ofNote: "\(notePrefix)\(number)")
      namesPages = true
    }
    let lines = compose(
      [
        .text(
          Text(value: "\(desk.language.digits.written(shown)).", range: range, isVerbatim: false))
      ], style: style,
      indent: .zero, measure: hang * 2, options: LineOptions(isRagged: true))
    guard let line = lines.first else { return }
    let x = max(.zero, hang - desk.stylesheet.textSize * 0.45 - line.width)
    let marks: [Mark] =
      [
        .anchor(name: "\(notePrefix)\(number)", at: .zero),
        .open(Tag(.internalLink(destination: "call-\(notePrefix)\(number)"))),
      ] + line.marks.moved(by: Point(x: x, y: desk.baseline)) + [.close]
    if let first = items[start...].firstIndex(where: { $0.isStrip }),
      case .box(var box) = items[first]
    {
      box.material.marks.insert(contentsOf: marks, at: 0)
      items[first] = .box(box)
    } else {
      append(Strip(lineCount: 1, marks: marks, path: path))
    }
  }

  /// The strips of a note one below another: in one piece, unless it is too long for one page; then
  /// in pieces of two lines at least.
  private mutating func stacked(number: Int, longest: Length) -> [SetNote] {
    var pieces: [[Item<Strip>]] = [[]]
    var height = Length.zero
    let last = items.lastIndex { $0.isStrip }
    for (index, item) in items.enumerated() {
      if case .box(let box) = item {
        // The line before the last goes with it.
        let leavesOne = items[index...].dropFirst().firstIndex { $0.isStrip } == last
        let needed = leavesOne ? box.extent * 2 : box.extent
        if height + needed > longest, height > .zero, index != last {
          if pieces.count == 1, let range = box.material.range {
            diagnostics.append(.noteTooLong(number: number, file: file, range: range))
          }
          pieces.append([])
          height = .zero
        }
        height += box.extent
      }
      pieces[pieces.count - 1].append(item)
    }
    return pieces.enumerated().map { index, piece in
      let column = Column(stacking: piece, leading: desk.leading)
      return SetNote(
        number: number, name: index == 0 ? "\(notePrefix)\(number)" : nil, height: column.height,
        marks: column.marks, calls: column.notes,
        lines: piece.flatMap(\.lines))
    }
  }

  /// Puts the indices of set notes on the strips; a strip holds no more than a page can, and the
  /// later pieces of a long note follow on later strips.
  private mutating func hang(_ pieces: [[Int]], _ set: [SetNote]) {
    let heights = set.map(\.height)
    let room = desk.roomForNotes
    var waiting: [Int] = []
    for index in items.indices {
      guard case .box(var box) = items[index] else { continue }
      if let paragraph = box.material.paragraph {
        box.material.paragraph = paragraph.renumbered { indices(of: $0, pieces, set) }
        items[index] = .box(box)
      }
      waiting += box.material.notes.flatMap { indices(of: $0, pieces, set) }
      guard !waiting.isEmpty || !box.material.notes.isEmpty else { continue }
      box.material.notes = take(from: &waiting, heights: heights, room: room)
      items[index] = .box(box)
    }
    while !waiting.isEmpty {
      var strip = Strip(lineCount: 1, marks: [])
      strip.notes = take(from: &waiting, heights: heights, room: room)
      append(strip)
    }
  }

  /// A note's pieces, each followed by the notes that are called in it for the first time.
  private func indices(of number: Int, _ pieces: [[Int]], _ set: [SetNote]) -> [Int] {
    var found: [Int] = []
    var left = [number]
    while let next = left.popLast() {
      guard next <= pieces.count else { continue }
      found += pieces[next - 1]
      left += pieces[next - 1].flatMap { set[$0].calls }.reversed()
    }
    return found
  }

  private func take(from waiting: inout [Int], heights: [Length], room: Length) -> [Int] {
    var taken: [Int] = []
    var height = Length.zero
    while let next = waiting.first, taken.isEmpty || height + heights[next] <= room {
      taken.append(next)
      height += heights[next]
      waiting.removeFirst()
    }
    return taken
  }
}

extension Desk {
  /// The height of the most notes that a page may have: some lines of text stand above them.
  var roomForNotes: Length { leading * max(1, linesPerPage - 6) }

  /// The height of the longest note that is kept whole: with more, a page where a chapter opens, or
  /// a heading stands above the call, could not hold it.
  var longestWholeNote: Length { leading * (linesPerPage / 2) }

  /// The same, in the size and leading of notes.
  var forNotes: Desk {
    var desk = self
    desk.design.stylesheet.textSize = stylesheet.noteSize
    desk.design.stylesheet.leading = stylesheet.noteLeading
    return desk
  }
}
