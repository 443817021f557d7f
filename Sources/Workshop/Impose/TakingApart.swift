internal import Diagnostics
internal import Geometry
internal import Imposition
internal import PDF

/// The pages of a booklet that is found as sheets, in the order in which they are read: the plan by
/// which they were laid there, read backwards.
func takenApart(
  _ source: ForeignPDF, as order: ImposeOrder, reporting found: inout [Diagnostic]
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
  let (columns, rows) = binding.fields
  binding.pageSize = Size(width: sheet.width / columns, height: sheet.height / rows)
  guard binding.style.holdsItsPagesStill,
    binding.pageSize.height.units
      < 2 * binding.pageSize.width.units
  else {
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
  let names = OutputNames(order)
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
    if self.binding.words[.printer] == nil, let edge = source.flip {
      binding.printer.flip = edge == .longEdge ? .longEdge : .shortEdge
    }
    return binding
  }
}

extension Binding.Style {
  /// Whether a sheet alone says where its pages lie: leaves that are cut may have any size.
  fileprivate var holdsItsPagesStill: Bool {
    switch self {
    case .cutAndStack, .perfectLeaves: false
    default: true
    }
  }
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
        en:
          "pages side by side would be \(binding.pageSize.shown) on these sheets of \(sheet.shown)",
        fr: """
          des pages côte à côte mesureraient \(binding.pageSize.shown) sur ces feuilles de \
          \(sheet.shown)
          """),
      hints: [
        Wording(
          en: "tell how they are bound, such as --bound top or --binding quarto",
          fr: "dites comment elles sont reliées, par exemple --bound top ou --binding quarto")
      ])
  }

  fileprivate static func leavesNotTakenApart(file: String) -> Diagnostic {
    Diagnostic(
      .error, "sheets-not-taken-apart", file: file,
      Wording(
        en: "leaves that are cut may lie anywhere on a sheet: only folded sheets are taken apart",
        fr: """
          des feuillets à couper peuvent être n’importe où sur une feuille : seules les feuilles \
          pliées se défont
          """),
      hints: [
        Wording(
          en: "look for the file that the sheets were made from",
          fr: "cherchez le fichier dont les feuilles ont été faites")
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
