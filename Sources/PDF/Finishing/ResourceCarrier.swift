internal import Geometry
internal import Typesetting

/// Takes what the pages show from the file that Cairo wrote into the one that people read: fonts,
/// pictures and the like, each of them once.
struct ResourceCarrier {
  /// What is known of a font that letters are shown with.
  struct FontFacts: Hashable {
    var name: String
    var isEmbedded = true
  }

  private(set) var fonts: [FontFacts] = []
  private let inks: DrawingInks
  /// By number in Cairo's file.
  private var carried: [Int: PDFReference] = [:]
  private var waiting: [(object: Objects.Object, reference: PDFReference, extent: Double?)] = []
  /// The longer side of the drawing whose parts are being carried.
  private var extent: Double?

  init(_ policy: InkPolicy) {
    inks = DrawingInks(policy: policy)
  }

  /// An object as the other file says it; what it refers to is carried with the next `finish`.
  mutating func text(
    of object: Objects.Object, in drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) -> PDFText {
    guard let number = drawn.number(of: object) else { return written(object, drawn, &assembly) }
    if let reference = carried[number] { return "\(reference)" }
    let reference = assembly.reserve()
    carried[number] = reference
    waiting.append((object, reference, extent))
    return "\(reference)"
  }

  mutating func finish(
    _ drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) throws(DrawingError) {
    while let (object, reference, extent) = waiting.popLast() {
      self.extent = extent
      if drawn.isStream(object) {
        try carry(stream: object, as: reference, drawn, &assembly)
      } else {
        assembly.add(written(object, drawn, &assembly), as: reference)
      }
    }
  }

  /// A font, with a table of its letters in the place of Cairo's.
  mutating func carry(
    font: Objects.Object, saying table: PDFReference, as reference: PDFReference,
    in drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) {
    let entries = entries(of: font, without: ["/ToUnicode"], drawn, &assembly)
    assembly.add("<< \(entries)/ToUnicode \(table) >>", as: reference)
    fonts.append(facts(of: font, drawn))
  }

  /// A page made into one thing to be placed (ISO 32000-1, 8.10).
  mutating func form(
    ofPage page: Objects.Object, in drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) throws(DrawingError) -> PDFReference {
    extent = nil
    let contents = try drawn.contents(of: page).withUnsafeBufferPointer { bytes in
      inks.contents(bytes, extent: Specimen.pictureFrame.size.width.points)
    }
    let resources = drawn.value("/Resources", of: page).map { text(of: $0, in: drawn, &assembly) }
    let box = PDFText(Specimen.pictureFrame, onPageOfHeight: Specimen.pageSize.height)
    return assembly.add(
      deflating: contents,
      "/Type /XObject /Subtype /Form /BBox \(box) /Resources \(resources ?? "<< >>")")
  }

  private mutating func written(
    _ object: Objects.Object, _ drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) -> PDFText {
    let text = PDFText(Array(drawn.text(object).utf8))
    // Most arrays are numbers, and most of what refers to nothing is long.
    guard text.mayRefer || inks.policy.isGrey else { return text }
    if drawn.isArray(object) {
      var items: [PDFText] = []
      for item in drawn.items(of: object) {
        items.append(self.text(of: item, in: drawn, &assembly))
      }
      return .array(items)
    }
    guard drawn.isDictionary(object) else { return text }
    var entries = entries(of: object, without: [], drawn, &assembly)
    if drawn.isName(drawn.value("/Subtype", of: object), "/CIDFontType2"),
      drawn.value("/CIDToGIDMap", of: object) == nil
    {
      // Cairo leaves this to readers, who take it for granted; PDF/UA (7.21.3.2) wants it said.
      entries.append("/CIDToGIDMap /Identity")
    }
    return "<< \(entries) >>"
  }

