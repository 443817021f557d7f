internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// Sets what is wholly in another language as a book in that language has it: its labels and numerals,
  /// and where it runs the other way its sides too. Nil, or a language that nobody described: as all
  /// else.
  mutating func speaking(
    _ tag: String?, in place: Place, _ set: (inout GalleyBuilder, Place) -> Void
  ) {
    guard let tag, tag != desk.language.tag, let language = desk.otherLanguages[tag] else {
      return set(&self, place)
    }
    let (own, start) = (desk, items.count)
    desk = desk.speaking(language)
    var inner = place
    inner.style.language = tag
    set(&self, inner)
    desk = own
    guard language.direction != desk.language.direction else { return }
    // Whoever set it began lines on the left, as pages do before they are mirrored.
    let sides = place.indent * 2 + place.measure
    for index in items[start...].indices {
      guard case .box(var box) = items[index] else { continue }
      box.material.mirror(within: sides, except: place.decorations)
      items[index] = .box(box)
    }
  }

  /// The same for what has signs beside its blocks, a note its number and a box its bar: where all that
  /// is in it runs the other way, they change sides with it. Else each block speaks for itself.
  mutating func turning(
    _ blocks: [Block], title: [Inline] = [], in place: Place,
    _ set: (inout GalleyBuilder, Place) -> Void
  ) {
    let languages = (title.isEmpty ? [] : [title.soleLanguage]) + blocks.flatMap(\.languages)
    guard let tag = Block.shared(languages), let language = desk.otherLanguages[tag],
      language.direction != desk.language.direction
    else { return set(&self, place) }
    speaking(tag, in: place, set)
  }
}

extension Desk {
  fileprivate func speaking(_ language: BookLanguage) -> Desk {
    var desk = self
    desk.otherLanguages[self.language.tag] = self.language
    desk.language = language
    desk.isTurned = isTurned != (language.direction != self.language.direction)
    desk.setter = setter.facing(language.direction)
    return desk
  }
}

extension Strip {
  /// - Parameter around: what the strip stands in and was not set with it, which stays.
  fileprivate mutating func mirror(within width: Length, except around: [Decoration]) {
    marks = marks.map { $0.mirrored(within: width) }
    decorations = decorations.map { around.contains($0) ? $0 : $0.mirrored(within: width) }
    for index in repeatedHead.indices {
      repeatedHead[index].mirror(within: width, except: around)
    }
  }
}

extension Decoration {
  fileprivate func mirrored(within width: Length) -> Decoration {
    var decoration = self
    let own =
      switch kind {
      case .bar(let thickness): thickness
      case .frame: self.width
      }
    decoration.x = width - x - own
    return decoration
  }
}

extension Block {
  /// The language that all its words are marked as.
  var soleLanguage: String? {
    switch self {
    case .heading(let heading): heading.content.soleLanguage
    case .paragraph(let paragraph): paragraph.content.soleLanguage
    case .list(let list): Self.shared(list.items.flatMap(\.blocks).map(\.soleLanguage))
    case .table(let table):
      Self.shared(
        ([table.head] + table.rows).flatMap { $0 }.map(\.content).filter { !$0.isEmpty }
          .map(\.soleLanguage) + [table.caption].compactMap { $0?.content.soleLanguage })
    case .definitions(let list):
      Self.shared(
        list.entries.map(\.term.content.soleLanguage)
          + list.entries.flatMap(\.definitions).flatMap(\.blocks).map(\.soleLanguage))
    // What is drawn beside a box keeps its side; the blocks inside speak for themselves.
    case .callout, .quote, .code, .thematicBreak: nil
    }
  }

  /// Of each part that has words.
  fileprivate var languages: [String?] {
    switch self {
    case .callout(let callout):
      (callout.title.isEmpty ? [] : [callout.title.soleLanguage])
        + callout.blocks.flatMap(\.languages)
    case .quote(let quote): quote.blocks.flatMap(\.languages)
    case .code, .thematicBreak: []
    case .heading, .paragraph, .list, .table, .definitions: [soleLanguage]
    }
  }

  fileprivate static func shared(_ languages: [String?]) -> String? {
    guard let first = languages.first, languages.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension Callout {
  /// Of its title; where it has none, of what stands in it.
  var titleLanguage: String? {
    title.isEmpty ? Block.shared(blocks.map(\.soleLanguage)) : title.soleLanguage
  }
}

extension [Inline] {
  /// The language of the one span that holds all of it, or of a figure's caption.
  var soleLanguage: String? {
    guard count == 1 else { return nil }
    switch self[0] {
    case .span(let span): return span.attributes.values["lang"]
    case .image(let image): return image.attributes.values["lang"]
    default: return nil
    }
  }
}
