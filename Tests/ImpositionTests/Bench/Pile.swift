/// Paper lying on a table: layer upon layer, all of one outline.
struct Pile {
  /// From the top.
  var layers: [Layer]

  /// A piece of a sheet. A place (x, y) of the sheet lies on the table at (x·across + right,
  /// y·down + below), and `across` and `down` are 1 or -1: once mirrored, a sheet shows its back.
  struct Layer {
    var sheet: PrintedSheet
    /// Which sheet of the pile it was.
    var number: Int
    /// Which part of it, once it is cut.
    var strip = 0
    var piece: Box
    var across = 1.0
    var down = 1.0
    var right = 0.0
    var below = 0.0

    var showsFront: Bool { across * down > 0 }

    func onTable(_ spot: Spot) -> Spot {
      Spot(x: spot.x * across + right, y: spot.y * down + below)
    }
    func onSheet(_ spot: Spot) -> Spot {
      Spot(x: (spot.x - right) * across, y: (spot.y - below) * down)
    }
    var outline: Box { Box(onTable(piece.corner), onTable(piece.far)) }
  }

  init(layers: [Layer]) { self.layers = layers }

  /// The sheets as they are laid out to be folded: fronts up, the first on top.
  init(_ sheets: [PrintedSheet]) {
    layers = sheets.enumerated().map { number, sheet in
      Layer(
        sheet: sheet, number: number,
        piece: Box(.init(x: 0, y: 0), .init(x: sheet.width, y: sheet.height)))
    }
  }

  var outline: Box { layers[0].outline }
}

struct Box: Equatable {
  var corner: Spot
  var far: Spot

  init(_ a: Spot, _ b: Spot) {
    corner = Spot(x: min(a.x, b.x), y: min(a.y, b.y))
    far = Spot(x: max(a.x, b.x), y: max(a.y, b.y))
  }

  func holds(_ spot: Spot) -> Bool {
    corner.x < spot.x && spot.x < far.x && corner.y < spot.y && spot.y < far.y
  }
}

// What hands do.
extension Pile {
  enum Half { case left, right, top, bottom }
  enum Way { case behind, over }

  /// Folds that half behind or over the other, round a spine of that width.
  func folded(_ half: Half, _ way: Way = .behind, spine: Double = 0) -> Pile {
    let (staying, moving) = parted(half, losing: spine)
    let isAcross = half == .top || half == .bottom
    let turned = isAcross ? moving.mirrored(aboutY: 0) : moving.mirrored(aboutX: 0)
    let met = turned.moved(onto: staying)
    return way == .behind ? staying.upon(met) : met.upon(staying)
  }

  /// What stays, and that half.
  private func parted(_ half: Half, losing width: Double = 0) -> (staying: Pile, cutOff: Pile) {
    let (corner, far) = (outline.corner, outline.far)
    let (x, y) = ((corner.x + far.x) / 2, (corner.y + far.y) / 2)
    let left = Box(corner, Spot(x: x - width / 2, y: far.y))
    let right = Box(Spot(x: x + width / 2, y: corner.y), far)
    let top = Box(corner, Spot(x: far.x, y: y - width / 2))
    let bottom = Box(Spot(x: corner.x, y: y + width / 2), far)
    return switch half {
    case .left: (kept(right), kept(left))
    case .right: (kept(left), kept(right))
    case .top: (kept(bottom), kept(top))
    case .bottom: (kept(top), kept(bottom))
    }
  }

  /// Cuts the pile into equal fields, row by row from the head, each from the left.
  func cut(columns: Int, rows: Int) -> [Pile] {
    let outline = outline
    let width = (outline.far.x - outline.corner.x) / Double(columns)
    let height = (outline.far.y - outline.corner.y) / Double(rows)
    return (0..<rows * columns).map { field in
      let corner = Spot(
        x: outline.corner.x + width * Double(field % columns),
        y: outline.corner.y + height * Double(field / columns))
      var part = kept(Box(corner, Spot(x: corner.x + width, y: corner.y + height)))
      for layer in part.layers.indices { part.layers[layer].strip = field }
      return part
    }
  }

  /// The part of each layer that lies in that box of the table.
  private func kept(_ box: Box) -> Pile {
    Pile(
      layers: layers.map { layer in
        var layer = layer
        layer.piece = Box(layer.onSheet(box.corner), layer.onSheet(box.far))
        return layer
      })
  }

  func upon(_ other: Pile) -> Pile { Pile(layers: layers + other.layers) }

  /// Put into the middle of another that was folded.
  func inside(_ other: Pile) -> Pile {
    let half = other.layers.count / 2
    return Pile(layers: other.layers.prefix(half) + layers + other.layers.suffix(half))
  }

  /// One panel folded along the edge it shares with another, so that it lies upon or below that one.
  func folded(along other: Pile) -> Pile {
    var layer = layers[0]
    let neighbour = other.layers[0]
    let (a, b) = (layer.piece, neighbour.piece)
    (layer.across, layer.down) = (neighbour.across, neighbour.down)
    (layer.right, layer.below) = (neighbour.right, neighbour.below)
    if a.corner.y == b.corner.y {
      let shared = max(a.corner.x, b.corner.x)
      layer.right += 2 * shared * layer.across
      layer.across.negate()
    } else {
      let shared = max(a.corner.y, b.corner.y)
      layer.below += 2 * shared * layer.down
      layer.down.negate()
    }
    return Pile(layers: [layer])
  }

  func mirrored(aboutX x: Double) -> Pile {
    Pile(
      layers: layers.reversed().map {
        var layer = $0
        layer.across.negate()
        layer.right = 2 * x - layer.right
        return layer
      })
  }

  func mirrored(aboutY y: Double) -> Pile {
    Pile(
      layers: layers.reversed().map {
        var layer = $0
        layer.down.negate()
        layer.below = 2 * y - layer.below
        return layer
      })
  }

  /// By half a turn on the table.
  var turned: Pile {
    mirrored(aboutX: 0).mirrored(aboutY: 0)
  }

  /// The same layers in the other order, none of them turned over.
  var fromBelow: Pile { Pile(layers: layers.reversed()) }

  /// Laid where another lies.
  func moved(onto other: Pile) -> Pile {
    let (here, there) = (outline.corner, other.outline.corner)
    return Pile(
      layers: layers.map {
        var layer = $0
        layer.right += there.x - here.x
        layer.below += there.y - here.y
        return layer
      })
  }
}
