internal import Geometry
internal import Typesetting

/// Writes the letters of a page (ISO 32000-1, 9.4): as few moves of the pen as there are words that
/// the font's own widths do not place.
struct LetterWriter {
  private let fount: Fount
  private let pageHeight: Length
  /// In the order in which they are first used.
  private(set) var fonts: [Int] = []
  private var isUsed: [Bool]
  /// They stay from one text to the next.
  private var type: (font: Int, size: Length)?
  private var isInText = false
  private var isInArray = false
  private var isInString = false
  /// Of the line's start, as written: in thousandths of a point, from the bottom left.
  private var line = (x: 0, y: 0)
  /// In points.
  private var pen = 0.0

  init(_ fount: Fount, pageHeight: Length) {
    self.fount = fount
    self.pageHeight = pageHeight
    isUsed = Array(repeating: false, count: fount.fonts.count)
  }

  /// - Parameter isParted: whether a space must be said before it that nobody sees.
  mutating func show(
    _ run: GlyphRun, at start: Point, isParted: Bool, in output: inout PDFText
  ) {
    guard !run.clusters.isEmpty, run.size > .zero else { return }
    if !isInText {
      output.append(syntax: "BT\n")
      isInText = true
      line = (0, 0)
      // Where the pen never is, so that it is put somewhere.
      pen = -.infinity
    }
    let space = isParted && !run.glyphs.isEmpty ? fount.space(like: run.face) : nil
    let places = Places(of: run, from: start)
    if run.isRightToLeft {
      showBackward(run, places, in: &output)
      if let space { put(space, of: run.size, at: places.end, places.baseline, in: &output) }
    } else {
      if let space { put(space, of: run.size, at: places.start, places.baseline, in: &output) }
      show(run, places, in: &output)
    }
  }

  private mutating func show(_ run: GlyphRun, _ places: Places, in output: inout PDFText) {
    run.forEachCluster { glyphs, text in
      // What one sort says by itself need not be said again.
      if let sort = fount.sort(of: glyphs, in: run, saying: text) {
        return put(sort, of: run, glyphs.lowerBound, places, in: &output)
      }
      beginSpan(saying: text, in: &output)
      for glyph in glyphs {
        put(fount[run.glyphs[glyph].id, run.face], of: run, glyph, places, in: &output)
      }
      endSpan(in: &output)
    }
  }

  /// From left to right like all letters: programs that search, copy or read aloud turn those of
  /// right-to-left scripts about by themselves, and take for another word what is raised or stands
  /// apart. Such a letter is put in a span between two signs that show nothing, on the baseline where
  /// its box begins and ends.
  private mutating func showBackward(_ run: GlyphRun, _ places: Places, in output: inout PDFText) {
    var clusters: [(glyphs: Range<Int>, text: [UInt8])] = []
    run.forEachCluster { glyphs, text in
      if !glyphs.isEmpty || !text.isDirectionMark { clusters.append((glyphs, Array(text))) }
    }
    for (glyphs, text) in clusters.reversed() {
      text.withUnsafeBufferPointer { text in
        let single = fount.sort(of: glyphs, in: run, saying: text)
        if let single,
          text.isSpace || !places.stray(glyphs.lowerBound, width: single.width, in: run)
        {
          return put(single, of: run, glyphs.lowerBound, places, in: &output)
        }
        beginSpan(saying: text, in: &output)
        let edge = glyphs.isEmpty ? nil : fount.edge(of: run.face)
        if let edge {
          put(
            edge, of: run.size, at: places.pen(before: glyphs.lowerBound, of: run), places.baseline,
            in: &output)
        }
        for glyph in glyphs {
          let sort = single ?? fount[run.glyphs[glyph].id, run.face]
          put(sort, of: run, glyph, places, in: &output)
        }
        if let edge {
          put(
            edge, of: run.size, at: places.pen(before: glyphs.upperBound, of: run), places.baseline,
            in: &output)
        }
        endSpan(in: &output)
      }
    }
  }

  /// Where a run's glyphs are drawn, in Pango's units.
  private struct Places {
    private(set) var glyphs: [Int] = []
    let start: Int
    /// Where the pen stands after the last.
    private(set) var end: Int
    let baseline: Length

    init(of run: GlyphRun, from start: Point) {
      glyphs.reserveCapacity(run.glyphs.count)
      (self.start, end, baseline) = (start.x.units, start.x.units, start.y)
      for glyph in run.glyphs {
        glyphs.append(end + glyph.offset.x.units)
        end += glyph.advance.units
      }
    }

    /// Where the pen stands before a glyph.
    func pen(before glyph: Int, of run: GlyphRun) -> Int {
      glyph < glyphs.count ? glyphs[glyph] - run.glyphs[glyph].offset.x.units : end
    }

