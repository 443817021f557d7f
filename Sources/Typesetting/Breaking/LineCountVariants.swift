// The best lines, and the best with one line less and one more, so that pages can be balanced.
//
// After the usual run the paragraph is broken once more with line numbers kept apart, those alone
// that lead to so many lines: four at each breakpoint, so that time stays linear. Lines may be a
// little looser than the first pass allows: `variantTolerance`.

internal import Geometry

/// A paragraph's best lines, and what one line less or more would cost.
package struct LineCountVariants: Hashable, Sendable {
  package var best: BrokenParagraph
  /// Nil where it would take lines worse than may be.
  package var oneLineLess: BrokenParagraph?
  package var oneLineMore: BrokenParagraph?
}

/// The best are those of `breakIntoLines`, whatever `looseness` says. Where they needed more than
/// the first pass there are no others.
///
/// - Parameter fewestLines: what has fewer has no line to give or to take.
package func lineCountVariants<Material>(
  _ items: [Item<Material>], shape: LineShape, parameters: LineBreakingParameters,
  fewestLines: Int = 1
) -> LineCountVariants {
  guard !items.isEmpty else {
    return LineCountVariants(best: BrokenParagraph(lines: [], demerits: 0, pass: 0))
  }
  var straight = parameters
  straight.looseness = 0
  let points = breakpoints(in: items)
  var variants = LineCountVariants(
    best: breakIntoLines(items, at: points, shape: shape, parameters: straight))
  let count = variants.best.lines.count
  guard variants.best.pass == 0, count >= fewestLines else { return variants }

  // A second pass that is never run: in the last one lines may stick out.
  let pass = straight.passes[0]
  straight.passes = [pass, pass]
  straight.passes[0].tolerance = max(pass.tolerance, straight.variantTolerance)
  var fit = TotalFit(
    points, startHang: startHang(ofItem: 0, in: items), shape: shape, parameters: straight,
    pass: 0, lineNumbers: .near(variants.best.lineNumbers(at: points)))
  let endings = fit.run()
  func best(withLines count: Int) -> BrokenParagraph? {
    endings.best(withLines: count)
      .map(fit.paragraph)
      .flatMap { $0.lines.contains(where: \.isOverfull) ? nil : $0 }
  }
  variants.oneLineLess = best(withLines: count - 1)
  variants.oneLineMore = best(withLines: count + 1)
  return variants
}

extension BrokenParagraph {
  /// By breakpoint: how many lines there are up to it, the one that ends there counted whole.
  fileprivate func lineNumbers(at points: [Breakpoint]) -> [Int] {
    var number = 1
    return points.map { point in
      while number < lines.count, lines[number - 1].breakItem < point.item { number += 1 }
      return number
    }
  }
}
