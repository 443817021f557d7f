internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

/// One sheet that finds out what a printer does. Page 1 asks, page 2 answers.
///
/// Some printers print page 2 upon page 1, the right way up or on its head. So page 2 keeps to a band
/// about the middle that half a turn leaves where it is, and page 1 to what is above and below: both
/// can be read whatever happens. Of page 2's two answers one stands on its head, and whoever has
/// turned the sheet reads the one that is true.
struct PrintTestSheet {
  /// As it is printed: the way round in which the booklets' sheets are.
  let size: Size
  let words: KitWords.Test
  let lettering: Lettering

  /// Millimetres, in points.
  static func mm(_ length: Double) -> Double { length * 72 / 25.4 }

  var width: Double { size.width.points }
  var height: Double { size.height.points }
  var isWide: Bool { width > height }
  var middle: Spot { Spot(width / 2, height / 2) }

  /// To A4. Rulers and scales are true millimetres whatever the paper.
  var scale: Double {
    let a4 = isWide ? Paper.a4.size.turned : Paper.a4.size
    return min(size.width / a4.width, size.height / a4.height)
  }
  var leading: Double { Lettering.leading * scale }

  /// From the sheet's middle to where page 2's band ends.
  var halfBand: Double { isWide ? Self.mm(34) * scale : Self.mm(66) * scale }
  /// The lines of page 1's cross reach so far from the middle.
  static let reach = mm(20)
  /// Between the middle and the scales on which the cross is read.
  static let scaleDistance = mm(13)
  /// The paper must have room for the rulers and the answers.
  static let smallest = Paper.a5.size

  var isMirrored: Bool { lettering.direction == .rightToLeft }

  /// The finished sheet: two pages.
  func pdf(fonts: [FontFile]) throws(DrawingError) -> [UInt8] {
    let upright = answers(isUpright: true)
    let pages = [front, back, upright, answers(isUpright: false)]
    let info = DocumentInfo(
      title: words.title, language: lettering.language, direction: lettering.direction)
    let drawn = try readingPDF(
      of: pages, outline: [], info: info, fonts: fonts, pictures: .none)
    let corner = answerCorner.point
    let far = Point(x: size.width - corner.x, y: size.height - corner.y)
    let sheet = Sheet(
      outer: Forme(size: size, cells: [Cell(page: 1, place: Transform(origin: .zero))]),
      inner: Forme(
        size: size,
        cells: [
          Cell(page: 2, place: Transform(origin: .zero)),
          Cell(page: 3, place: Transform(origin: corner)),
          Cell(page: 4, place: Transform(origin: far, upsideDown: true)),
        ]))
    return try sheetsPDF(
      of: [sheet.outer, sheet.inner], asking: PrintWishes(isWide ? .shortEdge : .longEdge),
      finished: drawn)
  }

  func page(_ size: Size, _ marks: [Mark]) -> Page {
    Page(kind: .body, side: .recto, folio: "1", size: size, marks: marks)
  }

  /// Text from a place on, in a measure; how far down it reached.
  func set(
    _ text: String, _ style: Lettering.Style = .text, at corner: Spot, measure: Double,
    into marks: inout [Mark]
  ) -> Double {
    var y = corner.y
    marks.append(.open(Tag(.paragraph)))
    for line in lettering.lines(text, style, scale: scale, measure: measure) {
      let x = isMirrored ? corner.x + measure - line.width : corner.x
      marks += line.marks.moved(by: Spot(x, y))
      y += leading
    }
    marks.append(.close)
    return y
  }

  func artifact(_ sketch: Sketch) -> [Mark] {
    [.open(Tag(.artifact))] + sketch.marks + [.close]
  }
}
