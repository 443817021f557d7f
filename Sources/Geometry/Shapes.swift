/// A place on paper; x grows to the right, y grows downwards, as on a page read from the top.
package struct Point: Hashable, Sendable {
  package var x: Length
  package var y: Length

  package init(x: Length, y: Length) {
    self.x = x
    self.y = y
  }

  package static let zero = Point(x: .zero, y: .zero)

  package static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
}

package struct Size: Hashable, Sendable {
  package var width: Length
  package var height: Length

  package init(width: Length, height: Length) {
    self.width = width
    self.height = height
  }

  /// The same paper turned by a quarter.
  package var turned: Size { Size(width: height, height: width) }
}

package struct Rectangle: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(origin: Point, size: Size) {
    self.origin = origin
    self.size = size
  }

  package init(x: Length, y: Length, width: Length, height: Length) {
    self.init(origin: Point(x: x, y: y), size: Size(width: width, height: height))
  }

  package var minX: Length { origin.x }
  package var minY: Length { origin.y }
  package var maxX: Length { origin.x + size.width }
  package var maxY: Length { origin.y + size.height }

  package func moved(by offset: Point) -> Rectangle {
    Rectangle(origin: origin + offset, size: size)
  }
}
