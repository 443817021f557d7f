import Diagnostics
import Geometry
import Imposition
import Testing

@testable import Workshop

/// What the words of a command line give, and what is found in them: `--paper value-unexpected`.
private func read(
  _ words: [BindingWords.Key: String], over sheet: String? = nil
) -> (booklets: [Booklet], found: [String]) {
  var found: [Diagnostic] = []
  let node = sheet.flatMap { text in
    YAMLText(text: text, file: "livret.yml").root(reporting: &found)
  }
  let booklets = BindingWords(words).booklets(
    ofPages: Paper.a5.size, over: node, reporting: &found)
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
    #expect(written.booklets == typed.booklets)
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
    #expect(written.booklets == typed.booklets)
    #expect(
      typed.booklets.map(\.binding.printer) == [
        PrinterProfile(
          flip: .longEdge,
          manual: PrinterProfile.ManualDuplex(reversesBacks: true, turnsBacks: true),
          frontOffset: Point(x: .millimetres(0.3), y: .millimetres(-0.5)),
          backOffset: Point(x: .millimetres(1), y: .zero), unprintable: .millimetres(4.2))
      ])
  }
}
