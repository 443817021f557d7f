internal import Diagnostics
internal import Geometry
internal import Markdown

extension GalleyBuilder {
  /// A picture with its caption, together on one page.
  mutating func setFigure(_ image: Image, after previous: Block? = nil, in place: Place) {
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
    appendSpace(lines: 1, givesWay: !previous.isHeading)
    let caption = captionLines(of: image, in: place)
    // The headings above and a line of air, the picture, and the caption with a line of air must
    // fit one page; headings that leave no room are parted from it.
    let taken = caption.count + 1
    let below = desk.linesPerPage - taken - (kept > 0 ? kept + 1 : 0)
    let room = below > desk.linesPerPage / 3 ? below : max(1, desk.linesPerPage - taken)
    let size = fittedSize(of: desk.pictures[id.index], image: image, lines: room, in: place)
    let lines = max(1, Int((size.height / desk.leading).rounded(.up)))
    // The picture stands low in its lines, but for some air above its caption.
    let slack = desk.leading * lines - size.height
    let top = slack - (caption.isEmpty ? .zero : min(slack, desk.leading * 0.2))
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
    image.attributes.classes.contains("here") || !image.isCaptioned || !place.path.isEmpty
  }

  /// At its declared size or its natural one, smaller where it must be.
  private mutating func fittedSize(
    of picture: Picture, image: Image, lines: Int, in place: Place
  ) -> Size {
    var width = picture.naturalSize.width
    var height = picture.naturalSize.height
    func scale(by factor: Double) {
      width = width * factor
      height = height * factor
    }
    if let declared = declared("width", of: image, full: place.measure), width > .zero {
      scale(by: declared / width)
    } else if let declared = declared("height", of: image, full: desk.leading * lines),
      height > .zero
    {
      scale(by: declared / height)
    }
    if width > place.measure { scale(by: place.measure / width) }
    let room = desk.leading * lines
    if height > room {
      diagnostics.append(.pictureTooTall(file: file, range: image.range))
      scale(by: room / height)
    }
    if let pixels = picture.pixels { checkResolution(pixels.width, over: width, of: image) }
    return Size(width: width, height: height)
  }

  /// `width=60mm`, or a part of the text's width: `width="50 %"`.
  private mutating func declared(_ key: String, of image: Image, full: Length) -> Length? {
    guard let written = image.attributes.values[key] else { return nil }
    if let length = Length(written: written) ?? Length(written: written, ofWhole: full) {
      return length
    }
    diagnostics.append(
      .pictureSizeUnread(key, written, file: file, range: image.attributes.range ?? image.range))
    return nil
  }

  /// Dots an inch below which a picture prints in visible steps, and is dirt on a photocopy.
  private static var coarsest: Int { 150 }

  private mutating func checkResolution(_ pixels: Int, over width: Length, of image: Image) {
    let resolution = Int((Double(pixels) * 72 / width.points).rounded())
    guard resolution < Self.coarsest else { return }
    let fit = Length.points(Double(pixels) * 72 / Double(Self.coarsest))
    diagnostics.append(
      .pictureCoarse(resolution, widest: fit, file: file, range: image.range))
  }
}

extension Length {
  /// "50 %" of a whole.
  fileprivate init?(written text: String, ofWhole whole: Length) {
    guard let sign = text.firstIndex(of: "%"),
      text[text.index(after: sign)...].allSatisfy({ $0 == " " }),
      // A percentage is written as a length is, and within the same bounds.
      let part = Length(written: text[..<sign] + "pt"), part <= .points(100)
    else { return nil }
    self = whole * (part.points / 100)
  }
}

extension Diagnostic {
  fileprivate static func pictureCoarse(
    _ resolution: Int, widest: Length, file: String, range: SourceRange
  ) -> Diagnostic {
    let width = Int(widest.millimetres)
    return Diagnostic(
      .warning, "picture-coarse", file: file, range: range,
      Wording(
        en: "this picture has \(resolution) dots an inch at the width it prints, too few",
        fr: "à la largeur où elle s’imprime, cette image n’a que \(resolution) points par pouce"),
      hints: [
        Wording(
          en: "print it at most \(width) mm wide, {width=\(width)mm}, or take a larger file",
          fr: "imprimez-la sur \(width) mm au plus, {width=\(width)mm}, ou prenez un fichier plus "
            + "grand")
      ])
  }

  fileprivate static func pictureSizeUnread(
    _ key: String, _ written: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "picture-size", file: file, range: range,
      Wording(
        en: "“\(written)” is no \(key) that a picture can have; it keeps its own",
        fr: "« \(written) » n’est pas une mesure pour \(key) ; l’image garde la sienne"),
      hints: [
        Wording(
          en: "write a length such as \(key)=60mm, or a part such as \(key)=\"50 %\"",
          fr: "écrivez une longueur telle que \(key)=60mm, ou une part telle que \(key)=\"50 %\"")
      ])
  }
}
