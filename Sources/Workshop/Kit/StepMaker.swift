internal import Geometry
internal import Imposition

/// The steps from files to booklets, each with what is drawn beside it.
struct StepMaker {
  let binding: Binding
  let signatures: [Signature]
  let files: KitFiles
  let words: KitWords

  typealias Step = Instructions.Step

  /// Signatures that are folded or cut: all but a cover on paper of its own.
  var body: [Signature] { signatures.filter { !$0.isCover } }
  var hasOwnCover: Bool { body.count < signatures.count }

  var firstSheets: [FlatSheet] { (body.first?.sheets ?? []).map { FlatSheet($0, of: binding) } }
  var work: Handiwork { Handiwork(of: firstSheets, binding) }

  var steps: [Step] {
    guard !body.isEmpty else { return [] }
    let hands: [Step] =
      switch binding.style {
      case .saddleStitch: [checkStep, foldStep, stapleStep, trimStep]
      case .signatures: [heapStep, foldStep, gatherStep, sewStep]
      case .perfectGathered: [heapStep, foldStep, gatherStep, glueStep]
      case .quarto, .octavo: foldedTwiceSteps
      case .cutSaddle(let strips): [checkStep, stripStep(strips), foldStep, stapleStep, trimStep]
      case .cutAndStack: [cutStep, stackStep, leavesStep]
      case .perfectLeaves: [cutStep, stackStep, glueStep]
      case .miniZine: zineSteps
      }
    return printSteps + hands
  }

  private var foldedTwiceSteps: [Step] {
    // Sheets folded alone are put into one another; several signatures are stacked and sewn.
    let nests = binding.nesting == .singly && (body.first?.sheets.count ?? 0) > 1
    let many = body.count > 1
    return [many ? heapStep : checkStep, foldStep] + (nests ? [nestStep] : [])
      + (many ? [gatherStep, sewStep] : [stapleStep]) + [slitStep]
  }

  // MARK: Pages and places

  /// The page whose number is nearest to the start, on the outermost sheet.
  var firstPage: Int { body.first.flatMap(firstPage(of:)) ?? 1 }

  func firstPage(of signature: Signature) -> Int? { signature.pages.lazy.compactMap(\.self).first }

  func list(_ pages: [Int?]) -> String {
    let shown = pages.compactMap { $0.map(String.init) }
    // So many as a tired reader follows.
    return shown.count > 8
      ? (shown.prefix(5) + ["…"] + shown.suffix(1)).joined(separator: ", ")
      : shown.joined(separator: ", ")
  }

  func millimetres(_ length: Length) -> String {
    words.numbers.millimetres(length.millimetres)
  }

  func view(_ faces: [[FoldedPile.Face]], of whole: Size) -> PaperView {
    let (columns, rows) = binding.fields
    let size = Size(
      width: whole.width * (faces.first?.count ?? 1) / columns,
      height: whole.height * faces.count / rows)
    return PaperView(size, faces)
  }

  func view(_ pile: FoldedPile) -> PaperView { view(pile.top, of: binding.sheetSize) }
}
