/// A piece of a source file and what should stand in its place.
package struct SourceEdit: Hashable, Sendable {
  package var range: SourceRange
  package var replacement: String

  package init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension [Diagnostic] {
  /// The findings whose fixes can be made together, by file: of two that touch the same letters,
  /// the one that comes first.
  package var mendable: [String: [Diagnostic]] {
    var chosen: [String: [Diagnostic]] = [:]
    var ends: [String: SourceLocation] = [:]
    let fixed = enumerated().filter { !$0.element.fix.isEmpty }.sorted { a, b in
      (a.element.fixStart, a.offset) < (b.element.fixStart, b.offset)
    }
    for (_, diagnostic) in fixed {
      guard diagnostic.fixStart >= ends[diagnostic.file] ?? .start else { continue }
      chosen[diagnostic.file, default: []].append(diagnostic)
      ends[diagnostic.file] = diagnostic.fix.map(\.range.upperBound).max()
    }
    return chosen
  }
}

extension Diagnostic {
  fileprivate var fixStart: SourceLocation { fix.map(\.range.lowerBound).min() ?? .start }
}

extension [UInt8] {
  /// The text with its edits made and every other byte as it was: a byte order mark, the kinds of
  /// line ends, what is no UTF-8.
  ///
  /// - Parameter edits: none begins before another ends.
  package func mended(by edits: [SourceEdit]) -> [UInt8] {
    var places = SourcePlaces(of: self)
    return mended(by: edits, from: 0, to: nil, &places)
  }

  /// A piece of the text, with edits made in it.
  package func piece(_ range: SourceRange, mendedBy edits: [SourceEdit] = []) -> String {
    var places = SourcePlaces(of: self)
    let start = places.advance(to: range.lowerBound)
    let bytes = mended(by: edits, from: start, to: range.upperBound, &places)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A line, without what ends it.
  package func line(_ number: Int) -> String {
    var places = SourcePlaces(of: self)
    let start = places.advance(to: SourceLocation(line: number, column: 1))
    let end = self[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? count
    return String(decoding: self[start..<end], as: UTF8.self)
  }

  private func mended(
    by edits: [SourceEdit], from start: Int, to end: SourceLocation?, _ places: inout SourcePlaces
  ) -> [UInt8] {
    var mended: [UInt8] = []
    var copied = start
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      mended += self[copied..<places.advance(to: edit.range.lowerBound)]
      mended += edit.replacement.utf8
      copied = places.advance(to: edit.range.upperBound)
    }
    return mended + self[copied..<(end.map { places.advance(to: $0) } ?? count)]
  }
}

/// Goes once through a file and finds the bytes of lines and columns.
private struct SourcePlaces {
  private let bytes: [UInt8]
  private var offset: Int
  private var place = SourceLocation.start

  init(of bytes: [UInt8]) {
    self.bytes = bytes
    // Columns are counted behind it, as editors do.
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The offset of the first byte at that place or behind it.
  mutating func advance(to goal: SourceLocation) -> Int {
    while offset < bytes.count, place < goal {
      let byte = bytes[offset]
      offset += 1
      if byte == 0x0A || (byte == 0x0D && (offset == bytes.count || bytes[offset] != 0x0A)) {
        place = SourceLocation(line: place.line + 1, column: 1)
      } else {
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        place.column += 1
      }
    }
    return offset
  }
}
