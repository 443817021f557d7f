internal import Diagnostics
internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

/// Draws one set of pages once, for reading, and lays them on sheets as often as they are bound:
/// for each edge about which printers turn them. Or draws proofs of them.
struct Easel {
  let book: Book
  let typeset: TypesetBook
  let booklets: [ImposedBooklet]
  let shaper: any Shaper
  let fonts: [FontFile]
  let pictures: Pictures

  func products(
    of order: BuildOrder, watch: inout Stopwatch, reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) -> [Product] {
    if let proofs = order.proofs { return try self.proofs(proofs, watch: &watch) }
    return try documents(order, watch: &watch, reporting: &diagnostics)
  }

  private func documents(
    _ order: BuildOrder, watch: inout Stopwatch, reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) -> [Product] {
    let outputs = order.outputs ?? book.sheet.outputs
    let folder = book.outputFolder
    let stem = "\(folder)/\(book.sheet.slug)"
    var products: [Product] = []
    do {
      watch.start(.drawReading)
      let reading = try readingPDF(
        of: typeset.pages, outline: typeset.outline, info: info, fonts: fonts, pictures: pictures,
        inks: order.inks)
      if order.reportsQuality {
        let blacks = try ImpureBlacks(in: reading)
        if !blacks.nearlyBlack.isEmpty {
          diagnostics.append(.blackImpure(onPages: blacks.nearlyBlack, file: stem))
        }
        if !blacks.smallLetters.isEmpty {
          diagnostics.append(.lettersNotBlack(onPages: blacks.smallLetters, file: stem))
        }
      }
      if outputs.contains(.reading) {
        products.append(Product(path: "\(stem).pdf", bytes: reading))
      }
      guard outputs.contains(.booklet) else { return products }
      watch.start(.drawBooklet)
      for imposed in booklets {
        products += try files(of: imposed, finished: reading, in: folder)
        if order.makesDummies { products += try dummies(of: imposed, in: folder) }
        products.append(try instructions(of: imposed, in: folder))
      }
    } catch {
      throw WorkshopError(.notDrawn(error, file: stem))
    }
    return products
  }

  private var info: DocumentInfo {
    DocumentInfo(
      title: book.words.title, author: book.words.publisher, subject: book.words.subtitle,
      language: book.language.tag, direction: readingDirection, date: book.date?.iso8601)
  }

  /// In which order two pages stand side by side on a screen: as the book is bound.
  private var readingDirection: Direction {
    let isBackward = book.language.direction == .rightToLeft
    let booklet = book.sheet.booklets.first?.bound(readingRightToLeft: isBackward)
    return switch booklet?.binding.boundEdge {
    case .left: .leftToRight
    case .right: .rightToLeft
    case .top, nil: book.language.direction
    }
  }
}

extension [Int] {
  /// Where there are few pages, all their numbers.
  fileprivate var named: String {
    prefix(12).map(String.init).joined(separator: ", ") + (count > 12 ? " …" : "")
  }
}

extension Diagnostic {
  fileprivate static func lettersNotBlack(onPages pages: [Int], file: String) -> Diagnostic {
    Diagnostic(
      .warning, "letters-not-black", file: file,
      Wording(
        en: "small letters are grey or coloured on these pages: \(pages.named)",
        fr: "de petites lettres sont grises ou en couleur sur ces pages : \(pages.named)"),
      hints: [
        Wording(
          en: "print them in black: greys and colours are made of dots, which copies lose",
          fr: "imprimez-les en noir : gris et couleurs sont faits de points, que la photocopie perd"
        )
      ])
  }

  fileprivate static func blackImpure(onPages pages: [Int], file: String) -> Diagnostic {
    Diagnostic(
      .warning, "black-impure", file: file,
      Wording(
        en: "something is nearly black, but not pure black, on these pages: \(pages.named)",
        fr: "quelque chose est presque noir, mais pas d’un noir pur, sur ces pages : \(pages.named)"
      ),
      hints: [
        Wording(
          en: "write #000 for it in the drawing: dark greys are printed as dots",
          fr: "écrivez #000 à sa place dans le dessin : un gris foncé s’imprime en points")
      ])
  }

  static func notDrawn(_ error: DrawingError, file: String) -> Diagnostic {
    Diagnostic(
      .error, "not-drawn", file: file,
      Wording(
        en: "this could not be drawn: \(error)", fr: "ceci n’a pas pu être dessiné : \(error)"),
      hints: [
        Wording(
          en: "this is a fault of livret; please report it with the book that shows it",
          fr: "c’est un défaut de livret ; signalez-le avec le livre qui le montre")
      ])
  }
}
