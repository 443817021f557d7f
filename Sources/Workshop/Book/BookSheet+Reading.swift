internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Localization
internal import Typesetting

extension BookSheet {
  /// Reads the sheet; nil where too much is wrong to go on, and all of it is reported.
  init?(
    reading source: YAMLText, in locales: Locales = Locales(),
    reporting diagnostics: inout [Diagnostic]
  ) {
    var found: [Diagnostic] = []
    defer { diagnostics += found }
    guard
      let sheet = source.root(reporting: &found)?.mapping(
        of: [
          "slug", "source", "languages", "date", "page", "type", "chapters", "notes", "fit",
          "cover", "binding", "outputs", "values",
        ], reporting: &found)
    else { return nil }

    let slug = sheet.required("slug", reporting: &found)?.slug(reporting: &found)
    let tag = sheet.required("source", reporting: &found)?
      .language(of: locales, reporting: &found)
    let languages = sheet.required("languages", reporting: &found)?
      .languages(of: locales, reporting: &found)
    if let tag, let languages, languages[tag] == nil, let place = sheet["source"] {
      found.append(.sourceUnknown(tag, at: place, known: languages.keys.sorted()))
    }
    date = sheet["date"]?.date(reporting: &found)
    let format = sheet["page"].map { $0.pageFormat(reporting: &found) } ?? .a5
    let type = sheet.required("type", reporting: &found)?.type(reporting: &found)

    let chapters = sheet["chapters"]?.mapping(
      of: ["contents-depth", "open"], reporting: &found)
    contentsDepth = chapters?["contents-depth"]?.number(in: 1...6, reporting: &found) ?? 2
    chaptersOpenOnRecto =
      chapters?["open"]?.choice(of: [("any", false), ("recto", true)], reporting: &found) ?? false

    notes = sheet["notes"]?.noteStyle(reporting: &found) ?? NoteStyle()
    if let node = sheet["fit"] {
      fit = node.copyFit(reporting: &found)
      fitPlace = node.range
    }

    let cover = sheet["cover"]?.mapping(of: ["motif", "vignette"], reporting: &found)
    motif = cover?["motif"]?.picturePath(reporting: &found)
    vignette = cover?["vignette"]?.picturePath(reporting: &found)
    let wanted = sheet["outputs"]?.items.compactMap {
      $0.choice(of: Output.allCases.map { ($0.rawValue, $0) }, reporting: &found)
    }
    outputs = wanted ?? Output.allCases
    // Who only makes a PDF to read need not care what paper two pages would take.
    bindings = Self.bindings(
      sheet["binding"], of: format.trim, page: outputs.contains(.booklet) ? sheet["page"] : nil,
      reporting: &found)
    values = Values(sheet["values"]?.flattened(reporting: &found) ?? [:])

    guard let slug, let tag, let languages, let type else { return nil }
    self.slug = slug
    self.source = tag
    self.languages = languages
    self.format = format
    stylesheet = type.stylesheet
    families = type.families
    self.locales = locales
  }

  /// One binding for each edge about which printers may turn the sheets.
  ///
  /// - Parameter page: where the page's size is named, for a sheet that names no paper.
  private static func bindings(
    _ node: YAMLNode?, of size: Size, page: YAMLNode?, reporting diagnostics: inout [Diagnostic]
  ) -> [Binding] {
    let mapping = node?.mapping(of: ["paper", "flip"], reporting: &diagnostics)
    let paper = mapping?["paper"]?.paper(reporting: &diagnostics) ?? .a4
    var flips: [PrinterProfile.Flip] = []
    for item in mapping?["flip"]?.items ?? [] {
      let flip: PrinterProfile.Flip? = item.choice(
        of: [("short", .shortEdge), ("long", .longEdge)], reporting: &diagnostics)
      if let flip, !flips.contains(flip) { flips.append(flip) }
    }
    if flips.isEmpty { flips = [.shortEdge] }
    let bindings = flips.map {
      Binding(paper: paper, pageSize: size, printer: PrinterProfile(flip: $0))
    }
    if let place = mapping?["paper"] ?? node ?? page, let binding = bindings.first,
      !binding.pageFits
    {
      diagnostics.append(.paperTooSmall(paper, at: place))
    }
    return bindings
  }
}

extension YAMLNode {
  fileprivate func slug(reporting diagnostics: inout [Diagnostic]) -> String? {
    guard let slug = text(reporting: &diagnostics) else { return nil }
    let isPlain = slug.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard isPlain, !slug.hasPrefix("-"), (1...60).contains(slug.utf8.count) else {
      diagnostics.append(.slugUnfit(slug, at: self))
      return nil
    }
    return slug
  }

  fileprivate func language(
    of locales: Locales, reporting diagnostics: inout [Diagnostic]
  ) -> String? {
    guard let tag = text(reporting: &diagnostics) else { return nil }
    guard locales.has(tag) else {
      diagnostics.append(.languageUnknown(tag, at: range, in: source, known: locales.tags))
      return nil
    }
    return tag
  }

  fileprivate func languages(
    of locales: Locales, reporting diagnostics: inout [Diagnostic]
  ) -> [String: BookSheet.TitleWords]? {
    guard let mapping = mapping(reporting: &diagnostics) else { return nil }
    var languages: [String: BookSheet.TitleWords] = [:]
    for entry in mapping.entries {
      if !locales.has(entry.key) {
        diagnostics.append(
          .languageUnknown(entry.key, at: entry.keyRange, in: source, known: locales.tags))
      }
      languages[entry.key] = entry.value.titleWords(reporting: &diagnostics)
    }
    return languages
  }

