internal import Geometry

/// Strips stacked one below another, their structure tags opened and closed, their bars and frames
/// drawn: a page's text, or a note.
struct Column {
  /// How far a decoration reaches on this page.
  private struct Stretch {
    var decoration: Decoration
    var top: Length
    var bottom: Length
    var hasStart: Bool
    var hasEnd: Bool
  }

  private(set) var marks: [Mark] = []
  private(set) var height: Length = .zero
  /// The notes that the strips call, in order.
  private(set) var notes: [Int] = []
  private var open: [Element] = []
  private var decorations: [Stretch] = []
  private let leading: Length

  /// - Parameter items: space at the start and the end counts for nothing.
  init(stacking items: some Sequence<Item<Strip>>, leading: Length) {
    self.leading = leading
    var space = Length.zero
    var isFirst = true
    for item in items {
      switch item {
      case .box(let box):
        if isFirst {
          for head in box.material.repeatedHead {
            add(head)
            height += leading * head.lineCount
          }
        } else {
          height += space
        }
        space = .zero
        isFirst = false
        add(box.material)
        height += box.extent
      case .glue(let glue):
        // Space below one block and above the next is one space, the larger of the two.
        space = max(space, glue.extent)
      case .penalty:
        break
      }
    }
    change(to: [])
    drawDecorations()
  }

  private mutating func add(_ strip: Strip) {
    change(to: strip.path)
    marks += strip.marks.moved(by: Point(x: .zero, y: height))
    notes += strip.notes
    let bottom = height + leading * strip.lineCount
    for decoration in strip.decorations {
      if let index = decorations.lastIndex(where: { $0.decoration.id == decoration.id }) {
        decorations[index].bottom = bottom
        decorations[index].hasEnd = strip.isEdge
      } else {
        decorations.append(
          Stretch(
            decoration: decoration, top: height, bottom: bottom, hasStart: strip.isEdge,
            hasEnd: strip.isEdge))
      }
    }
  }

  /// Closes what the next strip is not in and opens what it is in.
  private mutating func change(to path: [Element]) {
    var shared = 0
    while shared < min(open.count, path.count), open[shared] == path[shared] { shared += 1 }
    for _ in shared..<open.count { marks.append(.close) }
    for element in path[shared...] { marks.append(.open(element.tag)) }
    open = path
  }

  private mutating func drawDecorations() {
    guard !decorations.isEmpty else { return }
    marks.append(.open(Tag(.artifact)))
    for stretch in decorations {
      switch stretch.decoration.kind {
      case .bar(let thickness):
        marks.append(
          .fill(
            Rectangle(
              x: stretch.decoration.x, y: stretch.top, width: thickness,
              height: stretch.bottom - stretch.top),
            ink: .black))
      case .frame(let thickness):
        marks.append(
          .stroke(frame(stretch), width: thickness, dash: [], ink: .black))
      }
    }
    marks.append(.close)
  }

  /// A frame's sides, and its top and bottom where they are on this page. They stand half a line
  /// inside the blank strips that open and close what is framed.
  private func frame(_ stretch: Stretch) -> Path {
    let left = stretch.decoration.x
    let right = left + stretch.decoration.width
    let top = stretch.hasStart ? stretch.top + leading / 2 : stretch.top
    let bottom = stretch.hasEnd ? stretch.bottom - leading / 2 : stretch.bottom
    let corners = (
      Point(x: left, y: top), Point(x: right, y: top), Point(x: right, y: bottom),
      Point(x: left, y: bottom)
    )
    switch (stretch.hasStart, stretch.hasEnd) {
    case (true, true):
      return Path([
        .move(corners.0), .line(corners.1), .line(corners.2), .line(corners.3), .close,
      ])
    case (true, false):
      return Path([.move(corners.3), .line(corners.0), .line(corners.1), .line(corners.2)])
    case (false, true):
      return Path([.move(corners.0), .line(corners.3), .line(corners.2), .line(corners.1)])
    case (false, false):
      return Path([
        .move(corners.0), .line(corners.3), .move(corners.1), .line(corners.2),
      ])
    }
  }
}
