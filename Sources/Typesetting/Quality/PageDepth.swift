internal import Geometry

/// How deep a finished page is, measured on what is drawn on it and on nothing else.
struct PageDepth {
  /// Lines of the grid down to the lowest thing of the text block, notes included.
  private(set) var lines = 0
  /// The blank lines between the text and the notes, beyond what parts them anyway.
  private(set) var gapAboveNotes = 0

  private var textLines = 0
  private var highestNote: Length?
  private let head: Length
  private let leading: Length
  /// Below it stand folios.
  private let lowest: Length

  /// What sticks out of its line by less belongs to it: a rule along its foot.
  private static let tolerance = Length.points(1.5)

  init(of page: Page, in design: Design) {
    head = design.format.head
    leading = design.stylesheet.leading
    let height = design.format.trim.height - head - design.format.foot
    // A page may be a line deeper than it should, and stands two lines above its folio.
    lowest = head + leading * (height.units / max(1, leading.units)) + leading * 1.5
    var tags: [Tag] = []
    for mark in page.marks {
      let isNote = tags.contains { $0.role == .note }
      switch mark {
      case .open(let tag): tags.append(tag)
      case .close: _ = tags.popLast()
      case .run(_, let at, _):
        if isNote { highestNote = min(highestNote ?? at.y, at.y) }
        reach(down: at.y, isNote: isNote)
      case .picture(_, let rectangle): reach(down: rectangle.maxY, isNote: isNote)
      // The rule above the notes is short and stands apart; others end lower than their text.
      case .fill(let rectangle, _) where rectangle.size.width > .millimetres(20):
        reach(down: rectangle.maxY, isNote: isNote)
      case .stroke(let path, _, _, _): reach(down: path.lowest, isNote: isNote)
      case .fill, .anchor: break
      }
    }
    if let highestNote {
      // The baseline stands in a note's line where it does in the text's (`Desk.baseline`).
      let top = highestNote - design.stylesheet.noteLeading * 0.71
      let foot = head + leading * textLines + PageFiller.noteSeparator(leading: leading)
      let room = top - foot
      gapAboveNotes = max(0, room.units / max(1, leading.units))
    }
  }

  private mutating func reach(down y: Length, isNote: Bool) {
    guard y > head, y < lowest else { return }
    let line = (y - head - Self.tolerance).units / max(1, leading.units) + 1
    lines = max(lines, line)
    if !isNote { textLines = max(textLines, line) }
  }
}

extension Path {
  fileprivate var lowest: Length {
    var lowest = Length.zero
    for step in steps {
      switch step {
      case .move(let point), .line(let point), .curve(_, _, let point):
        lowest = max(lowest, point.y)
      case .close: break
      }
    }
    return lowest
  }
}
