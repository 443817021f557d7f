import Fonts
import Foundation
import Geometry
import Imposition
import Testing
import Typesetting

@testable import Workshop

@Suite struct InstructionTexts {
  private func instructions(
    _ binding: Binding, _ count: Int, _ tag: String, _ order: KitOrder = KitOrder(),
    _ files: KitFiles = KitFiles(sheets: "guide.pdf")
  ) -> Instructions {
    Instructions(
      of: "Guide", bound: binding, binding.impose(count), order, files, in: KitWords(tag: tag))
  }

  /// Titles, settings, sentences and the numbers that are drawn, a step to a paragraph.
  private func text(_ instructions: Instructions) -> String {
    let steps = instructions.steps.enumerated().map { index, step in
      let drawn = step.figure.numbers.map { view in
        view.map { $0.map(String.init) ?? "–" }.joined(separator: " ")
      }.joined(separator: " | ")
      let settings = step.settings.map { "\($0.name): \($0.value)" }
      return (["\(index + 1) \(step.title) [\(drawn)]"] + settings + step.text)
        .joined(separator: "\n")
    }
    let facts = instructions.facts.map { "\($0.name): \($0.value)" }.joined(separator: " · ")
    return (steps + [facts]).joined(separator: "\n").replacing("\u{A0}", with: " ")
  }

