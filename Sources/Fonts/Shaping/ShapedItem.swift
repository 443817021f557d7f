internal import CPango
internal import Geometry
internal import Typesetting

/// One of Pango's items after shaping, as a `GlyphRun`.
struct ShapedItem {
  private(set) var run: GlyphRun
  /// Offsets, in the slice, of characters without a glyph.
  private(set) var missing: [Int] = []

  /// - Parameter bytes: The slice as its author wrote it, controls included.
  init(
    _ item: PangoItem, glyphs: PangoGlyphString, font: StyleFont,
    bytes: UnsafeBufferPointer<UInt8>
  ) {
    let count = Int(glyphs.num_glyphs)
    let start = Int(item.offset)
    let length = Int(item.length)
    let backward = item.analysis.level & 1 == 1
    run = GlyphRun(
      face: font.face, size: font.style.size, level: Int(item.analysis.level), glyphs: [],
      text: String(decoding: bytes[start..<start + length], as: UTF8.self), clusters: [])
    run.glyphs.reserveCapacity(count)
    run.clusters.reserveCapacity(count)

    // Glyphs come in visual order, each with the byte at which its cluster starts. They are read
    // here in the order of the text, a cluster at a time.
    func place(_ number: Int) -> Int { backward ? count - 1 - number : number }
    var done = 0
    var clusterStart = 0
    repeat {
      let glyphStart = run.glyphs.count
      var cluster = ClusterText(bytes: bytes, range: start + clusterStart..<start + length)
      let first = done
      while done < count, Int(glyphs.log_clusters[place(done)]) <= clusterStart { done += 1 }
      let clusterEnd = done < count ? Int(glyphs.log_clusters[place(done)]) : length
      cluster.range = start + clusterStart..<start + clusterEnd
      for number in first..<done {
        append(glyphs.glyphs[place(number)], of: cluster, font: font)
      }
      run.clusters.append(
        GlyphRun.Cluster(
          byteCount: cluster.range.count, glyphCount: run.glyphs.count - glyphStart))
      clusterStart = clusterEnd
    } while clusterStart < length
    if backward { run.glyphs.reverse() }
  }

  private mutating func append(_ info: PangoGlyphInfo, of cluster: ClusterText, font: StyleFont) {
    // Pango's mark for what shows nothing; it is no glyph of the font.
    guard info.glyph != 0x0FFF_FFFF else { return }
    let single = cluster.single
    if let single, Codepoint.isInvisible(single) { return }
    var id = info.glyph
    var advance = info.geometry.width
    if id & Self.unknown != 0 || id == 0 {
      missing.append(cluster.offset(of: id & ~Self.unknown))
      (id, advance) = (0, font.blankAdvance)
    }
    switch single {
    // Fonts disagree by a factor of three about this one. French wants half a word space.
    case Codepoint.narrowNoBreakSpace: advance = font.narrowSpace
    case Codepoint.noBreakSpace: advance = font.wordSpace
    default: break
    }
    run.glyphs.append(
      GlyphRun.Glyph(
        id: id, advance: Length(units: Int(advance)),
        offset: Point(
          x: Length(units: Int(info.geometry.x_offset)),
          y: Length(units: Int(info.geometry.y_offset)))))
  }

  /// Set in the numbers that Pango gives instead of a glyph; the rest is the character.
  private static let unknown: PangoGlyph = 0x1000_0000
}

/// The letters of one cluster.
private struct ClusterText {
  let bytes: UnsafeBufferPointer<UInt8>
  var range: Range<Int>

  /// The only character, if there is just one.
  var single: UInt32? {
    var scalars = Scalars(bytes, from: range.lowerBound)
    let scalar = scalars.next()
    return scalars.offset == range.upperBound ? scalar : nil
  }

  func offset(of character: UInt32) -> Int {
    var scalars = Scalars(bytes, from: range.lowerBound)
    var place = range.lowerBound
    while place < range.upperBound, let scalar = scalars.next() {
      if scalar == character { return place }
      place = scalars.offset
    }
    return range.lowerBound
  }
}
