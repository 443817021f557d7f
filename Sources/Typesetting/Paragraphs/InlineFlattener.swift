internal import Diagnostics
internal import Geometry
internal import Markdown

/// Flattens one paragraph's inlines into letters and the looks of their segments.
struct InlineFlattener {
  let language: BookLanguage
  /// By tag: the languages of single words.
  let otherLanguages: [String: BookLanguage]
  let stylesheet: Stylesheet
  let references: CrossReferences
  /// Prefix of the names of this chapter's notes and marks for the index: "note-3-".
  let notePrefix: String
  /// Whether links of this paragraph get notes; those of notes print their address instead.
  let linksBecomeNotes: Bool

  /// Whether the number of a page is among the letters.
  private(set) var namesPages = false
  private(set) var letters: [Letter] = []
  /// Which of the letters stand for the end of a source line behind Chinese or Japanese.
  private var lineEnds: [Int] = []
  private var content: TypedContent = []
  private(set) var looks: [Composition.Look] = []
  private(set) var origins: [Composition.Origin] = []
  private var tagCount = 0

  init(
    language: BookLanguage, otherLanguages: [String: BookLanguage] = [:], stylesheet: Stylesheet,
    references: CrossReferences, notePrefix: String, linksBecomeNotes: Bool
  ) {
    self.language = language
    self.otherLanguages = otherLanguages
    self.stylesheet = stylesheet
    self.references = references
    self.notePrefix = notePrefix
    self.linksBecomeNotes = linksBecomeNotes
  }

  /// The paragraph, its signs and spaces put right.
  func composition() -> Composition {
    var (letters, looks, origins) = (joinedLines, looks, origins)
    CallsInWords.move(in: &letters, looks: &looks, origins: &origins)
    let context = CopyContext(looks: looks, language: language, others: otherLanguages)
    letters = context.prepare(trimmed(letters, context), holding: content)
    Ordinals(context: context).raise(in: &letters, looks: &looks, origins: &origins)
    letters = Isolation.isolated(letters, in: language.direction, looks: looks, context)
    return Composition(
      letters: letters, looks: looks, origins: origins, direction: language.direction,
      ideographs: language.ideographs)
  }

  /// Where Chinese or Japanese goes on on the next line of the source, no space is meant.
  private var joinedLines: [Letter] {
    var letters = letters
    for index in lineEnds.reversed()
    where index + 1 < letters.count
      && letters[index + 1].scalar.isIdeographic
    {
      letters.remove(at: index)
    }
    return letters
  }

  /// As the language of the words has it: Latin within Japanese leans.
  private func leaning(in style: TextStyle) -> BookLanguage.EmphasisFace {
    style.language == language.tag
      ? language.emphasis : otherLanguages[style.language]?.emphasis ?? .italic
  }

  private func trimmed(_ letters: [Letter], _ context: CopyContext) -> [Letter] {
    let isSpace = { (letter: Letter) in letter.scalar.isSpace && context.isFree(letter) }
    guard let first = letters.firstIndex(where: { !isSpace($0) }),
      let last = letters.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(letters[first...last])
  }

  mutating func append(
    _ inlines: [Inline], style: TextStyle, tags: [Tag], notes: inout NoteRegister
  ) {
    for inline in inlines {
      append(inline, style: style, tags: tags, notes: &notes)
    }
  }

