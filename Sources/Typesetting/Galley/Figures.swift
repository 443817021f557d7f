internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// A picture with its caption, together on one page.
  mutating func setFigure(_ image: Image, in place: Place) {
    guard let id = desk.pictureIDs[image.source], id.index < desk.pictures.count else {
      // A picture that could not be had was reported when it was looked for; its words remain.
      if let anchor = image.attributes.id {
        append(Strip(lineCount: 0, marks: [.anchor(name: anchor, at: .zero)]))
        appendPenalty(Penalty.forbidden)
      }
      setText(
        image.alternative, in: place.inside(element(.paragraph)), range: image.range,
        options: LineOptions(isRagged: true))
      return
    }
    let kept = linesKeptAbove
    appendSpace(lines: 1, givesWay: true)
    let caption = captionLines(of: image, in: place)
    // The headings above and a line of air, the picture, and the caption with a line of air must
    // fit one page; headings that leave no room are parted from it.
    let taken = caption.count + 1
    let below = desk.linesPerPage - taken - (kept > 0 ? kept + 1 : 0)
    let room = below > desk.linesPerPage / 3 ? below : max(1, desk.linesPerPage - taken)
    let size = fittedSize(of: desk.pictures[id.index], image: image, lines: room, in: place)
    let lines = max(1, Int((size.height / desk.leading).rounded(.up)))
    let top = desk.leading * lines - size.height
    let frame = Rectangle(
      x: place.indent + (place.measure - size.width) / 2, y: top, width: size.width,
      height: size.height)
    let element = element(.figure(alternative: image.alternative.plainText))
    let figure = Figure(id: element.id, stays: stays(image, in: place))
    var strip = Strip(lineCount: lines, marks: [.picture(id, in: frame)])
    if let anchor = image.attributes.id {
      strip.marks.insert(.anchor(name: anchor, at: .zero), at: 0)
    }
    strip.path = place.path + [element]
    strip.decorations = place.decorations
    strip.range = image.range
    strip.figure = figure
    append(strip)
    for var line in caption {
      line.figure = figure
      appendPenalty(Penalty.forbidden)
      append(line)
    }
    appendSpace(lines: 1, givesWay: true)
  }

  /// `{.here}` keeps a figure at its place. One without a caption is part of what is said before
  /// it, and one in a list or a box belongs there.
  private func stays(_ image: Image, in place: Place) -> Bool {
    let isCaptioned = image.title.map { !$0.isEmpty } ?? false
    return image.attributes.classes.contains("here") || !isCaptioned || !place.path.isEmpty
  }

  private mutating func captionLines(of image: Image, in place: Place) -> [Strip] {
    guard let title = image.title, !title.isEmpty else { return [] }
    let style = desk.style(
      desk.stylesheet.headingFace(weight: 600), size: desk.stylesheet.textSize * 0.84)
    let inner = place.inside(element(.caption))
    let lines = compose(
      [.text(Text(value: title, range: image.range, isVerbatim: false))], style: style,
      indent: place.indent, measure: place.measure,
      options: LineOptions(hyphenates: false, isCentred: true))
    return lines.map { strip($0, in: inner, range: image.range) }
  }

  /// At its declared width or its natural size, smaller where it must be.
  private mutating func fittedSize(
    of picture: Picture, image: Image, lines: Int, in place: Place
  ) -> Size {
    var width = picture.naturalSize.width
    var height = picture.naturalSize.height
    func scale(by factor: Double) {
      width = width * factor
      height = height * factor
    }
    if let declared = image.attributes.values["width"].flatMap(Length.init(written:)),
      width > .zero
    {
      scale(by: declared / width)
    }
    if width > place.measure { scale(by: place.measure / width) }
    let room = desk.leading * lines
    if height > room {
      diagnostics.append(.pictureTooTall(file: file, range: image.range))
      scale(by: room / height)
    }
    return Size(width: width, height: height)
  }
}
