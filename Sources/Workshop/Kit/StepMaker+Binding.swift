internal import Geometry
internal import Imposition

extension StepMaker {
  /// The page as it is bound: the length of the spine.
  private var spineLength: Length { along(binding.placedSize) }

  private func along(_ size: Size) -> Length {
    binding.boundEdge == .top ? size.width : size.height
  }

  /// The fold as it is stapled or sewn, before anything is trimmed: that of the cover, if it goes
  /// round the pile by then.
  private var paperLength: Length {
    if coverIsStapled, let sheet = ownCover?.sheets.first { return along(sheet.outer.size) }
    return along(fieldSize)
  }

  /// From the paper's end to the page's: as much at either end.
  private var endRest: Length { max((paperLength - spineLength) / 2, .zero) }

  /// Both pages at the fold, the outside up, and what goes through it.
  private var openOutside: PaperView {
    let pages = outermost?.pages ?? []
    let (first, last) = (pages.first ?? nil, pages.last ?? nil)
    func face(_ page: Int?) -> FoldedPile.Face { FoldedPile.Face(page: page, isOnItsHead: false) }
    let size = view([[face(nil)]], of: binding.sheetSize).size
    switch binding.boundEdge {
    case .top:
      var view = PaperView(
        Size(width: size.width, height: size.height * 2),
        [[FoldedPile.Face(page: last, isOnItsHead: false)], [face(first)]])
      view.spine = .level(at: 0.5)
      return view
    case .left, .right:
      let faces = binding.boundEdge == .left ? [last, first] : [first, last]
      var view = PaperView(
        Size(width: size.width * 2, height: size.height), [faces.map(face)])
      view.spine = .upright(at: 0.5)
      return view
    }
  }

  var stapleStep: Step {
    var open = openOutside
    let distance = endRest + spineLength / 4
    open.staples = [distance / paperLength, 1 - distance / paperLength]
    return Step(
      title: words.titles.staple,
      text: [words.making.staple.filled(["distance": millimetres(distance)])],
      figure: Figure(parts: [.paper(open)]))
  }

  private var coverText: [String] { hasOwnCover ? [words.making.wrapCover] : [] }

  // MARK: A cover of its own

  /// Whether it is folded round the pile before that is stapled, and not glued on afterwards.
  var coverIsStapled: Bool {
    guard hasOwnCover else { return false }
    return switch binding.style {
    case .saddleStitch, .cutSaddle, .cutAndStack: true
    case .quarto, .octavo: body.count == 1
    case .signatures, .perfectGathered, .perfectLeaves, .miniZine: false
    }
  }

  /// One pile, its insides up, to be folded at once.
  var coverUnder: [Step] {
    let flat = FoldedPile(of: coverSheets, overTheTop: isTurnedOverTheTop)
    var pile = view(foldedPile)
    pile.isPile = true
    // As it lies: its inside up, and then out of sight.
    return coverStep(
      words.making.coverUnder, Figure(parts: [.paper(view(flat)), .paper(pile)]))
  }

  /// Where the rest is folded more than once, or not at all.
  var coverRound: [Step] {
    coverStep(words.making.coverRound, Figure(parts: [.paper(openOutside)]))
  }

  private func coverStep(_ sentence: String, _ figure: Figure) -> [Step] {
    guard coverIsStapled, let cover = ownCover, let page = firstPage(of: cover) else { return [] }
    return [
      Step(
        title: words.titles.cover, text: [sentence.filled(["page": String(page)])],
        figure: figure)
    ]
  }

  var sewStep: Step {
    let places = binding.marks.sewing.places(along: spineLength).map { endRest + $0 }
    var open = openOutside
    open.stitches = places.map { $0 / paperLength }
    let distances = places.map { words.numbers.written($0.millimetres, decimals: 1) }
    return Step(
      title: words.titles.sew,
      text: [words.making.sew.filled(["distances": distances.joined(separator: " · ")])]
        + coverText, figure: Figure(parts: [.paper(open)]))
  }

  var glueStep: Step {
    var block = closed(firstPage)
    block.isPile = true
    let leaves = body.reduce(0) { $0 + $1.pages.count } / 2
    let thickness = binding.spineWidth(ofLeaves: leaves)
    return Step(
      title: words.titles.glue,
      text: [words.making.glue.filled(["thickness": millimetres(thickness)])] + coverText,
      figure: Figure(parts: [.paper(block)]))
  }

  var leavesStep: Step {
    var block = closed(firstPage)
    block.isPile = true
    block.spine =
      switch binding.boundEdge {
      case .left: .upright(at: 0.06)
      case .right: .upright(at: 0.94)
      case .top: .level(at: 0.06)
      }
    block.heavyEdges = []
    block.staples = [0.25, 0.75]
    let place =
      switch binding.boundEdge {
      case .left: words.places.left
      case .right: words.places.right
      case .top: words.places.top
      }
    return Step(
      title: words.titles.leaves, text: [words.making.bindLeaves.filled(["place": place])],
      figure: Figure(parts: [.paper(block)]))
  }
}
