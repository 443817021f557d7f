internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

extension Easel {
  /// The slug lines of a booklet's sheets, set in the book's own type; nil where none is planned.
  func slugs(of imposed: ImposedBooklet) throws(DrawingError) -> SlugPages? {
    try slugType.pages(of: imposed.files.flatMap(\.run.formes), fonts: fonts)
  }

  func slugLines(on formes: [Forme]) -> [(line: SlugLine, page: Page)] {
    slugType.lines(on: formes)
  }

  private var slugType: SlugType {
    SlugType(
      title: book.words.title, language: book.language.tag, direction: book.language.direction,
      namesLanguage: true, date: book.date?.words(in: book.language),
      stylesheet: typeset.design.stylesheet, shaper: shaper)
  }
}

extension SlugType {
  /// Nil where no line is planned.
  func pages(of formes: [Forme], fonts: [FontFile]) throws(DrawingError) -> SlugPages? {
    let lines = lines(on: formes)
    guard !lines.isEmpty else { return nil }
    let bytes = try readingPDF(
      of: lines.map(\.page), outline: [], info: DocumentInfo(title: title, language: language),
      fonts: fonts, pictures: .none)
    return SlugPages(lines: lines.map(\.line), bytes: bytes, baseline: Self.baseline)
  }

  /// Each line once, on a page as large as itself, in the order in which they are printed.
  func lines(on formes: [Forme]) -> [(line: SlugLine, page: Page)] {
    var lines: [SlugLine] = []
    var widths: [SlugLine: Length] = [:]
    for forme in formes {
      for case .slug(let line, _, let width, _) in forme.marks.map(\.shape) {
        if widths[line] == nil { lines.append(line) }
        widths[line] = min(widths[line] ?? width, width)
      }
    }
    return lines.map { ($0, page(of: $0, width: widths[$0] ?? .zero)) }
  }
}

/// Sets slug lines: title, language, date, signature and sheet.
struct SlugType {
  let title: String
  /// Of the words beside the title, BCP 47, and which way it is written.
  let language: String
  let direction: Direction
  /// Whether the title is in that language, so that the line says which.
  let namesLanguage: Bool
  let date: String?
  let stylesheet: Stylesheet
  let shaper: any Shaper

  /// Small: for whoever gathers sheets, not for readers.
  static let size = Length.points(6)
  static let baseline = Length.points(6)
  private static let height = Length.points(8)

  /// As wide as there is room. What is too long is cut off at its end: the title, for the sheet's
  /// numbers come first.
  func page(of line: SlugLine, width: Length) -> Page {
    let style = CharacterStyle(
      face: stylesheet.headingFace(weight: 400), size: Self.size, features: ["lnum"],
      language: language)
    let isMirrored = direction == .rightToLeft
    var x = Length.zero
    var marks: [Mark] = []
    // Each by itself: in a line of Arabic, "ar · 24" would be read as one stretch of Latin.
    for (index, part) in parts(of: line).enumerated() {
      for text in index == 0 ? [part] : [" · ", part] {
        let shaped = shaper.shape(
          StyledText(
            text: text, runs: [.init(bytes: 0..<text.utf8.count, style: style)],
            direction: direction))
        let runs = visualOrder(ofLevels: shaped.runs.map(\.level)).map { shaped.runs[$0] }
        let advance = runs.reduce(Length.zero) { $0 + $1.advance }
        var place = isMirrored ? width - x - advance : x
        for run in runs {
          marks.append(.run(run, at: Point(x: place, y: Self.baseline), ink: .black))
          place += run.advance
        }
        x += advance
      }
    }
    return Page(
      kind: .body, side: .recto, folio: "", size: Size(width: width, height: Self.height),
      marks: [.open(Tag(.artifact))] + marks + [.close])
  }

  private func parts(of line: SlugLine) -> [String] {
    let words = SlugWords(language: language)
    var parts: [String] = []
    if let signature = line.signature {
      if line.signatureCount > 1 {
        parts.append("\(words.signature) \(signature)/\(line.signatureCount)")
      }
      parts.append("\(words.sheet) \(line.sheet)/\(line.sheetCount)")
    } else {
      parts.append(words.cover)
    }
    parts.append(line.isOuter ? words.outside : words.inside)
    parts.append(title)
    if namesLanguage { parts.append(language) }
    if let date { parts.append(date) }
    return parts
  }
}
