package import Geometry

/// How pages are shifted because nested sheets push one another out of the fold.
///
/// Sheet s from the outside stands out at the fore-edge by s times the paper's thickness (at a sharp
/// fold; a round one gives up to π/2 times that).
package struct Creep: Hashable, Sendable {
  package enum Direction: Hashable, Sendable {
    /// The outermost pages stay; inner ones move into the fold.
    case towardsSpine
    /// The innermost pages stay; outer ones move away from the fold.
    case awayFromSpine
  }

  package var thickness: Length
  package var direction: Direction

  package init(thickness: Length, direction: Direction = .towardsSpine) {
    self.thickness = thickness
    self.direction = direction
  }

  /// By how much a page moves away from its spine.
  ///
  /// - Parameters:
  ///   - layer: from the outside, 0 first.
  ///   - layers: of the whole signature.
  func shift(layer: Int, of layers: Int) -> Length {
    switch direction {
    case .towardsSpine: -(thickness * layer)
    case .awayFromSpine: thickness * (layers - 1 - layer)
    }
  }
}

extension Binding {
  /// Creep starts again in each signature, and is the same for the two pages of a leaf and for both
  /// leaves of a sheet.
  func creepShift(of field: Layout.Field, of pageCount: Int) -> Length {
    guard let creep, let position = field.position, isNested else { return .zero }
    let layer = min((position + 1) / 2, (pageCount + 2 - position) / 2) - 1
    return creep.shift(layer: layer, of: pageCount / 4)
  }

  /// Whether leaves lie within one another: a zine's hang in a ring, and cut ones side by side.
  private var isNested: Bool {
    switch style {
    case .saddleStitch, .signatures, .quarto, .octavo, .cutSaddle, .perfectGathered: true
    case .cutAndStack, .perfectLeaves, .miniZine: false
    }
  }

  /// The largest shift in a signature of that many pages.
  func largestCreep(of pageCount: Int) -> Length {
    guard let creep, isNested else { return .zero }
    return creep.thickness * max(pageCount / 4 - 1, 0)
  }
}
