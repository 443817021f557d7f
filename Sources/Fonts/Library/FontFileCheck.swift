internal import Glibc

/// Whether a file is a whole OpenType font: fontconfig also takes one whose end is missing, and
/// the letters of the lost tables are then blank on paper.
enum FontFileCheck {
  private static let singles: Set<UInt32> = [0x0001_0000, tag("OTTO"), tag("true")]
  /// More faces than any collection has; ends the reading of a hostile header.
  private static let mostFaces = 256

  static func isWhole(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, let kind = number(descriptor, at: 0)
    else { return false }
    if singles.contains(kind) { return hasAllTables(descriptor, at: 0, size: Int(status.st_size)) }
    guard kind == tag("ttcf"), let faces = number(descriptor, at: 8), faces <= mostFaces
    else { return false }
    return (0..<Int(faces)).allSatisfy { face in
      number(descriptor, at: 12 + 4 * face).map {
        hasAllTables(descriptor, at: Int($0), size: Int(status.st_size))
      } ?? false
    }
  }

  /// The table directory: a header of 12 bytes, then tag, checksum, offset and length of each.
  private static func hasAllTables(_ descriptor: Int32, at start: Int, size: Int) -> Bool {
    guard let counts = number(descriptor, at: start + 4) else { return false }
    return (0..<Int(counts >> 16)).allSatisfy { table in
      let entry = start + 12 + 16 * table
      guard let offset = number(descriptor, at: entry + 8),
        let length = number(descriptor, at: entry + 12)
      else { return false }
      return Int(offset) + Int(length) <= size
    }
  }

  private static func number(_ descriptor: Int32, at offset: Int) -> UInt32? {
    var bytes: UInt32 = 0
    return pread(descriptor, &bytes, 4, offset) == 4 ? UInt32(bigEndian: bytes) : nil
  }

  private static func tag(_ letters: StaticString) -> UInt32 {
    letters.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }
}
