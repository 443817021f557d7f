import Fonts
import Geometry
import Testing
import Typesetting

// Needs the book's fonts, or others named by LIVRET_TEST_FONTS.
@Suite(.enabled(if: TestFonts.areThere, "no fonts to test with"))
struct ShapingTests {
  let library: FontLibrary
  let face: FaceName

  init() throws {
    library = try TestFonts.library()
    face = try TestFonts.textFace(of: library)
  }

  private func shape(_ text: String, size: Length = .points(10)) -> ShapedText {
    library.shape(.plain(text, face, size: size))
  }

  @Test(arguments: [
    "", " ", "a", "officiel, affluer, ffi fl", "«\u{A0}L’été\u{202F}?\u{A0}»",
    "e\u{301}\u{302}q\u{301}",
    "mot مرحبا بالعالم (1984) mot", "שלום", "a\u{200B}b\u{AD}c\u{200D}\u{2060}d\u{200F}\u{FE0F}",
    "\u{AD}", "\u{301}seul", "tab\tline\nend\r\n\0zero\u{2028}\u{1}", "👩‍👩‍👧 中文 ไทย हिन्दी",
    "\u{202E}abc\u{202C}", "\u{FEFF}x",
  ])
  func runsHoldAllBytesAndGlyphs(_ text: String) {
    for direction in [Direction.leftToRight, .rightToLeft] {
      #expect(library.shape(.plain(text, face, direction: direction)).coversAll(of: text))
    }
  }

  @Test func aLigatureIsOneClusterOfItsLetters() throws {
    let ligatures = try library.faces.filter(library.has).flatMap { face in
      let run = try #require(library.shape(.plain("suffire", face)).runs.first)
      return run.clusters.filter { $0.byteCount > 1 && $0.glyphCount == 1 }
    }
    #expect(!ligatures.isEmpty, "no face here has a ligature for ff or ffi")
    #expect(ligatures.allSatisfy { $0.byteCount == 2 || $0.byteCount == 3 })
  }

  @Test func aFeatureSwitchesLigaturesOff() throws {
    let apart = library.shape(.plain("suffire", face, features: ["liga=0", "clig=0", "calt=0"]))
    #expect(apart.runs.flatMap(\.clusters).allSatisfy { $0.byteCount == 1 })
  }

  /// "Auf‌lage": U+200C keeps letters apart that are not of one part of the word, and shows nothing.
  @Test func noLigatureReachesOverANonJoiner() throws {
    for face in library.faces where library.has(face) {
      let joined = library.shape(.plain("suf\u{200C}fire", face))
      #expect(joined.missing.isEmpty)
      #expect(joined.coversAll(of: "suf\u{200C}fire"))
      // A cluster ends behind "suf": nothing of it is drawn together with what follows.
      var end = 0
      let ends = joined.runs.flatMap(\.clusters).map { cluster in
        end += cluster.byteCount
        return end
      }
      #expect(ends.prefix(3) == [1, 2, 3])
    }
  }

  @Test func superiorLettersAndFractionsKeepTheirText() {
    let ordinal = library.shape(.plain("er", face, features: ["ordn"]))
    #expect(ordinal.text == "er")
    #expect(ordinal.missing.isEmpty)
    let fraction = library.shape(.plain("1/2", face, features: ["frac"]))
    #expect(fraction.text == "1/2" && fraction.coversAll(of: "1/2"))
  }

  @Test func featuresBelongToTheirBytesOnly() {
    let plain = CharacterStyle(face: face, size: .points(10), language: "fr")
    let tall = CharacterStyle(face: face, size: .points(10), features: ["lnum"], language: "fr")
    let old = CharacterStyle(face: face, size: .points(10), features: ["onum"], language: "fr")
    func glyphs(_ first: CharacterStyle, _ second: CharacterStyle) -> [UInt32] {
      let runs = [
        StyledText.Run(bytes: 0..<4, style: first), StyledText.Run(bytes: 4..<8, style: second),
      ]
      return library.shape(StyledText(text: "37é 37é", runs: runs)).runs.flatMap(\.glyphs).map(\.id)
    }
    let mixed = glyphs(tall, old)
    #expect(Array(mixed.prefix(2)) == Array(glyphs(tall, plain).prefix(2)))
    #expect(Array(mixed.suffix(3)) == Array(glyphs(plain, old).suffix(3)))
  }

