import Geometry
import Imposition
import Testing

/// What holds for every binding, at 1 to 400 pages; each count with one of the edges a book can be
/// bound at and one of the edges a printer can flip, in turn.
@Suite struct ImpositionLaws {
  @Test(arguments: NamedBinding.all + NamedBinding.zines) func holdForEveryBinding(
    named: NamedBinding
  ) throws {
    let variants = named.everyEdgeAndFlip
    for count in 1...400 {
      let (binding, name) = (
        variants[count % variants.count].binding, variants[count % variants.count].name
      )
      let signatures = binding.impose(count)
      let note: Comment = "\(name), \(count) pages"
      try #require(everyPageLiesWhereItShould(signatures, count, binding), note)
      for signature in signatures {
        let positions = signature.positions
        // Sheets of one signature differ by their pages' numbers alone, which is checked of all.
        for sheet in signature.sheets.prefix(4) + signature.sheets.dropFirst(4).suffix(2) {
          try #require(sheet.outer.size == sheet.inner.size, note)
          try #require(sheet.outer.cells.count == sheet.inner.cells.count, note)
          try #require(pagesOfALeafLieBackToBack(sheet, positions, binding), note)
          try #require(nothingLeavesTheSheet(sheet, binding), note)
        }
      }
    }
  }

  /// On one cell each; on two where a sheet makes two copies.
  private func everyPageLiesWhereItShould(
    _ signatures: [Signature], _ count: Int, _ binding: Binding
  ) -> Bool {
    var cells = Array(repeating: 0, count: count + 1)
    for signature in signatures {
      let copies = binding.style == .cutSaddle(.twoCopies) && !signature.isCover ? 2 : 1
      for sheet in signature.sheets {
        for case let page? in (sheet.outer.cells + sheet.inner.cells).map(\.page) {
          cells[page] += 2 / copies
        }
      }
    }
    return cells.dropFirst().allSatisfy { $0 == 2 }
  }

  /// A page at an odd position and the next lie on each other through the paper, to the unit by which
  /// a sheet of odd width is not halved.
  private func pagesOfALeafLieBackToBack(
    _ sheet: Sheet, _ positions: [Int: Int], _ binding: Binding
  ) -> Bool {
    if case .miniZine = binding.style { return sheet.inner.cells.allSatisfy { $0.page == nil } }
    let backs = sheet.inner.cells.map {
      ($0.page, sheet.inner.throughPaper($0.trimmed(binding), binding.printer.flip))
    }
    return sheet.outer.cells.allSatisfy { cell in
      let front = cell.trimmed(binding)
      guard let (behind, _) = backs.first(where: { $0.1.isNear(front) }) else { return false }
      guard let a = cell.page.flatMap({ positions[$0] }), let b = behind.flatMap({ positions[$0] })
      else { return true }
      return min(a, b) % 2 == 1 && abs(a - b) == 1
    }
  }

  private func nothingLeavesTheSheet(_ sheet: Sheet, _ binding: Binding) -> Bool {
    [sheet.outer, sheet.inner].allSatisfy { forme in
      forme.cells.allSatisfy {
        let page = $0.trimmed(binding)
        return page.minX >= .zero && page.minY >= .zero && page.maxX <= forme.size.width
          && page.maxY <= forme.size.height
      }
    }
  }

  /// The two pages on a side of a sheet folded once are N + 1 together, counted by position.
  @Test(arguments: NamedBinding.all.filter(\.isFoldedOnce)) func pagesOfASideAddUp(
    named: NamedBinding
  ) throws {
    for variant in named.everyEdgeAndFlip {
      for count in stride(from: 4, through: 120, by: 4) {
        for signature in variant.binding.impose(count) {
          let positions = signature.positions
          for forme in signature.sheets.flatMap({ [$0.outer, $0.inner] }) {
            let pages = forme.cells.compactMap { $0.page.flatMap { positions[$0] } }
            try #require(pages.count < 2 || pages.reduce(0, +) == signature.pages.count + 1)
          }
        }
      }
    }
  }

  /// The spine of every page that hangs in one is a fold, to the last unit.
  @Test(arguments: NamedBinding.all + NamedBinding.zines) func pagesMeetInTheFold(
    named: NamedBinding
  ) throws {
    guard !named.isOfLeaves else { return }
    for variant in named.everyEdgeAndFlip {
      for signature in variant.binding.impose(32) where !signature.isCover {
        for forme in signature.sheets.flatMap({ [$0.outer, $0.inner] }) {
          let folds = forme.creases.filter { $0.kind != .cut }
          for cell in forme.cells where cell.page != nil {
            let page = cell.trimmed(variant.binding)
            let edge = cell.place.upsideDown ? cell.spine.opposite : cell.spine
            try #require(
              folds.contains { fold in
                switch edge {
                case .left: fold.from.x == page.minX && fold.to.x == page.minX
                case .right: fold.from.x == page.maxX && fold.to.x == page.maxX
                case .top: fold.from.y == page.minY && fold.to.y == page.minY
                case .bottom: fold.from.y == page.maxY && fold.to.y == page.maxY
                }
              }, "\(variant.name), page \(cell.page ?? 0)")
          }
        }
      }
    }
  }

  @Test(arguments: NamedBinding.all + NamedBinding.zines) func noPagesNoSheets(named: NamedBinding)
  {
    #expect(named.binding.impose(0).isEmpty)
    #expect(named.binding.impose(-1).isEmpty)
  }
}

extension Signature {
  /// Where each page stands in it, from 1.
  var positions: [Int: Int] {
    var positions: [Int: Int] = [:]
    for (index, page) in pages.enumerated() {
      if let page { positions[page] = index + 1 }
    }
    return positions
  }
}

extension Cell {
  /// The page's trimmed rectangle on its forme.
  func trimmed(_ binding: Binding) -> Rectangle {
    let size = binding.placedSize
    return place.upsideDown
      ? Rectangle(
        x: place.origin.x - size.width, y: place.origin.y - size.height, width: size.width,
        height: size.height)
      : Rectangle(origin: place.origin, size: size)
  }
}

extension Forme {
  /// A rectangle of a back as it lies behind the front, for a printer that flips that edge.
  func throughPaper(_ box: Rectangle, _ flip: PrinterProfile.Flip) -> Rectangle {
    let turnsAboutUpright = (flip == .shortEdge) == (size.width >= size.height)
    return turnsAboutUpright
      ? Rectangle(
        x: size.width - box.maxX, y: box.minY, width: box.size.width, height: box.size.height)
      : Rectangle(
        x: box.minX, y: size.height - box.maxY, width: box.size.width, height: box.size.height)
  }
}

extension Rectangle {
  func isNear(_ other: Rectangle) -> Bool {
    abs(minX.units - other.minX.units) <= 2 && abs(minY.units - other.minY.units) <= 2
      && size == other.size
  }
}

extension NamedBinding {
  var isFoldedOnce: Bool {
    switch binding.style {
    case .saddleStitch, .signatures, .perfectGathered: true
    default: false
    }
  }
}
