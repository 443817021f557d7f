import Markdown
import Typesetting

/// The letters that a chapter must show, told from the manuscript alone: what the typesetter
/// made of it is not asked, but for the pages that cross-references name.
struct ExpectedLetters {
  let language: BookLanguage
  /// By id: title and folio.
  let references: [String: (title: String, folio: String)]
  /// Those that are in the book.
  let pictures: Set<String>
  private(set) var text = ""
  /// Those of captions, which move with their figures.
  private(set) var captions = ""
  /// In the order of their first call; footnotes by label, addresses by "<uri".
  private(set) var calls: [String] = []
  private var known: Set<String> = []
  private let chapter: Chapter
  /// How many captions have come.
  private var figures = 0
  private var tables = 0

  init(of proof: Proof, chapter index: Int) {
    let copy = proof.copy
    language = copy.language
    var references: [String: (title: String, folio: String)] = [:]
    for chapter in copy.manuscript.chapters {
      for block in chapter.blocks {
        let target: (id: String?, title: String)? =
          switch block {
          case .heading(let heading): (heading.attributes.id, heading.content.plainText)
          case .paragraph(let paragraph):
            paragraph.figure.map { ($0.attributes.id, $0.title ?? $0.alternative.plainText) }
          default: nil
          }
        guard let target, let id = target.id else { continue }
        references[id] = (target.title, proof.pages.folio(of: id) ?? "?")
      }
    }
    self.references = references
    pictures = Set(copy.pictureIDs.keys)
    chapter = copy.manuscript.chapters[index]
    for former in copy.manuscript.chapters[..<index] {
      add(former.blocks)
      for note in former.notes { add(note.blocks) }
    }
    calls = []
    known = []
    captions = ""
    text = "\(language.labels.chapter) \(copy.chapterMatter[index].number)"
    add(chapter.blocks)
  }

  /// The letters of the notes, each after its number.
  var notes: String {
    let definitions = Dictionary(
      chapter.notes.map { ($0.label, $0.blocks) }, uniquingKeysWith: { first, _ in first })
    return calls.enumerated().map { index, call in
      if call.hasPrefix("<") { return "\(index + 1)." + Self.printed(String(call.dropFirst())) }
      var note = self
      note.text = ""
      note.calls = []
      note.known = []
      note.add(definitions[call] ?? [])
      return "\(index + 1)." + note.text
    }.joined()
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading): add(heading.content)
      case .paragraph(let paragraph):
        if let image = paragraph.figure, pictures.contains(image.source) {
          add(captionOf: image)
        } else {
          add(paragraph.content)
          for case .image(let image) in paragraph.content { add(captionOf: image) }
        }
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
        if let caption = table.caption {
          tables += 1
          let before = text
          text = ""
          add(caption.content)
          captions += "\(language.tag == "fr" ? "Tableau" : "Table")\(tables)–\(text)"
          text = before
        }
        for cell in table.head + table.rows.joined() { add(cell.content) }
      case .definitions(let list):
        for entry in list.entries {
          // Terms are labels, which are held against nothing here.
          for definition in entry.definitions { add(definition.blocks) }
        }
      }
    }
  }

  private mutating func add(captionOf image: Image) {
    guard let title = image.title, pictures.contains(image.source) else { return }
    figures += 1
    captions += "Fig.\(figures)–\(title)"
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
    if known.insert(key).inserted { calls.append(key) }
  }

  private mutating func add(_ link: Link) {
    let labels = language.labels
    if link.destination.hasPrefix("#") {
      let id = String(link.destination.dropFirst())
      add(link.content)
      if let target = references[id] {
        text +=
          link.content.isEmpty
          ? "\(labels.openQuote)\(target.title)\(labels.closeQuote), \(labels.page) \(target.folio)"
          : "(\(labels.page) \(target.folio))"
      } else if link.content.isEmpty {
        text += id
      }
    } else if link.isAutolink || link.content.isEmpty {
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
