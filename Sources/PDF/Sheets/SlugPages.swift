package import Geometry
package import Imposition

/// Slug lines, set in the book's own type: a small PDF with a page as large as its line for each.
package struct SlugPages: Sendable {
  package var lines: [SlugLine]
  /// As many pages as there are lines.
  package var bytes: [UInt8]
  /// From the top of each of these pages.
  package var baseline: Length

  package init(lines: [SlugLine], bytes: [UInt8], baseline: Length) {
    self.lines = lines
    self.bytes = bytes
    self.baseline = baseline
  }

  func forms(
    of pages: borrowing Objects, on sheets: borrowing Objects
  ) throws(DrawingError) -> [SlugLine: SlugForm] {
    var forms: [SlugLine: SlugForm] = [:]
    for (index, line) in lines.enumerated() {
      let form = try PageForm(ofPage: index + 1, of: pages, on: sheets)
      forms[line] = SlugForm(
        name: "/S\(index + 1)", object: form.object, geometry: form.geometry, baseline: baseline)
    }
    return forms
  }
}

/// One line as a thing to be placed.
struct SlugForm {
  let name: String
  let object: Objects.Object
  let geometry: PageGeometry
  let baseline: Length

  /// - Parameter start: where its baseline begins, from the sheet's top left.
  func drawing(at start: Point, upsideDown: Bool, sheetHeight: Length) -> String {
    let lift = upsideDown ? baseline : -baseline
    let place = Transform(
      origin: Point(x: start.x, y: start.y + lift), upsideDown: upsideDown)
    let matrix = Matrix(place, ofPage: geometry.size, sheetHeight: sheetHeight)
    return "q \(geometry.base.followed(by: matrix).text) cm \(name) Do Q\n"
  }
}
