internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Typesetting

extension Page {
  /// What its letters fill, running head and folio with them; nil where there are none.
  var textBox: Rectangle? {
    var corners: (least: Point, most: Point)?
    for case .run(let run, let start, _) in marks {
      // Capitals and most descenders of most faces.
      let least = Point(x: start.x, y: start.y - run.size * 0.72)
      let most = Point(x: start.x + run.advance, y: start.y + run.size * 0.22)
      guard let (a, b) = corners else {
        corners = (least, most)
        continue
      }
      corners = (
        Point(x: min(a.x, least.x), y: min(a.y, least.y)),
        Point(x: max(b.x, most.x), y: max(b.y, most.y))
      )
    }
    return corners.map { least, most in
      Rectangle(x: least.x, y: least.y, width: most.x - least.x, height: most.y - least.y)
    }
  }
}

/// Most printers leave 4 to 5 mm white at each edge.
private let usualUnprintable = Length.millimetres(5)

extension ImposedBooklet {
  /// Letters that lie where the printer prints nothing. What it leaves white is taken as the same at
  /// all edges of the sheet, as the back's left is the front's right; the fold is no edge.
  ///
  /// - Parameter text: what the letters of each page fill.
  func checkMargins(of text: [Rectangle?], reporting diagnostics: inout [Diagnostic]) {
    let printer = booklet.binding.printer
    let white = printer.unprintable ?? usualUnprintable
    var nearest: (page: Int, distance: Length)?
    for forme in files.flatMap(\.run.formes) {
      for cell in forme.cells {
        guard let page = cell.page, let box = text[page - 1] else { continue }
        let a = cell.place(box.origin)
        let b = cell.place(Point(x: box.maxX, y: box.maxY))
        let distance = min(
          a.x, b.x, a.y, b.y, forme.size.width - a.x, forme.size.width - b.x,
          forme.size.height - a.y, forme.size.height - b.y)
        if distance < white, distance < nearest?.distance ?? white { nearest = (page, distance) }
      }
    }
    guard let nearest else { return }
    diagnostics.append(
      .unprintable(
        booklet, name: name, page: nearest.page, distance: nearest.distance, white: white))
  }
}

extension Diagnostic {
  fileprivate static func unprintable(
    _ booklet: Booklet, name: String, page: Int, distance: Length, white: Length
  ) -> Diagnostic {
    let isKnown = booklet.binding.printer.unprintable != nil
    let place = booklet.place(of: .printer)
    let (distance, white) = (distance.shownInMillimetres, white.shownInMillimetres)
    return Diagnostic(
      .warning, "text-unprintable", file: place.file, range: place.range,
      Wording(
        en: """
          in \(name), letters of page \(page) lie \(distance) mm from the sheet's edge, where \
          \(isKnown ? "this printer" : "most printers") print\(isKnown ? "s" : "") nothing: \
          \(white) mm
          """,
        fr: """
          dans \(name), des lettres de la page \(page) sont à \(distance.withComma) mm du bord de la \
          feuille, \
          où \(isKnown ? "cette imprimante n’imprime" : "la plupart des imprimantes n’impriment") \
          rien : \(white.withComma) mm
          """),
      hints: [
        isKnown
          ? Wording(
            en: "use larger paper, a smaller scale, or wider margins",
            fr: "prenez un papier plus grand, une échelle plus petite ou des marges plus larges")
          : Wording(
            en: "tell what your printer leaves white, such as margin=3 in the printer's profile",
            fr: "dites ce que votre imprimante laisse blanc, par exemple margin=3 dans son profil")
      ])
  }
}
