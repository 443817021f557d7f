package import Geometry
package import Imposition

/// How large a page of any PDF is on paper, and which way it is up.
///
/// What is printed and trimmed is the TrimBox, but no more of it than the CropBox shows; what has no
/// TrimBox is as large as its CropBox, and without one as its MediaBox (ISO 32000-1, 14.11.2).
package struct PageGeometry: Hashable, Sendable {
  /// Of the page, trimmed and upright.
  package var size: Size
  /// How far there is something to print beyond each edge of the trimmed page: what the BleedBox
  /// says, if anything.
  package var bleed: Cell.Margins
  /// From the page's own coordinates to those of the upright page, whose trimmed corner at the bottom
  /// left is at zero.
  let base: Matrix
  /// All that the page may draw on, in its own coordinates.
  let media: Box

  let isAllOfItsMedia: Bool

  /// Four sides in a page's own coordinates, each where it belongs whichever corners were named.
  struct Box: Hashable, Sendable {
    var left: Double
    var bottom: Double
    var right: Double
    var top: Double

    var isEmpty: Bool { left >= right || bottom >= top }

    func intersection(_ other: Box) -> Box {
      Box(
        left: max(left, other.left), bottom: max(bottom, other.bottom),
        right: min(right, other.right), top: min(top, other.top))
    }

    /// As an array says it.
    var text: String {
      "[" + [left, bottom, right, top].map { decimal(.points($0)) }.joined(separator: " ") + "]"
    }
  }

  /// - Parameters:
  ///   - quarters: by how many quarters the page is turned clockwise to be read.
  ///   - unit: the length of 1 in the page's coordinates, in points.
  init(media: Box, trim: Box, bleed: Box, quarters: Int, unit: Double) {
    self.media = media
    isAllOfItsMedia = trim == media
    let (width, height) = ((trim.right - trim.left) * unit, (trim.top - trim.bottom) * unit)
    let beyond = [
      trim.left - bleed.left, bleed.top - trim.top, bleed.right - trim.right,
      trim.bottom - bleed.bottom,
    ].map { Length.points($0 * unit) }
    // Clockwise from the left: what is at the bottom comes to the left by the first quarter.
    let sides = (0..<4).map { beyond[($0 + 4 - quarters) % 4] }
    self.bleed = Cell.Margins(left: sides[0], right: sides[2], top: sides[1], bottom: sides[3])
    let isAcross = quarters % 2 == 1
    size = Size(
      width: .points(isAcross ? height : width), height: .points(isAcross ? width : height))
    base =
      switch quarters {
      case 1:
        Matrix(a: 0, b: -unit, c: unit, d: 0, e: -trim.bottom * unit, f: trim.right * unit)
      case 2: Matrix(a: -unit, d: -unit, e: trim.right * unit, f: trim.top * unit)
      case 3: Matrix(a: 0, b: unit, c: -unit, d: 0, e: trim.top * unit, f: -trim.left * unit)
      default: Matrix(a: unit, d: unit, e: -trim.left * unit, f: -trim.bottom * unit)
      }
  }
}

extension PageGeometry {
  /// Nil for a page that says no size, or one that no paper has.
  init?(of page: Objects.Object, in pages: borrowing Objects) {
    // Only these two are inherited.
    let (mediaBox, cropBox) = (
      pages.inherited("/MediaBox", of: page), pages.inherited("/CropBox", of: page)
    )
    guard let media = mediaBox.flatMap({ pages.box($0) }), !media.isEmpty else { return nil }
    let crop = cropBox.flatMap { pages.box($0) }?.intersection(media)
    let shown = crop.flatMap { $0.isEmpty ? nil : $0 } ?? media
    let trimmed = pages.value("/TrimBox", of: page).flatMap { pages.box($0) }?.intersection(shown)
    let trim = trimmed.flatMap { $0.isEmpty ? nil : $0 } ?? shown
    var bleed =
      pages.value("/BleedBox", of: page).flatMap { pages.box($0) }?.intersection(media) ?? trim
    bleed = Box(
      left: min(bleed.left, trim.left), bottom: min(bleed.bottom, trim.bottom),
      right: max(bleed.right, trim.right), top: max(bleed.top, trim.top))

    let turn = pages.inherited("/Rotate", of: page).flatMap { pages.number($0) } ?? 0
    let quarters = abs(turn) <= 1e6 ? (Int(turn) / 90 % 4 + 4) % 4 : 0
    let unit = pages.value("/UserUnit", of: page).flatMap { pages.number($0) } ?? 1
    guard (0.001...1000).contains(unit) else { return nil }
    // 100 m: a thousand times what any printer takes, and far from where lengths end.
    let longest = max(trim.right - trim.left, trim.top - trim.bottom) * unit
    guard longest >= 1, longest <= 283_465 else { return nil }
    self.init(media: media, trim: trim, bleed: bleed, quarters: quarters, unit: unit)
  }
}

extension Objects {
  /// What the page says, or its parents say for all of theirs; nil where nobody does.
  func inherited(_ key: String, of page: Object) -> Object? { find(key, from: page)?.value }

  /// With the node that says it.
  func find(_ key: String, from page: Object) -> (value: Object, owner: Object)? {
    var node = page
    // No tree of pages is as deep: it is one that turns in a ring.
    for _ in 0..<100 {
      if let value = value(key, of: node) { return (value, node) }
      guard let parent = value("/Parent", of: node), isDictionary(parent) else { return nil }
      node = parent
    }
    return nil
  }

  /// Nil for what is no rectangle.
  func box(_ array: Object) -> PageGeometry.Box? {
    guard isArray(array) else { return nil }
    let sides = items(of: array).compactMap { number($0) }
    guard sides.count == 4, sides.allSatisfy({ abs($0) <= 1e6 }) else { return nil }
    return PageGeometry.Box(
      left: min(sides[0], sides[2]), bottom: min(sides[1], sides[3]),
      right: max(sides[0], sides[2]), top: max(sides[1], sides[3]))
  }
}
