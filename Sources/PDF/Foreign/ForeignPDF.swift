package import Imposition

/// A PDF that others made, open for as long as this lives: what its pages are, and sheets made of
/// them. It owns the bytes, which libqpdf reads when it needs them.
package final class ForeignPDF {
  /// From the first to the last.
  package let pages: [PageGeometry]
  /// What the file asks of readers, if anything.
  package let readsRightToLeft: Bool
  package let flip: PrintWishes.Sides?
  private let objects: Objects
  private let file: FileBytes

  /// A booklet has fewer by far, and each takes memory.
  package static let mostPages = 4000

  /// - Parameter untrimmed: whether pages are taken as large as they are shown. What is trimmed of a
  ///   sheet is not where it is folded.
  package init(_ bytes: [UInt8], untrimmed: Bool = false) throws(ForeignFault) {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.isPDF else { throw .noPDF }
    let file = FileBytes(bytes)
    let objects = try Objects(mending: file.buffer)
    guard objects.pageCount > 0 else { throw .noPages }
    guard objects.pageCount <= Self.mostPages else {
      throw .tooManyPages(objects.pageCount, most: Self.mostPages)
    }
    var pages: [PageGeometry] = []
    for index in 0..<objects.pageCount {
      let page = objects.page(index)
      if untrimmed {
        for box in ["/TrimBox", "/BleedBox"] { objects.remove(box, from: page) }
      }
      guard let geometry = PageGeometry(of: page, in: objects) else {
        throw .pageWithoutSize(index + 1)
      }
      pages.append(geometry)
    }
    self.pages = pages
    let wishes = objects.value("/ViewerPreferences", of: objects.catalog)
    let direction = wishes.flatMap { objects.value("/Direction", of: $0) }
    readsRightToLeft = objects.isName(direction, "/R2L")
    let duplex = wishes.flatMap { objects.value("/Duplex", of: $0) }
    flip =
      objects.isName(duplex, "/DuplexFlipLongEdge")
      ? .longEdge : objects.isName(duplex, "/DuplexFlipShortEdge") ? .shortEdge : nil
    self.objects = objects
    self.file = file
  }

  /// What the file calls itself, empty where it says nothing.
  package var title: String {
    let info = objects.value("/Info", of: objects.trailer)
    return info.flatMap { objects.value("/Title", of: $0) }.flatMap { objects.words($0) } ?? ""
  }

  /// What libqpdf had to put up with up to now, in its own words.
  package func takeWarnings() -> [String] { objects.takeWarnings() }

  /// Those with something on them that readers draw and paper does not get, for it has no picture of
  /// its own.
  package var pagesWithUnprintedMarks: [Int] {
    (1...pages.count).filter { objects.annotations(of: objects.page($0 - 1)).unpictured > 0 }
  }

  /// Those whose contents cannot be decoded to their end: readers draw what comes before the damage.
  /// Warnings are to be taken before.
  package var pagesWithDamagedContents: [Int] {
    (1...pages.count).filter { !objects.canDecode(contentsOf: objects.page($0 - 1)) }
  }

  package func sheets(
    _ formes: [Forme], asking wishes: PrintWishes, slugs: SlugPages? = nil
  ) throws(DrawingError) -> [UInt8] {
    guard let slugs else {
      return try composedPDF(of: formes, from: objects, asking: wishes.text, packing: true)
    }
    return try slugs.bytes.withUnsafeBufferPointer { bytes throws(DrawingError) in
      try composedPDF(
        of: formes, from: objects, asking: wishes.text, slugs: slugs,
        slugFile: Objects(of: bytes), packing: true)
    }
  }

  /// Pages to read, each a forme of its own.
  package func pages(
    _ formes: [Forme], readingRightToLeft: Bool
  ) throws(DrawingError) -> [UInt8] {
    try composedPDF(
      of: formes, from: objects,
      asking: readingRightToLeft ? "<< /Direction /R2L >>" : "<< /Direction /L2R >>",
      packing: true)
  }
}

/// Bytes that stay where they are.
private final class FileBytes {
  let buffer: UnsafeBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    buffer = UnsafeBufferPointer(copy)
  }

  deinit { buffer.deallocate() }
}

extension [UInt8] {
  /// Readers find the header anywhere in the first 1024 bytes.
  fileprivate var isPDF: Bool {
    let header = Array("%PDF-".utf8)
    let start = prefix(1024)
    return start.indices.contains { start[$0...].starts(with: header) }
  }
}
