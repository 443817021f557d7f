internal import Diagnostics
internal import Geometry
internal import Markdown

/// The large letter that `[W]{.dropcap}` or `[Word]{.dropcap}` makes of a paragraph's first.
private struct Initial {
  /// With the quotation mark before it.
  var letter: Text
  /// How many lines it is deep.
  var lines: Int
  /// What of the paragraph stands beside it.
  var rest: [Inline]
  /// The id of the span, where nothing of it is left to bear it.
  var id: String?

  /// Nil where the paragraph begins with no such letter.
  init?(of paragraph: Paragraph) {
    guard case .span(var span)? = paragraph.content.first, span.isInitial,
      case .text(let text)? = span.content.first, let end = Self.end(in: text.value)
    else { return nil }
    let letters = String(text.value[..<end])
    letter = Text(value: letters, range: text.range, isVerbatim: false)
    lines = span.attributes.values["lines"] == "3" ? 3 : 2
    if end == text.value.endIndex {
      span.content.removeFirst()
    } else {
      var range = text.range
      if text.isVerbatim {
        range = range.lowerBound.moved(by: letters.unicodeScalars.count)..<range.upperBound
      }
      span.content[0] = .text(
        Text(value: String(text.value[end...]), range: range, isVerbatim: text.isVerbatim))
    }
    rest = Array(paragraph.content.dropFirst())
    if span.content.isEmpty {
      id = span.attributes.id
    } else {
      rest.insert(.span(span), at: 0)
    }
  }

  /// Behind the first letter, which only quotation marks and their spaces may stand before.
  private static func end(in text: String) -> String.Index? {
    let quotes = "«“‘„\"'‹ \u{A0}\u{202F}"
    guard let letter = text.firstIndex(where: { !quotes.contains($0) }),
      text[letter].isLetter || text[letter].isNumber
    else { return nil }
    return text.index(after: letter)
  }
}

extension Span {
  fileprivate var isInitial: Bool { attributes.classes.contains("dropcap") }
}

extension SourceLocation {
  fileprivate func moved(by columns: Int) -> SourceLocation {
    SourceLocation(line: line, column: column + columns)
  }
}

extension GalleyBuilder {
  /// A paragraph that begins with a large letter, two lines deep or three, its head as high as the
  /// first line's capitals and its foot on the last one's baseline. False, and where one was asked
  /// for said why, where the paragraph is to be set like others.
  mutating func setInitial(of paragraph: Paragraph, in place: Place) -> Bool {
    let spans = paragraph.content.compactMap { inline -> Span? in
      if case .span(let span) = inline, span.isInitial { span } else { nil }
    }
    guard let span = spans.first else { return false }
    let range = span.attributes.range ?? span.range
    guard spans.count == 1, place.path.isEmpty, desk.language.direction == .leftToRight,
      let initial = Initial(of: paragraph)
    else {
      diagnostics.append(.initialMisplaced(file: file, range: range))
      return false
    }
    let register = notes
    let found = diagnostics.count
    let inner = place.inside(element(.paragraph))
    guard var letter = composed(initial, in: inner) else { return false }
    // Words of their own stand further off than the letters of one word.
    let isWord = initial.rest.plainText.first.map { !$0.isLetter && $0 != "’" && $0 != "'" } ?? true
    let width = letter.width + desk.stylesheet.textSize * (isWord ? 0.35 : 0.15)
    var lines = compose(
      initial.rest, style: inner.style, indent: inner.indent, measure: inner.measure,
      options: LineOptions(firstIndent: width, indentedLines: initial.lines))
    guard lines.count >= initial.lines else {
      notes = register
      diagnostics.removeSubrange(found...)
      diagnostics.append(.initialTooDeep(initial.lines, file: file, range: range))
      return false
    }
    if !isWord { letter.marks.takeWord(from: &lines[0].marks) }
    let baseline = Point(x: .zero, y: desk.leading * (initial.lines - 1))
    lines[0].marks = letter.marks.moved(by: baseline) + lines[0].marks
    if let id = initial.id {
      lines[0].marks.insert(.anchor(name: id, at: Point(x: .zero, y: -desk.baseline)), at: 0)
    }
    for (index, line) in lines.enumerated() {
      if index > 0 {
        appendPenalty(
          index < initial.lines
            ? Penalty.forbidden
            : Self.cost(
              ofEndingBelow: index, of: lines.count, endsWithHyphen: lines[index - 1].endsWithHyphen
            ))
      }
      append(strip(line, in: inner, range: paragraph.range))
    }
    return true
  }

