// Makes the squares of QR codes with libqrencode: an address → QRMatrix.

internal import CQREncode
package import Typesetting

extension QRMatrix {
  /// The smallest code for an address that stays legible with a seventh of its squares lost (level
  /// M): a photocopy loses some. Nil for an address that no code has room for.
  package init?(address: String) {
    guard let code = QRcode_encodeString(Self.ascii(address), 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
      return nil
    }
    defer { QRcode_free(code) }
    let side = Int(code.pointee.width)
    guard side > 0, let squares = code.pointee.data else { return nil }
    // The lowest bit of a square says whether it is dark.
    self.init(side: side, isDark: (0..<(side * side)).map { squares[$0] & 1 == 1 })
  }

  /// Scanners do not agree on how other letters are written, but on "%C3%A9" they do.
  private static func ascii(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      if (0x21...0x7E).contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
