internal import Geometry
package import Imposition
package import Typesetting

/// Pages at their places on one ground, to be looked at: a page, a spread, a side of a sheet, or
/// all pages side by side. A proof holds the pages' numbers only; `ProofPress` draws it.
package struct Proof: Hashable, Sendable {
  /// Lines that help the eye and are not of the book.
  package enum Hairlines: Hashable, Sendable {
    case none
    /// Round the paper.
    case edge
    /// Round each page, and so at the fold.
    case outlines
  }

  package var forme: Forme
  package var hairlines: Hairlines

  package init(_ forme: Forme, hairlines: Hairlines = .none) {
    self.forme = forme
    self.hairlines = hairlines
  }

  /// The numbers of the pages it shows, ascending.
  package var pageNumbers: [Int] { forme.cells.compactMap(\.page).sorted() }

  /// One proof for each page.
  package static func singles(of pages: [Page]) -> [Proof] {
    pages.enumerated().map { index, page in
      Proof(Forme(size: page.size, cells: [Cell(page: index + 1, place: .topLeft)]))
    }
  }

  /// What a reader sees on opening the booklet at each place: a verso and the recto after it side
  /// by side, in the order in which the language is read. Covers, and pages that face none, alone.
  package static func spreads(of pages: [Page], direction: Direction) -> [Proof] {
    var proofs: [Proof] = []
    let singles = singles(of: pages)
    var index = 0
    while index < pages.count {
      if index + 1 < pages.count, pages[index].faces(pages[index + 1]) {
        let left = direction == .leftToRight ? index : index + 1
        let right = direction == .leftToRight ? index + 1 : index
        let (leftSize, rightSize) = (pages[left].size, pages[right].size)
        let fold = Point(x: leftSize.width, y: .zero)
        let forme = Forme(
          size: Size(
            width: leftSize.width + rightSize.width, height: max(leftSize.height, rightSize.height)),
          cells: [
            Cell(page: left + 1, place: .topLeft),
            Cell(page: right + 1, place: Transform(origin: fold)),
          ])
        proofs.append(Proof(forme, hairlines: .outlines))
        index += 2
      } else {
        proofs.append(singles[index])
        index += 1
      }
    }
    return proofs
  }

  /// These pages in a grid as near to a square as their number allows, the first where the language
  /// begins to read.
  package static func contactSheet(
    of numbers: [Int], in pages: [Page], direction: Direction
  ) -> Proof {
    let sizes = numbers.filter { $0 >= 1 && $0 <= pages.count }.map { pages[$0 - 1].size }
    // Each page has the largest page's room, and the gap at its right and below it.
    let room = Size(
      width: (sizes.map(\.width).max() ?? .zero) + gap,
      height: (sizes.map(\.height).max() ?? .zero) + gap)
    let columns = columns(for: numbers.count, room: room)
    let rows = (numbers.count + columns - 1) / columns
    let cells = numbers.enumerated().map { index, number in
      let column = index % columns
      let place = direction == .leftToRight ? column : columns - 1 - column
      return Cell(
        page: number,
        place: Transform(
          origin: Point(x: gap + room.width * place, y: gap + room.height * (index / columns))))
    }
    let size = Size(width: gap + room.width * columns, height: gap + room.height * rows)
    return Proof(Forme(size: size, cells: cells), hairlines: .outlines)
  }

  private static let gap = Length.millimetres(8)

  /// The number of columns that makes the longer side of the grid shortest.
  private static func columns(for count: Int, room: Size) -> Int {
    func longerSide(_ columns: Int) -> Length {
      max(room.width * columns, room.height * ((count + columns - 1) / columns))
    }
    return (1...max(1, count)).min { longerSide($0) < longerSide($1) } ?? 1
  }
}

extension Page {
  /// Whether the two lie open together, this one before the other.
  fileprivate func faces(_ next: Page) -> Bool {
    side == .verso && next.side == .recto && !isCover && !next.isCover
  }

  private var isCover: Bool { kind == .cover || kind == .backCover }
}

extension Transform {
  fileprivate static let topLeft = Transform(origin: .zero)
}
