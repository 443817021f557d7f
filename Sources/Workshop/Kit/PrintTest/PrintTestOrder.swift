package import Diagnostics
internal import Fonts
internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

/// What someone asks of a test sheet.
package struct PrintTestOrder: Sendable {
  /// A book's folder, or one with fonts.
  package var folder: String
  /// Nil for the book's.
  package var language: String?
  /// Of the user, where there is no book.
  package var userLanguage = "en"
  /// By its trade name or its size; nil for that on which the book's booklets are printed, or A4.
  package var paper: String?
  /// Nil for a name beside the book's other files, or here.
  package var output: String?
  package var cache: String?

  package init(folder: String) { self.folder = folder }
}

/// Makes the sheet that finds out what a printer does.
///
/// - Throws: where there are no fonts, the paper is too small or the file cannot be written.
package func makePrintTest(
  _ order: PrintTestOrder, reporting found: inout [Diagnostic]
) throws(WorkshopError) -> Product? {
  let paper = try order.knownPaper
  let source: PrintTestSource
  if let folder = try? BookFolder(order.folder) {
    guard let book = try PrintTestSource(book: folder, order, paper, reporting: &found) else {
      return nil
    }
    source = book
  } else {
    source = try PrintTestSource(fonts: order, paper)
  }
  let size = source.sheetSize
  let (narrow, wide) = (min(size.width, size.height), max(size.width, size.height))
  let smallest = PrintTestSheet.smallest
  guard narrow >= smallest.width, wide >= smallest.height else {
    throw WorkshopError(.paperTooSmall(source.paper.name))
  }
  let path = order.output ?? source.path
  let bytes: [UInt8]
  do {
    bytes = try printTest(on: size, source.paper, in: source.type)
  } catch {
    throw WorkshopError(.notDrawn(error, file: path))
  }
  let product = Product(path: path, bytes: bytes)
  try write([product])
  return product
}

extension PrintTestOrder {
  fileprivate var knownPaper: Paper? {
    get throws(WorkshopError) {
      guard let name = self.paper else { return nil }
      guard let paper = Paper(named: name) ?? Paper(written: name) else {
        throw WorkshopError(.paperUnknown(name))
      }
      return paper
    }
  }
}

/// Where the sheet's faces, words and paper come from.
private struct PrintTestSource {
  var type: KitType
  var paper: Paper
  var sheetSize: Size
  var path: String

  /// Nil, and reported, where the book's sheet does not say enough to go on.
  init?(
    book folder: BookFolder, _ order: PrintTestOrder, _ wanted: Paper?,
    reporting found: inout [Diagnostic]
  ) throws(WorkshopError) {
    guard let sheet = try folder.sheet(reporting: &found),
      let book = Book(
        in: folder, sheet, language: order.language ?? sheet.source, date: nil, reporting: &found)
    else { return nil }
    let fonts = try book.fonts(cache: order.cache, reporting: &found)
    type = KitType(
      stylesheet: sheet.stylesheet, shaper: fonts, files: fonts.files,
      language: book.language.tag, direction: book.language.direction)
    var binding = book.sheet.booklets.first?.binding ?? Binding()
    if let wanted { binding.paper = wanted }
    paper = binding.paper
    sheetSize = binding.sheetSize
    path = folder.shown("output/\(printTestName(paper))")
  }

  /// Of a folder of fonts alone: its first family, for sheets that lie as most booklets' do.
  init(fonts order: PrintTestOrder, _ wanted: Paper?) throws(WorkshopError) {
    let folders = [joined(order.folder, "fonts"), order.folder]
    guard
      let type = KitType(
        fontsIn: folders, language: order.language ?? order.userLanguage, cache: order.cache)
    else {
      throw WorkshopError(.noFontsForTest(order.folder))
    }
    self.type = type
    paper = wanted ?? .a4
    sheetSize = paper.size.turned
    path = printTestName(paper)
  }
}

private func printTestName(_ paper: Paper) -> String {
  "print-test-\(paper.wordInNames).pdf"
}

extension Diagnostic {
  fileprivate static func paperUnknown(_ name: String) -> Diagnostic {
    let known = Paper.known.map(\.name).joined(separator: ", ")
    return Diagnostic(
      .error, "paper-unknown", file: "--paper",
      Wording(
        en: "“\(name)” is no paper that is known here",
        fr: "« \(name) » n’est pas un papier connu ici"),
      hints: [Wording(en: "take one of \(known)", fr: "prenez l’un de \(known)")])
  }

  fileprivate static func paperTooSmall(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, "paper-too-small", file: "--paper",
      Wording(
        en: "\(name) has no room for the test: its rulers are 100 mm long",
        fr: "\(name) est trop petit pour l’essai : ses règles font 100 mm"),
      hints: [
        Wording(en: "take A5 or larger paper", fr: "prenez du papier A5 ou plus grand")
      ])
  }

  fileprivate static func noFontsForTest(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "fonts-missing", file: folder,
      Wording(
        en: "there is neither a book nor a folder of fonts here, and the test is set in type",
        fr: "il n’y a ici ni livre ni dossier de polices, et l’essai se compose"),
      hints: [
        Wording(
          en: "name the folder of a book, or one with font files: livret print-test FOLDER",
          fr: """
            nommez le dossier d’un livre, ou un dossier de polices : livret print-test DOSSIER
            """)
      ])
  }
}
