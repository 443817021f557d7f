internal import Diagnostics
internal import Geometry
internal import Markdown

/// The cover, the colophon behind it and the back cover.
struct TitlePages {
  let desk: Desk
  let matter: TitleMatter

  /// The cover's own margin: title and motif share it.
  private var margin: Length { .millimetres(13) }
  private var trim: Size { desk.design.format.trim }
  private var coverMeasure: Length { trim.width - margin * 2 }

  private func builder() -> GalleyBuilder {
    GalleyBuilder(desk: desk, file: "", number: 0, notes: [])
  }

  private func page(_ kind: Page.Kind, number: Int, marks: [Mark]) -> Page {
    Page(
      kind: kind, side: number % 2 == 1 ? .recto : .verso, folio: String(number), size: trim,
      marks: marks)
  }

  // MARK: Cover

  func cover() -> Page {
    var builder = builder()
    var marks: [Mark] = [.anchor(name: "cover", at: .zero)] + background
    var y = Length.millimetres(17)
    let fitted = fittedTitle(builder: &builder)
    var title: [Mark] = []
    let subtitle = desk.style(desk.stylesheet.headingFace(weight: 600), size: .points(14))
    let tails = desk.tails(
      of: desk.style(desk.stylesheet.headingFace(weight: 900), size: fitted.size))
    for (index, line) in fitted.lines.enumerated() {
      y += fitted.size * 0.98 + (index == 0 ? .zero : tails)
      title += line.marks.moved(by: Point(x: margin, y: y))
    }
    marks += paragraph(title)
    y += .millimetres(4) + tails
    var lines: [Mark] = []
    for line in builder.lines(matter.subtitle, style: subtitle, measure: coverMeasure) {
      y += .points(18)
      lines += line.marks.moved(by: Point(x: margin, y: y))
    }
    marks += paragraph(lines)
    marks += motif(below: y + .millimetres(5), footTop: footTop)
    marks += foot(builder: &builder)
    return page(.cover, number: 1, marks: marks)
  }

  /// As large as it takes to cover the page with its bleed; what stands over is cut off.
  private var background: [Mark] {
    guard let id = matter.background, id.index < desk.pictures.count else { return [] }
    let natural = desk.pictures[id.index].naturalSize
    guard natural.width > .zero, natural.height > .zero else { return [] }
    let bleed = desk.design.format.bleed
    let scale = max(
      (trim.width + bleed * 2) / natural.width, (trim.height + bleed * 2) / natural.height)
    let (width, height) = (natural.width * scale, natural.height * scale)
    let frame = Rectangle(
      x: (trim.width - width) / 2, y: (trim.height - height) / 2, width: width, height: height)
    return [.open(Tag(.artifact)), .picture(id, in: frame), .close]
  }

  /// The title as large as its longest word lets it be.
  private func fittedTitle(
    builder: inout GalleyBuilder
  ) -> (lines: [ComposedLine], size: Length) {
    let largest = 54.0
    let face = desk.stylesheet.headingFace(weight: 900)
    var size = Length.points(largest)
    for points in stride(from: largest, through: 14, by: -2) {
      size = .points(points)
      let style = desk.style(face, size: size)
      let widest =
        matter.title.split(separator: " ").compactMap {
          builder.line(String($0), style: style)?.width
        }.max() ?? .zero
      let lines = builder.lines(matter.title, style: style, measure: coverMeasure)
      if widest <= coverMeasure, lines.count <= 3 { return (lines, size) }
    }
    let style = desk.style(face, size: size)
    return (builder.lines(matter.title, style: style, measure: coverMeasure), size)
  }

  private var footTop: Length { trim.height - .millimetres(22) }

  /// The motif as large as it can be between title and foot.
  private func motif(below top: Length, footTop: Length) -> [Mark] {
    guard let id = matter.motif, id.index < desk.pictures.count else { return [] }
    let natural = desk.pictures[id.index].naturalSize
    guard natural.width > .zero, natural.height > .zero, footTop > top else { return [] }
    // Printers leave 5 mm white at the paper's edge.
    let widest = trim.width - .millimetres(12)
    let scale = min(widest / natural.width, (footTop - top) / natural.height)
    let width = natural.width * scale
    let height = natural.height * scale
    let frame = Rectangle(
      x: (trim.width - width) / 2, y: footTop - height, width: width, height: height)
    return [.open(Tag(.artifact)), .picture(id, in: frame), .close]
  }

  private func foot(builder: inout GalleyBuilder) -> [Mark] {
    let style = desk.style(desk.stylesheet.headingFace(weight: 600), size: .points(9.5))
    let baseline = trim.height - .millimetres(13)
    var marks: [Mark] = []
    if let publisher = builder.line(matter.publisher, style: style) {
      marks += paragraph(publisher.marks.moved(by: Point(x: margin, y: baseline)))
    }
    let edition = [matter.edition, matter.date].filter { !$0.isEmpty }.joined(separator: " · ")
    if let line = builder.line(edition, style: style) {
      let x = trim.width - margin - line.width
      marks += paragraph(line.marks.moved(by: Point(x: x, y: baseline)))
    }
    return marks
  }

