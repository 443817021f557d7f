internal import Diagnostics
internal import Geometry
internal import Imposition
internal import PDF

/// The pages of a booklet that is found as sheets, in the order in which they are read: the plan by
/// which they were laid there, read backwards.
func takenApart(
  _ source: ForeignPDF, as order: ImposeOrder, _ names: OutputNames,
  reporting found: inout [Diagnostic]
) throws(DrawingError) -> ImposeReport {
  var report = ImposeReport(diagnostics: [])
  let sheet = source.pages[0].size
  if let other = source.pages.firstIndex(where: { $0.size != sheet }) {
    found.append(.sheetsDiffer(other + 1, source.pages[other].size, sheet, file: order.file))
    return report
  }
  guard var binding = order.binding(ofSheets: sheet, source, reporting: &found) else {
    return report
  }
  // A zine that has no back is printed on one side and whole.
  if source.sides == .one, !binding.style.isZine {
    found.append(.halvesAlone(file: order.file))
    return report
  }
  guard let size = order.pageSize(ofSheets: sheet, source, binding, reporting: &found) else {
    return report
  }
  binding.pageSize = size
  let (columns, rows) = binding.fields
  guard size.height < size.width * 2, binding.lies(on: sheet) else {
    found.append(.notTakenApart(sheet, binding, file: order.file))
    return report
  }

  let copies = binding.style == .cutSaddle(.twoCopies) ? 2 : 1
  let count = source.pages.count * columns * rows / copies
  let formes = binding.impose(count).flatMap(\.sheets).flatMap { [$0.outer, $0.inner] }
    .filter { $0.cells.contains { $0.page != nil } }
  guard formes.count == source.pages.count else {
    found.append(.sidesMissing(source.pages.count, file: order.file))
    return report
  }
  var pages: [Int: Forme] = [:]
  for (side, forme) in formes.enumerated() {
    for cell in forme.cells {
      guard let page = cell.page, pages[page] == nil else { continue }
      pages[page] = Forme(
        size: binding.pageSize, cells: [Cell(page: side + 1, place: cell.place.undone)])
    }
  }
  let bytes = try source.pages(
    (1...count).compactMap { pages[$0] }, readingRightToLeft: binding.boundEdge == .right)
  let name = names.slug + "-pages"
  report.products = [Product(path: names.path(of: name, stem: name), bytes: bytes)]
  report.pageCount = count
  report.remarks = [.takenApart(binding)]
  return report
}

extension ImposeOrder {
  /// How the sheets that were found were laid out: as the order says, or else as the file does.
  fileprivate func binding(
    ofSheets sheet: Size, _ source: ForeignPDF, reporting found: inout [Diagnostic]
  ) -> Binding? {
    // Any size that fits: it is what comes out.
    let page = Size(width: sheet.width / 8, height: sheet.height / 8)
    var misread: [Diagnostic] = []
    let booklet = binding.booklets(ofPages: page, reporting: &misread).first?
      .bound(readingRightToLeft: source.readsRightToLeft)
    found += misread.filter { $0.code != "paper-too-small" }
    guard var binding = booklet?.binding, found.isEmpty else { return nil }
    binding.paper = Paper(name: sheet.shown, size: sheet)
    binding.scale = 1
    if self.binding.words[.printer] == nil, let edge = source.sides {
      binding.printer.flip = edge == .longEdge ? .longEdge : .shortEdge
    }
    return binding
  }
}

extension ImposeOrder {
  /// As the order says, or else as the sheets do.
  fileprivate func pageSize(
    ofSheets sheet: Size, _ source: ForeignPDF, _ binding: Binding,
    reporting found: inout [Diagnostic]
  ) -> Size? {
    if let page {
      guard let paper = Paper(named: page) ?? Paper(written: page) else {
        found.append(.pageUnknown(page))
        return nil
      }
      return paper.size
    }
    let sizes = PagesOfSheets(
      sheet: sheet, trimmed: source.trimmed, cellCount: source.cellCount
    ).sizes(for: binding)
    if sizes.count != 1 { found.append(.leavesNotTakenApart(sheet, sizes, file: file)) }
    return sizes.count == 1 ? sizes[0] : nil
  }
}

extension Binding.Style {
  fileprivate var isZine: Bool { if case .miniZine = self { true } else { false } }
}

extension Transform {
  /// From the sheet back to the page.
  fileprivate var undone: Transform {
    upsideDown
      ? self : Transform(origin: Point(x: -origin.x, y: -origin.y))
  }
}

