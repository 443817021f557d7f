/// How a page lies on a sheet: made larger or smaller where that was asked for, turned by half a turn
/// or not, then moved.
///
/// Maps a point of the page to a point of the sheet.
package struct Transform: Hashable, Sendable {
  /// Where the page's top left corner (before turning) comes to lie.
  package var origin: Point
  /// Half a turn about the page's top left corner.
  package var upsideDown: Bool
  /// The size on the sheet to the page's own.
  package var scale: Double

  package init(origin: Point, upsideDown: Bool = false, scale: Double = 1) {
    self.origin = origin
    self.upsideDown = upsideDown
    self.scale = scale
  }

  package func callAsFunction(_ point: Point) -> Point {
    let (x, y) = scale == 1 ? (point.x, point.y) : (point.x * scale, point.y * scale)
    return upsideDown
      ? Point(x: origin.x - x, y: origin.y - y) : Point(x: origin.x + x, y: origin.y + y)
  }
}
