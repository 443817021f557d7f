internal import Typesetting

/// Which sorts a book needs: every glyph of every face that its pages show, and what each says.
struct Sorts {
  /// Letters as one number: their bytes in UTF-8, eight at most; 0 for none, or for more.
  typealias Letters = UInt64

  struct Sort {
    let face: Int
    let glyph: UInt32
    /// What it says most often where it stands alone for letters.
    fileprivate(set) var says: Letters
    fileprivate var count = 0
    /// How often it says other things.
    fileprivate var others: [Letters: Int] = [:]
  }

  /// Those of one face follow one another.
  private(set) var all: [Sort] = []
  /// By face and glyph: its place among all; -1 for what is not shown.
  private var places: [[Int32]] = []

  private static let mostGlyphs = 65_536

  init(of book: TaggedBook, fontCount: Int) throws(DrawingError) {
    places = Array(repeating: [], count: fontCount)
    for (index, page) in book.pages.enumerated() {
      for case .run(let run, _, _) in page.drawing.lazy.map(\.mark) {
        try collect(run, page: index + 1)
      }
    }
    for index in all.indices { all[index].settle() }
    sortByFace()
  }

  /// The place of a glyph that was collected.
  func place(of glyph: UInt32, in face: FaceID) -> Int { Int(places[face.index][Int(glyph)]) }

  // MARK: Collecting

  private mutating func collect(_ run: GlyphRun, page: Int) throws(DrawingError) {
    guard places.indices.contains(run.face.index) else { throw .unknownFace(run.face, page: page) }
    guard run.addsUp else { throw .runOfParts(page: page) }
    for glyph in run.glyphs where glyph.id >= Self.mostGlyphs {
      throw .unknownGlyph(glyph.id, run.face, page: page)
    }
    run.forEachCluster { glyphs, text in
      for glyph in glyphs {
        let letters = glyphs.count == 1 ? Self.letters(text) : 0
        add(run.glyphs[glyph].id, run.face.index, saying: letters)
      }
    }
  }

  private mutating func add(_ glyph: UInt32, _ face: Int, saying letters: Letters) {
    let id = Int(glyph)
    if id >= places[face].count {
      places[face] += Array(repeating: -1, count: id + 1 - places[face].count)
    }
    let place = Int(places[face][id])
    guard place >= 0 else {
      places[face][id] = Int32(all.count)
      all.append(Sort(face: face, glyph: glyph, says: letters, count: 1))
      return
    }
    all[place].use(letters)
  }

  private mutating func sortByFace() {
    all.sort { ($0.face, $0.glyph) < ($1.face, $1.glyph) }
    for (index, sort) in all.enumerated() { places[sort.face][Int(sort.glyph)] = Int32(index) }
  }

  static func letters(_ text: UnsafeBufferPointer<UInt8>) -> Letters {
    text.count > 8 ? 0 : text.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension Sorts.Sort {
  fileprivate mutating func use(_ letters: Sorts.Letters) {
    if letters == says {
      count += 1
    } else if letters != 0 {
      others[letters, default: 0] += 1
    }
  }

  /// On what it says: the most frequent, and of those as frequent the first in the alphabet.
  fileprivate mutating func settle() {
    for (letters, uses) in others where says == 0 || (uses, says) > (count, letters) {
      (says, count) = (letters, uses)
    }
  }

  /// What it says as text.
  var text: String {
    let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: says >> (8 * $0)) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}

extension GlyphRun {
  /// Whether its clusters are all of its glyphs and all of its text.
  fileprivate var addsUp: Bool {
    var (glyphCount, byteCount) = (0, 0)
    for cluster in clusters {
      guard cluster.glyphCount >= 0, cluster.byteCount >= 0 else { return false }
      glyphCount += cluster.glyphCount
      byteCount += cluster.byteCount
    }
    return glyphCount == glyphs.count && byteCount == text.utf8.count
  }

  /// In the order in which they are read: the places of their glyphs, which in a run from right to
  /// left begin at its end, and their text.
  func forEachCluster(_ body: (Range<Int>, UnsafeBufferPointer<UInt8>) -> Void) {
    var text = text
    text.withUTF8 { text in
      var byte = 0
      var glyph = isRightToLeft ? glyphs.count : 0
      for cluster in clusters {
        let start = isRightToLeft ? glyph - cluster.glyphCount : glyph
        body(
          start..<(start + cluster.glyphCount),
          UnsafeBufferPointer(rebasing: text[byte..<(byte + cluster.byteCount)]))
        byte += cluster.byteCount
        glyph = isRightToLeft ? start : start + cluster.glyphCount
      }
    }
  }
}
