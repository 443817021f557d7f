internal import Typesetting

/// Which sorts a book needs: every glyph of every face that its pages show, once for each thing that
/// it says: a blank says a space, or one that no line may end at.
struct Sorts {
  /// Letters as one number: their bytes in UTF-8, eight at most; 0 for none, or for more.
  typealias Letters = UInt64

  struct Sort {
    let face: Int
    let glyph: UInt32
    /// What it says where it stands alone for letters.
    fileprivate(set) var says: Letters
    /// A font has one sort of a glyph: what says another thing is in another font of the face.
    fileprivate(set) var edition = 0
    fileprivate var count = 0
    /// Whether it says a space, and so shows nothing: one blank is as good as another.
    fileprivate var isBlank = false
    /// How often the glyph says other things.
    fileprivate var others: [Letters: Int] = [:]
    /// The sorts that say these.
    fileprivate var variants: [Letters: Int] = [:]
  }

  /// Those of one face and edition follow one another.
  private(set) var all: [Sort] = []
  /// By face and glyph: the place among all of what says most often; -1 for what is not shown.
  private var places: [[Int32]] = []
  /// By face: the sign at the edges of a letter's box.
  private var edges: [Int: UInt32] = [:]
  /// The places of the sorts that say spaces, of whatever face.
  private var blanks: [Letters: Int] = [:]

  private static let mostGlyphs = 65_536
  /// The box of a missing sign may say a hundred things: not each of them is worth a font.
  private static let mostEditions = 3

  /// What the sign at a box's edges says to a program that hears more than the box's own words: that
  /// letters belong together (U+034F, in UTF-8), which none shows and searching passes over.
  private static let joiner: Letters = 0xCD8F

  /// - Parameter edge: a glyph of the face without ink and width.
  init(
    of book: TaggedBook, fontCount: Int, edge: (FaceID) throws(DrawingError) -> UInt32?
  ) throws(DrawingError) {
    places = Array(repeating: [], count: fontCount)
    for (index, page) in book.pages.enumerated() {
      for case .run(let run, _, _) in page.drawing.lazy.map(\.mark) {
        try collect(run, page: index + 1)
        guard run.isRightToLeft, edges[run.face.index] == nil, let glyph = try edge(run.face)
        else { continue }
        edges[run.face.index] = glyph
        add(glyph, run.face.index, saying: Self.joiner)
      }
    }
    settle()
  }

  /// The place of a glyph that was collected, whatever it says.
  func place(of glyph: UInt32, in face: FaceID) -> Int { Int(places[face.index][Int(glyph)]) }

  /// The place of the sort that says these letters, if there is one.
  func place(of glyph: UInt32, in face: FaceID, saying letters: Letters) -> Int? {
    let place = place(of: glyph, in: face)
    if all[place].says == letters { return letters == 0 ? nil : place }
    return all[place].variants[letters] ?? (all[place].isBlank ? blanks[letters] : nil)
  }

  /// The place of the sign at the edges of a letter's box, in a face of which letters stand from right to
  /// left.
  func edge(of face: FaceID) -> Int? {
    edges[face.index].flatMap { place(of: $0, in: face, saying: Self.joiner) }
  }

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

  /// On what each sort says, and in which order they come.
  private mutating func settle() {
    var spaces: Set<Letters> = []
    for index in all.indices {
      all[index].choose()
      if all[index].isBlank { spaces.insert(all[index].says) }
    }
    for index in all.indices {
      all += all[index].takeEditions(atMost: Self.mostEditions, butFor: &spaces)
    }
    all.sort { ($0.face, $0.edition, $0.glyph) < ($1.face, $1.edition, $1.glyph) }
    for (index, sort) in all.enumerated() where sort.edition == 0 {
      places[sort.face][Int(sort.glyph)] = Int32(index)
    }
    for (index, sort) in all.enumerated() where sort.edition > 0 {
      all[Int(places[sort.face][Int(sort.glyph)])].variants[sort.says] = index
    }
    for (index, sort) in all.enumerated() where sort.isBlank && blanks[sort.says] == nil {
      blanks[sort.says] = index
    }
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

  /// What it says most often, and of that the first in the alphabet, becomes what it says.
  fileprivate mutating func choose() {
    if says != 0 { others[says] = count }
    says = sayings.first ?? 0
    others[says] = nil
    isBlank = text.isBlank
  }

  /// Sorts for the other things that the glyph says, but for spaces that others say.
  fileprivate mutating func takeEditions(
    atMost most: Int, butFor spaces: inout Set<Sorts.Letters>
  ) -> [Sorts.Sort] {
    let wanted = sayings.map { letters in
      var sort = Sorts.Sort(face: face, glyph: glyph, says: letters)
      sort.isBlank = isBlank && sort.text.isBlank
      return sort
    }.filter { !$0.isBlank || spaces.insert($0.says).inserted }
    others = [:]
    return wanted.prefix(most).enumerated().map { index, sort in
      var sort = sort
      sort.edition = index + 1
      return sort
    }
  }

  /// The most frequent first.
  private var sayings: [Sorts.Letters] {
    others.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// What it says as text.
  var text: String {
    let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: says >> (8 * $0)) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }
}

extension String {
  fileprivate var isBlank: Bool { !isEmpty && allSatisfy(\.isWhitespace) }
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
        let letters = UnsafeBufferPointer(rebasing: text[byte..<(byte + cluster.byteCount)])
        // A letter and its marks, each drawn by a glyph of its own, say each its own: programs that
        // read pages from right to left turn the letters of what one thing says about.
        if isRightToLeft, cluster.glyphCount > 1, letters.scalarCount == cluster.glyphCount {
          var place = start + cluster.glyphCount
          letters.forEachScalar { letter in
            place -= 1
            body(place..<(place + 1), letter)
          }
        } else {
          body(start..<(start + cluster.glyphCount), letters)
        }
        byte += cluster.byteCount
        glyph = isRightToLeft ? start : start + cluster.glyphCount
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var scalarCount: Int { count { $0 & 0xC0 != 0x80 } }

  /// The bytes of each scalar of valid UTF-8.
  fileprivate func forEachScalar(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end] & 0xC0 == 0x80 { end += 1 }
      body(UnsafeBufferPointer(rebasing: self[start..<end]))
      start = end
    }
  }
}
