import Geometry
import Imposition
import Testing

/// The proof of the imposition: print it, fold it, bind it, read it.
@Suite struct FoldingTests {
  /// Small counts, where the tables end, and a few large ones.
  static let counts = Array(1...20) + [31, 32, 33, 40, 47, 64, 65, 96, 121, 200, 399]

  @Test(arguments: NamedBinding.all) func everyBookReadsFromOneToTheLast(named: NamedBinding) throws
  {
    for variant in named.everyEdgeAndFlip {
      for count in Self.counts {
        let books = books(variant.binding, count)
        try #require(!books.isEmpty)
        for book in books {
          let read = book.read(variant.binding.boundEdge)
          try #require(
            read?.compactMap { $0 } == Array(1...count), "\(variant.name), \(count) pages")
        }
      }
    }
  }

  @Test(arguments: NamedBinding.all) func everyLeafHangsInTheSpine(named: NamedBinding) throws {
    guard !named.isOfLeaves else { return }
    for variant in named.everyEdgeAndFlip {
      for book in books(variant.binding, 60) {
        try #require(book.layers.allSatisfy { $0.isFolded(at: variant.binding.boundEdge) })
      }
    }
  }

  /// The wrong flip is the commonest mishap with printed booklets, and nothing done to the paper
  /// mends it.
  @Test(arguments: NamedBinding.all) func theWrongFlipGivesNoBook(named: NamedBinding) throws {
    for variant in named.everyEdgeAndFlip {
      let binding = variant.binding
      // Up to two pages may lie on the outside alone: any printer gets those right.
      for count in [3, 4, 8, 13, 16, 31] {
        let book = books(binding, count)[0].read(binding.boundEdge)
        for mishap in Bookbinder.Mishap.all {
          for wrong in books(binding, count, printer: binding.printer.flip.other, mishap) {
            try #require(
              wrong.read(binding.boundEdge) != book, "\(variant.name), \(count) pages, \(mishap)")
          }
        }
      }
    }
  }

  /// The simulator is not blind to the folder's mistakes either.
  @Test(arguments: NamedBinding.all) func onlyTheRightHandsMakeABook(named: NamedBinding) throws {
    for variant in named.everyEdgeAndFlip {
      let binding = variant.binding
      let book = books(binding, 63)[0].read(binding.boundEdge)
      for mishap in Bookbinder.Mishap.single where !(named.isOfLeaves && mishap.isFoldedInsideOut) {
        for wrong in books(binding, 63, mishap) {
          try #require(wrong.read(binding.boundEdge) != book, "\(variant.name), \(mishap)")
        }
      }
    }
  }

  @Test(arguments: NamedBinding.zines) func aZineReadsAtOneOfItsOpenings(named: NamedBinding) throws
  {
    for variant in named.everyEdgeAndFlip {
      for count in [5, 8, 11, 24] {
        var first = 1
        for signature in variant.binding.impose(count) {
          let pages = signature.pages.compactMap { $0 }
          try #require(pages == Array(first..<first + pages.count))
          first += pages.count
          let ways = books(variant.binding, [signature], printer: variant.binding.printer.flip)
          let good = ways.filter {
            $0.readDoubled(variant.binding.boundEdge) == signature.pages
              && $0.layers.allSatisfy { $0.isFolded(at: variant.binding.boundEdge) }
          }
          try #require(good.count == 1, "\(variant.name), \(count) pages")
        }
        try #require(first == count + 1)
      }
    }
  }
}

func books(
  _ binding: Binding, _ count: Int, printer: PrinterProfile.Flip? = nil,
  _ mishap: Bookbinder.Mishap = .init()
) -> [Pile] {
  books(binding, binding.impose(count), printer: printer, mishap)
}

func books(
  _ binding: Binding, _ signatures: [Signature], printer: PrinterProfile.Flip? = nil,
  _ mishap: Bookbinder.Mishap = .init()
) -> [Pile] {
  let printer = DuplexPrinter(flip: printer ?? binding.printer.flip)
  return Bookbinder(binding: binding, mishap: mishap).books(
    of: signatures,
    signatures.map { $0.sheets.map { printer.print($0, pageSize: binding.pageSize) } })
}

extension PrinterProfile.Flip {
  var other: Self { self == .shortEdge ? .longEdge : .shortEdge }
}

extension NamedBinding {
  var isOfLeaves: Bool {
    switch binding.style {
    case .cutAndStack, .perfectLeaves: true
    default: false
    }
  }
}
