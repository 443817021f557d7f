internal import CCairo
internal import Typesetting

extension Finishing {
  /// What every reader shows (ISO 32000-1, 14.3.3).
  mutating func addInfo(_ info: DocumentInfo) -> PDFReference {
    let date = info.date.flatMap(pdfDate)
    let texts = [
      ("Title", info.title), ("Author", info.author), ("Subject", info.subject),
      ("Keywords", info.keywords), ("Creator", info.creator), ("Producer", producer),
    ]
    let entries = texts.map { key, text -> PDFText? in
      text.isEmpty ? nil : "/\(key) \(words: text)"
    }
    return assembly.add(
      .dictionary(
        entries + [date.map { "/CreationDate \(words: $0) /ModDate \(words: $0)" }]))
  }

  /// The same for archives and for those who read aloud, as XMP (ISO 16684-1), which must not be
  /// compressed: it is looked for in files that nobody takes apart.
  ///
  /// - Parameter claimsAccess: whether the file says that it conforms to PDF/UA-1.
  mutating func addMetadata(_ info: DocumentInfo, claimsAccess: Bool) -> PDFReference {
    let language = info.languageTag ?? "x-default"
    var properties = [
      "<dc:format>application/pdf</dc:format>",
      property("dc:title", inLanguage: language, info.title),
      property("dc:creator", listedAs: "Seq", info.author),
      property("dc:description", inLanguage: language, info.subject),
      property("dc:language", listedAs: "Bag", info.languageTag ?? ""),
      property("pdf:Keywords", info.keywords),
      property("pdf:Producer", producer),
      property("xmp:CreatorTool", info.creator),
    ]
    if let date = info.date, pdfDate(date) != nil {
      properties += ["xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"].map {
        property($0, date)
      }
    }
    if claimsAccess { properties.append(property("pdfuaid:part", "1")) }
    let packet = """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about=""
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
        xmlns:xmp="http://ns.adobe.com/xap/1.0/"
        xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      \(properties.filter { !$0.isEmpty }.joined(separator: "\n"))
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """
    return assembly.add(stream: Array(packet.utf8), "/Type /Metadata /Subtype /XML")
  }

  private var producer: String {
    "cairo \(String(cString: cairo_version_string())) and Livret"
  }
}

/// Empty where there is no value.
private func property(_ name: String, _ value: String) -> String {
  value.isEmpty ? "" : "<\(name)>\(markup(value))</\(name)>"
}

private func property(_ name: String, listedAs list: String, _ value: String) -> String {
  guard !value.isEmpty else { return "" }
  return "<\(name)><rdf:\(list)><rdf:li>\(markup(value))</rdf:li></rdf:\(list)></\(name)>"
}

private func property(_ name: String, inLanguage language: String, _ value: String) -> String {
  guard !value.isEmpty else { return "" }
  // Readers ask for the default first.
  let languages = language == "x-default" ? [language] : ["x-default", language]
  let items = languages.map { "<rdf:li xml:lang=\"\($0)\">\(markup(value))</rdf:li>" }
  return "<\(name)><rdf:Alt>\(items.joined())</rdf:Alt></\(name)>"
}

/// As XML says it; what XML cannot say, such as most control characters, is left out.
private func markup(_ text: String) -> String {
  var written = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": written += "&amp;"
    case "<": written += "&lt;"
    case ">": written += "&gt;"
    case "\t", "\n", "\r": written += " "
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
    default: written.unicodeScalars.append(scalar)
    }
  }
  return written
}

/// "2026-03-14T09:00:00Z" as PDF writes it, "D:20260314090000Z"; nil for what is no such date.
private func pdfDate(_ date: String) -> String? {
  let halves = date.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
  let day = halves[0].split(separator: "-", omittingEmptySubsequences: false)
  guard zip(day, [4, 2, 2]).allSatisfy({ $0.isDigits(count: $1) }), (1...3).contains(day.count)
  else { return nil }
  guard halves.count == 2 else { return "D:" + day.joined() }
  let signs = halves[1].filter { !($0.isASCII && $0.isNumber) && $0 != ":" }
  guard day.count == 3, signs.count <= 1 else { return nil }
  let zone = halves[1].firstIndex { "Z+-".contains($0) } ?? halves[1].endIndex
  let time = halves[1][..<zone].split(separator: ":", omittingEmptySubsequences: false)
  guard (2...3).contains(time.count), time.allSatisfy({ $0.isDigits(count: 2) }) else { return nil }
  let offset = halves[1][zone...].split(separator: ":")
  switch offset.count {
  case 0: return "D:" + day.joined() + time.joined()
  case 1 where offset[0] == "Z": return "D:" + day.joined() + time.joined() + "Z"
  case 2 where offset[0].dropFirst().isDigits(count: 2) && offset[1].isDigits(count: 2):
    return "D:" + day.joined() + time.joined() + "\(offset[0])'\(offset[1])'"
  default: return nil
  }
}

extension Substring {
  fileprivate func isDigits(count: Int) -> Bool {
    self.count == count && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension DocumentInfo {
  /// Nil for what is no language tag.
  var languageTag: String? { PDF.languageTag(language) }
}

/// Nil for what is no language tag: one to eight letters or digits between hyphens, letters first
/// (RFC 3066, 2.1).
func languageTag(_ language: String?) -> String? {
  guard let language else { return nil }
  let subtags = language.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  let areTags = subtags.enumerated().allSatisfy { index, subtag in
    (1...8).contains(subtag.count)
      && subtag.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): index > 0
        default: false
        }
      }
  }
  return areTags ? language : nil
}
