import Foundation
import FoundationXML
import Geometry
import PDF
import Testing
import Typesetting

/// What people who cannot see a page need of its file, read back from the file.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct AccessTests {
  private let type = TypeCase()

  private func draw(
    _ pages: [Page], outline: [OutlineEntry] = [], info: DocumentInfo = .guide
  ) throws -> [UInt8] {
    try readingPDF(
      of: pages, outline: outline, info: info, fonts: TypeCase.fonts,
      pictures: Pictures([Picture(bytes: PictureFixture.squares.bytes)]))
  }

  private func anatomy(
    _ pages: [Page], outline: [OutlineEntry] = [], info: DocumentInfo = .guide
  ) throws -> Anatomy {
    let bytes = try draw(pages, outline: outline, info: info)
    #expect(try Inspection(bytes).complaints == "")
    return try Anatomy(bytes)
  }

  private func words(_ text: String, _ x: Double = 50, _ y: Double = 50) -> Mark {
    .letters(type.run(text), x, y)
  }

  /// An element that goes on from line to line, or page to page.
  private func piece(_ role: Typesetting.Tag.Role, id: Int, _ marks: [Mark]) -> [Mark] {
    [.open(Typesetting.Tag(role, id: id))] + marks + [.close]
  }

  private func picture(_ x: Double, _ y: Double) -> Mark {
    .picture(
      PictureID(index: 0),
      in: Rectangle(x: .points(x), y: .points(y), width: .points(40), height: .points(40)))
  }

  /// Two pages with an element of each kind.
  private var book: [Page] {
    let contents = Mark.element(
      .section,
      Mark.element(.heading(level: 1), [words("Sommaire")])
        + Mark.element(
          .contents,
          Mark.element(
            .contentsItem,
            Mark.element(
              .reference,
              Mark.element(.internalLink(destination: "un"), [words("Un 2", 50, 70)])))))
    let list = Mark.element(
      Typesetting.Tag(.list, attribute: .numbering(.decimal)),
      Mark.element(
        .listItem,
        Mark.element(.listLabel, [words("1.", 50, 170)])
          + Mark.element(.listBody, Mark.element(.paragraph, [words("point", 65, 170)]))))
    let task = Mark.element(
      Typesetting.Tag(.list, attribute: .numbering(.none)),
      Mark.element(
        .listItem,
        Mark.element(Typesetting.Tag(.listLabel, spoken: "\u{2610}"), [box(50, 182)])
          + Mark.element(.listBody, Mark.element(.paragraph, [words("à faire", 65, 190)]))))
    let table = Mark.element(
      .table,
      Mark.element(
        .tableHead,
        Mark.element(
          .tableRow,
          Mark.element(.tableHeader, []) + Mark.element(.tableHeader, [words("heure", 90, 210)])))
        + [rule(214)]
        + Mark.element(
          .tableBody,
          Mark.element(
            .tableRow,
            Mark.element(
              Typesetting.Tag(.tableHeader, attribute: .heads(.row)), [words("lundi", 50, 230)])
              + Mark.element(.tableCell, [words("9 h", 90, 230)]))))
    let figure =
      Mark.element(.figure(alternative: "Une rue"), [picture(50, 250)])
      + Mark.element(.caption, [words("La rue", 50, 310)])
    let call = Mark.element(
      .reference, Mark.element(.internalLink(destination: "note"), [words("1", 120, 330)]))
    let note =
      Mark.element(Typesetting.Tag(.artifact), [rule(500)])
      + Mark.element(
        .note,
        [.anchor(name: "note", at: .points(50, 500))]
          + Mark.element(.internalLink(destination: "appel"), [words("1.", 50, 510)])
          + Mark.element(.paragraph, [words("la note", 65, 510)]))
    return [
      .a5(contents, folio: "1"),
      .a5(
        [.anchor(name: "un", at: .points(50, 40))]
          + Mark.element(
            Typesetting.Tag(.artifact, attribute: .runningHead), [words("Le livre", 50, 25)])
          + Mark.element(.heading(level: 1), [words("Un", 50, 60)])
          + Mark.element(.heading(level: 2), [words("Deux", 50, 80)])
          + list + task + table + figure
          + Mark.element(
            .paragraph,
            [words("appel", 50, 330), .anchor(name: "appel", at: .points(120, 330))]
              + call)
          + Mark.element(.paragraph, language: "en", [words("in English", 50, 345)])
          + note
          + Mark.element(Typesetting.Tag(.artifact, attribute: .folio), [words("2", 50, 580)]),
        folio: "2"),
    ]
  }

  private func rule(_ y: Double) -> Mark {
    .fill(
      Rectangle(x: .points(50), y: .points(y), width: .points(100), height: .points(0.5)),
      ink: .black)
  }

  private func box(_ x: Double, _ y: Double) -> Mark {
    .stroke(
      Path([
        .move(.points(x, y)), .line(.points(x + 8, y)), .line(.points(x + 8, y + 8)),
        .line(.points(x, y + 8)), .close,
      ]), width: .points(0.7), dash: [], ink: .black)
  }

  // MARK: The walk

  @Test func theWalkFindsNothingInABookWithAllElements() throws {
    let anatomy = try anatomy(book, outline: [OutlineEntry(title: "Un", destination: "un")])
    #expect(StructureWalk(anatomy.facts).findings == [])
    #expect(
      anatomy.outline == """
        Document
          Sect
            H1 "Sommaire"
            TOC
              TOCI
                Reference
                  Link "Un 2"
          H1 "Un"
          H2 "Deux"
          L
            LI
              Lbl "1."
              LBody
                P "point"
          L
            LI
              Lbl ""
              LBody
                P "à faire"
          Table
            THead
              TR
                TH ""
                TH "heure"
            TBody
              TR
                TH "lundi"
                TD "9 h"
          Figure ""
          Caption "La rue"
          P
            Reference
              Link "1"
          P "in English"
          Note
            Link "1."
            P "la note"

        """)
  }

  @Test func theFileClaimsAccessWhereTheWalkFindsNothing() throws {
    #expect(try anatomy(book).metadata(of: "pdfuaid:part") == "1")
    var nameless = DocumentInfo.guide
    nameless.title = ""
    var speechless = DocumentInfo.guide
    speechless.language = "la langue d’ici"
    for info in [nameless, speechless] {
      let anatomy = try anatomy(book, info: info)
      #expect(anatomy.metadata(of: "pdfuaid:part") == nil)
      #expect(StructureWalk(anatomy.facts).findings.count == 1)
    }
    let mute = Mark.element(.figure(alternative: ""), [picture(50, 50)])
    let deep =
      Mark.element(.heading(level: 1), [words("a")])
      + Mark.element(.heading(level: 3), [words("b", 50, 70)])
    for (marks, rule) in [(mute, "13-004"), (deep, "14-003")] {
      let anatomy = try anatomy([.a5(marks)])
      #expect(anatomy.metadata(of: "pdfuaid:part") == nil)
      #expect(StructureWalk(anatomy.facts).findings.map(\.rule) == [rule])
    }
  }

  @Test func aSignThatTheFaceDoesNotHaveIsNoClaim() throws {
    let stranger = type.run(showing: ["\u{10FFFF}"], saying: "x")
    let bytes = try draw([.a5(Mark.element(.paragraph, [.letters(stranger, 50, 50)]))])
    #expect(try Anatomy(bytes).metadata(of: "pdfuaid:part") == nil)
  }

  // MARK: Marks

  @Test func allThatIsDrawnIsTextOrDecoration() throws {
    let anatomy = try anatomy(book)
    let second = anatomy.readings[1]
    #expect(second.drawings[.unmarked] == nil)
    #expect(second.words[.artifact] == "Le livre2")
    #expect(second.artifacts == ["Pagination", "Header", "Footer"])
    // Two rules, the running head and the folio.
    #expect(second.drawings[.artifact] == 4)
    // The box to tick is what its label shows.
    let label = try #require(anatomy.elements.last { $0.type == "Lbl" })
    #expect(anatomy.text(label.entries["/ActualText"]) == "\u{2610}")
    #expect(second.drawings[.content(label.contents[0].number)] == 1)
  }

  /// Whatever is drawn in whatever order, and wherever it lies.
  @Test(arguments: 0..<12) func marksHoldOnRandomPages(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let anatomy = try anatomy((0..<3).map { _ in .a5(randomMarks(&chance)) })
    for page in anatomy.facts.pages {
      #expect(page.unmarkedContents == 0 && page.mixedMarks == 0 && page.orphanContents == 0)
    }
    for reading in anatomy.readings {
      // Those of which nothing lies on the page come last.
      #expect(reading.contents.sorted() == Array(reading.contents.indices))
    }
  }

  private func randomMarks(_ chance: inout Chance) -> [Mark] {
    var marks: [Mark] = []
    var depth = 0
    var id = 0
    for _ in 0..<40 {
      let (x, y) = (Double(chance.below(480)) - 30, Double(chance.below(680)) - 40)
      switch chance.below(10) {
      case 0...1 where depth < 6:
        let roles: [Typesetting.Tag.Role] = [
          .paragraph, .span, .section, .artifact, .figure(alternative: "x"), .code,
        ]
        id += 1
        marks.append(.open(Typesetting.Tag(roles[chance.below(6)], id: id - chance.below(3))))
        depth += 1
      case 2...3 where depth > 0:
        marks.append(.close)
        depth -= 1
      case 4: marks.append(rule(y))
      case 5: marks.append(box(x, y))
      case 6: marks.append(picture(x, y))
      case 7:
        marks.append(
          .fill(
            Rectangle(
              x: .points(-5), y: .points(-5), width: .points(600), height: .points(800)),
            ink: Ink(red: 0.9, green: 0.5, blue: Double(chance.below(2)))))
      default: marks.append(words("mot\(chance.below(10))", x, y))
      }
    }
    return marks + Array(repeating: .close, count: depth)
  }

  // MARK: Elements that go on

  @Test func aParagraphGoesOnOverThePage() throws {
    let note = Mark.element(.note, Mark.element(.paragraph, [words("note", 50, 560)]))
    let anatomy = try anatomy([
      .a5(
        piece(
          .list, id: 1, piece(.listItem, id: 2, piece(.listBody, id: 3, [words("un ", 50, 540)])))
          + note),
      .a5(
        piece(
          .list, id: 1,
          piece(.listItem, id: 2, piece(.listBody, id: 3, [words("deux", 50, 50)]))
            + piece(.listItem, id: 4, piece(.listBody, id: 5, [words("trois", 50, 70)])))),
    ])
    #expect(
      anatomy.outline == """
        Document
          L
            LI
              LBody "un deux"
            LI
              LBody "trois"
          Note
            P "note"

        """)
    let body = try #require(anatomy.elements.first { $0.type == "LBody" })
    #expect(body.contents.map(\.page) == [0, 1])
    #expect(anatomy.facts.pages.allSatisfy { $0.orphanContents == 0 })
  }

  @Test func aFigureThatWaitedIsReadWhereItWasSpokenOf() throws {
    let figure =
      piece(.figure(alternative: "Une rue"), id: 3, [picture(50, 40)])
      + piece(.caption, id: 2, [words("légende", 50, 100)])
    let note = piece(.note, id: 9, [words("note", 50, 560)])
    let anatomy = try anatomy([
      .a5(
        piece(.paragraph, id: 1, [words("un", 50, 500)])
          + piece(.paragraph, id: 4, [words("deux ", 50, 520)])
          + piece(.paragraph, id: 5, [words("trois ", 50, 540)]) + note),
      .a5(
        figure + piece(.paragraph, id: 5, [words("suite", 50, 120)])
          + piece(.paragraph, id: 6, [words("quatre", 50, 140)])),
    ])
    #expect(
      anatomy.elements.dropFirst().map { "\($0.type) \($0.words)" } == [
        "P un", "Figure ", "Caption légende", "P deux ", "P trois suite", "Note note", "P quatre",
      ])
  }

  @Test func numbersJoinOnlyWithinTheirElement() throws {
    let anatomy = try anatomy([
      .a5(
        Mark.element(.paragraph, piece(.code, id: 1, [words("a")]))
          + Mark.element(.paragraph, piece(.code, id: 1, [words("b", 50, 70)]))
          + Mark.element(
            .paragraph,
            piece(.code, id: 1, [words("c", 50, 90)])
              + piece(.span, id: 1, [words("d", 60, 90)])))
    ])
    #expect(anatomy.elements.filter { $0.type == "Code" }.map(\.words) == ["a", "b", "c"])
  }

  @Test func aLinkOfTwoLinesIsOneLinkWithTwoAreas() throws {
    let link = Typesetting.Tag.Role.externalLink(uri: "https://exemple.org/é")
    let anatomy = try anatomy([
      .a5(
        piece(
          .paragraph, id: 7,
          [words("avant ", 50, 50)] + piece(link, id: 1, [words("un ", 200, 50)])
            + piece(link, id: 1, [words("lien", 50, 65)]) + [words(" après", 80, 65)])),
      .a5(
        piece(.paragraph, id: 7, piece(link, id: 2, [words("ici", 50, 50)]))),
    ])
    #expect(
      anatomy.outline.contains("P\n    Link \"un lien\"\n    Link \"ici\"\n"), "\(anatomy.outline)")
    let links = anatomy.elements.filter { $0.type == "Link" }
    #expect(links.map(\.annotations.count) == [2, 1])
    let first = anatomy.dictionary(links[0].annotations[0])
    // From 7.5 points above the baseline to 2.5 below it.
    let sides = anatomy.list(first["/Rect"]).compactMap { $0 as? Double }
    #expect(sides.count == 4 && abs(sides[1] - 542.775) < 0.01 && abs(sides[3] - 552.775) < 0.01)
    #expect(anatomy.text(first["/Contents"]) == "https://exemple.org/é")
    let action = anatomy.dictionary(first["/A"])
    #expect(anatomy.text(action["/URI"]) == "https://exemple.org/%C3%A9")
  }

  // MARK: Entries

  @Test func elementsSayWhatTheyAre() throws {
    let anatomy = try anatomy(book)
    func entries(_ type: String) -> [Anatomy.Dictionary] {
      anatomy.elements.filter { $0.type == type }.map(\.entries)
    }
    func attributes(_ type: String, _ key: String) -> [String?] {
      entries(type).map { anatomy.name(anatomy.dictionary($0["/A"])[key]) }
    }
    #expect(attributes("L", "/ListNumbering") == ["Decimal", "None"])
    #expect(attributes("TH", "/Scope") == ["Column", "Column", "Row"])
    #expect(entries("Note").map { anatomy.text($0["/ID"]) } == ["note-000001"])
    let names = anatomy.list(
      anatomy.dictionary(anatomy.dictionary(anatomy.catalog["/StructTreeRoot"])["/IDTree"])[
        "/Names"])
    #expect(names.count == 2 && anatomy.text(names.first) == "note-000001")
    #expect(entries("Figure").map { anatomy.text($0["/Alt"]) } == ["Une rue"])
    let box = anatomy.list(anatomy.dictionary(entries("Figure")[0]["/A"])["/BBox"])
    #expect(box.compactMap { $0 as? Double } == [50, 305.275, 90, 345.275])
    #expect(entries("P").compactMap { anatomy.text($0["/Lang"]) } == ["en"])
  }

  @Test func theDocumentSaysWhatItIs() throws {
    let anatomy = try anatomy(book)
    #expect(anatomy.text(anatomy.catalog["/Lang"]) == "fr")
    #expect(anatomy.dictionary(anatomy.catalog["/MarkInfo"])["/Marked"] as? Bool == true)
    #expect(
      anatomy.dictionary(anatomy.catalog["/ViewerPreferences"])["/DisplayDocTitle"] as? Bool
        == true)
    #expect(anatomy.metadata(of: "dc:title") == "Le guide (2ᵉ édition)")
    #expect(anatomy.metadata(of: "dc:language") == "fr")
    #expect(anatomy.metadata(of: "xmp:CreateDate") == "2026-03-14T09:00:00Z")
    for page in anatomy.pages {
      #expect(anatomy.name(page["/Tabs"]) == "S")
      for box in ["/TrimBox", "/BleedBox", "/MediaBox"] {
        let sides = anatomy.list(page[box]).compactMap { $0 as? Double }
        #expect(sides == [0, 0, 419.527, 595.275], "\(box)")
      }
    }
  }

  @Test(arguments: [
    ("2026", "D:2026"), ("2026-03-14", "D:20260314"),
    ("2026-03-14T09:05", "D:202603140905"), ("2026-03-14T09:05:07Z", "D:20260314090507Z"),
    ("2026-03-14T09:05:07+02:00", "D:20260314090507+02'00'"),
  ])
  func datesAreWrittenAsPDFWritesThem(_ date: String, _ written: String) throws {
    var info = DocumentInfo.guide
    info.date = date
    let bytes = try Inspection(draw([.a5([])], info: info)).objects
    #expect(bytes.contains("/CreationDate (\(written))"))
    #expect(bytes.contains("/ModDate (\(written))"))
  }

  @Test(arguments: ["", "demain", "14/03/2026", "2026-3-1", "2026-03-14T9", "2026-03-14Tx:y"])
  func whatIsNoDateIsLeftOut(_ date: String) throws {
    var info = DocumentInfo.guide
    info.date = date
    let seen = try Inspection(draw([.a5([])], info: info))
    #expect(try !seen.objects.contains("Date"))
    #expect(try seen.complaints == "")
  }

  @Test func theMetadataAreXML() throws {
    var info = DocumentInfo.guide
    info.title = "A & B <c> \u{1} \u{FFFF} « é » ∑ 🚲"
    info.keywords = "]]> & \n \t"
    let anatomy = try anatomy([.a5([])], info: info)
    let packet = Data(anatomy.data(anatomy.catalog["/Metadata"]))
    #expect(XMLParser(data: packet).parse())
    #expect(anatomy.metadata(of: "dc:title") == "A &amp; B &lt;c&gt;   « é » ∑ 🚲")
  }
}

extension Mark {
  fileprivate static func element(_ tag: Typesetting.Tag, _ marks: [Mark]) -> [Mark] {
    [.open(tag)] + marks + [.close]
  }
}

/// The same numbers for the same seed (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(limit))
  }
}
