/// A PDF with one plain cross-reference table: where its objects are, and how to append to it.
struct PlainPDF {
  private(set) var bytes: [UInt8]
  private let tableStart: Int
  /// By object number; nil for free ones.
  private let offsets: [Int?]
  let catalog: Int
  let info: Int

  /// Nil for a file that has another kind of table, or none.
  init?(_ bytes: [UInt8]) {
    let tail = bytes.suffix(1024)
    guard
      let word = tail.lastRange(of: Array("startxref\n".utf8)),
      let start = number(in: bytes, at: word.upperBound)?.value,
      bytes.indices.contains(start), bytes[start...].starts(with: "xref\n0 ".utf8),
      let count = number(in: bytes, at: start + 7), count.value > 0
    else { return nil }
    // Each entry is 20 bytes: ten digits, a space, five digits, " n" or " f", two for the line end.
    let entries = count.end + 1
    guard count.value <= (bytes.count - entries) / 20 else { return nil }
    var offsets: [Int?] = []
    for entry in stride(from: entries, to: entries + count.value * 20, by: 20) {
      guard let offset = number(in: bytes, at: entry)?.value, offset < bytes.count else {
        return nil
      }
      offsets.append(bytes[entry + 17] == UInt8(ascii: "n") ? offset : nil)
    }
    let trailer = bytes[(entries + count.value * 20)...]
    guard
      let root = trailer.firstRange(of: Array("/Root ".utf8)),
      let info = trailer.firstRange(of: Array("/Info ".utf8)),
      let rootNumber = number(in: bytes, at: root.upperBound)?.value,
      let infoNumber = number(in: bytes, at: info.upperBound)?.value
    else { return nil }
    self.bytes = bytes
    tableStart = start
    self.offsets = offsets
    catalog = rootNumber
    self.info = infoNumber
  }

  /// What stands between `obj` and `endobj` of an object that is no stream.
  func body(of object: Int) -> ArraySlice<UInt8>? {
    guard let start = start(of: object),
      let end = bytes[start...].firstRange(of: Self.end)
    else { return nil }
    return bytes[start..<end.lowerBound]
  }

  private static let end = Array("\nendobj".utf8)

  /// Where an object begins, after its number.
  private func start(of object: Int) -> Int? {
    guard offsets.indices.contains(object), let offset = offsets[object],
      let head = number(in: bytes, at: offset), head.value == object,
      bytes[head.end...].starts(with: " 0 obj\n".utf8)
    else { return nil }
    return head.end + 7
  }

  /// The numbers of the dictionaries of that type, ascending.
  func numbers(ofType type: String) -> [Int] {
    let head = Array("<< /Type \(type)".utf8)
    return offsets.indices.filter { object in
      guard let start = start(of: object) else { return false }
      return bytes[start...].starts(with: head)
        && !isNameByte(bytes[(start + head.count)...].first)
    }
  }

  /// Where the dictionary and the data of a stream are whose length stands in an object of its own.
  func stream(of object: Int) -> (dictionary: Range<Int>, data: Range<Int>)? {
    let head = Array("<< /Length ".utf8)
    let mark = Array("stream\n".utf8)
    guard let offset = start(of: object), bytes[offset...].starts(with: head),
      let holder = number(in: bytes, at: offset + head.count)?.value,
      let value = body(of: holder)?.drop(while: { $0 == UInt8(ascii: " ") }),
      let length = number(in: bytes, at: value.startIndex)?.value,
      let start = bytes[offset...].firstRange(of: mark), start.upperBound + length <= bytes.count
    else { return nil }
    return (offset..<start.lowerBound, start.upperBound..<(start.upperBound + length))
  }

  /// From an object's start to its end, or to where its data begin. Nil for an object that tells its
  /// type first: pages, elements and links, which are most of a book, hold no resources themselves.
  func untypedDictionary(of object: Int) -> Range<Int>? {
    guard let start = start(of: object), !bytes[start...].starts(with: "<< /Type ".utf8),
      let end = bytes[start...].firstRange(of: Self.end)?.lowerBound
    else { return nil }
    return start..<(bytes[start..<end].firstRange(of: Self.data)?.lowerBound ?? end)
  }

  private static let data = Array("\nstream\n".utf8)

  var objectNumbers: Range<Int> { offsets.indices }

  /// In place, and so with as many bytes: nothing else may move.
  mutating func overwrite(_ range: Range<Int>, with replacement: [UInt8]) {
    precondition(range.count == replacement.count)
    bytes.replaceSubrange(range, with: replacement)
  }

  func names(_ object: Int, structure name: String) -> Bool {
    let key = Array("/S /\(name)".utf8)
    guard let body = body(of: object), let place = body.firstRange(of: key) else { return false }
    return !isNameByte(body[place.upperBound...].first)
  }

  /// With these objects, ascending by number, in the place of those with their numbers.
  func updated(_ objects: [(number: Int, object: [UInt8])]) -> [UInt8] {
    guard !objects.isEmpty else { return bytes }
    var file = bytes
    var table = "xref\n"
    for (number, object) in objects {
      let offset = String(file.count)
      table +=
        "\(number) 1\n\(String(repeating: "0", count: 10 - offset.count))\(offset) 00000 n \n"
      file += Array("\(number) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
    }
    let newTable = file.count
    file += Array(
      """
      \(table)trailer
      << /Size \(offsets.count)
         /Root \(catalog) 0 R
         /Info \(info) 0 R
         /Prev \(tableStart)
      >>
      startxref
      \(newTable)
      %%EOF

      """.utf8)
    return file
  }
}

private func isNameByte(_ byte: UInt8?) -> Bool {
  guard let byte else { return false }
  return byte > 0x20 && !"()<>[]{}/%".utf8.contains(byte)
}

/// The whole number that starts there, of ten digits at most, and where it ends.
private func number(in bytes: [UInt8], at start: Int) -> (value: Int, end: Int)? {
  var value = 0
  var end = start
  while end < bytes.count, end - start < 11, case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[end]
  {
    value = value * 10 + Int(bytes[end] - UInt8(ascii: "0"))
    end += 1
  }
  return end > start && end - start <= 10 ? (value, end) : nil
}

extension ArraySlice<UInt8> {
  fileprivate func lastRange(of pattern: [UInt8]) -> Range<Int>? {
    guard count >= pattern.count else { return nil }
    for start in stride(from: endIndex - pattern.count, through: startIndex, by: -1)
    where self[start...].starts(with: pattern) {
      return start..<(start + pattern.count)
    }
    return nil
  }

  func firstRange(of pattern: [UInt8]) -> Range<Int>? {
    guard let first = pattern.first, count >= pattern.count else { return nil }
    var start = startIndex
    let last = endIndex - pattern.count
    while start <= last {
      if self[start] == first, self[start...].starts(with: pattern) {
        return start..<(start + pattern.count)
      }
      start += 1
    }
    return nil
  }
}
