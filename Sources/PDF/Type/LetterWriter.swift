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
    var places: [Int] = []
    places.reserveCapacity(run.glyphs.count)
    var x = start.x.units
    for glyph in run.glyphs {
      places.append(x + glyph.offset.x.units)
      x += glyph.advance.units
    }
    if isParted, let space = fount.space(like: run.face) {
      put(space, of: run, 0, at: places.first ?? start.x.units, start.y, in: &output)
    }
    run.forEachCluster { glyphs, text in
      // What one sort says by itself need not be said again.
      if glyphs.count == 1, !text.isEmpty {
        let glyph = glyphs.lowerBound
        let sort = fount[run.glyphs[glyph].id, run.face]
        if sort.says == Sorts.letters(text) {
          return put(sort, of: run, glyph, at: places[glyph], start.y, in: &output)
        }
      }
      beginSpan(saying: text, in: &output)
      for glyph in glyphs {
        let sort = fount[run.glyphs[glyph].id, run.face]
        put(sort, of: run, glyph, at: places[glyph], start.y, in: &output)
      }
      endArray(in: &output)
      output.append(syntax: "EMC\n")
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

  private mutating func put(
    _ sort: Fount.Cast, of run: GlyphRun, _ glyph: Int, at place: Int, _ baseline: Length,
    in output: inout PDFText
  ) {
    let size = run.size
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
    let y = pageHeight - baseline - run.glyphs[glyph].offset.y
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

extension Fount {
  /// Among a page's resources.
  static func name(ofFont index: Int) -> String { "/F\(index)" }
}
