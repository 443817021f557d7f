import Foundation
import Geometry
import PDF
import TestSupport
import Testing
import Typesetting

/// Skipped where the font or the tools are absent: they are the judges.
private let judgesArePresent = TypeCase.isPresent && Inspection.toolsArePresent

@Suite(.enabled(if: judgesArePresent, "needs the test font, poppler's tools and qpdf"))
struct ReadingPDFTests {
  private let type = TypeCase()

  private func draw(
    _ pages: [Page], outline: [OutlineEntry] = [], info: DocumentInfo = .guide
  ) throws -> [UInt8] {
    try readingPDF(
      of: pages, outline: outline, info: info, fonts: TypeCase.fonts, pictures: .none)
  }

  @Test func aLigatureSaysItsLetters() throws {
    let page = Page.a5(
      Mark.element(
        .paragraph,
        [
          .letters(type.run("o"), 50, 60),
          .letters(type.run(showing: ["\u{FB03}"], saying: "ffi"), 56, 60),
          .letters(type.run("ciel"), 66, 60),
        ]))
    let seen = try Inspection(try draw([page]))
    #expect(try seen.text.contains("officiel"))
    #expect(try seen.complaints == "")
  }

  @Test func smallCapitalsSayLowerCase() throws {
    let run = GlyphRun(
      face: FaceID(index: 0), size: .points(10),
      glyphs: "CRPA".unicodeScalars.map(type.glyph), text: "crpa",
      clusters: Array(repeating: GlyphRun.Cluster(byteCount: 1, glyphCount: 1), count: 4))
    let page = Page.a5(
      Mark.element(.paragraph, [.letters(type.run("CRPA"), 50, 60), .letters(run, 50, 90)]))
    let seen = try Inspection(try draw([page]))
    let text = try seen.text
    #expect(text.contains("CRPA") && text.contains("crpa"))
  }

