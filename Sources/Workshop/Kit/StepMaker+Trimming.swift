internal import Geometry
internal import Imposition

extension StepMaker {
  /// The paper that each page has for itself.
  var fieldSize: Size {
    let (columns, rows) = binding.fields
    let sheet = binding.sheetSize
    return Size(width: sheet.width / columns, height: sheet.height / rows)
  }

  /// What a knife takes off the paper of a page, across its spine and along it. A millimetre is what
  /// A5 leaves of half an A4, and nobody cuts that off.
  var rests: (across: Length, along: Length) {
    func rest(_ paper: Length, _ page: Length) -> Length {
      paper - page > .millimetres(1) ? paper - page : .zero
    }
    let (field, page) = (fieldSize, binding.placedSize)
    let (width, height) = (rest(field.width, page.width), rest(field.height, page.height))
    return binding.boundEdge == .top ? (height, width) : (width, height)
  }

  func prints(_ kind: PrintersMarks.Kind) -> Bool {
    body.flatMap(\.sheets).contains { $0.outer.marks.contains { $0.kind == kind } }
  }

  /// Whether crop marks say where to cut in that direction: where pages leave little room, there may
  /// be some along one side and none along the other.
  func printsCropMarks(upright: Bool) -> Bool {
    body.flatMap(\.sheets).flatMap(\.outer.marks).contains { mark in
      guard mark.kind == .crop, case .line(let from, let to, _) = mark.shape else { return false }
      return (from.x == to.x) == upright
    }
  }

  private var cropMarksShowAllCuts: Bool {
    printsCropMarks(upright: true) && printsCropMarks(upright: false)
  }

  /// By how much the innermost leaves stand out, before the knife.
  private var creep: Length {
    let layers = (body.map(\.pages.count).max() ?? 0) / 4 + (coverIsStapled ? 1 : 0)
    return binding.stock.thickness * max(layers - 1, 0)
  }

  /// Of books that are good as they are, unless paper is left over or pages were shifted.
  var trimming: [Step] {
    let isShifted = binding.creep != nil && creep > .zero
    let isLarger = rests.across > .zero || rests.along > .zero
    return isLarger || isShifted || cropMarksShowAllCuts ? [trimStep] : []
  }

  var trimStep: Step {
    var booklet = closed(outermostPage)
    let hasAllCuts = cropMarksShowAllCuts || rests.across > .zero || rests.along > .zero
    let across = { (x: Double) in
      PaperView.Crease(from: Spot(x, -0.06), to: Spot(x, 1.06), line: .cut)
    }
    let level = { (y: Double) in
      PaperView.Crease(from: Spot(-0.06, y), to: Spot(1.06, y), line: .cut)
    }
    let (near, far) = (0.06, 0.94)
    switch binding.boundEdge {
    case .left: booklet.creases = [across(far)] + (hasAllCuts ? [level(near), level(far)] : [])
    case .right: booklet.creases = [across(near)] + (hasAllCuts ? [level(near), level(far)] : [])
    case .top: booklet.creases = [level(far)] + (hasAllCuts ? [across(near), across(far)] : [])
    }
    return Step(
      title: words.titles.trim, text: [trimSentence],
      figure: Figure(parts: [.paper(booklet)]))
  }

  private var trimSentence: String {
    if cropMarksShowAllCuts { return words.making.trimAtMarks }
    if rests.across > .zero || rests.along > .zero {
      let (page, numbers) = (binding.placedSize, words.numbers)
      let width = numbers.written(page.width.millimetres, decimals: 1)
      let size = "\(width)\u{A0}×\u{A0}\(millimetres(page.height))"
      return words.making.trimTo.filled(["size": size])
    }
    guard creep > .zero else { return words.making.trimPlain }
    let sentence = binding.creep == nil ? words.making.trim : words.making.trimCreep
    return sentence.filled(["creep": millimetres(creep)])
  }

  private var outermostPage: Int? { outermost.flatMap(firstPage(of:)) }

  /// The edges that folds close beside the spine.
  var slitStep: Step {
    var booklet = closed(outermostPage)
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
}
