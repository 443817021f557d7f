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

  /// The finished pages of the book, cover and back cover included, and its outline; as many as
  /// its design asks for, where that can be.
  package func pages(of copy: Copy, reporting diagnostics: inout [Diagnostic]) -> TypesetBook {
    let (best, fitting) = fittedSetting(of: copy)
    let found = best.found + findings(around: copy, at: best.desk)
    // A title set in two places is reported once.
    diagnostics += best.desk.setter.missingScripts.gathered(
      (found + best.desk.index.findings(best.desk.references)).withoutRepeats,
      language: copy.language.tag)
    return TypesetBook(
      pages: assemble(best.galley, best.division, copy: copy, at: best.desk),
      outline: copy.outline(design), fitting: fitting, design: best.desk.design)
  }

  /// A book set once: its lines chosen, its pages divided, nothing drawn.
  struct Setting {
    var desk: Desk
    var galley: Galley
    var division: Division
    var found: [Diagnostic]
  }

  func setting(of copy: Copy) -> Setting {
    let setter = ParagraphSetter(shaper: shaper, direction: copy.language.direction)
    let standing = StandingType()
    let captions = CaptionNumbers(of: copy)
    let index = BookIndex(of: copy)
    var references = CrossReferences(
      targets: copy.titles.merging(index.targets) { title, _ in title },
      notes: design.notes.isNumberedByPage ? NotePlaces() : nil)
    var sections: [SectionPages] = []
    var round = 0
    while true {
      round += 1
      var found: [Diagnostic] = []
      let desk = Desk(
        design: design, setter: setter, standing: standing, language: copy.language,
        otherLanguages: copy.otherLanguages, references: references, captions: captions,
        index: index,
        pictures: copy.pictures, pictureIDs: copy.pictureIDs, qrCodes: copy.qrCodes)
      let galley = galley(of: copy, at: desk, reporting: &found)
      let division = divide(galley, at: desk, keeping: &sections, reporting: &found)
      var settled = references
      settled.setFolios(of: galley, division: division)
      if settled == references || round == Self.mostRounds {
        found += references.findings(after: settled, in: division, of: galley)
        return Setting(desk: desk, galley: galley, division: division, found: found)
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
        notes: [], opensOnRecto: design.chaptersOpenOnRecto, file: "", number: 0)
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
          notes: notes, opensOnRecto: design.chaptersOpenOnRecto, file: chapter.file,
          number: matter.number))
    }
    return Galley(sections: sections)
  }

  // MARK: Galley to pages

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
      if let content = leaf.content {
        pages.append(
          assembler.page(
            of: galley.sections[content.section], content: content, number: leaf.number,
            furniture: furniture))
      } else {
        pages.append(assembler.blank(number: leaf.number))
      }
    }
    pages.append(titlePages.backCover(number: pages.count + 1))
    for index in pages.indices { pages[index].bleed = design.format.bleed }
    return desk.language.direction == .rightToLeft ? pages.map(\.mirrored) : pages
  }
}

package struct TypesetBook: Sendable {
  package var pages: [Page]
  package var outline: [OutlineEntry]
  package var fitting: Fitting
  /// The one in which it is set, which may be a little tighter or looser than what was asked for.
  package var design: Design
}

extension CrossReferences {
  /// Finds the page of every anchor and the notes of every page; a target that has no page, such as
  /// a span without words, is no place that a link may lead to.
  fileprivate mutating func setFolios(
    of galley: Galley, division: Division
  ) {
    if notes != nil { notes = NotePlaces() }
    for leaf in division.leaves {
      guard let content = leaf.content else { continue }
      let section = galley.sections[content.section]
      let folio = String(leaf.number)
      var begun: [Int: String] = [:]
      for case .box(let box) in content.items {
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
