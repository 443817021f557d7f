import Diagnostics
import Geometry
import Imposition
import Testing

@testable import Workshop

/// Small enough for any style on A4.
private let page = Paper.a7.size

/// What the words of a command line give, and what is found in them: `--paper value-unexpected`.
private func read(
  _ words: [BindingWords.Key: String], over sheet: String? = nil
) -> (booklets: [Booklet], found: [String]) {
  var found: [Diagnostic] = []
  let node = sheet.flatMap { text in
    YAMLText(text: text, file: "livret.yml").root(reporting: &found)
  }
  let booklets = BindingWords(words).booklets(
    ofPages: page, over: node, page: nil, reporting: &found)
  return (
    booklets,
    found.map { finding in
      let place = finding.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
      return "\(finding.file)\(place) \(finding.code)"
    }
  )
}

@Suite struct WordsOfBindings {
  /// Each style is the same on the command line and in a sheet.
  @Test(
    arguments: [
      ([.style: "saddle"], "saddle", .saddleStitch),
      ([.style: "signatures"], "signatures", .signatures(.evened(atMost: 4))),
      (
        [.style: "signatures", .sheetsPerSignature: "5"],
        "{style: signatures, sheets-per-signature: 5}", .signatures(.sheets(5))
      ),
      (
        [.style: "perfect-gathered", .atMostSheets: "3"],
        "{style: perfect-gathered, at-most-sheets: 3}", .perfectGathered(.evened(atMost: 3))
      ),
      (
        [.style: "signatures", .pagesPerSignature: "20-60"],
        "{style: signatures, pages-per-signature: 20-60}", .signatures(.pages(20...60))
      ),
      (
        [.style: "quarto", .nesting: "together"], "{style: quarto, nesting: together}",
        .quarto(.together, .oneSignature)
      ),
      (
        [.style: "octavo", .pagesPerSignature: "32"], "{style: octavo, pages-per-signature: 32}",
        .octavo(.singly, .pages(32...32))
      ),
      ([.style: "cut-stack"], "cut-stack", .cutAndStack),
      ([.style: "cut-saddle"], "cut-saddle", .cutSaddle(.twoCopies)),
      (
        [.style: "cut-saddle", .strips: "nest"], "{style: cut-saddle, strips: nest}",
        .cutSaddle(.nested)
      ),
      ([.style: "ZINE", .heads: "edges"], "{style: Zine, heads: edges}", .miniZine(.atTheEdges)),
      ([.style: "perfect-leaves"], "perfect-leaves", .perfectLeaves),
    ] as [([BindingWords.Key: String], String, Binding.Style)])
  func stylesAreTheSameOnBothWays(
    words: [BindingWords.Key: String], sheet: String, style: Binding.Style
  ) {
    let (typed, written) = (read(words), read([:], over: sheet))
    #expect(typed.found.isEmpty && written.found.isEmpty)
    #expect(typed.booklets.map(\.binding.style) == [style])
    #expect(written.booklets.map(\.binding) == typed.booklets.map(\.binding))
  }

