internal import Geometry
internal import Imposition

extension StepMaker {
  /// The page as it is bound: the length of the spine.
  private var spineLength: Length {
    binding.boundEdge == .top ? binding.placedSize.width : binding.placedSize.height
  }

  /// Both pages at the fold, the outside up, and what goes through it.
  private var openOutside: PaperView {
    let pages = body.first?.pages ?? []
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
    open.staples = [0.25, 0.75]
    let distance = words.numbers.millimetres((spineLength / 4).millimetres, decimals: 0)
    return Step(
      title: words.titles.staple,
      text: [words.making.staple.filled(["distance": distance])] + coverText,
      figure: Figure(parts: [.paper(open)]))
  }

  private var coverText: [String] { hasOwnCover ? [words.making.wrapCover] : [] }

  var sewStep: Step {
    let places = binding.marks.sewing.places(along: spineLength)
    var open = openOutside
    open.stitches = places.map { $0 / spineLength }
    let distances = places.map { words.numbers.written($0.millimetres, decimals: 0) }
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

  /// The edges that folds close beside the spine.
  var slitStep: Step {
    var booklet = closed(firstPage)
    booklet.creases = [.init(from: Spot(0, -0.07), to: Spot(1, -0.07), line: .cut)]
    var text = words.making.slitHead
    if case .octavo = binding.style {
      let x = binding.boundEdge == .right ? -0.09 : 1.09
      booklet.creases.append(.init(from: Spot(x, 1), to: Spot(x, 0), line: .cut))
      text = words.making.slitHeadAndEdge
    }
    return Step(
      title: words.titles.slit, text: [text], figure: Figure(parts: [.paper(booklet)]))
  }

  var trimStep: Step {
    let sheets = work.pile.fields.first?.first?.count ?? 1
    let creep = binding.stock.thickness * (sheets - 1)
    var booklet = closed(firstPage)
    switch binding.boundEdge {
    case .left: booklet.creases = [.init(from: Spot(0.94, 0), to: Spot(0.94, 1.06), line: .cut)]
    case .right: booklet.creases = [.init(from: Spot(0.06, 0), to: Spot(0.06, 1.06), line: .cut)]
    case .top: booklet.creases = [.init(from: Spot(0, 0.94), to: Spot(1, 0.94), line: .cut)]
    }
    return Step(
      title: words.titles.trim,
      text: [
        sheets > 1
          ? words.making.trim.filled(["creep": millimetres(creep)]) : words.making.trimPlain
      ], figure: Figure(parts: [.paper(booklet)]))
  }
}
