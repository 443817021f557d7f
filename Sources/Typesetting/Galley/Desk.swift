internal import Diagnostics
internal import Geometry
internal import Markdown

/// What everyone who sets blocks has at hand; nothing here changes while a book is set, but what
/// the setter and the standing type remember, and the language where passages of another are set.
struct Desk {
  var design: Design
  var setter: ParagraphSetter
  let standing: StandingType
  var language: BookLanguage
  var otherLanguages: [String: BookLanguage]
  let references: CrossReferences
  let captions: CaptionNumbers
  let index: BookIndex
  let pictures: [Picture]
  let pictureIDs: [String: PictureID]
  let qrCodes: [String: QRMatrix]
  /// What is set runs against the pages' direction.
  var isTurned = false

  var stylesheet: Stylesheet { design.stylesheet }
  var leading: Length { design.stylesheet.leading }

  /// Where the baseline stands in a line of the grid: the ascenders' and descenders' rests above
  /// and below come out equal with most text faces.
  var baseline: Length { leading * 0.71 }

  /// What a face asks from line to line beyond what Latin ones do, which the grid and the spaces around
  /// headings are made for: Arabic letters have longer tails and marks above and below.
  func tails(of style: TextStyle) -> Length {
    let metrics = setter.shaper.metrics(of: style.character)
    return max(.zero, metrics.ascender + metrics.descender - style.size * 1.45)
  }

  /// How many lines a page holds.
  var linesPerPage: Int {
    let height = design.format.trim.height - design.format.head - design.format.foot
    return max(1, height.units / max(1, leading.units))
  }

  func style(_ face: FaceName, size: Length, features: [String] = []) -> TextStyle {
    TextStyle(
      family: face.family, size: size, weight: face.weight, isItalic: face.isItalic,
      features: features, language: language.tag)
  }

  /// Between the text's size and that of notes: for small type on the text's grid.
  var smallTextSize: Length { (stylesheet.textSize + stylesheet.noteSize) / 2 }

  var text: TextStyle {
    style(
      stylesheet.face(), size: stylesheet.textSize, features: stylesheet.figures.features)
  }
}

/// Where blocks are set: how far in, how wide, and what encloses them.
struct Place {
  var indent: Length
  var measure: Length
  var style: TextStyle
  var path: [Element] = []
  var decorations: [Decoration] = []
  var listDepth = 0
  /// How many of the lists around are numbered.
  var numberedDepth = 0
  /// Inside a model letter: ragged, undivided words, paragraphs apart.
  var isLetter = false

  /// Whether this much may be taken from the measure and still leave room for words: six ems.
  func hasRoom(for amount: Length) -> Bool { measure - amount >= style.size * 6 }

  /// Where that would leave no room for words, the place as it is.
  func indented(by amount: Length, trailing: Length = .zero) -> Place {
    guard hasRoom(for: amount + trailing) else { return self }
    var place = self
    place.indent += amount
    place.measure = measure - amount - trailing
    return place
  }

  func inside(_ element: Element) -> Place {
    var place = self
    place.path.append(element)
    return place
  }
}