  @Test func printersAreTheSameOnBothWays() {
    let text = "flip=long, manual,backs=reverse,turn=180,front=0,3/-0.5,back=+1/0,margin=4,2"
    let typed = read([.printer: text])
    let written = read(
      [:],
      over: """
        printer: {flip: long, manual: yes, backs: reverse, turn: 180, front: "0,3/-0,5", back: 1/0, \
        margin: 4.2}
        """)
    #expect(typed.found.isEmpty && written.found.isEmpty)
    #expect(written.booklets.map(\.binding) == typed.booklets.map(\.binding))
    #expect(
      typed.booklets.map(\.binding.printer) == [
        PrinterProfile(
          flip: .longEdge,
          manual: PrinterProfile.ManualDuplex(reversesBacks: true, turnsBacks: true),
          frontOffset: Point(x: .millimetres(0.3), y: .millimetres(-0.5)),
          backOffset: Point(x: .millimetres(1), y: .zero), unprintable: .millimetres(4.2))
      ])
  }

  @Test(arguments: [
    ("A5", "A5", 148.0, 210.0), ("letter", "Letter", 215.9, 279.4),
    ("225x320 mm", "225x320 mm", 225, 320), ("22,5 × 32 cm", "225x320 mm", 225, 320),
    ("225mm X 320mm", "225x320 mm", 225, 320), ("210 x 297 mm", "A4", 210, 297),
    ("210.5x297mm", "210.5x297 mm", 210.5, 297),
  ])
  func paperHasANameOrASize(text: String, name: String, width: Double, height: Double) {
    let (booklets, found) = read([.paper: text, .scale: "20 %"])
    #expect(found.isEmpty)
    #expect(
      booklets.map(\.binding.paper) == [
        Paper(name: name, size: Size(width: .millimetres(width), height: .millimetres(height)))
      ])
  }

  @Test func theRestOfTheWords() {
    let (booklets, found) = read([
      .bound: "top", .scale: "70,5 %", .blanks: "after-page-12", .flyleaves: "1",
      .coverPaper: "A3", .stock: "100 g/m², 0,12 mm", .creep: "spine", .marks: "crop, fold",
      .copies: "200", .price: "CHF 0.025",
    ])
    #expect(found.isEmpty)
    let expected = Binding(
      pageSize: page, scale: 0.705, boundEdge: .top, blanks: .after(12), flyleaves: 1,
      cover: .ownSheet(.a3),
      stock: PaperStock(weight: 100, thickness: .millimetres(0.12)),
      creep: Creep(thickness: .millimetres(0.12), direction: .towardsSpine),
      marks: PrintersMarks([.crop, .fold]))
    #expect(booklets.map(\.binding) == [expected])
    #expect(booklets.allSatisfy { $0.namesBoundEdge })
    #expect(
      booklets.map(\.kit) == [KitOrder(copies: 200, price: 0.025, currency: "CHF")])
  }

  @Test func allMarksAreThoseOfTheStyle() {
    #expect(
      read([.marks: "all"]).booklets.first?.binding.marks.kinds
        == [.crop, .fold, .staple, .registration, .slug])
    #expect(
      read([.style: "perfect-leaves", .marks: "all"]).booklets.first?.binding.marks.kinds
        == [.crop, .registration, .slug])
  }

  @Test func aScaleThatFitsIsTheLargest() {
    let (booklets, _) = read([.paper: "A7", .scale: "fit"])
    // Two pages of 105 mm on 74 mm, to a thousandth.
    #expect(booklets.map(\.binding.scale) == [0.704])
    #expect(booklets.allSatisfy { $0.binding.pageFits })
  }

  /// What is wrong is said by the name of its option, and at its place in a sheet.
  @Test(
    arguments: [
      (.style, "sadle", "value-unexpected"), (.style, "", "value-unexpected"),
      (.paper, "A9", "value-unexpected"), (.paper, "0x0 mm", "value-unexpected"),
      (.paper, "10x10 mm", "value-unexpected"), (.paper, "9999x9999 mm", "value-unexpected"),
      (.paper, "210x297", "value-unexpected"), (.paper, "-210x297 mm", "value-unexpected"),
      (.paper, "1x2x3 mm", "value-unexpected"), (.paper, "x", "value-unexpected"),
      (.bound, "bottom", "value-unexpected"), (.scale, "71", "value-unexpected"),
      (.scale, "0 %", "value-unexpected"), (.scale, "nan%", "value-unexpected"),
      (.scale, "1e1 %", "value-unexpected"), (.blanks, "after-page-0", "value-unexpected"),
      (.blanks, "outside", "value-unexpected"), (.flyleaves, "-1", "value-unexpected"),
      (.flyleaves, "9", "value-unexpected"), (.cover, "A3", "value-unexpected"),
      (.stock, "80", "value-unexpected"), (.stock, "8000 g", "value-unexpected"),
      (.stock, "80 g, 3 cm", "value-unexpected"), (.stock, "80 g, 1 mm, 2 mm", "value-unexpected"),
      (.creep, "yes", "value-unexpected"), (.marks, "crop, fould", "value-unexpected"),
      (.marks, "crop,", "value-unexpected"), (.marks, "collation", "binding-word-foreign"),
      (.copies, "0", "value-unexpected"), (.price, "0.02", "value-unexpected"),
      (.price, "-1 €", "value-unexpected"), (.price, "1.2.3 €", "value-unexpected"),
      (.price, "€", "value-unexpected"), (.nesting, "singly", "binding-word-foreign"),
      (.strips, "nest", "binding-word-foreign"), (.heads, "edges", "binding-word-foreign"),
      (.sheetsPerSignature, "4", "binding-word-foreign"),
      (.printer, "flip=tall", "value-unexpected"), (.printer, "flop=long", "key-unknown"),
      (.printer, "flip", "value-unexpected"), (.printer, "", "value-unexpected"),
      (.printer, "flip=long,flip=short", "key-twice"),
      (.printer, "backs=reverse", "printer-not-manual"),
      (.printer, "turn=180", "printer-not-manual"),
      (.printer, "manual,turn=90", "value-unexpected"), (.printer, "front=1", "value-unexpected"),
      (.printer, "front=1/2/3", "value-unexpected"), (.printer, "back=90/0", "value-unexpected"),
      (.printer, "margin=-1", "value-unexpected"), (.printer, "margin=inf", "value-unexpected"),
    ] as [(BindingWords.Key, String, String)])
  func whatIsWrongIsSaidByItsOption(key: BindingWords.Key, text: String, code: String) {
    #expect(read([key: text]).found == ["\(key.option) \(code)"])
  }

  @Test(arguments: [
    ("{style: quarto, nesting: apart}", "livret.yml:1:26 value-unexpected"),
    ("{style: saddle, nesting: singly}", "livret.yml:1:26 binding-word-foreign"),
    ("{papre: A4}", "livret.yml:1:2 key-unknown"),
    ("{style: octavo, bound: top}", "livret.yml:1:24 binding-word-foreign"),
    (
      "{style: signatures, at-most-sheets: 4, sheets-per-signature: 4}",
      "livret.yml:1:37 signatures-twice"
    ),
    ("{style: signatures, pages-per-signature: 60-20}", "livret.yml:1:42 value-unexpected"),
    ("{style: zine, flyleaves: 1}", "livret.yml:1:26 binding-word-foreign"),
    ("{style: cut-stack, creep: spine}", "livret.yml:1:27 binding-word-foreign"),
    ("{marks: [crop, sewing]}", "livret.yml:1:16 binding-word-foreign"),
    ("{cover: body, cover-paper: A3}", "livret.yml:1:28 cover-paper-unused"),
    ("{flip: long, printer: flip=short}", "livret.yml:1:8 flip-twice"),
    ("{printer: {flip: [short, long]}}", "livret.yml:1:18 value-unexpected"),
    ("{stock: {weight: 80 g, thick: 1 mm}}", "livret.yml:1:24 key-unknown"),
    ("{print: {copies: many}}", "livret.yml:1:18 value-unexpected"),
    ("{print: {sheets: 3}}", "livret.yml:1:10 key-unknown"),
    ("[saddle, {style: zines}]", "livret.yml:1:18 value-unexpected"),
  ])
  func whatIsWrongInASheetIsSaidAtItsPlace(sheet: String, finding: String) {
    #expect(read([:], over: sheet).found == [finding])
  }

  @Test func whatCannotBeReadIsNotBlamedForMore() {
    #expect(
      read([.style: "octavo", .paper: "A0", .scale: "200 %"]).found == ["--paper value-unexpected"])
  }

  @Test func aMisspeltWordIsToldTheNearest() {
    var found: [Diagnostic] = []
    let words = BindingWords([.style: "octavvo", .paper: "lettre"])
    _ = words.booklets(ofPages: page, reporting: &found)
    #expect(
      found.map { $0.hints.first?.french } == [
        "vouliez-vous dire octavo ?", "vouliez-vous dire Letter ?",
      ])
  }
}

