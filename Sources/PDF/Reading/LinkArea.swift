internal import Geometry
internal import Typesetting

/// Where on a page a link can be pointed at: one line of its words, or a picture.
struct LinkArea: Hashable {
  /// The link's element.
  var element: Int
  /// Counted from 0.
  var page: Int
  var rectangle: Rectangle
}

extension [LinkArea] {
  /// Adds a run to the area on whose line it stands, or begins another.
  mutating func extend(_ element: Int, page: Int, around run: GlyphRun, at baseline: Point) {
    // As high as most faces' ascenders and as deep as their descenders.
    let rectangle = Rectangle(
      x: baseline.x, y: baseline.y - run.size * 0.75, width: run.advance, height: run.size)
    if let last = indices.last, self[last].element == element,
      self[last].rectangle.isOnALine(with: rectangle)
    {
      self[last].rectangle = self[last].rectangle.union(rectangle)
    } else {
      append(LinkArea(element: element, page: page, rectangle: rectangle))
    }
  }
}

extension Rectangle {
  /// Whether more than half of the lower one's height is shared.
  fileprivate func isOnALine(with other: Rectangle) -> Bool {
    let shared = min(maxY, other.maxY) - max(minY, other.minY)
    return shared * 2 > min(size.height, other.size.height)
  }

  fileprivate func union(_ other: Rectangle) -> Rectangle {
    let (left, top) = (min(minX, other.minX), min(minY, other.minY))
    return Rectangle(
      x: left, y: top, width: max(maxX, other.maxX) - left,
      height: max(maxY, other.maxY) - top)
  }
}
