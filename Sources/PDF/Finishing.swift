internal import Typesetting

/// What Cairo 1.16 leaves out of a file and readers want.
struct Additions {
  var language: String
  var preferences: [String]
  /// The elements of the structure in the order they were begun.
  var elements: [StructureWriter.Element]
  /// A picture in four inks, as Adobe's programs write them, is among the pictures.
  var holdInvertedInks: Bool

  init(_ info: DocumentInfo, _ elements: [StructureWriter.Element], _ pictures: Pictures) {
    language = info.language
    preferences = ["/DisplayDocTitle true"]
    if info.direction == .rightToLeft { preferences.append("/Direction /R2L") }
    self.elements = elements
    holdInvertedInks = pictures.holdInvertedInks
  }
}

/// The file with an incremental update at its end (ISO 32000-1, 7.5.6): whole objects written anew,
/// nothing before them touched.
///
/// Understands the plain cross-reference table and plain objects of Cairo 1.16. From 1.17.6 on Cairo
/// writes compressed ones (and dates with their "D:"): such a file is returned as it is, valid but
/// without these additions.
func finishing(_ bytes: [UInt8], with additions: Additions) -> [UInt8] {
  guard var file = PlainPDF(bytes) else { return bytes }
  if additions.holdInvertedInks { file.invertInks() }
  file.blankRepeatedResources()
  var edits: [(number: Int, object: [UInt8])] = []

  func edit(_ number: Int, _ change: (inout String) -> Void) {
    guard let body = file.body(of: number) else { return }
    var text = String(decoding: body, as: UTF8.self)
    change(&text)
    if Array(text.utf8) != Array(body) { edits.append((number, Array(text.utf8))) }
  }

  edit(file.catalog) { catalog in
    var entries = "/ViewerPreferences << \(additions.preferences.joined(separator: " ")) >>"
    if let language = languageEntry(additions.language) { entries += "\n   \(language)" }
    catalog.addEntries(entries)
  }
  edit(file.info) { info in
    for key in ["/CreationDate (", "/ModDate ("] { info.prefixDate(after: key) }
  }
  // Elements have been numbered as they were begun; where their names disagree with ours, they
  // have not, and guessing would put one picture's description on another.
  let elements = file.numbers(ofType: "/StructElem")
  let agree =
    elements.count == additions.elements.count
    && zip(elements, additions.elements).allSatisfy { file.names($0, structure: $1.name) }
  if agree {
    for (number, element) in zip(elements, additions.elements) {
      var entries: [String] = []
      if let alternative = element.alternative, !alternative.isEmpty {
        entries.append("/Alt \(hexadecimalText(alternative))")
      }
      if let language = element.language.flatMap(languageEntry) { entries.append(language) }
      guard !entries.isEmpty else { continue }
      edit(number) { $0.addEntries(entries.joined(separator: "\n   ")) }
    }
  }
  // The tabulator follows the structure from link to link.
  let links = Array("/Annots".utf8)
  for number in file.numbers(ofType: "/Page") {
    guard file.body(of: number)?.firstRange(of: links) != nil else { continue }
    edit(number) { $0.addEntries("/Tabs /S") }
  }
  return file.updated(edits.sorted { $0.number < $1.number })
}

extension String {
  /// At the start of the dictionary that the object is.
  fileprivate mutating func addEntries(_ entries: String) {
    guard utf8.starts(with: "<<".utf8) else { return }
    self = "<< \(entries)\n  " + dropFirst(2)
  }

  /// Cairo 1.16 writes (2026…) where (D:2026…) is meant.
  fileprivate mutating func prefixDate(after key: String) {
    let date = Array(key.utf8)
    var bytes = Array(utf8)
    guard let place = bytes[...].firstRange(of: date),
      !bytes[place.upperBound...].starts(with: "D:".utf8)
    else { return }
    bytes.insert(contentsOf: "D:".utf8, at: place.upperBound)
    self = String(decoding: bytes, as: UTF8.self)
  }
}

/// Nil for what is no language tag: it would come between parentheses as it stands.
private func languageEntry(_ language: String) -> String? {
  let isTag = language.utf8.allSatisfy { byte in
    byte == UInt8(ascii: "-") || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
  return isTag && !language.isEmpty ? "/Lang (\(language))" : nil
}

/// A text string in UTF-16 with its mark, as hexadecimal digits: nothing to escape.
private func hexadecimalText(_ text: String) -> String {
  let units = text.utf16.map { unit in
    let digits = String(unit, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
  return "<FEFF\(units.joined())>"
}
