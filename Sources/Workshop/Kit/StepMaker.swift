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
      case .saddleStitch: coverUnder + [checkStep, foldStep, stapleStep, trimStep]
      case .signatures: signatureSteps + [sewStep] + trimming
      case .perfectGathered: signatureSteps + [glueStep] + trimming
      case .quarto, .octavo: foldedTwiceSteps
      case .cutSaddle(let strips):
        [checkStep, stripStep(strips)] + coverUnder + [foldStep, stapleStep, trimStep]
      case .cutAndStack: [cutStep, stackStep] + coverRound + [leavesStep]
      case .perfectLeaves: [cutStep, stackStep, glueStep]
      case .miniZine: zineSteps
      }
    return printSteps + hands
  }

  /// One signature is a pile as any other; several are counted off and stacked.
  private var signatureSteps: [Step] {
    body.count > 1 ? [heapStep, foldStep, gatherStep] : [checkStep, foldStep]
  }

  private var foldedTwiceSteps: [Step] {
    // Sheets folded alone are put into one another; several signatures are stacked and sewn.
    let nests = binding.nesting == .singly && (body.first?.sheets.count ?? 0) > 1
    let many = body.count > 1
    return [many ? heapStep : checkStep, foldStep] + (nests ? [nestStep] : [])
      + (many ? [gatherStep, sewStep] : coverRound + [stapleStep])
      // A knife that cuts off all three edges opens the folds as well.
      + (rests.across > .zero && rests.along > .zero ? [] : [slitStep]) + trimming
  }

  // MARK: Pages and places

  /// The page whose number is nearest to the start, on the outermost sheet.
  var firstPage: Int { body.first.flatMap(firstPage(of:)) ?? 1 }

  /// The sheet that is printed by itself.
  var ownCover: Signature? { signatures.first(where: \.isCover) }

  /// What the booklet begins and ends with once its cover is folded with it.
  var outermost: Signature? { coverIsStapled ? ownCover ?? body.first : body.first }

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