  private mutating func append(
    _ inline: Inline, style: TextStyle, tags: [Tag], notes: inout NoteRegister
  ) {
    switch inline {
    case .text(let text):
      append(text, look: Composition.Look(style: style.character, tags: tags))
    case .emphasis(let emphasis):
      append(
        emphasis.content, style: style.emphasized(leaning(in: style)), tags: tags,
        notes: &notes)
    case .strong(let emphasis):
      append(emphasis.content, style: style.bold(), tags: tags, notes: &notes)
    case .code(let code):
      append(
        code.text,
        look: Composition.Look(
          style: codeStyle(from: style).character, tags: tags + [tag(.code)], isVerbatim: true,
          isAddress: true),
        origin: .init(range: code.range, verbatim: code.text))
    case .link(let link):
      append(link, style: style, tags: tags, notes: &notes)
    case .image(let image):
      // Pictures inside a sentence are set below it; here their words stand in.
      append(image.alternative, style: style, tags: tags, notes: &notes)
    case .span(let span):
      append(span, style: style, tags: tags, notes: &notes)
    case .noteCall(let call):
      if let note = notes.number(forNote: call.label) {
        appendCall(note, style: style, tags: tags, range: call.range)
      } else {
        append(
          "[^\(call.label)]", look: Composition.Look(style: style.character, tags: tags),
          origin: .init(range: call.range))
      }
    case .value(let value):
      append(
        "{{ \(value.name) }}",
        look: Composition.Look(style: style.character, tags: tags, isVerbatim: true),
        origin: .init(range: value.range))
    case .softBreak(let range):
      if let last = letters.last, last.scalar.isIdeographic {
        lineEnds.append(letters.count)
      }
      append(
        " ", look: Composition.Look(style: style.character, tags: tags),
        origin: .init(range: range))
    case .hardBreak(let range):
      append(
        "\u{2028}", look: Composition.Look(style: style.character, tags: tags, isVerbatim: true),
        origin: .init(range: range))
    }
  }

  private mutating func append(
    _ span: Span, style: TextStyle, tags: [Tag], notes: inout NoteRegister
  ) {
    var style = style
    var tags = tags
    if let language = span.attributes.values["lang"] {
      style.language = language
      tags.append(tag(.span, language: language))
    }
    for name in span.attributes.classes { style.apply(class: name) }
    let first = looks.count
    append(span.content, style: style, tags: tags, notes: &notes)
    if let id = span.attributes.id, first < looks.count { looks[first].anchors.append(id) }
    if span.isIndexMark, span.attributes.id == nil, first < looks.count {
      looks[first].anchors.append(span.indexAnchor(prefix: notePrefix))
    }
  }

  private mutating func append(
    _ link: Link, style: TextStyle, tags: [Tag], notes: inout NoteRegister
  ) {
    if link.destination.hasPrefix("#") {
      appendReference(link, style: style, tags: tags, notes: &notes)
      return
    }
    let linkTags = tags + [tag(.externalLink(uri: link.destination))]
    let shown = PrintedAddress(of: link.destination)
    let words = link.content.plainText
    if link.isAutolink || words.isEmpty || PrintedAddress(of: words) == shown {
      append(
        shown.text,
        look: Composition.Look(
          style: style.character, tags: linkTags, isVerbatim: true, isAddress: true),
        origin: .init(range: link.range))
      return
    }
    append(link.content, style: style, tags: linkTags, notes: &notes)
    if linksBecomeNotes {
      let note = notes.number(forAddress: link.destination, range: link.range)
      appendCall(note, style: style, tags: tags, range: link.range)
    } else {
      let plain = Composition.Look(style: style.character, tags: tags)
      append(" (", look: plain, origin: .init(range: link.range))
      append(
        shown.text,
        look: Composition.Look(
          style: style.character, tags: tags + [tag(.externalLink(uri: link.destination))],
          isVerbatim: true, isAddress: true),
        origin: .init(range: link.range))
      append(")", look: plain, origin: .init(range: link.range))
    }
  }

  /// `[](#id)` prints « title », page 12; `[words](#id)` prints words (page 12).
  private mutating func appendReference(
    _ link: Link, style: TextStyle, tags: [Tag], notes: inout NoteRegister
  ) {
    let id = String(link.destination.dropFirst())
    let linkTags = tags + [tag(.internalLink(destination: id))]
    let look = Composition.Look(style: style.character, tags: linkTags)
    let origin = Composition.Origin(range: link.range)
    let labels = language.labels
    // Who named a place that is not there was told so; no page is better than a false one.
    guard references.targets[id] != nil else {
      append(link.content, style: style, tags: tags, notes: &notes)
      if link.content.isEmpty {
        append(id, look: Composition.Look(style: style.character, tags: tags), origin: origin)
      }
      return
    }
    namesPages = true
    let page = BookLanguage.Labels.numbered(
      labels.page, language.digits.written(references.folio(of: id)))
    // The words of the label are short, and looked for on the page.
    var label = look
    label.isUndivided = true
    if link.content.isEmpty {
      let name = references.name(of: id, in: language)
      let isLabel = references.targets[id]?.number != nil
      append(name, look: isLabel ? label : look, origin: origin)
      append(page, look: label, origin: origin)
    } else {
      append(link.content, style: style, tags: linkTags, notes: &notes)
      append(" (\(page))", look: label, origin: origin)
    }
  }