  private mutating func composed(_ initial: Initial, in place: Place) -> ComposedLine? {
    let capHeight = desk.setter.shaper.metrics(of: place.style.character).capHeight
    guard capHeight > .zero else { return nil }
    var style = place.style
    let height = desk.leading * (initial.lines - 1) + capHeight
    style.size = place.style.size * (height / capHeight)
    return compose(
      [.text(initial.letter)], style: style, indent: place.indent, measure: .millimetres(400),
      options: LineOptions(hyphenates: false, isRagged: true)
    ).first
  }
}

// MARK: What is read

extension [Mark] {
  /// Gives the last letter here the rest of its word to say, which stands in other marks: what is
  /// copied, searched and read aloud is the whole word.
  fileprivate mutating func takeWord(from others: inout [Mark]) {
    func run(_ mark: Mark) -> Bool { if case .run = mark { true } else { false } }
    guard let here = lastIndex(where: run), let there = others.firstIndex(where: run),
      case .run(var letter, let at, let ink) = self[here],
      case .run(var rest, let from, let otherInk) = others[there],
      !letter.clusters.isEmpty
    else { return }
    let word = rest.silenceFirstWord()
    letter.text += word
    letter.clusters[letter.clusters.count - 1].byteCount += word.utf8.count
    self[here] = .run(letter, at: at, ink: ink)
    others[there] = .run(rest, at: from, ink: otherInk)
  }
}

extension GlyphRun {
  /// The word that it begins with, whose glyphs are drawn and say nothing any more.
  fileprivate mutating func silenceFirstWord() -> String {
    guard !isRightToLeft else { return "" }
    let end = text.firstIndex { $0.isWhitespace || $0 == "\u{AD}" } ?? text.endIndex
    var (bytes, silent) = (text.utf8.distance(from: text.startIndex, to: end), 0)
    var kept = clusters[...]
    while let cluster = kept.first, cluster.byteCount <= bytes, bytes > 0 {
      bytes -= cluster.byteCount
      silent += cluster.glyphCount
      kept.removeFirst()
    }
    guard bytes == 0, silent > 0 else { return "" }
    let word = String(text[..<end])
    text = String(text[end...])
    clusters = [Cluster(byteCount: 0, glyphCount: silent)] + kept
    return word
  }
}

extension Diagnostic {
  fileprivate static func initialMisplaced(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "dropcap-misplaced", file: file, range: range,
      Wording(
        en: "a large initial can only begin a paragraph of the text, with a letter",
        fr: "une lettrine ne peut que commencer un paragraphe du texte, par une lettre"),
      hints: [
        Wording(
          en: "write [T]{.dropcap}he first words, outside lists and boxes",
          fr: "écrivez [L]{.dropcap}es premiers mots, hors des listes et des encadrés")
      ])
  }

  fileprivate static func initialTooDeep(
    _ lines: Int, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "dropcap-too-deep", file: file, range: range,
      Wording(
        en: "this paragraph has less than the \(lines) lines of its initial, which is left out",
        fr: "ce paragraphe a moins que les \(lines) lignes de sa lettrine, qui est laissée"),
      hints: [
        Wording(
          en: "lengthen it, or join it with the next paragraph",
          fr: "allongez-le, ou joignez-le au paragraphe suivant")
      ])
  }
}
