/// How a page lies on a sheet: turned by half a turn or not, then moved. Never scaled.
///
/// Maps a point of the page to a point of the sheet.
package struct Transform: Hashable, Sendable {
  /// Where the page's top left corner (before turning) comes to lie.
  package var origin: Point
  /// Half a turn about the page's top left corner.
  package var upsideDown: Bool

  package init(origin: Point, upsideDown: Bool = false) {
    self.origin = origin
    self.upsideDown = upsideDown
  }

  package func callAsFunction(_ point: Point) -> Point {
    upsideDown
      ? Point(x: origin.x - point.x, y: origin.y - point.y)
      : Point(x: origin.x + point.x, y: origin.y + point.y)
  }
}
