internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// - Parameter given: where the first line starts, if not as its place among others has it.
  mutating func setParagraph(
    _ paragraph: Paragraph, after previous: Block?, in place: Place, indent given: Length? = nil
  ) {
    if !setInitial(of: paragraph, in: place) {
      setWords(of: paragraph, after: previous, in: place, indent: given)
    }
    for image in paragraph.content.images {
      diagnostics.append(.imageInSentence(file: file, range: image.range))
      setFigure(image, in: place)
    }
  }

  private mutating func setWords(
    of paragraph: Paragraph, after previous: Block?, in place: Place, indent given: Length?
  ) {
    var indent = Length.zero
    // French and English printers agree: a paragraph that follows another is indented; one that
    // opens a section needs no such sign.
    switch previous {
    case .paragraph(let before) where before.figure == nil: indent = desk.stylesheet.indent
    case .list, .definitions: indent = desk.stylesheet.indent
    default: break
    }
    if let letters = desk.language.ideographs.firstLine {
      // What stands beside a label or a term needs no such sign, nor does a note beside its number.
      let isLabelled = previous == nil && (place.listDepth > 0 || !linksBecomeNotes)
      indent = isLabelled ? .zero : place.style.size * letters
    }
    // A column so narrow needs all its lines' room.
    if indent * 4 >= place.measure { indent = .zero }
    if let given { indent = given }
    if place.isLetter {
      // A letter is set as people type it: no indents, a blank line between paragraphs.
      indent = .zero
      if previous != nil { appendSpace(lines: 1) }
    }
    let element = element(.paragraph)
    setText(
      paragraph.content, in: place.inside(element), range: paragraph.range,
      options: LineOptions(
        firstIndent: indent, hyphenates: !place.isLetter, isRagged: place.isLetter,
        // Pages would set its other ways as if it ran like them.
        variesLineCount: !place.isLetter && linksBecomeNotes && !desk.isTurned))
  }

  /// A paragraph's lines, one strip each, on the grid.
  mutating func setText(
    _ inlines: [Inline], in place: Place, range: SourceRange, options: LineOptions
  ) {
    let composition = composition(of: inlines, style: place.style)
    appendLines(
      strips(
        ParagraphWays.Recipe(
          composition: composition, indent: place.indent, measure: place.measure, options: options,
          place: place, range: range)))
  }

  func strip(_ line: ComposedLine, in place: Place, range: SourceRange?) -> Strip {
    var strip = Strip(
      lineCount: 1, marks: line.marks.moved(by: Point(x: .zero, y: desk.baseline)))
    strip.notes = line.notes
    strip.path = place.path
    strip.decorations = place.decorations
    strip.endsWithHyphen = line.endsWithHyphen
    strip.lines = [line.quality].compactMap(\.self)
    strip.range = range
    return strip
  }

  mutating func setQuote(_ quote: Quote, in place: Place) {
    appendSpace(lines: 1)
    let inner = place.indented(by: desk.stylesheet.indent, trailing: desk.stylesheet.indent)
      .inside(element(.quote))
    set(quote.blocks, in: inner)
    appendSpace(lines: 1)
  }

  /// Code keeps its lines; one that is too wide is divided with no sign of its own.
  mutating func setCode(_ code: CodeBlock, in place: Place) {
    appendSpace(lines: 1)
    let style = desk.style(
      desk.stylesheet.monoFace(), size: desk.stylesheet.textSize * 0.8)
    let inner = place.indented(by: desk.stylesheet.indent).inside(element(.code))
    let letterWidth = line("0", style: style)?.width ?? style.size * 0.6
    var strips: [Strip] = []
    var lineNumber = code.range.lowerBound.line
    for text in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
      let start = SourceLocation(line: lineNumber, column: 1)
      // What an indented block holds ends with a line that is no more in the source.
      let range = start..<max(start, code.range.upperBound)
      lineNumber += 1
      guard !text.isEmpty else {
        strips.append(Strip(lineCount: 1, marks: [], path: inner.path))
        continue
      }
      let look = Composition.Look(style: style.character, isVerbatim: true)
      let code = CodeLine(text)
      let letters = code.text.map { Letter(scalar: $0, segment: 0) }
      // An indent leaves half the line free for what is indented.
      let indent = min(letterWidth * code.indent, inner.measure / 2)
      let composition = Composition(
        letters: letters, looks: [look],
        origins: [.init(range: range, verbatim: String(text))], direction: .leftToRight)
      let lines = compose(
        composition, indent: inner.indent + indent, measure: inner.measure - indent,
        options: LineOptions(hyphenates: false, isRagged: true, keepsSpaces: true))
      strips += lines.map { strip($0, in: inner, range: range) }
    }
    if strips.last?.marks.isEmpty == true { strips.removeLast() }
    appendLines(strips)
    appendSpace(lines: 1)
  }

  /// Three stars in the middle, as in novels.
  mutating func setThematicBreak(_ rule: ThematicBreak, in place: Place) {
    appendSpace(lines: 1)
    let text = Text(value: "* * *", range: rule.range, isVerbatim: false)
    let lines = compose(
      [.text(text)], style: place.style, indent: place.indent, measure: place.measure,
      options: LineOptions(isCentred: true))
    var star = place
    star.path = [element(.artifact)]
    appendLines(lines.map { strip($0, in: star, range: rule.range) })
    appendSpace(lines: 1)
  }
}