@Suite struct WordsBeforeTheSheets {
  private func bindings(
    _ words: [BindingWords.Key: String], over sheet: String
  ) -> [Binding] {
    let (booklets, found) = read(words, over: sheet)
    #expect(found.isEmpty)
    return booklets.map(\.binding)
  }

  @Test func aSheetMayAskForSeveralBooklets() {
    #expect(
      bindings([:], over: "[saddle, {style: quarto, paper: A3}, zine]").map(\.style) == [
        .saddleStitch, .quarto(.singly, .oneSignature), .miniZine(.atTheMiddle),
      ])
    #expect(
      bindings([:], over: "{printer: [flip=short, 'flip=long,manual']}").map(\.printer) == [
        PrinterProfile(),
        PrinterProfile(flip: .longEdge, manual: PrinterProfile.ManualDuplex()),
      ])
    #expect(bindings([:], over: "{flip: [short, short]}").count == 1)
  }

  @Test func anOptionGoesBeforeTheSameWordOfEachBooklet() {
    let sheet = "[{paper: A4, flip: long}, {style: quarto, paper: A3}]"
    #expect(bindings([.paper: "Letter"], over: sheet).map(\.paper) == [.letter, .letter])
    #expect(
      bindings([.printer: "flip=short"], over: sheet).map(\.printer.flip) == [
        .shortEdge, .shortEdge,
      ])
  }

  @Test func aStyleTakesTheSheetsBookletOfThatStyle() {
    let sheet = "[saddle, {style: quarto, nesting: together, paper: A3}]"
    #expect(
      bindings([.style: "quarto"], over: sheet)
        == [Binding(style: .quarto(.together, .oneSignature), paper: .a3, pageSize: page)])
  }

  @Test func anotherStyleLeavesWhatBelongsToTheSheetsOwn() {
    let sheet = "{style: signatures, sheets-per-signature: 5, paper: A3}"
    #expect(
      bindings([.style: "octavo", .nesting: "together"], over: sheet)
        == [Binding(style: .octavo(.together, .oneSignature), paper: .a3, pageSize: page)])
  }
}
