internal import Diagnostics
internal import Geometry
internal import Markdown

/// How the lines of one paragraph differ from those of the text.
struct LineOptions {
  /// The first line starts so far to the right, or to the left where it hangs out.
  var firstIndent: Length = .zero
  /// So do further lines, beside a large initial.
  var indentedLines = 1
  var hyphenates = true
  var isRagged = false
  var isCentred = false
  /// Spaces are as wide as the face draws them: code stands in columns.
  var keepsSpaces = false
  /// Lines as long as one another, for titles.
  var isBalanced = false
  /// Pages may ask for a line less or more.
  var variesLineCount = false

  static let title = LineOptions(hyphenates: false, isRagged: true, isBalanced: true)
}

/// A line with what it draws and calls.
struct ComposedLine {
  /// From the left of the text; the baseline is y = 0.
  var marks: [Mark]
  var width: Length
  var notes: [Int]
  var endsWithHyphen: Bool
  /// Nil where nobody judges it.
  var quality: LineQuality?
}

extension GalleyBuilder {
  /// Flattens, shapes, breaks and justifies inlines; reports what does not fit or cannot be drawn.
  mutating func compose(
    _ inlines: [Inline], style: TextStyle, indent: Length, measure: Length,
    options: LineOptions = LineOptions()
  ) -> [ComposedLine] {
    let composition = composition(of: inlines, style: style)
    return compose(composition, indent: indent, measure: measure, options: options)
  }

  var flattener: InlineFlattener {
    InlineFlattener(
      language: desk.language, otherLanguages: desk.otherLanguages, stylesheet: desk.stylesheet,
      references: desk.references, notePrefix: notePrefix, linksBecomeNotes: linksBecomeNotes)
  }

  mutating func composition(of inlines: [Inline], style: TextStyle) -> Composition {
    var flattener = flattener
    flattener.append(inlines, style: style, tags: [], notes: &notes)
    namesPages = namesPages || flattener.namesPages
    return flattener.composition()
  }

  mutating func compose(
    _ composition: Composition, indent: Length, measure: Length, options: LineOptions
  ) -> [ComposedLine] {
    let setting = setting(of: composition, measure: measure, options: options)
    var set = desk.setter.set(composition, shape: setting.shape, habits: setting.habits)
    if options.isBalanced { balance(&set, composition, setting) }
    report(set, of: composition)
    return lines(of: set, composition, indent: indent, setting)
  }

  /// A paragraph in its best way, with what is known of the others.
  mutating func compose(
    _ recipe: ParagraphWays.Recipe
  ) -> (lines: [ComposedLine], others: [ParagraphWays.Other]) {
    let composition = recipe.composition
    let setting = setting(of: composition, measure: recipe.measure, options: recipe.options)
    let set = desk.setter.set(composition, shape: setting.shape, habits: setting.habits)
    report(set, of: composition)
    let others = set.variants.map { variant in
      ParagraphWays.Other(
        demerits: variant.demerits,
        lines: variant.lines.map { line in
          .init(
            notes: newNotes(in: line.bytes, of: composition), endsWithHyphen: line.endsWithHyphen)
        })
    }
    return (lines(of: set, composition, indent: recipe.indent, setting), others)
  }

  /// The same paragraph in one of its other ways.
  func compose(_ recipe: ParagraphWays.Recipe, inLines count: Int) -> [ComposedLine] {
    let composition = recipe.composition
    let setting = setting(of: composition, measure: recipe.measure, options: recipe.options)
    let set = desk.setter.set(
      composition, shape: setting.shape, habits: setting.habits, lineCount: count)
    return lines(of: set, composition, indent: recipe.indent, setting)
  }

  /// The room that lines have, and what they may do in it.
  private struct LineSetting {
    var shape: LineShape
    var habits: BreakingHabits
    var measure: Length
    var firstIndent: Length
    var indentedLines: Int
    var isCentred: Bool
  }

  private func setting(
    of composition: Composition, measure: Length, options: LineOptions
  ) -> LineSetting {
    let measure = max(measure, .points(1))
    let firstIndent = options.firstIndent * 2 < measure ? options.firstIndent : .zero
    var shape = LineShape(
      first: firstIndent == .zero
        ? [] : [Length](repeating: measure - firstIndent, count: options.indentedLines),
      rest: measure)
    if options.isRagged || options.isCentred {
      shape.end = Glue(extent: .zero, stretch: raggedness(of: composition, options: options))
    }
    let habits = BreakingHabits(
      hyphenates: options.hyphenates, isRagged: options.isRagged || options.isCentred,
      keepsSpaces: options.keepsSpaces, hangs: desk.stylesheet.hangsPunctuation,
      hangsStops: desk.stylesheet.hangsStops,
      lengthensJoins: desk.stylesheet.justification == .kashida,
      isIndented: firstIndent > .zero, shortestLastLine: desk.stylesheet.indent,
      variesLineCount: options.variesLineCount,
      narrowestLine: min(measure, measure - firstIndent))
    return LineSetting(
      shape: shape, habits: habits, measure: measure, firstIndent: firstIndent,
      indentedLines: options.indentedLines,
      isCentred: options.isCentred)
  }

