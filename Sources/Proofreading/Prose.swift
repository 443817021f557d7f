internal import Diagnostics
internal import Markdown

/// The words of one paragraph, title or cell as they are read: marks of emphasis gone, each letter
/// with its place in the source. What is no prose, such as code, stands as one strange letter.
struct Prose {
  struct Letter: Hashable {
    var scalar: Unicode.Scalar
    var start: SourceLocation
    var end: SourceLocation
    /// The source has this very letter there, so that it may be mended; not so for an entity, an
    /// escape or the value of a name.
    var isWritten: Bool
  }

  /// Stands for code, pictures, calls of notes, addresses between angles.
  static let object: Unicode.Scalar = "\u{FFFC}"

  let file: String
  /// The tag of the language in which it is written.
  let language: String
  private(set) var letters: [Letter] = []

  /// `fr` for `fr-CA`.
  var primaryLanguage: Substring { language.prefix { $0 != "-" } }

  init(_ inlines: [Inline], file: String, language: String, foreign: inout [Prose]) {
    self.file = file
    self.language = language
    append(inlines, foreign: &foreign)
  }

  private mutating func append(_ inlines: [Inline], foreign: inout [Prose]) {
    for inline in inlines {
      switch inline {
      case .text(let text): append(text)
      case .emphasis(let emphasis), .strong(let emphasis):
        append(emphasis.content, foreign: &foreign)
      case .link(let link) where !link.isAutolink && !link.content.isBlank:
        append(link.content, foreign: &foreign)
      case .span(let span):
        if let other = span.attributes.values["lang"], other != language {
          foreign.append(
            Prose(span.content, file: file, language: other, foreign: &foreign))
          append(Self.object, in: span.range)
        } else {
          append(span.content, foreign: &foreign)
        }
      case .softBreak(let range): append(" ", in: range)
      case .hardBreak(let range): append("\n", in: range)
      case .link, .code, .image, .noteCall, .value: append(Self.object, in: inline.range)
      }
    }
  }

  private mutating func append(_ text: Text) {
    var place = text.range.lowerBound
    for scalar in text.value.unicodeScalars {
      if text.isVerbatim {
        let start = place
        place.column += 1
        letters.append(Letter(scalar: scalar, start: start, end: place, isWritten: true))
      } else {
        append(scalar, in: text.range)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, in range: SourceRange) {
    letters.append(
      Letter(
        scalar: scalar, start: range.lowerBound, end: range.upperBound, isWritten: false))
  }

  func range(_ indices: Range<Int>) -> SourceRange {
    letters[indices.lowerBound].start..<letters[indices.upperBound - 1].end
  }

  func text(_ indices: Range<Int>) -> String {
    String(String.UnicodeScalarView(letters[indices].lazy.map(\.scalar)))
  }

  /// Nothing of the source between these letters is left out, such as a mark of emphasis, and
  /// what their edges bear is theirs: they may be taken away.
  func isWhole(_ indices: Range<Int>) -> Bool {
    guard let first = indices.first, let last = indices.last else { return false }
    return letters[first].isWritten && letters[last].isWritten
      && zip(indices, indices.dropFirst()).allSatisfy { letters[$0].end == letters[$1].start }
  }
}

extension Chapter {
  /// All that is read in the chapter, in its order, then its notes: cut where a heading or a note
  /// begins, for what a writer opens before there should be closed.
  func sections(language: String) -> [[Prose]] {
    var sections: [[Prose]] = [[]]
    func read(_ inlines: [Inline]) {
      guard !inlines.isEmpty else { return }
      var foreign: [Prose] = []
      let prose = Prose(inlines, file: file, language: language, foreign: &foreign)
      sections[sections.count - 1] += [prose] + foreign
    }
    func read(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(let heading):
          sections.append([])
          read(heading.content)
          sections.append([])
        case .paragraph(let paragraph): read(paragraph.content)
        case .callout(let callout):
          read(callout.title)
          read(callout.blocks)
        case .quote(let quote): read(quote.blocks)
        case .list(let list): for item in list.items { read(item.blocks) }
        case .table(let table):
          if let caption = table.caption { read(caption.content) }
          for cell in table.head + table.rows.joined() { read(cell.content) }
        case .definitions(let list):
          for entry in list.entries {
            read(entry.term.content)
            for definition in entry.definitions { read(definition.blocks) }
          }
        case .code, .thematicBreak: break
        }
      }
    }
    read(blocks)
    for note in notes {
      sections.append([])
      read(note.blocks)
    }
    return sections
  }
}

extension Unicode.Scalar {
  /// Spaces that people type between words, ends of lines too.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0xA0, 0x202F, 0x2002...0x200A, 0x205F: true
    default: false
    }
  }

  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  var isLetter: Bool {
    value < 0x80 ? value | 0x20 >= 0x61 && value | 0x20 <= 0x7A : properties.isAlphabetic
  }

  var isLowercase: Bool { properties.isLowercase }
  var isUppercase: Bool { properties.isUppercase }
}