  @Test func neighboursOfOneStyleAreShapedTogether() {
    let style = CharacterStyle(face: face, size: .points(10), language: "fr")
    let cut = StyledText(
      text: "suffire",
      runs: [
        StyledText.Run(bytes: 0..<3, style: style), StyledText.Run(bytes: 3..<7, style: style),
      ])
    #expect(library.shape(cut).runs == shape("suffire").runs)
  }

  @Test func runsThatDoNotFitTheTextDoNoHarm() {
    let style = CharacterStyle(face: face, size: .points(10), language: "fr")
    for bytes in [0..<90, 2..<3, 7..<7, 80..<90] {
      let text = StyledText(text: "suffire", runs: [StyledText.Run(bytes: bytes, style: style)])
      #expect(library.shape(text).runs.count <= 3)
    }
  }

  @Test(arguments: [8.0, 10, 10.5, 24])
  func frenchSpacesHaveTheirWidths(_ points: Double) throws {
    let size = Length.points(points)
    let wordSpace = shape("a b", size: size).runs[0].glyphs[1].advance
    #expect(wordSpace > .zero)
    #expect(shape("a\u{A0}b", size: size).runs[0].glyphs[1].advance == wordSpace)
    #expect(
      shape("a\u{202F}b", size: size).runs[0].glyphs[1].advance == max(wordSpace / 2, size / 8))
    #expect(shape("a\u{2009}b", size: size).missing.isEmpty)
    #expect(shape("a\u{2009}b", size: size).runs[0].glyphs[1].advance < size / 3)
  }

  @Test func advancesGrowWithTheSizeAndAreNotRounded() {
    let text = "Une ligne de texte assez longue"
    let (ten, hundred) = (shape(text).advance, shape(text, size: .points(100)).advance)
    #expect(abs(hundred.units - ten.units * 10) <= text.utf8.count * 10)
    #expect(shape(text).runs[0].glyphs.contains { $0.advance.units % 1024 != 0 })
  }

  @Test func aRightToLeftRunIsVisualInGlyphsAndLogicalInText() throws {
    let forward = try #require(shape("abé").runs.first)
    let shaped = shape("\u{202E}abé\u{202C}")
    let backward = try #require(shaped.runs.first { $0.isRightToLeft })
    #expect(backward.glyphs.map(\.id) == forward.glyphs.map(\.id).reversed())
    #expect(backward.text.contains("abé"))
    #expect(backward.clusters.filter { $0.glyphCount > 0 }.map(\.byteCount) == [1, 1, 2])
  }

  @Test func runsStandInTheOrderOfTheText() {
    let shaped = shape("un مرحبا deux")
    #expect(shaped.runs.map(\.isRightToLeft).contains(true))
    #expect(shaped.text == "un مرحبا deux")
    let nested = library.shape(.plain("مرحبا 1984", face, direction: .rightToLeft))
    #expect(nested.runs.first?.isRightToLeft == true)
    #expect(nested.runs.last?.isRightToLeft == false)
  }

  @Test func whatNoFaceHasIsTold() {
    // The last characters for private use, which no font has.
    let absent = "\u{10FFFD}"
    #expect(shape("aé\(absent)b\(absent)").missing == [3, 8])
    #expect(shape("\u{202E}a\(absent)b\(absent)").missing == [4, 9])
    #expect(shape(absent).runs[0].glyphs[0].id == 0)
    #expect(shape("e\u{301} a\u{308}").missing.isEmpty)
  }

  @Test(arguments: [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{AD}", "\u{200E}", "\u{200F}", "\u{61C}",
    "\u{202A}", "\u{2066}", "\u{2069}", "\u{FE0F}", "\u{FEFF}", "\u{1}", "\0", "\u{7F}", "\u{85}",
    "\u{2028}", "\u{34F}",
  ])
  func whatHasNoShapeIsNeitherDrawnNorMissing(_ character: String) {
    let shaped = shape("x\(character) x")
    #expect(shaped.missing.isEmpty)
    #expect(
      shaped.runs.flatMap(\.glyphs).map(\.id) == shape("x x").runs.flatMap(\.glyphs).map(\.id))
    #expect(shaped.coversAll(of: "x\(character) x"))
  }

  @Test func aSubstituteLendsSingleCharacters() throws {
    // Two faces, one of which has a character that the other lacks.
    let characters = "→☐✓←☑•§©½⅓ﬁαжЖ≤∞"
    let faces = library.faces.filter(library.has)
    let found = faces.lazy.flatMap { one in faces.map { (one, $0) } }.compactMap { one, other in
      characters.first {
        !library.shape(.plain("\($0)", one)).missing.isEmpty
          && library.shape(.plain("\($0)", other)).missing.isEmpty
      }.map { (one: one, other: other, character: $0) }
    }.first
    let pair = try #require(found, "all faces here have the same characters")
    let helped = try TestFonts.library(substitutes: [FaceName(family: "Nowhere"), pair.other])
    let text = "a\(pair.character) b"
    let shaped = helped.shape(.plain(text, pair.one))
    #expect(shaped.missing.isEmpty)
    #expect(shaped.coversAll(of: text))
    #expect(shaped.runs.map { helped.faces[$0.face.index] } == [pair.one, pair.other, pair.one])
    #expect(shaped.runs.map(\.text) == ["a", String(pair.character), " b"])
  }

  /// Latin within Hebrew: a bold heading stays bold, and is not set in the face of code.
  @Test func companionsHelpOutAtTheSameWeight() throws {
    let bold = library.faces.filter { $0.weight == 700 && library.has($0) }
    let found = bold.lazy.flatMap { one in bold.map { (one, $0) } }.first { one, other in
      !one.isItalic && other.isItalic == false && one.family != other.family
        && !library.shape(.plain("ж", one)).missing.isEmpty
        && library.shape(.plain("ж", other)).missing.isEmpty
    }
    let (one, other) = try #require(found)
    let helped = try FontLibrary(
      folder: TestFonts.folder, cache: nil, companions: ["Nowhere", other.family],
      substitutes: bold.filter { $0 != other })
    let shaped = helped.shape(.plain("aж", one))
    #expect(shaped.runs.map { helped.faces[$0.face.index] } == [one, other])

    let all = try FontLibrary(folder: TestFonts.folder, cache: nil, asksAll: true)
    let last = try #require(all.shape(.plain("ж", one)).runs.first)
    #expect(all.faces[last.face.index].weight == 700)
    #expect(all.shape(.plain("ж", one)).missing.isEmpty)
    #expect(!all.shape(.plain("\u{10FFFD}", one)).missing.isEmpty)
  }

  @Test func metricsAreInOrder() {
    let style = CharacterStyle(face: face, size: .points(10), language: "fr")
    let metrics = library.metrics(of: style)
    #expect(metrics.xHeight > .points(3))
    #expect(metrics.capHeight > metrics.xHeight)
    #expect(metrics.ascender > metrics.capHeight)
    #expect(metrics.descender > .points(1) && metrics.descender < .points(6))
  }

  @Test func shapingTwiceGivesTheSame() throws {
    let text = "Officiel\u{202F}! مرحبا habitant·es \u{10FFFD}"
    let (first, second) = (shape(text), shape(text))
    let other = try TestFonts.library().shape(.plain(text, face))
    for shaped in [second, other] {
      #expect(shaped.runs == first.runs)
      #expect(shaped.breaks == first.breaks)
      #expect(shaped.missing == first.missing)
    }
  }
}
