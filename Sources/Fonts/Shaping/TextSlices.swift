internal import Typesetting

/// Cuts a text into slices that Pango can take in reasonable time; nearly always just one.
///
/// Pango counts in 32 bits, and takes quadratic time for marks on one letter and for changes of
/// direction. Only texts made to hurt are cut elsewhere than at a space.
enum TextSlices {
  /// A point is 1024 units of 31 bits: 100 kB of 20 pt text stay far below.
  static let mostBytes = 100_000
  /// Zalgo text has some dozens; a minute of shaping needs a hundred thousand.
  static let mostMarks = 64
  /// 50,000 take seconds, 2,000 some milliseconds.
  static let mostTurns = 2_000

  static func slices(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = 0
    var afterSpace = 0
    var marks = 0
    var turns = 0
    var direction: Direction?
    func cut(_ place: Int) {
      slices.append(start..<place)
      start = place
      (afterSpace, turns, direction) = (place, 0, nil)
    }
    var scalars = Scalars(bytes)
    var place = 0
    while let scalar = scalars.next() {
      if !Character.isMark(scalar) {
        marks = 0
        if let turned = Self.direction(of: scalar), turned != direction {
          turns += 1
          direction = turned
        } else if embeds(scalar) {
          turns += 1
        }
        if turns > mostTurns { cut(afterSpace > start ? afterSpace : place) }
        if place - start >= mostBytes { cut(afterSpace > start ? afterSpace : place) }
      } else {
        marks += 1
        if marks > mostMarks {
          cut(place)
          marks = 1
        }
      }
      place = scalars.offset
      if scalar == Character.space { afterSpace = place }
    }
    if start < bytes.count { slices.append(start..<bytes.count) }
    return slices
  }

  /// Nil for signs and spaces, which take the direction of what is around them.
  private static func direction(of scalar: UInt32) -> Direction? {
    switch scalar {
    // Digits run left to right, also among Arabic letters.
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x58F: .leftToRight
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x1_0800...0x1_0FFF,
      0x1_E800...0x1_EFFF:
      .rightToLeft
    case 0x900...0x1FFF, 0x200E, 0x2C00...0x2DFF, 0x3040...0xFB1C, 0x1_0000...0x10_FFFF:
      .leftToRight
    default: nil
    }
  }

  /// Marks that begin or end an embedding each make a run of their own.
  private static func embeds(_ scalar: UInt32) -> Bool {
    (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
  }
}