/// A line of code: how many letters it is indented by, and the rest.
private struct CodeLine {
  var indent = 0
  var text: [Unicode.Scalar] = []

  /// Tabs reach to the next multiple of this many letters.
  private static let tab = 4

  init(_ line: Substring) {
    var column = 0
    for scalar in line.unicodeScalars {
      let width = scalar == "\t" ? Self.tab - column % Self.tab : 1
      column += width
      if text.isEmpty && (scalar == " " || scalar == "\t") {
        indent = column
      } else if scalar == "\t" {
        text += [Unicode.Scalar](repeating: " ", count: width)
      } else {
        text.append(scalar)
      }
    }
  }
}

extension [Mark] {
  func moved(by offset: Point) -> [Mark] {
    map { $0.moved(by: offset) }
  }
}

extension Mark {
  func moved(by offset: Point) -> Mark {
    switch self {
    case .run(let run, let at, let ink): .run(run, at: at + offset, ink: ink)
    case .fill(let rectangle, let ink): .fill(rectangle.moved(by: offset), ink: ink)
    case .stroke(let path, let width, let dash, let ink):
      .stroke(path.moved(by: offset), width: width, dash: dash, ink: ink)
    case .picture(let picture, let rectangle):
      .picture(picture, in: rectangle.moved(by: offset))
    case .anchor(let name, let at): .anchor(name: name, at: at + offset)
    case .open, .close: self
    }
  }
}

extension Path {
  func moved(by offset: Point) -> Path {
    Path(
      steps.map { step in
        switch step {
        case .move(let point): .move(point + offset)
        case .line(let point): .line(point + offset)
        case .curve(let a, let b, let end): .curve(a + offset, b + offset, end + offset)
        case .close: .close
        }
      })
  }

  static func rectangle(_ rectangle: Rectangle) -> Path {
    Path([
      .move(rectangle.origin), .line(Point(x: rectangle.maxX, y: rectangle.minY)),
      .line(Point(x: rectangle.maxX, y: rectangle.maxY)),
      .line(Point(x: rectangle.minX, y: rectangle.maxY)), .close,
    ])
  }
}

extension [Inline] {
  /// The images inside a sentence.
  var images: [Image] {
    flatMap { inline -> [Image] in
      switch inline {
      case .image(let image): [image]
      case .emphasis(let emphasis), .strong(let emphasis): emphasis.content.images
      case .link(let link): link.content.images
      case .span(let span): span.content.images
      default: []
      }
    }
  }
}
