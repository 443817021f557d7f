internal import Diagnostics
internal import Geometry
internal import Imposition

// A binding is planned for pages of one size. Where they have several, it is planned for a size that
// holds each, and each is laid in its place there.

extension [Size] {
  /// The smallest size that holds each.
  var envelope: Size {
    Size(width: map(\.width).max() ?? .zero, height: map(\.height).max() ?? .zero)
  }
}

extension Forme {
  /// The same with pages of different sizes, each laid at the spine of its place, and along the spine
  /// in the middle.
  ///
  /// - Parameter envelope: the size for which the forme was planned.
  func holding(_ sizes: [Size], in envelope: Size) -> Forme {
    var forme = self
    for index in cells.indices {
      guard let page = cells[index].page, cells[index].size == nil else { continue }
      forme.cells[index].settle(sizes[page - 1], in: envelope)
    }
    return forme
  }
}

extension Cell {
  fileprivate mutating func settle(_ size: Size, in envelope: Size) {
    let (width, height) = (envelope.width - size.width, envelope.height - size.height)
    guard width > .zero || height > .zero else { return }
    let corner =
      switch spine {
      case .left: Point(x: .zero, y: height / 2)
      case .right: Point(x: width, y: height / 2)
      case .top: Point(x: width / 2, y: .zero)
      case .bottom: Point(x: width / 2, y: height)
      }
    let scale = place.scale
    place.origin = place(corner)
    room.left += corner.x * scale
    room.right += (width - corner.x) * scale
    room.top += corner.y * scale
    room.bottom += (height - corner.y) * scale
  }
}

extension Wording {
  static let severalSizes = Wording(
    en: "pages have several sizes: each lies at its spine, in the middle between head and foot",
    fr: "les pages ont plusieurs formats : chacune est au pli, à mi-hauteur")
}
