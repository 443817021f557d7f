import Geometry
import Imposition
import PDF
import Testing
import Typesetting

/// The plan against the finished file: where poppler finds a page's word on a sheet is where the plan
/// says that it lies, to a tenth of a millimetre, for every way to bind.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct PlacesReadBackTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var binding: Binding
    var pages = 16

    init(_ name: String, pages: Int = 16, _ change: (inout Binding) -> Void) {
      testDescription = name
      self.pages = pages
      var binding = Binding(paper: .a4, pageSize: Paper.a6.size)
      change(&binding)
      self.binding = binding
    }
  }

  static let cases: [Case] = [
    Case("saddle, short edge") { $0.paper = .a5 },
    Case("saddle, long edge, bound on the right") {
      $0.paper = .a5
      $0.printer.flip = .longEdge
      $0.boundEdge = .right
    },
    Case("saddle with creep, moved fronts and backs, marks", pages: 20) {
      $0.creep = Creep(thickness: .millimetres(0.3), direction: .awayFromSpine)
      $0.printer.frontOffset = Point(x: .millimetres(0.7), y: .millimetres(-0.4))
      $0.printer.backOffset = Point(x: .millimetres(-1.1), y: .millimetres(0.6))
      $0.marks = PrintersMarks(Set(PrintersMarks.Kind.allCases))
    },
    Case("saddle, smaller") {
      $0.pageSize = Paper.a4.size
      $0.scale = $0.fittingScale
    },
    Case("calendar") { $0.boundEdge = .top },
    Case("signatures, by hand") {
      $0.style = .signatures(.sheets(2))
      $0.printer.manual = PrinterProfile.ManualDuplex(reversesBacks: true, turnsBacks: true)
    },
    Case("quarto together") { $0.style = .quarto(.together, .oneSignature) },
    Case("quarto singly, long edge") {
      $0.style = .quarto(.singly, .oneSignature)
      $0.printer.flip = .longEdge
    },
    Case("octavo", pages: 32) {
      $0.style = .octavo(.together, .oneSignature)
      $0.paper = .a3
    },
    Case("cut and stacked") { $0.style = .cutAndStack },
    Case("strips stacked") { $0.style = .cutSaddle(.stacked) },
    Case("strips nested, bound on the right") {
      $0.style = .cutSaddle(.nested)
      $0.boundEdge = .right
    },
    Case("mini-zine", pages: 8) {
      $0.style = .miniZine(.atTheMiddle)
      $0.scale = $0.fittingScale
    },
    Case("glued signatures in a cover of their own") {
      $0.style = .perfectGathered(.sheets(1))
      $0.cover = .ownSheet(.a4)
      $0.stock = PaperStock(weight: 300)
    },
  ]

  @Test(arguments: cases) func everyWordIsWhereThePlanHasIt(one: Case) throws {
    let binding = one.binding
    #expect(binding.pageFits)
    let type = TypeCase()
    let pages = (1...one.pages).map { number in
      Page(
        kind: .body, side: number % 2 == 1 ? .recto : .verso, folio: "", size: binding.pageSize,
        marks: Mark.element(
          .paragraph,
          [.letters(type.run(name(number)), 60 + 5 * Double(number), 90 + 7 * Double(number))]))
    }
    let finished = try readingPDF(
      of: pages, outline: [], info: .guide, fonts: TypeCase.fonts, pictures: .none)
    let reading = try Inspection(finished).words
    let sheets = binding.impose(one.pages).flatMap(\.sheets)
    var seen: Set<Int> = []
    for run in binding.printer.runs(of: sheets) {
      let printed = try Inspection(
        sheetsPDF(of: run.formes, asking: PrintWishes(.one), finished: finished))
      #expect(try printed.complaints == "")
      let sides = try printed.words
      #expect(sides.count == run.formes.count)
      for (forme, words) in zip(run.formes, sides) {
        #expect(words.count == forme.cells.compactMap(\.page).count)
        for cell in forme.cells {
          guard let page = cell.page else { continue }
          seen.insert(page)
          let box = try #require(reading[page - 1][name(page)])
          let found = try #require(words[name(page)], "page \(page)")
          let corners = [(box.left, box.top), (box.right, box.bottom)].map {
            cell.place(.points($0.0, $0.1)) + forme.offset
          }
          let (x, y) = (corners.map(\.x.points).sorted(), corners.map(\.y.points).sorted())
          let slips = [
            found.left - x[0], found.right - x[1], found.top - y[0], found.bottom - y[1],
          ]
          // A tenth of a millimetre.
          #expect(slips.allSatisfy { abs($0) < 0.1 * 72 / 25.4 }, "page \(page): \(slips)")
        }
      }
    }
    #expect(seen == Set(1...one.pages))
  }

  /// A word of letters: "pac" for 2.
  private func name(_ number: Int) -> String {
    let letters = Array("abcdefghij")
    return "p" + String(number).map { letters[Int(String($0))!] }
  }
}
