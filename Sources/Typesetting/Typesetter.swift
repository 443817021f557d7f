// Turns a manuscript into lines, galleys and pages.
//
//   Copy ──galley──▶ Galley (strips) ──divide──▶ strips by page ──assemble──▶ [Page]
//
// Lines are chosen by total fit, pages too. Nothing here opens a file or knows a font: glyphs
// come from a Shaper, and pages are lists of marks that any back-end can draw.

package import Diagnostics
internal import Geometry
internal import Markdown

package struct Typesetter {
  package let design: Design
  package let shaper: any Shaper

  package init(design: Design, shaper: any Shaper) {
    self.design = design
    self.shaper = shaper
  }

  /// Cross-references may move lines, and moved lines may change pages; this many rounds settle
  /// any book that settles at all.
  private static var mostRounds: Int { 5 }

  /// The finished pages of the book, cover and back cover included, and its outline.
  package func pages(of copy: Copy, reporting diagnostics: inout [Diagnostic]) -> TypesetBook {
    let setter = ParagraphSetter(shaper: shaper)
    let standing = StandingType()
    let captions = CaptionNumbers(of: copy)
    let index = BookIndex(of: copy)
    var references = CrossReferences(
      targets: copy.titles.merging(index.targets) { title, _ in title },
      notes: design.notes.isNumberedByPage ? NotePlaces() : nil)
    var round = 0
    while true {
      round += 1
      var found: [Diagnostic] = []
      let desk = Desk(
        design: design, setter: setter, standing: standing, language: copy.language,
        references: references, captions: captions, index: index,
        pictures: copy.pictures, pictureIDs: copy.pictureIDs)
      let galley = galley(of: copy, at: desk, reporting: &found)
      let division = divide(galley, at: desk, reporting: &found)
      var settled = references
      settled.setFolios(of: galley, division: division)
      if settled == references || round == Self.mostRounds {
        found += findings(around: copy, at: desk) + index.findings(settled)
        diagnostics += found.withoutRepeats
        return TypesetBook(
          pages: assemble(galley, division, copy: copy, at: desk), outline: copy.outline(design))
      }
      references = settled
    }
  }

  /// What of the words around the chapters cannot be printed.
  private func findings(around copy: Copy, at desk: Desk) -> [Diagnostic] {
    var findings = TitlePages(desk: desk, matter: copy.titleMatter).findings()
    let furniture = desk.style(design.stylesheet.headingFace(weight: 600), size: .points(8))
    for (chapter, matter) in zip(copy.manuscript.chapters, copy.chapterMatter) {
      guard let title = matter.shortTitle else { continue }
      var builder = GalleyBuilder(desk: desk, file: chapter.file, number: 0, notes: [])
      builder.check(title, in: furniture, at: matter.shortTitlePlace)
      findings += builder.diagnostics
    }
    return findings
  }

  // MARK: Copy to galley

  private func galley(
    of copy: Copy, at desk: Desk, reporting diagnostics: inout [Diagnostic]
  ) -> Galley {
    var contents = GalleyBuilder(desk: desk, file: "", number: 0, notes: [])
    contents.setContents(copy.contents(depth: design.contentsDepth))
    var sections = [
      Galley.Section(
        kind: .frontMatter, runningTitle: desk.language.labels.contents, items: contents.items,
        notes: [], opensOnRecto: design.chaptersOpenOnRecto, file: "")
    ]
    for (chapter, matter) in zip(copy.manuscript.chapters, copy.chapterMatter) {
      var builder = GalleyBuilder(
        desk: desk, file: chapter.file, number: matter.number, notes: chapter.notes)
      builder.setChapter(chapter, matter: matter)
      let notes = builder.setNotes()
      diagnostics += builder.diagnostics
      sections.append(
        Galley.Section(
          kind: .body, runningTitle: matter.shortTitle ?? chapter.title, items: builder.items,
          notes: notes, opensOnRecto: design.chaptersOpenOnRecto, file: chapter.file))
    }
    return Galley(sections: sections)
  }

  // MARK: Galley to pages

  /// Which strips stand on which page.
  struct Division {
    struct Leaf {
      var number: Int
      /// Nil for a blank page.
      var content: (section: Int, items: Range<Int>, isFirst: Bool)?
    }
    var leaves: [Leaf] = []
  }

  /// The cover and the colophon come first.
  private static var firstNumber: Int { 3 }

  private func divide(
    _ galley: Galley, at desk: Desk, reporting diagnostics: inout [Diagnostic]
  ) -> Division {
    var division = Division()
    var number = Self.firstNumber
    for (index, section) in galley.sections.enumerated() {
      let breaker = PageBreaker(
        section.items, notes: section.notes.map(\.height), linesPerPage: desk.linesPerPage,
        leading: desk.leading)
      if section.opensOnRecto && number % 2 == 0 {
        division.leaves.append(.init(number: number))
        number += 1
      }
      for (page, items) in breaker.pages.enumerated() {
        division.leaves.append(
          .init(number: number, content: (index, items, page == 0)))
        number += 1
      }
      // The contents are ours: what is too long in them is too long in a chapter, and said there.
      for item in breaker.forced where !section.file.isEmpty {
        guard case .box(let box) = section.items[item] else { continue }
        diagnostics.append(.pageOverfull(file: section.file, range: box.material.range))
      }
    }
    return division
  }

  private func assemble(
    _ galley: Galley, _ division: Division, copy: Copy, at desk: Desk
  ) -> [Page] {
    let titlePages = TitlePages(desk: desk, matter: copy.titleMatter)
    let furniture = Furniture(
      desk: desk, bookTitle: copy.titleMatter.title,
      chapterTitles: galley.sections.map(\.runningTitle))
    let assembler = PageAssembler(desk: desk)
    var pages = [titlePages.cover(), titlePages.colophon(number: 2)]
    for leaf in division.leaves {
      if let (section, items, isFirst) = leaf.content {
        pages.append(
          assembler.page(
            of: galley.sections[section], items: items, number: leaf.number, isFirst: isFirst,
            furniture: furniture))
      } else {
        pages.append(assembler.blank(number: leaf.number))
      }
    }
    pages.append(titlePages.backCover(number: pages.count + 1))
    return pages
  }
}

package struct TypesetBook: Sendable {
  package var pages: [Page]
  package var outline: [OutlineEntry]
}

extension CrossReferences {
  /// Finds the page of every anchor and the notes of every page; a target that has no page, such as
  /// a span without words, is no place that a link may lead to.
  fileprivate mutating func setFolios(
    of galley: Galley, division: Typesetter.Division
  ) {
    if notes != nil { notes = NotePlaces() }
    for leaf in division.leaves {
      guard let (index, items, _) = leaf.content else { continue }
      let section = galley.sections[index]
      let folio = String(leaf.number)
      var begun: [Int: String] = [:]
      for case .box(let box) in section.items[items] {
        find(box.material.marks, on: folio)
        for note in box.material.notes.map({ section.notes[$0] }) {
          find(note.marks, on: folio)
          if let name = note.name { begun[note.number] = name }
        }
      }
      notes?.add(begun, onPage: folio)
    }
    targets = targets.filter { $0.value.folio != nil }
  }

  private mutating func find(_ marks: [Mark], on folio: String) {
    for case .anchor(let name, _) in marks {
      targets[name]?.folio = folio
      if notes != nil, name.hasPrefix("call-") { notes?.addCall(name, onPage: folio) }
    }
  }
}

extension [Diagnostic] {
  /// A title set in two places is reported once.
  fileprivate var withoutRepeats: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
