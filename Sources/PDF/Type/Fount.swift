internal import Geometry
internal import Typesetting

/// All sorts of a book, cast: by which code of which font each is shown, and how far it moves the
/// pen. And its pictures, ready to be placed.
struct Fount {
  struct Font {
    let reference: PDFReference
    /// Two bytes a code.
    let isWide: Bool
    fileprivate var widths: Widths
    /// What its codes say.
    fileprivate(set) var letters: [(code: Int, text: String)] = []
  }

  struct Cast {
    let font: Int
    let code: UInt16
    /// In thousandths of the size, as the font says it.
    let width: Double
  }

  let sorts: Sorts
  private(set) var fonts: [Font] = []
  /// In the order of the sorts.
  private(set) var casts: [Cast] = []
  /// By face.
  private let spaces: [Int: Cast]
  private(set) var pictures: [PictureID: PDFReference] = [:]
  private(set) var facts: [ResourceCarrier.FontFacts] = []

  /// Takes from a specimen what it holds, into the file in which pages are composed of it.
  init(
    of specimen: Specimen, _ sorts: Sorts, in policy: InkPolicy, for assembly: inout PDFAssembly
  ) throws(DrawingError) {
    self.sorts = sorts
    var (fonts, casts) = ([Font](), [Cast]())
    var pictures: [PictureID: PDFReference] = [:]
    var carrier = ResourceCarrier(policy)
    try specimen.bytes.withUnsafeBufferPointer { bytes throws(DrawingError) in
      // Cairo names a picture that it draws twice twice among a page's resources.
      let drawn = try Objects(of: bytes, forgiving: true)
      guard drawn.pageCount > specimen.pictures.count else { throw .objects("no specimen") }
      (fonts, casts) = try Self.cast(sorts, from: specimen, drawn, &carrier, &assembly)
      for (index, id) in specimen.pictures.enumerated() {
        pictures[id] = try carrier.form(ofPage: drawn.page(index + 1), in: drawn, &assembly)
      }
      try carrier.finish(drawn, &assembly)
    }
    (self.fonts, self.casts, self.pictures, facts) = (fonts, casts, pictures, carrier.fonts)
    let spaces = zip(sorts.all, casts).filter { $0.0.says == UInt64(UInt8(ascii: " ")) }
    self.spaces = Dictionary(
      spaces.map { ($0.0.face, $0.1) }, uniquingKeysWith: { first, _ in first })
  }

  /// A sort of the glyph, whatever it says.
  subscript(glyph: UInt32, face: FaceID) -> Cast { casts[sorts.place(of: glyph, in: face)] }

  /// The sort of the glyph that says these letters by itself, if there is one.
  subscript(glyph: UInt32, face: FaceID, saying letters: Sorts.Letters) -> Cast? {
    sorts.place(of: glyph, in: face, saying: letters).map { casts[$0] }
  }

  /// The sign without ink and width at the edges of a letter's box; nil where the face has none.
  func edge(of face: FaceID) -> Cast? { sorts.edge(of: face).map { casts[$0] } }

  /// The sort that says a space, of that face or of another.
  func space(like face: FaceID) -> Cast? {
    spaces[face.index] ?? spaces.min { $0.key < $1.key }?.value
  }

  private static func cast(
    _ sorts: Sorts, from specimen: Specimen, _ drawn: borrowing Objects,
    _ carrier: inout ResourceCarrier,
    _ assembly: inout PDFAssembly
  ) throws(DrawingError) -> ([Font], [Cast]) {
    let page = drawn.page(0)
    let codes = try drawn.contents(of: page).withUnsafeBufferPointer(SpecimenCodes.init)
    let named = drawn.value("/Resources", of: page).flatMap { drawn.value("/Font", of: $0) }
    var fonts: [Font] = []
    var objects: [Objects.Object] = []
    var places: [String: Int] = [:]
    var casts: [Cast?] = Array(repeating: nil, count: sorts.all.count)
    var shown = specimen.sorts[...]
    for string in codes.strings {
      if places[string.font] == nil, let font = named.flatMap({ drawn.value(string.font, of: $0) })
      {
        places[string.font] = fonts.count
        objects.append(font)
        fonts.append(
          Font(
            reference: assembly.reserve(),
            isWide: drawn.isName(drawn.value("/Subtype", of: font), "/Type0"),
            widths: Widths(of: font, in: drawn)))
      }
      guard let font = places[string.font] else { throw .objects("a font is missing") }
      let length = fonts[font].isWide ? 2 : 1
      for place in stride(from: 0, to: string.bytes.count - length + 1, by: length) {
        guard let next = shown.popFirst() else { throw .objects("more sorts than were cast") }
        guard let sort = next else { continue }
        let code = string.bytes[place..<(place + length)].reduce(0) { $0 << 8 | Int($1) }
        fonts[font].letters.append((code, sorts.all[sort].text))
        casts[sort] = Cast(font: font, code: UInt16(code), width: fonts[font].widths[code])
      }
    }
    for (font, object) in zip(fonts, objects) {
      let table = assembly.add(deflating: font.toUnicode)
      carrier.carry(font: object, saying: table, as: font.reference, in: drawn, &assembly)
    }
    let all = casts.compactMap(\.self)
    guard all.count == casts.count else { throw .objects("fewer sorts than were cast") }
    return (fonts, all)
  }
}

