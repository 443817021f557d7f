// The best lines, and the best with one line less and one more, so that pages can be balanced.
//
// All line numbers are followed at once, in each pass: more work than `breakIntoLines`, by as
// many times as the number of lines may vary on the way.

internal import Geometry

/// A paragraph's best lines, and what one line less or more would cost.
package struct LineCountVariants: Hashable, Sendable {
  package var best: BrokenParagraph
  /// Nil where no pass can do it without an overfull line.
  package var oneLineLess: BrokenParagraph?
  package var oneLineMore: BrokenParagraph?

  /// A longer paragraph is not varied: it would take time with the square of its lines, and one
  /// that fills ten pages of A5 has neighbours enough to vary in its place.
  package static let mostLines = 300
}

/// The best are those of `breakIntoLines`, whatever `looseness` says; the others may need a later
/// pass, with its higher tolerance.
package func lineCountVariants<Material>(
  _ items: [Item<Material>], shape: LineShape, parameters: LineBreakingParameters
) -> LineCountVariants {
  var straight = parameters
  straight.looseness = 0
  var variants = LineCountVariants(
    best: breakIntoLines(items, shape: shape, parameters: straight))
  let count = variants.best.lines.count
  guard count > 0, count <= LineCountVariants.mostLines else { return variants }

  let points = breakpoints(in: items)
  for pass in variants.best.pass..<parameters.passes.count {
    var fit = TotalFit(
      points, shape: shape, parameters: parameters, pass: pass, countsLines: true)
    let endings = fit.run()
    func best(withLines count: Int) -> BrokenParagraph? {
      endings.best(withLines: count)
        .map { BrokenParagraph(items, fit: fit, ending: $0, shape: shape, pass: pass) }
        .flatMap { $0.lines.contains(where: \.isOverfull) ? nil : $0 }
    }
    variants.oneLineLess = variants.oneLineLess ?? best(withLines: count - 1)
    variants.oneLineMore = variants.oneLineMore ?? best(withLines: count + 1)
    if variants.oneLineLess != nil && variants.oneLineMore != nil { break }
  }
  return variants
}