  private func lines(
    of set: SetParagraph, _ composition: Composition, indent: Length, _ setting: LineSetting
  ) -> [ComposedLine] {
    set.lines.enumerated().map { index, line in
      let first = index < setting.indentedLines ? setting.firstIndent : .zero
      // Lines of the other direction begin on the other side.
      let isForeign = composition.styled.direction != desk.language.direction
      let rest = max(setting.measure - first - line.width, .zero)
      let centring =
        setting.isCentred
        ? (setting.measure - line.width) / 2 : isForeign && setting.habits.isRagged ? rest : .zero
      return ComposedLine(
        marks: marks(of: line, in: composition, x: indent + first + centring),
        width: first + line.width, notes: newNotes(in: line.bytes, of: composition),
        endsWithHyphen: line.endsWithHyphen,
        quality: LineQuality(
          line, number: index, of: set.lines.count, in: composition,
          measure: setting.measure - first, isRagged: setting.habits.isRagged))
    }
  }

  /// How far a line may fall short without blame. TeX's \raggedright allows two ems; where words
  /// are not divided, a long one may leave more.
  private func raggedness(of composition: Composition, options: LineOptions) -> Length {
    let size = composition.styled.runs.first?.style.size ?? desk.stylesheet.textSize
    return size * (options.hyphenates ? 2 : 5)
  }

  /// Titles look best with lines alike: the narrowest measure that needs no further line.
  private func balance(
    _ set: inout SetParagraph, _ composition: Composition, _ setting: LineSetting
  ) {
    guard set.lines.count > 1, set.wideWords.isEmpty else { return }
    let (shape, habits) = (setting.shape, setting.habits)
    var narrowest = shape.rest.units / set.lines.count
    var widest = shape.rest.units
    while widest - narrowest > Length.points(2).units {
      var shape = shape
      shape.rest = Length(units: (narrowest + widest) / 2)
      let narrower = desk.setter.set(composition, shape: shape, habits: habits)
      let isGood =
        narrower.lines.count <= set.lines.count
        && narrower.lines.allSatisfy { $0.excess == .zero }
      if isGood {
        set = narrower
        widest = shape.rest.units
      } else {
        narrowest = shape.rest.units
      }
    }
  }

  /// The notes whose first call stands on the line.
  private func newNotes(in line: Range<Int>, of composition: Composition) -> [Int] {
    composition.segments(in: line).compactMap { segment in
      // A call that is divided between lines belongs to the first.
      segment.bytes.lowerBound >= line.lowerBound ? segment.look.note : nil
    }
  }

  /// The line's runs, cut where links and the like begin and end.
  private func marks(of line: SetLine, in composition: Composition, x left: Length) -> [Mark] {
    var marks: [Mark] = []
    var open: [Tag] = []
    func change(to tags: [Tag]) {
      var shared = 0
      while shared < min(open.count, tags.count), open[shared] == tags[shared] { shared += 1 }
      for _ in shared..<open.count { marks.append(.close) }
      for tag in tags[shared...] { marks.append(.open(tag)) }
      open = tags
    }
    for placed in line.runs {
      // The first letters of a run that goes against the page's direction stand farthest in.
      let isForward = placed.run.isRightToLeft == (desk.language.direction == .rightToLeft)
      var x = left + placed.x + (isForward ? .zero : placed.run.advance)
      var byte = placed.bytes.lowerBound
      while true {
        // The hyphen shows no bytes; it belongs to the letters before it.
        guard let segment = composition.segment(at: placed.bytes.isEmpty ? max(0, byte - 1) : byte)
        else { break }
        let end = min(placed.bytes.upperBound, segment.bytes.upperBound)
        let part = (byte - placed.bytes.lowerBound)..<(end - placed.bytes.lowerBound)
        change(to: segment.look.tags)
        if byte == segment.bytes.lowerBound {
          for name in segment.look.anchors {
            marks.append(.anchor(name: name, at: Point(x: x, y: -desk.baseline)))
          }
        }
        if let run = placed.bytes.isEmpty ? placed.run : placed.run.slice(part) {
          if !isForward { x -= run.advance }
          marks.append(.run(run, at: Point(x: x, y: -segment.look.raise), ink: .black))
          if isForward { x += run.advance }
        }
        byte = end
        if byte >= placed.bytes.upperBound { break }
      }
    }
    change(to: [])
    return marks
  }

  private mutating func report(_ set: SetParagraph, of composition: Composition) {
    let text = composition.styled.text
    for word in set.wideWords {
      guard let segment = composition.segment(at: word.lowerBound) else { continue }
      let letters = text.bytes(word)
      diagnostics.append(
        .wordTooWide(letters, file: file, range: segment.origin.place(of: letters)))
    }
    for line in set.lines where line.excess > .zero {
      guard let segment = composition.segment(at: line.bytes.lowerBound) else { continue }
      diagnostics.append(
        .lineTooWide(
          text.bytes(line.bytes), by: line.excess, file: file, range: segment.origin.range))
    }
    // Each character once for each stretch of the source: a paragraph in a script that the fonts
    // have not would say the same on every letter.
    var said: Set<[Int]> = []
    for byte in set.missing {
      guard let segment = composition.segment(at: byte),
        let scalar = text.bytes(byte..<min(byte + 4, text.utf8.count)).unicodeScalars.first,
        scalar != "\u{2028}", said.insert([segment.bytes.lowerBound, Int(scalar.value)]).inserted
      else { continue }
      let finding = Diagnostic.characterMissing(
        scalar, in: segment.look.style.face, file: file, range: segment.origin.place(of: scalar))
      desk.setter.missingScripts.note(scalar, finding)
      diagnostics.append(finding)
    }
  }
}

extension String {
  /// A piece by UTF-8 offsets.
  fileprivate func bytes(_ range: Range<Int>) -> String {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
    return String(decoding: utf8[start..<end], as: UTF8.self)
  }
}
