internal import Diagnostics
internal import Geometry
package import Markdown

extension GalleyBuilder {
  /// A chapter from its opening to its last block. Its first heading of level 1 is its title.
  mutating func setChapter(_ chapter: Chapter, matter: ChapterMatter) {
    var blocks = chapter.blocks
    let title = chapter.titleHeading
    if let title, case .heading(let first)? = blocks.first, first == title { blocks.removeFirst() }
    setOpening(
      title ?? Heading(level: 1, content: [], range: .nowhere), matter: matter,
      anchor: matter.anchor)
    let place = Place(
      indent: .zero, measure: desk.design.format.measure, style: desk.text)
    setChapterBlocks(blocks, in: place)
  }
}

extension Chapter {
  /// The chapter's title, if it begins with one.
  package var titleHeading: Heading? {
    guard case .heading(let heading)? = blocks.first, heading.level == 1 else { return nil }
    return heading
  }

  /// Without emphasis, as running heads and outlines show it.
  package var title: String { titleHeading?.content.plainText ?? "" }
}

extension ChapterMatter {
  /// The anchor of the chapter's first page, whatever id its title has.
  var anchor: String { "chapter-\(number)" }
}

extension Copy {
  /// What cross-references print for each id.
  var titles: [String: CrossReferences.Target] {
    var targets: [String: CrossReferences.Target] = [:]
    let captions = CaptionNumbers(of: self)
    func name(_ attributes: Attributes, _ title: String) {
      if let id = attributes.id { targets[id] = .init(title: title) }
    }
    func name(_ attributes: Attributes, _ number: CrossReferences.Number) {
      guard let id = attributes.id else { return }
      targets[id] = .init(number: number)
    }
    for (chapter, matter) in zip(manuscript.chapters, chapterMatter) {
      targets[matter.anchor] = .init(title: title(of: chapter))
      chapter.visit(
        block: { block in
          switch block {
          case .heading(let heading): name(heading.attributes, words(heading.content))
          case .callout(let callout):
            let label = language.labels.callouts[callout.kind] ?? callout.kind
            name(callout.attributes, callout.title.isEmpty ? label : words(callout.title))
          case .table(let table):
            if let number = captions.number(at: table.range, in: chapter.file) {
              name(table.attributes, .table(number))
            } else {
              name(table.attributes, "")
            }
          case .definitions(let list):
            for entry in list.entries {
              name(entry.term.attributes, words(entry.term.content))
            }
          case .paragraph, .quote, .list, .code, .thematicBreak: break
          }
        },
        inline: { inline in
          switch inline {
          case .image(let image):
            if let number = captions.number(at: image.range, in: chapter.file) {
              name(image.attributes, .figure(number))
            } else {
              name(image.attributes, image.title ?? image.alternative.plainText)
            }
          case .span(let span): name(span.attributes, words([inline]))
          default: break
          }
        })
    }
    for entry in contents(depth: 6) where targets[entry.destination] == nil {
      targets[entry.destination] = .init(title: entry.title)
    }
    return targets
  }

  /// The headings of the contents, down to a level. A section without an id has no anchor of the
  /// author's; the setting of headings gives it one by its place.
  func contents(depth: Int) -> [ContentsEntry] {
    var entries: [ContentsEntry] = []
    for (chapter, matter) in zip(manuscript.chapters, chapterMatter) {
      entries.append(
        ContentsEntry(
          level: 1, number: String(matter.number), title: title(of: chapter),
          destination: matter.anchor))
      let blocks = chapter.blocks.dropFirst(chapter.titleHeading == nil ? 0 : 1)
      for case .heading(let heading) in blocks where heading.level <= depth {
        entries.append(
          ContentsEntry(
            level: heading.level, number: "", title: words(heading.content),
            destination: heading.anchor(inChapter: matter.number)))
      }
    }
    return entries
  }

  func outline(_ design: Design) -> [OutlineEntry] {
    var outline: [OutlineEntry] = []
    for entry in contents(depth: max(2, design.contentsDepth)) {
      if entry.level == 1 {
        outline.append(
          OutlineEntry(
            title: entry.number.isEmpty ? entry.title : "\(entry.number). \(entry.title)",
            destination: entry.destination))
      } else if entry.level == 2, !outline.isEmpty {
        outline[outline.count - 1].children.append(
          OutlineEntry(title: entry.title, destination: entry.destination))
      }
    }
    return outline
  }
}

extension Heading {
  /// Its id, or a name made from its place in the source.
  func anchor(inChapter number: Int) -> String {
    attributes.id ?? "section-\(number)-\(range.lowerBound.line)"
  }
}
