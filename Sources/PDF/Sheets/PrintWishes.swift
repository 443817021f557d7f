/// What readers are asked to ask of printers. They honour it unevenly: it is a help, and the
/// instructions must still say it.
package struct PrintWishes: Hashable, Sendable {
  package enum Sides: Hashable, Sendable {
    /// Both, the sheet turned about that edge.
    case shortEdge, longEdge
    case one
  }

  package var sides: Sides
  /// Bound on the right: two pages side by side on a screen change places.
  package var readsFromTheRight: Bool

  package init(_ sides: Sides, readsFromTheRight: Bool = false) {
    self.sides = sides
    self.readsFromTheRight = readsFromTheRight
  }

  /// As a dictionary of viewer preferences (ISO 32000-1, 12.2).
  var text: String {
    let duplex =
      switch sides {
      case .shortEdge: "/DuplexFlipShortEdge"
      case .longEdge: "/DuplexFlipLongEdge"
      case .one: "/Simplex"
      }
    return """
      << /DisplayDocTitle true /PrintScaling /None /Duplex \(duplex) /PickTrayByPDFSize true\
      \(readsFromTheRight ? " /Direction /R2L" : "") >>
      """
  }
}