    /// Whether a glyph, alone in its box, is so far from the baseline or leaves so much white in it that
    /// programs take it or its neighbour for the beginning of a word. Poppler does from half a point and
    /// a tenth of the size on; letters' whites add up, so half of that is too much.
    func stray(_ glyph: Int, width: Double, in run: GlyphRun) -> Bool {
      let size = Double(run.size.units)
      let left = Double(run.glyphs[glyph].offset.x.units)
      let right = Double(pen(before: glyph + 1, of: run) - glyphs[glyph]) - width * size / 1000
      return abs(run.glyphs[glyph].offset.y.points) > 0.45 || max(left, right) > size / 20
    }
  }

  mutating func end(in output: inout PDFText) {
    guard isInText else { return }
    endArray(in: &output)
    output.append(syntax: "ET\n")
    isInText = false
  }

  private mutating func beginSpan(
    saying text: UnsafeBufferPointer<UInt8>, in output: inout PDFText
  ) {
    endArray(in: &output)
    let words = String(decoding: text, as: UTF8.self)
    output.append("/Span << /ActualText \(hexadecimal: words) >> BDC\n")
  }

  private mutating func endSpan(in output: inout PDFText) {
    endArray(in: &output)
    output.append(syntax: "EMC\n")
  }

  private mutating func put(
    _ sort: Fount.Cast, of run: GlyphRun, _ glyph: Int, _ places: Places, in output: inout PDFText
  ) {
    put(
      sort, of: run.size, at: places.glyphs[glyph], places.baseline + run.glyphs[glyph].offset.y,
      in: &output)
  }

  private mutating func put(
    _ sort: Fount.Cast, of size: Length, at place: Int, _ baseline: Length, in output: inout PDFText
  ) {
    if type?.font != sort.font || type?.size != size {
      endArray(in: &output)
      type = (sort.font, size)
      if !isUsed[sort.font] {
        isUsed[sort.font] = true
        fonts.append(sort.font)
      }
      output.append("\(Fount.name(ofFont: sort.font)) \(size) Tf\n")
    }
    let points = size.points
    let x = Double(place) / Double(Length.unitsPerPoint)
    let y = pageHeight - baseline
    // Thousandths of the size, which is what a PDF moves the pen by inside a line.
    let shift = points > 0 ? ((pen - x) * 1000 / points).rounded() : 0
    let height = Int((y.points * 1000).rounded())
    if height != line.y || !(abs(shift) < 30_000) {
      endArray(in: &output)
      let left = Int((x * 1000).rounded())
      output.append(
        "\(thousandths: left - line.x) \(thousandths: height - line.y) Td\n")
      line = (left, height)
      pen = Double(left) / 1000
    } else if shift != 0 {
      endString(in: &output)
      beginArray(in: &output)
      output.append(Int(shift))
      pen -= shift * points / 1000
    }
    beginString(in: &output)
    if fount.fonts[sort.font].isWide {
      output.append(digitsOf: sort.code)
    } else {
      output.append(character: UInt8(truncatingIfNeeded: sort.code))
    }
    pen += sort.width * points / 1000
  }

  // MARK: Arrays of strings and moves

  private mutating func beginArray(in output: inout PDFText) {
    guard !isInArray else { return }
    output.append(syntax: "[")
    isInArray = true
  }

  private mutating func beginString(in output: inout PDFText) {
    guard !isInString else { return }
    beginArray(in: &output)
    output.append(syntax: isWide ? "<" : "(")
    isInString = true
  }

  private mutating func endString(in output: inout PDFText) {
    guard isInString else { return }
    output.append(syntax: isWide ? ">" : ")")
    isInString = false
  }

  private mutating func endArray(in output: inout PDFText) {
    endString(in: &output)
    guard isInArray else { return }
    output.append(syntax: "] TJ\n")
    isInArray = false
  }

  private var isWide: Bool { type.map { fount.fonts[$0.font].isWide } ?? false }
}

extension UnsafeBufferPointer<UInt8> {
  /// U+0020, U+00A0 or U+202F, which may be as wide as they like.
  fileprivate var isSpace: Bool {
    elementsEqual([0x20]) || elementsEqual([0xC2, 0xA0]) || elementsEqual([0xE2, 0x80, 0xAF])
  }

  /// Whether it is a sign that says in which direction others run, and nothing to a reader: U+200E,
  /// U+200F, U+202A to U+202E, U+2066 to U+2069.
  fileprivate var isDirectionMark: Bool {
    guard count == 3, self[0] == 0xE2 else { return false }
    return switch (self[1], self[2]) {
    case (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA6...0xA9): true
    default: false
    }
  }
}

extension Fount {
  /// The sort of a single glyph that says the letters by itself.
  fileprivate func sort(
    of glyphs: Range<Int>, in run: GlyphRun, saying text: UnsafeBufferPointer<UInt8>
  ) -> Cast? {
    guard glyphs.count == 1 else { return nil }
    return self[run.glyphs[glyphs.lowerBound].id, run.face, saying: Sorts.letters(text)]
  }

  /// Among a page's resources.
  static func name(ofFont index: Int) -> String { "/F\(index)" }
}
