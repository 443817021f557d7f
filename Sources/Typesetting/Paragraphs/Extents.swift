internal import Geometry

/// How narrow and how wide a paragraph can be set: what a table's columns are shared out by.
struct Extents {
  /// Of the widest piece that may not be broken (but for hyphens that the tool draws).
  var narrowest: Length = .zero
  /// Of the widest word, address or number that stays whole.
  var widestWord: Length = .zero
  /// Of the longest line that the author's own breaks leave.
  var widest: Length = .zero
}

extension ParagraphSetter {
  func extents(of composition: Composition) -> Extents {
    guard !composition.styled.text.isEmpty else { return Extents() }
    let items = ParagraphItems(
      of: composition, shaped: shapeToMeasure(composition.styled),
      habits: BreakingHabits(
        hyphenates: false, isRagged: true, narrowestLine: Length(units: Int.max / 4)),
      hyphen: { _ in .zero }, hyphenate: { _, _ in [] }
    ).items
    var extents = Extents()
    var piece = Length.zero
    var word = Length.zero
    var line = Length.zero
    var isHeld = false
    for item in items {
      switch item {
      case .box(let box):
        piece += box.extent
        word += box.extent
        line += box.extent
        isHeld = false
      case .glue(let glue):
        line += glue.extent
        if isHeld {
          piece += glue.extent
          word += glue.extent
        } else {
          (piece, word) = (.zero, .zero)
        }
      case .penalty(let penalty):
        isHeld = penalty.cost >= Penalty.forbidden
        if !isHeld { piece = .zero }
        if penalty.cost <= Penalty.forced { (line, word) = (.zero, .zero) }
      }
      extents.narrowest = max(extents.narrowest, piece)
      extents.widestWord = max(extents.widestWord, word)
      extents.widest = max(extents.widest, line)
    }
    return extents
  }
}