extension Diagnostic {
  fileprivate static func sheetsDiffer(
    _ number: Int, _ size: Size, _ first: Size, file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "sheets-differ", file: file,
      Wording(
        en: "side \(number) is \(size.shown) and the first is \(first.shown): no booklet has such",
        fr: """
          la face \(number) mesure \(size.shown) et la première \(first.shown) : aucun livret n’est \
          ainsi
          """),
      hints: [
        Wording(
          en: "take out what is not a side of the booklet, such as a page of instructions",
          fr: "retirez ce qui n’est pas une face du livret, comme une page d’instructions")
      ])
  }

  fileprivate static func notTakenApart(
    _ sheet: Size, _ binding: Binding, file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "sheets-not-taken-apart", file: file,
      Wording(
        en: "pages of \(binding.pageSize.shown) do not lie so on these sheets of \(sheet.shown)",
        fr: """
          des pages de \(binding.pageSize.shown) ne sont pas disposées ainsi sur ces feuilles de \
          \(sheet.shown)
          """),
      hints: [
        Wording(
          en: "tell how they are bound, such as --bound top or --binding quarto",
          fr: "dites comment elles sont reliées, par exemple --bound top ou --binding quarto")
      ])
  }

  fileprivate static func leavesNotTakenApart(
    _ sheet: Size, _ sizes: [Size], file: String
  ) -> Diagnostic {
    let known = sizes.compactMap { size in
      Paper.known.first {
        abs(($0.size.width - size.width).millimetres) < 1
          && abs(($0.size.height - size.height).millimetres) < 1
      }?.name
    }
    let example = known.first { $0 != "A4" } ?? "A5"
    return Diagnostic(
      .error, "sheets-not-taken-apart", file: file,
      Wording(
        en: "sheets of \(sheet.shown) do not say how large the leaves are that are cut of them",
        fr: """
          des feuilles de \(sheet.shown) ne disent pas la taille des feuillets qu’on y coupe
          """),
      hints: [
        Wording(
          en: "tell it, such as --page \(example)",
          fr: "dites-la, par exemple --page \(example)")
      ])
  }

  fileprivate static func pageUnknown(_ words: String) -> Diagnostic {
    Diagnostic(
      .error, "page-unknown", file: "--page",
      Wording(
        en: "“\(words)” is no size of a page", fr: "« \(words) » n’est pas une taille de page"),
      hints: [
        Wording(
          en: "write a name such as A5, or a size such as 148x210 mm",
          fr: "écrivez un nom comme A5, ou une taille comme 148x210 mm")
      ])
  }

  fileprivate static func halvesAlone(file: String) -> Diagnostic {
    Diagnostic(
      .error, "sides-missing", file: file,
      Wording(
        en: "this file has only the fronts or only the backs of its sheets",
        fr: "ce fichier n’a que les rectos ou que les versos de ses feuilles"),
      hints: [
        Wording(
          en: "impose the source for a printer that prints both sides, and take that apart",
          fr: "imposez la source pour une imprimante recto verso, et défaites ce fichier-là")
      ])
  }

  fileprivate static func sidesMissing(_ count: Int, file: String) -> Diagnostic {
    Diagnostic(
      .error, "sides-missing", file: file,
      Wording(
        en: "\(count) sides do not make whole sheets of such a booklet",
        fr: "\(count) faces ne font pas des feuilles entières d’un tel livret"),
      hints: [
        Wording(
          en: """
            each sheet needs both its sides, blank ones too; tell how it is bound with --binding \
            and --sheets-per-signature
            """,
          fr: """
            il faut les deux faces de chaque feuille, même blanches ; dites la reliure avec \
            --binding et --sheets-per-signature
            """)
      ])
  }
}

extension Wording {
  /// How the sheets were read, for whoever gets nonsense.
  fileprivate static func takenApart(_ binding: Binding) -> Wording {
    let edge =
      switch binding.boundEdge {
      case .left: Wording(en: "bound on the left", fr: "reliées à gauche")
      case .right: Wording(en: "bound on the right", fr: "reliées à droite")
      case .top: Wording(en: "bound at the top", fr: "reliées en haut")
      }
    let flip =
      switch binding.printer.flip {
      case .shortEdge: Wording(en: "short edge", fr: "petit bord")
      case .longEdge: Wording(en: "long edge", fr: "grand bord")
      }
    return Wording(
      en: "sheets read as \(edge.english) and flipped on the \(flip.english)",
      fr: "feuilles lues comme \(edge.french) et retournées sur le \(flip.french)")
  }
}