/// How wide a font's codes are, in thousandths (ISO 32000-1, 9.2.4 and 9.7.4.3).
private struct Widths {
  private var widths: [Int: Double] = [:]
  private var others = 0.0

  init(of font: Objects.Object, in drawn: borrowing Objects) {
    if let descendants = drawn.value("/DescendantFonts", of: font),
      let part = drawn.items(of: descendants).first
    {
      others = drawn.value("/DW", of: part).flatMap { drawn.number($0) } ?? 1000
      if let list = drawn.value("/W", of: part) { readComposite(list, drawn) }
      return
    }
    // The units of a font whose glyphs are drawings are its own.
    let matrix = drawn.value("/FontMatrix", of: font).map { drawn.numbers($0) } ?? []
    let unit = matrix.isEmpty ? 1 : matrix[0] * 1000
    let first = drawn.value("/FirstChar", of: font).flatMap { drawn.number($0) } ?? 0
    let list = drawn.value("/Widths", of: font).map { drawn.numbers($0) } ?? []
    for (index, width) in list.enumerated() { widths[Int(first) + index] = width * unit }
  }

  /// "first [width width…]" and "first last width", one after another.
  private mutating func readComposite(_ list: Objects.Object, _ drawn: borrowing Objects) {
    let items = drawn.items(of: list)
    var place = 0
    while place + 1 < items.count {
      let first = Int(drawn.number(items[place]) ?? 0)
      if drawn.isArray(items[place + 1]) {
        for (index, width) in drawn.numbers(items[place + 1]).enumerated() {
          widths[first + index] = width
        }
        place += 2
      } else {
        guard place + 2 < items.count else { return }
        let last = Int(drawn.number(items[place + 1]) ?? 0)
        let width = drawn.number(items[place + 2]) ?? 0
        if first <= last, last < 65_536 { for code in first...last { widths[code] = width } }
        place += 3
      }
    }
  }

  subscript(code: Int) -> Double { widths[code] ?? others }
}

extension Fount.Font {
  /// What its codes say, as a CMap (ISO 32000-1, 9.10.3).
  fileprivate var toUnicode: [UInt8] {
    let digits = isWide ? 4 : 2
    func code(_ number: Int) -> String {
      let text = String(number, radix: 16)
      return "<" + String(repeating: "0", count: digits - text.count) + text + ">"
    }
    var map = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      \(code(0)) \(code(isWide ? 0xFFFF : 0xFF))
      endcodespacerange

      """
    let sorted = letters.sorted { $0.code < $1.code }
    // A hundred at a time, says the format.
    for start in stride(from: 0, to: sorted.count, by: 100) {
      let some = sorted[start..<min(start + 100, sorted.count)]
      map += "\(some.count) beginbfchar\n"
      for (number, text) in some {
        // What stands for nothing by itself, such as half a letter, is no letter.
        let units = (text.isEmpty ? "\u{FFFD}" : text).utf16.map { unit in
          let text = String(unit, radix: 16)
          return String(repeating: "0", count: 4 - text.count) + text
        }
        map += "\(code(number)) <\(units.joined())>\n"
      }
      map += "endbfchar\n"
    }
    map += """
      endcmap
      CMapName currentdict /CMap defineresource pop
      end
      end
      """
    return Array(map.utf8)
  }
}