  @Test func aStapledBookletInFrench() {
    let order = KitOrder(copies: 50, price: 0.08)
    #expect(
      text(instructions(Binding(), 32, "fr-CH", order)) == """
        1 Imprimer [32 1 | 2 31]
        Fichier: guide.pdf
        Papier: A4
        Taille: 100 %, « taille réelle »
        Faces: recto verso, bord court
        2 Vérifier la pile [16 17 | 32 1]
        Dessus : page 16 à gauche, page 17 à droite.
        Dessous : page 32 à gauche, page 1 à droite.
        3 Plier [16 17 | 1]
        Rabattez la moitié gauche sur la droite.
        La page 1 est maintenant dessus.
        4 Agrafer [32 1]
        Ouvrez au milieu. Piquez deux agrafes de l’extérieur dans le pli, à 52,5 mm de chaque bout du papier.
        5 Rogner [1]
        Les feuilles intérieures dépassent de 0,7 mm. Laissez-les, ou rognez le bord bien droit.
        Exemplaires: 50 · Feuilles A4: 400 · Ramettes de 500: 1 · À 0,08 € la feuille: 32,00 € \
        · En 80 g/m²: 2 kg · Épaisseur, fermé: 1,6 mm
        """)
  }

  @Test func manualDuplexInEnglishWithBlanks() {
    let printer = PrinterProfile(manual: .init(reversesBacks: true))
    let files = KitFiles(sheets: "guide-fronts.pdf", backs: "guide-backs.pdf")
    #expect(
      text(instructions(Binding(printer: printer), 6, "xx", KitOrder(), files)) == """
        1 Print the fronts [6 1]
        File: guide-fronts.pdf
        Paper: A4
        Size: 100 %, “actual size”
        Sides: one side only
        2 Print the backs [– –]
        File: guide-backs.pdf
        Put the pile back into the tray as it came out, neither turned over nor turned round.
        Both files have the same number of pages.
        If the pile comes out in reverse order, put it right again.
        3 Check the pile [4 5 | 6 1]
        On top: page 4 on the left, page 5 on the right.
        Underneath: page 6 on the left, page 1 on the right.
        4 Fold [4 5 | 1]
        Fold the left half over the right.
        Page 1 is now on top.
        5 Staple [6 1]
        Open at the middle. Staple twice from outside through the fold, 52.5 mm from each end of the paper.
        6 Trim [1]
        The inner sheets stand out by 0.1 mm. Leave them, or trim the edge straight.
        Copies: 1 · Sheets of A4: 2 · At 80 g/m²: 10 g · Thickness, closed: 0.4 mm
        """)
  }

  @Test func aQuartoSaysWhetherItsSheetsAreFoldedTogether() {
    func folding(_ nesting: Binding.Nesting) -> [String] {
      let binding = Binding(style: .quarto(nesting, .oneSignature), pageSize: Paper.a6.size)
      return instructions(binding, 16, "en").steps.flatMap(\.text)
    }
    #expect(folding(.together).contains("Fold all sheets together, as one."))
    #expect(folding(.singly).contains("Fold each sheet alone."))
    #expect(folding(.singly).contains { $0.hasSuffix("they begin with pages 1, 5.") })
    #expect(!folding(.together).contains { $0.hasPrefix("Put each into") })
  }

  @Test func aZineIsCreasedSlitAndPushedTogether() {
    let zine = Binding(style: .miniZine(.atTheMiddle), pageSize: Paper.a7.size)
    let steps = instructions(zine, 8, "fr").steps
    #expect(
      steps.map(\.title) == ["Imprimer", "Marquer les plis", "Fendre", "Pousser", "Plier"])
    #expect(steps[1].figure.numbers == [[5, 4, 3, 2, 6, 7, 8, 1]])
    #expect(steps[0].settings.last?.value == "recto seul")
  }

  @Test func leavesAreCutStackedAndGlued() {
    let binding = Binding(style: .perfectLeaves, pageSize: Paper.a6.size, cover: .ownSheet(.a4))
    let files = KitFiles(sheets: "guide.pdf", cover: "guide-cover.pdf")
    let steps = instructions(binding, 36, "en", KitOrder(), files).steps
    #expect(steps.map(\.title) == ["Print", "Cut", "Stack", "Glue"])
    #expect(steps[0].text == ["The cover is a sheet of its own: A4, guide-cover.pdf."])
    #expect(
      steps[2].text == [
        "Lay the piles on one another. From the top down, they begin with pages 3, 11, 19, 27."
      ])
    #expect(steps[3].text[0].hasSuffix("The spine is 1.6\u{A0}mm thick."))
  }

  @Test func booksReadFromTheRightAreMirrored() {
    let steps = instructions(Binding(boundEdge: .right), 16, "ar").steps
    #expect(steps[1].figure.numbers == [[9, 8], [1, 16]])
    #expect(steps[2].text.first == KitWords.arabic.making.rightOverLeft)
  }

  @Test func aCalendarIsTurnedOverTheTop() {
    let steps = instructions(Binding(boundEdge: .top), 12, "en").steps
    #expect(steps[0].figure.numbers == [[12, 1], [2, 11]])
    #expect(steps[1].figure.numbers == [[6, 7], [12, 1]])
    #expect(steps[1].text.last == "Underneath: page\u{A0}12 at the top, page\u{A0}1 at the bottom.")
    #expect(steps[2].figure.numbers == [[6, 7], [1]])
  }

  /// Every cell that is drawn of a sheet or pile lies so in the plan.
  @Test func theFirstStepShowsBothSidesOfTheFirstSheetAsTheyArePrinted() {
    for style in [
      Binding.Style.saddleStitch, .quarto(.singly, .oneSignature),
      .octavo(.together, .oneSignature),
      .cutSaddle(.stacked), .cutAndStack, .perfectLeaves, .signatures(.sheets(2)),
    ] {
      for flip in [PrinterProfile.Flip.shortEdge, .longEdge] {
        for edge in [Binding.BoundEdge.left, .right] {
          let binding = Binding(
            style: style, pageSize: Paper.a6.size, printer: PrinterProfile(flip: flip),
            boundEdge: edge)
          let sheet = binding.impose(45)[0].sheets[0]
          let drawn = instructions(binding, 45, "en").steps[0].figure.numbers
          #expect(drawn == [sheet.outer.cells.map(\.page), sheet.inner.cells.map(\.page)])
        }
      }
    }
  }

  @Test func allLanguagesFillEveryBrace() {
    let bindings = [
      Binding(cover: .ownSheet(.a3)), Binding(style: .signatures(.sheets(2))),
      Binding(style: .octavo(.singly, .sheets(1)), pageSize: Paper.a7.size),
      Binding(style: .cutAndStack, pageSize: Paper.a6.size), Binding(style: .perfectLeaves),
      Binding(style: .cutSaddle(.nested), pageSize: Paper.a6.size), Binding(boundEdge: .top),
      Binding(style: .miniZine(.atTheEdges), pageSize: Paper.a7.size),
    ]
    let tags = ["fr", "en", "es", "de", "it", "pt", "ca", "ar"]
    #expect(tags.map { KitWords(tag: $0 + "-XX").tag } == tags)
    for tag in tags {
      for binding in bindings {
        let text = text(instructions(binding, 64, tag, KitOrder(copies: 200, price: 0.1)))
        #expect(!text.contains("{") && !text.contains("}"))
      }
    }
  }

  // MARK: The page

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  func type(_ tag: String) throws -> KitType {
    let fonts = try FontLibrary(folder: Self.repository + "/fonts", cache: nil)
    return KitType(
      stylesheet: Stylesheet(
        textFamily: "Alegreya", headingFamily: "Source Sans Pro", monoFamily: "Source Code Pro",
        textWeight: 500, monoWeight: 500, textSize: .points(10), leading: .points(13),
        noteSize: .points(8), noteLeading: .points(10), indent: .points(10)),
      shaper: fonts, files: fonts.files, language: tag, direction: .leftToRight)
  }

  @Test func allThatIsSaidStandsOnThePageAndWithinIt() throws {
    let type = try type("de")
    for paper in [Paper.a4, .a5, .letter, .a3] {
      let binding = Binding(
        style: .octavo(.singly, .evened(atMost: 1)), paper: paper,
        pageSize: Size(width: paper.size.width / 4, height: paper.size.height / 4))
      let instructions = instructions(binding, 48, "de", KitOrder(copies: 900, price: 0.05))
      let page = InstructionSheet(
        instructions: instructions, lettering: type.lettering(.german), size: paper.size
      ).page()
      var letters = ""
      for case .run(let run, let point, _) in page.marks {
        letters += run.text
        #expect(point.x >= .zero && point.x + run.advance <= paper.size.width)
        #expect(point.y >= .zero && point.y < paper.size.height)
      }
      let said = letters.filter { !$0.isWhitespace }
      for sentence in instructions.steps.flatMap({ [$0.title] + $0.text }) {
        #expect(said.contains(sentence.filter { !$0.isWhitespace }))
      }
      for case .stroke(let path, _, _, _) in page.marks {
        for case .move(let point) in path.steps {
          #expect(point.x >= .zero && point.x <= paper.size.width)
          #expect(point.y >= .zero && point.y <= paper.size.height)
        }
      }
    }
  }

  @Test func theSameBookletGivesTheSameBytes() throws {
    func bytes() throws -> [UInt8] {
      try Workshop.instructions(
        of: "Guide", bound: Binding(), Binding().impose(32), KitOrder(),
        KitFiles(sheets: "guide.pdf"), in: type("fr"), date: "2026-06-01")
    }
    let one = try bytes()
    #expect(one.starts(with: Array("%PDF-".utf8)))
    #expect(try bytes() == one)
  }

  @Test func aDummyNumbersEveryPageAndNamesItsCovers() throws {
    let type = try type("fr")
    let dummy = Dummy(
      count: 8, size: Paper.a5.size, boundEdge: .left, words: .french,
      lettering: type.lettering(.french))
    let said = dummy.pages.map { page in
      page.marks.compactMap { if case .run(let run, _, _) = $0 { run.text } else { nil } }
    }
    #expect(said.map(\.first) == (1...8).map(String.init))
    #expect(
      said.map { $0.dropFirst().joined() }.filter { !$0.isEmpty } == ["couverture", "quatrième"])
    // Light grey alone.
    for case .run(_, _, let ink) in dummy.pages.flatMap(\.marks) { #expect(ink.red > 0.6) }
    #expect(try dummyPages(count: 8, size: Paper.a5.size, in: type).count > 1000)
  }
}
