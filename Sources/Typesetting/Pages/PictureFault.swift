/// Why a picture's file cannot be used.
package enum PictureFault: Error, Hashable, Sendable {
  case empty
  /// Neither PNG nor JPEG nor SVG by its first bytes.
  case unknownFormat
  case corrupt
  case tooManyBytes(limit: Int)
  case tooManyPixels(limit: Int)
  /// A kind of JPEG that a PDF cannot show: lossless, arithmetic-coded or of 12 bits.
  case unsupportedJPEG
  /// An SVG without width and height or viewBox.
  case noSize
  case untrusted(Refusal)

  /// What an SVG may not contain: it would run, fetch, or look other than its author saw it.
  package enum Refusal: Hashable, Sendable {
    /// `<!DOCTYPE` and the entities it can declare.
    case doctype
    /// Another encoding than UTF-8 or Latin, or a compressed file.
    case encoding
    /// `<text>`: its font may be missing, or another one, where the book is made.
    case text
    case script
    case link
    /// A reference to another file, or to anything that is not within the picture.
    case outsideReference
    /// A bitmap or a foreign document inside the picture.
    case embeddedContent
    case nestedTooDeep
  }
}
