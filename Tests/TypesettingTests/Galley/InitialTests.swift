import Diagnostics
import Geometry
import Markdown
import Testing

@testable import Typesetting

/// Large letters that begin a paragraph.
@Suite("Initials") struct InitialTests {
  private static let words = String(repeating: "words that fill the lines ", count: 12)

  private func runs(_ galley: GalleyBuilder) -> [(run: GlyphRun, at: Point)] {
    Column(stacking: galley.items, leading: .points(12)).marks.compactMap {
      if case .run(let run, let at, _) = $0 { (run, at) } else { nil }
    }
  }

  /// The test's face has capitals seven tenths of its size high.
  @Test(arguments: [("", 2), (" lines=3", 3), (" lines=4", 2), (" lines=2", 2)])
  func standOnTheGrid(attribute: String, lines: Int) {
    let galley = GalleyBuilder(setting: "[W]{.dropcap\(attribute)}hen \(Self.words)")
    let runs = runs(galley)
    let (letter, others) = (runs[0], runs.dropFirst())
    let rows = Set(others.map(\.at.y)).sorted()
    #expect(letter.at.y == rows[lines - 1])
    let head = letter.at.y - letter.run.size * 0.7
    let capitals = rows[0] - Length.points(10) * 0.7
    #expect(abs(head.units - capitals.units) <= 2)
    // The lines beside it start behind it, the others at the left.
    for (index, row) in rows.enumerated() {
      let start = others.filter { $0.at.y == row }.map(\.at.x).min()!
      #expect(index < lines ? start > letter.run.advance : start == .zero)
      let end = others.filter { $0.at.y == row }.map { $0.at.x + $0.run.advance }.max()!
      #expect(end <= .points(200) + .points(5.1))
    }
  }

  @Test(arguments: [
    ("[W]{.dropcap}hen it", ["When", " it"], "W"), ("[When]{.dropcap} it", ["When", " it"], "W"),
    ("[L]{.dropcap}’eau it", ["L’eau", " it"], "L"), ("[É]{.dropcap}t*é* it", ["Été"], "É"),
    ("[« On]{.dropcap} it", ["«\u{A0}On"], "«\u{A0}O"),
    ("[À]{.dropcap} la it", ["À", "la it"], "À"),
    ("[When *it*]{.dropcap} is", ["When"], "W"), ("[7]{.dropcap} days", ["7", "days"], "7"),
  ])
  func areReadAsAWord(text: String, read: [String], shown: String) {
    let galley = GalleyBuilder(setting: "\(text) \(Self.words)", language: .french)
    let runs = runs(galley)
    #expect(runs[0].run.glyphs.count == shown.unicodeScalars.count)
    #expect(runs.map(\.run.text).joined().hasPrefix(read.joined()))
    for (run, _) in runs {
      #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
      #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
    }
    let written = text.filter { !"[]{}*".contains($0) }.replacing(".dropcap", with: "")
    let all = runs.map(\.run.text).joined().lettersAlone
    #expect(all == "\(written) \(Self.words)".lettersAlone)
  }

  @Test func noPageEndPartsTheLinesBesideThem() {
    for lines in 1...20 {
      let filler = String(repeating: "x\\\n", count: lines) + "x"
      let proof = Proof("# T\n\n\(filler)\n\n[W]{.dropcap lines=3}hen \(Self.words)")
      for page in proof.body {
        guard let letter = page.pieces.first(where: { $0.size > .points(40) }) else { continue }
        let beside = page.pieces.filter {
          $0.y <= letter.y && $0.y > letter.y - .points(30) && $0.x > letter.x
        }
        #expect(Set(beside.map(\.y)).count == 3)
      }
    }
  }

  @Test func anIdStaysWithItsWords() {
    for text in ["[W]{.dropcap #here}hen", "[When]{.dropcap #here}"] {
      let proof = Proof("# T\n\n\(text) \(Self.words)\n\nSee [](#here).")
      #expect(proof.pages.flatMap(\.anchors).filter { $0 == "here" }.count == 1)
      #expect(proof.reports == [])
    }
  }

  @Test(arguments: [
    ("[W]{.dropcap}hen.", "01.md:3:4: warning: this paragraph has less than the 2 lines"),
    ("- [W]{.dropcap}hen \(words)", "01.md:3:6: warning: a large initial can only begin"),
    ("When [it]{.dropcap} \(words)", "01.md:3:10: warning: a large initial can only begin"),
    ("[…]{.dropcap} \(words)", "01.md:3:4: warning: a large initial can only begin"),
    ("[]{.dropcap} \(words)", "01.md:3:3: warning: a large initial can only begin"),
    ("[*W*]{.dropcap}hen \(words)", "01.md:3:6: warning: a large initial can only begin"),
  ])
  func whereNoneCanStandThatIsSaid(markdown: String, report: String) {
    let proof = Proof("# T\n\n\(markdown)")
    #expect(proof.reports.count == 1)
    #expect(proof.reports.first?.hasPrefix(report) == true, "\(proof.reports)")
    #expect(!proof.body.flatMap(\.pieces).contains { $0.size > .points(26) })
    let letters = markdown.filter { !"[]{}*".contains($0) }.replacing(".dropcap", with: "")
    #expect(
      proof.body[...].flatMap(\.pieces).filter { !$0.isArtifact && !$0.isLabel }.map(\.text)
        .joined().lettersAlone.hasSuffix(letters.drop { $0 == "-" }.lettersAlone))
  }
}

extension Substring {
  fileprivate var lettersAlone: String { String(self).lettersAlone }
}
