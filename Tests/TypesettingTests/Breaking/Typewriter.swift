import Geometry
import Typesetting

/// Text as a typewriter would set it, for tests that people can read: every letter is a point
/// wide, and `|` in the text is a place to hyphenate, `~` a space not to break at, `¶` a forced
/// break.
struct Typewriter {
  var space = Glue(extent: .points(1), stretch: .points(0.5), shrink: .points(1.0 / 3))
  var hyphenCost = 50
  var filling = Glue(extent: .zero, stretch: .points(1), stretchOrder: 1)

  func items(_ text: String) -> [Item<String>] {
    var items: [Item<String>] = []
    var piece = ""
    func finishPiece() {
      guard !piece.isEmpty else { return }
      items.append(.box(Box(extent: .points(Double(piece.count)), material: piece)))
      piece = ""
    }
    for character in text {
      switch character {
      case " ":
        finishPiece()
        items.append(.glue(space))
      case "~":
        finishPiece()
        items.append(.penalty(Penalty(cost: Penalty.forbidden)))
        items.append(.glue(space))
      case "|":
        finishPiece()
        items.append(
          .penalty(Penalty(cost: hyphenCost, before: .points(1), isFlagged: true)))
      case "¶":
        finishPiece()
        items += endOfLine
        items.append(.penalty(Penalty(cost: Penalty.forced)))
      default:
        piece.append(character)
      }
    }
    finishPiece()
    return items + endOfLine
  }

  private var endOfLine: [Item<String>] {
    [.penalty(Penalty(cost: Penalty.forbidden)), .glue(filling)]
  }
}

/// The lines as text, spaces as one space each, hyphens where they are drawn.
func drawnAsText(_ paragraph: BrokenParagraph, of items: [Item<String>]) -> String {
  paragraph.lines.map { line in
    var text = ""
    for item in items[line.items] {
      switch item {
      case .box(let box): text += box.material
      case .glue(let glue): text += glue.extent > .zero ? " " : ""
      case .penalty: break
      }
    }
    return text + (line.closing == nil ? "" : "-")
  }.joined(separator: "\n")
}

/// After the Brothers Grimm's first tale.
let frogKing = """
  In the old days, when a wish could still come true, there was a king whose daugh|ters were all \
  love|ly to look at; but the young|est was so beau|ti|ful that the sun it|self, which has \
  seen so much, won|dered each time it shone up|on her face. Near the king's cas|tle lay a \
  great dark wood, and in the wood, un|der an old lin|den tree, was a well. When the day was \
  warm the prin|cess went out in|to the wood and sat down at the edge of the cool well; and when \
  the time grew long, she took a gold|en ball, threw it up high and caught it; and this ball was \
  the play|thing she liked best of all.
  """
