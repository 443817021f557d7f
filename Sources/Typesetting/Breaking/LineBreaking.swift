// Breaks a paragraph into lines, all lines weighed together.
//
//   [Item] ──breakpoints──▶ [Breakpoint] ──TotalFit.run──▶ best ways ──GlueSetting──▶ BrokenParagraph
//
// After Knuth and Plass, "Breaking paragraphs into lines" (1981), with the decisions and the
// whole-number arithmetic of TeX (tex.web, sections 813–890).

internal import Geometry

/// The lines of least demerits. The end of the items is the end of the last line: they need a
/// glue there that fills the line, and no forced break; one more does no harm.
///
/// There are always lines: where no breaks are good enough in any pass, the last pass leaves
/// lines overfull, and says so. No items, no lines. Glue must not shrink infinitely.
package func breakIntoLines<Material>(
  _ items: [Item<Material>], shape: LineShape, parameters: LineBreakingParameters
) -> BrokenParagraph {
  guard !items.isEmpty else { return BrokenParagraph(lines: [], demerits: 0, pass: 0) }
  return breakIntoLines(items, at: breakpoints(in: items), shape: shape, parameters: parameters)
}

func breakIntoLines<Material>(
  _ items: [Item<Material>], at points: [Breakpoint], shape: LineShape,
  parameters: LineBreakingParameters
) -> BrokenParagraph {
  let startHang = startHang(ofItem: 0, in: items)
  for pass in parameters.passes.indices {
    var fit = TotalFit(
      points, startHang: startHang, shape: shape, parameters: parameters, pass: pass,
      lineNumbers: parameters.looseness != 0 ? .all : .alike)
    let endings = fit.run()
    guard let best = endings.best else { continue }
    let wanted = best.lineCount + parameters.looseness
    let nearest = endings.nearest(to: wanted, from: best)
    if nearest.lineCount == wanted || pass == parameters.passes.count - 1 {
      return fit.paragraph(endingWith: nearest)
    }
  }
  return BrokenParagraph(lines: [], demerits: 0, pass: 0)
}

extension [TotalFit.Ending] {
  /// Of equals the first, as in TeX.
  var best: TotalFit.Ending? { self.min { $0.demerits < $1.demerits } }

  func best(withLines count: Int) -> TotalFit.Ending? {
    filter { $0.lineCount == count }.best
  }

  /// The best of those whose number of lines is nearest to the wanted one, on its side of `best`.
  fileprivate func nearest(to wanted: Int, from best: TotalFit.Ending) -> TotalFit.Ending {
    let between =
      Swift.min(wanted, best.lineCount)...Swift.max(wanted, best.lineCount)
    let candidates = filter { between.contains($0.lineCount) }
    let distance = candidates.map { abs($0.lineCount - wanted) }.min()
    return candidates.filter { abs($0.lineCount - wanted) == distance }.best ?? best
  }
}
