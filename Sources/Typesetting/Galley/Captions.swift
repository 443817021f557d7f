internal import Diagnostics
internal import Geometry
internal import Markdown

/// The numbers of the figures and tables that have captions, each kind counted through the book.
struct CaptionNumbers {
  /// By the place of the picture or the table.
  private var numbers: [Place: Int] = [:]

  private struct Place: Hashable {
    var file: String
    var start: SourceLocation
  }

  static let none = CaptionNumbers()

  private init() {}

  init(of copy: Copy) {
    var figures = 0
    var tables = 0
    for chapter in copy.manuscript.chapters {
      chapter.visit(block: { block in
        switch block {
        case .paragraph(let paragraph):
          for image in paragraph.content.images
          where image.isCaptioned && copy.pictureIDs[image.source] != nil {
            figures += 1
            numbers[Place(file: chapter.file, start: image.range.lowerBound)] = figures
          }
        case .table(let table) where table.isCaptioned:
          tables += 1
          numbers[Place(file: chapter.file, start: table.range.lowerBound)] = tables
        default: break
        }
      })
    }
  }

  func number(at range: SourceRange, in file: String) -> Int? {
    numbers[Place(file: file, start: range.lowerBound)]
  }
}

extension Image {
  var isCaptioned: Bool { title.map { !$0.allSatisfy(\.isWhitespace) } ?? false }
}

extension Table {
  var isCaptioned: Bool { caption.map { !$0.content.isEmpty } ?? false }
}

extension GalleyBuilder {
  /// "Fig. 1 – The words of the caption", under a picture in the middle.
  mutating func captionLines(of image: Image, in place: Place) -> [Strip] {
    guard let title = image.title, image.isCaptioned else { return [] }
    let words = Inline.text(Text(value: title, range: image.range, isVerbatim: false))
    return captionLines(
      [words], label: desk.language.apparatus.figureCaption, at: image.range, in: place,
      options: LineOptions(hyphenates: false, isCentred: true))
  }

  /// "Table 1 – The words of the caption", above a table at its left.
  mutating func captionLines(of table: Table, in place: Place) -> [Strip] {
    guard let caption = table.caption, table.isCaptioned else { return [] }
    return captionLines(
      caption.content, label: desk.language.apparatus.tableCaption, at: table.range, in: place,
      options: LineOptions(hyphenates: false, isRagged: true))
  }

  private mutating func captionLines(
    _ words: [Inline], label: String, at range: SourceRange, in place: Place, options: LineOptions
  ) -> [Strip] {
    let style = desk.style(
      desk.stylesheet.headingFace(weight: 400), size: desk.stylesheet.textSize * 0.86)
    var content = words
    if let number = desk.captions.number(at: range, in: file), let first = words.first {
      let before = first.range.lowerBound..<first.range.lowerBound
      func text(_ value: String) -> Inline {
        .text(Text(value: value, range: before, isVerbatim: false))
      }
      content = [
        .strong(
          Emphasis(
            content: [text("\(label)\u{A0}\(desk.language.digits.written(number))")], range: before)
        ), text(" – "),
      ]
      content += words
    }
    let inner = place.inside(element(.caption))
    let lines = compose(
      content, style: style, indent: place.indent, measure: place.measure, options: options)
    return lines.map { strip($0, in: inner, range: range) }
  }
}
