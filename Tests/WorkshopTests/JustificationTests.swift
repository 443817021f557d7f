import Diagnostics
import Foundation
import Testing

@testable import Workshop

/// `justify: kashida`, from the sheet to the file.
@Suite("Justification") struct JustificationTests {
  private static let text = """
    # فصل

    تضع البلدية كاميرا في الشارع، ثم تضع ثلاثين أخرى من غير أن تسأل أحدا. ومن حق كل ساكن أن يطلب \
    الوثائق: قرار المحافظ، ومداولة المجلس البلدي، ودراسة السلامة، والعقد مع الشركة المنفذة. وإذا لم \
    تجب الإدارة في شهر، فلكم أن تلجؤوا إلى CADA، وبعدها إلى القاضي الإداري. وفي هذا الدليل رسائل \
    للنسخ وآجال لا بد من احترامها، وقائمة بما يجب أن يكتب على اللافتة في مدخل كل شارع مصور.

    """

  private func book(_ justify: String, page: String = "A6") throws -> TemporaryBook {
    let book = try TemporaryBook(["content/ar/01-un.md": Self.text])
    try book.write(
      """
      slug: essai
      source: ar
      date: 2026-06-01
      languages:
        ar:
          title: عنوان
          type: {\(justify)}
      page: {size: \(page), gutter: 12 mm, fore-edge: 18 mm, head: 14 mm, foot: 14 mm}
      type: {text: Amiri, mono: Source Code Pro, mono-weight: 500, size: 12 pt, leading: 17 pt}
      outputs: [reading]

      """, to: "content/livret.yml")
    return book
  }

  private func file(_ book: TemporaryBook) throws -> Data {
    let report = try book.build()
    #expect(report.diagnostics.isEmpty)
    return try Data(contentsOf: URL(fileURLWithPath: book.path + "/output/ar/essai.pdf"))
  }

  @Test func spacesAreTheUsualWay() throws {
    let usual = try file(book(""))
    #expect(try file(book("justify: spaces")) == usual)
    #expect(try file(book("justify: kashida")) != usual)
  }

  @Test(.enabled(if: toolsArePresent)) func whatIsReadIsTheSame() throws {
    let (plain, long) = try (book("justify: spaces"), book("justify: kashida"))
    #expect(try file(plain) != file(long))
    for option in ["-raw", "-layout", "-nopgbrk"] {
      let texts = try [plain, long].map {
        try pdftotext($0.path + "/output/ar/essai.pdf", option)
      }
      #expect(texts[0] == texts[1])
      // Letter by letter, poppler's raw order puts blanks between those from right to left.
      #expect(option == "-raw" || texts[1].contains("البلدية"))
    }
  }

  @Test func aMisspeltWayIsTold() throws {
    let findings = try book("justify: kashidas").build().diagnostics
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(finding.range?.lowerBound == SourceLocation(line: 7, column: 21))
    #expect(finding.message.english.contains("spaces, kashida"))
    #expect(finding.hints.first?.english.contains("kashida") == true)
  }
}
