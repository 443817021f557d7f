internal import Geometry

/// Sets paragraphs: shapes, breaks and justifies them. It remembers short ones: numbers, labels and
/// titles come again and again.
final class ParagraphSetter {
  struct Request: Hashable {
    var styled: StyledText
    var looks: [Composition.Look]
    var shape: LineShape
    var habits: BreakingHabits
    var parameters: LineBreakingParameters
    var lineCount: Int?
  }

  let shaper: any Shaper
  /// Of the pages: on which side lines begin.
  let direction: Direction
  /// What was found to be lacking in the fonts.
  var missingScripts = MissingScripts()
  private var memory: [Request: SetParagraph] = [:]
  /// Texts that were measured and not yet set.
  private var shapes: [StyledText: ShapedText] = [:]
  private var hyphens: [CharacterStyle: (run: GlyphRun, width: Length)] = [:]
  private var tatweels: [CharacterStyle: Length] = [:]
  /// The one last asked for.
  private var lastHyphen: (style: CharacterStyle, run: GlyphRun, width: Length)?

  init(shaper: any Shaper, direction: Direction) {
    self.shaper = shaper
    self.direction = direction
  }

  /// - Parameters:
  ///   - shape: the measure of each line; the caller indents.
  ///   - lineCount: one of the paragraph's variants, as they were told when it was set with the
  ///     same habits; nil for the best lines.
  func set(
    _ composition: Composition, shape: LineShape, habits: BreakingHabits, lineCount: Int? = nil
  ) -> SetParagraph {
    let em = composition.styled.runs.first?.style.size ?? .points(10)
    let request = Request(
      styled: composition.styled, looks: composition.segments.map(\.look), shape: shape,
      habits: habits, parameters: .livret(em: em, indent: habits.shortestLastLine),
      lineCount: lineCount)
    guard composition.styled.text.utf8.count <= Self.longestRemembered else {
      return setAnew(composition, request)
    }
    if let known = memory[request] { return known }
    let set = setAnew(composition, request)
    memory[request] = set
    return set
  }

  /// A paragraph of fewer lines is not asked to give or to take one.
  private static let fewestVaried = 3

  /// In bytes; a paragraph that is longer hardly comes twice.
  private static let longestRemembered = 120

  private func setAnew(_ composition: Composition, _ request: Request) -> SetParagraph {
    guard !composition.styled.text.isEmpty else {
      return SetParagraph(lines: [], wideWords: [], missing: [])
    }
    let shaped = shape(composition.styled)
    let paragraph = ParagraphItems(
      of: composition, shaped: shaped, habits: request.habits,
      hyphen: { self.hyphen(in: $0).width },
      hyphenate: { self.shaper.hyphenate($0, language: $1) })
    let builder = LineBuilder(
      setter: self, composition: composition, shaped: shaped, paragraph: paragraph,
      request: request)
    var set = SetParagraph(lines: [], wideWords: paragraph.wideWords, missing: shaped.missing)
    if request.habits.variesLineCount && !request.habits.isRagged {
      let broken = lineCountVariants(
        paragraph.items, shape: request.shape, parameters: request.parameters,
        fewestLines: Self.fewestVaried)
      let variants = builder.variants(of: broken)
      let chosen = variants.first { $0.facts.lineCount == request.lineCount }
      set.lines = builder.lines(chosen?.broken ?? broken.best)
      set.variants = variants.map(\.facts)
    } else {
      set.lines = builder.lines(
        breakIntoLines(paragraph.items, shape: request.shape, parameters: request.parameters))
    }
    return set
  }

  /// Shapes a text that is measured first and set afterwards, as a table's cells are, once.
  func shapeToMeasure(_ text: StyledText) -> ShapedText {
    if let known = shapes[text] { return known }
    let shaped = shaper.shape(text)
    shapes[text] = shaped
    return shaped
  }

  private func shape(_ text: StyledText) -> ShapedText {
    if !shapes.isEmpty, let known = shapes.removeValue(forKey: text) { return known }
    return shaper.shape(text)
  }

  /// The hyphen of a style, as a run of its own whose text is a soft hyphen: what is copied or
  /// searched is the whole word (ISO 32000-1, 14.8.2.2.3).
  func hyphen(in style: CharacterStyle) -> (run: GlyphRun, width: Length) {
    if let lastHyphen, lastHyphen.style == style { return (lastHyphen.run, lastHyphen.width) }
    let hyphen = hyphens[style] ?? shapedHyphen(in: style)
    hyphens[style] = hyphen
    lastHyphen = (style, hyphen.run, hyphen.width)
    return hyphen
  }

  /// The width of a tatweel in a style; zero where its face has none.
  func tatweel(in style: CharacterStyle) -> Length {
    if let known = tatweels[style] { return known }
    let text = "\u{640}"
    let shaped = shaper.shape(
      StyledText(
        text: text, runs: [.init(bytes: 0..<text.utf8.count, style: style)],
        direction: .rightToLeft))
    let width = shaped.missing.isEmpty ? shaped.runs.first?.advance ?? .zero : .zero
    tatweels[style] = width
    return width
  }

  private func shapedHyphen(in style: CharacterStyle) -> (run: GlyphRun, width: Length) {
    var run = shapeHyphen("\u{2010}", in: style) ?? shapeHyphen("-", in: style)!
    run.text = "\u{AD}"
    run.clusters = [GlyphRun.Cluster(byteCount: 2, glyphCount: run.glyphs.count)]
    return (run, run.advance)
  }

  private func shapeHyphen(_ character: String, in style: CharacterStyle) -> GlyphRun? {
    let shaped = shaper.shape(
      StyledText(text: character, runs: [.init(bytes: 0..<character.utf8.count, style: style)]))
    return shaped.missing.isEmpty || character == "-" ? shaped.runs.first : nil
  }
}
