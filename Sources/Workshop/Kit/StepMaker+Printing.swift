internal import Geometry
internal import Imposition

extension StepMaker {
  /// Printing both sides, or fronts and then backs.
  var printSteps: [Step] {
    if isOneSided {
      return [
        step(words.titles.print, words.printing.one, file: files.sheets, figure: sheetFigure)
      ]
    }
    guard let manual = binding.printer.manual else {
      let sides =
        binding.printer.flip == .shortEdge ? words.printing.bothShort : words.printing.bothLong
      return [
        step(
          words.titles.print, sides, file: files.sheets, figure: isZine ? sheetFigure : flipFigure)
      ]
    }
    var backs = Step(
      title: words.titles.backs,
      settings: [
        .init(name: words.printing.file, value: files.backs ?? files.sheets)
      ],
      text: [
        manual.reversesBacks ? words.printing.backAsItCame : words.printing.backTurnedOver,
        words.printing.equalCounts, words.printing.mayBeReversed,
      ],
      figure: trayFigure(turnsOver: !manual.reversesBacks))
    if files.backs == nil { backs.settings = [] }
    return [
      step(words.titles.fronts, words.printing.one, file: files.sheets, figure: sheetFigure), backs,
    ]
  }

  private var isZine: Bool { if case .miniZine = binding.style { true } else { false } }

  /// The back of a mini-zine stays free where it is no poster.
  var isOneSided: Bool { isZine && binding.poster == nil }

  private func step(_ title: String, _ sides: String, file: String, figure: Figure) -> Step {
    var step = Step(
      title: title,
      settings: [
        .init(name: words.printing.file, value: file),
        .init(name: words.printing.paper, value: binding.paper.name),
        .init(name: words.printing.scale, value: words.printing.fullSize),
        .init(name: words.printing.sides, value: sides),
      ], figure: figure)
    if hasOwnCover, case .ownSheet(let paper) = binding.cover {
      let name = paper.name.replacing(" ", with: "\u{A0}")
      let cover = [name, files.cover].compactMap(\.self).joined(separator: ", ")
      step.text = [words.printing.cover.filled(["paper": cover])]
    }
    return step
  }

  private var outside: PaperView {
    view(firstSheets.first?.outer ?? [], of: binding.sheetSize)
  }

  private var turnsRightwards: Bool { binding.boundEdge != .right }

  private var sheetFigure: Figure { Figure(parts: [.printer, .paper(outside)]) }

  /// Front and back of the first sheet as the file has them, and the edge between.
  private var flipFigure: Figure {
    var front = outside
    let size = binding.sheetSize
    let isUpright = (binding.printer.flip == .longEdge) == (size.height >= size.width)
    front.heavyEdges = [isUpright ? turnsRightwards ? .right : .left : .top]
    front.movement = isUpright ? .turnOver(rightwards: turnsRightwards) : .turnOverTheTop
    let inner = firstSheets.first?.inner ?? []
    let back = view(isUpright ? inner : inner.onTheirHeads, of: size)
    return Figure(parts: [.paper(front), .paper(back)])
  }

  private func trayFigure(turnsOver: Bool) -> Figure {
    var pile = outside
    pile.faces = pile.faces.map { $0.map { _ in FoldedPile.Face(page: nil, isOnItsHead: false) } }
    pile.isPile = true
    if turnsOver { pile.movement = .turnOver(rightwards: turnsRightwards) }
    return Figure(parts: [.paper(pile), .printer])
  }
}
