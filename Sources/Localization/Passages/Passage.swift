package import Diagnostics
package import Markdown

/// The smallest piece of text that is translated, and that can be fresh or stale by itself: a heading,
/// a paragraph, the words of a table's cell, a caption, a term.
package struct Passage: Hashable, Sendable {
  /// Translations have passages of the same kinds in the same order.
  package enum Kind: String, Hashable, Sendable {
    case heading, paragraph, item, cell, caption, image, term, definition, calloutTitle, note, quote
  }

  package var kind: Kind
  /// The chapter's file name without its ending, and the identifier of the heading it stands under.
  package var place: Place
  /// As Markdown, in one line but for forced line ends.
  package var text: String
  /// Of its words alone: no marker, no attributes. A figure's caption has the figure's.
  package var range: SourceRange
  /// Below a heading or in a block marked `{.critical}`, or in a note called from there: it may not be printed
  /// stale.
  package var isCritical: Bool
  /// The identifier of its own block, where it has one.
  package var id: String?

  package init(
    kind: Kind, place: Place, text: String, range: SourceRange, isCritical: Bool = false,
    id: String? = nil
  ) {
    self.kind = kind
    self.place = place
    self.text = text
    self.range = range
    self.isCritical = isCritical
    self.id = id
  }

  /// Where a passage stands, whatever its words: `03-cartographier#osm`.
  package struct Place: Hashable, Sendable, CustomStringConvertible {
    package var chapter: String
    package var section: String

    package init(chapter: String, section: String) {
      self.chapter = chapter
      self.section = section
    }

    package var description: String { section.isEmpty ? chapter : "\(chapter)#\(section)" }
  }
}

extension Chapter {
  /// Its passages in the order of the text, then those of its notes.
  ///
  /// - Parameter name: the file's name without its ending.
  package func passages(named name: String) -> [Passage] {
    var walk = PassageWalk(chapter: name)
    walk.read(blocks, as: .paragraph)
    walk.endSection()
    for note in notes { walk.readNote(note) }
    return walk.passages
  }
}

/// Goes through a chapter and keeps what is to be translated. Code, rules and bare addresses of
/// values are not.
private struct PassageWalk {
  var passages: [Passage] = []
  private var place: Passage.Place
  /// The levels of the headings marked critical under which we are.
  private var criticalLevel: Int?
  private var isInCriticalBlock = false
  /// The notes that critical passages call: they belong to them.
  private var criticalNotes: Set<String> = []

  init(chapter: String) {
    place = Passage.Place(chapter: chapter, section: "")
  }

  mutating func read(_ blocks: [Block], as kind: Passage.Kind) {
    for block in blocks { read(block, as: kind) }
  }

  mutating func endSection() {
    criticalLevel = nil
  }

  mutating func readNote(_ note: NoteDefinition) {
    place.section = "^\(note.label)"
    isInCriticalBlock = criticalNotes.contains(note.label)
    read(note.blocks, as: .note)
  }

  private mutating func read(_ block: Block, as kind: Passage.Kind) {
    switch block {
    case .heading(let heading):
      if let level = criticalLevel, heading.level <= level { criticalLevel = nil }
      if criticalLevel == nil, heading.attributes.isCritical { criticalLevel = heading.level }
      if let id = heading.attributes.id { place.section = id }
      add(.heading, heading.content, heading.range, id: heading.attributes.id)
    case .paragraph(let paragraph):
      guard let figure = paragraph.figure else {
        return add(kind, paragraph.content, paragraph.range)
      }
      within(figure.attributes) {
        $0.add(.image, figure.alternative, figure.range, id: figure.attributes.id)
        if let title = figure.title {
          $0.add(
            .caption, [.text(Text(value: title, range: figure.range, isVerbatim: false))],
            figure.range)
        }
      }
    case .quote(let quote):
      read(quote.blocks, as: .quote)
    case .list(let list):
      for item in list.items { read(item.blocks, as: .item) }
    case .callout(let callout):
      within(callout.attributes) {
        $0.add(.calloutTitle, callout.title, callout.range, id: callout.attributes.id)
        $0.read(callout.blocks, as: .paragraph)
      }
    case .table(let table):
      within(table.attributes) {
        for cell in table.head + table.rows.joined() { $0.add(.cell, cell.content, cell.range) }
        if let caption = table.caption {
          $0.add(.caption, caption.content, caption.range, id: caption.attributes.id)
        }
      }
    case .definitions(let list):
      for entry in list.entries {
        add(.term, entry.term.content, entry.term.range, id: entry.term.attributes.id)
        for definition in entry.definitions { read(definition.blocks, as: .definition) }
      }
    case .code, .thematicBreak:
      break
    }
  }

  private mutating func within(_ attributes: Attributes, _ body: (inout PassageWalk) -> Void) {
    let outside = isInCriticalBlock
    isInCriticalBlock = outside || attributes.isCritical
    body(&self)
    isInCriticalBlock = outside
  }

  private mutating func add(
    _ kind: Passage.Kind, _ content: [Inline], _ range: SourceRange, id: String? = nil
  ) {
    let text = content.markdown
    let words = content.first.map { $0.range.lowerBound..<(content.last ?? $0).range.upperBound }
    guard content.contains(where: \.hasWords), !text.isEmpty else { return }
    let isCritical = isInCriticalBlock || criticalLevel != nil
    if isCritical { criticalNotes.formUnion(content.flatMap(\.noteLabels)) }
    passages.append(
      Passage(
        kind: kind, place: place, text: text, range: words ?? range, isCritical: isCritical, id: id)
    )
  }
}

extension Attributes {
  fileprivate var isCritical: Bool { classes.contains("critical") }
}

extension Inline {
  fileprivate var noteLabels: [String] {
    if case .noteCall(let call) = self { return [call.label] }
    return children.flatMap(\.noteLabels)
  }

  /// Whether there is anything for a translator to say otherwise: values, notes' numbers, bare
  /// addresses and breaks are the same in every language.
  fileprivate var hasWords: Bool {
    switch self {
    case .text(let text): text.value.unicodeScalars.contains { $0.properties.isAlphabetic }
    case .link(let link): !link.isAutolink && link.content.contains(where: \.hasWords)
    case .emphasis, .strong, .span, .image: children.contains(where: \.hasWords)
    case .code, .noteCall, .value, .softBreak, .hardBreak: false
    }
  }
}
