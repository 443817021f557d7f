internal import Diagnostics

/// What someone asks to see of a book's pages, as PNG files.
package struct ProofOrder: Sendable {
  package enum Kind: Sendable {
    case pages
    /// As the open booklet shows them.
    case spreads
    /// Each side of each sheet, as it comes out of the printer.
    case sheets
    /// All on one picture.
    case contactSheet
  }

  package var kind: Kind
  /// Pixels an inch.
  package var ppi: Int
  /// Counted from the cover, as their folios are; nil for the whole book. Spreads and sheets are
  /// shown whole that hold one of them.
  package var pages: [ClosedRange<Int>]?
  /// As the user wrote it; nil for `output/LANG/pages` in the book's folder.
  package var folder: String?

  package init(_ kind: Kind = .pages) {
    self.kind = kind
    ppi = kind.usualResolution
  }

  /// Less shows no letters, more is finer than a printer's dots.
  package static let resolutions = 20...600

  /// The numbers asked for, in order and each once.
  ///
  /// - Throws: where one of them is not among the book's.
  func numbers(of pageCount: Int) throws(WorkshopError) -> [Int] {
    guard let pages else { return Array(1..<(pageCount + 1)) }
    for range in pages where range.lowerBound < 1 || range.upperBound > pageCount {
      throw WorkshopError(.pageAbsent(range, pageCount: pageCount))
    }
    return Set(pages.joined()).sorted()
  }
}

extension ProofOrder.Kind {
  /// Enough to read by, or to know pages by.
  package var usualResolution: Int { self == .contactSheet ? 30 : 100 }
}

extension Diagnostic {
  fileprivate static func pageAbsent(_ range: ClosedRange<Int>, pageCount: Int) -> Diagnostic {
    let page = range.lowerBound < 1 ? range.lowerBound : range.upperBound
    return Diagnostic(
      .error, "page-absent", file: "--pages",
      Wording(en: "the book has no page \(page)", fr: "le livre n’a pas de page \(page)"),
      hints: [
        Wording(
          en: "ask for pages from 1, the cover, to \(pageCount), the back cover",
          fr: "demandez des pages de 1, la couverture, à \(pageCount), la quatrième de couverture")
      ])
  }
}
