/// An object of a file that is being put together.
struct PDFReference: Hashable {
  var number: Int
}

/// A PDF being put together: numbered objects, one after another, and the table that finds them.
///
/// libqpdf could write it too; but a book has thousands of small objects, and each costs libqpdf as
/// much as setting a line of type. Objects that are no streams are packed, a hundred at a time, into
/// streams of their own (ISO 32000-1, 7.5.7), which halves the file; who reads one page unpacks only
/// what was written near it.
struct PDFAssembly {
  static let version = "1.7"

  private enum Place {
    case free
    case at(offset: Int)
    case packed(stream: Int, index: Int)
  }

  private(set) var bytes: [UInt8]
  private var places: [Place] = [.free]
  private var packed: [(number: Int, text: PDFText)] = []
  private let deflater = Deflater()

  private static let packSize = 100

  init() {
    // Four bytes beyond ASCII, so that those who carry files do not take this for text.
    bytes = Array("%PDF-\(Self.version)\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, UInt8(ascii: "\n")]
  }

  /// A number for what is written later.
  mutating func reserve() -> PDFReference {
    places.append(.free)
    return PDFReference(number: places.count - 1)
  }

  mutating func reserve(_ count: Int) -> [PDFReference] { (0..<count).map { _ in reserve() } }

  @discardableResult
  mutating func add(_ text: PDFText, as reference: PDFReference? = nil) -> PDFReference {
    let reference = reference ?? reserve()
    packed.append((reference.number, text))
    if packed.count == Self.packSize { pack() }
    return reference
  }

  /// - Parameter entries: of the stream's dictionary, without its length.
  @discardableResult
  mutating func add(
    stream data: [UInt8], _ entries: PDFText, as reference: PDFReference? = nil
  ) -> PDFReference {
    let reference = reference ?? reserve()
    places[reference.number] = .at(offset: bytes.count)
    let head: PDFText = """
      \(reference.number) 0 obj
      << \(entries) /Length \(data.count) >>
      stream

      """
    bytes += head.bytes
    bytes += data
    bytes += "\nendstream\nendobj\n".utf8
    return reference
  }

  @discardableResult
  mutating func add(
    deflating data: [UInt8], _ entries: PDFText = "", as reference: PDFReference? = nil
  ) -> PDFReference {
    add(stream: deflater.deflated(data), "\(entries) /Filter /FlateDecode", as: reference)
  }

  /// What is written from here on lies apart from what was written before.
  mutating func pack() {
    guard !packed.isEmpty else { return }
    let stream = reserve()
    var table = PDFText()
    var objects = PDFText()
    for (index, (number, text)) in packed.enumerated() {
      places[number] = .packed(stream: stream.number, index: index)
      table.append("\(number) \(objects.bytes.count) ")
      objects.append(text)
      objects.append("\n")
    }
    add(
      deflating: table.bytes + objects.bytes,
      "/Type /ObjStm /N \(packed.count) /First \(table.bytes.count)", as: stream)
    packed.removeAll(keepingCapacity: true)
  }

  consuming func finish(catalog: PDFReference, info: PDFReference) -> [UInt8] {
    pack()
    let table = reserve()
    let start = bytes.count
    places[table.number] = .at(offset: start)
    let width = start < 1 << 24 ? 3 : 5
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * (width + 2))
    for place in places {
      let (kind, first, second): (UInt8, Int, Int) =
        switch place {
        case .free: (0, 0, 0)
        case .at(let offset): (1, offset, 0)
        case .packed(let stream, let index): (2, stream, index)
        }
      rows.append(kind)
      for byte in (0..<width).reversed() {
        rows.append(UInt8(truncatingIfNeeded: first >> (8 * byte)))
      }
      rows.append(UInt8(second))
    }
    let identifier = identifier
    add(
      deflating: rows,
      """
      /Type /XRef /Size \(places.count) /W [1 \(width) 1] /Root \(catalog) /Info \(info) \
      /ID [\(identifier) \(identifier)]
      """, as: table)
    bytes += "startxref\n\(start)\n%%EOF\n".utf8
    return bytes
  }

  /// Of the contents and not of the clock: two sums in the manner of Fowler, Noll and Vo, eight
  /// bytes at a time.
  private var identifier: PDFText {
    var sums: (UInt64, UInt64) = (0xCBF2_9CE4_8422_2325, 0x8422_2325_CBF2_9CE4)
    bytes.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: bytes.count - 7, by: 8) {
        let eight = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        sums.0 = (sums.0 ^ eight) &* 0x100_0000_01B3
        sums.1 = (sums.1 &+ eight) &* 0x100_0000_01B3
        // What was multiplied up comes down again.
        sums.0 ^= sums.0 >> 29
        sums.1 ^= sums.1 >> 31
      }
    }
    let digits = [sums.0, sums.1].map { sum in
      let digits = String(sum, radix: 16, uppercase: true)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return "<\(digits[0])\(digits[1])>"
  }
}
