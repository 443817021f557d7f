internal import Diagnostics
internal import Markdown

/// A chapter's parts, one within the other, with the words of each. Words that are put into a file may
/// change nothing else: the outline before, with the new words in it, is the outline after.
struct Outline {
  struct Part {
    enum Kind: Hashable {
      case chapter, heading, paragraph, figure, alternative, caption, quote, list, item, code, rule
      case callout, title, table, row, cell, definitions, entry, term, definition, note
    }

    var kind: Kind
    /// What every language has alike: levels, identifiers, classes, addresses of pictures, labels.
    var signs = ""
    /// Of its own; empty where it has none.
    var words = NormalForm(of: "")
    var range: SourceRange
    /// As its passage has it: of the words alone, and for a figure's caption the figure's.
    var place: SourceRange?
    var parts: [Part] = []
    /// Its number in the order of the text.
    var index = 0

    /// The number of the last part within it.
    var lastIndex: Int { parts.last?.lastIndex ?? index }
  }

  /// A part without what is in it.
  struct Line: Hashable {
    var depth: Int
    var kind: Part.Kind
    var signs: String
    var words: NormalForm
  }

  /// What passages are found by: a figure and its caption begin at the same place.
  struct Place: Hashable {
    var range: SourceRange
    var isCaption: Bool

    init(_ passage: Passage) { (range, isCaption) = (passage.range, passage.kind == .caption) }

    fileprivate init(_ range: SourceRange, isCaption: Bool) {
      (self.range, self.isCaption) = (range, isCaption)
    }
  }

  /// The text; its children are the blocks.
  private(set) var text: Part
  private(set) var notes: [Part]
  private(set) var lines: [Line] = []
  private(set) var indices: [Place: Int] = [:]

  init(of chapter: Chapter) {
    let start = SourceLocation.start
    text = Part(kind: .chapter, range: start..<start, parts: chapter.blocks.map { Part($0) })
    notes = chapter.notes.map { note in
      Part(
        kind: .note, signs: note.label, range: note.range, parts: note.blocks.map { Part($0) })
    }
    text = numbered(text, depth: 0)
    notes = notes.map { numbered($0, depth: 1) }
  }

  private mutating func numbered(_ part: Part, depth: Int) -> Part {
    var part = part
    part.index = lines.count
    lines.append(Line(depth: depth, kind: part.kind, signs: part.signs, words: part.words))
    if let place = part.place {
      indices[Place(place, isCaption: part.kind == .caption)] = part.index
    }
    part.parts = part.parts.map { numbered($0, depth: depth + 1) }
    return part
  }
}

extension Outline.Part {
  fileprivate init(_ block: Block) {
    switch block {
    case .heading(let heading):
      self.init(
        kind: .heading, signs: "\(heading.level) \(heading.attributes.signs)",
        content: heading.content, range: heading.range)
    case .paragraph(let paragraph):
      guard let figure = paragraph.figure else {
        self.init(kind: .paragraph, content: paragraph.content, range: paragraph.range)
        return
      }
      self.init(
        kind: .figure, signs: "\(figure.source) \(figure.attributes.signs)", range: figure.range,
        parts: [
          Self(kind: .alternative, content: figure.alternative, range: figure.range),
          Self(
            kind: .caption, words: NormalForm(of: figure.title.map(plainText) ?? ""),
            range: figure.range, place: figure.range),
        ])
    case .quote(let quote):
      self.init(kind: .quote, range: quote.range, parts: quote.blocks.map { Self($0) })
    case .list(let list):
      self.init(
        kind: .list, signs: list.marker == .bullet ? "-" : "1.", range: list.range,
        parts: list.items.map { item in
          Self(
            kind: .item, signs: item.task == nil ? "" : "[ ]", range: item.range,
            parts: item.blocks.map { Self($0) })
        })
    case .callout(let callout):
      self.init(
        kind: .callout, signs: "\(callout.kind) \(callout.attributes.signs)", range: callout.range,
        parts: [Self(kind: .title, content: callout.title, range: callout.range.start)]
          + callout.blocks.map { Self($0) })
    case .table(let table):
      // A row's range is that of its cells' words: from the table's edge, it is the line's.
      let rows = ([table.head] + table.rows).filter { !$0.isEmpty }.map { cells in
        Self(
          kind: .row,
          range: SourceLocation(
            line: cells[0].range.lowerBound.line, column: table.range.lowerBound.column)..<cells[
              cells.count - 1
            ].range.upperBound,
          parts: cells.map { Self(kind: .cell, content: $0.content, range: $0.range) })
      }
      let caption = Self(
        kind: .caption, signs: table.attributes.signs, content: table.caption?.content ?? [],
        range: table.caption?.range ?? table.range.start)
      self.init(kind: .table, range: table.range, parts: rows + [caption])
    case .definitions(let list):
      self.init(
        kind: .definitions, range: list.range,
        parts: list.entries.map { entry in
          let term = Self(
            kind: .term, signs: entry.term.attributes.signs, content: entry.term.content,
            range: entry.term.range)
          return Self(
            kind: .entry, range: entry.range,
            parts: [term]
              + entry.definitions.map { definition in
                Self(
                  kind: .definition, range: definition.range,
                  parts: definition.blocks.map { Self($0) })
              })
        })
    case .code(let code):
      self.init(kind: .code, signs: "\(code.info)\n\(code.text)", range: code.range)
    case .thematicBreak(let rule):
      self.init(kind: .rule, range: rule.range)
    }
  }

  private init(kind: Kind, signs: String = "", content: [Inline], range: SourceRange) {
    self.init(
      kind: kind, signs: signs, words: NormalForm(of: content.markdown), range: range,
      place: content.first.map {
        $0.range.lowerBound..<(content.last ?? $0).range.upperBound
      })
  }
}

extension SourceRange {
  /// Where it begins, with nothing in it.
  fileprivate var start: SourceRange { lowerBound..<lowerBound }
}

/// A title's words, which have no markup, as a passage has them.
private func plainText(_ title: String) -> String {
  let start = SourceLocation.start
  return [Inline.text(Text(value: title, range: start..<start, isVerbatim: false))].markdown
}

extension Attributes {
  fileprivate var signs: String {
    ((id.map { ["#\($0)"] } ?? []) + classes.map { ".\($0)" }
      + values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }).joined(separator: " ")
  }
}
