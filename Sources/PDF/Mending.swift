internal import Typesetting

/// What Cairo 1.16 writes wrong, mended in place: every byte stays where it is.
extension PlainPDF {
  /// Cairo forgets to say that the inks of a JPEG from Adobe's programs are inverted, and all its
  /// colours turn to their opposites. What must be said takes the place of an entry that may be left
  /// out.
  mutating func invertInks() {
    for object in objectNumbers {
      guard let (dictionary, data) = stream(of: object) else { continue }
      let entries = bytes[dictionary]
      let replaced = Array("   /Type /XObject\n   /Subtype /Image\n   /Width".utf8)
      guard let place = entries.firstRange(of: replaced),
        entries.firstRange(of: Array("/ColorSpace /DeviceCMYK".utf8)) != nil,
        let header = try? PictureHeader(bytes: Array(bytes[data])), header.storesInksInverted
      else { continue }
      let said = Array("/Subtype/Image/Decode[1 0 1 0 1 0 1 0]/Width".utf8)
      let padding = Array(repeating: UInt8(ascii: " "), count: replaced.count - said.count)
      overwrite(place, with: padding + said)
    }
  }

  /// A picture that a page shows twice is named twice among its resources, where a dictionary may
  /// hold a name but once: the repeated "/x8 8 0 R " becomes spaces.
  mutating func blankRepeatedResources() {
    let start = Array("/XObject << ".utf8)
    for object in objectNumbers {
      guard let dictionary = untypedDictionary(of: object),
        let list = bytes[dictionary].firstRange(of: start)
      else { continue }
      var seen: Set<ArraySlice<UInt8>> = []
      var place = list.upperBound
      while place < dictionary.upperBound, bytes[place] == UInt8(ascii: "/") {
        let entry = bytes[place..<dictionary.upperBound]
        guard let name = entry.firstIndex(of: UInt8(ascii: " ")),
          let end = entry.firstRange(of: Array(" R ".utf8))?.upperBound
        else { break }
        if !seen.insert(bytes[place..<name]).inserted {
          overwrite(place..<end, with: Array(repeating: UInt8(ascii: " "), count: end - place))
        }
        place = end
      }
    }
  }
}
