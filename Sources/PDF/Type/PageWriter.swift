internal import Geometry
internal import Typesetting

/// Writes what draws a page (ISO 32000-1, 8 and 14.6): everything inside the marks of what it
/// belongs to, greys as greys.
struct PageWriter {
  private let page: TaggedPage
  private let fount: Fount
  private var letters: LetterWriter
  private var marked: TaggedPage.Owner?
  private var fill: Ink?
  private var line: (ink: Ink, width: Length, dash: [Length])?
  private var output = PDFText()
  /// What the page shows, as its resources name it.
  private(set) var pictures: [PictureID] = []
  var fonts: [Int] { letters.fonts }

  static func contents(
    of page: TaggedPage, _ fount: Fount
  ) -> (bytes: [UInt8], fonts: [Int], pictures: [PictureID]) {
    var writer = PageWriter(page, fount)
    for (mark, owner, isParted) in page.drawing {
      writer.enter(owner)
      writer.draw(mark, isParted: isParted)
    }
    writer.leave()
    return (writer.output.bytes, writer.fonts, writer.pictures)
  }

  private init(_ page: TaggedPage, _ fount: Fount) {
    self.page = page
    self.fount = fount
    letters = LetterWriter(fount, pageHeight: page.size.height)
  }

  // MARK: Marks

  private mutating func enter(_ owner: TaggedPage.Owner) {
    guard owner != marked else { return }
    leave()
    marked = owner
    switch owner {
    case .content(let number):
      output.append("/\(page.contents[number].type) << /MCID \(number) >> BDC\n")
    case .artifact(.runningHead):
      output.append("/Artifact << /Type /Pagination /Subtype /Header >> BDC\n")
    case .artifact(.folio):
      output.append("/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n")
    case .artifact:
      output.append("/Artifact BMC\n")
    }
  }

  private mutating func leave() {
    letters.end(in: &output)
    if marked != nil { output.append("EMC\n") }
    marked = nil
  }

  // MARK: Drawing

  private mutating func draw(_ mark: Mark, isParted: Bool) {
    switch mark {
    case .run(let run, let point, let ink):
      use(ink)
      letters.show(run, at: point, isParted: isParted, in: &output)
    case .fill(let rectangle, let ink):
      letters.end(in: &output)
      use(ink)
      output.append(
        """
        \(rectangle.minX) \(y(rectangle.maxY)) \(rectangle.size.width) \(rectangle.size.height) \
        re f

        """)
    case .stroke(let path, let width, let dash, let ink):
      letters.end(in: &output)
      stroke(path, width: width, dash: dash, ink)
    case .picture(let id, let frame):
      letters.end(in: &output)
      place(id, in: frame)
    case .open, .close, .anchor:
      break
    }
  }

  /// A PDF measures from the bottom.
  private func y(_ length: Length) -> Length { page.size.height - length }

  private mutating func use(_ ink: Ink) {
    guard fill != ink else { return }
    letters.end(in: &output)
    fill = ink
    output.append("\(ink.filling)\n")
  }

  private mutating func stroke(_ path: Path, width: Length, dash: [Length], _ ink: Ink) {
    // A PDF takes a line without width for the thinnest that there is.
    guard width > .zero, !path.steps.isEmpty else { return }
    if line?.ink != ink { output.append("\(ink.stroking)\n") }
    if line?.width != width { output.append("\(width) w\n") }
    // Dashes that would never end are a line.
    let isDashed = dash.allSatisfy { $0 >= .zero } && dash.contains { $0 > .zero }
    let dash = isDashed ? dash : []
    if (line?.dash ?? []) != dash { output.append("\(PDFText.array(dash.map { "\($0)" })) 0 d\n") }
    line = (ink, width, dash)
    var hasPoint = false
    for step in path.steps {
      switch step {
      case .move(let point): output.append("\(point.x) \(y(point.y)) m\n")
      // A path begins where its first step ends, if with nothing else.
      case .line(let point): output.append("\(point.x) \(y(point.y)) \(hasPoint ? "l" : "m")\n")
      case .curve(let first, let second, let end):
        if !hasPoint { output.append("\(first.x) \(y(first.y)) m\n") }
        output.append(
          "\(first.x) \(y(first.y)) \(second.x) \(y(second.y)) \(end.x) \(y(end.y)) c\n")
      case .close:
        guard hasPoint else { continue }
        output.append("h\n")
      }
      hasPoint = true
    }
    output.append(hasPoint ? "S\n" : "n\n")
  }

  private mutating func place(_ id: PictureID, in frame: Rectangle) {
    // From the specimen's frame, at the top left of its page, to the picture's.
    let (from, height) = (Specimen.pictureFrame, Specimen.pageSize.height)
    let (across, down) = (frame.size.width / from.size.width, frame.size.height / from.size.height)
    let bottom = y(frame.maxY) - (height - from.maxY) * down
    if !pictures.contains(id) { pictures.append(id) }
    output.append(
      """
      q \(fine: across) 0 0 \(fine: down) \(frame.minX) \(bottom) cm \(id.name) Do Q

      """)
  }
}

extension PictureID {
  /// Among a page's resources.
  var name: String { "/P\(index)" }
}

extension Ink {
  /// The operator that sets it for letters and areas.
  var filling: PDFText { "\(components) \(isGrey ? "g" : "rg")" }

  /// And for lines.
  var stroking: PDFText { "\(components) \(isGrey ? "G" : "RG")" }

  var isGrey: Bool { red == green && green == blue }

  private var components: PDFText {
    isGrey ? "\(share: red)" : "\(share: red) \(share: green) \(share: blue)"
  }
}
