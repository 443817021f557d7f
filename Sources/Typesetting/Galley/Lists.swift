internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// Lists deeper than this are no longer indented: three words must find room on a line.
  private static var deepestIndentedList: Int { 6 }

  mutating func setList(_ list: List, after previous: Block?, in place: Place) {
    var inner = place
    inner.listDepth += 1
    if case .ordered = list.marker { inner.numberedDepth += 1 }
    inner = inner.inside(element(.list, attribute: .numbering(numbering(of: list, in: inner))))
    if inner.listDepth == Self.deepestIndentedList + 1 {
      diagnostics.append(.nestingTooDeep(file: file, range: list.range))
    }
    // A tight list belongs to the sentence before it; a loose one stands on its own.
    if place.listDepth == 0 { appendSpace(lines: list.isTight ? 0 : 1) }
    if previous?.announces == true { appendPenalty(Penalty.forbidden) }
    let markers = markers(of: list, in: inner)
    let hang = hang(of: markers, in: place)
    if inner.listDepth > Self.deepestIndentedList || !place.hasRoom(for: hang) {
      // The labels stand where those of the list around stand.
      let back = min(hang, inner.indent)
      inner.indent -= back
      inner.measure += back
    }
    var starts: [Int] = []
    for (index, item) in list.items.enumerated() {
      if index > 0 {
        if list.isTight { appendPenalty(0) } else { appendSpace(lines: 1) }
      }
      starts.append(items.count)
      set(item, marker: markers[index], hang: hang, in: inner)
    }
    holdLonelyItems(starts)
    if place.listDepth == 0 { appendSpace(lines: list.isTight ? 0 : 1) }
  }

  /// An item of one line, first or last of three or more, does not stand on a page without its
  /// neighbour.
  private mutating func holdLonelyItems(_ starts: [Int]) {
    guard starts.count > 2 else { return }
    func lineCount(_ range: Range<Int>) -> Int {
      items[range].reduce(0) { count, item in
        if case .box(let box) = item { count + box.material.lineCount } else { count }
      }
    }
    let (last, second) = (starts[starts.count - 1], starts[1])
    if lineCount(last..<items.count) == 1 {
      items.insert(.penalty(Penalty(cost: Penalty.forbidden)), at: last)
    }
    if lineCount(starts[0]..<second) == 1 {
      items.insert(.penalty(Penalty(cost: Penalty.forbidden)), at: second)
    }
  }

  /// What stands before an item.
  private enum Marker {
    case text(String)
    case box(ticked: Bool)

    /// A box is drawn and not written: those who listen are told.
    var spoken: String? {
      switch self {
      case .text: nil
      case .box(let isTicked): isTicked ? "\u{2611}" : "\u{2610}"
      }
    }
  }

  private func markers(of list: List, in place: Place) -> [Marker] {
    let language = desk.language
    let numerals = language.numerals(atDepth: place.numberedDepth)
    return list.items.enumerated().map { index, item in
      if let task = item.task { return .box(ticked: task == .done) }
      switch list.marker {
      case .bullet: return .text(place.listDepth % 2 == 1 ? "•" : "–")
      case .ordered(let start):
        return .text(numerals.label(start + index, digits: language.digits) + ".")
      }
    }
  }

  private func numbering(of list: List, in place: Place) -> Tag.Numbering {
    if list.items.allSatisfy({ $0.task != nil }) { return .none }
    guard case .ordered = list.marker else { return .disc }
    return switch desk.language.numerals(atDepth: place.numberedDepth) {
    // Of signs the structure of a PDF knows nothing.
    case .decimal, .signs: .decimal
    case .letters: .lowerAlpha
    case .roman: .lowerRoman
    }
  }

  /// How far an item's text hangs in: the widest number and a space fit before it.
  private func hang(of markers: [Marker], in place: Place) -> Length {
    let size = place.style.size
    let digits =
      markers.map { marker in
        guard case .text(let text) = marker else { return 2 }
        return text.unicodeScalars.reduce(0) { $0 + ($1.isIdeographic ? 2 : 1) }
      }.max() ?? 1
    return max(size * 1.3, size * (0.55 * Double(digits) + 0.5))
  }

  private mutating func set(_ item: ListItem, marker: Marker, hang: Length, in place: Place) {
    let itemPlace = place.inside(element(.listItem))
    let label = itemPlace.inside(element(.listLabel, spoken: marker.spoken))
    let body = itemPlace.indented(by: hang).inside(element(.listBody))
    let start = items.count
    set(item.blocks, in: body)
    let marks = marks(of: marker, hang: hang, in: place, range: item.range)
    // The label stands on the item's first line, an element of its own beside the item's body; an
    // item that begins with another list, or has nothing at all, gets a line for it.
    let first = items[start...].firstIndex { $0.isStrip }
    var strip = Strip(lineCount: 1, marks: marks)
    if let first, case .box(let box) = items[first], isOrdinaryLine(box.material, of: item) {
      strip.lineCount = 0
    }
    strip.path = label.path
    strip.decorations = place.decorations
    strip.range = item.range
    let box = Item.box(Box(extent: desk.leading * strip.lineCount, material: strip))
    let hold = Item<Strip>.penalty(Penalty(cost: Penalty.forbidden))
    items.insert(contentsOf: first == nil ? [box] : [box, hold], at: start)
  }

  private func isOrdinaryLine(_ strip: Strip, of item: ListItem) -> Bool {
    if case .paragraph? = item.blocks.first { return strip.lineCount == 1 }
    return false
  }

  private mutating func marks(
    of marker: Marker, hang: Length, in place: Place, range: SourceRange
  ) -> [Mark] {
    let size = place.style.size
    switch marker {
    case .text(let text):
      var style = place.style
      style.isItalic = false
      style.features.append(contentsOf: ["lnum", "tnum"])
      let composed = compose(
        [.text(Text(value: text, range: range, isVerbatim: false))], style: style,
        indent: .zero, measure: max(hang, size * 3), options: LineOptions(isRagged: true))
      guard let line = composed.first else { return [] }
      // Numbers end where the text begins, so that 9 and 10 line up; bullets stand in the middle.
      let gap = size * 0.45
      let isBullet = text == "•" || text == "–"
      let x = isBullet ? (hang - line.width) / 2 : hang - gap - line.width
      return line.marks.moved(by: Point(x: place.indent + max(x, .zero), y: desk.baseline))
    case .box(let ticked):
      return checkbox(at: place.indent, hang: hang, size: size, ticked: ticked)
    }
  }

  /// A box to tick with a pen: large enough, and of a line that survives a photocopy.
  private func checkbox(at x: Length, hang: Length, size: Length, ticked: Bool) -> [Mark] {
    let side = size * 0.72
    let left = x + (hang - side) / 2 - size * 0.1
    let top = desk.baseline - side + size * 0.04
    let box = Rectangle(x: left, y: top, width: side, height: side)
    var marks: [Mark] = [.stroke(.rectangle(box), width: .points(0.7), dash: [], ink: .black)]
    if ticked {
      let tick = Path([
        .move(Point(x: left + side * 0.2, y: top + side * 0.5)),
        .line(Point(x: left + side * 0.42, y: top + side * 0.75)),
        .line(Point(x: left + side * 0.85, y: top + side * 0.15)),
      ])
      marks.append(.stroke(tick, width: .points(1.1), dash: [], ink: .black))
    }
    return marks
  }
}

extension Item where Material == Strip {
  var isStrip: Bool {
    if case .box = self { return true }
    return false
  }
}

extension Block {
  /// A paragraph that ends with a colon: what follows belongs to it.
  fileprivate var announces: Bool {
    guard case .paragraph(let paragraph) = self else { return false }
    return [":", "："].contains(paragraph.content.plainText.last)
  }
}
