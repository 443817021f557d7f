internal import Typesetting

extension Objects {
  /// A picture's pixels as greys, of eight bits each as Cairo and JPEG files have them; nil for what is
  /// no picture in colours. Decoded, for no JPEG can be made grey as it is.
  func greyPixels(of stream: Object) throws(DrawingError) -> [UInt8]? {
    let dictionary = dictionary(of: stream)
    guard isName(value("/Subtype", of: dictionary), "/Image") else { return nil }
    let colours = value("/ColorSpace", of: dictionary)
    if isName(colours, "/DeviceRGB") {
      return greys(try bytes(of: stream, decoded: true, fully: true), parts: 3) { pixel in
        Ink(red: Double(pixel[0]), green: Double(pixel[1]), blue: Double(pixel[2]))
      }
    }
    guard isName(colours, "/DeviceCMYK") else { return nil }
    let file = try bytes(of: stream, decoded: false)
    let isInverted = (try? PictureHeader(bytes: file))?.storesInksInverted ?? false
    return greys(try bytes(of: stream, decoded: true, fully: true), parts: 4) { pixel in
      // What each ink leaves of the paper's white.
      let left = (0..<4).map { Double(isInverted ? pixel[$0] : 255 - pixel[$0]) / 255 }
      return Ink(
        red: left[0] * left[3] * 255, green: left[1] * left[3] * 255, blue: left[2] * left[3] * 255)
    }
  }

  private func greys(
    _ pixels: [UInt8], parts: Int, _ ink: (UnsafeBufferPointer<UInt8>) -> Ink
  ) -> [UInt8] {
    pixels.withUnsafeBufferPointer { pixels in
      (0..<pixels.count / parts).map { index in
        let pixel = UnsafeBufferPointer(rebasing: pixels[index * parts..<(index + 1) * parts])
        return UInt8(ink(pixel).grey.red.rounded())
      }
    }
  }
}
