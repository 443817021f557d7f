internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Localization
internal import Typesetting

extension BookSheet {
  /// Reads the sheet; nil where too much is wrong to go on, and all of it is reported.
  ///
  /// - Parameter words: what goes before the sheet's own words on bindings.
  init?(
    reading source: YAMLText, _ words: BindingWords = BindingWords(),
    in locales: Locales = Locales(),
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

    let cover = sheet["cover"]?.mapping(of: ["motif", "background", "vignette"], reporting: &found)
    motif = cover?["motif"]?.picturePath(reporting: &found)
    background = cover?["background"]?.picturePath(reporting: &found)
    vignette = cover?["vignette"]?.picturePath(reporting: &found)
    let wanted = sheet["outputs"]?.items.compactMap {
      $0.choice(of: Output.allCases.map { ($0.rawValue, $0) }, reporting: &found)
    }
    outputs = wanted ?? Output.allCases
    // Who says how a booklet is made wants one.
    if !words.isEmpty, !outputs.contains(.booklet) { outputs.append(.booklet) }
    var foundOfBooklets: [Diagnostic] = []
    booklets = words.booklets(
      ofPages: format.trim, over: sheet["binding"], page: sheet["page"],
      reporting: &foundOfBooklets)
    for index in booklets.indices { booklets[index].binding.bleed = format.bleed }
    // Who only makes a PDF to read need not care what paper its pages would take.
    if outputs.contains(.booklet) || sheet["binding"] != nil {
      found += foundOfBooklets
    }
    values = sheet["values"]?.values(reporting: &found) ?? Values()

    guard let slug, let tag, let languages, let type else { return nil }
    self.slug = slug
    self.source = tag
    self.languages = languages
    self.format = format
    stylesheet = type.stylesheet
    families = type.families
    self.locales = locales
    for (tag, words) in languages {
      self.languages[tag]?.type = words.typeNode?.type(
        over: type.stylesheet, reporting: &found)
    }
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
      of: [
        "title", "subtitle", "edition", "publisher", "blurb", "colophon", "type", "values",
        "missing", "stale", "publish-at",
      ], reporting: &diagnostics)
    guard let mapping else { return BookSheet.TitleWords(title: "") }
    let titleNode = mapping.required("title", reporting: &diagnostics)
    let title = titleNode?.text(reporting: &diagnostics)
    if let titleNode, let title, title.allSatisfy(\.isWhitespace) {
      diagnostics.append(.titleBlank(at: titleNode))
    }
    let places = mapping.places(
      of: ["title", "subtitle", "edition", "publisher", "blurb", "colophon"])
    var words = BookSheet.TitleWords(
      title: title ?? "",
      subtitle: mapping["subtitle"]?.text(reporting: &diagnostics) ?? "",
      edition: mapping["edition"]?.text(reporting: &diagnostics) ?? "",
      publisher: mapping["publisher"]?.text(reporting: &diagnostics) ?? "",
      blurb: mapping["blurb"]?.texts(reporting: &diagnostics) ?? [],
      colophon: mapping["colophon"]?.texts(reporting: &diagnostics) ?? [], places: places)
    words.typeNode = mapping["type"]
    words.values = mapping["values"]?.values(reporting: &diagnostics) ?? Values()
    words.policy = TranslationPolicy(mapping, reporting: &diagnostics)
    words.place = range
    return words
  }

  func picturePath(
    reporting diagnostics: inout [Diagnostic]
  ) -> BookSheet.PicturePath? {
    text(reporting: &diagnostics).map {
      BookSheet.PicturePath(path: $0, file: source.file, range: range)
    }
  }

  fileprivate func pageFormat(reporting diagnostics: inout [Diagnostic]) -> PageFormat {
    var format = PageFormat.a5
    guard
      let mapping = mapping(
        of: ["size", "gutter", "fore-edge", "head", "foot", "bleed"], reporting: &diagnostics)
    else { return format }
    if let paper = mapping["size"]?.paper(reporting: &diagnostics) { format.trim = paper.size }
    func read(_ key: String, into length: inout Length) {
      if let given = mapping[key]?.length(reporting: &diagnostics) { length = given }
    }
    read("gutter", into: &format.gutter)
    read("fore-edge", into: &format.foreEdge)
    read("head", into: &format.head)
    read("foot", into: &format.foot)
    read("bleed", into: &format.bleed)
    if let node = mapping["bleed"], format.bleed > .millimetres(10) {
      diagnostics.append(.bleedTooWide(at: node))
      format.bleed = .zero
    }
    let textHeight = format.trim.height - format.head - format.foot
    if format.measure < leastMeasure || textHeight < leastMeasure {
      diagnostics.append(.noRoomForText(at: self))
      return .a5
    }
    return format
  }

  /// - Parameter base: the book's, where this says only what differs from it.
  fileprivate func type(
    over base: Stylesheet? = nil, reporting diagnostics: inout [Diagnostic]
  ) -> (stylesheet: Stylesheet, families: [(name: String, range: SourceRange)])? {
    guard
      let mapping = mapping(
        of: [
          "text", "headings", "mono", "text-weight", "mono-weight", "size", "leading",
          "note-size", "note-leading", "indent", "protrusion", "figures", "justify",
        ], reporting: &diagnostics)
    else { return nil }
    let textNode =
      base == nil ? mapping.required("text", reporting: &diagnostics) : mapping["text"]
    guard let text = textNode?.text(reporting: &diagnostics) ?? base?.textFamily else {
      return nil
    }
    var families = textNode.map { [(name: text, range: $0.range)] } ?? []
    func family(_ key: String, _ usual: String?) -> String {
      guard let node = mapping[key], let name = node.text(reporting: &diagnostics) else {
        return usual ?? text
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
    func weight(_ key: String, _ usual: Int?) -> Int {
      mapping[key]?.number(in: 100...900, reporting: &diagnostics) ?? usual ?? 400
    }
    let protrusion: (signs: Bool, stops: Bool) =
      mapping["protrusion"]?.choice(
        of: [("on", (true, false)), ("off", (false, false)), ("hanging", (true, true))],
        reporting: &diagnostics)
      ?? (base?.hangsPunctuation ?? true, base?.hangsStops ?? false)
    let size = typeSize("size", base?.textSize ?? .points(9.5))
    let leading = typeSize("leading", base?.leading ?? size * 1.37)
    let noteSize = typeSize("note-size", base?.noteSize ?? size * 0.82)
    let stylesheet = Stylesheet(
      textFamily: text, headingFamily: family("headings", base?.headingFamily),
      monoFamily: family("mono", base?.monoFamily),
      textWeight: weight("text-weight", base?.textWeight),
      monoWeight: weight("mono-weight", base?.monoWeight),
      textSize: size, leading: leading, noteSize: noteSize,
      noteLeading: typeSize("note-leading", base?.noteLeading ?? noteSize * 1.25),
      indent: length("indent", base?.indent ?? .millimetres(4)),
      hangsPunctuation: protrusion.signs, hangsStops: protrusion.stops,
      figures: mapping["figures"]?
        .choice(of: [("old-style", .oldStyle), ("lining", .lining)], reporting: &diagnostics)
        ?? base?.figures ?? .asDrawn,
      justification: mapping["justify"]?
        .choice(of: [("spaces", .spaces), ("kashida", .kashida)], reporting: &diagnostics)
        ?? base?.justification ?? .spaces)
    return (stylesheet, families)
  }
}

/// Two or three words a line; less is a slip of the pen.
private let leastMeasure = Length.millimetres(30)
