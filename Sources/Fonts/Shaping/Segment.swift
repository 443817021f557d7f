internal import Typesetting

/// A stretch of bytes set in one font.
struct Segment {
  var bytes: Range<Int>
  var font: StyleFont

  /// What of it lies in a slice, counted from the slice's start.
  func part(in slice: Range<Int>) -> Segment? {
    let common = bytes.clamped(to: slice)
    guard !common.isEmpty else { return nil }
    return Segment(
      bytes: common.lowerBound - slice.lowerBound..<common.upperBound - slice.lowerBound,
      font: font)
  }
}

enum Segments {
  /// The runs of a text, neighbours of the same style together, and single characters that the
  /// wanted face lacks apart, in a face that has them.
  static func segments(
    of text: StyledText, bytes: UnsafeBufferPointer<UInt8>, fonts: StyleFonts
  ) -> [Segment] {
    var segments: [Segment] = []
    segments.reserveCapacity(text.runs.count)
    for run in text.runs {
      let range = run.bytes.clamped(to: 0..<bytes.count)
      guard !range.isEmpty else { continue }
      let font = fonts.font(for: run.style)
      if !fonts.hasStandIns {
        append(Segment(bytes: range, font: font), to: &segments)
      } else {
        split(range, of: bytes, wanted: font, fonts: fonts, into: &segments)
      }
    }
    return segments
  }

  private static func split(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, wanted: StyleFont,
    fonts: StyleFonts, into segments: inout [Segment]
  ) {
    var scalars = Scalars(bytes, from: range.lowerBound)
    var place = range.lowerBound
    var font = wanted
    let hasASCII = fonts.hasASCII(wanted)
    while place < range.upperBound {
      if font === wanted, hasASCII, scalars.skipASCII(before: range.upperBound) {
        append(Segment(bytes: place..<scalars.offset, font: font), to: &segments)
        place = scalars.offset
        continue
      }
      guard let scalar = scalars.next() else { break }
      // Marks stay with their letter; what has no shape needs no face.
      if !Codepoint.isMark(scalar) && !Codepoint.isInvisible(scalar) {
        let bearer =
          Codepoint.isSpace(scalar) || Codepoint.isBlank(scalar)
          ? wanted : fonts.font(for: scalar, wanted: wanted)
        font = bearer
      }
      append(Segment(bytes: place..<scalars.offset, font: font), to: &segments)
      place = scalars.offset
    }
  }

  private static func append(_ segment: Segment, to segments: inout [Segment]) {
    if let last = segments.indices.last, segments[last].font === segment.font {
      segments[last].bytes = segments[last].bytes.lowerBound..<segment.bytes.upperBound
    } else {
      segments.append(segment)
    }
  }
}
