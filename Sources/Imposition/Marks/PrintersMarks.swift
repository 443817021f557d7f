package import Geometry

/// Which marks are printed beside the pages, for whoever folds, cuts and binds.
package struct PrintersMarks: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Where to cut: short lines off the corners of each page.
    case crop
    /// Where to fold: solid where the paper goes away from the reader, dashed where it comes.
    case fold
    /// Two ticks on the outermost sheet's outside, on the fold.
    case staple
    /// Where the needle goes through the fold.
    case sewing
    /// A step lower on each signature's back, to see at once that all are there and in order.
    case collation
    /// Crosses that show how well front and back lie on one another.
    case registration
    /// Title, language, date, signature and sheet.
    case slug
  }

  package var kinds: Set<Kind>
  package var sewing: SewingStations

  package init(_ kinds: Set<Kind> = [], sewing: SewingStations = SewingStations()) {
    self.kinds = kinds
    self.sewing = sewing
  }
}

/// Where a signature is pierced: a kettle stitch near each end, and pairs for the tapes between.
package struct SewingStations: Hashable, Sendable {
  /// From each end of the spine to its kettle stitch.
  package var margin: Length
  package var tapes: Int
  package var tapeWidth: Length

  package init(
    margin: Length = .millimetres(15), tapes: Int = 3, tapeWidth: Length = .millimetres(10)
  ) {
    self.margin = margin
    self.tapes = tapes
    self.tapeWidth = tapeWidth
  }

  /// From the head of a spine of that length: a kettle stitch near each end, and both sides of each
  /// tape, the tapes equally far apart. A spine too short for the tapes goes without, and one too
  /// short for both kettles is sewn in its middle.
  package func places(along spine: Length) -> [Length] {
    let between = spine - margin * 2
    guard margin >= .zero, between > .zero else { return [spine / 2] }
    let tapes = max(tapes, 0)
    let pairs = (0..<tapes).flatMap { tape -> [Length] in
      let middle = margin + between * (tape + 1) / (tapes + 1)
      return [middle - tapeWidth / 2, middle + tapeWidth / 2]
    }
    let tapesFit = between > tapeWidth * (tapes + 1)
    return [margin] + (tapesFit ? pairs : []) + [spine - margin]
  }
}

/// One mark on a forme.
package struct PrintersMark: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    case line(from: Point, to: Point, isDashed: Bool = false)
    /// A cross whose arms reach that far, in a circle of half of it.
    case target(centre: Point, radius: Length)
    /// Filled.
    case block(Rectangle)
    /// Where a line of text of six points begins on its baseline, and how long it may be.
    case slug(SlugLine, at: Point, width: Length, upsideDown: Bool = false)
  }
  package var kind: PrintersMarks.Kind
  package var shape: Shape

  package init(_ kind: PrintersMarks.Kind, _ shape: Shape) {
    self.kind = kind
    self.shape = shape
  }

  /// Turned about the sheet's upright middle to the other side, where a fold goes the other way.
  func seenFromBehind(_ width: Length) -> PrintersMark {
    func mirrored(_ point: Point) -> Point { Point(x: width - point.x, y: point.y) }
    switch shape {
    case .line(let from, let to, let isDashed):
      return PrintersMark(
        kind,
        .line(
          from: mirrored(from), to: mirrored(to), isDashed: kind == .fold ? !isDashed : isDashed))
    case .target(let centre, let radius):
      return PrintersMark(kind, .target(centre: mirrored(centre), radius: radius))
    case .block(let box):
      let corner = mirrored(Point(x: box.maxX, y: box.minY))
      return PrintersMark(kind, .block(Rectangle(origin: corner, size: box.size)))
    case .slug(let line, let start, let width, let upsideDown):
      let end = mirrored(Point(x: start.x + width, y: start.y))
      return PrintersMark(kind, .slug(line, at: end, width: width, upsideDown: upsideDown))
    }
  }

  /// Turned by half a turn as part of a forme.
  func turned(on sheet: Size) -> PrintersMark {
    func turned(_ point: Point) -> Point {
      Point(x: sheet.width - point.x, y: sheet.height - point.y)
    }
    switch shape {
    case .line(let from, let to, let isDashed):
      return PrintersMark(kind, .line(from: turned(from), to: turned(to), isDashed: isDashed))
    case .target(let centre, let radius):
      return PrintersMark(kind, .target(centre: turned(centre), radius: radius))
    case .block(let box):
      let corner = turned(Point(x: box.maxX, y: box.maxY))
      return PrintersMark(kind, .block(Rectangle(origin: corner, size: box.size)))
    case .slug(let line, let start, let width, let upsideDown):
      return PrintersMark(
        kind, .slug(line, at: turned(start), width: width, upsideDown: !upsideDown))
    }
  }
}

/// What a slug line says of its sheet, beside the book's title, language and date.
package struct SlugLine: Hashable, Sendable {
  /// From 1; nil on a cover.
  package var signature: Int?
  package var signatureCount: Int
  /// From 1, in its signature.
  package var sheet: Int
  package var sheetCount: Int
  package var isOuter: Bool

  package init(
    signature: Int?, signatureCount: Int, sheet: Int, sheetCount: Int, isOuter: Bool
  ) {
    self.signature = signature
    self.signatureCount = signatureCount
    self.sheet = sheet
    self.sheetCount = sheetCount
    self.isOuter = isOuter
  }
}