  @Test func theHyphenOfADividedWordIsASoftHyphen() throws {
    let page = Page.a5(
      Mark.element(
        .paragraph,
        [
          .letters(type.run("sur"), 50, 60),
          .letters(type.run(showing: ["\u{2010}"], saying: "\u{AD}"), 67, 60),
          .letters(type.run("veillance"), 50, 75),
        ]))
    let seen = try Inspection(try draw([page]))
    let said = try seen.run("pdftotext", "-raw", "@", "-").output
    #expect(
      said.contains("sur\u{AD}\nveillance"),
      "\(said.unicodeScalars.map { String($0.value, radix: 16) })")
  }

  @Test func aRightToLeftRunIsReadFromTheRight() throws {
    // Any four glyphs will do: what counts is what they say and in which order.
    let run = GlyphRun(
      face: FaceID(index: 0), size: .points(10), level: 1,
      glyphs: "wxyz".unicodeScalars.map(type.glyph), text: "אבגד",
      clusters: Array(repeating: GlyphRun.Cluster(byteCount: 2, glyphCount: 1), count: 4))
    let page = Page.a5(Mark.element(.paragraph, [.letters(run, 50, 60)]))
    let seen = try Inspection(try draw([page]))
    #expect(try seen.text.contains("אבגד"))
  }

  @Test func wordsAroundALinkKeepTheirOrder() throws {
    let marks = Mark.element(
      .section,
      Mark.element(.heading(level: 1), [.letters(type.run("Titre"), 50, 50)])
        + Mark.element(
          .paragraph,
          [.letters(type.run("avant "), 50, 70)]
            + Mark.element(
              .externalLink(uri: "https://exemple.org/a(b)?c='é'"),
              [.letters(type.run("lien"), 85, 70)])
            + [.letters(type.run(" après"), 108, 70)])
        + Mark.element(.artifact, [.letters(type.run("12"), 200, 580)]))
    let seen = try Inspection(try draw([.a5(marks)]))
    let structure = try seen.structure
    #expect(
      structure == """
        Document
          Sect
            H1 (block)
              "Titre"
            P (block)
              "avant "
              Link (inline)
                "lien"
              " après"

        """)
    #expect(try seen.text.contains("12"))
    #expect(try seen.objects.contains("/URI (https://exemple.org/a%28b%29?c=%27%C3%A9%27)"))
    #expect(try seen.complaints == "")
  }

  @Test func tablesAndListsHaveTheirElements() throws {
    func cell(_ role: Typesetting.Tag.Role, _ text: String, _ x: Double, _ y: Double) -> [Mark] {
      Mark.element(role, [.letters(type.run(text), x, y)])
    }
    let rule = Mark.fill(
      Rectangle(x: .points(50), y: .points(65), width: .points(200), height: .points(0.5)),
      ink: .black)
    let table = Mark.element(
      .table,
      Mark.element(
        .tableHead,
        Mark.element(
          .tableRow, cell(.tableHeader, "jour", 50, 60) + cell(.tableHeader, "heure", 120, 60)))
        + [rule]
        + Mark.element(
          .tableBody,
          Mark.element(
            .tableRow, cell(.tableCell, "lundi", 50, 80) + cell(.tableCell, "9 h", 120, 80))))
    let list = Mark.element(
      .list,
      Mark.element(
        .listItem,
        cell(.listLabel, "–", 50, 110)
          + Mark.element(.listBody, cell(.paragraph, "un point", 60, 110))))
    let seen = try Inspection(try draw([.a5(table + list)]))
    let structure = try seen.structure
    #expect(
      structure == """
        Document
          Table (block)
            THead
              TR
                TH:
                   /Scope /Column
                  "jour"
                TH:
                   /Scope /Column
                  "heure"
            TBody
              TR
                TD
                  "lundi"
                TD
                  "9 h"
          L (block)
            LI (block)
              Lbl (block)
                "–"
              LBody (block)
                P (block)
                  "un point"

        """)
  }

  @Test func linksLeadForwardAndBack() throws {
    let first = Page.a5(
      [.anchor(name: "début", at: .points(50, 40))]
        + Mark.element(
          .contents,
          Mark.element(
            .contentsItem,
            Mark.element(
              .internalLink(destination: "chap'itre\\2"), [.letters(type.run("vers 2"), 50, 60)]))),
      folio: "i")
    let second = Page.a5(
      Mark.element(
        .paragraph,
        [.anchor(name: "chap'itre\\2", at: .points(50, 100))]
          + Mark.element(
            .internalLink(destination: "début"), [.letters(type.run("retour"), 50, 60)])),
      folio: "7")
    let outline = [
      OutlineEntry(
        title: "Début", destination: "début",
        children: [OutlineEntry(title: "دليل (2)", destination: "chap'itre\\2")])
    ]
    let seen = try Inspection(try draw([first, second], outline: outline))
    #expect(try seen.complaints == "")
    let destinations = try seen.run("pdfinfo", "-dests", "@").output
    #expect(destinations.contains("\"d%C3%A9but\"") && destinations.contains("\"chap%27itre%5C2\""))
    let objects = try seen.objects
    #expect(objects.contains("/Outlines"))
    #expect(objects.contains("/PageLabels"))
    #expect(objects.components(separatedBy: "/Subtype /Link").count == 3)
  }

  @Test func aLinkToNowhereIsReported() throws {
    let page = Page.a5(
      Mark.element(
        .paragraph,
        Mark.element(.internalLink(destination: "nulle-part"), [.letters(type.run("x"), 9, 9)])))
    #expect(throws: DrawingError.missingAnchor("nulle-part", page: 2)) {
      try draw([.a5([]), page])
    }
    #expect(throws: DrawingError.missingAnchor("absent", page: nil)) {
      try draw([.a5([])], outline: [OutlineEntry(title: "A", destination: "absent")])
    }
  }

  @Test func unbalancedTagsAreReported() throws {
    #expect(throws: DrawingError.unbalancedTags(page: 1)) {
      try draw([.a5([.open(Typesetting.Tag(.paragraph))])])
    }
    #expect(throws: DrawingError.unbalancedTags(page: 2)) { try draw([.a5([]), .a5([.close])]) }
  }

  @Test func clustersThatDoNotAddUpAreAnError() throws {
    var run = type.run("abc")
    run.clusters.removeLast()
    #expect(throws: DrawingError.runOfParts(page: 1)) {
      try draw([.a5([.letters(run, 10, 10)])])
    }
  }

  /// A coloured cover: Cairo would forget the tags before a fill that nothing confines.
  @Test func aFillOverTheWholePageKeepsItsElement() throws {
    let size = Paper.a5.size
    let larger = Rectangle(
      x: .points(-9), y: .points(-9), width: size.width * 2, height: size.height * 2)
    // Cairo rounds the page up to whole points, and only that is the whole page to it.
    let inPoints = Rectangle(x: .zero, y: .zero, width: .points(420), height: .points(596))
    let green = Ink(red: 0, green: 0.5, blue: 0)
    for place in [Rectangle(origin: .zero, size: size), inPoints, larger] {
      let before = Mark.element(.heading(level: 1), [.letters(type.run("avant"), 50, 50)])
      let after = Mark.element(.paragraph, [.letters(type.run("après"), 50, 90)])
      for marks in [[Mark.fill(place, ink: green)], before + [.fill(place, ink: green)] + after] {
        let page = Page.a5(Mark.element(.section, marks))
        let seen = try Inspection(draw([page, page]))
        // A section with nothing in it but decoration is none.
        let count = marks.count > 1 ? 3 : 1
        #expect(try seen.structure.components(separatedBy: "Sect").count == count)
        #expect(try seen.structure.components(separatedBy: "H1").count == count)
        #expect(try seen.raster[3, 3].green > 100 && seen.raster[3, 3].red == 0)
        #expect(try seen.complaints == "")
      }
    }
  }

  @Test func theFileSaysWhatItIs() throws {
    let seen = try Inspection(try draw([.a5([], folio: "iv")]))
    let info = try seen.run("pdfinfo", "-isodates", "@").output
    for line in [
      "Title:           Le guide (2ᵉ édition)", "Subject:         Essai",
      "Author:          Une amie",
      "Keywords:        un, deux", "Creator:         Livret 1.0",
      "CreationDate:    2026-03-14T09:00:00Z", "ModDate:         2026-03-14T09:00:00Z",
      "PDF version:     1.7", "Page size:       419.527 x 595.275 pts",
    ] {
      #expect(info.contains(line), "\(line)")
    }
    let objects = try seen.objects
    #expect(objects.contains("/Lang (fr)"))
    #expect(objects.contains("/DisplayDocTitle true"))
    #expect(objects.contains("(D:20260314"))
  }

  @Test func descriptionsAndLanguagesReachTheirElements() throws {
    let marks =
      Mark.element(.paragraph, [.letters(type.run("un"), 50, 50)])
      + Mark.element(
        .figure(alternative: "Un été (vu d’ici)"), [.letters(type.run("*"), 50, 80)])
      + Mark.element(.paragraph, language: "ar", [.letters(type.run("x"), 50, 90)])
    let seen = try Inspection(try draw([.a5(marks)]))
    let detailed = try seen.objects
    #expect(detailed.contains("/Lang (ar)"))
    let figure = try #require(
      detailed.components(separatedBy: "endobj").first { $0.contains("/S /Figure") })
    #expect(figure.contains("/Alt <feff0055006e0020"))
    #expect(try seen.complaints == "")
  }

  @Test func theSameBookGivesTheSameBytes() throws {
    let page = Page.a5(Mark.element(.paragraph, [.letters(type.run("Bonjour"), 50.25, 60.125)]))
    #expect(try draw([page, page]) == draw([page, page]))
  }

  @Test func nothingToDrawAndMissingFontsAreErrors() throws {
    #expect(throws: DrawingError.nothingToDraw) { try draw([]) }
    let page = Page.a5([.letters(type.run("a"), 9, 9)])
    let absent = FontFile(path: "/absent.otf", index: 0)
    #expect(throws: DrawingError.font(absent)) {
      try readingPDF(of: [page], outline: [], info: .guide, fonts: [absent], pictures: .none)
    }
    #expect(throws: DrawingError.unknownFace(FaceID(index: 0), page: 1)) {
      try readingPDF(of: [page], outline: [], info: .guide, fonts: [], pictures: .none)
    }
  }

  @Test func anErrorInTheMiddleOfTaggedPagesLeavesNoHarm() throws {
    let linked =
      [Mark.anchor(name: "ici", at: .points(1, 1))]
      + Mark.element(
        .paragraph,
        [.letters(type.run("a"), 9, 9)]
          + Mark.element(.internalLink(destination: "ici"), [.letters(type.run("b"), 19, 9)]))
    var broken = type.run("abc")
    broken.clusters.removeLast()
    var stranger = type.run("abc")
    stranger.face = FaceID(index: 7)
    for run in [broken, stranger] {
      let last = Mark.element(
        .section,
        linked
          + Mark.element(
            .internalLink(destination: "ici"),
            [.letters(type.run("c"), 9, 9), .letters(run, 30, 9)])
      )
      #expect(throws: DrawingError.self) { try draw([.a5(linked), .a5(linked), .a5(last)]) }
      #expect(throws: DrawingError.self) { try draw([.a5(last), .a5(linked)]) }
    }
  }

  @Test func marksThatMakeNoSenseAreDrawnOrReported() throws {
    var nothing = type.run("")
    nothing.size = .zero
    var tiny = type.run("abc")
    tiny.size = .zero
    let line = Path([.line(.points(1, 1)), .close])
    let strange: [Mark] = [
      .letters(nothing, 9, 9), .letters(tiny, 9, 9),
      .stroke(line, width: .zero, dash: [], ink: .black),
      .stroke(line, width: .points(-1), dash: [.zero, .zero], ink: .black),
      .stroke(Path([]), width: .points(1), dash: [.points(-1)], ink: .black),
      .fill(
        Rectangle(x: .zero, y: .zero, width: .points(-9), height: .zero),
        ink: Ink(red: 9, green: -9, blue: .nan)),
    ]
    for mark in strange {
      let seen = try Inspection(draw([.a5(Mark.element(.paragraph, [mark]))]))
      #expect(try seen.complaints == "")
      #expect(try seen.run("pdftoppm", "@").errors == "")
    }
  }

  @Test func glyphsThatNoFaceHasAreReported() throws {
    var run = type.run("abc")
    run.glyphs[1].id = 4_000_000
    #expect(throws: DrawingError.unknownGlyph(4_000_000, FaceID(index: 0), page: 2)) {
      try draw([.a5([]), .a5([.letters(run, 9, 9)])])
    }
  }

  /// Both files of a run may be drawn at once.
  @Test func twoThreadsDrawTheSameBytesAsOne() async throws {
    let page = Page.a5(Mark.element(.paragraph, [.letters(type.run("Bonjour"), 50.25, 60.125)]))
    let pages = Array(repeating: page, count: 20)
    let alone = try draw(pages)
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          try readingPDF(
            of: pages, outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
        }
      }
      for try await together in group { #expect(together == alone) }
    }
  }
}
