internal import Geometry
internal import Imposition

extension StepMaker {
  /// One pile becomes two of strips.
  func stripStep(_ strips: Binding.Strips) -> Step {
    var sheet = view(FoldedPile(of: firstSheets).top, of: binding.sheetSize)
    sheet.isPile = true
    sheet.creases = [.init(from: Spot(0, 1), to: Spot(2, 1), line: .cut)]
    let text =
      switch strips {
      case .twoCopies: words.making.twoCopies
      case .stacked: words.making.stackHalves
      case .nested: words.making.nestStrips
      }
    var pile = view(work.pile)
    pile.isPile = true
    return Step(
      title: words.titles.cut,
      text: [strips == .nested ? nil : words.making.cutAcross, text].compactMap(\.self),
      figure: Figure(parts: [.paper(sheet), .paper(pile)]))
  }

  /// Leaves, from the pile with its first page up.
  var cutStep: Step {
    var sheet = view(firstSheets[0].outer, of: binding.sheetSize)
    sheet.isPile = true
    let (columns, rows) = binding.fields
    sheet.creases =
      (1..<max(columns, 1)).map {
        .init(from: Spot(Double($0), 0), to: Spot(Double($0), Double(rows)), line: .cut)
      }
      + (1..<max(rows, 1)).map {
        .init(from: Spot(0, Double($0)), to: Spot(Double(columns), Double($0)), line: .cut)
      }
    return Step(
      title: words.titles.cut,
      text: [words.making.frontUp.filled(["page": String(firstPage)])] + cutSentences,
      figure: Figure(parts: [.paper(sheet)]))
  }

  /// Lines that are printed, or how far from the edges to cut.
  private var cutSentences: [String] {
    let (columns, rows) = binding.fields
    let (sheet, page) = (binding.sheetSize, binding.placedSize)
    let (across, down) = (
      cuts(sheet.width, page.width, columns), cuts(sheet.height, page.height, rows)
    )
    let areMarked =
      (across.isEmpty || printsCropMarks(upright: true))
      && (down.isEmpty || printsCropMarks(upright: false))
    if areMarked, !(across + down).isEmpty { return [words.making.cutLines] }
    let sentences = [
      (words.making.cutFromLeft, across),
      (words.making.cutFromTop, down),
    ]
    return sentences.filter { !$1.isEmpty }.map { sentence, places in
      let written = places.map { words.numbers.written($0.millimetres, decimals: 1) }
      return sentence.filled(["distances": written.joined(separator: " · ")])
    }
  }

  /// Between leaves, or on both sides of each where they are smaller than their fields.
  private func cuts(_ sheet: Length, _ page: Length, _ count: Int) -> [Length] {
    let rest = (sheet - page * count) / count
    guard rest > .millimetres(1) else { return (1..<max(count, 1)).map { sheet * $0 / count } }
    return (0..<count).flatMap { index -> [Length] in
      let start = sheet * index / count + rest / 2
      return [start, start + page]
    }
  }

  var stackStep: Step {
    let pages = firstSheets[0].outer.flatMap { $0.map(\.page) }
    let inOrder = pages.compactMap(\.self).sorted()
    return Step(
      title: words.titles.stack,
      text: [words.making.stackPiles.filled(["pages": list(inOrder)])],
      figure: Figure(
        parts: inOrder.prefix(6).reversed().map { page in
          var pile = closed(page)
          pile.heavyEdges = []
          pile.isPile = true
          return .paper(pile)
        }))
  }

  var zineSteps: [Step] {
    guard let sheet = firstSheets.first else { return [] }
    var flat = view(sheet.outer, of: binding.sheetSize)
    flat.creases =
      (1..<4).map { .init(from: Spot(Double($0), 0), to: Spot(Double($0), 2), line: .fold) } + [
        .init(from: Spot(0, 1), to: Spot(4, 1), line: .fold)
      ]
    // The right half on the left: the slit begins at the fold and ends at the next crease.
    let folded = FoldedPile(of: [FlatSheet(outer: sheet.inner, inner: sheet.outer)])
      .folded(.rightOverLeft)
    var half = view(folded.top, of: binding.sheetSize)
    half.creases = [.init(from: Spot(2, 1), to: Spot(1, 1), line: .cut)]
    half.heavyEdges = [.right]
    return [
      Step(
        title: words.titles.crease,
        text: [prints(.fold) ? words.making.creaseAll : words.making.creaseEighths],
        figure: Figure(parts: [.paper(flat)])),
      Step(
        title: words.titles.slitMiddle, text: [words.making.slitMiddle],
        figure: Figure(parts: [.paper(half)])),
      Step(
        title: words.titles.push, text: [words.making.push],
        figure: Figure(parts: [.cross(binding.sheetSize.width / 4)])),
      Step(
        title: words.titles.fold,
        text: [words.making.foldZine.filled(["page": String(firstPage)])]
          + (isOneSided ? [words.making.freeBack] : []),
        figure: Figure(parts: [.paper(closed(firstPage))])),
    ]
  }
}