  private mutating func entries(
    of dictionary: Objects.Object, without unwanted: Set<String>, _ drawn: borrowing Objects,
    _ assembly: inout PDFAssembly
  ) -> PDFText {
    var text = PDFText()
    for key in drawn.keys(of: dictionary) where !unwanted.contains(key) {
      guard let value = drawn.value(key, of: dictionary) else { continue }
      // The ends of a gradient.
      if inks.policy.isGrey, key == "/C0" || key == "/C1", let grey = grey(of: value, drawn) {
        text.append("\(key) \(grey) ")
        continue
      }
      text.append("\(key) \(self.text(of: value, in: drawn, &assembly)) ")
    }
    return text
  }

  /// Fonts and photographs byte by byte; drawings with their greys as greys.
  private mutating func carry(
    stream: Objects.Object, as reference: PDFReference, _ drawn: borrowing Objects,
    _ assembly: inout PDFAssembly
  ) throws(DrawingError) {
    let dictionary = drawn.dictionary(of: stream)
    if drawn.isName(drawn.value("/Subtype", of: dictionary), "/Form") {
      // The outermost form is as large as its picture, whatever groups there are in it.
      let extent = extent ?? drawn.value("/BBox", of: dictionary).flatMap { drawn.box($0) }?.longer
      self.extent = extent
      let contents = try drawn.bytes(of: stream, decoded: true)
        .withUnsafeBufferPointer { inks.contents($0, extent: extent ?? 0) }
      let entries = entries(
        of: dictionary, without: ["/Length", "/Filter", "/DecodeParms"], drawn, &assembly)
      assembly.add(deflating: contents, entries, as: reference)
      return
    }
    if inks.policy.isGrey, let grey = try drawn.greyPixels(of: stream) {
      let entries = entries(
        of: dictionary,
        without: ["/Length", "/Filter", "/DecodeParms", "/ColorSpace", "/Decode"], drawn, &assembly)
      assembly.add(deflating: grey, "\(entries)/ColorSpace /DeviceGray", as: reference)
      return
    }
    let bytes = try drawn.bytes(of: stream, decoded: false)
    var entries = entries(of: dictionary, without: ["/Length"], drawn, &assembly)
    if drawn.isName(drawn.value("/ColorSpace", of: dictionary), "/DeviceCMYK"),
      let header = try? PictureHeader(bytes: bytes), header.storesInksInverted
    {
      // Cairo forgets to say that the inks of a JPEG from Adobe's programs are inverted, and all its
      // colours turn to their opposites.
      entries.append("/Decode [1 0 1 0 1 0 1 0]")
    }
    assembly.add(stream: bytes, entries, as: reference)
  }

  private func grey(of array: Objects.Object, _ drawn: borrowing Objects) -> PDFText? {
    guard drawn.isArray(array) else { return nil }
    let parts = drawn.items(of: array).compactMap { drawn.number($0) }
    guard parts.count == 3 else { return nil }
    let grey = Ink(red: parts[0], green: parts[1], blue: parts[2]).grey.red
    return "[\(share: grey) \(share: grey) \(share: grey)]"
  }

  private func facts(of font: Objects.Object, _ drawn: borrowing Objects) -> FontFacts {
    var facts = FontFacts(name: drawn.value("/BaseFont", of: font).map { drawn.text($0) } ?? "")
    // Glyphs that are drawings are in the font itself.
    guard !drawn.isName(drawn.value("/Subtype", of: font), "/Type3") else { return facts }
    let part = drawn.value("/DescendantFonts", of: font).flatMap { drawn.items(of: $0).first }
    let descriptor = drawn.value("/FontDescriptor", of: part ?? font)
    facts.isEmbedded = ["/FontFile", "/FontFile2", "/FontFile3"].contains { key in
      descriptor.flatMap { drawn.value(key, of: $0) } != nil
    }
    return facts
  }
}

extension PageGeometry.Box {
  fileprivate var longer: Double { max(right - left, top - bottom) }
}

extension PDFText {
  /// Whether another object may be named in it: " R" comes after an object's number.
  fileprivate var mayRefer: Bool {
    var isAfterSpace = false
    for byte in bytes {
      if isAfterSpace, byte == UInt8(ascii: "R") { return true }
      isAfterSpace = byte == UInt8(ascii: " ")
    }
    return false
  }
}
