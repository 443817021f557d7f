internal import Geometry

/// A note's call stands behind the whole word, also where the link that it belongs to is a part of one:
/// "[مك](…)توب" keeps its letters joined.
enum CallsInWords {
  static func move(
    in letters: inout [Letter], looks: inout [Composition.Look],
    origins: inout [Composition.Origin]
  ) {
    var at = 1
    while at < letters.count {
      let start = at
      while at < letters.count, looks[Int(letters[at].segment)].raise > .zero { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      var end = at
      while end < letters.count, isInWord(letters[end], looks) { end += 1 }
      guard end > at, isInWord(letters[start - 1], looks) else { continue }
      let rest = letters[at..<end]
      // What goes on behind the call is a stretch of its own: its names stand once.
      if end < letters.count, letters[end].segment == rest[end - 1].segment {
        let segment = letters[end].segment
        var look = looks[Int(segment)]
        look.anchors = []
        look.note = nil
        looks.append(look)
        origins.append(origins[Int(segment)])
        for index in letters[end...].indices.prefix(while: { letters[$0].segment == segment }) {
          letters[index].segment = Int32(looks.count - 1)
        }
      }
      letters.replaceSubrange(start..<end, with: rest + letters[start..<at])
      at = end
    }
  }

  /// A letter of a script that parts words by spaces.
  private static func isInWord(_ letter: Letter, _ looks: [Composition.Look]) -> Bool {
    let look = looks[Int(letter.segment)]
    guard !look.isVerbatim, look.raise == .zero else { return false }
    let scalar = letter.scalar
    return scalar.isRightToLeft || scalar.value < 0x590 && scalar.isLetter
  }
}
