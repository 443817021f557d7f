/// A step through UTF-8 that is known to be valid.
struct Scalars {
  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var offset: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// Moves behind letters, digits, spaces and signs of ASCII; whether there are any.
  mutating func skipASCII(before end: Int) -> Bool {
    let start = offset
    while offset < end, bytes[offset] >= 0x20, bytes[offset] < 0x7F { offset += 1 }
    return offset > start
  }

  /// The character at the offset, which moves behind it; nil at the end.
  @inline(__always)
  mutating func next() -> UInt32? {
    guard offset < bytes.count else { return nil }
    let lead = UInt32(bytes[offset])
    if lead < 0x80 {
      offset += 1
      return lead
    }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    let end = min(offset + length, bytes.count)
    var scalar = lead & (0xFF >> UInt32(length + 1))
    for place in (offset + 1)..<max(end, offset + 1) {
      scalar = scalar << 6 | UInt32(bytes[place] & 0x3F)
    }
    offset = end
    return scalar
  }
}
