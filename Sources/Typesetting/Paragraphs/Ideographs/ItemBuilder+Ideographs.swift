internal import Geometry

extension ItemBuilder {
  /// A stretch without spaces in which Chinese or Japanese stands: each of its letters a box, between
  /// them glue at which lines end and by which they are filled.
  mutating func appendIdeographs(_ stretch: Range<Int>) {
    var piece = stretch.lowerBound..<stretch.lowerBound
    var last = IdeographicClass.western
    var index = stretch.lowerBound
    while index < stretch.upperBound {
      let end = text.scalarEnd(after: index)
      let scalar = text.scalar(at: index)
      // Voicing marks and variation selectors stay with their letter.
      if !piece.isEmpty, scalar.properties.isGraphemeExtend {
        piece = piece.lowerBound..<end
        index = end
        continue
      }
      let size = self.size(at: index)
      let isWide = measured.width(index..<end) >= size * IdeographicClass.leastWide
      let next = composition.ideographicClass(of: scalar, at: index, isWide: isWide)
      if !piece.isEmpty, last.isIdeographic || next.isIdeographic {
        append(piece, last)
        appendGap(last, next, at: index)
        piece = index..<index
      }
      piece = piece.lowerBound..<end
      last = next
      index = end
    }
    append(piece, last)
  }

  private mutating func append(_ piece: Range<Int>, _ kind: IdeographicClass) {
    guard kind.isIdeographic else {
      appendWord(piece)
      return
    }
    let size = size(at: piece.lowerBound)
    let width = measured.width(piece)
    var box = Box(extent: width, material: piece)
    if width >= size * IdeographicClass.leastWide {
      box.extent = width - size * kind.blank.before - size * kind.blank.after
    }
    if kind == .stop, habits.hangsStops, !habits.isRagged { box.hang.end = box.extent }
    append(.box(box), piece)
  }

  private mutating func appendGap(
    _ before: IdeographicClass, _ after: IdeographicClass, at offset: Int
  ) {
    let gap = IdeographicGap(between: before, and: after)
    let size = size(at: offset - 1)
    let here = offset..<offset
    // UAX 14 lets no line end beside “ and ”, for it cannot know which language they are in.
    let isAllowed = mayBreak(at: offset) || isCurved(before: offset) || isCurved(from: offset)
    if isAllowed && IdeographicGap.mayBreak(between: before, and: after) {
      endChain(at: offset, next: offset)
    } else {
      hold(at: offset)
    }
    var glue = Glue(extent: size * gap.width)
    if !habits.isRagged {
      glue.stretch = size * gap.stretch
      glue.shrink = size * gap.shrink
    }
    append(.glue(glue), here)
  }

  /// Whether one of ‘ ’ “ ” stands there; those are three bytes.
  private func isCurved(from offset: Int) -> Bool {
    guard offset >= 0, offset + 2 < text.count, text[offset] == 0xE2, text[offset + 1] == 0x80
    else { return false }
    return [0x98, 0x99, 0x9C, 0x9D].contains(text[offset + 2])
  }

  private func isCurved(before offset: Int) -> Bool { isCurved(from: offset - 3) }

  private func size(at index: Int) -> Length {
    composition.segment(at: index)?.look.style.size ?? .zero
  }
}

extension IdeographicClass {
  /// Of the size: what is narrower is not set in a square, and has no blank to give.
  static let leastWide = 0.8
}
