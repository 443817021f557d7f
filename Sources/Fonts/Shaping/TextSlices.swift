/// Cuts a text into slices that Pango can take in reasonable time; nearly always just one.
///
/// Pango counts in 32 bits and takes quadratic time for marks on one letter. Only texts made to
/// hurt are cut elsewhere than behind a space.
enum TextSlices {
  /// 31 bits hold two million points: 100 kB of letters of 20 pt, were they on one line.
  static let mostBytes = 100_000
  /// The tallest pile of marks in real text is some dozens; 100,000 take a minute.
  static let mostMarks = 64

  static func slices(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = 0
    var afterSpace = 0
    var marks = 0
    func cut(_ place: Int) {
      slices.append(start..<place)
      start = place
    }
    var scalars = Scalars(bytes)
    var place = 0
    while let scalar = scalars.next() {
      if Codepoint.isMark(scalar) {
        marks += 1
        if marks > mostMarks {
          cut(place)
          marks = 1
        }
      } else {
        marks = 0
        if place - start >= mostBytes { cut(afterSpace > start ? afterSpace : place) }
      }
      place = scalars.offset
      if scalar == Codepoint.space { afterSpace = place }
    }
    if start < bytes.count { slices.append(start..<bytes.count) }
    return slices
  }
}
