internal import Diagnostics
internal import Geometry
internal import Markdown

/// Puts a page together: its strips, its notes at the foot, its running head and its folio.
struct PageAssembler {
  let desk: Desk

  private var format: PageFormat { desk.design.format }

  /// The left edge of the text (before pages are mirrored): the gutter is on the right of a left-hand
  /// page.
  func left(on side: Page.Side) -> Length {
    side == .recto ? format.gutter : format.foreEdge
  }

  func page(
    of section: Galley.Section, content: Division.Content, number: Int, furniture: Furniture
  ) -> Page {
    let side: Page.Side = number % 2 == 1 ? .recto : .verso
    let origin = Point(x: left(on: side), y: format.head)
    let column = Column(stacking: content.items, leading: desk.leading)
    var marks = column.marks.moved(by: origin)
    marks += noteMarks(
      column.notes.map { section.notes[$0] }, above: desk.leading * content.lines, origin: origin)
    if !content.isFirst {
      marks += furniture.marks(
        side: side, folio: String(number), chapterTitle: section.runningTitle, left: origin.x)
    }
    var page = Page(
      kind: section.kind, side: side, folio: String(number), size: format.trim, marks: marks)
    page.text = PageText(content, of: section, notes: column.notes)
    return page
  }

  func blank(number: Int) -> Page {
    Page(
      kind: .blank, side: number % 2 == 1 ? .recto : .verso, folio: String(number),
      size: format.trim, marks: [])
  }

  /// The notes stand on the foot of the text block; the rule and what is left stand above them.
  private func noteMarks(_ notes: [SetNote], above bottom: Length, origin: Point) -> [Mark] {
    guard !notes.isEmpty else { return [] }
    let height = notes.reduce(Length.zero) { $0 + $1.height }
    let leading = desk.leading
    // The last note's baseline is that of the last line of text on other pages.
    let noteBaseline = desk.stylesheet.noteLeading - desk.forNotes.baseline
    let lift = (leading - desk.baseline) - noteBaseline
    var y = bottom - height - lift
    let ruleTop = y - PageFiller.noteSeparator(leading: leading) * 0.45
    var marks: [Mark] = [
      .open(Tag(.artifact)),
      .fill(
        Rectangle(
          x: .zero, y: ruleTop, width: .millimetres(18), height: .points(0.5)),
        ink: .black),
      .close,
    ]
    for note in notes {
      marks += note.marks.moved(by: Point(x: .zero, y: y))
      y += note.height
    }
    return marks.moved(by: origin)
  }
}

/// Running heads and folios, set once for all pages.
struct Furniture {
  /// By title: a line ready to be placed.
  private var titles: [String: ComposedLine] = [:]
  /// By digit.
  private var figures: [ComposedLine] = []
  private let bookTitle: String
  private let measure: Length
  private let headBaseline: Length
  private let footBaseline: Length
  private let direction: Direction

  init(
    desk: Desk, bookTitle: String, chapterTitles: [String]
  ) {
    self.bookTitle = bookTitle
    let format = desk.design.format
    measure = format.measure
    direction = desk.language.direction
    headBaseline = format.head - desk.leading * 1.15
    // Clear of the line more that a spread may have, and of the edge that printers leave white.
    footBaseline = min(
      format.head + desk.leading * desk.linesPerPage + desk.leading * 2.4,
      format.trim.height - .millimetres(7))
    var builder = GalleyBuilder(desk: desk, file: "", number: 0, notes: [])
    let small = desk.style(
      desk.stylesheet.headingFace(weight: 600), size: desk.stylesheet.textSize * 0.78)
    let figure = desk.style(
      desk.stylesheet.headingFace(weight: 700), size: desk.stylesheet.textSize * 0.92)
    for title in Set(chapterTitles + [bookTitle]).sorted() where !title.isEmpty {
      titles[title] = builder.line(title, style: small)
    }
    figures = (0...9).compactMap { builder.line(desk.language.digits.written($0), style: figure) }
  }

  func marks(side: Page.Side, folio: String, chapterTitle: String, left: Length) -> [Mark] {
    var marks: [Mark] = [.open(Tag(.artifact, attribute: .runningHead))]
    let title = side == .verso ? bookTitle : chapterTitle
    if let line = titles[title] {
      let x = side == .verso ? left : left + measure - line.width
      marks += line.marks.moved(by: Point(x: x, y: headBaseline))
    }
    marks += [.close, .open(Tag(.artifact, attribute: .folio))]
    let digits = folio.utf8.compactMap { digit -> ComposedLine? in
      let value = Int(digit) - 48
      return figures.indices.contains(value) ? figures[value] : nil
    }
    let width = digits.reduce(Length.zero) { $0 + $1.width }
    var x = side == .verso ? left : left + measure - width
    // Numbers are read from the left, whichever side lines begin on.
    for digit in direction == .leftToRight ? digits : digits.reversed() {
      marks += digit.marks.moved(by: Point(x: x, y: footBaseline))
      x += digit.width
    }
    return marks + [.close]
  }
}

extension GalleyBuilder {
  /// One line of plain words; nil where there are none.
  mutating func line(
    _ text: String, style: TextStyle, measure: Length = .millimetres(400)
  ) -> ComposedLine? {
    lines(text, style: style, measure: measure).first
  }

  /// Reports the characters of a text outside the chapters that no face has.
  mutating func check(_ text: String, in style: TextStyle, at place: SourceRange?) {
    let text = Text(value: text, range: place ?? .nowhere, isVerbatim: true)
    let before = diagnostics
    _ = compose(
      [.text(text)], style: style, indent: .zero, measure: .millimetres(400),
      options: LineOptions(isRagged: true))
    diagnostics = before + diagnostics[before.count...].filter { $0.code == "character-missing" }
  }

  mutating func lines(
    _ text: String, style: TextStyle, measure: Length, options: LineOptions = .title
  ) -> [ComposedLine] {
    let text = Text(value: text, range: .nowhere, isVerbatim: false)
    return compose(
      [.text(text)], style: style, indent: .zero, measure: measure,
      options: options)
  }
}
