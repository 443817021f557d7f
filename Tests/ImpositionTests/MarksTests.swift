import Geometry
import Imposition
import Testing

@Suite struct MarksLaws {
  static let papers = [
    Paper.a3, .a4, .letter, Paper(name: "SRA4", size: millimetres(225, 320)),
    Paper(name: "SRA3", size: millimetres(320, 450)),
  ]
  static let pages = [Paper.a5.size, Paper.a6.size, Paper.a7.size, millimetres(100, 145)]

  /// Each binding on every paper on which its pages lie, with and without bleed and creep.
  private static func bindings(_ named: NamedBinding) -> [NamedBinding] {
    var turn = 0
    let edges = named.everyEdgeAndFlip
    return papers.flatMap { paper in
      pages.compactMap { page in
        turn += 1
        var variant = edges[turn % edges.count]
        let isTurned = variant.binding.pageSize.width > variant.binding.pageSize.height
        variant.binding.paper = paper
        variant.binding.pageSize = isTurned ? page.turned : page
        variant.binding.marks = PrintersMarks(Set(PrintersMarks.Kind.allCases))
        variant.binding.bleed = [.zero, .millimetres(3), .millimetres(5)][turn % 3]
        variant.binding.creep =
          [
            nil, Creep(thickness: .millimetres(0.2)),
            Creep(thickness: .millimetres(0.2), direction: .awayFromSpine),
          ][turn / 2 % 3]
        if turn % 5 == 0 { variant.binding.printer.unprintable = .millimetres(4) }
        if variant.binding.cover != .ofTheBody { variant.binding.cover = .ownSheet(.a3) }
        variant.name += ", \(page.width.millimetres) on \(paper.name), \(turn)"
        let faults = variant.binding.faults(pageCount: 24).filter { !$0.isCaution }
        return faults.isEmpty ? variant : nil
      }
    }
  }

  @Test(arguments: NamedBinding.all + NamedBinding.zines) func noMarkIsInsideATrim(
    named: NamedBinding
  ) throws {
    var found = 0
    for variant in Self.bindings(named) {
      let binding = variant.binding
      let margin = binding.printer.unprintable ?? .zero
      for signature in binding.impose(24) {
        for forme in signature.sheets.flatMap({ [$0.outer, $0.inner] }) {
          found += forme.marks.count
          let pages = forme.cells.map { $0.trim(binding.pageSize) }
          let spines = signature.isCover ? pages.spines() : []
          for mark in forme.marks {
            let box = mark.box
            try #require(
              box.minX >= margin && box.minY >= margin && box.maxX <= forme.size.width - margin
                && box.maxY <= forme.size.height - margin, "\(variant.name): \(mark)")
            if mark.keepsToAFold(of: forme) { continue }
            try #require(
              !(pages + spines).contains { $0.meets(box, within: binding.bleed) },
              "\(variant.name): \(mark)")
          }
        }
      }
    }
    try #require(found > 0)
  }

  /// They tell where to cut and to fold, which creep does not change.
  @Test(arguments: NamedBinding.all) func marksDoNotMoveWithCreep(named: NamedBinding) throws {
    for variant in named.everyEdgeAndFlip.prefix(3) {
      var still = variant.binding
      still.paper = Self.papers[4]
      still.marks = PrintersMarks(Set(PrintersMarks.Kind.allCases))
      var creeping = still
      creeping.creep = Creep(thickness: .millimetres(0.1))
      let marks = [still, creeping].map { binding in
        binding.impose(40).flatMap(\.sheets).map { [$0.outer.marks, $0.inner.marks] }
      }
      try #require(marks[0] == marks[1], "\(variant.name)")
    }
  }

  /// Held against the light, the crosses and lines of both sides are one.
  @Test(arguments: NamedBinding.all) func bothSidesAgree(named: NamedBinding) throws {
    for variant in named.everyEdgeAndFlip {
      var binding = variant.binding
      binding.paper = Self.papers[4]
      if binding.cover != .ofTheBody { binding.cover = .ownSheet(Self.papers[4]) }
      binding.marks = PrintersMarks([.crop, .registration, .fold])
      for sheet in binding.impose(16).flatMap(\.sheets) {
        let front = Set(sheet.outer.marks.map(\.box))
        let back = Set(
          sheet.inner.marks.map { sheet.inner.throughPaper($0.box, binding.printer.flip) })
        try #require(!front.isEmpty && front == back, "\(variant.name)")
      }
    }
  }

  private static func millimetres(_ width: Double, _ height: Double) -> Size {
    Size(width: .millimetres(width), height: .millimetres(height))
  }
}

extension PrintersMark {
  /// Whether it is a line on a fold, or little wider than one.
  fileprivate func keepsToAFold(of forme: Forme) -> Bool {
    let half = Length.millimetres(0.35)
    return forme.creases.contains { fold in
      guard fold.kind != .cut else { return false }
      return fold.from.x == fold.to.x
        ? box.minX >= fold.from.x - half && box.maxX <= fold.from.x + half
          && fold.from.y <= box.minY && box.maxY <= fold.to.y
        : box.minY >= fold.from.y - half && box.maxY <= fold.from.y + half
          && fold.from.x <= box.minX && box.maxX <= fold.to.x
    }
  }

  /// All it covers, text too.
  var box: Rectangle {
    switch shape {
    case .line(let from, let to, _):
      return Rectangle(
        x: min(from.x, to.x), y: min(from.y, to.y), width: max(from.x, to.x) - min(from.x, to.x),
        height: max(from.y, to.y) - min(from.y, to.y))
    case .target(let centre, let radius):
      return Rectangle(
        x: centre.x - radius, y: centre.y - radius, width: radius * 2, height: radius * 2)
    case .block(let box): return box
    case .slug(_, let start, let width, let upsideDown):
      // Six points, a quarter of them below the line.
      let (above, below) = (Length.points(4.5), Length.points(1.5))
      return upsideDown
        ? Rectangle(
          x: start.x - width, y: start.y - below, width: width, height: above + below)
        : Rectangle(x: start.x, y: start.y - above, width: width, height: above + below)
    }
  }
}

extension Rectangle {
  /// Whether anything of a mark lies within a page and what bleeds from it; its edge alone is free,
  /// to the units by which front and back may differ.
  fileprivate func meets(_ mark: Rectangle, within bleed: Length) -> Bool {
    let reach = bleed - Length(units: 2)
    return minX - reach < mark.maxX && mark.minX < maxX + reach && minY - reach < mark.maxY
      && mark.minY < maxY + reach
  }
}

extension [Rectangle] {
  /// What lies between the two pages of a cover.
  fileprivate func spines() -> [Rectangle] {
    guard count == 2 else { return [] }
    let (a, b) = (self[0], self[1])
    return [
      a.minY == b.minY
        ? Rectangle(x: a.maxX, y: a.minY, width: b.minX - a.maxX, height: a.size.height)
        : Rectangle(x: a.minX, y: a.maxY, width: a.size.width, height: b.minY - a.maxY)
    ]
  }
}
