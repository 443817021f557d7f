import Geometry
import Imposition

/// A printer that prints one side: it takes sheets from the top of the pile in its tray, short edge
/// first, and each lands on top of those before it.
struct SimplexPrinter {
  enum Side: CaseIterable { case upper, lower }

  /// Which side of a sheet in the tray gets the ink.
  var prints: Side
  /// Which side lies up when the sheet has come out: the printed one or the other.
  var deliversFaceUp: Bool

  /// How somebody puts the printed pile back into the tray.
  struct Reload: Hashable {
    /// Upside down, as a pile of cards is turned.
    var isTurnedOver: Bool
    /// By half a turn, so that the other end goes in first.
    var isTurnedAround: Bool

    static let all = [false, true].flatMap { over in
      [false, true].map { Reload(isTurnedOver: over, isTurnedAround: $0) }
    }
  }

  /// The printed sheets, first to last as their fronts were printed; nil where a side was printed
  /// twice.
  ///
  /// - Parameter runs: fronts, then backs.
  func print(_ runs: [PrintRun], reload: Reload, pageSize: Size) -> [PrintedSheet]? {
    guard runs.map(\.sides) == [.fronts, .backs] else { return nil }
    let (fronts, backs) = (runs[0].formes, runs[1].formes)
    let blank = fronts.map {
      PrintedSheet(width: $0.size.width.points, height: $0.size.height.points)
    }
    var tray = Pile(blank)
    // A blank sheet has no front yet: the side that is printed first becomes it.
    if prints == .lower { tray = tray.turnedOver.turnedAround.fromBelow }
    guard var out = printed(fronts, tray, pageSize, isOnBack: false) else { return nil }
    if reload.isTurnedOver { out = out.turnedOver }
    if reload.isTurnedAround { out = out.turnedAround }
    guard let done = printed(backs, out, pageSize, isOnBack: true) else { return nil }
    return done.layers.sorted { $0.number < $1.number }.map(\.sheet)
  }

  private func printed(
    _ formes: [Forme], _ tray: Pile, _ pageSize: Size, isOnBack: Bool
  ) -> Pile? {
    guard formes.count == tray.layers.count else { return nil }
    var delivered = Pile(layers: [])
    for (var layer, forme) in zip(tray.layers, formes) {
      // The side that gets the ink must be the one that has none.
      guard layer.showsFront == ((prints == .upper) != isOnBack) else { return nil }
      let isWide = layer.sheet.width >= layer.sheet.height
      let (outline, unprinted) = (layer.outline, layer)
      layer.sheet.ink(forme, pageSize, isOnBack: isOnBack) { spot in
        // The image lies in the tray as one sees it; from below it is mirrored about the way the
        // paper goes, which is along its long edges.
        var seen = Spot(x: spot.x + outline.corner.x, y: spot.y + outline.corner.y)
        if prints == .lower {
          if isWide {
            seen.y = outline.corner.y + outline.far.y - seen.y
          } else {
            seen.x = outline.corner.x + outline.far.x - seen.x
          }
        }
        return unprinted.onSheet(seen)
      }
      // A way that bends turns the sheet over, head first.
      var sheet = Pile(layers: [layer])
      if (prints == .upper) != deliversFaceUp { sheet = sheet.turnedOver }
      delivered = sheet.upon(delivered)
    }
    return delivered
  }
}

extension Pile {
  /// Turned over end to end, along the way the paper goes.
  fileprivate var turnedOver: Pile {
    let outline = outline
    let isWide = outline.far.x - outline.corner.x >= outline.far.y - outline.corner.y
    let turned = isWide ? mirrored(aboutX: 0) : mirrored(aboutY: 0)
    return turned.moved(onto: self)
  }

  fileprivate var turnedAround: Pile { turned.moved(onto: self) }
}
