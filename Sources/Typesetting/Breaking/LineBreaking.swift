// Breaks a paragraph into lines, all lines weighed together.
//
//   [Item] ──breakpoints──▶ [Breakpoint] ──TotalFit.run──▶ best ways ──setLines──▶ BrokenParagraph
//
// After Knuth and Plass, "Breaking paragraphs into lines" (1981), with the decisions and the
// whole-number arithmetic of TeX (tex.web, sections 813–890).

internal import Geometry

/// The lines of least demerits. The end of the items is the end of the last line: they need a
/// glue there that fills the line, and no forced break.
///
/// There are always lines: where no breaks are good enough in any pass, the last pass leaves
/// lines overfull, and says so. No items, no lines. Glue must not shrink infinitely.
package func breakIntoLines<Material>(
  _ items: [Item<Material>], shape: LineShape, parameters: LineBreakingParameters
) -> BrokenParagraph {
  guard !items.isEmpty else { return BrokenParagraph(lines: [], demerits: 0, pass: 0) }
  let points = breakpoints(in: items)
  for pass in parameters.passes.indices {
    var fit = TotalFit(
      points, shape: shape, parameters: parameters, pass: pass,
      countsLines: parameters.looseness != 0)
    let endings = fit.run()
    guard let best = endings.best else { continue }
    let wanted = best.lineCount + parameters.looseness
    let nearest = endings.nearest(to: wanted, from: best)
    if nearest.lineCount == wanted || pass == parameters.passes.count - 1 {
      return paragraph(of: items, fit: fit, ending: nearest, shape: shape, pass: pass)
    }
  }
  return BrokenParagraph(lines: [], demerits: 0, pass: 0)
}

/// A paragraph's best lines, and what one line less or more would cost.
package struct LineCountVariants: Hashable, Sendable {
  package var best: BrokenParagraph
  /// Nil where no pass can do it without an overfull line.
  package var oneLineLess: BrokenParagraph?
  package var oneLineMore: BrokenParagraph?
}

/// The best lines, and the best with one line less and one more, so that pages can be balanced.
///
/// The best are those of the first pass that finds any, whatever `looseness` says; the others may
/// need a later pass, with its higher tolerance. In each pass all line numbers are followed at
/// once: more work than `breakIntoLines`, by as many times as the paragraph's length may vary.
package func lineCountVariants<Material>(
  _ items: [Item<Material>], shape: LineShape, parameters: LineBreakingParameters
) -> LineCountVariants {
  var found: LineCountVariants?
  let points = items.isEmpty ? [] : breakpoints(in: items)
  for pass in parameters.passes.indices where !items.isEmpty {
    var fit = TotalFit(
      points, shape: shape, parameters: parameters, pass: pass, countsLines: true)
    let endings = fit.run()
    func best(withLines count: Int) -> BrokenParagraph? {
      guard let ending = endings.filter({ $0.lineCount == count }).best else { return nil }
      return paragraph(of: items, fit: fit, ending: ending, shape: shape, pass: pass)
    }
    guard let least = endings.best else { continue }
    var variants =
      found
      ?? LineCountVariants(
        best: paragraph(of: items, fit: fit, ending: least, shape: shape, pass: pass))
    let count = variants.best.lines.count
    variants.oneLineLess = variants.oneLineLess ?? best(withLines: count - 1)?.unlessOverfull
    variants.oneLineMore = variants.oneLineMore ?? best(withLines: count + 1)?.unlessOverfull
    found = variants
    if variants.oneLineLess != nil && variants.oneLineMore != nil { break }
  }
  return found ?? LineCountVariants(best: BrokenParagraph(lines: [], demerits: 0, pass: 0))
}

extension BrokenParagraph {
  fileprivate var unlessOverfull: BrokenParagraph? {
    lines.contains(where: \.isOverfull) ? nil : self
  }
}

extension [TotalFit.Ending] {
  /// Of equals the first, as in TeX.
  fileprivate var best: TotalFit.Ending? { self.min { $0.demerits < $1.demerits } }

  /// The best of those whose number of lines is nearest to the wanted one, on its side of `best`.
  fileprivate func nearest(to wanted: Int, from best: TotalFit.Ending) -> TotalFit.Ending {
    let between =
      Swift.min(wanted, best.lineCount)...Swift.max(wanted, best.lineCount)
    let candidates = filter { between.contains($0.lineCount) }
    let distance = candidates.map { abs($0.lineCount - wanted) }.min()
    return candidates.filter { abs($0.lineCount - wanted) == distance }.best ?? best
  }
}

private func paragraph<Material>(
  of items: [Item<Material>], fit: TotalFit, ending: TotalFit.Ending, shape: LineShape, pass: Int
) -> BrokenParagraph {
  BrokenParagraph(
    lines: setLines(of: items, at: fit.breakpoints(of: ending), shape: shape),
    demerits: ending.demerits, pass: pass)
}
