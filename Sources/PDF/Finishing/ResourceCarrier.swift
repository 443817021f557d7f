internal import Typesetting

/// Takes what the pages show from the file that Cairo wrote into the one that people read: fonts,
/// pictures and the like, each of them once.
struct ResourceCarrier {
  /// What is known of a font that letters are shown with.
  struct FontFacts: Hashable {
    var name: String
    var isEmbedded = true
    var saysItsLetters = true
  }

  private(set) var fonts: [FontFacts] = []
  /// By number in Cairo's file.
  private var carried: [Int: PDFReference] = [:]
  private var waiting: [(object: Objects.Object, reference: PDFReference)] = []

  /// An object as the other file says it; what it refers to is carried with the next `finish`.
  mutating func text(
    of object: Objects.Object, in drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) -> PDFText {
    guard let number = drawn.number(of: object) else { return written(object, drawn, &assembly) }
    if let reference = carried[number] { return "\(reference)" }
    let reference = assembly.reserve()
    carried[number] = reference
    waiting.append((object, reference))
    return "\(reference)"
  }

  mutating func finish(
    _ drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) throws(DrawingError) {
    while let (object, reference) = waiting.popLast() {
      guard drawn.isStream(object) else {
        if drawn.isDictionary(object), drawn.isName(drawn.value("/Type", of: object), "/Font") {
          fonts.append(facts(of: object, drawn))
        }
        assembly.add(written(object, drawn, &assembly), as: reference)
        continue
      }
      try carry(stream: object, as: reference, drawn, &assembly)
    }
  }

  private mutating func written(
    _ object: Objects.Object, _ drawn: borrowing Objects, _ assembly: inout PDFAssembly
  ) -> PDFText {
    let text = PDFText(Array(drawn.text(object).utf8))
    // Most arrays are numbers, and most of what refers to nothing is long.
    guard text.mayRefer else { return text }
    if drawn.isArray(object) {
      var items: [PDFText] = []
      for item in drawn.items(of: object) {
        items.append(self.text(of: item, in: drawn, &assembly))
      }
      return .array(items)
    }
    guard drawn.isDictionary(object) else { return text }
    return "<< \(entries(of: object, without: [], drawn, &assembly)) >>"
  }

  private mutating func entries(
    of dictionary: Objects.Object, without unwanted: Set<String>, _ drawn: borrowing Objects,
    _ assembly: inout PDFAssembly
  ) -> PDFText {
    var text = PDFText()
    for key in drawn.keys(of: dictionary) where !unwanted.contains(key) {
      guard let value = drawn.value(key, of: dictionary) else { continue }
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
      let contents = try drawn.bytes(of: stream, decoded: true)
        .withUnsafeBufferPointer(contentsInGreys)
      let entries = entries(
        of: dictionary, without: ["/Length", "/Filter", "/DecodeParms"], drawn, &assembly)
      assembly.add(deflating: contents, entries, as: reference)
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

  private func facts(of font: Objects.Object, _ drawn: borrowing Objects) -> FontFacts {
    var facts = FontFacts(name: drawn.value("/BaseFont", of: font).map { drawn.text($0) } ?? "")
    let kind = drawn.value("/Subtype", of: font)
    // A font of composed characters leaves its letters to another, and that its sayings to the first.
    let isComposite = drawn.isName(kind, "/Type0")
    let isComponent =
      drawn.isName(kind, "/CIDFontType0") || drawn.isName(kind, "/CIDFontType2")
    if !isComponent { facts.saysItsLetters = drawn.value("/ToUnicode", of: font) != nil }
    if !isComposite, !drawn.isName(kind, "/Type3") {
      let descriptor = drawn.value("/FontDescriptor", of: font)
      facts.isEmbedded = ["/FontFile", "/FontFile2", "/FontFile3"].contains { key in
        descriptor.flatMap { drawn.value(key, of: $0) } != nil
      }
    }
    return facts
  }
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
