internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

/// Numbered pages in light grey, to be imposed and folded as the real ones will be before any ink is
/// spent on them.
struct Dummy {
  let count: Int
  let size: Size
  let boundEdge: Binding.BoundEdge
  let words: KitWords
  /// Nil where there is no type: numbers are drawn, and nothing else is said.
  let lettering: Lettering?

  private static let ink = Ink(red: 0.72, green: 0.72, blue: 0.72)

  var pages: [Page] {
    guard count > 0 else { return [] }
    return (1...count).map { number in
      Page(
        kind: .body, side: number % 2 == 1 ? .recto : .verso, folio: String(number), size: size,
        marks: marks(of: number))
    }
  }

  private func marks(of number: Int) -> [Mark] {
    let (width, height) = (size.width.points, size.height.points)
    let scale = width / Paper.a5.size.width.points
    var sketch = Sketch(scale: max(scale, 0.2))
    let middle = width / 2
    // Upwards, so that whoever folds sees at once which page stands on its head.
    sketch.arrow(from: Spot(middle, height * 0.26), to: Spot(middle, height * 0.12))
    drawSpine(of: number, in: &sketch)

    guard let lettering else {
      sketch.number(number, about: Spot(middle, height * 0.5), height: 110 * scale)
      return [.open(Tag(.artifact))] + sketch.marks.inked(Self.ink) + [.close]
    }
    let numeral = lettering.line(String(number), .numeral(150 * scale))
    var text = numeral.marks.moved(by: Spot(middle - numeral.width / 2, height * 0.5 + 54 * scale))
    let name = lettering.line(self.name(of: number), .heading, scale: scale)
    text += name.marks.moved(by: Spot(middle - name.width / 2, height * 0.78))
    return [.open(Tag(.artifact))] + sketch.marks.inked(Self.ink)
      + [.close, .open(Tag(.paragraph))] + text.inked(Self.ink) + [.close]
  }

  private func name(of number: Int) -> String {
    switch number {
    case 1: words.dummy.frontCover
    case count where count > 1: words.dummy.backCover
    default: ""
    }
  }

  /// A bar along the edge that is bound.
  private func drawSpine(of number: Int, in sketch: inout Sketch) {
    let (width, height) = (size.width.points, size.height.points)
    let inset = Length.millimetres(6).points * sketch.scale
    let isRecto = number % 2 == 1
    switch boundEdge {
    case .top:
      let y = isRecto ? inset : height - inset
      sketch.polyline([Spot(width * 0.3, y), Spot(width * 0.7, y)], .hand)
    case .left, .right:
      let x = isRecto == (boundEdge == .left) ? inset : width - inset
      sketch.polyline([Spot(x, height * 0.3), Spot(x, height * 0.7)], .hand)
    }
  }
}

/// The dummy of a booklet as a PDF of its own size, one page after another: it goes the way of the
/// real pages from there.
func dummyPages(
  count: Int, size: Size, boundEdge: Binding.BoundEdge = .left, in type: KitType
) throws(DrawingError) -> [UInt8] {
  let words = KitWords(tag: type.language)
  let lettering = type.lettering(words)
  let dummy = Dummy(
    count: count, size: size, boundEdge: boundEdge, words: words, lettering: lettering)
  let info = DocumentInfo(
    title: words.dummy.title, language: lettering.language, direction: lettering.direction)
  return try readingPDF(
    of: dummy.pages, outline: [], info: info, fonts: type.files, pictures: .none)
}

/// The same for pages of no book: without any type.
func dummyPages(
  count: Int, size: Size, boundEdge: Binding.BoundEdge = .left
) throws(DrawingError) -> [UInt8] {
  let words = KitWords(tag: "en")
  let dummy = Dummy(count: count, size: size, boundEdge: boundEdge, words: words, lettering: nil)
  let info = DocumentInfo(title: words.dummy.title, language: words.tag)
  return try readingPDF(of: dummy.pages, outline: [], info: info, fonts: [], pictures: .none)
}

extension [Mark] {
  /// All lines and letters in one ink.
  func inked(_ ink: Ink) -> [Mark] {
    map { mark in
      switch mark {
      case .run(let run, let point, _): .run(run, at: point, ink: ink)
      case .stroke(let path, let width, let dash, _):
        .stroke(path, width: width, dash: dash, ink: ink)
      case .fill(let area, _): .fill(area, ink: ink)
      default: mark
      }
    }
  }
}