  private func paragraph(_ marks: [Mark]) -> [Mark] {
    [.open(Tag(.paragraph))] + marks + [.close]
  }

  // MARK: Findings

  /// What of the title matter cannot be printed.
  func findings() -> [Diagnostic] {
    var builder = GalleyBuilder(desk: desk, file: matter.file, number: 0, notes: [])
    let sans = desk.style(desk.stylesheet.headingFace(weight: 600), size: .points(10))
    builder.check(
      matter.title, in: desk.style(desk.stylesheet.headingFace(weight: 900), size: .points(10)),
      at: matter.places[matter.title])
    for text in [matter.subtitle, matter.edition, matter.publisher] {
      builder.check(text, in: sans, at: matter.places[text])
    }
    for text in matter.blurb + matter.colophon {
      builder.check(text, in: desk.text, at: matter.places[text])
    }
    var findings = builder.diagnostics
    if blurbBottom() > footTop, let first = matter.blurb.first {
      findings.append(
        .backCoverFull(file: matter.file, range: matter.places[first] ?? .nowhere))
    }
    return findings
  }

  private func blurbBottom() -> Length {
    var builder = builder()
    var bottom = Self.blurbTop
    for text in matter.blurb {
      bottom += Self.blurbLeading * blurbLines(text, builder: &builder).count
      bottom += Self.blurbLeading / 2
    }
    return bottom
  }

  private func blurbLines(
    _ text: String, builder: inout GalleyBuilder
  ) -> [ComposedLine] {
    builder.lines(
      text, style: desk.style(desk.stylesheet.face(), size: .points(12)), measure: coverMeasure,
      options: LineOptions(hyphenates: false, isRagged: true))
  }

  private static var blurbTop: Length { .millimetres(26) }
  private static var blurbLeading: Length { .points(16) }

  // MARK: Colophon and back cover

  /// Set small at the foot of the page behind the cover.
  func colophon(number: Int) -> Page {
    var builder = builder()
    let leading = desk.stylesheet.noteLeading
    let style = desk.style(desk.stylesheet.face(), size: desk.stylesheet.noteSize)
    let measure = desk.design.format.measure
    let format = desk.design.format
    let x = PageAssembler(desk: desk).left(on: number % 2 == 1 ? .recto : .verso)
    var blocks: [[ComposedLine]] = []
    let label = desk.style(
      desk.stylesheet.headingFace(weight: 700), size: desk.stylesheet.noteSize * 1.05)
    blocks.append(builder.lines(desk.language.labels.colophon, style: label, measure: measure))
    for text in matter.colophon {
      blocks.append(
        builder.lines(
          text, style: style, measure: measure,
          options: LineOptions(hyphenates: false, isRagged: true)))
    }
    let gap = leading / 2
    let height = blocks.reduce(Length.zero) { $0 + leading * $1.count + gap } - gap
    var y = format.head + desk.leading * desk.linesPerPage - height
    var marks: [Mark] = []
    for block in blocks {
      marks.append(.open(Tag(.paragraph)))
      for line in block {
        marks += line.marks.moved(by: Point(x: x, y: y + leading * 0.71))
        y += leading
      }
      marks.append(.close)
      y += gap
    }
    return page(.colophon, number: number, marks: marks)
  }

  func backCover(number: Int) -> Page {
    var builder = builder()
    let leading = Self.blurbLeading
    var y = Self.blurbTop
    var marks: [Mark] = []
    for text in matter.blurb {
      let lines = blurbLines(text, builder: &builder)
      marks.append(.open(Tag(.paragraph)))
      for line in lines {
        marks += line.marks.moved(by: Point(x: margin, y: y))
        y += leading
      }
      marks.append(.close)
      y += leading / 2
    }
    marks += vignette(below: y) + logo
    marks += foot(builder: &builder)
    return page(.backCover, number: number, marks: marks)
  }

  /// Above the publisher's name, no larger than a stamp.
  private var logo: [Mark] {
    guard let id = matter.logo, id.index < desk.pictures.count else { return [] }
    let natural = desk.pictures[id.index].naturalSize
    guard natural.width > .zero, natural.height > .zero else { return [] }
    let scale = min(.millimetres(30) / natural.width, .millimetres(14) / natural.height)
    let size = Size(width: natural.width * scale, height: natural.height * scale)
    let frame = Rectangle(
      origin: Point(x: margin, y: footTop - size.height), size: size)
    return [.open(Tag(.artifact)), .picture(id, in: frame), .close]
  }

  private func vignette(below top: Length) -> [Mark] {
    guard let id = matter.vignette, id.index < desk.pictures.count else { return [] }
    let size = desk.pictures[id.index].naturalSize
    guard footTop - top > size.height else { return [] }
    let frame = Rectangle(
      x: (trim.width - size.width) / 2, y: top + (footTop - top - size.height) / 2,
      width: size.width, height: size.height)
    return [.open(Tag(.artifact)), .picture(id, in: frame), .close]
  }
}
