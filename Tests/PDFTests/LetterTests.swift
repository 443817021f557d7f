import Foundation
import Geometry
import PDF
import Testing
import Typesetting

/// Letters are shown where the page has them, and say what they stand for.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct LetterTests {
  private let type = TypeCase()

  private func draw(_ marks: [Mark], pictures: [[UInt8]] = []) throws -> [UInt8] {
    try readingPDF(
      of: [.a5(marks)], outline: [], info: .guide, fonts: TypeCase.fonts,
      pictures: Pictures(pictures.map { try Picture(bytes: $0) }))
  }

  private func said(_ runs: [GlyphRun]) throws -> String {
    let marks = runs.enumerated().map { Mark.letters($1, 20, 30 + 12 * Double($0)) }
    let anatomy = try Anatomy(draw(Mark.element(.paragraph, marks)))
    return anatomy.elements[1].words
  }

  /// Beyond what any one-byte code holds: the face's first two thousand signs that are letters.
  @Test func everySignSaysItself() throws {
    let scalars = (0x21..<0x2000).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.isAlphabetic && type.glyph($0).id != 0 }
      .prefix(2_000)
    var byGlyph: [UInt32: Unicode.Scalar] = [:]
    for scalar in scalars {
      byGlyph[type.glyph(scalar).id] = byGlyph[type.glyph(scalar).id] ?? scalar
    }
    let letters = byGlyph.values.sorted()
    #expect(letters.count > 500)
    let runs = stride(from: 0, to: letters.count, by: 50).map { start in
      type.run(String(String.UnicodeScalarView(letters[start..<min(start + 50, letters.count)])))
    }
    let marks = runs.enumerated().map { Mark.letters($1, 20, 30 + 12 * Double($0)) }
    let anatomy = try Anatomy(draw(Mark.element(.paragraph, marks)))
    #expect(anatomy.elements[1].words == String(String.UnicodeScalarView(letters)))
    #expect(StructureWalk(anatomy.facts).findings == [])
  }

  /// Small capitals, spaces of all kinds: each thing that a glyph says is a sort of its own.
  @Test func aSignOfTwoMeaningsSaysBoth() throws {
    func small(_ text: String) -> GlyphRun { type.run(showing: ["B"], saying: text) }
    let runs = [type.run("ABBA"), small("b"), type.run("BA"), small("b"), small("ß")]
    let bytes = try draw(
      Mark.element(
        .paragraph, runs.enumerated().map { .letters($1, 20 + 60 * Double($0), 50) }))
    let anatomy = try Anatomy(bytes)
    #expect(anatomy.elements[1].words.filter { $0 != " " } == "ABBAbBAbß")
    #expect(anatomy.spanCount == 0)
  }

  /// Not a font for each: what few sorts say, spans say.
  @Test func theBoxOfMissingSignsSaysThemAll() throws {
    let signs = "αβγδεζηθικλμ"
    let runs = signs.map { type.run(showing: ["□"], saying: String($0)) }
    let bytes = try draw(
      Mark.element(
        .paragraph,
        runs.enumerated().map { .letters($1, 20 + $1.advance.points * Double($0), 50) }))
    let anatomy = try Anatomy(bytes)
    #expect(anatomy.elements[1].words == signs)
    #expect(anatomy.all(ofType: "Font").count <= 8)
    #expect(anatomy.spanCount == signs.count - 4)
  }

  /// A blank of another face will do for a blank, but not for the box of a missing sign.
  @Test func aBoxThatSaysASpaceIsABoxStill() throws {
    let runs =
      [type.run("a b\u{A0}c"), type.run(showing: ["□"], saying: "x")]
      + [type.run(showing: ["□"], saying: "x"), type.run(showing: ["□"], saying: "\u{A0}")]
    let marks = runs.enumerated().map { Mark.letters($1, 20, 30 + 20 * Double($0)) }
    let bytes = try draw(Mark.element(.paragraph, marks))
    #expect(try Anatomy(bytes).elements[1].words == "a b\u{A0}cxx\u{A0}")
    let raster = try Inspection(bytes).raster
    #expect(raster.darkness(20..<30, 80..<92) > 0.05)
  }

  @Test func aRunOfNoGlyphsIsNoHarm() throws {
    let nothing = GlyphRun(
      face: FaceID(index: 0), size: .points(10), glyphs: [], text: "\u{200B}",
      clusters: [GlyphRun.Cluster(byteCount: 3, glyphCount: 0)])
    let marks: [Mark] = [
      .letters(type.run("a b"), 20, 50), .letters(nothing, 300, 50), .letters(nothing, 20, 90),
    ]
    #expect(
      try Anatomy(draw(Mark.element(.paragraph, marks))).elements[1].words == "a b\u{200B}\u{200B}")
  }

  @Test func partsAndWholesSayTheirLetters() throws {
    let pair = type.run(showing: ["e", "\u{301}"], saying: "é")
    let three = type.run(showing: ["\u{FB03}"], saying: "ffi")
    let nothing = GlyphRun(
      face: FaceID(index: 0), size: .points(10), glyphs: [type.glyph("x")], text: "\u{200C}x",
      clusters: [
        GlyphRun.Cluster(byteCount: 3, glyphCount: 0),
        GlyphRun.Cluster(byteCount: 1, glyphCount: 1),
      ])
    #expect(try said([pair, three, nothing, three, pair]) == "éffi\u{200C}xffié")
  }

  /// A title and its page far to the right; a number and a title below it. But words go on on the
  /// next line.
  @Test func wordsThatAGapPartsAreParted() throws {
    var large = type
    large.size = .points(20)
    func words(_ marks: [Mark]) throws -> String {
      try Anatomy(draw(Mark.element(.heading(level: 1), [.letters(type.run("a b"), 9, 9)] + marks)))
        .elements[1].words
    }
    #expect(try words([.letters(type.run("12"), 300, 9)]) == "a b 12")
    #expect(try words([.letters(large.run("Titre"), 9, 40)]) == "a b Titre")
    #expect(try words([.letters(type.run("c"), 9, 40)]) == "a bc")
    let end = 9 + type.run("a b").advance.points
    #expect(try words([.letters(type.run("c"), end, 9)]) == "a bc")
    #expect(try words([.letters(type.run(" c"), 300, 9)]) == "a b c")
    let leader = Mark.element(.artifact, [.letters(type.run("…"), 100, 9)])
    #expect(try words(leader + [.letters(type.run("7"), 300, 9)]) == "a b 7")
  }

  @Test func parenthesesAndLinesEndsAreLettersToo() throws {
    #expect(try said([type.run("a(b\\)c) ((")]) == "a(b\\)c) ((")
  }

  /// As they stand from left to right: programs that read pages turn them about.
  @Test func lettersFromTheRightAreWrittenFromTheLeft() throws {
    let run = type.run("אבגד", rightToLeft: true)
    #expect(try said([type.run("ab"), run, type.run("cd")]) == "abדגבאcd")
    let seen = try Inspection(draw(Mark.element(.paragraph, [.letters(run, 50, 60)])))
    #expect(try seen.text.contains("אבגד"))
  }

  /// A mark above its letter, a letter of two glyphs, one that keeps its distance: poppler takes none of
  /// them for another word.
  @Test func strayLettersFromTheRightStayInTheirWord() throws {
    var run = type.run("אבגדה", rightToLeft: true)
    run.glyphs[1].offset = .points(0, -4)
    run.glyphs[2].offset = .points(3, 0)
    run.glyphs[2].advance += .points(3)
    run.glyphs.insert(run.glyphs[0], at: 0)
    run.clusters[4].glyphCount = 2
    let seen = try Inspection(draw(Mark.element(.paragraph, [.letters(run, 50, 60)])))
    #expect(try seen.text.contains("אבגדה"))
  }

  /// Widely spaced, moved up and down, back over one another, and beyond the page.
  @Test func everyGlyphStandsInItsPlace() throws {
    var run = type.run("MMMMM")
    for index in run.glyphs.indices { run.glyphs[index].advance = .points(30.3) }
    run.glyphs[2].offset = .points(0, -8)
    run.glyphs[4].offset = .points(-1000, 0)
    let bytes = try draw(
      Mark.element(
        .paragraph, [.letters(run, 50, 100), .letters(type.run("M"), -4, 300)]))
    let raster = try Inspection(bytes).raster
    let alone = try Inspection(draw([.letters(type.run("M"), 50, 100)])).raster
    let ink = alone.darkness(50..<60, 92..<101)
    for (index, lift) in [(0, 0), (1, 0), (2, 8), (3, 0)] {
      let x = 50 + Int(30.3 * Double(index))
      let found = raster.darkness(x..<(x + 10), (92 - lift)..<(101 - lift))
      #expect(abs(found - ink) < 0.1, "\(index): \(found) and \(ink)")
    }
    #expect(raster.darkness(165..<300, 80..<110) == 0)
    #expect(raster.darkness(0..<6, 290..<301) > 0.1)
  }

  /// The canvas draws proofs, the writer PDFs: the same pages.
  @Test func aPDFShowsWhatAProofShows() throws {
    var large = type
    large.size = .points(40)
    let curve = Path([
      .move(.points(30, 300)), .curve(.points(80, 240), .points(120, 380), .points(200, 300)),
      .line(.points(220, 340)), .close, .move(.points(250, 300)), .line(.points(380, 300)),
    ])
    let red = Ink(red: 0.8, green: 0.1, blue: 0.1)
    let square = Size(width: .points(60), height: .points(90))
    let marks: [Mark] = [
      .letters(large.run("Été"), 40, 80), .letters(type.run("petites lettres"), 40, 110),
      .run(large.run("ab"), at: .points(250, 80), ink: red),
      .letters(type.run("אבגד", rightToLeft: true), 200, 140),
      .stroke(curve, width: .points(3), dash: [.points(9), .points(4)], ink: .black),
      .stroke(curve, width: .points(1), dash: [], ink: red),
      .fill(Rectangle(origin: .points(30, 400), size: square), ink: red),
      .picture(PictureID(index: 0), in: Rectangle(origin: .points(120, 400), size: square)),
      .picture(PictureID(index: 1), in: Rectangle(origin: .points(210, 400), size: square)),
      .picture(PictureID(index: 2), in: Rectangle(origin: .points(300, 380), size: square)),
      .picture(PictureID(index: 1), in: Rectangle(origin: .points(390, 550), size: square)),
    ]
    let files = [
      PictureFixture.squares.bytes, PictureFixture.colourJPEG.turned(6),
      PictureFixture.colourPNG.bytes,
    ]
    let raster = try Inspection(draw(marks, pictures: files)).raster
    let pages = [Page.a5(marks)]
    let press = ProofPress(
      pages: pages, fonts: TypeCase.fonts,
      pictures: try Pictures(files.map { try Picture(bytes: $0) }))
    let proof = try #require(
      Pixels(png: press.png(of: Proof.singles(of: pages)[0], ppi: 72)))
    for y in stride(from: 0, to: 584, by: 12) {
      for x in stride(from: 0, to: 408, by: 12) {
        let (columns, rows) = (x..<(x + 12), y..<(y + 12))
        let difference = abs(raster.darkness(columns, rows) - proof.darkness(columns, rows))
        #expect(difference < 0.12, "at \(x), \(y)")
      }
    }
  }
}

extension Anatomy {
  /// How often something else is said than what is shown.
  fileprivate var spanCount: Int {
    pages.reduce(0) { count, page in
      let contents = list(page["/Contents"]).flatMap(data)
      return count
        + String(decoding: contents, as: UTF8.self).components(separatedBy: "/Span").count
        - 1
    }
  }
}
