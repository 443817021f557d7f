import Diagnostics
import Geometry
import Markdown
import Testing

@testable import Typesetting

/// What faces are asked for: small capitals, figures, fractions and superior letters.
@Suite("Features of faces") struct FeatureTests {
  private static let stylesheet = Design.small.stylesheet

  /// The first paragraph, its stretches with features as `text<features>`.
  private func drawn(
    _ markdown: String, _ language: BookLanguage = .french, base: [String] = []
  ) throws -> String {
    let composition = try composition(markdown, language, base: base)
    let text = Array(composition.styled.text.utf8)
    return composition.segments.map { segment in
      let features = segment.look.style.features
      return String(decoding: text[segment.bytes], as: UTF8.self)
        + (features.isEmpty ? "" : "<\(features.joined(separator: ","))>")
    }.joined()
  }

  private func composition(
    _ markdown: String, _ language: BookLanguage, base: [String] = []
  ) throws -> Composition {
    var ignored: [Diagnostic] = []
    let chapter = Chapter(parsing: markdown, file: "01.md", reporting: &ignored)
    guard case .paragraph(let paragraph)? = chapter.blocks.first else {
      throw Missing(text: markdown)
    }
    var flattener = InlineFlattener(
      language: language, otherLanguages: BookLanguage.byTag, stylesheet: Self.stylesheet,
      references: CrossReferences(),
      notePrefix: "", linksBecomeNotes: false)
    var notes = NoteRegister(definitions: [])
    let style = TextStyle(
      family: "Text", size: .points(10), features: base, language: language.tag)
    flattener.append(paragraph.content, style: style, tags: [], notes: &notes)
    return flattener.composition()
  }

  private struct Missing: Error {
    var text: String
  }

  /// Where the letters of a script do not lean, what is emphasised is bold; Latin within it leans.
  @Test(arguments: [
    ("a *b*", BookLanguage.french, "400 400i"), ("字*字*", .japanese, "400 700"),
    ("字*字*", .chinese, "400 700"), ("字**字**", .japanese, "400 700"),
    ("字[*b*]{lang=fr}", .japanese, "400 400i"), ("a [*字*]{lang=ja}", .french, "400 700"),
  ])
  func emphasisIsThatOfTheLanguage(
    markdown: String, language: BookLanguage, faces: String
  ) throws {
    let found = try composition(markdown, language).segments.map { segment in
      "\(segment.look.style.face.weight)" + (segment.look.style.face.isItalic ? "i" : "")
    }
    #expect(found.joined(separator: " ") == faces)
  }

  @Test(arguments: [
    ("[mot]{.smallcaps}", "mot<smcp>"),
    ("[1984]{.oldstyle} 1984", "1984<onum> 1984"),
    ("[1984]{.lining}", "1984<lnum>"),
    ("[1/2]{.fraction} et 1/2", "1/2<frac> et 1/2"),
    ("[*mot*]{.smallcaps}", "mot<smcp>"),
    ("[mot]{.other}", "mot"),
    ("[`1984`]{.oldstyle}", "1984"),
  ])
  func classesAskForThem(markdown: String, drawn: String) throws {
    #expect(try self.drawn(markdown) == drawn)
  }

  @Test func ofContradictingFeaturesTheInnerStands() throws {
    #expect(
      try drawn("[12]{.oldstyle} 12", base: ["lnum", "tnum"]) == "12<tnum,onum> 12<lnum,tnum>")
    #expect(try drawn("[12]{.lining}", base: ["onum"]) == "12<lnum>")
    #expect(try drawn("[1/2]{.fraction}", base: ["lnum", "tnum"]) == "1/2<frac>")
  }

  @Test(arguments: [
    ("le 1er mai", "le 1er<ordn> mai"), ("la 1re fois", "la 1re<ordn> fois"),
    ("les 1ers et 1res", "les 1ers<ordn> et 1res<ordn>"), ("le 2e tour", "le 2e<ordn> tour"),
    ("le 2d, la 2de", "le 2d<ordn>, la 2de<ordn>"), ("2nd", "2nd<ordn>"),
    ("au 13e étage", "au 13e<ordn> étage"), ("les 100es", "les 100es<ordn>"),
    ("au XXe siècle", "au XXe<ordn> siècle"),
    ("du XVIIIe au XIXe", "du XVIIIe<ordn> au XIXe<ordn>"),
    ("la Ve République", "la Ve<ordn> République"), ("Ier et Ire", "Ier<ordn> et Ire<ordn>"),
    ("le 1er-Mai", "le 1er<ordn>-Mai"), ("l'1er", "l’1er<ordn>"), ("**1er**", "1er<ordn>"),
    // Words, measures, names and what is no French ordinal.
    ("Le Ce De Me Je", "Le Ce De Me Je"), ("3d et 4nd", "3d et 4nd"), ("2h, 3es1", "2h, 3es1"),
    ("CCe12", "CCe12"), ("vie", "vie"), ("Vie", "Vie"), ("1ere", "1ere"), ("a1er", "a1er"),
    ("`1er`", "1er"), ("exemple.org/1er", "exemple.org/1er"),
    ("1*er*", "1er<ordn>"),
  ])
  func frenchOrdinalsAreRaised(markdown: String, drawn: String) throws {
    #expect(try self.drawn(markdown) == drawn)
  }

  @Test func whatFollowsAnOrdinalIsAsItWas() throws {
    let composition = try composition("[un 1er mot]{#ici lang=fr-CH}", .french)
    #expect(composition.segments.map(\.look.anchors) == [["ici"], [], []])
    #expect(Set(composition.segments.map(\.look.style.language)) == ["fr-CH"])
    #expect(composition.styled.text == "un 1er mot")
  }

  @Test func otherLanguagesHaveNone() throws {
    #expect(try drawn("the 1st, 2nd, 3e", .english) == "the 1st, 2nd, 3e")
    #expect(try drawn("the [XXe]{lang=fr} century", .english) == "the XXe<ordn> century")
  }

  /// The text's figures; tables have lining ones of one width in any case.
  @Test func theStylesheetChoosesFigures() {
    let log = ShapingLog()
    var design = Design.small
    design.stylesheet.figures = .oldStyle
    _ = Proof("# T\n\nText 1\n\n| a |\n|---|\n| 1 |", design: design, shaper: GridShaper(log: log))
    let features = Set(
      log.styles.filter { $0.face.family == "Text" && $0.size <= .points(10) }.map(\.features))
    #expect(features.contains(["onum"]))
    #expect(features.contains(["lnum", "tnum"]))
    #expect(!features.contains { $0.contains("onum") && $0.contains("lnum") })
  }
}
