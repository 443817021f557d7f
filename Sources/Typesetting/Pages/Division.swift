internal import Diagnostics
internal import Geometry

/// Which strips stand on which page.
struct Division {
  struct Leaf {
    var number: Int
    /// Nil for a blank page.
    var content: Content?
  }

  struct Content {
    var section: Int
    /// The strips as they are set on this page, with the blank lines between them.
    var items: [Item<Strip>]
    var isFirst: Bool
    /// How many lines down the text block's foot is, on which notes stand.
    var lines: Int
  }

  var leaves: [Leaf] = []
  /// By `PageCosts`.
  var cost = 0
  /// What another number of pages would have cost, had none been asked for.
  var naturalCost = 0
  var fitting = Fitting()
}

extension Typesetter {
  /// The cover and the colophon come first, the back cover last.
  private static var pagesBefore: Int { 2 }
  private static var pagesBehind: Int { 1 }

  /// Divides the galley into the best pages that the design allows; where they cannot be as many as
  /// it asks for, into the best there are.
  ///
  /// - Parameter sections: those of the round before, which are kept where nothing has changed for
  ///   them.
  func divide(
    _ galley: Galley, at desk: Desk, keeping sections: inout [SectionPages],
    reporting diagnostics: inout [Diagnostic]
  ) -> Division {
    for (index, section) in galley.sections.enumerated() {
      let takes = Takes(section.items, notes: section.notes.map(\.height), leading: desk.leading)
      if index < sections.count, sections[index].takes == takes { continue }
      let pages = SectionPages(takes, linesPerPage: desk.linesPerPage, leading: desk.leading)
      if index < sections.count { sections[index] = pages } else { sections.append(pages) }
    }
    let book = BookPages(
      &sections, openingOnRecto: galley.sections.map(\.opensOnRecto),
      pagesBefore: Self.pagesBefore, pagesBehind: Self.pagesBehind)
    var division = Division()
    guard let natural = book.bestTotal(for: CopyFit()) else { return division }
    let fitted = book.bestTotal(for: design.fit)
    let total = fitted ?? natural
    division.cost = book.totals[total] ?? 0
    division.naturalCost = book.totals[natural] ?? 0
    division.fitting.naturalCount = natural
    division.fitting.pageCount = total
    if fitted == nil {
      division.fitting.missingLines = book.missingLines(
        for: design.fit, linesPerPage: desk.linesPerPage)
    }
    for (index, choice) in book.choices(forTotal: total).enumerated() {
      append(
        choice, of: galley.sections[index], index, sections[index], to: &division, at: desk,
        reporting: &diagnostics)
    }
    return division
  }

  private func append(
    _ choice: BookPages.Choice, of section: Galley.Section, _ index: Int, _ pages: SectionPages,
    to division: inout Division, at desk: Desk, reporting diagnostics: inout [Diagnostic]
  ) {
    var number: Int { Self.pagesBefore + division.leaves.count + 1 }
    if choice.hasBlank { division.leaves.append(Division.Leaf(number: number)) }
    var maker = PageMaker(section, pages.takes, desk: desk)
    for (page, planned) in choice.plan.pages.enumerated() {
      let parts = pages.parts(of: planned)
      let content = Division.Content(
        section: index, items: maker.items(parts), isFirst: page == 0,
        lines: foot(ofPage: page, in: choice.plan.pages, number: number, at: desk))
      division.leaves.append(Division.Leaf(number: number, content: content))
      for part in parts where part.way > 0 && part.rows.lowerBound == 0 {
        if pages.takes.rows(part.take, part.way).count < pages.takes.rows(part.take, 0).count {
          division.fitting.shorterParagraphs += 1
        } else {
          division.fitting.longerParagraphs += 1
        }
      }
      // The contents are ours: what is too long in them is too long in a chapter, and said there.
      if planned.end.isForced, !section.file.isEmpty, case .box(let box)? = content.items.last {
        diagnostics.append(.pageOverfull(file: section.file, range: box.material.range))
      }
    }
  }

  /// How many lines down the notes of a page end. A spread that is a line shorter or longer than
  /// others is so with its notes; a page that is shorter for itself has them where all have.
  private func foot(
    ofPage index: Int, in pages: [SectionPages.PlannedPage], number: Int, at desk: Desk
  ) -> Int {
    let end = pages[index].end
    let facing = number % 2 == 0 ? index + 1 : index - 1
    let isLevel =
      pages.indices.contains(facing) && end.next != nil && pages[facing].end.next != nil
      && pages[facing].end.depth == end.depth
    return isLevel ? end.depth : max(end.depth, desk.linesPerPage)
  }
}

/// Gathers what stands on the pages of one section; a paragraph that pages want in another way than
/// the galley's is set in it.
private struct PageMaker {
  private let section: Galley.Section
  private let takes: Takes
  private let leading: Length
  private let builder: GalleyBuilder
  /// A paragraph's other way begun on the page before.
  private var begun: (take: Int, way: Int, strips: [Strip])?

  init(_ section: Galley.Section, _ takes: Takes, desk: Desk) {
    self.section = section
    self.takes = takes
    leading = desk.leading
    builder = GalleyBuilder(desk: desk, file: section.file, number: section.number, notes: [])
  }

  mutating func items(_ parts: [PagePart]) -> [Item<Strip>] {
    var items: [Item<Strip>] = []
    for part in parts {
      if part.gap > 0 { items.append(.glue(Glue(extent: leading * part.gap))) }
      for strip in strips(part.take, part.way)[part.rows] {
        items.append(.box(Box(extent: leading * strip.lineCount, material: strip)))
      }
    }
    return items
  }

  private mutating func strips(_ take: Int, _ way: Int) -> [Strip] {
    if let begun, begun.take == take, begun.way == way { return begun.strips }
    let strips = way == 0 ? galleyStrips(take) : otherStrips(take, way)
    begun = (take, way, strips)
    return strips
  }

  private func galleyStrips(_ take: Int) -> [Strip] {
    let first = takes.takes[take].item
    let next = take + 1 < takes.takes.count ? takes.takes[take + 1].item : section.items.count
    return section.items[first..<next].compactMap { item in
      if case .box(let box) = item { box.material } else { nil }
    }
  }

  private func otherStrips(_ take: Int, _ way: Int) -> [Strip] {
    guard case .box(let box) = section.items[takes.takes[take].item],
      let paragraph = box.material.paragraph
    else { return galleyStrips(take) }
    return builder.strips(
      paragraph, other: takes.ways[takes.takes[take].ways.lowerBound + way].other)
  }
}
