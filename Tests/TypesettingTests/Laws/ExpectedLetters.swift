import Markdown
import Typesetting

/// The letters that a chapter must show, told from the manuscript alone: what the typesetter
/// made of it is not asked, but for the pages that cross-references name.
struct ExpectedLetters {
  let language: BookLanguage
  /// By id: title and folio.
  let references: [String: (title: String, folio: String)]
  private(set) var text = ""
  /// In the order of their first call; footnotes by label, addresses by "<uri".
  private(set) var calls: [String] = []

  init(of proof: Proof, chapter index: Int) {
    let copy = proof.copy
    language = copy.language
    var references: [String: (title: String, folio: String)] = [:]
    for chapter in copy.manuscript.chapters {
      for case .heading(let heading) in chapter.blocks {
        guard let id = heading.attributes.id else { continue }
        references[id] = (heading.content.plainText, proof.pages.folio(of: id) ?? "?")
      }
    }
    self.references = references
    let chapter = copy.manuscript.chapters[index]
    text = "\(language.labels.chapter) \(copy.chapterMatter[index].number)"
    add(chapter.blocks)
  }

  /// The letters of one note.
  static func ofNote(_ call: String, in proof: Proof, chapter index: Int) -> String {
    if call.hasPrefix("<") { return printed(String(call.dropFirst())) }
    var letters = ExpectedLetters(of: proof, chapter: index)
    letters.text = ""
    let definition = proof.copy.manuscript.chapters[index].notes.first { $0.label == call }
    letters.add(definition?.blocks ?? [])
    return letters.text
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): add(heading.content)
      case .paragraph(let paragraph): add(paragraph.content)
      case .quote(let quote): add(quote.blocks)
      case .list(let list): for item in list.items { add(item.blocks) }
      case .code(let code): text += code.text
      case .thematicBreak: text += "* * *"
      case .callout(let callout):
        text += language.labels.callouts[callout.kind] ?? callout.kind
        if !callout.title.isEmpty { text += ":" }
        add(callout.title)
        add(callout.blocks)
      case .table(let table):
        for cell in table.head + table.rows.joined() { add(cell.content) }
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text(let word): text += word.value
      case .emphasis(let emphasis), .strong(let emphasis): add(emphasis.content)
      case .code(let code): text += code.text
      case .link(let link): add(link)
      case .image(let image): add(image.alternative)
      case .span(let span): add(span.content)
      case .noteCall(let call): note(call.label)
      case .value(let value): text += "{{\(value.name)}}"
      case .softBreak, .hardBreak: break
      }
    }
  }

  private mutating func note(_ key: String) {
    if !calls.contains(key) { calls.append(key) }
  }

  private mutating func add(_ link: Link) {
    let labels = language.labels
    if link.destination.hasPrefix("#") {
      let target = references[String(link.destination.dropFirst())]
      if link.content.isEmpty {
        text += labels.openQuote + (target?.title ?? "?") + labels.closeQuote
        text += ", \(labels.page) \(target?.folio ?? "?")"
      } else {
        add(link.content)
        text += "(\(labels.page) \(target?.folio ?? "?"))"
      }
    } else if link.isAutolink {
      text += Self.printed(link.destination)
    } else {
      add(link.content)
      note("<" + link.destination)
    }
  }

  private static func printed(_ uri: String) -> String {
    String(uri.dropFirst(uri.hasPrefix("https://") ? 8 : 0))
  }
}
