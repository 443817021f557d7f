package import Geometry
package import Imposition

/// A PDF that others made, open for as long as this lives: what its pages are, and sheets made of
/// them. It owns the bytes, which libqpdf reads when it needs them.
package final class ForeignPDF {
  /// From the first to the last.
  package let pages: [PageGeometry]
  /// What the file asks of readers, if anything.
  package let readsRightToLeft: Bool
  package let sides: PrintWishes.Sides?
  /// What all sides trim to, about the middle of the sheet; nil where they do not say. Of pages that
  /// are taken untrimmed only.
  package let trimmed: Size?
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
    var trims: [PageGeometry?] = []
    for index in 0..<objects.pageCount {
      let page = objects.page(index)
      if untrimmed {
        if objects.value("/TrimBox", of: page) != nil,
          let inner = PageGeometry(of: page, in: objects)
        {
          trims.append(inner)
        } else {
          trims.append(nil)
        }
        for box in ["/TrimBox", "/BleedBox"] { objects.remove(box, from: page) }
      }
      guard let geometry = PageGeometry(of: page, in: objects) else {
        throw .pageWithoutSize(index + 1)
      }
      pages.append(geometry)
    }
    self.pages = pages
    trimmed = zip(pages, trims).compactMap { $1?.extent(on: $0) }.reduce(nil) { whole, size in
      Size(
        width: max(whole?.width ?? .zero, size.width),
        height: max(whole?.height ?? .zero, size.height))
    }
    let wishes = objects.value("/ViewerPreferences", of: objects.catalog)
    let direction = wishes.flatMap { objects.value("/Direction", of: $0) }
    readsRightToLeft = objects.isName(direction, "/R2L")
    let duplex = wishes.flatMap { objects.value("/Duplex", of: $0) }
    let known: [(String, PrintWishes.Sides)] = [
      ("/DuplexFlipLongEdge", .longEdge), ("/DuplexFlipShortEdge", .shortEdge), ("/Simplex", .one),
    ]
    sides = known.first { objects.isName(duplex, $0.0) }?.1
    self.objects = objects
    self.file = file
  }

  /// Whether whoever made it has a password, and readers open it without.
  package var isLocked: Bool { objects.isLocked }

  /// How many pages a side of the sheets holds, where Livret made them: it calls each after its cell.
  package var cellCount: Int? {
    var most = 0
    for index in pages.indices {
      let resources = objects.inherited("/Resources", of: objects.page(index))
      guard let forms = resources.flatMap({ objects.value("/XObject", of: $0) }) else { continue }
      for name in objects.keys(of: forms) where !name.hasPrefix("/S") {
        guard name.hasPrefix("/P"), let cell = Int(name.dropFirst(2)) else { return nil }
        most = max(most, cell)
      }
    }
    return most > 0 ? most : nil
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
    (1...pages.count).filter {
      let page = objects.page($0 - 1)
      return !objects.canDecode(contentsOf: page) || !objects.isUnchanged(contentsOf: page)
    }
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

extension PageGeometry {
  /// As far as this trimmed page reaches to either side of the middle of the whole one.
  fileprivate func extent(on whole: PageGeometry) -> Size {
    func reach(_ start: Double, _ length: Length, of all: Length) -> Length {
      let middle = all.points / 2
      return .points(2 * max(abs(start - middle), abs(start + length.points - middle)))
    }
    return Size(
      width: reach(whole.base.e - base.e, size.width, of: whole.size.width),
      height: reach(whole.base.f - base.f, size.height, of: whole.size.height))
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
