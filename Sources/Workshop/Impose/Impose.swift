internal import Diagnostics
internal import Geometry
internal import Imposition
internal import PDF

/// Lays the pages of any PDF on sheets, or takes sheets apart to pages, as the order says.
///
/// - Throws: only what no other paper, scale or binding would help.
package func impose(_ order: ImposeOrder) throws(WorkshopError) -> ImposeReport {
  let names = try OutputNames(order)
  let source = try openPDF(order.file, asSheets: order.takesApart)
  let type = order.takesApart ? nil : try order.typeAtHand()
  var damage = source.takeWarnings()
  let damagedPages = source.pagesWithDamagedContents
  var found: [Diagnostic] = []
  var report: ImposeReport
  do {
    report =
      order.takesApart
      ? try takenApart(source, as: order, names, reporting: &found)
      : try laidOnSheets(source, as: order, in: type, names, reporting: &found)
  } catch {
    throw WorkshopError(.notImposed(error, file: order.file))
  }
  damage += source.takeWarnings()
  // What it begins with says nothing but that.
  if let first = damage.first(where: { $0 != "file is damaged" }) ?? damage.first {
    found.append(.mended(first, count: damage.count, file: order.file))
  }
  if !damagedPages.isEmpty { found.append(.damagedPages(damagedPages, file: order.file)) }
  if source.isLocked { report.remarks.append(.ownersLock) }
  report.diagnostics = found
  guard !found.stopABuild(strictly: false) else {
    report.products = []
    return report
  }
  try checkPlaces(of: report.products, source: order.file)
  try write(report.products)
  return report
}

private func laidOnSheets(
  _ source: ForeignPDF, as order: ImposeOrder, in type: KitType?, _ names: OutputNames,
  reporting found: inout [Diagnostic]
) throws(DrawingError) -> ImposeReport {
  let sizes = source.pages.map(\.size)
  // A zine's poster has a sheet's side to itself.
  let poster = order.binding.words[.poster] != nil && sizes.count > 1 ? sizes.last : nil
  let leaves = poster == nil ? sizes : sizes.dropLast()
  let envelope = leaves.envelope
  var report = ImposeReport(diagnostics: [], pageCount: sizes.count)

  var misread: [Diagnostic] = []
  var booklet = order.binding.booklets(ofPages: envelope, reporting: &misread).first?
    .bound(readingRightToLeft: source.readsRightToLeft)
  // Said of the page that is too large, and not of the paper.
  found += misread.filter { $0.code != "paper-too-small" }
  if booklet?.binding.poster != nil { booklet?.binding.poster = poster }
  guard let booklet, found.isEmpty else { return report }
  guard booklet.binding.pageFits else {
    found.append(.pageTooLarge(among: leaves, for: booklet.binding, file: order.file))
    return report
  }
  found += booklet.findings(pageCount: sizes.count)
  guard !found.stopABuild(strictly: false) else { return report }

  let imposed = [booklet].imposed(sizes.count, slug: names.slug)[0]
  let title = source.title.isEmpty ? names.slug : source.title
  let slugs = try type?.slugs(of: imposed, title: title)
  for file in imposed.files {
    let formes = file.run.formes.map { $0.holding(sizes, in: envelope) }
    let bytes = try source.sheets(
      formes, asking: booklet.binding.wishes(for: file.run), slugs: slugs)
    report.products.append(
      Product(path: names.path(of: file.name, stem: imposed.name), bytes: bytes))
  }
  if order.makesDummies {
    let pages = try dummyPages(
      count: sizes.count, size: envelope, boundEdge: booklet.binding.boundEdge)
    for file in imposed.files {
      let bytes = try sheetsPDF(
        of: file.run.formes, asking: booklet.binding.wishes(for: file.run), finished: pages)
      let path = names.path(of: file.name + "-dummy", stem: imposed.name)
      report.products.append(Product(path: path, bytes: bytes))
    }
  }
  let sheets = report.products.prefix(imposed.files.count).map(\.path)
  if let type {
    report.products.append(
      Product(
        path: names.path(of: imposed.name + "-instructions", stem: imposed.name),
        bytes: try type.instructions(
          of: imposed, title: title, files: sheets.map { parts(of: $0).name })))
  }
  report.booklet = BookletReport(imposed)
  report.steps = printingSteps(
    of: imposed, files: zip(imposed.files, sheets).filter { !$0.0.isCover }.map(\.1))
  if order.binding.words[.copies] != nil { report.facts = printingFacts(of: imposed) }
  if Set(leaves).count > 1 { report.remarks.append(.severalSizes) }
  if type == nil { report.remarks.append(.noType) }
  let pictureless = source.pagesWithUnprintedMarks
  if !pictureless.isEmpty {
    found.append(.unprintedMarks(onPages: pictureless, file: order.file))
  }
  return report
}

extension Diagnostic {
  /// What comes to light only when a page is taken out of the file.
  fileprivate static func notImposed(_ error: DrawingError, file: String) -> Diagnostic {
    if case .objects(let words) = error { return .damagedPDF(words, file: file) }
    return .notDrawn(error, file: file)
  }
}
