import Foundation
import Testing

/// The smallest pictures that show what must be shown.
struct PictureFixture: CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]

  /// 24 by 16 pixels, red above and blue below, 300 dots an inch.
  static let colourJPEG = PictureFixture(
    "colourJPEG",
    """
    /9j/4AAQSkZJRgABAQEBLAEsAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy
    wtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQG/8
    QAFhABAQEAAAAAAAAAAAAAAAAAABNh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAWEQADAAAAAAAAAAAAAAAAAAAA
    FWH/2gAMAwEAAhEDEQA/AMxbS2oLFlhDC+6pfbRBYEMDqn//2Q==
    """)

  /// Black above and white below, no resolution.
  static let greyJPEG = PictureFixture(
    "greyJPEG",
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy
    wtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAQABgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAFxAAAwEA
    AAAAAAAAAAAAAAAAABViof/aAAgBAQAAPwCVQRgQRgQRhqiCMCCMCCMP/9k=
    """)

  /// Red above and blue below in four inks, inverted as Adobe's programs write them.
  static let cmykJPEG = PictureFixture(
    "cmykJPEG",
    """
    /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLU
    BXQUZMTlJTUjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT09PT09PT09P/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFBv
    /EABwQAAEEAwEAAAAAAAAAAAAAAAABFWKhAhNRUv/EABUBAQEAAAAAAAAAAAAAAAAAAAAG/8QAFxEAAwEAAAAAAAAA
    AAAAAAAAAAMVFv/aAA4EAQACEQMRBAAAPwCzvTo3p0pN2HlA3YeUJ7RNJaC41T/Ow/zsMEKDBCibvToKTdh5QDRNEF
    wf52AwQoH/2Q==
    """)

  /// Red above and blue below, progressive.
  static let progressiveJPEG = PictureFixture(
    "progressiveJPEG",
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNy
    wtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09P
    T09PT09PT09PT09PT09PT09PT09PT0//wgARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAMF/8
    QAFQEBAQAAAAAAAAAAAAAAAAAAAAT/2gAMAwEAAhADEAAAActBZfdAf//EABUQAQEAAAAAAAAAAAAAAAAAAAAR/9oA
    CAEBAAEFAqqqqv/EABURAQEAAAAAAAAAAAAAAAAAAAAU/9oACAEDAQE/AbVr/8QAFREBAQAAAAAAAAAAAAAAAAAAAB
    T/2gAIAQIBAT8BgQP/xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAUEAEAAAAAAAAAAAAAAAAAAAAg
    /9oACAEBAAE/IV//AP/aAAwDAQACAAMAAAAQxx//xAAVEQEBAAAAAAAAAAAAAAAAAAAAcf/aAAgBAwEBPxClP//EAB
    URAQEAAAAAAAAAAAAAAAAAAABx/9oACAECAQE/EIQ//8QAFhABAQEAAAAAAAAAAAAAAAAAcQAg/9oACAEBAAE/EFKW
    B//Z
    """)

  /// Red above and blue below, 300 dots an inch.
  static let colourPNG = PictureFixture(
    "colourPNG",
    """
    iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAIUlEQVQ4y2P8z0AdwPKeQXDUoFGDRg0aiQYxMjBQpy
    ABAEK9EDkaGblGAAAAAElFTkSuQmCC
    """)

  /// A red disc on nothing.
  static let transparentPNG = PictureFixture(
    "transparentPNG",
    """
    iVBORw0KGgoAAAANSUhEUgAAABgAAAAQBAMAAAD+CqKmAAAAElBMVEUAAAD/AAD/AAD/AAD/AAD/AADZchInAAAABX
    RSTlMAFnXXW9fjf+0AAABDSURBVAjXY2DACxiVgxXhHNfQ0FAHKJsFyA4NgXJEQZxQAQhHFcxRgHBMwRwDCAfMDg3A
    IoOiB8U0FHtQXIDqNhgAACIbFXNt/1oiAAAAAElFTkSuQmCC
    """)

  /// A red square above a blue one.
  static let squares = PictureFixture(testDescription: "squares", bytes: Array(squaresSVG.utf8))
  private static let squaresSVG = """
    <svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="40mm" viewBox="0 0 20 40">
      <rect width="20" height="20" fill="#f00"/><rect y="20" width="20" height="20" fill="#00f"/>
    </svg>
    """

  private init(_ name: String, _ base64: String) {
    let data = Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data()
    self.init(testDescription: name, bytes: Array(data))
  }

  private init(testDescription: String, bytes: [UInt8]) {
    self.testDescription = testDescription
    self.bytes = bytes
  }

  /// With an EXIF segment that says how the camera was held.
  func turned(_ orientation: UInt8) -> [UInt8] {
    let tiff: [UInt8] =
      [0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
    let content = Array("Exif\0\0".utf8) + tiff
    let segment = [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
    return Array(bytes.prefix(2)) + segment + Array(bytes.dropFirst(2))
  }
}
