// Opens a book folder, runs the stages, writes the output.
//
// Files/ reads and writes, YAML/ reads the book's sheet and front matter, Book/ and Pictures/
// gather what the stages need, Easel draws what they made, Proofs/ as pictures. Everything between
// the files is values.

package import Diagnostics
internal import Fonts
internal import Imposition
internal import Localization
internal import Markdown
internal import PDF
internal import Proofreading
package import Typesetting

/// What someone asks of a build.
package struct BuildOrder: Sendable {
  /// The folder with `content/livret.yml`.
  package var folder: String
  /// Nil for the language in which the book is written.
  package var language: String?
  /// Nil for the book as it is.
  package var edition: String?
  /// Nil for what the book's sheet says.
  package var outputs: [Output]?
  /// Goes before what the book's sheet says of its booklets.
  package var binding = BindingWords()
  /// Numbered pages on the same sheets too, to be folded before any ink is wasted.
  package var makesDummies = false
  /// PNGs of its pages, in the place of the outputs.
  package var proofs: ProofOrder?
  /// Without colours, or with less ink.
  package var inks = InkPolicy()
  /// Look for what a printer would find fault with.
  package var reportsQuality = false
  /// Warnings stop a build as errors do.
  package var isStrict = false
  /// The value of `SOURCE_DATE_EPOCH`, which goes before the book's date.
  package var epoch: String?
  /// Where what was read of the fonts may be kept.
  package var cache: String?

  package init(folder: String) { self.folder = folder }
}

/// What came of it.
package struct BuildReport: Sendable {
  /// By file and place.
  package var diagnostics: [Diagnostic]
  package var pageCount = 0
  /// Of the first booklet.
  package var sheetCount = 0
  /// Each that was to be made.
  package var booklets: [BookletReport] = []
  /// What was done to have the pages asked for; nil where none were.
  package var fitting: Fitting?
  /// Where it was asked for and the pages could be made.
  package var quality: BookQuality?
  /// Of a translation, the passages for which a translator has something to do.
  package var waiting: TranslationQueue?
  /// What was written; nothing where there are findings that stop a build.
  package var products: [Product] = []
  package var timings: [Stopwatch.Lap] = []
}

/// Builds a book, as the order says: the way through the house, one call per stage.
///
/// - Throws: only what no mending of a text would help.
package func build(
  _ order: BuildOrder, watchingStages progress: @escaping (Stage) -> Void = { _ in }
) throws(WorkshopError) -> BuildReport {
  var found: [Diagnostic] = []
  var watch = Stopwatch(onStart: progress)
  var quality: BookQuality?
  var booklets: [BookletReport] = []
  var origins = LineOrigins(nil)
  func report() -> BuildReport {
    BuildReport(
      diagnostics: origins.located(found).sortedByPlace, booklets: booklets, quality: quality,
      timings: watch.finished())
  }
  let folder = try BookFolder(order.folder)

  watch.start(.parse)
  guard var book = try Book(in: folder, order, reporting: &found) else { return report() }
  let text = book.text(reporting: &found)
  origins = text.origins
  guard book.isReady(text, reporting: &found) else { return report() }
  book.fill(book.values(of: text), reporting: &found)

  watch.start(.check)
  let manuscript = text.manuscript.filled(with: book.sheet.values, reporting: &found)
    .withoutRemotePictures(reporting: &found)
  manuscript.proofread(reporting: &found)
  let pictures = BookPictures(of: manuscript, in: book, reporting: &found)

  let copy = book.copy(manuscript, text.numbers, pictures, reporting: &found)
  guard !found.stopABuild(strictly: order.isStrict) else { return report() }

  watch.start(.fonts)
  let fonts = try book.fonts(
    alsoFor: copy.otherLanguages, cache: order.cache, reporting: &found)
  guard !found.stopABuild(strictly: order.isStrict) else { return report() }

  watch.start(.breaking)
  let shaper = TimedShaper(fonts)
  let typesetter = Typesetter(design: book.sheet.design, shaper: shaper)
  let typeset = typesetter.pages(of: copy, reporting: &found)
  watch.count(shaper.time, to: .shape)
  book.checkDictionaries(of: fonts, reporting: &found)
  if !typeset.fitting.isMet {
    found.append(
      .fitMissed(
        typeset.fitting, file: folder.shown(BookFolder.sheet), range: book.sheet.fitPlace))
  }
  let imposed = book.imposed(typeset.pages, as: order, reporting: &found)
  for each in imposed {
    let report = BookletReport(each)
    found += each.booklet.finding(marksWithoutRoom: report.marksWithoutRoom).map { [$0] } ?? []
    booklets.append(report)
  }
  if order.reportsQuality { quality = book.quality(of: typeset, fonts) }
  guard !found.stopABuild(strictly: order.isStrict) else { return report() }

  let easel = Easel(
    book: book, typeset: typeset, booklets: imposed, shaper: fonts, fonts: fonts.files,
    pictures: pictures.prepared)
  let products = try easel.products(of: order, watch: &watch, reporting: &found)
  guard !found.stopABuild(strictly: order.isStrict) else { return report() }

  watch.start(.write)
  try write(products)

  var finished = report()
  finished.pageCount = typeset.pages.count
  finished.waiting = text.translation.flatMap { TranslationQueue($0) }
  if book.sheet.fit.aim != .natural { finished.fitting = typeset.fitting }
  finished.sheetCount = booklets.first.map { $0.facts.sheetCount + $0.facts.coverSheetCount } ?? 0
  finished.products = products
  return finished
}

extension [Diagnostic] {
  var sortedByPlace: [Diagnostic] {
    sorted { a, b in
      let (placeA, placeB) = (a.range?.lowerBound ?? .start, b.range?.lowerBound ?? .start)
      return a.file == b.file
        ? placeA < placeB : a.file.utf8.lexicographicallyPrecedes(b.file.utf8)
    }
  }

  package func stopABuild(strictly isStrict: Bool) -> Bool {
    contains { $0.severity == .error || isStrict }
  }
}