  private mutating func appendCall(
    _ note: (number: Int, call: Int), style: TextStyle, tags: [Tag], range: SourceRange
  ) {
    let name = "\(notePrefix)\(note.number)"
    let isFirst = note.call == 1
    let call = "call-\(name)" + (isFirst ? "" : "-\(note.call)")
    var shown = language.digits.written(note.number)
    // Two calls side by side need a sign between them, or "1" and "2" read as "12".
    let text = looks.last.map { $0.raise > .zero } == true && letters.last != nil
    var callStyle = style.scaled(by: Self.callSize)
    callStyle.isItalic = false
    callStyle.features.append("lnum")
    if let places = references.notes {
      namesPages = true
      shown = language.digits.written(places.number(ofNote: name))
      // Figures of one width: a page's numbers must not move its lines.
      callStyle.features.append("tnum")
      if let folio = places.folio(ofNote: name, calledAt: call) {
        let page = BookLanguage.Labels.numbered(
          language.labels.page, language.digits.written(folio))
        shown += language.labels.comma.replacing(" ", with: "\u{A0}") + page
      }
    }
    var look = Composition.Look(
      style: callStyle.character, raise: style.size * Self.callRaise,
      tags: tags + [
        tag(.reference), tag(.internalLink(destination: name)),
      ], isVerbatim: true)
    if isFirst { look.note = note.number }
    if isFirst || references.notes != nil { look.anchors = [call] }
    append((text ? "," : "") + shown, look: look, origin: .init(range: range))
  }

  /// An element inside the paragraph, the same on all its lines.
  private mutating func tag(_ role: Tag.Role, language: String? = nil) -> Tag {
    tagCount += 1
    return Tag(role, language: language, id: tagCount)
  }

  /// Of the text's size: small enough to be no word, large enough for a bad photocopy.
  private static let callSize = 0.66
  /// Tops of figures stand with the ascenders.
  private static let callRaise = 0.34

  private func codeStyle(from style: TextStyle) -> TextStyle {
    var code = style
    code.family = stylesheet.monoFamily
    // A monospaced face looks larger than a text face of the same size.
    code.size = style.size * 0.84
    code.isItalic = false
    code.features = []
    return code
  }

  /// Text with the addresses in it, which are set letter for letter.
  private mutating func append(_ text: Text, look: Composition.Look) {
    let origin = Composition.Origin(
      range: text.range, verbatim: text.isVerbatim ? text.value : nil)
    guard text.value.utf8.contains(where: { $0 == 0x2E || $0 == 0x40 }) else {
      append(text.value, look: look, origin: origin)
      return
    }
    let scalars = Array(text.value.unicodeScalars)
    var done = 0
    for address in AddressFinder.addresses(in: scalars) {
      append(scalars[done..<address.range.lowerBound], look: look, origin: origin)
      var exact = look
      exact.isVerbatim = true
      exact.isAddress = !address.isBareName
      append(scalars[address.range], look: exact, origin: origin)
      done = address.range.upperBound
    }
    append(scalars[done...], look: look, origin: origin)
  }

  mutating func append(_ text: String, look: Composition.Look, origin: Composition.Origin) {
    append(text.unicodeScalars, look: look, origin: origin)
  }

  private mutating func append(
    _ text: some Collection<Unicode.Scalar>, look: Composition.Look, origin: Composition.Origin
  ) {
    guard !text.isEmpty else { return }
    let segment = Int32(looks.count)
    looks.append(look)
    origins.append(origin)
    for scalar in text {
      letters.append(Letter(scalar: scalar, segment: segment))
      content.formUnion(.of(scalar))
    }
  }
}
