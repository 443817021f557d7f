import Geometry

@testable import Typesetting

/// A face in which every letter is as wide as the next, half an em, so that widths can be counted
/// by eye. Divides words after every third letter, three letters left at each end.
struct GridShaper: Shaper {
  /// Characters that the face has not.
  var missing: Set<Unicode.Scalar> = []
  /// Signs that are as wide as a letter of Chinese, besides those that belong to it.
  var wide: Set<Unicode.Scalar> = []
  /// Of the size: how deep tails are.
  var descender = 0.2
  /// One glyph, as wide as a letter, for "fi".
  var hasLigatures = false
  /// Says which texts were shaped, for those who count.
  var log: ShapingLog?

  func shape(_ text: StyledText) -> ShapedText {
    var shaped = ShapedText(runs: [], breaks: Self.breaks(in: text.text))
    log?.count += 1
    log?.styles.formUnion(text.runs.map(\.style))
    var bytes = 0
    var scalars = text.text.unicodeScalars.makeIterator()
    var next = scalars.next()
    // Between the signs of an isolate.
    var isHeldTogether = false
    for styled in text.runs {
      var run = Composing(styled.style)
      while let scalar = next, bytes < styled.bytes.upperBound {
        let isMissing = missing.contains(scalar)
        if isMissing { shaped.missing.append(bytes) }
        // What is neither letter nor digit runs as the paragraph does.
        let isBackward = text.direction == .rightToLeft
        if scalar == "\u{2066}" { isHeldTogether = true }
        defer { if scalar == "\u{2069}" { isHeldTogether = false } }
        let isNeutral =
          isBackward && !isHeldTogether && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar)
        let isRightToLeft = isNeutral || (0x590...0x8FF).contains(scalar.value)
        if isRightToLeft != run.isRightToLeft, !run.glyphs.isEmpty {
          shaped.runs.append(run.finished)
          run = Composing(styled.style)
        }
        run.isRightToLeft = isRightToLeft
        run.isEmbedded = isBackward && !isRightToLeft
        let ligates = hasLigatures && !styled.style.features.contains("liga=0")
        run.append(
          scalar, ligates: ligates, isMissing: isMissing,
          isWide: wide.contains(scalar) || scalar.isIdeographic)
        bytes += UTF8.width(scalar)
        next = scalars.next()
      }
      if !run.clusters.isEmpty { shaped.runs.append(run.finished) }
    }
    return shaped
  }

  func hyphenate(_ word: String, language: String) -> [Int] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 6, scalars.count <= 100 else { return [] }
    var offset = 0
    var points: [Int] = []
    for (index, scalar) in scalars.enumerated() {
      if index > 0, index % 3 == 0, scalars.count - index >= 3 { points.append(offset) }
      offset += UTF8.width(scalar)
    }
    return points
  }

  func metrics(of style: CharacterStyle) -> FontMetrics {
    FontMetrics(
      ascender: style.size * 0.8, descender: style.size * descender, xHeight: style.size * 0.5,
      capHeight: style.size * 0.7)
  }

  /// After spaces, hyphens, soft hyphens and zero-width spaces, as UAX 14 has it for such text, and on both
  /// sides of every letter of Chinese and Japanese.
  private static func breaks(in text: String) -> [Int] {
    var breaks: [Int] = []
    var offset = 0
    var before: Unicode.Scalar?
    var mayBreak = false
    for scalar in text.unicodeScalars {
      if scalar == " " {
        mayBreak = offset > 0 || mayBreak
      } else {
        let followsIdeograph = before.map { $0.isIdeographic } ?? false
        let touchesIdeograph = followsIdeograph || before != nil && scalar.isIdeographic
        if mayBreak || before == "\u{2028}" || touchesIdeograph { breaks.append(offset) }
        mayBreak = false
        let followsWord = before.map { $0 != " " && $0 != "-" && $0 != "\u{A0}" } ?? false
        if scalar == "-" || scalar == "\u{AD}" || scalar == "\u{200B}" { mayBreak = followsWord }
      }
      before = scalar
      offset += UTF8.width(scalar)
    }
    return breaks
  }
}

/// How often a shaper was asked, and for what.
final class ShapingLog: @unchecked Sendable {
  var count = 0
  var styles: Set<CharacterStyle> = []
}

/// A run while its letters are put together.
private struct Composing {
  let style: CharacterStyle
  var glyphs: [GlyphRun.Glyph] = []
  var clusters: [GlyphRun.Cluster] = []
  var scalars = String.UnicodeScalarView()
  var isRightToLeft = false
  /// From left to right within a text from right to left.
  var isEmbedded = false

  init(_ style: CharacterStyle) {
    self.style = style
  }

  mutating func append(_ scalar: Unicode.Scalar, ligates: Bool, isMissing: Bool, isWide: Bool) {
    let width = UTF8.width(scalar)
    if Self.isMark(scalar) || ligates && scalar == "i" && scalars.last == "f", !clusters.isEmpty {
      clusters[clusters.count - 1].byteCount += width
    } else {
      let id = isMissing ? 0 : scalar.value
      glyphs.append(GlyphRun.Glyph(id: id, advance: advance(of: scalar, isWide: isWide)))
      clusters.append(GlyphRun.Cluster(byteCount: width, glyphCount: 1))
    }
    scalars.append(scalar)
  }

  private func advance(of scalar: Unicode.Scalar, isWide: Bool) -> Length {
    switch scalar.value {
    case 0xAD, 0x200B...0x200F, 0x2028, 0x2060, 0xFEFF: .zero
    case 0x202F: style.size / 4
    // No letter, but a piece of a join.
    case 0x640: style.size / 5
    // The typesetter widens what the face has; as set, a space is as wide as a letter.
    case 0x20, 0xA0: style.size * (0.5 / SpaceKind.Elasticity().width)
    default:
      isWide ? style.size : style.size / 2
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || scalar.value == 0xFE0F
  }

  /// The face's number says its weight and slope: 4 regular, 14 italic, 7 bold.
  var finished: GlyphRun {
    GlyphRun(
      face: FaceID(index: style.face.weight / 100 + (style.face.isItalic ? 10 : 0)),
      size: style.size, level: isRightToLeft ? 1 : isEmbedded ? 2 : 0,
      glyphs: isRightToLeft ? glyphs.reversed() : glyphs, text: String(scalars),
      clusters: clusters)
  }
}
