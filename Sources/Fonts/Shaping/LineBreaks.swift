internal import CPango

/// Where a line may end by UAX 14 as Pango implements it, less what no French or inclusive text
/// should suffer. Keeps its table for the next text.
struct LineBreaks {
  private var attributes: [PangoLogAttr] = []

  /// Appends the offsets, increased by `offset`, before which a line may end; neither the slice's
  /// start nor its end.
  mutating func append(
    to breaks: inout [Int], _ bytes: UnsafeBufferPointer<UInt8>, language: OpaquePointer,
    offset: Int
  ) {
    // One attribute before each character and one at the end: at most one more than bytes.
    if attributes.count <= bytes.count {
      attributes = Array(repeating: PangoLogAttr(), count: bytes.count + 1)
    }
    attributes.withUnsafeMutableBufferPointer { attributes in
      let count = bytes.reduce(into: 1) { $0 += $1 & 0xC0 == 0x80 ? 0 : 1 }
      bytes.withMemoryRebound(to: CChar.self) {
        pango_get_log_attrs(
          $0.baseAddress, Int32($0.count), -1, language, attributes.baseAddress, Int32(count))
      }
      var scalars = Scalars(bytes)
      var beforeLast: UInt32?
      var before = scalars.next()
      var number = 1
      while let last = before {
        let place = scalars.offset
        let after = scalars.next()
        if let after, attributes[number].is_line_break != 0, Self.allows(last, after),
          !Self.partsDash(beforeLast, last, after)
        {
          breaks.append(offset + place)
        }
        number += 1
        beforeLast = last
        before = after
      }
    }
  }

  /// A dash that touches an aside goes with it: "palabra —inciso— palabra". One between two words
  /// ends a line but begins none.
  private static func partsDash(_ beforeLast: UInt32?, _ last: UInt32, _ after: UInt32) -> Bool {
    func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2013 || scalar == 0x2014 }
    if isDash(after) { return !Codepoint.isSpace(last) }
    guard isDash(last), !Codepoint.isSpace(after) else { return false }
    return beforeLast.map { Codepoint.isSpace($0) || $0 == 0x28 } ?? true
  }

  private static func allows(_ before: UInt32, _ after: UInt32) -> Bool {
    switch (before, after) {
    // "habitant·es" stays whole, whichever dot its author types.
    case (0xB7, _), (_, 0xB7), (0x2027, _), (_, 0x2027): false
    // So does "auteur/autrice". (After "and / or" there is a space to break at.)
    case (0x2F, _): after == Codepoint.space
    // "10 000" with the space that says so.
    case (Codepoint.narrowNoBreakSpace, _), (_, Codepoint.narrowNoBreakSpace): false
    default: true
    }
  }
}
