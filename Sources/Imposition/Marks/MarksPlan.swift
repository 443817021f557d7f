import Geometry

// Marks are found on the front of a flat sheet whose pages are where they would be without creep: a
// knife and a needle know nothing of creep. The back has the same marks, seen through the paper.

/// What the marks of a signature have to know of it.
struct SignaturePlace {
  /// From 1; nil for a cover.
  var number: Int?
  /// Of the body.
  var count: Int
  /// Whether the staples go through its outermost sheet from outside.
  var isStapled: Bool
}

extension Binding {
  /// Adds to the sheets of one signature the marks that have room.
  ///
  /// - Parameter layout: of its outermost sheet.
  func mark(
    _ sheets: inout [Sheet], _ layout: Layout, of pages: [Int?], _ place: SignaturePlace
  ) {
    guard !marks.kinds.isEmpty else { return }
    var still = self
    still.creep = nil
    let resting = creep == nil ? sheets[0] : still.sheet(layout, of: pages)
    let moved = creep?.direction == .awayFromSpine ? largestCreep(of: pages.count) : .zero
    mark(&sheets, like: resting.outer, layout, place, creep: moved)
  }

  /// - Parameters:
  ///   - resting: the front of any of the sheets without creep.
  ///   - creep: by how much their pages are moved away from the fold at most.
  ///   - halfSpine: how far the pages of a cover are from the middle of the spine.
  func mark(
    _ sheets: inout [Sheet], like resting: Forme, _ layout: Layout, _ place: SignaturePlace,
    creep: Length = .zero, halfSpine: Length = .zero
  ) {
    guard !marks.kinds.isEmpty else { return }
    let side = MarkedSide(resting, layout, self, creep: creep, halfSpine: halfSpine)
    // All sheets of a signature are cut and folded alike.
    var front: [PrintersMark] = []
    if marks.kinds.contains(.crop) { front += side.cropMarks() }
    if marks.kinds.contains(.fold) { front += side.foldMarks() }
    if marks.kinds.contains(.registration) { front += side.registrationMarks(beside: front) }
    let back = front.map { $0.seenFromBehind(side.size.width) }

    for index in sheets.indices {
      var slug = SlugLine(
        signature: place.number, signatureCount: place.count, sheet: index + 1,
        sheetCount: sheets.count, isOuter: true)
      let spine = index == 0 ? spineMarks(side, place) : []
      sheets[index].outer.marks = front + spine + slugMarks(slug, side, beside: front)
      // A zine's back stays white, or is a poster.
      guard !isZine else { continue }
      slug.isOuter = false
      let behind = back + slugMarks(slug, side, beside: back)
      sheets[index].inner.marks =
        turnsBacks(of: side.size) ? behind.map { $0.turned(on: side.size) } : behind
    }
  }

  private func slugMarks(
    _ line: SlugLine, _ side: MarkedSide, beside others: [PrintersMark]
  ) -> [PrintersMark] {
    guard marks.kinds.contains(.slug) else { return [] }
    return side.slugMark(line, beside: others).map { [$0] } ?? []
  }

  /// Marks on the fold between a signature's first page and its last, on the outside of its outermost
  /// sheet: what is seen of it once it is folded, and is hidden in the bound book.
  private func spineMarks(_ side: MarkedSide, _ place: SignaturePlace) -> [PrintersMark] {
    var found: [PrintersMark] = []
    if marks.kinds.contains(.staple), place.isStapled {
      found += side.spines.flatMap { $0.stapleMarks() }
    }
    guard let number = place.number else { return found }
    let sewing = marks.kinds.contains(.sewing) && isSewn ? marks.sewing : nil
    if let sewing { found += side.spines.flatMap { $0.sewingMarks(sewing) } }
    if marks.kinds.contains(.collation), place.count > 1, isGathered {
      found += side.spines.compactMap { $0.collationMark(number, avoiding: sewing) }
    }
    return found
  }
}

// Which marks are of any use.
extension Binding {
  /// What was asked for and is on no sheet, for the pages leave it no room.
  package func marksWithoutRoom(on signatures: [Signature]) -> Set<PrintersMarks.Kind> {
    let drawn = signatures.flatMap(\.sheets).flatMap { $0.outer.marks + $0.inner.marks }.map(\.kind)
    return marks.kinds.subtracting(drawn).subtracting(marksWithoutUse(on: signatures))
  }

  /// What was asked for and means nothing to this book.
  package func marksWithoutUse(on signatures: [Signature]) -> Set<PrintersMarks.Kind> {
    marks.kinds.filter { kind in
      switch kind {
      case .crop, .registration, .slug: false
      case .fold: !signatures.contains { $0.isFolded }
      case .staple: !isStapled
      case .sewing: !isSewn
      case .collation: !isGathered || signatures.count(where: { !$0.isCover }) < 2
      }
    }
  }

  /// All in one signature, through whose fold a stapler reaches.
  var isStapled: Bool {
    switch style {
    case .saddleStitch, .cutSaddle: true
    case .quarto(_, let gathering), .octavo(_, let gathering): gathering == .oneSignature
    case .signatures, .cutAndStack, .miniZine, .perfectLeaves, .perfectGathered: false
    }
  }

  private var isSewn: Bool {
    switch style {
    case .saddleStitch, .signatures, .quarto, .octavo, .cutSaddle: true
    case .cutAndStack, .miniZine, .perfectLeaves, .perfectGathered: false
    }
  }

  private var isGathered: Bool {
    switch style {
    case .signatures, .quarto, .octavo, .perfectGathered: true
    case .saddleStitch, .cutSaddle, .cutAndStack, .miniZine, .perfectLeaves: false
    }
  }
}

extension Signature {
  fileprivate var isFolded: Bool {
    sheets.first?.outer.creases.contains { $0.kind != .cut } ?? false
  }
}