  private func titleWords(
    reporting diagnostics: inout [Diagnostic]
  ) -> BookSheet.TitleWords {
    let mapping = mapping(
      of: ["title", "subtitle", "edition", "publisher", "blurb", "colophon"],
      reporting: &diagnostics)
    guard let mapping else { return BookSheet.TitleWords(title: "") }
    let titleNode = mapping.required("title", reporting: &diagnostics)
    let title = titleNode?.text(reporting: &diagnostics)
    if let titleNode, let title, title.allSatisfy(\.isWhitespace) {
      diagnostics.append(.titleBlank(at: titleNode))
    }
    // What is no text is reported where the words are read.
    var ignored: [Diagnostic] = []
    var places: [String: SourceRange] = [:]
    for key in ["title", "subtitle", "edition", "publisher", "blurb", "colophon"] {
      for item in mapping[key]?.items ?? [] {
        if let text = item.text(reporting: &ignored) { places[text] = item.range }
      }
    }
    return BookSheet.TitleWords(
      title: title ?? "",
      subtitle: mapping["subtitle"]?.text(reporting: &diagnostics) ?? "",
      edition: mapping["edition"]?.text(reporting: &diagnostics) ?? "",
      publisher: mapping["publisher"]?.text(reporting: &diagnostics) ?? "",
      blurb: mapping["blurb"]?.texts(reporting: &diagnostics) ?? [],
      colophon: mapping["colophon"]?.texts(reporting: &diagnostics) ?? [], places: places)
  }

  fileprivate func picturePath(
    reporting diagnostics: inout [Diagnostic]
  ) -> BookSheet.PicturePath? {
    text(reporting: &diagnostics).map { BookSheet.PicturePath(path: $0, range: range) }
  }

  fileprivate func pageFormat(reporting diagnostics: inout [Diagnostic]) -> PageFormat {
    var format = PageFormat.a5
    guard
      let mapping = mapping(
        of: ["size", "gutter", "fore-edge", "head", "foot"], reporting: &diagnostics)
    else { return format }
    if let paper = mapping["size"]?.paper(reporting: &diagnostics) { format.trim = paper.size }
    func read(_ key: String, into length: inout Length) {
      if let given = mapping[key]?.length(reporting: &diagnostics) { length = given }
    }
    read("gutter", into: &format.gutter)
    read("fore-edge", into: &format.foreEdge)
    read("head", into: &format.head)
    read("foot", into: &format.foot)
    let textHeight = format.trim.height - format.head - format.foot
    if format.measure < leastMeasure || textHeight < leastMeasure {
      diagnostics.append(.noRoomForText(at: self))
      return .a5
    }
    return format
  }

  fileprivate func type(
    reporting diagnostics: inout [Diagnostic]
  ) -> (stylesheet: Stylesheet, families: [(name: String, range: SourceRange)])? {
    guard
      let mapping = mapping(
        of: [
          "text", "headings", "mono", "text-weight", "mono-weight", "size", "leading",
          "note-size", "note-leading", "indent", "protrusion", "figures",
        ], reporting: &diagnostics),
      let textNode = mapping.required("text", reporting: &diagnostics),
      let text = textNode.text(reporting: &diagnostics)
    else { return nil }
    var families = [(name: text, range: textNode.range)]
    func family(_ key: String) -> String {
      guard let node = mapping[key], let name = node.text(reporting: &diagnostics) else {
        return text
      }
      families.append((name, node.range))
      return name
    }
    func length(_ key: String, _ usual: Length) -> Length {
      mapping[key]?.length(reporting: &diagnostics) ?? usual
    }
    func typeSize(_ key: String, _ usual: Length) -> Length {
      let size = length(key, usual)
      if let node = mapping[key], size < .points(4) || size > .points(72) {
        diagnostics.append(.typeUnreadable(at: node))
      }
      return size
    }
    func weight(_ key: String) -> Int {
      mapping[key]?.number(in: 100...900, reporting: &diagnostics) ?? 400
    }
    let protrusion: (signs: Bool, stops: Bool) =
      mapping["protrusion"]?.choice(
        of: [("on", (true, false)), ("off", (false, false)), ("hanging", (true, true))],
        reporting: &diagnostics) ?? (true, false)
    let size = typeSize("size", .points(9.5))
    let leading = typeSize("leading", size * 1.37)
    let noteSize = typeSize("note-size", size * 0.82)
    let stylesheet = Stylesheet(
      textFamily: text, headingFamily: family("headings"), monoFamily: family("mono"),
      textWeight: weight("text-weight"), monoWeight: weight("mono-weight"),
      textSize: size, leading: leading, noteSize: noteSize,
      noteLeading: typeSize("note-leading", noteSize * 1.25),
      indent: length("indent", .millimetres(4)),
      hangsPunctuation: protrusion.signs, hangsStops: protrusion.stops,
      figures: mapping["figures"]?
        .choice(of: [("old-style", .oldStyle), ("lining", .lining)], reporting: &diagnostics)
        ?? .asDrawn)
    return (stylesheet, families)
  }

  /// Values within values, with their names joined by dots.
  fileprivate func flattened(reporting diagnostics: inout [Diagnostic]) -> [String: String] {
    var values: [String: String] = [:]
    func collect(_ node: YAMLNode, _ prefix: String) {
      for entry in node.mapping(reporting: &diagnostics)?.entries ?? [] {
        let name = prefix + entry.key
        if entry.value.isMapping {
          collect(entry.value, name + ".")
        } else {
          values[name] = entry.value.text(reporting: &diagnostics) ?? ""
        }
      }
    }
    collect(self, "")
    return values
  }
}

/// Two or three words a line; less is a slip of the pen.
private let leastMeasure = Length.millimetres(30)
