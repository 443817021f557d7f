import Codes
import Testing

@testable import Typesetting

@Suite("Codes to scan") struct CodesTests {
  /// Row by row, `#` for dark.
  private func rows(_ matrix: QRMatrix) -> [String] {
    var rows = [[Character]](
      repeating: [Character](repeating: ".", count: matrix.side), count: matrix.side)
    for run in matrix.runs { for column in run.columns { rows[run.row][column] = "#" } }
    return rows.map { String($0) }
  }

  @Test(arguments: ["https://a.fr", "mailto:contact@example.org", "tel:+33100000000"])
  func threeCornersShowScannersTheWay(address: String) throws {
    let matrix = try #require(QRMatrix(address: address))
    let finder = ["#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"]
    let rows = rows(matrix)
    #expect(rows.prefix(7).map { String($0.prefix(7)) } == finder)
    #expect(rows.prefix(7).map { String($0.suffix(7)) } == finder)
    #expect(rows.suffix(7).map { String($0.prefix(7)) } == finder)
  }

  /// The first two bits of the format: level M is 00, which the mask makes 10 (ISO/IEC 18004, 8.9).
  @Test func aSeventhMayBeLost() throws {
    let rows = rows(try #require(QRMatrix(address: "https://example.org")))
    #expect(rows[8].hasPrefix("#."))
  }

  @Test(arguments: [("https://a.fr", 21), ("https://example.org/page", 25)])
  func itIsAsSmallAsItCanBe(address: String, side: Int) {
    #expect(QRMatrix(address: address)?.side == side)
  }

  @Test func otherLettersAreWrittenInASCII() {
    let written = QRMatrix(address: "https://é.fr/a b")
    #expect(written != nil)
    #expect(written == QRMatrix(address: "https://%C3%A9.fr/a%20b"))
    #expect(QRMatrix(address: "a\0b") == QRMatrix(address: "a%00b"))
  }

  @Test func anAddressMayBeTooLong() {
    #expect(QRMatrix(address: "") == nil)
    #expect(QRMatrix(address: String(repeating: "a", count: 2_331)) != nil)
    #expect(QRMatrix(address: String(repeating: "a", count: 2_332)) == nil)
  }
}
