internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  mutating func setTable(_ table: Table, after previous: Block?, in place: Place) {
    appendSpace(lines: 1, givesWay: !previous.isHeading)
    var style = place.style.scaled(by: 0.88)
    // Figures of one width and height stand in columns.
    style.features += ["lnum", "tnum"]
    var headStyle = desk.style(
      desk.stylesheet.headingFace(weight: 700), size: desk.stylesheet.textSize * 0.84)
    headStyle.language = style.language
    let head = table.head.map { flattened($0, style: headStyle) }
    let rows = table.rows.map { row in row.map { flattened($0, style: style) } }
    let found = diagnostics.count
    let columns = columns(of: [head] + rows, table: table, in: place)
    let isTooWide = diagnostics.count > found
    // What does not fit a table that is too wide was said of the table: not again of each word.
    let said = diagnostics
    defer {
      if isTooWide {
        diagnostics = said + diagnostics[said.count...].filter { !$0.isOfWidth }
      }
    }
    let tablePlace = place.inside(element(.table))
    setCaption(of: table, in: tablePlace)
    let isHeadless = table.head.allSatisfy { $0.content.isEmpty }
    var headStrips: [Strip] = []
    if !isHeadless {
      let headPlace = tablePlace.inside(element(.tableHead))
      let start = items.count
      setRow(head, columns: columns, table: table, role: .tableHeader, in: headPlace, rules: .head)
      headStrips = items[start...].compactMap { item in
        if case .box(let box) = item { box.material.asRepeatedHead } else { nil }
      }
      appendPenalty(Penalty.forbidden)
    }
    let bodyPlace = tablePlace.inside(element(.tableBody))
    for (index, row) in rows.enumerated() {
      let isFirst = index == 0
      let isLast = index == rows.count - 1
      if !isFirst {
        // No row alone under the head or on the next page.
        let isLonely = rows.count > 2 && (index == 1 || isLast)
        appendPenalty(isLonely ? Penalty.forbidden : Self.dividedTableCost)
      }
      let start = items.count
      setRow(
        row, columns: columns, table: table, role: .tableCell, in: bodyPlace,
        rules: RowRules(isTop: isHeadless && isFirst, isLast: isLast))
      repeatHead(headStrips, above: items[start...].indices)
    }
    appendSpace(lines: 1, givesWay: true)
  }

  /// A divided table is worth up to six blank lines at the foot of a page: it is read as one
  /// picture.
  private static var dividedTableCost: Int { 360 }

  /// Above the table, which no page's end parts from it; it bears the table's id.
  private mutating func setCaption(of table: Table, in place: Place) {
    var strips = captionLines(of: table, in: place)
    if let id = table.attributes.id {
      if strips.isEmpty { strips.append(Strip(lineCount: 0, marks: [], path: place.path)) }
      strips[0].marks.insert(.anchor(name: id, at: .zero), at: 0)
    }
    for strip in strips {
      append(strip)
      appendPenalty(Penalty.forbidden)
    }
  }

  private mutating func repeatHead(_ head: [Strip], above rows: Range<Int>) {
    guard !head.isEmpty else { return }
    for index in rows {
      guard case .box(var box) = items[index] else { continue }
      box.material.repeatedHead = head
      items[index] = .box(box)
    }
  }

  private struct Column {
    var x: Length
    var width: Length
    var alignment: Table.Alignment
    /// Whether words must be divided for want of room.
    var hyphenates: Bool
  }

  private struct Cell {
    var composition: Composition
    var range: SourceRange
  }

  private mutating func flattened(_ cell: TableCell, style: TextStyle) -> Cell {
    Cell(composition: composition(of: cell.content, style: style), range: cell.range)
  }

  // MARK: Columns

  /// Widths from the content: each column has room for its widest word, and what remains is shared out
  /// by need.
  private mutating func columns(of rows: [[Cell]], table: Table, in place: Place) -> [Column] {
    let count = table.alignments.count
    guard count > 0 else { return [] }
    // Many columns move closer, but a third of the table at most is between them.
    let gap = min(desk.stylesheet.textSize * 0.8, place.measure / (3 * max(1, count - 1)))
    let available = max(.points(1), place.measure - gap * (count - 1))
    var narrowest = [Length](repeating: .zero, count: count)
    var words = narrowest
    var widest = narrowest
    for row in rows {
      for (column, cell) in row.enumerated() where column < count {
        let extents = desk.setter.extents(of: cell.composition)
        narrowest[column] = max(narrowest[column], extents.narrowest)
        words[column] = max(words[column], extents.widestWord)
        widest[column] = max(widest[column], extents.widest)
      }
    }
    // Addresses stay whole where all columns can have that.
    let hasRoom = words.reduce(.zero, +) <= available
    let widths = shared(available, narrowest: hasRoom ? words : narrowest, widest: widest)
    if available / count < desk.stylesheet.textSize {
      diagnostics.append(.tooManyColumns(count, file: file, range: table.range))
    } else if narrowest.reduce(.zero, +) > available {
      diagnostics.append(.tableTooWide(file: file, range: table.range))
    }
    var x = place.indent
    return widths.enumerated().map { index, width in
      defer { x += width + gap }
      return Column(
        x: x, width: width, alignment: table.alignments[index] ?? .leading,
        hyphenates: width < words[index])
    }
  }

  private func shared(_ available: Length, narrowest: [Length], widest: [Length]) -> [Length] {
    let least = narrowest.reduce(.zero, +)
    let most = widest.reduce(.zero, +)
    if least >= available, least > .zero {
      // A letter fits in every column, whatever the others hold.
      let letter = min(desk.stylesheet.textSize, available / narrowest.count)
      let rest = available - letter * narrowest.count
      return narrowest.map { letter + rest * ($0 / least) }
    }
    if most <= available, most > .zero {
      return widest.map { $0 * (available / most) }
    }
    return Self.byNeed(available, narrowest: narrowest, widest: widest)
  }

  /// Columns that need no more than an even share get all they need, so that dates and short words stand
  /// on one line; the others have the rest, by how much more each would like (as in HTML's automatic
  /// layout).
  private static func byNeed(
    _ available: Length, narrowest: [Length], widest: [Length]
  ) -> [Length] {
    var widths = narrowest
    var open = Set(narrowest.indices)
    var rest = available
    while let column = open.sorted().first(where: { column in
      let others = open.subtracting([column]).reduce(Length.zero) { $0 + narrowest[$1] }
      return widest[column] <= rest / open.count && widest[column] + others <= rest
    }) {
      widths[column] = widest[column]
      rest -= widest[column]
      open.remove(column)
    }
    let spare = rest - open.reduce(Length.zero) { $0 + narrowest[$1] }
    let wish = open.reduce(Length.zero) { $0 + widest[$1] - narrowest[$1] }
    guard wish > .zero else { return widths }
    for column in open {
      widths[column] = narrowest[column] + (widest[column] - narrowest[column]) * (spare / wish)
    }
    return widths
  }

  // MARK: Rows

  private struct RowRules {
    var isTop = false
    var isHead = false
    var isLast = false

    static var head: RowRules { RowRules(isTop: true, isHead: true) }
  }

  private mutating func setRow(
    _ row: [Cell], columns: [Column], table: Table, role: Tag.Role, in place: Place,
    rules: RowRules
  ) {
    let cells = zip(row, columns).map { cell, column in
      compose(
        cell.composition, indent: .zero, measure: column.width,
        options: LineOptions(hyphenates: column.hyphenates, isRagged: true))
    }
    let height = max(1, cells.map(\.count).max() ?? 1)
    let inner = place.inside(element(.tableRow))
    let range = row.first?.range ?? table.range
    // A row stays whole unless it would fill more than half a page.
    let chunk = max(1, min(height, desk.linesPerPage / 2))
    for start in stride(from: 0, to: height, by: chunk) {
      let lines = start..<min(height, start + chunk)
      var strip = Strip(lineCount: lines.count, marks: [])
      for (index, (cell, column)) in zip(cells, columns).enumerated() {
        let headsRow = index == 0 && role == .tableCell && table.namesItsRows
        strip.marks.append(
          .open(
            headsRow
              ? Tag(.tableHeader, id: index, attribute: .heads(.row)) : Tag(role, id: index)))
        for (offset, line) in cell[lines.clamped(to: 0..<cell.count)].enumerated() {
          strip.marks += line.marks.moved(
            by: Point(
              x: column.x + shift(of: line, in: column),
              y: desk.leading * offset + desk.baseline))
          strip.notes += line.notes
          strip.lines += [line.quality?.alone].compactMap(\.self)
        }
        strip.marks.append(.close)
      }
      let isFirst = start == 0
      let isLast = lines.upperBound == height
      strip.marks += ruleMarks(
        rules, above: isFirst, below: isLast, height: desk.leading * lines.count, in: place)
      strip.path = inner.path
      strip.decorations = place.decorations
      strip.range = range
      if !isFirst { appendPenalty(0) }
      append(strip)
    }
  }

  private func shift(of line: ComposedLine, in column: Column) -> Length {
    switch column.alignment {
    case .leading: .zero
    case .centre: max(.zero, (column.width - line.width) / 2)
    case .trailing: max(.zero, column.width - line.width)
    }
  }

  /// Rules above and below, none between columns: the eye goes along the row.
  private func ruleMarks(
    _ rules: RowRules, above: Bool, below: Bool, height: Length, in place: Place
  ) -> [Mark] {
    var marks: [Mark] = [.open(Tag(.artifact))]
    func rule(at y: Length, thickness: Length) {
      marks.append(
        .fill(
          Rectangle(
            x: place.indent, y: y - thickness / 2, width: place.measure, height: thickness),
          ink: .black))
    }
    // Between rows as thin as a copier keeps; around the table and under its head heavier.
    if rules.isTop && above { rule(at: .zero, thickness: .points(0.9)) }
    if below {
      rule(
        at: height,
        thickness: rules.isLast ? .points(0.9) : rules.isHead ? .points(0.6) : .points(0.3))
    }
    marks.append(.close)
    return marks
  }
}

extension Table {
  /// Where nothing stands above the first column, the column is a head itself, as in a timetable:
  /// its cells name their rows.
  fileprivate var namesItsRows: Bool {
    guard let corner = head.first, corner.content.isEmpty else { return false }
    return !head.allSatisfy { $0.content.isEmpty }
  }
}

extension Strip {
  /// The same head on a later page: no anchors or new notes, which stand once in a book, and for
  /// those who listen no second head.
  fileprivate var asRepeatedHead: Strip {
    var strip = self
    strip.notes = []
    strip.lines = []
    strip.path = []
    strip.repeatedHead = []
    strip.marks = [.open(Tag(.artifact))]
    for mark in marks {
      switch mark {
      case .open, .close, .anchor: break
      default: strip.marks.append(mark)
      }
    }
    strip.marks.append(.close)
    return strip
  }
}
