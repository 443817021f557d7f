import Foundation
import Testing

@testable import Workshop

/// Codes, indexes and notes from the folder to the page.
@Suite struct ApparatusOfABook {
  @Test(arguments: [
    ("::: qr\nRien.\n:::", ["fr/01-un.md:3:1 qr-without-link"]),
    ("::: qr\n[ici](#un)\n:::", ["fr/01-un.md:3:1 qr-without-link"]),
    (
      "::: qr\n<https://example.org/\(String(repeating: "a", count: 300))>\n:::",
      ["fr/01-un.md:4:1 qr-too-dense"]
    ),
    ("::: qr\n<https://example.org/\(String(repeating: "a", count: 150))>\n:::", []),
    ("::: qr Le [site](https://example.org)\nTexte.\n:::", []),
    ("Un [mot]{.index}.", ["fr/01-un.md:3:4 index-nowhere"]),
    ("Un [mot]{.index}.\n\n::: index\n:::", []),
    ("Mot\n: ce qu’il veut dire.", []),
  ])
  func isHeldAgainstItsText(text: String, expected: [String]) throws {
    let book = try TemporaryBook(["content/fr/01-un.md": "# Un {#un}\n\n" + text])
    // What is too wide for its line is another test's affair.
    #expect(try book.findings().filter { !$0.hasSuffix("-too-wide") } == expected)
  }

  @Test func aCoarsePictureIsReportedWhereItIsShown() throws {
    let book = try TemporaryBook([
      "content/fr/01-un.md": "# Un\n\n![Un point](point.png){width=20mm}"
    ])
    try book.write(Self.onePixel, to: "content/images/point.png")
    #expect(try book.findings() == ["fr/01-un.md:3:1 picture-coarse"])
  }

  /// A PNG of one grey pixel.
  private static let onePixel: [UInt8] = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
    )!)
}
