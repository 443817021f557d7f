internal import Imposition
internal import PDF
internal import Typesetting

extension Easel {
  /// What goes to the printer, made of the reading PDF.
  ///
  /// - Parameter word: what the names of the files end with.
  func files(
    of imposed: ImposedBooklet, finished: [UInt8], in folder: String, named word: String = ""
  ) throws(DrawingError) -> [Product] {
    var products: [Product] = []
    let slugs = try slugs(of: imposed)
    for file in imposed.files {
      let bytes = try sheetsPDF(
        of: file.run.formes, asking: imposed.booklet.binding.wishes(for: file.run), slugs: slugs,
        finished: finished)
      products.append(Product(path: "\(folder)/\(file.name)\(word).pdf", bytes: bytes))
    }
    return products
  }

  /// The same sheets with numbers in the place of pages.
  func dummies(
    of imposed: ImposedBooklet, in folder: String
  ) throws(DrawingError) -> [Product] {
    let binding = imposed.booklet.binding
    let pages = try dummyPages(
      count: imposed.pageCount, size: binding.pageSize, boundEdge: binding.boundEdge, in: type)
    return try files(of: imposed, finished: pages, in: folder, named: "-dummy")
  }

  /// The page that says how to make this booklet.
  func instructions(
    of imposed: ImposedBooklet, in folder: String
  ) throws(DrawingError) -> Product {
    let bodies = imposed.files.filter { !$0.isCover }.map { $0.name + ".pdf" }
    let cover = imposed.files.first(where: \.isCover).map { $0.name + ".pdf" }
    let bytes = try Workshop.instructions(
      of: book.words.title, bound: imposed.booklet.binding, imposed.signatures,
      imposed.booklet.kit,
      KitFiles(sheets: bodies[0], backs: bodies.count > 1 ? bodies[1] : nil, cover: cover),
      in: type,
      date: book.date?.iso8601)
    return Product(path: "\(folder)/\(imposed.name)-instructions.pdf", bytes: bytes)
  }

  private var type: KitType {
    KitType(
      stylesheet: typeset.design.stylesheet, shaper: shaper, files: fonts,
      language: book.language.tag, direction: book.language.direction)
  }
}

extension Binding {
  /// What readers are asked for when a run of this booklet is printed.
  func wishes(for run: PrintRun) -> PrintWishes {
    let sides: PrintWishes.Sides =
      switch (run.sides, printer.flip) {
      // Two that are printed on one side each would come out on one sheet.
      case _ where isOneSided: .one
      case (.both, .shortEdge): .shortEdge
      case (.both, .longEdge): .longEdge
      case (.fronts, _), (.backs, _): .one
      }
    return PrintWishes(sides, readsFromTheRight: boundEdge == .right)
  }
}
